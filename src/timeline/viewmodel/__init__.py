"""What each picture says, before anyone draws it.

Lives here: frozen view-models, one pure function each.
May import: the model, chronology, routes, evidence, search, the row types of the store, numpy,
shapely.
May not: DuckDB, Plotly, Streamlit, words of any language (it carries keys), colours.
"""
