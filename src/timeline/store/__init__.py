"""The DuckDB file: its schema, how it is built, and the questions asked of it.

Lives here: schema/*.sql, queries/*.sql, one row type and one function a query, the builder.
May import: the model, evidence, chronology, routes, duckdb, pandas, filelock.
May not: intake, view-models, Streamlit.
"""
