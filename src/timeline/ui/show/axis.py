"""Looking closer at a stretch of a timeline: buttons, remembered as ?axis=<EDTF interval>."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from timeline.chronology.phrase import phrase_of
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.model.edtf import parse
from timeline.ui import url
from timeline.ui.show.text import note
from timeline.viewmodel.case_timeline import CaseTimeline
from timeline.viewmodel.marked import Marked
from timeline.viewmodel.time_window import SHORTEST_DAYS, TimeWindow, window_of

_AXIS = "axis"


def window() -> TimeWindow | None:
    """The stretch the reader asked for; None for the whole time."""
    asked = url.taken(_AXIS)
    if asked is not None:
        st.session_state[_AXIS] = asked[0] if asked else None
    text = st.session_state[_AXIS]
    found = window_of(text) if text else None
    if text and found is None:
        url.mark_stale()
        st.session_state[_AXIS] = None
    url.write({_AXIS: [found.edtf] if found else []})
    return found


def controls(
    whole: CaseTimeline, view: CaseTimeline, now: TimeWindow | None, marked: Marked, say: Catalog
) -> None:
    """Closer, wider, earlier, later; and what lies outside.

    Closer looks at the event in focus, or else at the middle one.
    """
    if whole.first_day is None or whole.last_day is None:
        return
    extent = TimeWindow(whole.first_day, whole.last_day)
    shown = now or _busy_part(view, extent)
    closer = shown.closer(_anchor(view, shown, marked))
    with st.container(key="axis_controls", horizontal=True, vertical_alignment="center"):
        _button("closer", closer if shown.days > SHORTEST_DAYS else None, say)
        if now is not None:
            wider = now.wider(extent)
            _button("wider", wider, say)
            _button("earlier", _changed(now.moved(-1, extent), now), say)
            _button("later", _changed(now.moved(1, extent), now), say)
            _button("see_all", extent, say, clears=True)
    if now is not None:
        earlier = sum(
            mark.last_day is not None and mark.last_day < now.first_day for mark in view.marks
        )
        later = sum(
            mark.first_day is not None and mark.first_day > now.last_day for mark in view.marks
        )
        period = date_words(phrase_of(parse(now.edtf)), say)
        note(say("timeline.window", period=period, earlier=earlier, later=later))


def _busy_part(view: CaseTimeline, extent: TimeWindow) -> TimeWindow:
    """Where to look closer first: without the earliest tenth, which may lie decades before."""
    marks = view.marks
    first = marks[len(marks) // 10].first_day if marks else None
    return TimeWindow(max(first or extent.first_day, extent.first_day), extent.last_day)


def _button(name: str, target: TimeWindow | None, say: Catalog, *, clears: bool = False) -> None:
    st.button(
        say(f"timeline.{name}"),
        key=f"axis_{name}",
        type="tertiary",
        disabled=target is None,
        on_click=_look_at,
        args=(None if clears or target is None else target.edtf,),
    )


def _look_at(text: str | None) -> None:
    st.session_state[_AXIS] = text
    url.overtake(_AXIS)


def _changed(target: TimeWindow, now: TimeWindow) -> TimeWindow | None:
    return None if target == now else target


def _anchor(view: CaseTimeline, shown: TimeWindow, marked: Marked) -> dt.date:
    """The day to look closer at: of the event in focus, else of the middle one shown."""
    days = [
        day
        for mark in view.within(shown.first_day, shown.last_day).marks
        if (day := mark.first_day) is not None
        and (mark.event_id in marked.event_ids or marked.is_empty)
    ]
    return (
        days[len(days) // 2] if days else shown.first_day + (shown.last_day - shown.first_day) / 2
    )
