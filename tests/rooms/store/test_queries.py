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

from timeline.store import read, rows
from timeline.store.build import schema_scripts
from timeline.store.connection import open_store

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


def header(name: str) -> re.Match[str]:
    found = HEADER.match(read.query(name))
    assert found, f"{name}.sql has no header of sentence, params and rows"
    return found


def promised_params(name: str) -> dict[str, bool]:
    """Each parameter the header names, and whether it is a list."""
    text = header(name)["params"]
    return {
        match[1]: "(list" in match[0] for match in re.finditer(r"\$(\w+)(?: \(list[^)]*\))?", text)
    }


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
    values = {key: [] if is_list else "x" for key, is_list in promised_params(name).items()}
    with empty.cursor() as cursor:
        cursor.execute(read.query(name), values or None)
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
    if name in ("build_info", "totals"):
        assert "ORDER BY" not in body.rsplit("FROM", 1)[1], "it gives a single row"
        return
    last = body.rsplit("ORDER BY", 1)[1].split(",")[-1].strip()
    assert re.fullmatch(r"(?:\w+\.)?(?:\w+_id|country_code|value)", last), last


@pytest.mark.parametrize("name", NAMES)
def test_it_is_asked_by_one_function_of_its_name(name: str) -> None:
    assert callable(getattr(read, name))


@pytest.mark.parametrize("name", NAMES)
def test_only_what_may_be_empty_is_empty(name: str, built_store: Path) -> None:
    """Every column that is None in some row says so in its row type."""
    row_type = getattr(rows, header(name)["rows"])
    hints = typing.get_type_hints(row_type)
    values = {
        key: [] if is_list else "fictional-case-a" for key, is_list in promised_params(name).items()
    }
    with open_store(built_store) as connection:
        found = connection.execute(read.query(name), values or None).fetchall()
    assert found, "the fictional record has an answer to every question"
    for row in found:
        for column, value in zip(hints, row, strict=True):
            may_be_none = types.NoneType in typing.get_args(hints[column])
            assert value is not None or may_be_none, column


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_store_answers_too(name: str, empty: duckdb.DuckDBPyConnection) -> None:
    function = getattr(read, name)
    values = {
        key: [] if is_list else "no-such-case" for key, is_list in promised_params(name).items()
    }
    if name == "build_info":
        return
    answer = function(empty, **values)
    assert answer == () or answer == rows.Totals(0, 0, 0, 0)


def test_a_query_that_gives_other_columns_is_noticed(
    empty: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "query", lambda name: "SELECT 'x' AS case_id, 'y' AS name")
    with pytest.raises(TypeError, match="its row type has"):
        read.cases(empty)
