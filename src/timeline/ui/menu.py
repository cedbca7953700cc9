"""The menu: every page as a link that takes the filters along."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page

from timeline.model.selection import DAYS, LISTS, SWITCHES
from timeline.store import read
from timeline.store.read.record import ALL
from timeline.ui import data


def draw(pages: Mapping[str, Page]) -> None:
    """Links to all pages, in their order.

    Each is a whole address, so that Back, a new tab and a copied link do what they should.
    The subject of a page (its case, its person) stays behind; filters come along.
    """
    filters = carried()
    for name, page in pages.items():
        st.page_link(page, label=page.title, query_params={**filters, **_subject(name)} or None)


def _subject(page_name: str) -> dict[str, list[str]]:
    """The subject a page would open on, so that its address is whole from the first moment."""
    if page_name not in ("case", "export"):
        return {}
    seen = st.session_state.get("case")
    # Pages about several cases keep a list of ids under this name.
    if isinstance(seen, str):
        return {"case": [seen]}
    if not data.has_store():
        return {}
    return {"case": [case.case_id for case in data.ask(read.cases, ALL, limit=1)]}


def carried() -> dict[str, list[str]]:
    """The filters in the address, which links between pages take along."""
    return {
        name: st.query_params.get_all(name)
        for name in (*LISTS, *DAYS, *SWITCHES)
        if name != "case" and name in st.query_params
    }
