"""How each picture looks.

Lives here: view-model to Plotly figure, pydeck deck, SVG or HTML.
May import: view-models, the theme, words.
May not: data access, Streamlit, new arithmetic on facts.
"""
