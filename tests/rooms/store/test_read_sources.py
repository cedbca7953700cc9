"""Who says what, as the store answers it on the fictional record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.builders import Sheets
from timeline.assembly.assemble import assemble
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.connection import open_store


@pytest.fixture
def store(built_store: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(built_store) as connection:
        yield connection


@pytest.fixture
def reprinted(sheets: Sheets, data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same record with a reprint that repeats the place and the month."""
    said = {"event_id": "person-a-seized", "source_id": "fictional-reprint", "locator": "para 1"}
    sheets.rows("claims").extend(
        (
            {
                "claim_id": "r1",
                "property": "place",
                "value": "fictional-settlement",
                "basis": "stated",
                **said,
            },
            {"claim_id": "r2", "property": "date", "value": "2020-03", "basis": "stated", **said},
        )
    )
    with open_store(assemble(sheets.write(data))) as connection:
        yield connection


def test_sources_come_with_what_rests_on_them(store: duckdb.DuckDBPyConnection) -> None:
    found = {row.source_id: row for row in read.source_supports(store)}
    daily = found["fictional-daily"]

    assert (daily.claim_count, daily.event_count, daily.case_count) == (4, 1, 1)
    # Reported, March, the settlement and seven days: nobody else states any of them.
    assert (daily.shown_count, daily.alone_count) == (4, 4)
    weekly = found["fictional-weekly"]
    assert (weekly.event_count, weekly.case_count) == (3, 2)
    # The denial is the one claim of the weekly that is not shown.
    assert weekly.shown_count == weekly.claim_count - 1
    assert daily.source_count == len(found)


def test_what_a_reprint_states_too_no_longer_rests_on_one_source_alone(
    reprinted: duckdb.DuckDBPyConnection,
) -> None:
    found = {row.source_id: row for row in read.source_supports(reprinted)}

    assert (found["fictional-daily"].shown_count, found["fictional-daily"].alone_count) == (4, 2)
    assert (found["fictional-reprint"].shown_count, found["fictional-reprint"].alone_count) == (
        2,
        0,
    )
    assert found["fictional-reprint"].rests_on == ("Fictional Daily",)


def test_sources_stand_in_the_order_asked_for_and_a_page_at_a_time(
    store: duckdb.DuckDBPyConnection,
) -> None:
    def ids(**how: object) -> list[str]:
        return [row.source_id for row in read.source_supports(store, **how)]  # type: ignore[arg-type]

    assert ids() == ["fictional-daily", "fictional-weekly", "fictional-report"]
    assert ids(sort="newest") == ["fictional-report", "fictional-weekly", "fictional-daily"]
    assert ids(sort="publisher") == ["fictional-daily", "fictional-report", "fictional-weekly"]
    assert ids(sort="claims")[0] == "fictional-weekly"
    assert ids(sort="'; DROP TABLE source") == ids()
    assert ids(limit=1, skip=1) == ["fictional-weekly"]


def test_a_source_is_found_by_its_id_even_where_the_choice_cites_nothing_of_it(
    store: duckdb.DuckDBPyConnection,
) -> None:
    chosen = Selection(case_ids=("fictional-case-b",))
    (row,) = read.source_supports(store, chosen, source_ids=("fictional-daily",))

    assert (row.claim_count, row.shown_count, row.alone_count) == (0, 0, 0)
    assert read.source_supports(store, source_ids=("no-such-source",)) == ()


def test_what_was_published_later_supports_nothing_yet(store: duckdb.DuckDBPyConnection) -> None:
    early = Selection(known_on=dt.date(2020, 12, 31))

    assert [row.source_id for row in read.source_supports(store, early)] == ["fictional-daily"]
    assert read.told_events(store, early) == ()


def test_sources_are_counted_by_publisher_language_and_kind(
    store: duckdb.DuckDBPyConnection,
) -> None:
    rows = read.source_counts(store, limit=1)

    assert [(row.counted, row.value, row.source_count, row.value_count) for row in rows] == [
        ("language", "en", 2, 2),
        ("publisher", "Fictional Daily", 1, 3),
        ("source_kind", "article", 2, 2),
    ]


def test_all_a_source_says_comes_case_by_case(store: duckdb.DuckDBPyConnection) -> None:
    rows = read.source_claims(store, source_id="fictional-weekly", limit=100)

    assert {row.case_id for row in rows} == {"fictional-case-a", "fictional-case-b"}
    assert [row.case_id for row in rows] == sorted(row.case_id for row in rows)
    place = next(row for row in rows if row.property == "place")
    assert (place.value_place_name, place.locator) == ("Fictional Airport", "para 4")
    assert len(read.source_claims(store, source_id="fictional-weekly", limit=2, skip=1)) == 2


def test_disputed_events_come_with_how_many_there_are(store: duckdb.DuckDBPyConnection) -> None:
    (row,) = read.told_events(store)

    assert row.event_id == "person-a-seized"
    assert row.disputed_properties == ("occurrence", "date", "number")
    assert (row.event_count, row.dispute_count) == (1, 3)
    asked = read.told_events(store, event_ids=("person-a-left", "no-such-event"))
    assert [one.event_id for one in asked] == ["person-a-left"], "disputed or not"


def test_claims_of_an_event_come_with_their_sources_and_figures(
    store: duckdb.DuckDBPyConnection,
) -> None:
    rows = read.event_claims(store, event_ids=("person-a-seized",))
    figure = next(row for row in rows if row.claim_id == "person-a-seized-f1")

    assert {row.event_id for row in rows} == {"person-a-seized"}
    assert (figure.property, figure.quantity, figure.lower) == ("number", "days-held", 7.0)
    assert figure.said_by == "Fictional Person A"
    assert (
        next(row for row in rows if row.property == "place").value_place_precision == "settlement"
    )


def test_lineage_leads_back_to_what_a_source_rests_on(store: duckdb.DuckDBPyConnection) -> None:
    assert read.lineage(store, ("fictional-weekly",))[0].derived_from == ()
    assert read.lineage(store) == ()


def test_lineage_of_a_reprint_has_its_original(reprinted: duckdb.DuckDBPyConnection) -> None:
    found = read.lineage(reprinted, ("fictional-reprint",))

    assert [row.source_id for row in found] == ["fictional-daily", "fictional-reprint"]
    both = read.lineage(reprinted, ("fictional-daily", "fictional-reprint"))
    assert both == found, "each source once, by however many ways it is reached"


def test_reports_of_cases_come_by_case_with_the_most_first(
    store: duckdb.DuckDBPyConnection,
) -> None:
    rows = read.case_reports(store)

    assert [(row.subject_id, row.source_id, row.subject_count) for row in rows] == [
        ("fictional-case-a", "fictional-daily", 2),
        ("fictional-case-a", "fictional-report", 2),
        ("fictional-case-a", "fictional-weekly", 2),
        ("fictional-case-b", "fictional-weekly", 2),
    ]
    assert {row.subject_id for row in read.case_reports(store, limit=1, skip=1)} == {
        "fictional-case-b"
    }


def test_only_events_with_more_reports_than_origins_are_listed(
    store: duckdb.DuckDBPyConnection, reprinted: duckdb.DuckDBPyConnection
) -> None:
    assert read.event_reports(store) == ()
    rows = read.event_reports(reprinted)
    assert [(row.subject_id, row.source_id) for row in rows] == [
        ("person-a-seized", "fictional-daily"),
        ("person-a-seized", "fictional-reprint"),
        ("person-a-seized", "fictional-weekly"),
    ]
