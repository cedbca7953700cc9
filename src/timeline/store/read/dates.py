"""The latest dates and the days set in advance: one function for each question."""

from __future__ import annotations

import datetime as dt

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.rows import Extent, LatestRow, SetDateRow


def latest(
    connection: duckdb.DuckDBPyConnection, chosen: Selection, *, limit: int
) -> tuple[LatestRow, ...]:
    """The events that began last, latest first."""
    return ask(connection, "latest", LatestRow, chosen=chosen, limit=limit)


def set_dates(
    connection: duckdb.DuckDBPyConnection, chosen: Selection, *, today: dt.date, limit: int
) -> tuple[SetDateRow, ...]:
    """Days set in advance: those ahead of *today* first, then the latest."""
    return ask(
        connection, "set_dates", SetDateRow, chosen=chosen, today=today.isoformat(), limit=limit
    )


def extent(connection: duckdb.DuckDBPyConnection, chosen: Selection) -> Extent:
    """The first and the last day of a choice."""
    return ask(connection, "extent", Extent, chosen=chosen)[0]
