"""From the store to what is published: one view with all its rows, one pack, a whole static site.

Lives here: asking the store for a view, and writing many files of many views into a folder.
May import: the model, chronology, words, routes, intake, rows and questions of the store, view-models, exports, shapely, filelock, and below.
May not: the screen, the command line, DuckDB by itself, drawing.
"""
