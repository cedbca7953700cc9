"""The baseline: a bare Streamlit script that draws ready-made figures and computes nothing.

`measuring/choices.py` puts this file into a folder with the figures that our
overview draws for each choice of the filters, and with the land they name by address.
"""

import pickle
from pathlib import Path

import streamlit as st


class ReadyDeck:
    """A deck that is text already: what Streamlit asks of one, and no more."""

    layers = ()
    mapbox_key = None

    def __init__(self, text, tooltip):
        self._text = text
        self._tooltip = tooltip

    def to_json(self):
        """The text that goes to the browser."""
        return self._text


@st.cache_resource(show_spinner=False)
def prepared():
    """Each choice with the calls that draw its two charts, in the order of the page."""
    with (Path(__file__).parent / "figures.pickle").open("rb") as file:
        return pickle.load(file)


st.set_page_config(layout="wide")
st.title("Two charts")
choices = prepared()
chosen = st.selectbox("Choice", list(choices))
for kind, chart, options in choices[chosen]:
    if kind == "plotly_chart":
        st.plotly_chart(chart, **options)
    else:
        st.pydeck_chart(ReadyDeck(**chart), **options)
