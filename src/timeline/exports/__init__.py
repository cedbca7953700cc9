"""One view, or rows of the record, as files that somebody takes away: pages, pictures, data, words.

Lives here: `formats.py`, every file of a view by name; a folder or file for each family of them;
what keeps a cell of text from becoming a formula.
May import: the model, chronology, routes, words, theme, intake, rows of the store, view-models, charts, plotly, typst, geopandas, shapely, numpy, PIL, babel, pyarrow, xlsxwriter, icalendar, followthemoney, and below.
May not: the database, the screen, choosing which rows go out.
"""
