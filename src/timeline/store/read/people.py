"""One person across cases: one function for each question."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.rows import (
    Person,
    PersonCase,
    PersonName,
    PersonReport,
    PlaceChain,
    SourceRow,
)

ALL = Selection()
MOST_OFFERED = 50
MOST_REPORTS = 1_000
"""More events of one person than anybody reads at a sitting; what is left out is said."""

Connection = duckdb.DuckDBPyConnection


def people(
    connection: Connection, chosen: Selection = ALL, *, who: str = "", limit: int = MOST_OFFERED
) -> tuple[Person, ...]:
    """Followed people of whom the choice leaves something, most events first, and *who*."""
    return ask(connection, "people", Person, chosen=chosen, who=who, limit=limit)


def person_names(connection: Connection, who: str) -> tuple[PersonName, ...]:
    """Every name under which a person is recorded."""
    return ask(connection, "person_names", PersonName, who=who)


def person_reports(
    connection: Connection, chosen: Selection = ALL, *, who: str, limit: int = MOST_REPORTS
) -> tuple[PersonReport, ...]:
    """The events in which a person has any role, earliest possible day first."""
    return ask(connection, "person_reports", PersonReport, chosen=chosen, who=who, limit=limit)


def person_cases(connection: Connection, who: str) -> tuple[PersonCase, ...]:
    """The cases in which a person has a part."""
    return ask(connection, "person_cases", PersonCase, who=who)


def sources_named(connection: Connection, source_ids: Sequence[str]) -> tuple[SourceRow, ...]:
    """The given sources, earliest publication first."""
    return ask(connection, "sources_named", SourceRow, source_ids=tuple(source_ids))


def place_chains(connection: Connection, place_ids: Sequence[str]) -> tuple[PlaceChain, ...]:
    """The places with the larger places that hold them."""
    return ask(connection, "place_chains", PlaceChain, place_ids=tuple(place_ids))
