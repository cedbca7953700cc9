"""Asking one question of `queries/` and getting typed rows."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache
from importlib import resources
from typing import Any, TypeVar, cast

import duckdb

from timeline.model.selection import Selection

_RowT = TypeVar("_RowT")
Value = str | int | Selection | Sequence[str] | None


@cache
def query(name: str) -> str:
    """The SQL text of one question."""
    return (resources.files("timeline.store") / "queries" / f"{name}.sql").read_text("utf-8")


def ask(
    connection: duckdb.DuckDBPyConnection, name: str, row_type: type[_RowT], **parameters: Value
) -> tuple[_RowT, ...]:
    """Ask one question on a cursor of its own and give typed rows.

    A connection shared by threads would hand one reader's rows to another. Values travel
    as parameters and never as SQL.
    """
    values = {key: cell(value) for key, value in parameters.items()}
    expected = _columns(cast(Hashable, row_type))
    with connection.cursor() as cursor:
        cursor.execute(query(name), values or None)
        found = tuple(column[0] for column in cursor.description or ())
        if found != expected:
            raise TypeError(f"query {name} gives {found}, its row type has {expected}")
        rows = cursor.fetchall()
    lists = tuple(at for at, cell in enumerate(rows[0]) if isinstance(cell, list)) if rows else ()
    if not lists:
        return tuple(row_type(*row) for row in rows)
    return tuple(
        row_type(*(tuple(cell) if isinstance(cell, list) else cell for cell in row)) for row in rows
    )


@cache
def _columns(row_type: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(row_type))  # type: ignore[arg-type]


def cell(value: object) -> Any:
    """A value as DuckDB takes it; a selection becomes the struct of the SQL type `choice`."""
    if isinstance(value, Selection):
        return {
            key: list(part) if isinstance(part, tuple) else part
            for key, part in _as_mapping(value).items()
        }
    if value is None or isinstance(value, str | int):
        return value
    return list(cast(Sequence[str], value))


def _as_mapping(chosen: Selection) -> Mapping[str, object]:
    return asdict(chosen)
