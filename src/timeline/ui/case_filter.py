"""Staying within some of the cases, on a page that is about all of them."""

from __future__ import annotations

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.ui import data, url
from timeline.ui.choosers import MOST_OFFERED

_CASES = "filtered_cases"
_WRITTEN = "filtered_cases_in_url"


def some_cases(say: Catalog) -> tuple[str, ...]:
    """Ask for cases, latest report first; none chosen is all of them.

    The cases of the address are offered even when they are not among the latest. They
    stand in it as the one case of another page does, which keeps a single id under that
    name in the session; so the control here has a name of its own.
    """
    in_address = list(dict.fromkeys(st.query_params.get_all("case")))
    titles = {
        case.case_id: case.title for case in data.ask(read.cases, Selection(), limit=MOST_OFFERED)
    }
    asked = dict.fromkeys((*in_address, *st.session_state.get(_CASES, ())))
    missing = tuple(one for one in asked if one not in titles)[:MOST_OFFERED]
    if missing:
        found = data.ask(read.cases, Selection(case_ids=missing), limit=MOST_OFFERED)
        titles |= {case.case_id: case.title for case in found}
    if _CASES not in st.session_state or in_address != st.session_state.get(_WRITTEN):
        known = [one for one in in_address if one in titles]
        if known != in_address:
            url.mark_stale()
        st.session_state[_CASES] = known
    with st.container(key="foldable_case", width=260):
        chosen = st.multiselect(
            say("control.case"),
            list(titles),
            format_func=lambda one: titles.get(one, one),
            key=_CASES,
            placeholder=say("control.all"),
        )
    url.write({"case": chosen})
    st.session_state[_WRITTEN] = chosen
    return tuple(chosen)
