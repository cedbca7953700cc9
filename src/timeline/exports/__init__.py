"""Rows as files that somebody takes away: CSV, Parquet, a package that describes itself.

Lives here: one file for each format, and what keeps a cell of text from becoming a formula.
May import: the model, intake, rows of the store, pyarrow, and below.
May not: the database, the screen, choosing which rows go out.
"""
