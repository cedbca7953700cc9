"""The five tables that are handed out, and what their columns mean: one function for each question."""

from __future__ import annotations

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.read.record import ALL
from timeline.store.rows import (
    CodebookColumn,
    NewestSource,
    TableClaim,
    TableEvent,
    TableFigure,
    TableLeg,
    TableSource,
    TableTotals,
)

Connection = duckdb.DuckDBPyConnection
MOST = 1_000_000


def table_events(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    sort: str = "",
    limit: int = MOST,
    skip: int = 0,
) -> tuple[TableEvent, ...]:
    """Events by title, case, place or latest day; any other *sort* is by earliest day."""
    return ask(
        connection, "table_events", TableEvent, chosen=chosen, sort=sort, limit=limit, skip=skip
    )


def table_legs(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    sort: str = "",
    limit: int = MOST,
    skip: int = 0,
) -> tuple[TableLeg, ...]:
    """Legs by from, to, earliest or latest day; any other *sort* is by person and route."""
    return ask(connection, "table_legs", TableLeg, chosen=chosen, sort=sort, limit=limit, skip=skip)


def table_claims(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    sort: str = "",
    limit: int = MOST,
    skip: int = 0,
) -> tuple[TableClaim, ...]:
    """Claims by publisher, property, disputed, published or newest; any other *sort* is by event."""
    return ask(
        connection, "table_claims", TableClaim, chosen=chosen, sort=sort, limit=limit, skip=skip
    )


def table_sources(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    sort: str = "",
    limit: int = MOST,
    skip: int = 0,
) -> tuple[TableSource, ...]:
    """Sources by publisher, title, most_cited or newest; any other *sort* is by publication."""
    return ask(
        connection, "table_sources", TableSource, chosen=chosen, sort=sort, limit=limit, skip=skip
    )


def table_figures(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    sort: str = "",
    limit: int = MOST,
    skip: int = 0,
) -> tuple[TableFigure, ...]:
    """Figures by quantity, publisher or largest; any other *sort* is by event."""
    return ask(
        connection, "table_figures", TableFigure, chosen=chosen, sort=sort, limit=limit, skip=skip
    )


def table_totals(connection: Connection, chosen: Selection = ALL) -> TableTotals:
    """How many rows each of those tables has for a choice."""
    return ask(connection, "table_totals", TableTotals, chosen=chosen)[0]


def codebook_columns(connection: Connection) -> tuple[CodebookColumn, ...]:
    """What each column of the store means, views first."""
    return ask(connection, "codebook_columns", CodebookColumn)


def newest_source(connection: Connection) -> NewestSource:
    """How many sources there are, and when the newest of them was published."""
    return ask(connection, "newest_source", NewestSource)[0]
