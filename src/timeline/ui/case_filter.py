"""Staying within some of the cases, on a page that is about all of them."""

from __future__ import annotations

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.ui import data, url
from timeline.ui.choosers import MOST_OFFERED


def some_cases(say: Catalog) -> tuple[str, ...]:
    """Ask for cases; none chosen is all of them."""
    with st.container(key="foldable_case", width=260):
        return cases_asked(say("control.case"), say, name="filtered_cases")


def cases_asked(
    label: str, say: Catalog, *, name: str, at_most: int | None = None
) -> tuple[str, ...]:
    """Ask for cases, latest report first, and remember them as repeated ?case=<id>.

    The cases of the address are offered even when they are not among the latest. They
    stand in it as the one case of another page does, which keeps a single id under that
    name in the session; so the control here has a *name* of its own.
    """
    titles = {
        case.case_id: case.title for case in data.ask(read.cases, Selection(), limit=MOST_OFFERED)
    }
    asked = dict.fromkeys((*st.query_params.get_all("case"), *st.session_state.get(name, ())))
    missing = tuple(one for one in asked if one not in titles)[: at_most or MOST_OFFERED]
    if missing:
        found = data.ask(read.cases, Selection(case_ids=missing), limit=len(missing))
        titles |= {case.case_id: case.title for case in found}
    news = url.taken("case", key=name)
    if news is not None:
        named = list(dict.fromkeys(news))
        st.session_state[name] = [one for one in named if one in titles][:at_most]
        if st.session_state[name] != named:
            url.mark_stale()
    chosen = st.multiselect(
        label,
        list(titles),
        format_func=lambda one: titles.get(one, one),
        key=name,
        placeholder=say("control.all"),
        max_selections=at_most,
        on_change=url.overtake,
        args=("case",),
        kwargs={"key": name},
    )
    url.write({"case": chosen}, key=name)
    return tuple(chosen)
