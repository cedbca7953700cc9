"""From rows to what the page of a person says: who is placed, on what grounds, with whose footnotes."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.person_builders import CHAINS, SOURCES, leg_row, report_row
from timeline.chronology.sighting import Sureness
from timeline.chronology.whereabouts import Knowledge
from timeline.store.rows import FigureRow, Person, PersonName
from timeline.viewmodel.person_custody import person_custody
from timeline.viewmodel.person_page import MOST_ROWS, person_page
from timeline.viewmodel.person_record import PersonRecord, is_subject, person_record, place_ids_of
from timeline.viewmodel.person_whereabouts import person_whereabouts

SUBJECTS = """
event type  | roles                    | roles of others           | subject | because
detention   | victim                   | -                         | yes     | it happened to them and to nobody else
detention   | person_concerned         | -                         | yes     | it is about them alone
detention   | victim                   | victim                    | yes     | it happened to several people
detention   | victim                   | person_concerned          | no      | the target of a plot is not the suspect who is arrested
detention   | person_concerned         | victim                    | no      | the mother was taken, not the son
departure   | person_concerned         | victim                    | no      | the family was flown out, not the man
torture     | victim                   | person_concerned          | yes     | whom it harmed is whom it happened to
attack      | victim                   | person_concerned          | yes     | so with an assault
detention   | speaker                  | victim                    | no      | whoever tells of it was not there
detention   | speaker                  | -                         | no      | nobody is said to have been held
residence   | speaker                  | -                         | yes     | people may say where they live themselves
residence   | speaker                  | person_concerned          | no      | or where others do
arrival     | alleged_perpetrator      | -                         | no      | an accusation places nobody
arrival     | witness                  | -                         | no      | nor does seeing it
"""

ROWS = [[cell.strip() for cell in line.split("|")] for line in SUBJECTS.strip().splitlines()[1:]]


def record(*reports: object, legs: tuple[object, ...] = ()) -> PersonRecord:
    return person_record(reports, legs, CHAINS, SOURCES)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event_type", "roles", "others", "answer"),
    [row[:4] for row in ROWS],
    ids=[row[4] for row in ROWS],
)
def test_whom_an_event_happened_to(event_type: str, roles: str, others: str, answer: str) -> None:
    report = report_row(
        event_type=event_type,
        roles=(roles,),
        roles_of_others=() if others == "-" else (others,),
    )

    assert is_subject(report) == (answer == "yes")


@pytest.mark.parametrize("status", ["requested", "threatened", "blocked", "offered"])
def test_a_journey_that_did_not_take_place_moves_nobody(status: str) -> None:
    event = report_row(event_type="threat")

    travelled = record(event, legs=(leg_row(),))
    not_travelled = record(event, legs=(leg_row(leg_status=status),))

    assert {one.spot.place_id for one in travelled.sightings} == {"town", "far-town"}
    assert not_travelled.sightings == ()


def test_a_leg_whose_event_the_filters_leave_out_is_left_out() -> None:
    assert record(legs=(leg_row(),)).sightings == ()


def test_where_sources_differ_each_place_is_cited_from_those_who_say_it() -> None:
    found = person_whereabouts(
        record(
            report_row(
                event_type="attack",
                properties_said=("place", "place", "place"),
                values_said=("town", "land", "far-town"),
                sayers=("source-1", "source-2", "source-3"),
                source_ids=("source-1", "source-2", "source-3"),
            )
        ),
        dt.date(2020, 3, 4),
    ).answer

    assert found.is_contradiction
    assert {one.place.place_id: one.source_numbers for one in found.grounds} == {
        "town": (1, 2),
        "far-town": (3,),
    }


def test_where_sources_differ_each_date_is_cited_from_those_who_give_it() -> None:
    found = record(
        report_row(
            event_type="attack",
            properties_said=("date", "date", "date"),
            values_said=("2020-03", "2020-03-04", "2020-05-06"),
            sayers=("source-2", "source-1", "source-3"),
            source_ids=("source-1", "source-2", "source-3"),
        )
    )

    def answer(day: dt.date) -> tuple[Sureness | None, tuple[int, ...]]:
        one = person_whereabouts(found, day).answer
        return one.sureness, one.grounds[0].source_numbers

    assert answer(dt.date(2020, 3, 4)) == (Sureness.PROBABLE, (1, 2))
    assert answer(dt.date(2020, 5, 6)) == (Sureness.POSSIBLE, (3,))


def test_the_strip_has_a_row_for_each_country_and_one_for_what_is_not_known() -> None:
    found = person_whereabouts(
        record(
            report_row("event-1", "2020-03-04", event_type="arrival"),
            report_row("event-2", "2020-06-01", event_type="arrival", place_id="far-town"),
            report_row("event-3", "2020-08-01", event_type="reappearance", place_id="hidden"),
        ),
        dt.date(2020, 4, 1),
    )

    assert [(row.kind, row.country_code, len(row.bands)) for row in found.rows] == [
        ("country", "AQ", 1),
        ("country", "BV", 1),
        ("undisclosed", None, 1),
        ("unknown", None, 3),
    ]
    assert found.answer.knowledge is Knowledge.BETWEEN
    assert (found.answer.least_days, found.answer.most_days) == (89, 89)


def test_neighbours_that_say_the_same_are_one_stretch_with_all_their_grounds() -> None:
    found = person_whereabouts(
        record(
            report_row("event-1", "2020-03-01/2020-03-31", event_type="imprisonment"),
            report_row("event-2", "2020-03-20/2020-04-30", event_type="imprisonment"),
        ),
        dt.date(2020, 3, 1),
    )

    (only, *after) = found.stretches
    assert (only.first_day, only.last_day) == (dt.date(2020, 3, 1), dt.date(2020, 4, 30))
    assert {one.told.event_id for one in only.answer.grounds} == {"event-1", "event-2"}
    assert [one.answer.knowledge for one in after] == [Knowledge.SINCE]


def test_a_day_after_the_last_report_is_told_apart() -> None:
    found = record(report_row())

    assert not person_whereabouts(found, dt.date(2020, 12, 31)).is_after_last_report
    assert person_whereabouts(found, dt.date(2021, 1, 1)).is_after_last_report


def test_an_undated_home_is_named_and_answers_nothing() -> None:
    found = person_whereabouts(
        record(report_row("event-1", None, event_type="residence")), dt.date(2020, 3, 4)
    )

    assert found.answer.knowledge is Knowledge.NOWHERE
    assert [one.event_id for one in found.undated] == ["event-1"]


def test_what_names_several_people_is_listed_as_unclear_and_not_counted() -> None:
    found = person_custody(record(report_row(roles_of_others=("person_concerned",))), ())

    assert (found.rows, found.least_days) == ((), 0)
    assert [one.event_id for one in found.unclear] == ["event-1"]


def test_a_spell_cites_its_reports_and_what_its_bounds_rest_on() -> None:
    found = person_custody(
        record(
            report_row("event-1", "2020-03-04"),
            report_row("event-2", "2020-03-09", event_type="release", source_ids=("source-2",)),
            report_row("event-3", "2020-05-09", event_type="threat", source_ids=("source-3",)),
        ),
        (figure("event-1", "days", 7), figure("event-1", "people", 40)),
    )

    (row,) = found.rows
    assert row.source_numbers == (1, 2)
    assert [one.lower for one in row.stated] == [7]
    assert (found.least_days, found.most_days) == (6, 6)


def figure(event_id: str, unit: str, number: float) -> FigureRow:
    return FigureRow(
        figure_id=f"{event_id}-{unit}",
        event_id=event_id,
        quantity="held",
        label=f"{unit} held",
        unit=unit,
        lower=number,
        upper=number,
        qualifier="exactly",
        said_by=None,
        source_id="source-1",
        locator="para 1",
        note="",
    )


def test_the_page_names_every_role_and_lists_no_more_than_its_most() -> None:
    reports = [
        report_row(f"event-{number:03}", roles=("speaker", "victim"), report_count=MOST_ROWS + 5)
        for number in range(MOST_ROWS + 5)
    ]
    person = Person("fictional-person", "Fictional Person", "", 3, None, 1)
    names = [PersonName("Fictional Person", "en", "preferred", True)]

    page = person_page(person, names, reports, record(*reports))

    assert page.names == ()
    assert page.parts[0].roles == (("victim", MOST_ROWS + 5), ("speaker", MOST_ROWS + 5))
    assert (len(page.events), page.event_count) == (MOST_ROWS, MOST_ROWS + 5)


def test_every_place_of_reports_and_legs_is_asked_for_once() -> None:
    reports = [report_row(properties_said=("place",), values_said=("cell",), sayers=("source-1",))]

    assert place_ids_of(reports, [leg_row(to_place_id="hidden")]) == ("cell", "hidden", "town")
