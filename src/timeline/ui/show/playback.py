"""Playing a case: one event after another by itself, with the map as of each, stopping at gaps.

Nothing starts to move unless a reader asks for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from timeline.charts.mapping.gap_words import gap_sentence
from timeline.i18n.catalog import Catalog
from timeline.store.rows import EventRow, LegRow
from timeline.ui import focus, url
from timeline.ui.focus import Focus
from timeline.ui.show.text import note
from timeline.viewmodel.route_view import RouteGap, RouteMap

SECONDS_A_STEP = 3.0
_PLAYING = "is_playing"
_STORY = "story"
_NEXT = "next_event"
_HAS_TICKED = "has_ticked"


def playback(
    events: Sequence[EventRow],
    legs: Sequence[LegRow],
    view: RouteMap,
    in_focus: Focus,
    say: Catalog,
) -> dt.date | None:
    """The button and the switch; gives the day that the map is to be drawn as of, or None.

    The day is the first the event in focus allows: what is sure by then is drawn in full,
    what may have begun pale, what cannot have begun not at all.
    """
    dated = [event for event in events if event.date_earliest is not None]
    ids = [event.event_id for event in dated]
    gaps = _gaps_after(view, legs)
    with st.container(key="playback", horizontal=True, vertical_alignment="center"):
        is_playing = bool(st.session_state.get(_PLAYING))
        st.button(
            say("playback.pause" if is_playing else "playback.play"),
            key="play",
            on_click=_pause if is_playing else _play,
            args=() if is_playing else (ids, in_focus.event_id),
            disabled=len(ids) < 2,
        )
        follows = url.switch(say("playback.follow"), name=_STORY)
    gap = gaps.get(in_focus.event_id or "")
    if follows and gap is not None:
        note(gap_sentence(gap, say))
    if is_playing:
        _tick(ids, frozenset(gaps))
    day = {event.event_id: event.date_earliest for event in dated}.get(in_focus.event_id or "")
    return day if follows else None


@st.fragment(run_every=SECONDS_A_STEP)
def _tick(ids: Sequence[str], gap_event_ids: frozenset[str]) -> None:
    """Step on, once the time of a step is over; stop at a gap and at the end."""
    if not st.session_state.get(_HAS_TICKED):
        # The run that starts the play, and every run of the whole page, is not a step.
        st.session_state[_HAS_TICKED] = True
        return
    at = st.session_state.get(focus.EVENT)
    place = ids.index(at) + 1 if at in ids else 0
    st.session_state[_HAS_TICKED] = False
    if place >= len(ids):
        _pause()
    else:
        st.session_state[_NEXT] = ids[place]
        if ids[place] in gap_event_ids or place == len(ids) - 1:
            _pause()
    st.rerun(scope="app")


def advance() -> None:
    """Take the step that the clock asked for; to be called before the list is drawn."""
    following = st.session_state.pop(_NEXT, None)
    if following is not None:
        focus.choose_event(following)


def _play(ids: Sequence[str], at: str | None) -> None:
    st.session_state[_PLAYING] = True
    st.session_state[_STORY] = True
    st.session_state[_HAS_TICKED] = False
    if at not in ids or at == ids[-1]:
        focus.choose_event(ids[0])


def _pause() -> None:
    st.session_state[_PLAYING] = False


def _gaps_after(view: RouteMap, legs: Sequence[LegRow]) -> Mapping[str, RouteGap]:
    """The gaps by the event of the leg before them."""
    event_of = {leg.leg_id: leg.event_id for leg in legs}
    return {event_of[gap.leg_ids[0]]: gap for gap in view.gaps if gap.leg_ids[0] in event_of}
