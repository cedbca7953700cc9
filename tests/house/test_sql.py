"""SQL lives in .sql files: one question each, whose three header lines do not lie."""

from __future__ import annotations

import ast
import re
from dataclasses import asdict, fields
from pathlib import Path

import duckdb
import pytest

from timeline.model.selection import Selection
from timeline.store import read, rows
from timeline.store.build import schema_scripts

from .project_files import PACKAGE, named, source_files, strings, syntax

QUERIES = sorted((PACKAGE / "store" / "queries").glob("*.sql"))
SCHEMA = sorted((PACKAGE / "store" / "schema").glob("*.sql"))

MAY_HOLD_SQL = {"build", "comments", "connection", "dictionary"}
"""Modules of the store that make and lock the file itself; what they say is not a question."""

SQL = re.compile(
    r"\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:TABLE|VIEW)|COPY|ATTACH|PRAGMA)\s"
)
PARAMETER = re.compile(r"\$(\w+)")
WORTHLESS = {
    "choice": asdict(Selection()),
    "list": [],
    "number": 1,
    "text": "2020-01-01",
}
"""A value of each kind of parameter that a header may name, fit for an empty schema."""


def header(query: Path) -> tuple[str, str, str]:
    """The question, the line of parameters and the row type of a query."""
    lines = query.read_text(encoding="utf-8").splitlines()
    first_code = next(at for at, line in enumerate(lines) if not line.startswith("--"))
    *question, params, row = [line.removeprefix("--").strip() for line in lines[:first_code]]
    assert params.startswith("params:"), named(query)
    assert row.startswith("rows:"), named(query)
    return " ".join(question), params.removeprefix("params:").strip(), row.split()[-1]


def body(query: Path) -> str:
    """The query without its comments."""
    return re.sub(r"--.*", "", query.read_text(encoding="utf-8"))


def sql_in(tree: ast.Module) -> list[int]:
    """The lines on which a file holds SQL."""
    return [text.lineno for text in strings(tree) if SQL.search(str(text.value))]


def test_python_holds_no_sql() -> None:
    allowed = {PACKAGE / "store" / f"{module}.py" for module in MAY_HOLD_SQL}
    found = {
        named(file): lines
        for file in source_files()
        if file not in allowed and (lines := sql_in(syntax(file)))
    }

    assert found == {}


def test_sql_in_python_is_found() -> None:
    assert sql_in(ast.parse("connection.execute(f'SELECT {column} FROM event')")) == [1]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.stem)
def test_the_header_asks_a_question_and_names_the_parameters(query: Path) -> None:
    question, params, _ = header(query)

    assert question.endswith(".")
    assert set(PARAMETER.findall(params)) == set(PARAMETER.findall(body(query)))
    assert params == "none" or PARAMETER.search(params)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.stem)
def test_the_columns_are_those_of_the_row_type(query: Path) -> None:
    _, params, row = header(query)
    room, _, name = row.rpartition(".")
    assert room == "store.rows"
    with duckdb.connect(":memory:") as connection:
        for script in schema_scripts():
            connection.execute(script)
        values = {
            parameter: WORTHLESS[kind]
            for parameter, kind in re.findall(r"\$(\w+) \((\w+)\)", params)
        }
        cursor = connection.execute(query.read_text(encoding="utf-8"), values)
        columns = [column[0] for column in cursor.description or ()]

    assert columns == [field.name for field in fields(getattr(rows, name))]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.stem)
def test_the_order_is_settled_unless_there_is_one_row(query: Path) -> None:
    text = body(query)

    assert "ORDER BY" in text or header(query)[2].endswith(("BuildInfo", "Totals", "Extent"))


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.stem)
def test_each_question_is_asked_by_one_function_of_its_name(query: Path) -> None:
    assert callable(getattr(read, query.stem))


@pytest.mark.parametrize("script", SCHEMA, ids=lambda script: script.stem)
def test_a_schema_file_says_first_what_it_holds(script: Path) -> None:
    assert script.read_text(encoding="utf-8").startswith("-- ")
    assert re.match(r"[0-9]{2}_", script.name)
