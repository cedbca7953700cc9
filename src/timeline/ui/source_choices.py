"""What a reader wants to see of the sources: one event, one source, or one of three parts."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.ui import data, url
from timeline.ui.answers import one_event
from timeline.viewmodel.answers import AnsweredEvent

DISPUTES, SOURCES, ORIGINS = "disputes", "sources", "origins"
PARTS = (DISPUTES, SOURCES, ORIGINS)
_PART, _EVENT, _OPEN = "part", "event", "open"
_LONGEST_ID = 200
"""Characters; no id of the record is longer."""

SORTS = {
    DISPUTES: ("case", "newest", "reports"),
    SOURCES: ("published", "newest", "publisher", "claims"),
}


def part(say: Catalog) -> str:
    """Ask which part of the page to see, and remember it as ?part=; the first leaves no trace."""
    asked = url.taken(_PART)
    if asked is not None:
        known = [one for one in asked if one in PARTS]
        if asked and not known:
            url.mark_stale()
        # A link that opens a source means the part that has the sources.
        st.session_state[_PART] = (
            known[0] if known else SOURCES if st.query_params.get(_OPEN) else DISPUTES
        )
    chosen = st.segmented_control(
        say("parts.label"),
        PARTS,
        format_func=lambda one: say(f"parts.{one}"),
        key=_PART,
        required=True,
        label_visibility="collapsed",
        on_change=url.overtake,
        args=(_PART,),
    )
    url.write({_PART: [chosen] if chosen and chosen != DISPUTES else []})
    return chosen or DISPUTES


def order(part_name: str, say: Catalog) -> str:
    """Ask in which order the rows of a part stand."""
    words = {one: say(f"sort.{one}") for one in SORTS[part_name]}
    return url.one_of(say("sort.label"), words, name="sort")


def event_asked(chosen: Selection) -> AnsweredEvent | None:
    """The event that ?event= names; one that is not there is passed over, with a note."""
    found = _asked(_EVENT, lambda event_id: one_event(event_id, chosen) is not None)
    return one_event(found, chosen) if found else None


def source_asked(chosen: Selection) -> str | None:
    """The source that ?open= names; one that is not there is passed over, with a note."""
    return _asked(
        _OPEN, lambda one: bool(data.ask(read.source_supports, chosen, source_ids=(one,)))
    )


def leave_event() -> None:
    """Go back from one event; to be called from a button."""
    st.session_state[_EVENT] = None
    url.overtake(_EVENT)


def leave_source() -> None:
    """Go back from one source; to be called from a button."""
    st.session_state[_OPEN] = None
    url.overtake(_OPEN)


def _asked(name: str, is_there: Callable[[str], bool]) -> str | None:
    asked = url.taken(name)
    if asked is not None:
        st.session_state[name] = asked[0] if asked else None
    found = st.session_state[name]
    if found is not None and not (len(found) <= _LONGEST_ID and is_there(found)):
        if asked:
            url.mark_stale()
        found = st.session_state[name] = None
    url.write({name: [found] if found else []})
    return str(found) if found else None
