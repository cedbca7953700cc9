"""The menu: every page as a link that takes the filters along."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page

from timeline.model.selection import DAYS, LISTS, SWITCHES


def draw(pages: Mapping[str, Page]) -> None:
    """Links to all pages, in their order.

    Each is a whole address, so that Back, a new tab and a copied link do what they should.
    The subject of a page (its case, its person) stays behind; filters come along.
    """
    carried = {
        name: st.query_params.get_all(name)
        for name in (*LISTS, *DAYS, *SWITCHES)
        if name != "case" and name in st.query_params
    }
    for page in pages.values():
        st.page_link(page, label=page.title, query_params=carried or None)
