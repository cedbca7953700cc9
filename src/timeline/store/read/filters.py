"""What may be chosen, and how much a choice leaves: one function for each question."""

from __future__ import annotations

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.read.record import ALL
from timeline.store.rows import Choice, Loosening, Totals

Connection = duckdb.DuckDBPyConnection


def choices(
    connection: Connection, chosen: Selection = ALL, *, limit: int = 60
) -> tuple[Choice, ...]:
    """What may be chosen in each filter: the *limit* largest, and what is chosen now."""
    return ask(connection, "choices", Choice, chosen=chosen, limit=limit)


def loosenings(connection: Connection, chosen: Selection = ALL) -> tuple[Loosening, ...]:
    """What each filter alone leaves out, the most first."""
    return ask(connection, "loosenings", Loosening, chosen=chosen)


def totals(connection: Connection, chosen: Selection = ALL) -> Totals:
    """How much a choice leaves."""
    return ask(connection, "totals", Totals, chosen=chosen)[0]
