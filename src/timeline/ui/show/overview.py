"""All cases on a page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import streamlit as st

from timeline.charts.html import case_list as case_links
from timeline.charts.html.date_lists import latest_list, set_list
from timeline.charts.timeline import case_timeline as wide_timeline
from timeline.charts.timeline import overview_timeline as wide_overview
from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import CaseSummary, Totals
from timeline.ui import data, url, words
from timeline.ui.show.text import note
from timeline.viewmodel.dates_kept import dates_kept
from timeline.viewmodel.overview_timeline import OverviewTimeline

CASE_ADDRESS = "/case"
_DATES = 6
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
    page = st.pagination(page_count, key="page")
    url.write({"page": [str(page)] if page > 1 else []})


def overview(view: OverviewTimeline, say: Catalog) -> None:
    """All cases: marks on wide screens, a list of links on narrow ones."""
    with st.container(key="wide"):
        st.plotly_chart(
            wide_overview.figure(view, say, words.palette(), case_address=CASE_ADDRESS),
            alt=wide_overview.alt_words(view, say),
            key="overview",
            theme=None,
            config=wide_timeline.CONFIG,
            width="stretch",
        )
        st.html(case_links.lane_key(view, say))
    with st.container(key="narrow"):
        st.html(case_links.case_list(view, say, case_address=CASE_ADDRESS))


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
