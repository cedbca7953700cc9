"""Staying within some of the cases, on a page that is about all of them."""

from __future__ import annotations

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.ui import data, url
from timeline.ui.choosers import MOST_OFFERED

_CASE = "case"


def some_cases(say: Catalog) -> tuple[str, ...]:
    """Ask for cases, latest report first; none chosen is all of them.

    The cases of the address are offered even when they are not among the latest.
    """
    # The page of one case keeps a single id under this name.
    if isinstance(st.session_state.get(_CASE), str):
        del st.session_state[_CASE]
    asked = (*st.query_params.get_all(_CASE), *st.session_state.get(_CASE, ()))
    titles = {
        case.case_id: case.title for case in data.ask(read.cases, Selection(), limit=MOST_OFFERED)
    }
    missing = tuple(one for one in dict.fromkeys(asked) if one not in titles)[:MOST_OFFERED]
    if missing:
        found = data.ask(read.cases, Selection(case_ids=missing), limit=MOST_OFFERED)
        titles |= {case.case_id: case.title for case in found}
    with st.container(key="foldable_case", width=260):
        return tuple(
            url.some_of(say("control.case"), titles, name=_CASE, placeholder=say("control.all"))
        )
