"""What a search found, on the page."""

from __future__ import annotations

import streamlit as st

from timeline.charts.html.search_list import search_list
from timeline.i18n.catalog import Catalog
from timeline.ui import menu
from timeline.ui.show.text import note
from timeline.viewmodel.search_answer import SearchAnswer


def answer(found: SearchAnswer, say: Catalog) -> None:
    """How much was found, and everything as links."""
    if not found.count:
        st.info(say("search.hidden" if found.hidden_count else "search.nothing"))
        return
    note(say.count("search.found", found.count))
    st.html(search_list(found, say, carried=menu.carried()))
    if found.hidden_count:
        note(say("search.hidden"))
