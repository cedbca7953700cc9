"""Whose first detention was it? A row is somebody's, and only what plainly happened to them counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import duckdb
import pytest

from tests.builders import actor, case, claim, event, involvement, leg, place, source
from timeline.model.record import CaseFile, Record
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.build import build
from timeline.store.connection import open_store
from timeline.store.rows import ComparedEvent

ALONE = Selection(case_ids=("lone-case",))
CROWD = Selection(case_ids=("crowd-case",))

# event | type | case | who as what
EVENTS = """
own-arrest      | detention       | lone-case  | lone:person_concerned
own-hearing     | hearing         | lone-case  | lone:person_concerned
mother-taken    | abduction       | lone-case  | lone:person_concerned, mother:victim
attacker-held   | detention       | lone-case  | attacker:person_concerned, lone:victim
body-and-person | interim_measure | lone-case  | lone:victim, body:person_concerned
shared-claim    | asylum_application | lone-case | lone:person_concerned, mother:person_concerned
law-passed      | context         | lone-case  |
refuted-arrest  | imprisonment    | lone-case  | lone:victim
crowd-seized    | abduction       | crowd-case | crowd:victim
crowd-freed     | release         | crowd-case | crowd:person_concerned
crowd-left      | assistance      | crowd-case | crowd:person_concerned
crowd-law       | context         | crowd-case |
crowd-attacked  | attack          | crowd-case |
named-held      | detention       | crowd-case | named:victim
went-abroad     | departure       | lone-case  | lone:person_concerned
went-home       | arrival         | lone-case  | lone:person_concerned
brother-left    | arrival         | lone-case  | lone:person_concerned
"""


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in EVENTS.strip().splitlines()]


def case_file(case_id: str) -> CaseFile:
    mine = [row for row in rows() if row[2] == case_id]
    refuted = {"refuted-arrest": {"verification_status": "refuted"}}
    legs = {
        "lone-case": (
            leg("leg-1", actor_id="lone", event_id="went-abroad", to_place_id="abroad"),
            leg("leg-2", actor_id="lone", event_id="went-home", to_place_id="next-town"),
            leg("leg-3", actor_id="brother", event_id="brother-left", to_place_id="abroad"),
        ),
        "crowd-case": (
            leg("leg-4", actor_id="crowd", event_id="crowd-left", to_place_id="abroad"),
        ),
    }
    return CaseFile(
        case=case(case_id),
        events=tuple(event(row[0], event_type=row[1], **refuted.get(row[0], {})) for row in mine),
        claims=tuple(
            claim(f"{row[0]}-c", event_id=row[0], property="date", value=f"2020-03-{at + 1:02}")
            for at, row in enumerate(mine)
        ),
        involvements=tuple(
            involvement(event_id=row[0], actor_id=who.split(":")[0], role=who.split(":")[1])
            for row in mine
            for who in filter(None, row[3].split(", "))
        ),
        legs=legs[case_id],
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    record = Record(
        case_files=(case_file("lone-case"), case_file("crowd-case")),
        actors=(
            actor("lone", is_followed=True),
            actor("named", is_followed=True),
            actor("mother"),
            actor("attacker"),
            actor("brother"),
            actor("crowd", actor_kind="group"),
            actor("body", actor_kind="international_body"),
        ),
        places=(
            place("fictional-settlement"),
            place("next-town", lon_deg=-60.5),
            place("abroad", country_code="BV", lon_deg=3.25, lat_deg=-54.25),
        ),
        sources=(source(published_edtf="2020-06-30"),),
    )
    with open_store(build(record, tmp_path_factory.mktemp("compared"))) as connection:
        yield connection


def found(
    store: duckdb.DuckDBPyConnection, chosen: Selection, **asked: object
) -> dict[tuple[str, str | None], ComparedEvent]:
    answer = read.compared(store, chosen, **asked)  # type: ignore[arg-type]
    return {(one.event_id, one.actor_id): one for one in answer}


# event | row | of what kinds of moment it may be the first; in brackets: it is not plain whose it was
COUNTS = """
own-arrest      | lone | detention          | it happened to nobody else
mother-taken    | lone | (abduction)        | he is concerned, she is the victim: it was not his abduction
attacker-held   | lone | (detention)        | he is the victim, another was held: it was not his detention
body-and-person | lone | interim_measure    | a body is nobody to whom it happens
shared-claim    | lone | asylum_application | both asked for it
law-passed      | lone | -                  | it concerns nobody
refuted-arrest  | lone | -                  | it was shown to be false
went-abroad     | lone | border_crossing departure | his journey led from one country to another
went-home       | lone | arrival            | his journey stayed in the country
brother-left    | lone | arrival            | another made the journey
crowd-seized    | -    | abduction          | it happened to those not followed by name
crowd-left      | -    | assistance border_crossing | they were brought to another country
crowd-law       | -    | -                  | it happened to nobody
crowd-attacked  | -    | (attack)           | nobody says whom it hit
named-held      | named | detention         | followed by name, so in a row of their own
"""
VERDICTS = [[cell.strip() for cell in line.split("|")] for line in COUNTS.strip().splitlines()]


@pytest.mark.parametrize(
    ("event_id", "who", "counts_as"), [row[:3] for row in VERDICTS], ids=[r[3] for r in VERDICTS]
)
def test_what_counts_as_a_moment(
    event_id: str, who: str, counts_as: str, store: duckdb.DuckDBPyConnection
) -> None:
    one = found(store, Selection())[event_id, None if who == "-" else who]

    is_plain = not counts_as.startswith("(")
    kinds = () if counts_as == "-" else tuple(counts_as.strip("()").split())
    assert one.moments == (kinds if is_plain else ())
    assert one.unplain_moments == (() if is_plain else kinds)


def test_each_event_stands_in_one_row_and_none_is_lost(store: duckdb.DuckDBPyConnection) -> None:
    stands = sorted(event_id for event_id, _ in found(store, Selection()))

    assert stands == sorted(row[0] for row in rows())


def test_the_case_of_many_has_a_row_of_its_own_beside_the_person_named(
    store: duckdb.DuckDBPyConnection,
) -> None:
    subjects = read.subjects(store, event_type="detention")

    assert {(one.case_id, one.actor_id, one.is_main, one.standing) for one in subjects} == {
        ("lone-case", "lone", True, "dated"),
        ("crowd-case", None, True, "lacking"),
        ("crowd-case", "named", False, "dated"),
    }
    assert {one.standing: one.standing_count for one in subjects} == {"dated": 2, "lacking": 1}


def test_what_is_on_record_of_nobody_plainly_is_not_said_to_be_lacking(
    store: duckdb.DuckDBPyConnection,
) -> None:
    def standing(event_type: str) -> dict[str | None, str]:
        subjects = read.subjects(store, event_type=event_type)
        return {one.actor_id: one.standing for one in subjects}

    assert standing("abduction") == {"lone": "unplain", None: "dated", "named": "lacking"}
    assert standing("attack") == {"lone": "lacking", None: "unplain", "named": "lacking"}
    # A refuted one is none; a plain one counts before one that is not.
    assert standing("imprisonment")["lone"] == "lacking"
    assert standing("detention")["lone"] == "dated"
    counts = {one.standing: one.standing_count for one in read.subjects(store, event_type="attack")}
    assert counts == {"unplain": 1, "lacking": 2}


def test_the_moments_are_counted_by_subject(store: duckdb.DuckDBPyConnection) -> None:
    counts = {one.moment_id: one.dated_count for one in read.moments(store)}

    assert counts["detention"] == 2
    assert counts["border_crossing"] == 2
    assert "imprisonment" not in counts
    assert "detention" not in {
        one.moment_id for one in read.moments(store, Selection(event_types=("hearing",)))
    }


def test_a_filter_on_a_person_leaves_no_row_of_another(store: duckdb.DuckDBPyConnection) -> None:
    subjects = read.subjects(store, Selection(actor_ids=("named",)), event_type="detention")

    assert [(one.case_id, one.actor_id) for one in subjects] == [("crowd-case", "named")]


def test_far_events_are_left_out_and_counted_while_a_first_of_its_kind_stays(
    store: duckdb.DuckDBPyConnection,
) -> None:
    everything = found(store, ALONE, event_type="detention", limit=80)
    nearest = found(store, ALONE, event_type="detention", limit=2)

    assert {one.unlisted_count for one in everything.values()} == {0}
    assert {event_id for event_id, _ in nearest} >= {"own-arrest", "own-hearing", "went-abroad"}
    assert "law-passed" not in {event_id for event_id, _ in nearest}
    assert {one.unlisted_count for one in nearest.values()} == {len(everything) - len(nearest)}


def test_with_no_limit_worth_the_name_no_more_than_firsts_are_listed(
    store: duckdb.DuckDBPyConnection,
) -> None:
    assert {event_id for event_id, _ in found(store, CROWD, event_type="abduction", limit=1)} == {
        "crowd-seized",
        "crowd-freed",
        "crowd-left",
        "named-held",
        "crowd-attacked",
    }


def test_what_was_not_known_on_a_day_is_no_moment_then(store: duckdb.DuckDBPyConnection) -> None:
    before = Selection(known_on=dt.date(2020, 6, 29))

    assert read.moments(store, before) == ()
    assert read.subjects(store, before) == ()
