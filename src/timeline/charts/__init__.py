"""How each picture looks.

Lives here: view-model to Plotly figure, pydeck deck, SVG or HTML.
May import: view-models, the model, chronology, routes, evidence, the row types of the store, the
theme, words, plotly, pydeck, babel, numpy, pyproj, shapely.
May not: data access, Streamlit, new arithmetic on facts.
"""
