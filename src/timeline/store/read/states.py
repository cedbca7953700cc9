"""What happened in a country and what its state did: one function for each question."""

from __future__ import annotations

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.read.record import ALL
from timeline.store.rows import (
    Citation,
    CountryCounts,
    FlowCount,
    Passage,
    PassingPoint,
    ProceedingStep,
    SoilCount,
    StateAct,
)

Connection = duckdb.DuckDBPyConnection


def countries(connection: Connection, chosen: Selection = ALL) -> tuple[CountryCounts, ...]:
    """Every country of the record, most events first; counts are of what the choice leaves."""
    return ask(connection, "countries", CountryCounts, chosen=chosen)


def soil_counts(
    connection: Connection, chosen: Selection = ALL, *, country: str
) -> tuple[SoilCount, ...]:
    """What happened on the soil of a country, by kind, the most frequent first."""
    return ask(connection, "soil_counts", SoilCount, chosen=chosen, country=country)


def state_acts(
    connection: Connection, chosen: Selection = ALL, *, country: str, limit: int = 15
) -> tuple[StateAct, ...]:
    """What the state did and was asked for: by part, the latest *limit* of each in order of time."""
    return ask(connection, "state_acts", StateAct, chosen=chosen, country=country, limit=limit)


def proceeding_steps(
    connection: Connection, chosen: Selection = ALL, *, country: str, limit: int = 25
) -> tuple[ProceedingStep, ...]:
    """Every step of the latest *limit* proceedings of a country."""
    return ask(
        connection, "proceeding_steps", ProceedingStep, chosen=chosen, country=country, limit=limit
    )


def flows(
    connection: Connection, chosen: Selection = ALL, *, country: str
) -> tuple[FlowCount, ...]:
    """Legs into, out of and within a country."""
    return ask(connection, "flows", FlowCount, chosen=chosen, country=country)


def passing_points(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    country: str = "",
    asked: str = "",
    limit: int = 50,
) -> tuple[PassingPoint, ...]:
    """Places and offices with people of the choice, most people first; *asked* whatever it has.

    Without a country those of all countries, and of bodies of several states.
    """
    return ask(
        connection,
        "passing_points",
        PassingPoint,
        chosen=chosen,
        country=country,
        asked=asked,
        limit=limit,
    )


def passages(
    connection: Connection, chosen: Selection = ALL, *, point: str, limit: int = 50
) -> tuple[Passage, ...]:
    """Who has events at a place or with an office, by person: the latest *limit* of them."""
    return ask(connection, "passages", Passage, chosen=chosen, point=point, limit=limit)


def citations(
    connection: Connection, chosen: Selection = ALL, *, event_ids: tuple[str, ...]
) -> tuple[Citation, ...]:
    """The sources behind some events, by event, earliest publication first."""
    return ask(connection, "citations", Citation, chosen=chosen, event_ids=event_ids)
