"""What the store says of countries: soil and state kept apart, nothing attributed that no source says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.builders import Sheets, fictional_sheets
from timeline.assembly.assemble import assemble
from timeline.model.selection import Selection
from timeline.model.vocabulary import ActorKind, EventType, Role
from timeline.store import read
from timeline.store.build import schema_scripts
from timeline.store.connection import open_store
from timeline.store.rows import CountryCounts

Store = duckdb.DuckDBPyConnection


def grown_sheets() -> Sheets:
    """The fictional record and what countries need: an application, an attack put in two countries."""
    sheets = fictional_sheets()
    sheets.rows("places").append(
        {
            "place_id": "fictional-court",
            "name": "Fictional Court",
            "precision": "settlement",
            "published_precision": "settlement",
            "country_code": "BV",
            "within_place_id": "other-settlement",
            "lon_deg": "3.25",
            "lat_deg": "-54.25",
            "origin": "by hand",
            "disclosure": "public",
        }
    )
    sheets.rows("places").append(
        {
            **sheets.row("places", "other-settlement"),
            "place_id": "other-harbour",
            "name": "Other Harbour",
            "lon_deg": "3.75",
        }
    )
    for actor_id, country_code in (("fictional-minister", "AQ"), ("fictional-judge", "BV")):
        sheets.rows("actors").append(
            {
                "actor_id": actor_id,
                "name": f"Name of {actor_id}",
                "actor_kind": "person",
                "country_code": country_code,
                "disclosure": "public",
            }
        )
    add_event(sheets, "person-a-asks", "asylum_application", proceeding_id="person-a-asylum-bv")
    add_claim(sheets, "person-a-asks", "date", "2020-07", "fictional-weekly")
    add_role(sheets, "person-a-asks", "fictional-person-a", "person_concerned")
    add_event(sheets, "person-a-heard", "hearing", proceeding_id="person-a-asylum-bv")
    add_claim(sheets, "person-a-heard", "date", "2020-09-01", "fictional-weekly")
    add_claim(sheets, "person-a-heard", "place", "fictional-court", "fictional-weekly")
    add_role(sheets, "person-a-heard", "fictional-person-a", "person_concerned")
    add_role(sheets, "person-a-heard", "fictional-minister", "decision_maker")
    add_role(sheets, "person-a-heard", "fictional-judge", "decision_maker")
    add_event(sheets, "person-a-attacked", "attack", status="verified")
    add_claim(sheets, "person-a-attacked", "date", "2021-05", "fictional-report")
    add_claim(sheets, "person-a-attacked", "place", "other-settlement", "fictional-weekly")
    add_claim(sheets, "person-a-attacked", "place", "fictional-region", "fictional-report")
    add_role(sheets, "person-a-attacked", "fictional-person-a", "victim")
    add_event(sheets, "person-a-robbed", "reprisal", status="verified")
    add_claim(sheets, "person-a-robbed", "place", "other-settlement", "fictional-daily")
    add_claim(sheets, "person-a-robbed", "place", "other-harbour", "fictional-weekly")
    add_claim(sheets, "person-a-robbed", "place", "fictional-region", "fictional-report")
    return sheets


def add_event(
    sheets: Sheets, event_id: str, kind: str, *, proceeding_id: str = "", status: str = "unverified"
) -> None:
    sheets.rows("events").append(
        {
            "event_id": event_id,
            "title": f"Title of {event_id}",
            "summary": "A fictional thing happened.",
            "event_type": kind,
            "verification_status": status,
            "proceeding_id": proceeding_id,
            "disclosure": "public",
        }
    )


def add_claim(sheets: Sheets, event_id: str, name: str, value: str, source_id: str) -> None:
    claims = sheets.rows("claims")
    claims.append(
        {
            "claim_id": f"{event_id}-c{len(claims)}",
            "event_id": event_id,
            "property": name,
            "value": value,
            "source_id": source_id,
            "locator": "para 1",
            "basis": "stated",
        }
    )


def add_role(sheets: Sheets, event_id: str, actor_id: str, role: str) -> None:
    sheets.rows("involvements").append({"event_id": event_id, "actor_id": actor_id, "role": role})


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assemble(grown_sheets().write(tmp_path_factory.mktemp("countries")))


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as connection:
        yield connection


ALL = Selection()


def counts(store: Store, chosen: Selection = ALL) -> dict[str, CountryCounts]:
    return {
        one.country_code or ("undisclosed" if one.has_place else "unplaced"): one
        for one in read.countries(store, chosen)
    }


def test_what_happened_counts_for_the_country_of_the_place(store: Store) -> None:
    found = counts(store)
    assert set(found) == {"AQ", "BV", "undisclosed", "unplaced"}
    assert found["AQ"].event_count == 2
    assert found["BV"].event_count == 4
    assert found["unplaced"].event_count == 2, "the threat and the application have no place"
    assert found["AQ"].person_count == 1
    assert sum(one.event_count for one in found.values()) == 8


def test_legs_count_for_both_countries_only_when_they_were_travelled(store: Store) -> None:
    found = counts(store)
    assert (found["AQ"].leg_in_count, found["AQ"].leg_out_count) == (0, 1), "not the one within"
    assert (found["BV"].leg_in_count, found["BV"].leg_out_count) == (1, 0), "not the one offered"
    assert found["undisclosed"].leg_in_count == 0


def test_a_country_of_which_nothing_is_left_is_still_there_with_zeros(store: Store) -> None:
    found = counts(store, Selection(event_types=("threat",)))
    assert set(found) == {"AQ", "BV", "undisclosed", "unplaced"}
    assert (found["AQ"].event_count, found["AQ"].accused_count) == (0, 0)


def test_a_place_that_sources_put_in_two_countries_is_contested_in_both(store: Store) -> None:
    here = {one.event_type: one for one in read.soil_counts(store, country="BV")}
    there = {one.event_type: one for one in read.soil_counts(store, country="AQ")}
    assert (here["attack"].confirmed_count, here["attack"].contested_count) == (0, 1)
    assert (there["attack"].contested_count, there["attack"].elsewhere_count) == (0, 1)


def test_who_denies_that_it_happened_makes_it_contested(store: Store) -> None:
    (seized,) = [
        one for one in read.soil_counts(store, country="AQ") if one.event_type == "detention"
    ]
    assert (seized.confirmed_count, seized.reported_count, seized.contested_count) == (0, 0, 1)


def test_before_the_other_report_nobody_put_it_elsewhere(store: Store) -> None:
    known = Selection(known_on=dt.date(2021, 12, 31))
    here = {one.event_type: one for one in read.soil_counts(store, known, country="BV")}
    assert (here["attack"].confirmed_count, here["attack"].contested_count) == (1, 0)
    robbed = here["reprisal"]
    assert (robbed.confirmed_count, robbed.contested_count) == (1, 0), "two places in one country"
    assert "attack" not in {one.event_type for one in read.soil_counts(store, known, country="AQ")}


def test_a_state_acts_through_its_bodies_and_its_proceedings_and_not_through_its_soil(
    store: Store,
) -> None:
    acts = {one.event_id: one for one in read.state_acts(store, country="BV")}
    assert {key: one.part for key, one in acts.items()} == {
        "person-a-asylum": "acted",
        "person-a-heard": "acted",
        "person-a-asks": "asked",
    }, "the attack on its soil names none of its bodies"
    assert acts["person-a-asylum"].bodies == ("Fictional Court",)
    assert acts["person-a-heard"].bodies == (), "a minister and a judge are people"
    assert acts["person-a-heard"].proceeding_title == "A claim of asylum"


def test_an_accused_body_is_accused_and_a_person_in_office_is_no_state(store: Store) -> None:
    (accused,) = read.state_acts(store, country="AQ")
    assert (accused.event_id, accused.part) == ("person-a-seized", "accused")
    assert accused.bodies == ("Fictional Police",), "not the person of whom one report says so"
    assert counts(store)["AQ"].act_count == 0
    assert counts(store)["AQ"].accused_count == 1


def test_of_each_part_the_latest_are_listed_and_all_are_counted(store: Store) -> None:
    acts = [one for one in read.state_acts(store, country="BV", limit=1) if one.part == "acted"]
    assert [(one.event_id, one.part_count) for one in acts] == [("person-a-asylum", 2)]


def test_the_steps_of_a_proceeding_are_all_there_whatever_the_filter_leaves(store: Store) -> None:
    decided = Selection(event_types=("asylum_decision",))
    steps = read.proceeding_steps(store, decided, country="BV")
    assert [one.event_id for one in steps] == ["person-a-asks", "person-a-heard", "person-a-asylum"]
    assert steps[0].dates == ("2020-07",)
    assert {one.stage for one in steps} == {"decided"}
    assert read.proceeding_steps(store, Selection(event_types=("threat",)), country="BV") == ()
    assert read.proceeding_steps(store, country="AQ") == ()


def test_on_an_earlier_day_later_steps_and_the_stage_are_not_known(store: Store) -> None:
    steps = read.proceeding_steps(store, Selection(known_on=dt.date(2021, 12, 31)), country="BV")
    assert [one.event_id for one in steps] == ["person-a-asks", "person-a-heard"]
    assert {one.stage for one in steps} == {"unknown"}


def test_flows_tell_in_out_and_within_and_who_moved_from_who_did_not(store: Store) -> None:
    found = {
        (one.direction, one.other_country_code, one.leg_status): one
        for one in read.flows(store, country="AQ")
    }
    assert set(found) == {("within", "AQ", "travelled"), ("out", "BV", "travelled")}
    assert found["within", "AQ", "travelled"].documented_count == 1
    assert found["out", "BV", "travelled"].documented_count == 0, "inferred"
    assert (found["out", "BV", "travelled"].person_count) == 1
    offered = {
        (one.direction, one.other_country_code, one.leg_status)
        for one in read.flows(store, country="BV")
    }
    assert ("out", None, "offered") in offered


def test_a_place_holds_the_places_within_it_and_an_office_what_it_took_part_in(
    store: Store,
) -> None:
    points = {one.at_id: one for one in read.passing_points(store, country="BV")}
    assert set(points) == {"other-settlement", "fictional-court"}, "a whole country is not offered"
    assert points["other-settlement"].event_count == 2, "the attack, and the hearing in the court"
    assert points["fictional-court"].event_count == 2, "the hearing there, and what it decided"
    asked = read.passing_points(store, country="BV", asked="other-land", limit=1)
    assert {one.at_id for one in asked} >= {"other-land"}
    assert read.passing_points(store, asked="no-such-place")


def test_who_passed_is_listed_with_the_part_the_office_took(store: Store) -> None:
    rows = {one.event_id: one for one in read.passages(store, point="fictional-court")}
    assert set(rows) == {"person-a-heard", "person-a-asylum"}
    assert (rows["person-a-heard"].is_there, rows["person-a-heard"].office_roles) == (True, ())
    asylum = rows["person-a-asylum"]
    assert (asylum.is_there, asylum.office_roles) == (False, ("decision_maker",))
    assert (asylum.person_count, asylum.passage_count) == (1, 2)
    assert [one.event_id for one in read.passages(store, point="fictional-court", limit=1)] == [
        "person-a-asylum"
    ]
    assert read.passages(store, point="fictional-person-a") == (), "a person is no office"


def test_citations_are_those_published_by_the_day_of_knowledge(store: Store) -> None:
    asked = ("person-a-attacked",)
    assert [one.source_id for one in read.citations(store, event_ids=asked)] == [
        "fictional-weekly",
        "fictional-report",
    ]
    known = Selection(known_on=dt.date(2021, 12, 31))
    assert [one.source_id for one in read.citations(store, known, event_ids=asked)] == [
        "fictional-weekly"
    ]


def test_the_terms_in_the_view_of_states_are_of_the_vocabularies() -> None:
    (script,) = [one for one in schema_scripts() if "VIEW state_part" in one]
    terms = {part for part in script.split("'")[1::2] if part.islower() and part.isidentifier()}
    parts = {"acted", "asked", "accused", "helped", "spoke"}
    assert terms - parts <= {*EventType, *Role, *ActorKind}
