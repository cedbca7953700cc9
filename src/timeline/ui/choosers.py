"""Choosing the subject of a page: one case."""

from __future__ import annotations

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import CaseSummary
from timeline.ui import data, url

MOST_OFFERED = 50
"""Cases in the list; any other is found by search or by its link."""


def one_case(say: Catalog) -> CaseSummary | None:
    """Ask for a case, latest report first; None when there is none at all.

    The case of the address is offered even when it is not among the latest.
    """
    cases = {case.case_id: case for case in data.ask(read.cases, Selection(), limit=MOST_OFFERED)}
    for asked in (*st.query_params.get_all("case"), st.session_state.get("case")):
        found = data.case_of(asked) if asked and asked not in cases else None
        if found is not None:
            cases[found.case_id] = found
    if not cases:
        return None
    titles = {case_id: case.title for case_id, case in cases.items()}
    with st.container(key="subject", width=320):
        return cases[url.one_of(say("control.case"), titles, name="case")]
