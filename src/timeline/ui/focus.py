"""What is chosen on a page: one event, or places on the map; timeline, map and list share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from timeline.store.rows import EventRow, LegRow
from timeline.ui import url
from timeline.viewmodel.marked import Marked, marked_by_event, marked_by_places

EVENT = "event"
PLACE = "place"


@dataclass(frozen=True, slots=True)
class Focus:
    """The one thing in focus."""

    event_id: str | None
    place_ids: tuple[str, ...]
    marked: Marked


def focus(events: Sequence[EventRow], legs: Sequence[LegRow]) -> Focus:
    """What the address or the last click puts in focus, among the given events.

    An event or place that is not among them is passed over, with a note when a link named it.
    """
    event_ids = {event.event_id for event in events}
    place_ids = {
        *(event.place_id for event in events if event.place_id),
        *(end for leg in legs for end in (leg.from_place_id, leg.to_place_id)),
    }
    asked = url.taken(EVENT)
    if asked is not None:
        st.session_state[EVENT] = asked[0] if asked else None
    if st.session_state[EVENT] is not None and st.session_state[EVENT] not in event_ids:
        if asked:
            url.mark_stale()
        st.session_state[EVENT] = None
    asked = url.taken(PLACE)
    if asked is not None:
        st.session_state[PLACE] = asked
    places = [one for one in st.session_state[PLACE] if one in place_ids]
    if asked and places != asked:
        url.mark_stale()
    st.session_state[PLACE] = places
    event_id = st.session_state[EVENT]
    url.write({EVENT: [event_id] if event_id else [], PLACE: places})
    if event_id:
        marked = marked_by_event(event_id, events, legs)
    elif places:
        marked = marked_by_places(places, events, legs)
    else:
        marked = Marked()
    return Focus(event_id, tuple(places), marked)


def choose_event(event_id: str | None) -> None:
    """Put an event in focus; to be called before the page runs, from a control's callback."""
    _choose(event_id, [])


def choose_places(place_ids: Sequence[str]) -> None:
    """Put places in focus; to be called before the page runs, from a control's callback."""
    _choose(None, list(place_ids))


def _choose(event_id: str | None, place_ids: list[str]) -> None:
    st.session_state[EVENT] = event_id
    st.session_state[PLACE] = place_ids
    url.overtake(EVENT, PLACE)
