"""The record itself: one function for each question."""

from __future__ import annotations

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.rows import (
    BuildInfo,
    CaseSummary,
    ClaimRow,
    DateSaid,
    EventRow,
    FigureRow,
    LegRow,
    SourceRow,
)

ALL = Selection()
Connection = duckdb.DuckDBPyConnection


def build_info(connection: Connection) -> BuildInfo:
    """Which content the store holds."""
    return ask(connection, "build_info", BuildInfo)[0]


def cases(
    connection: Connection, chosen: Selection = ALL, *, limit: int = 1_000_000, skip: int = 0
) -> tuple[CaseSummary, ...]:
    """Cases of which the choice leaves something, latest report first."""
    return ask(connection, "cases", CaseSummary, chosen=chosen, limit=limit, skip=skip)


def events(connection: Connection, chosen: Selection = ALL) -> tuple[EventRow, ...]:
    """Events, earliest possible day first."""
    return ask(connection, "events", EventRow, chosen=chosen)


def legs(connection: Connection, chosen: Selection = ALL) -> tuple[LegRow, ...]:
    """Legs in order of each route."""
    return ask(connection, "legs", LegRow, chosen=chosen)


def claims(connection: Connection, chosen: Selection = ALL) -> tuple[ClaimRow, ...]:
    """Every claim on the events of a choice, published by its day of knowledge."""
    return ask(connection, "claims", ClaimRow, chosen=chosen)


def dates_said(connection: Connection, chosen: Selection = ALL) -> tuple[DateSaid, ...]:
    """The dates stated for events whose date is disputed."""
    return ask(connection, "dates_said", DateSaid, chosen=chosen)


def sources(connection: Connection, chosen: Selection = ALL) -> tuple[SourceRow, ...]:
    """The sources those claims cite, earliest publication first."""
    return ask(connection, "sources", SourceRow, chosen=chosen)


def figures(connection: Connection, chosen: Selection = ALL) -> tuple[FigureRow, ...]:
    """The figures on the events of a choice."""
    return ask(connection, "figures", FigureRow, chosen=chosen)
