"""What pages may ask of the store, cached by the store's own name.

The name changes with the content, so a new build is picked up by the next click and
nobody is ever shown rows of two builds. Only ids are cache keys, never frames or roles.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import streamlit as st

from timeline.intake.folder import data_folder
from timeline.store import read
from timeline.store.connection import open_store
from timeline.store.location import current_store
from timeline.store.rows import (
    CaseSummary,
    Choice,
    ClaimRow,
    DateSaid,
    EventRow,
    FigureRow,
    LegRow,
    SourceRow,
    Totals,
)
from timeline.ui import words
from timeline.ui.outlines import outlines
from timeline.ui.selection import Selection
from timeline.ui.store_build import store_build
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.route_view import RouteMap

_VIEWS = 256
"""Filtered views kept in memory, of this build and the one before."""


def ready() -> bool:
    """Whether there is a store to read; waits, behind a bar, while it is being built.

    Says so when the record has problems. The sheets are compared with the store once a
    process; later builds are noticed by their pointer.
    """
    folder = data_folder()
    build = store_build(folder)
    say = words.current()
    if not build.finished.is_set():
        place = st.empty()
        while not build.finished.wait(0.05):
            place.progress(build.share, text=say("build.working"))
        place.empty()
    if build.problem_count:
        st.warning(say.count("build.not_clean", build.problem_count))
    if current_store(folder) is None:
        st.error(say("build.nothing"))
        return False
    return True


@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(store: str) -> duckdb.DuckDBPyConnection:
    return open_store(Path(store))


def store() -> str:
    """The path of the store being served.

    Raises FileNotFoundError when nothing has been built.
    """
    path = current_store(data_folder())
    if path is None:
        raise FileNotFoundError("no store has been built")
    return str(path)


def fingerprint() -> str:
    """The fingerprint of the store being served."""
    return _fingerprint(store())


@st.cache_data(max_entries=4, show_spinner=False)
def _fingerprint(store: str) -> str:
    return read.build_info(_connection(store)).fingerprint


def cases() -> tuple[CaseSummary, ...]:
    """Every case, latest report first."""
    return _cases(store())


@st.cache_data(max_entries=4, show_spinner=False)
def _cases(store: str) -> tuple[CaseSummary, ...]:
    return read.cases(_connection(store))


def events(chosen: Selection) -> tuple[EventRow, ...]:
    """Events, earliest possible day first."""
    return _events(store(), chosen)


@st.cache_data(max_entries=_VIEWS, show_spinner=False)
def _events(store: str, chosen: Selection) -> tuple[EventRow, ...]:
    return read.events(
        _connection(store),
        case_ids=chosen.case_ids,
        actor_ids=chosen.actor_ids,
        country_codes=chosen.country_codes,
    )


def legs(chosen: Selection) -> tuple[LegRow, ...]:
    """Legs in order of each route."""
    return _legs(store(), chosen)


@st.cache_data(max_entries=_VIEWS, show_spinner=False)
def _legs(store: str, chosen: Selection) -> tuple[LegRow, ...]:
    return read.legs(
        _connection(store),
        case_ids=chosen.case_ids,
        actor_ids=chosen.actor_ids,
        country_codes=chosen.country_codes,
    )


def totals(chosen: Selection) -> Totals:
    """How much a selection leaves."""
    return _totals(store(), chosen)


@st.cache_data(max_entries=_VIEWS, show_spinner=False)
def _totals(store: str, chosen: Selection) -> Totals:
    return read.totals(
        _connection(store),
        case_ids=chosen.case_ids,
        actor_ids=chosen.actor_ids,
        country_codes=chosen.country_codes,
    )


def routes(chosen: Selection) -> RouteMap:
    """What the route map of a selection says."""
    return _routes(store(), chosen)


@st.cache_resource(max_entries=_VIEWS, show_spinner=False)
def _routes(store: str, chosen: Selection) -> RouteMap:
    return case_routes(_legs(store, chosen), _events(store, chosen), outlines())


def people(country_codes: tuple[str, ...] = ()) -> tuple[Choice, ...]:
    """People to filter by, with the events each choice would leave."""
    return _people(store(), country_codes)


@st.cache_data(max_entries=64, show_spinner=False)
def _people(store: str, country_codes: tuple[str, ...]) -> tuple[Choice, ...]:
    return read.people(_connection(store), country_codes=country_codes)


def countries(actor_ids: tuple[str, ...] = ()) -> tuple[Choice, ...]:
    """Countries to filter by, with the events each choice would leave."""
    return _countries(store(), actor_ids)


@st.cache_data(max_entries=64, show_spinner=False)
def _countries(store: str, actor_ids: tuple[str, ...]) -> tuple[Choice, ...]:
    return read.countries(_connection(store), actor_ids=actor_ids)


def dates_said(case_id: str) -> tuple[DateSaid, ...]:
    """The dates stated for events of one case whose date is disputed."""
    return _dates_said(store(), case_id)


@st.cache_data(max_entries=64, show_spinner=False)
def _dates_said(store: str, case_id: str) -> tuple[DateSaid, ...]:
    return read.dates_said(_connection(store), case_ids=[case_id])


def claims(case_id: str) -> tuple[ClaimRow, ...]:
    """Every claim of one case."""
    return _claims(store(), case_id)


@st.cache_data(max_entries=64, show_spinner=False)
def _claims(store: str, case_id: str) -> tuple[ClaimRow, ...]:
    return read.claims(_connection(store), case_id=case_id)


def sources(case_id: str) -> tuple[SourceRow, ...]:
    """The sources that one case cites."""
    return _sources(store(), case_id)


@st.cache_data(max_entries=64, show_spinner=False)
def _sources(store: str, case_id: str) -> tuple[SourceRow, ...]:
    return read.sources(_connection(store), case_id=case_id)


def figures(case_id: str) -> tuple[FigureRow, ...]:
    """The figures of one case."""
    return _figures(store(), case_id)


@st.cache_data(max_entries=64, show_spinner=False)
def _figures(store: str, case_id: str) -> tuple[FigureRow, ...]:
    return read.figures(_connection(store), case_id=case_id)
