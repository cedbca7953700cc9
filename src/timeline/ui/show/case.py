"""One case on a page: its timeline, its table, where sources differ."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from timeline.charts.html.dispute_list import dispute_list
from timeline.charts.html.event_list import event_list
from timeline.charts.html.event_table import event_table, row_class
from timeline.charts.html.source_list import source_list
from timeline.charts.timeline import case_timeline as wide_timeline
from timeline.charts.timeline.time_scale import TimeScale, window_scale
from timeline.charts.timeline.timeline_layout import scale_of
from timeline.charts.timeline.timeline_words import alt_words
from timeline.i18n.catalog import Catalog, catalog
from timeline.model.vocabulary import Lane
from timeline.theme import PALETTES
from timeline.ui import focus, url, words
from timeline.ui.show import axis
from timeline.ui.show.text import note
from timeline.viewmodel.case_dossier import CaseDossier
from timeline.viewmodel.case_timeline import CaseTimeline
from timeline.viewmodel.marked import NOTHING, Marked
from timeline.viewmodel.upright_timeline import upright_timeline

_LANES = "fold"


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
    if not view.is_empty:
        with st.container(key="wide"):
            _wide(view, whole if whole is not None and not whole.is_empty else view, marked, say)
        with st.container(key="narrow"):
            st.html(event_list(upright_timeline(view), say))
    if view.undated:
        note(say("case.undated", titles="; ".join(mark.title for mark in view.undated)))


def _wide(view: CaseTimeline, whole: CaseTimeline, marked: Marked, say: Catalog) -> None:
    is_filtered = len(whole.marks) != len(view.marks)
    fits = url.switch(say("timeline.fit"), name="fit") if is_filtered else False
    window = axis.window()
    scale = scale_of(view if fits else whole, today=_today())
    drawn = view
    if window is not None:
        scale = window_scale(window.first_day, window.last_day)
        drawn = view.within(window.first_day, window.last_day)
    if drawn.is_empty:
        note(say("timeline.window_empty"))
    else:
        _figure(drawn, scale, _folded_lanes(view), marked, say)
    axis.controls(whole, view, window, marked, say)
    _lane_control(view, say)


def _figure(
    view: CaseTimeline, scale: TimeScale, folded: frozenset[Lane], marked: Marked, say: Catalog
) -> None:
    st.plotly_chart(
        _drawn(view, say.language, words.palette().name, scale, folded, marked.event_ids, _today()),
        alt=alt_words(view, say),
        key="timeline",
        theme=None,
        config=wide_timeline.CONFIG,
        width="stretch",
        on_select=_chosen,
        selection_mode="points",
    )


@lru_cache(maxsize=64)
def _drawn(
    view: CaseTimeline,
    language: str,
    ground: str,
    scale: TimeScale,
    folded: frozenset[Lane],
    event_ids: frozenset[str],
    today: dt.date,
) -> go.Figure:
    """The figure, built once for all readers who ask for the same; to compare two views takes far less."""
    return wide_timeline.figure(
        view,
        catalog(language),
        PALETTES[ground],
        scale=scale,
        folded=folded,
        marked=event_ids,
        today=today,
    )


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _chosen() -> None:
    """A click on a mark puts its event in focus."""
    points = st.session_state["timeline"].selection.get("points") or []
    if points:
        event_id = points[0].get("customdata")
        focus.choose_event(event_id[0] if isinstance(event_id, list) else event_id)


def _folded_lanes(view: CaseTimeline) -> frozenset[Lane]:
    """The lanes drawn as one row without labels, as ?fold=<lane> or the control below says."""
    known = [lane.lane.value for lane in view.lanes]
    asked = url.taken(_LANES)
    if asked is not None:
        st.session_state[_LANES] = [one for one in asked if one in set(Lane)]
    folded = [one for one in st.session_state[_LANES] if one in known]
    url.write({_LANES: st.session_state[_LANES]})
    return frozenset(Lane(one) for one in folded)


def _lane_control(view: CaseTimeline, say: Catalog) -> None:
    known = [lane.lane.value for lane in view.lanes]
    st.session_state[_LANES] = [one for one in st.session_state.get(_LANES, []) if one in known]
    st.pills(
        say("timeline.lanes"),
        known,
        selection_mode="multi",
        format_func=lambda one: say(f"lane.{one}"),
        key=_LANES,
        on_change=url.overtake,
        args=(_LANES,),
    )


def mark_rows(marked: Marked) -> None:
    """Mark the rows of the events in focus, in the table and in the upright list, by style alone."""
    rows = ", ".join(
        f"tr.{row_class(one)} > *, li.{row_class(one)}" for one in sorted(marked.event_ids)
    )
    st.html(
        f"<style>{rows} {{ background: {words.palette().land}; }}</style>"
        if rows
        else "<style></style>"
    )


def dossier(found: CaseDossier, say: Catalog) -> None:
    """What sources differ on, every event as a table, and the sources."""
    if found.disputed:
        st.header(say("case.differ"))
        st.html(dispute_list(found, say))
    st.header(say("case.table"))
    st.html(event_table(found, say))
    st.header(say("case.sources"))
    st.html(source_list(found, say))
