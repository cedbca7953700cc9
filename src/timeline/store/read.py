"""One function for each question in `queries/`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import duckdb

from timeline.store.rows import (
    BuildInfo,
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

_RowT = TypeVar("_RowT")
Ids = Sequence[str]


@cache
def query(name: str) -> str:
    """The SQL text of one question."""
    return (resources.files("timeline.store") / "queries" / f"{name}.sql").read_text("utf-8")


def build_info(connection: duckdb.DuckDBPyConnection) -> BuildInfo:
    """Which content the store holds."""
    return _rows(connection, "build_info", BuildInfo)[0]


def cases(connection: duckdb.DuckDBPyConnection) -> tuple[CaseSummary, ...]:
    """Every case, latest report first."""
    return _rows(connection, "cases", CaseSummary)


def events(
    connection: duckdb.DuckDBPyConnection,
    *,
    case_ids: Ids = (),
    actor_ids: Ids = (),
    country_codes: Ids = (),
) -> tuple[EventRow, ...]:
    """Events, earliest possible day first; an empty list chooses everything."""
    return _rows(
        connection,
        "events",
        EventRow,
        case_ids=case_ids,
        actor_ids=actor_ids,
        country_codes=country_codes,
    )


def legs(
    connection: duckdb.DuckDBPyConnection,
    *,
    case_ids: Ids = (),
    actor_ids: Ids = (),
    country_codes: Ids = (),
) -> tuple[LegRow, ...]:
    """Legs in order of each route; an empty list chooses everything."""
    return _rows(
        connection,
        "legs",
        LegRow,
        case_ids=case_ids,
        actor_ids=actor_ids,
        country_codes=country_codes,
    )


def totals(
    connection: duckdb.DuckDBPyConnection,
    *,
    case_ids: Ids = (),
    actor_ids: Ids = (),
    country_codes: Ids = (),
) -> Totals:
    """How much a filter leaves."""
    return _rows(
        connection,
        "totals",
        Totals,
        case_ids=case_ids,
        actor_ids=actor_ids,
        country_codes=country_codes,
    )[0]


def claims(connection: duckdb.DuckDBPyConnection, *, case_id: str) -> tuple[ClaimRow, ...]:
    """Every claim of one case."""
    return _rows(connection, "claims", ClaimRow, case_id=case_id)


def dates_said(
    connection: duckdb.DuckDBPyConnection, *, case_ids: Ids = ()
) -> tuple[DateSaid, ...]:
    """The dates stated for events whose date is disputed."""
    return _rows(connection, "dates_said", DateSaid, case_ids=case_ids)


def sources(connection: duckdb.DuckDBPyConnection, *, case_id: str) -> tuple[SourceRow, ...]:
    """The sources that one case cites, earliest publication first."""
    return _rows(connection, "sources", SourceRow, case_id=case_id)


def figures(connection: duckdb.DuckDBPyConnection, *, case_id: str) -> tuple[FigureRow, ...]:
    """The figures of one case."""
    return _rows(connection, "figures", FigureRow, case_id=case_id)


def people(connection: duckdb.DuckDBPyConnection, *, country_codes: Ids = ()) -> tuple[Choice, ...]:
    """People to filter by, with the events each choice would leave."""
    return _rows(connection, "people", Choice, country_codes=country_codes)


def countries(connection: duckdb.DuckDBPyConnection, *, actor_ids: Ids = ()) -> tuple[Choice, ...]:
    """Countries to filter by, with the events each choice would leave."""
    return _rows(connection, "countries", Choice, actor_ids=actor_ids)


def _rows(
    connection: duckdb.DuckDBPyConnection, name: str, row_type: type[_RowT], **parameters: str | Ids
) -> tuple[_RowT, ...]:
    """Ask one question on a cursor of its own and give typed rows.

    A connection shared by threads would hand one reader's rows to another.
    """
    values: dict[str, Any] = {
        key: value if isinstance(value, str) else list(value) for key, value in parameters.items()
    }
    expected = [field.name for field in fields(row_type)]  # type: ignore[arg-type]
    with connection.cursor() as cursor:
        cursor.execute(query(name), values or None)
        found = [column[0] for column in cursor.description or ()]
        if found != expected:
            raise TypeError(f"query {name} gives {found}, its row type has {expected}")
        return tuple(
            row_type(*(tuple(cell) if isinstance(cell, list) else cell for cell in row))
            for row in cursor.fetchall()
        )
