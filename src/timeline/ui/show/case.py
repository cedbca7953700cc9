"""One case on a page: its timeline, its table, where sources differ."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from timeline.charts.html.dispute_list import dispute_list
from timeline.charts.html.event_list import event_list
from timeline.charts.html.event_table import event_table
from timeline.charts.html.source_list import source_list
from timeline.charts.timeline import case_timeline as wide_timeline
from timeline.charts.timeline.time_scale import TimeScale, window_scale
from timeline.charts.timeline.timeline_layout import scale_of
from timeline.chronology.phrase import phrase_of
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.model.edtf import DateKind, parse
from timeline.model.vocabulary import Lane
from timeline.ui import focus, url, words
from timeline.ui.show.text import note
from timeline.viewmodel.case_dossier import CaseDossier
from timeline.viewmodel.case_timeline import CaseTimeline
from timeline.viewmodel.marked import NOTHING, Marked
from timeline.viewmodel.upright_timeline import upright_timeline

_AXIS = "axis"
_SHORTEST_DAYS = 7
"""A shorter stretch is not worth an axis of its own: it was a slip of the hand."""


def timeline(
    view: CaseTimeline,
    say: Catalog,
    *,
    whole: CaseTimeline | None = None,
    marked: Marked = NOTHING,
) -> None:
    """The timeline of a case: wide on wide screens, upright on narrow ones.

    *whole* is the timeline without filters: its axis stays where it is while filters come
    and go, unless the reader asks for an axis that fits what is left.
    """
    if view.is_empty:
        return
    with st.container(key="wide"):
        folded = _folded_lanes(view, say)
        window = _window()
        full = whole if whole is not None and not whole.is_empty else view
        with st.container(key="axis_controls", horizontal=True, vertical_alignment="center"):
            fits = _wants_fitted(say) if full.marks != view.marks else False
            if window is not None:
                st.button(
                    say("timeline.see_all"), key="see_all", type="tertiary", on_click=_see_all
                )
                _say_outside(view, window, say)
        scale = window_scale(*window) if window else scale_of(view if fits else full)
        drawn = view.within(*window) if window else view
        if drawn.is_empty:
            note(say("timeline.window_empty"))
        else:
            _figure(drawn, scale, folded, marked, say)
    with st.container(key="narrow"):
        st.html(event_list(upright_timeline(view), say, marked=marked.event_ids))
    if view.undated:
        note(say("case.undated", titles="; ".join(mark.title for mark in view.undated)))


def _figure(
    view: CaseTimeline, scale: TimeScale, folded: frozenset[Lane], marked: Marked, say: Catalog
) -> None:
    st.plotly_chart(
        wide_timeline.figure(
            view,
            say,
            words.palette(),
            scale=scale,
            folded=folded,
            marked=marked.event_ids,
            today=dt.datetime.now(dt.UTC).date(),
        ),
        alt=wide_timeline.alt_words(view, say),
        key="timeline",
        theme=None,
        config=wide_timeline.CONFIG,
        width="stretch",
        on_select=lambda: _chosen(scale),
        selection_mode=("points", "box"),
    )
    note(say("timeline.hint"))


def _chosen(scale: TimeScale) -> None:
    """A click on a mark puts its event in focus; a stretch drawn across becomes the axis."""
    found = st.session_state["timeline"].selection
    boxes = found.get("box") or []
    if boxes:
        first, last = (
            scale.day_at(place) for place in sorted(boxes[0]["x"])[:: len(boxes[0]["x"]) - 1]
        )
        if (last - first).days >= _SHORTEST_DAYS:
            st.session_state[_AXIS] = f"{first.isoformat()}/{last.isoformat()}"
        return
    points = found.get("points") or []
    if points:
        event_id = points[0].get("customdata")
        focus.choose_event(event_id[0] if isinstance(event_id, list) else event_id)


def _window() -> tuple[dt.date, dt.date] | None:
    """The stretch of days the reader asked for as ?axis=<EDTF interval of two days>."""
    asked = url.taken(_AXIS)
    if asked is not None:
        st.session_state[_AXIS] = asked[0] if asked else None
    text = st.session_state[_AXIS]
    window = _days(text) if text else None
    if text and window is None:
        url.mark_stale()
        st.session_state[_AXIS] = None
    url.write({_AXIS: [text] if text and window else []})
    return window


def _days(text: str) -> tuple[dt.date, dt.date] | None:
    try:
        date = parse(text)
    except ValueError:
        return None
    first, last = date.earliest, date.latest
    if date.kind is not DateKind.PERIOD or first is None or last is None or date.level > 0:
        return None
    return (first, last) if (last - first).days >= _SHORTEST_DAYS else None


def _see_all() -> None:
    st.session_state[_AXIS] = None


def _say_outside(view: CaseTimeline, window: tuple[dt.date, dt.date], say: Catalog) -> None:
    first, last = window
    earlier = sum(mark.last_day is not None and mark.last_day < first for mark in view.marks)
    later = sum(mark.first_day is not None and mark.first_day > last for mark in view.marks)
    note(
        say(
            "timeline.window",
            period=date_words(phrase_of(parse(f"{first.isoformat()}/{last.isoformat()}")), say),
            earlier=earlier,
            later=later,
        )
    )


def _wants_fitted(say: Catalog) -> bool:
    return url.switch(say("timeline.fit"), name="fit")


def _folded_lanes(view: CaseTimeline, say: Catalog) -> frozenset[Lane]:
    """The lanes drawn as one row without labels, remembered as ?fold=<lane>."""
    lanes = [lane.lane for lane in view.lanes]
    asked = url.taken("fold")
    if asked is not None:
        st.session_state["fold"] = asked
        st.session_state["lanes"] = [lane.value for lane in lanes if lane.value not in asked]
    known = [lane.value for lane in lanes]
    opened = st.pills(
        say("timeline.lanes"),
        known,
        selection_mode="multi",
        format_func=lambda one: say(f"lane.{one}"),
        key="lanes",
    )
    folded = [one for one in known if one not in opened]
    st.session_state["fold"] = folded
    url.write({"fold": folded})
    return frozenset(Lane(one) for one in folded)


def dossier(found: CaseDossier, say: Catalog, *, marked: Marked = NOTHING) -> None:
    """What sources differ on, every event as a table, and the sources."""
    if found.disputed:
        st.header(say("case.differ"))
        st.html(dispute_list(found, say))
    st.header(say("case.table"))
    st.html(event_table(found, say, marked=marked.event_ids))
    st.header(say("case.sources"))
    st.html(source_list(found, say))
