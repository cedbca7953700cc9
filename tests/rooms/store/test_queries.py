"""Every query keeps what its three header lines promise."""

from __future__ import annotations

import datetime as dt
import re
import types
import typing
from dataclasses import fields
from importlib import resources
from pathlib import Path

import duckdb
import pytest

from timeline.model.selection import Selection
from timeline.store import read, rows
from timeline.store.build import schema_scripts
from timeline.store.connection import open_store
from timeline.store.read import asking
from timeline.store.read.asking import cell

FOLDER = resources.files("timeline.store") / "queries"
NAMES = sorted(entry.name.removesuffix(".sql") for entry in FOLDER.iterdir())
HEADER = re.compile(
    r"\A-- \S.*\n(?:-- (?!params:|rows:)\S.*\n)*-- params: (?P<params>.+)\n-- rows:   store\.rows\.(?P<rows>\w+)\n"
)

TYPES = {
    "VARCHAR": str,
    "INTEGER": int,
    "BIGINT": int,
    "DOUBLE": float,
    "BOOLEAN": bool,
    "DATE": dt.date,
    "VARCHAR[]": tuple[str, ...],
}

KINDS = {"choice": Selection(), "list": (), "number": 1000, "text": ""}
"""A harmless value of each kind of parameter that a header may name."""

VALUES: dict[str, dict[str, object]] = {
    "set_dates": {"today": "2020-01-01"},
    "still_found": {"item_ids": ("movlaev-detained-almaty",)},
    "passages": {"point": "grozny"},
    "state_acts": {"country": "KZ"},
    "proceeding_steps": {"country": "KZ"},
    "passing_points": {"country": "KZ"},
    "flows": {"country": "KZ"},
    "soil_counts": {"country": "KZ"},
    "citations": {"event_ids": ("movlaev-detained-almaty",)},
    "person_cases": {"who": "mansur-movlaev"},
    "person_names": {"who": "mansur-movlaev"},
    "person_reports": {"who": "mansur-movlaev"},
    "person_sources": {"who": "mansur-movlaev"},
    "sources_named": {"source_ids": ("newtimes-kz-2026-02",)},
    "place_chains": {"place_ids": ("grozny",)},
    "compared": {"event_type": "detention"},
    "event_claims": {"event_ids": ("mukaev-detained-grozny",)},
    "lineage": {"source_ids": ("ryzer-yuga-2017",)},
    "source_claims": {"source_id": "caucasian-knot-2026-movlaev", "skip": 0},
    "source_supports": {"skip": 0},
    "told_events": {"skip": 0},
    "case_reports": {"skip": 0},
}
"""Where the fictional record needs another value to have an answer, by query and parameter."""

ONE_ROW = ("build_info", "totals", "newest_source", "extent", "table_totals")
"""Queries that give a single row."""

ALWAYS_THERE = {"choices", "codebook_columns", "countries"}
"""Answered even by an empty store: how many disputed events, which columns, what has no country."""

UNIQUE = ("country_code", "filter_name", "column_index", "event_type", "leg_kind", "has_place")
"""Columns other than ids that no two rows of a query that ends its order in one share."""

MAY_BE_UNANSWERED = {"loosenings": "without a filter there is nothing to loosen"}


def header(name: str) -> re.Match[str]:
    found = HEADER.match(read.query(name))
    assert found, f"{name}.sql has no header of sentence, params and rows"
    return found


def promised_params(name: str) -> dict[str, str]:
    """Each parameter the header names, and its kind."""
    return dict(re.findall(r"\$(\w+) \((\w+)", header(name)["params"]))


def values_for(name: str) -> dict[str, object]:
    """A value for each parameter, as the functions of `read` take them."""
    given = {key: KINDS[kind] for key, kind in promised_params(name).items()}
    given.update({key: 0 for key in given if key == "skip"})
    return {**given, **VALUES.get(name, {})}


def cells_for(name: str) -> dict[str, object]:
    """The same as DuckDB takes them."""
    return {key: cell(value) for key, value in values_for(name).items()}


@pytest.fixture(scope="module")
def empty() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    for script in schema_scripts():
        connection.execute(script)
    return connection


@pytest.mark.parametrize("name", NAMES)
def test_its_columns_are_the_fields_of_the_row_it_names(
    name: str, empty: duckdb.DuckDBPyConnection
) -> None:
    row_type = getattr(rows, header(name)["rows"])
    with empty.cursor() as cursor:
        cursor.execute(read.query(name), cells_for(name) or None)
        assert cursor.description is not None
        found = [(column[0], str(column[1])) for column in cursor.description]
    assert [column for column, _ in found] == [field.name for field in fields(row_type)]
    hints = typing.get_type_hints(row_type)
    for column, sql_type in found:
        hint = hints[column]
        plain = [one for one in typing.get_args(hint) if one is not types.NoneType]
        wanted = plain[0] if isinstance(hint, types.UnionType) else hint
        assert TYPES[sql_type] == wanted, (name, column)


@pytest.mark.parametrize("name", NAMES)
def test_its_parameters_are_those_it_names(name: str) -> None:
    body = re.sub(r"--.*", "", read.query(name))
    assert set(re.findall(r"\$(\w+)", body)) == set(promised_params(name))


@pytest.mark.parametrize("name", NAMES)
def test_its_order_ends_in_an_id_so_that_nothing_shuffles(name: str) -> None:
    body = re.sub(r"--.*", "", read.query(name)).strip().rstrip(";")
    if name in ONE_ROW:
        return
    last = body.rsplit("ORDER BY", 1)[1].split(",")[-1].strip()
    last = re.sub(r"\s+(?:LIMIT|DESC).*", "", last, flags=re.DOTALL)
    assert re.fullmatch(r"(?:\w+\.)?(?:\w+_id|value|" + "|".join(UNIQUE) + ")", last), last


@pytest.mark.parametrize("name", NAMES)
def test_it_is_asked_by_one_function_of_its_name(name: str) -> None:
    assert callable(getattr(read, name))


@pytest.mark.parametrize("name", NAMES)
def test_only_what_may_be_empty_is_empty(name: str, shipped_store: Path) -> None:
    """Every column that is None in some row says so in its row type."""
    row_type = getattr(rows, header(name)["rows"])
    hints = typing.get_type_hints(row_type)
    with open_store(shipped_store) as connection:
        found = connection.execute(read.query(name), cells_for(name) or None).fetchall()
    assert found or name in MAY_BE_UNANSWERED, "the record answers every question"
    for row in found:
        for column, value in zip(hints, row, strict=True):
            may_be_none = types.NoneType in typing.get_args(hints[column])
            assert value is not None or may_be_none, column


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_store_answers_too(name: str, empty: duckdb.DuckDBPyConnection) -> None:
    with empty.cursor() as cursor:
        found = cursor.execute(read.query(name), cells_for(name) or None).fetchall()
    if name in ONE_ROW:
        assert len(found) == (name != "build_info")
    else:
        assert found == [] or name in ALWAYS_THERE


def test_a_query_that_gives_other_columns_is_noticed(
    empty: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie = "SELECT 'x' AS case_id, $chosen AS name WHERE $limit > $skip"
    monkeypatch.setattr(asking, "query", lambda name: lie)
    with pytest.raises(TypeError, match="its row type has"):
        read.cases(empty)
