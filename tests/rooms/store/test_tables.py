"""The five tables that are handed out are the views of the file, filtered and in order."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import duckdb
import pytest

from timeline.chronology.span import span_of
from timeline.model.edtf import parse
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.connection import open_store
from timeline.store.dictionary import codebook
from timeline.store.starter_texts import FIRST_STEPS, QUESTIONS, starter
from timeline.viewmodel.record_table import SORTS

TABLES = {
    "events": ("event_overview", read.table_events),
    "legs": ("leg_overview", read.table_legs),
    "claims": ("claim_overview", read.table_claims),
    "sources": ("source_overview", read.table_sources),
    "figures": ("figure_overview", read.table_figures),
}


@pytest.fixture
def store(built_store: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(built_store) as connection:
        yield connection


@pytest.mark.parametrize("name", TABLES)
def test_unfiltered_a_table_is_its_view(name: str, shipped_store: Path) -> None:
    view, question = TABLES[name]
    with open_store(shipped_store) as connection:
        asked = connection.execute(f"SELECT * FROM {view}")
        columns = [column[0] for column in asked.description]
        rows = asked.fetchall()
    if name == "sources":
        # A source that nothing cites, only another source rests on it, is in no choice.
        rows = [row for row in rows if row[columns.index("claim_count")]]
    with open_store(shipped_store) as connection:
        found = question(connection)

    assert [field.name for field in fields(found[0])] == columns

    def plain(value: object) -> object:
        return tuple(value) if isinstance(value, list) else value

    expected = {row[0]: tuple(map(plain, row)) for row in rows}
    assert {
        getattr(row, columns[0]): tuple(getattr(row, name) for name in columns) for row in found
    } == expected


@pytest.mark.parametrize("name", TABLES)
def test_each_order_has_all_rows_and_pages_put_together_are_the_whole(
    name: str, shipped_store: Path
) -> None:
    _, question = TABLES[name]
    with open_store(shipped_store) as connection:
        usual = question(connection)
        orders = {}
        for sort in SORTS[name]:
            whole = question(connection, sort=sort)
            pages = [
                row
                for skip in range(0, len(usual), 40)
                for row in question(connection, sort=sort, limit=40, skip=skip)
            ]
            assert list(whole) == pages
            orders[sort] = whole

    assert len({orders[sort] for sort in SORTS[name]}) == len(SORTS[name]), "two orders are one"
    assert orders[SORTS[name][0]] == usual
    assert all(set(one) == set(usual) for one in orders.values())


def test_events_stand_by_their_earliest_or_latest_day(store: duckdb.DuckDBPyConnection) -> None:
    assert [row.event_id for row in read.table_events(store)] == [
        "person-a-seized",
        "person-a-left",
        "person-a-asylum",
        "person-b-threat",
    ]
    latest = [row.event_id for row in read.table_events(store, sort="latest")]
    assert latest[0] == "person-a-asylum"
    assert latest[-1] == "person-a-seized"


def test_people_of_an_event_are_those_it_is_about_and_not_those_accused(
    store: duckdb.DuckDBPyConnection,
) -> None:
    seized = read.table_events(store)[0]

    assert seized.people == ("Fictional Person A",)


def test_a_day_of_knowledge_changes_values_and_hides_what_came_later(
    store: duckdb.DuckDBPyConnection,
) -> None:
    early = Selection(known_on=dt.date(2020, 12, 31))

    (seized,) = read.table_events(store, early)
    assert (seized.date_edtf, seized.claim_count, seized.is_disputed) == ("2020-03", 4, False)
    assert seized.summary == "", "it may draw on what was reported later"
    claims = read.table_claims(store, early)
    assert {claim.publisher for claim in claims} == {"Fictional Daily"}
    assert not any(claim.is_disputed for claim in claims)
    (figure,) = read.table_figures(store, early)
    assert (figure.quantity, figure.is_disputed) == ("days-held", False)
    assert [source.source_id for source in read.table_sources(store, early)] == ["fictional-daily"]
    assert read.table_legs(store, early) == ()


def test_which_value_is_shown_is_that_of_the_day_of_knowledge(shipped_store: Path) -> None:
    def shown(rows: tuple[Any, ...]) -> dict[str, bool]:
        return {row.claim_id: row.is_shown for row in rows}

    with open_store(shipped_store) as connection:
        today = shown(read.table_claims(connection))
        changed = set()
        for year in range(2017, 2026):
            early = Selection(known_on=dt.date(year, 12, 31))
            found = shown(read.table_claims(connection, early))
            assert found == shown(read.claims(connection, early))
            changed |= {claim_id for claim_id in found if found[claim_id] != today[claim_id]}

    assert changed, "some value was shown that is no longer, or the other way round"


@pytest.mark.parametrize(
    "chosen",
    [
        Selection(),
        Selection(country_codes=("AQ",)),
        Selection(known_on=dt.date(2020, 12, 31)),
        Selection(is_disputed=True),
        Selection(actor_ids=("nobody",)),
    ],
    ids=lambda chosen: chosen.query() or "everything",
)
def test_the_totals_are_the_rows_there_are(
    store: duckdb.DuckDBPyConnection, chosen: Selection
) -> None:
    totals = read.table_totals(store, chosen)

    assert totals.event_count == len(read.table_events(store, chosen))
    assert totals.leg_count == len(read.table_legs(store, chosen))
    assert totals.claim_count == len(read.table_claims(store, chosen))
    assert totals.source_count == len(read.table_sources(store, chosen))
    assert totals.figure_count == len(read.table_figures(store, chosen))
    assert totals.claim_count == read.totals(store, chosen).claim_count


def test_the_codebook_of_the_page_is_that_of_the_paper(store: duckdb.DuckDBPyConnection) -> None:
    found = [
        f"| `{column.column_name}` | {column.data_type} | {column.meaning} |"
        for column in read.codebook_columns(store)
    ]

    tables = codebook().partition("## Vocabularies")[0]
    assert found == [line for line in tables.splitlines() if line.startswith("| `")]


def test_the_newest_source_is_named_with_its_date(store: duckdb.DuckDBPyConnection) -> None:
    newest = read.newest_source(store)

    assert (newest.source_count, newest.published_edtf) == (3, "2022")


def test_a_choice_by_hand_is_the_choice_of_the_pages(shipped_store: Path) -> None:
    by_hand = "FROM chosen_events(choice_of({})) SELECT event_id ORDER BY event_id"
    cases = {
        "": Selection(),
        "country_codes := ['KZ'], known_on := DATE '2025-12-31'": Selection(
            country_codes=("KZ",), known_on=dt.date(2025, 12, 31)
        ),
        "is_disputed := TRUE, period_from := DATE '2021-01-01', is_certain := TRUE": Selection(
            is_disputed=True, period_from=dt.date(2021, 1, 1), is_certain=True
        ),
    }
    with open_store(shipped_store) as connection:
        for text, chosen in cases.items():
            rows = connection.execute(by_hand.format(text)).fetchall()
            found = [event_id for (event_id,) in rows]
            assert found
            assert found == sorted(row.event_id for row in read.events(connection, chosen))


def test_every_filter_of_a_choice_can_be_named_by_hand(store: duckdb.DuckDBPyConnection) -> None:
    row = store.execute(
        "SELECT parameters FROM duckdb_functions() WHERE function_name = 'choice_of'"
    ).fetchone()

    assert row is not None
    assert row[0] == [field.name for field in fields(Selection)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_to_start_from_has_an_answer_in_the_shipped_store(
    question: str, shipped_store: Path
) -> None:
    with open_store(shipped_store) as connection:
        rows = connection.execute(starter(question)).fetchall()

    assert starter(question).startswith("-- ")
    assert rows


def test_days_in_custody_are_those_of_the_dates(built_store: Path, tmp_path: Path) -> None:
    days = {
        "2020-03-01/2020-03-10": (10, 10),
        "2020-03/2020-05": (32, 92),
        "2020-03/2020-04-02": (3, 33),
        "2020/2020-03": (None, 91),
    }
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(built_store.read_bytes())
    with duckdb.connect(str(copy)) as connection:
        for text, expected in days.items():
            date = parse(text)
            span = span_of(date)
            connection.execute(
                "UPDATE event SET date_edtf = ?, date_earliest = ?, date_latest = ?, "
                "certain_from = ?, certain_until = ? WHERE event_id = 'person-a-seized'",
                [text, date.earliest, date.latest, span.certain_from, span.certain_until],
            )
            rows = connection.execute(starter("custody")).fetchall()
            assert [(row[3], row[4]) for row in rows] == [expected], text


def test_the_first_steps_in_python_run_as_they_are_copied(
    shipped_store: Path, tmp_path: Path
) -> None:
    with contextlib.suppress(OSError):
        os.link(shipped_store, tmp_path / "timeline.duckdb")
    if not (tmp_path / "timeline.duckdb").exists():
        (tmp_path / "timeline.duckdb").write_bytes(shipped_store.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", starter(FIRST_STEPS)],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )

    assert done.returncode == 0, done.stderr
    assert io.StringIO(done.stdout).readline().strip() in shipped_store.name
