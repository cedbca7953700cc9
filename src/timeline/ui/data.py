"""What pages may ask of the store, cached by the store's own name.

The name changes with the content, so a new build is picked up by the next click and
nobody is ever shown rows of two builds.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import streamlit as st

from timeline.assembly.assemble import RecordNotCleanError, up_to_date_store
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


@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(store: str) -> duckdb.DuckDBPyConnection:
    return open_store(Path(store))


@st.cache_resource(show_spinner=False)
def _looked_at() -> set[str]:
    """Data folders whose store this process has already compared with the sheets."""
    return set()


def ready() -> bool:
    """Whether there is a store to read, building it first when it is missing or stale.

    Shows a bar while building and a sentence when nothing can be built. The sheets are
    compared with the store once a process; later builds are picked up by their pointer.
    """
    folder = data_folder()
    if str(folder) in _looked_at() and current_store(folder) is not None:
        return True
    say = words.current()
    place = st.empty()
    try:
        up_to_date_store(folder, lambda share: _show(place, share, say("build.working")))
    except RecordNotCleanError as refusal:
        place.empty()
        st.warning(say("build.not_clean", number=len(refusal.problems)))
        if current_store(folder) is None:
            return False
    place.empty()
    _looked_at().add(str(folder))
    return True


def _show(place: st.delta_generator.DeltaGenerator, share: float, text: str) -> None:
    place.progress(min(max(share, 0.0), 1.0), text=text)


def _store() -> str:
    store = current_store(data_folder())
    if store is None:
        raise FileNotFoundError("no store has been built")
    return str(store)


def fingerprint() -> str:
    """The fingerprint of the store being served."""
    return _fingerprint(_store())


@st.cache_data(max_entries=4, show_spinner=False)
def _fingerprint(store: str) -> str:
    return read.build_info(_connection(store)).fingerprint


def cases() -> tuple[CaseSummary, ...]:
    """Every case, latest report first."""
    return _cases(_store())


@st.cache_data(max_entries=4, show_spinner=False)
def _cases(store: str) -> tuple[CaseSummary, ...]:
    return read.cases(_connection(store))


def events(
    *,
    case_ids: Sequence[str] = (),
    actor_ids: Sequence[str] = (),
    country_codes: Sequence[str] = (),
) -> tuple[EventRow, ...]:
    """Events, earliest possible day first; an empty list chooses everything."""
    return _events(_store(), tuple(case_ids), tuple(actor_ids), tuple(country_codes))


@st.cache_data(max_entries=256, show_spinner=False)
def _events(
    store: str, case_ids: Sequence[str], actor_ids: Sequence[str], country_codes: Sequence[str]
) -> tuple[EventRow, ...]:
    return read.events(
        _connection(store), case_ids=case_ids, actor_ids=actor_ids, country_codes=country_codes
    )


def legs(
    *,
    case_ids: Sequence[str] = (),
    actor_ids: Sequence[str] = (),
    country_codes: Sequence[str] = (),
) -> tuple[LegRow, ...]:
    """Legs in order of each route; an empty list chooses everything."""
    return _legs(_store(), tuple(case_ids), tuple(actor_ids), tuple(country_codes))


@st.cache_data(max_entries=256, show_spinner=False)
def _legs(
    store: str, case_ids: Sequence[str], actor_ids: Sequence[str], country_codes: Sequence[str]
) -> tuple[LegRow, ...]:
    return read.legs(
        _connection(store), case_ids=case_ids, actor_ids=actor_ids, country_codes=country_codes
    )


def totals(
    *,
    case_ids: Sequence[str] = (),
    actor_ids: Sequence[str] = (),
    country_codes: Sequence[str] = (),
) -> Totals:
    """How much a filter leaves."""
    return _totals(_store(), tuple(case_ids), tuple(actor_ids), tuple(country_codes))


@st.cache_data(max_entries=256, show_spinner=False)
def _totals(
    store: str, case_ids: Sequence[str], actor_ids: Sequence[str], country_codes: Sequence[str]
) -> Totals:
    return read.totals(
        _connection(store), case_ids=case_ids, actor_ids=actor_ids, country_codes=country_codes
    )


def people(country_codes: Sequence[str] = ()) -> tuple[Choice, ...]:
    """People to filter by, with the events each choice would leave."""
    return _people(_store(), tuple(country_codes))


@st.cache_data(max_entries=64, show_spinner=False)
def _people(store: str, country_codes: Sequence[str]) -> tuple[Choice, ...]:
    return read.people(_connection(store), country_codes=country_codes)


def countries(actor_ids: Sequence[str] = ()) -> tuple[Choice, ...]:
    """Countries to filter by, with the events each choice would leave."""
    return _countries(_store(), tuple(actor_ids))


@st.cache_data(max_entries=64, show_spinner=False)
def _countries(store: str, actor_ids: Sequence[str]) -> tuple[Choice, ...]:
    return read.countries(_connection(store), actor_ids=actor_ids)


def dates_said(case_ids: Sequence[str] = ()) -> tuple[DateSaid, ...]:
    """The dates stated for events whose date is disputed."""
    return _dates_said(_store(), tuple(case_ids))


@st.cache_data(max_entries=64, show_spinner=False)
def _dates_said(store: str, case_ids: Sequence[str]) -> tuple[DateSaid, ...]:
    return read.dates_said(_connection(store), case_ids=case_ids)


def claims(case_id: str) -> tuple[ClaimRow, ...]:
    """Every claim of one case."""
    return _claims(_store(), case_id)


@st.cache_data(max_entries=64, show_spinner=False)
def _claims(store: str, case_id: str) -> tuple[ClaimRow, ...]:
    return read.claims(_connection(store), case_id=case_id)


def sources(case_id: str) -> tuple[SourceRow, ...]:
    """The sources that one case cites."""
    return _sources(_store(), case_id)


@st.cache_data(max_entries=64, show_spinner=False)
def _sources(store: str, case_id: str) -> tuple[SourceRow, ...]:
    return read.sources(_connection(store), case_id=case_id)


def figures(case_id: str) -> tuple[FigureRow, ...]:
    """The figures of one case."""
    return _figures(_store(), case_id)


@st.cache_data(max_entries=64, show_spinner=False)
def _figures(store: str, case_id: str) -> tuple[FigureRow, ...]:
    return read.figures(_connection(store), case_id=case_id)
