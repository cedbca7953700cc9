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
    in_address = _in_address()
    titles = {
        case.case_id: case.title for case in data.ask(read.cases, Selection(), limit=MOST_OFFERED)
    }
    asked = dict.fromkeys((*in_address, *st.session_state.get(name, ())))
    missing = tuple(one for one in asked if one not in titles)[: at_most or MOST_OFFERED]
    if missing:
        found = data.ask(read.cases, Selection(case_ids=missing), limit=len(missing))
        titles |= {case.case_id: case.title for case in found}
    if name not in st.session_state or in_address != st.session_state.get(_written(name)):
        known = [one for one in in_address if one in titles][:at_most]
        if known != in_address:
            url.mark_stale()
        st.session_state[name] = known
    chosen = st.multiselect(
        label,
        list(titles),
        format_func=lambda one: titles.get(one, one),
        key=name,
        placeholder=say("control.all"),
        max_selections=at_most,
        on_change=_overtake,
        args=(name,),
    )
    url.write({"case": chosen})
    st.session_state[_written(name)] = chosen
    return tuple(chosen)


def _overtake(name: str) -> None:
    """As `url.overtake`, for a control whose name is not the one in the address."""
    st.session_state[_written(name)] = _in_address()


def _in_address() -> list[str]:
    return list(dict.fromkeys(st.query_params.get_all("case")))


def _written(name: str) -> str:
    return f"{name}_in_url"
