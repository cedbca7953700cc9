"""Which page of a long table is shown."""

from __future__ import annotations

from collections.abc import Hashable

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.ui import url

_PAGE = "page"
_SUBJECT = "page_subject"
_LONGEST = 7
"""Digits; no table has more pages."""


def page_of(say: Catalog, page_count: int, subject: Hashable) -> int:
    """Ask for a page, from 1, and remember it as ?page=; the first leaves no trace.

    *subject* is whatever the table is of: another one starts at its first page. A page
    that is not there is passed over, with a note.
    """
    asked = url.taken(_PAGE)
    if asked is not None:
        found = _number(asked[0]) if asked else 1
        if not 1 <= found <= page_count:
            url.mark_stale()
            found = 1
        st.session_state[_PAGE] = found
    elif st.session_state.get(_SUBJECT) != subject:
        st.session_state[_PAGE] = 1
    st.session_state[_SUBJECT] = subject
    if page_count == 1:
        st.session_state[_PAGE] = 1
        url.write({_PAGE: []})
        return 1
    with st.container(key="pager", width=180):
        chosen = st.number_input(
            say("data.page", number=f"{page_count:,}"),
            min_value=1,
            max_value=page_count,
            step=1,
            key=_PAGE,
            on_change=url.overtake,
            args=(_PAGE,),
        )
    url.write({_PAGE: [str(chosen)] if chosen != 1 else []})
    return chosen


def _number(text: str) -> int:
    """The number that a text of plain digits names; 0 for any other."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else 0
