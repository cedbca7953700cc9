"""From the store to what is published: one view with all its rows, one pack, a whole static site.

Lives here: asking the store for a view; a static site of all views, its versions, what is withdrawn, its feed.
May import: the model, chronology, words, theme, routes, intake, rows and questions of the store, view-models, exports, shapely, filelock, and below.
May not: the screen, the command line, DuckDB by itself, drawing.
"""
