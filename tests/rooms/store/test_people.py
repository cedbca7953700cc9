"""The questions about one person, on the fictional record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.builders import Sheets
from timeline.assembly.assemble import assemble
from timeline.model.selection import Selection
from timeline.model.vocabulary import ClaimProperty
from timeline.store import read
from timeline.store.connection import open_store

A, B = "fictional-person-a", "fictional-person-b"


@pytest.fixture
def store(built_store: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(built_store) as connection:
        yield connection


def test_people_come_with_their_events_most_first(store: duckdb.DuckDBPyConnection) -> None:
    assert [(one.actor_id, one.event_count, one.person_count) for one in read.people(store)] == [
        (A, 3, 2),
        (B, 1, 2),
    ]


def test_the_list_is_bounded_and_holds_whoever_is_asked_for(
    store: duckdb.DuckDBPyConnection,
) -> None:
    listed = read.people(store, limit=1)
    asked = read.people(store, who=B, limit=1)

    assert [one.actor_id for one in listed] == [A]
    assert listed[0].person_count == 2, "how many there are is said all the same"
    assert [one.actor_id for one in asked] == [A, B]


def test_nobody_who_is_not_followed_is_offered(store: duckdb.DuckDBPyConnection) -> None:
    assert "fictional-police" not in {
        one.actor_id for one in read.people(store, who="fictional-police")
    }


def test_a_person_is_listed_only_with_events_that_fit_unless_asked_for(
    store: duckdb.DuckDBPyConnection,
) -> None:
    threats = Selection(event_types=("threat",))

    assert [one.actor_id for one in read.people(store, threats)] == [B]
    assert {one.actor_id: one.event_count for one in read.people(store, threats, who=A)} == {
        A: 0,
        B: 1,
    }


def test_every_name_comes_with_its_language_and_kind(store: duckdb.DuckDBPyConnection) -> None:
    assert [(one.name, one.language, one.name_kind) for one in read.person_names(store, A)] == [
        ("Вымышленное лицо А", "ru", "preferred"),
        ("Ficitonal Person A", "en", "misspelling"),
    ]


def test_reports_come_in_every_role_with_those_of_others(
    store: duckdb.DuckDBPyConnection,
) -> None:
    (accused, threatened) = read.person_reports(store, who=B)

    assert (accused.event_id, accused.roles) == ("person-a-seized", ("alleged_perpetrator",))
    assert accused.roles_of_others == ("victim",), "the police is no person"
    assert (threatened.event_id, threatened.roles_of_others) == ("person-b-threat", ())


def test_an_office_that_is_concerned_is_nobody_to_be_held(sheets: Sheets, data: Path) -> None:
    sheets.rows("involvements").append(
        {"event_id": "person-a-left", "actor_id": "fictional-court", "role": "victim"}
    )
    with open_store(assemble(sheets.write(data))) as connection:
        left = read.person_reports(connection, who=A)[1]

    assert (left.event_id, left.roles_of_others) == ("person-a-left", ())


def test_a_report_says_who_gives_which_date(store: duckdb.DuckDBPyConnection) -> None:
    seized, *_ = read.person_reports(store, who=A)

    assert seized.said(ClaimProperty.DATE) == {
        "2020-02": ("fictional-weekly",),
        "2020-03": ("fictional-daily",),
    }
    assert seized.said(ClaimProperty.PLACE) == {}
    assert seized.source_ids == ("fictional-daily", "fictional-weekly")


def test_reports_are_bounded_and_say_how_many_there_are(store: duckdb.DuckDBPyConnection) -> None:
    (first,) = read.person_reports(store, who=A, limit=1)

    assert (first.event_id, first.report_count) == ("person-a-seized", 3)


def test_a_day_of_knowledge_hides_what_was_published_later(
    store: duckdb.DuckDBPyConnection,
) -> None:
    earlier = Selection(known_on=dt.date(2020, 12, 31))

    (seized,) = read.person_reports(store, earlier, who=A)
    assert (seized.date_edtf, seized.source_ids) == ("2020-03", ("fictional-daily",))


def test_the_cases_of_a_person_are_those_of_any_role(store: duckdb.DuckDBPyConnection) -> None:
    assert [one.case_id for one in read.person_cases(store, B)] == [
        "fictional-case-a",
        "fictional-case-b",
    ]


def test_sources_come_by_id_earliest_first(store: duckdb.DuckDBPyConnection) -> None:
    asked = ("fictional-weekly", "fictional-daily", "no-such-source")

    assert [one.source_id for one in read.sources_named(store, asked)] == [
        "fictional-daily",
        "fictional-weekly",
    ]


def test_a_place_comes_with_all_that_holds_it(store: duckdb.DuckDBPyConnection) -> None:
    found = read.place_chains(store, ("fictional-settlement", "undisclosed", "no-such-place"))

    assert {one.place_id: one.around_ids for one in found} == {
        "fictional-settlement": ("fictional-region", "fictional-land"),
        "undisclosed": (),
    }


@pytest.mark.parametrize("who", ["", "'; DROP TABLE actor; --", "\u202e", "x" * 5000])
def test_hostile_ids_find_nothing(store: duckdb.DuckDBPyConnection, who: str) -> None:
    assert read.person_reports(store, who=who) == ()
    assert read.person_names(store, who) == ()
    assert read.person_cases(store, who) == ()
    assert read.sources_named(store, (who,)) == ()
    assert len(read.people(store, who=who)) == 2
