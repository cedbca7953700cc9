"""All cases on a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from timeline.charts.html import case_list as case_links
from timeline.charts.html.date_lists import latest_list, set_list
from timeline.charts.timeline import case_timeline as wide_timeline
from timeline.charts.timeline import overview_timeline as wide_overview
from timeline.charts.timeline.time_scale import TimeScale, time_scale
from timeline.chronology.phrase import phrase_of
from timeline.i18n.catalog import Catalog, catalog
from timeline.i18n.date_words import date_words
from timeline.model.edtf import parse
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import CaseSummary, EventRow, Totals
from timeline.theme import PALETTES
from timeline.ui import data, focus, menu, url, words
from timeline.ui.focus import Focus
from timeline.ui.show.text import note, plain
from timeline.viewmodel.dates_kept import dates_kept
from timeline.viewmodel.marked import NOTHING, Marked
from timeline.viewmodel.overview_timeline import OverviewTimeline

CASE_ADDRESS = "/case"
CASE_PAGE = "pages/views/case.py"
_DATES = 6
_IN_FOCUS = 8
CASES_A_PAGE = 12
"""Cases drawn at once: what is sent must not grow with the record."""


@dataclass(frozen=True, slots=True)
class ListedCases:
    """The cases on this page of the list, and the choice narrowed to them."""

    cases: tuple[CaseSummary, ...]
    chosen: Selection
    first: int
    """Place of the first one among all, from 1."""


def listed_cases(chosen: Selection, totals: Totals, say: Catalog) -> ListedCases:
    """The cases to draw: all, or the page of them that ?page=<number> asks for."""
    page_count = max(1, -(-totals.case_count // CASES_A_PAGE))
    asked = url.taken("page")
    if asked is not None:
        is_page = bool(asked) and asked[0].isdecimal() and 1 <= int(asked[0][:9]) <= page_count
        if asked and not is_page:
            url.mark_stale()
        st.session_state["page"] = int(asked[0]) if is_page else 1
    at = min(st.session_state["page"], page_count)
    skip = (at - 1) * CASES_A_PAGE
    cases = data.ask(read.cases, chosen, limit=CASES_A_PAGE, skip=skip)
    narrowed = chosen
    if page_count > 1:
        narrowed = replace(chosen, case_ids=tuple(case.case_id for case in cases))
    return ListedCases(cases, narrowed, skip + 1)


def more_cases(listed: ListedCases, totals: Totals, say: Catalog) -> None:
    """Where the list stands, and the way to the rest of it; nothing when all are there."""
    page_count = -(-totals.case_count // CASES_A_PAGE)
    if page_count <= 1:
        return
    note(
        say(
            "overview.listed",
            first=f"{listed.first:,}",
            last=f"{listed.first + len(listed.cases) - 1:,}",
            number=f"{totals.case_count:,}",
        )
    )
    page = st.pagination(page_count, key="page", on_change=url.overtake, args=("page",))
    url.write({"page": [str(page)] if page > 1 else []})


def overview(view: OverviewTimeline, say: Catalog, *, marked: Marked = NOTHING) -> None:
    """All cases: marks on wide screens, a list of links on narrow ones.

    The axis is that of the whole record, so that it stays put while filters come and go.
    """
    if not view.is_empty:
        with st.container(key="wide"):
            st.plotly_chart(
                _figure(view, say.language, words.palette().name, _whole_scale(), marked.event_ids),
                alt=wide_overview.alt_words(view, say),
                key="overview",
                theme=None,
                config=wide_timeline.CONFIG,
                width="stretch",
                on_select=_chosen,
                selection_mode="points",
            )
            note(say("overview.hint"))
            st.html(case_links.lane_key(view, say))
    with st.container(key="narrow"):
        st.html(case_links.case_list(view, say, case_address=CASE_ADDRESS))


@lru_cache(maxsize=64)
def _figure(
    view: OverviewTimeline,
    language: str,
    ground: str,
    scale: TimeScale | None,
    event_ids: frozenset[str],
) -> go.Figure:
    """The figure, built once for all readers who ask for the same; to compare two views takes far less."""
    return wide_overview.figure(
        view,
        catalog(language),
        PALETTES[ground],
        case_address=CASE_ADDRESS,
        scale=scale,
        marked=event_ids,
    )


def _chosen() -> None:
    """A click on a mark puts its event in focus."""
    points = st.session_state["overview"].selection.get("points") or []
    if points:
        event_id = points[0].get("customdata")
        focus.choose_event(event_id[0] if isinstance(event_id, list) else event_id)


def in_focus(found: Focus, events: Sequence[EventRow], say: Catalog) -> None:
    """The events chosen in a picture, each as a link into its case."""
    chosen = [event for event in events if event.event_id in found.marked.event_ids]
    if found.marked.is_empty:
        return
    with st.container(key="in_focus", gap="xsmall"):
        if not chosen:
            note(say("overview.no_event_here"))
        for event in chosen[:_IN_FOCUS]:
            date = date_words(phrase_of(parse(event.date_edtf) if event.date_edtf else None), say)
            st.page_link(
                CASE_PAGE,
                label=plain(f"{date}: {event.title}"),
                query_params={
                    **menu.carried(),
                    "case": event.case_id,
                    "event": event.event_id,
                },
            )
        if len(chosen) > _IN_FOCUS:
            note(say.count("overview.more_here", len(chosen) - _IN_FOCUS))
        st.button(
            say("stepper.none"),
            key="focus_none",
            type="tertiary",
            on_click=focus.choose_event,
            args=(None,),
        )


def _whole_scale() -> TimeScale | None:
    extent = data.ask(read.extent, Selection())
    if extent.first_day is None or extent.last_day is None:
        return None
    return time_scale([(extent.first_day, extent.last_day)], may_fold=False)


def dates(chosen: Selection, say: Catalog) -> None:
    """What happened last, and the days that were set, side by side."""
    today = dt.datetime.now(dt.UTC).date()
    view = dates_kept(
        data.ask(read.latest, chosen, limit=_DATES),
        data.ask(read.set_dates, chosen, today=today, limit=_DATES),
    )
    with st.container(key="dates"):
        left, right = st.columns(2, gap="large")
        with left:
            st.header(say("dates.latest"))
            st.html(latest_list(view, say, case_address=CASE_ADDRESS))
        with right:
            st.header(say("dates.given"))
            if view.set_dates:
                st.html(set_list(view, say, case_address=CASE_ADDRESS))
            else:
                note(say("dates.none"))
