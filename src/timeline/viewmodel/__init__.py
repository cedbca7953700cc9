"""What each picture says, before anyone draws it.

Lives here: frozen view-models, one pure function each.
May import: the model, chronology, routes, evidence, and the row types of the store.
May not: DuckDB, Plotly, Streamlit, words of any language (it carries keys), colours.
"""
