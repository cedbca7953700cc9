"""The store of the record: every public row is in it, and nothing in it is out of vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.rooms.store.vocabulary_columns import strange_words
from timeline.evidence.disclosure import public
from timeline.intake.read import read
from timeline.model.record import Record
from timeline.model.selection import Selection
from timeline.store import read as questions
from timeline.store.build import build
from timeline.store.connection import open_store

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def record() -> Record:
    found = read(DATA).record
    assert found is not None
    return found


@pytest.fixture(scope="module")
def store(
    record: Record, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(build(public(record), tmp_path_factory.mktemp("record"))) as connection:
        yield connection


def count(store: duckdb.DuckDBPyConnection, table: str) -> int:
    row = store.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


def test_every_public_row_is_in_the_store(record: Record, store: duckdb.DuckDBPyConnection) -> None:
    files = public(record).case_files
    events = sum(len(file.events) for file in files)
    claims = sum(len(file.claims) + len(file.figures) for file in files)
    legs = sum(len(file.legs) for file in files)
    assert count(store, "event") == count(store, "event_overview") == events
    assert count(store, "claim") == count(store, "claim_overview") == claims
    assert count(store, "leg") == count(store, "leg_overview") == legs
    assert count(store, "case_file") == len(files)


def test_every_word_of_a_vocabulary_is_a_member(store: duckdb.DuckDBPyConnection) -> None:
    assert strange_words(store) == {}


def test_every_reference_leads_somewhere(store: duckdb.DuckDBPyConnection) -> None:
    references = {
        "event.case_id": "case_file.case_id",
        "event.place_id": "place.place_id",
        "event.proceeding_id": "proceeding.proceeding_id",
        "claim.event_id": "event.event_id",
        "claim.source_id": "source.source_id",
        "figure.event_id": "event.event_id",
        "figure.source_id": "source.source_id",
        "figure.said_by_actor_id": "actor.actor_id",
        "involvement.event_id": "event.event_id",
        "involvement.actor_id": "actor.actor_id",
        "leg.actor_id": "actor.actor_id",
        "leg.event_id": "event.event_id",
        "leg.from_place_id": "place.place_id",
        "leg.to_place_id": "place.place_id",
        "place.within_place_id": "place.place_id",
        "place_name.place_id": "place.place_id",
        "actor_name.actor_id": "actor.actor_id",
        "case_file.current_as_of_source_id": "source.source_id",
        "proceeding.case_id": "case_file.case_id",
    }
    for reference, target in references.items():
        table, column = reference.split(".")
        other, key = target.split(".")
        lost = store.execute(
            f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL "
            f"AND {column} NOT IN (SELECT {key} FROM {other})"
        ).fetchall()
        assert lost == [], reference


def test_every_question_has_an_answer_for_every_case(store: duckdb.DuckDBPyConnection) -> None:
    for one in questions.cases(store):
        chosen = Selection(case_ids=(one.case_id,))
        assert one.event_count == len(questions.events(store, chosen)) > 0
        assert questions.claims(store, chosen)
        assert questions.sources(store, chosen)
        assert len(questions.legs(store, chosen)) == one.leg_count


def test_legs_are_numbered_without_a_gap(store: duckdb.DuckDBPyConnection) -> None:
    gaps = store.execute(
        "SELECT actor_id FROM leg GROUP BY actor_id "
        "HAVING min(sequence) <> 1 OR max(sequence) <> count(*)"
    ).fetchall()
    assert gaps == []
