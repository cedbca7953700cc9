"""Laying cases side by side from a shared moment: one function for each question."""

from __future__ import annotations

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.read.record import ALL
from timeline.store.rows import ComparedEvent, MomentCount, SubjectRow

Connection = duckdb.DuckDBPyConnection


def moments(connection: Connection, chosen: Selection = ALL) -> tuple[MomentCount, ...]:
    """Of how many subjects each kind of event is on record, the most first."""
    return ask(connection, "moments", MomentCount, chosen=chosen)


def subjects(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    event_type: str = "detention",
    limit: int = 12,
) -> tuple[SubjectRow, ...]:
    """Whose events can be laid side by side by the first event of a kind, and whose cannot."""
    return ask(
        connection, "subjects", SubjectRow, chosen=chosen, event_type=event_type, limit=limit
    )


def compared(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    event_type: str = "detention",
    limit: int = 80,
) -> tuple[ComparedEvent, ...]:
    """The events of each subject, those nearest to the first of a kind."""
    return ask(
        connection, "compared", ComparedEvent, chosen=chosen, event_type=event_type, limit=limit
    )
