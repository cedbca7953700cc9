"""The answers of the store to the questions of the pages, on the fictional record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.builders import case, claim, event, figure, source
from timeline.model.record import CaseFile, Record
from timeline.model.selection import Selection, selection_of
from timeline.store import read
from timeline.store.connection import open_store
from timeline.store.tables import table_rows

DAY = dt.date


@pytest.fixture
def store(built_store: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(built_store) as connection:
        yield connection


def test_the_build_is_named_like_its_file(
    store: duckdb.DuckDBPyConnection, built_store: Path
) -> None:
    info = read.build_info(store)
    assert built_store.name == f"timeline-{info.fingerprint}.duckdb"
    assert info.schema_version == 2


def test_cases_come_with_their_counts_latest_report_first(
    store: duckdb.DuckDBPyConnection,
) -> None:
    first, second = read.cases(store)
    assert (first.case_id, first.current_as_of_edtf) == ("fictional-case-a", "2022")
    assert first.current_as_of_latest == DAY(2022, 12, 31)
    assert (first.event_count, first.leg_count) == (3, 3)
    assert (second.case_id, second.event_count, second.leg_count) == ("fictional-case-b", 1, 0)


def test_an_event_comes_with_the_values_shown_for_it(store: duckdb.DuckDBPyConnection) -> None:
    seized, left, asylum, threat = read.events(store)
    assert [seized.event_id, left.event_id, asylum.event_id, threat.event_id] == [
        "person-a-seized",
        "person-a-left",
        "person-a-asylum",
        "person-b-threat",
    ], "of two that may begin on one day, the one that ends first"
    assert seized.date_edtf == "[2020-02,2020-03]"
    assert (seized.date_earliest, seized.date_latest) == (DAY(2020, 2, 1), DAY(2020, 3, 31))
    assert seized.date_precision == "interval"
    assert seized.is_disputed
    assert seized.disputed_properties == ("occurrence", "date", "number")
    assert (seized.claim_count, seized.source_count, seized.independent_source_count) == (8, 2, 2)
    assert (seized.place_name, seized.lon_deg, seized.lat_deg) == (
        "Fictional Settlement",
        -60.25,
        -75.25,
    )
    assert (threat.date_earliest, threat.date_latest, threat.place_id) == (
        DAY(2021, 1, 1),
        None,
        None,
    )
    assert (asylum.place_precision, asylum.lon_deg, asylum.lane) == ("country", None, "proceedings")


def test_an_event_is_reported_until_the_first_day_of_its_latest_report(
    store: duckdb.DuckDBPyConnection,
) -> None:
    until = {one.event_id: one.reported_until for one in read.events(store)}
    assert until == {
        "person-a-seized": DAY(2021, 2, 3),
        "person-a-left": DAY(2021, 2, 3),
        "person-b-threat": DAY(2021, 2, 3),
        "person-a-asylum": DAY(2022, 1, 1),
    }


def test_a_figure_is_a_report_like_any_other() -> None:
    record = Record(
        case_files=(
            CaseFile(
                case=case(),
                events=(event(),),
                claims=(claim(),),
                figures=(figure(source_id="later-source"),),
            ),
        ),
        sources=(
            source(published_edtf="2020-05-01"),
            source("later-source", published_edtf="2020-06"),
        ),
    )
    (row,) = table_rows(record)["event"]
    assert DAY(2020, 6, 1) in row
    assert DAY(2020, 5, 1) not in row


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, ["seized", "left", "asylum", "threat"]),
        ({"case_ids": ("fictional-case-b",)}, ["threat"]),
        (
            {
                "case_ids": (
                    "fictional-case-b",
                    "fictional-case-a",
                )
            },
            ["seized", "left", "asylum", "threat"],
        ),
        ({"actor_ids": ("fictional-person-a",)}, ["seized", "left", "asylum"]),
        ({"actor_ids": ("fictional-police",)}, []),
        ({"country_codes": ("AQ",)}, ["seized", "left"]),
        (
            {
                "country_codes": (
                    "BV",
                    "AQ",
                )
            },
            ["seized", "left", "asylum"],
        ),
        ({"country_codes": ("BV",), "actor_ids": ("fictional-person-b",)}, []),
        ({"case_ids": ("no-such-case",)}, []),
        ({"case_ids": ("'; DROP TABLE event; --",)}, []),
    ],
    ids=str,
)
def test_events_and_totals_follow_the_same_choice(
    chosen: dict[str, tuple[str, ...]], found: list[str], store: duckdb.DuckDBPyConnection
) -> None:
    events = read.events(store, Selection(**chosen))
    assert [one.event_id.split("-")[-1] for one in events] == found
    totals = read.totals(store, Selection(**chosen))
    assert totals.event_count == len(events)
    assert totals.disputed_count == sum(one.is_disputed for one in events)
    assert totals.claim_count == sum(one.claim_count for one in events)


def test_sources_are_counted_once_over_all_events(store: duckdb.DuckDBPyConnection) -> None:
    assert read.totals(store).source_count == 3


def test_legs_come_in_order_with_both_ends_and_no_invented_point(
    store: duckdb.DuckDBPyConnection,
) -> None:
    first, second, third = read.legs(store)
    assert [one.sequence for one in (first, second, third)] == [1, 2, 3]
    assert (first.date_earliest, first.date_latest) == (DAY(2020, 6, 1), DAY(2020, 6, 5))
    assert (second.date_earliest, second.date_latest) == (DAY(2020, 6, 5), DAY(2020, 6, 5))
    assert (second.from_precision, second.from_lon_deg) == ("site", -60.75)
    assert (second.to_precision, second.to_lon_deg, second.to_lat_deg) == ("country", None, None)
    assert (third.to_country_code, third.date_earliest, third.date_latest) == (None, None, None)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"country_codes": ("AQ",)}, [1, 2]),
        ({"country_codes": ("BV",)}, [2, 3]),
        ({"actor_ids": ("fictional-person-b",)}, []),
        ({"case_ids": ("fictional-case-a",)}, [1, 2, 3]),
    ],
    ids=str,
)
def test_legs_are_chosen_by_either_end(
    chosen: dict[str, tuple[str, ...]], found: list[int], store: duckdb.DuckDBPyConnection
) -> None:
    assert [one.sequence for one in read.legs(store, Selection(**chosen))] == found


def test_claims_say_which_is_shown_and_which_is_disputed(store: duckdb.DuckDBPyConnection) -> None:
    claims = {
        one.claim_id: one for one in read.claims(store, Selection(case_ids=("fictional-case-a",)))
    }
    assert len(claims) == 15, "figures included"
    assert claims["person-a-seized-c3"].is_shown
    assert claims["person-a-seized-c4"].is_shown, "both months are in the list that is shown"
    assert claims["person-a-seized-c2"].is_disputed
    assert not claims["person-a-seized-c2"].is_shown
    assert claims["person-a-left-c3"].value_place_name == "Fictional Airport"
    assert claims["person-a-left-c4"].value_place_name is None
    assert claims["person-a-seized-f2"].property == "number"
    assert claims["person-a-seized-f2"].value == "more than 10 days held"
    assert claims["person-a-seized-f3"].value == "between 1,000.5 and 2,000 roubles asked"
    assert claims["person-a-seized-f1"].is_disputed
    assert not claims["person-a-seized-f3"].is_disputed


def test_the_dates_of_a_disputed_event_are_listed(store: duckdb.DuckDBPyConnection) -> None:
    said = read.dates_said(store, Selection(case_ids=("fictional-case-a",)))
    assert [(one.event_id, one.date_edtf, one.is_shown) for one in said] == [
        ("person-a-seized", "2020-02", True),
        ("person-a-seized", "2020-03", True),
    ]
    assert read.dates_said(store) == said
    assert read.dates_said(store, Selection(case_ids=("fictional-case-b",))) == ()


def test_the_sources_of_a_case_are_those_its_claims_cite(
    store: duckdb.DuckDBPyConnection,
) -> None:
    sources = read.sources(store, Selection(case_ids=("fictional-case-a",)))
    assert [one.source_id for one in sources] == [
        "fictional-daily",
        "fictional-weekly",
        "fictional-report",
    ]
    assert sources[0].published_earliest == DAY(2020, 4, 1)
    assert sources[0].url == "https://daily.example/a"
    assert sources[0].derived_from == ()


def test_figures_keep_their_bounds_and_their_speaker(store: duckdb.DuckDBPyConnection) -> None:
    figures = read.figures(store, Selection(case_ids=("fictional-case-a",)))
    assert [(one.figure_id, one.lower, one.upper, one.said_by) for one in figures] == [
        ("person-a-seized-f1", 7.0, 7.0, "Fictional Person A"),
        ("person-a-seized-f2", 10.0, None, None),
        ("person-a-seized-f3", 1000.5, 2000.0, None),
    ]


def test_every_choice_says_how_many_events_it_would_leave_under_the_other_filters(
    store: duckdb.DuckDBPyConnection,
) -> None:
    found = {(one.filter_name, one.choice_id): one.event_count for one in read.choices(store)}
    assert found[("person", "fictional-person-a")] == 3
    assert found[("country", "AQ")] == 2
    assert found[("disputed", "disputed")] == 1
    for (filter_name, choice_id), event_count in found.items():
        if filter_name != "disputed":
            chosen = selection_of([(filter_name, choice_id)])
            assert len(read.events(store, chosen)) == event_count
    in_aq = read.choices(store, Selection(country_codes=("AQ",)))
    under = {(one.filter_name, one.choice_id): one.event_count for one in in_aq}
    assert under[("person", "fictional-person-a")] == 2
    assert ("person", "fictional-person-b") not in under, "it would leave nothing"
    assert under[("country", "BV")] == 1, "a filter does not narrow its own list"


def test_what_is_chosen_and_exists_is_offered_even_when_it_leaves_nothing(
    store: duckdb.DuckDBPyConnection,
) -> None:
    chosen = Selection(actor_ids=("fictional-person-b", "nobody"), country_codes=("AQ",))
    offered = {one.choice_id: one.event_count for one in read.choices(store, chosen, limit=1)}
    assert offered["fictional-person-b"] == 0
    assert "nobody" not in offered


def test_an_empty_result_says_which_filter_alone_leaves_what_out(
    store: duckdb.DuckDBPyConnection,
) -> None:
    chosen = Selection(actor_ids=("fictional-person-b",), country_codes=("AQ",))
    assert read.events(store, chosen) == ()
    assert {one.filter_name: one.event_count for one in read.loosenings(store, chosen)} == {
        "person": 2,
        "country": 1,
    }


def test_the_overview_names_who_it_happened_to_and_not_the_accused(
    store: duckdb.DuckDBPyConnection,
) -> None:
    people = dict(store.execute("SELECT event_id, people FROM event_overview").fetchall())
    assert people == {
        "person-a-seized": ["Fictional Person A"],
        "person-a-left": ["Fictional Person A"],
        "person-a-asylum": ["Fictional Person A"],
        "person-b-threat": ["Fictional Person B"],
    }
