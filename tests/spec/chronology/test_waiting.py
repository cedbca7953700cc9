"""How long a state took to decide: the least and the most days, and never a pair the record does not make."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.chronology.waiting import RULES, Ending, Since, Step, Waiting, waiting
from timeline.model.vocabulary import EventType, ProceedingKind, Stage

REPORT = dt.date(2022, 6, 1)

DAYS = """
asked                     | decided                  | least | most | because
2021-03-01                | 2021-03-11               | 10    | 10   | both days are known
2021-03-01                | 2021-03-01               | 0     | 0    | decided on the day
2021-03                   | 2021-03                  | 0     | 30   | within one month, and no decision comes before its application
2021-03                   | 2021-05                  | 31    | 91   | from the last of March to the first of May, or the first to the last
2021                      | 2022-01-10               | 10    | 374  | a year is all that is known of the application
2021-03-01                | [2021-03-01..2021-06-01] | 0     | 92   | some day in between
2021-03-20                | 2021-03                  | 0     | 11   | the month began before the application did
[..2021-03-01]            | 2021-03-11               | 10    | -    | asked by the first: nobody says how long before
2021-03-01                | [2021-03-11..]           | 10    | -    | not before the eleventh: nobody says how long after
2021-03-01 / 2021-03-05   | 2021-03-11               | 6     | 10   | sources differ on the application
2021-03-01                | 2021-03-11 / 2021-04     | 10    | 60   | sources differ on the decision
2021-03-01                | 2021-03-11/2021-03-15    | 10    | 10   | a decision over several days came on the first of them
"""


def step(event_type: EventType, *dates: str, name: str | None = None) -> Step:
    return Step(name or event_type.value, event_type, dates, REPORT)


def asylum(*steps: Step, stage: Stage = Stage.DECIDED) -> Waiting:
    return waiting(ProceedingKind.ASYLUM, stage, steps)


ASKED = EventType.ASYLUM_APPLICATION
DECIDED = EventType.ASYLUM_DECISION


@pytest.mark.parametrize(
    "line",
    list(DAYS.strip().splitlines()[1:]),
    ids=lambda line: line.rpartition("|")[2].strip(),
)
def test_the_least_and_the_most_days_from_application_to_decision(line: str) -> None:
    asked, decided, least, most, _ = (cell.strip() for cell in line.split("|"))
    found = asylum(step(ASKED, *asked.split(" / ")), step(DECIDED, *decided.split(" / ")))

    (wait,) = found.waits
    assert (wait.least, wait.most) == (int(least), None if most == "-" else int(most))
    assert wait.is_disputed == (" / " in asked or " / " in decided)
    assert found.since is Since.OPENING
    assert found.ending is None


def test_doubt_of_a_source_is_passed_on_and_widens_nothing() -> None:
    (wait,) = asylum(step(ASKED, "2021-03-01?"), step(DECIDED, "2021-03-11~")).waits
    assert (wait.least, wait.most) == (10, 10)
    assert wait.is_uncertain
    assert wait.is_approximate


def test_every_decision_is_counted_from_the_application_and_none_is_called_the_last_word() -> None:
    found = asylum(
        step(ASKED, "2021-03-01"),
        step(DECIDED, "2021-03-11", name="extended"),
        step(EventType.HEARING, "2021-03-20"),
        step(DECIDED, "2021-04-01", name="refused"),
        step(EventType.COURT_DECISION, "2021-05-01", name="upheld"),
    )
    assert [(wait.event_id, wait.least) for wait in found.waits] == [
        ("extended", 10),
        ("refused", 31),
        ("upheld", 61),
    ]


def test_a_decision_from_before_the_application_is_no_answer_to_it() -> None:
    found = asylum(
        step(DECIDED, "2020-12", name="earlier"),
        step(ASKED, "2021-03-01"),
        step(DECIDED, "2021-03-11", name="answer"),
    )
    assert [wait.event_id for wait in found.waits] == ["answer"]


def test_two_applications_leave_open_which_was_decided() -> None:
    found = asylum(
        step(ASKED, "2021-03-01", name="first"),
        step(ASKED, "2021-06-01", name="second"),
        step(DECIDED, "2021-07-01"),
    )
    assert found.since is Since.SEVERAL
    assert found.opening_ids == ("first", "second")
    assert [(wait.least, wait.most) for wait in found.waits] == [(None, None)]


@pytest.mark.parametrize(("asked", "decided"), [((), ("2021-03-11",)), (("2021-03-01",), ())])
def test_without_a_date_nothing_is_counted(
    asked: tuple[str, ...], decided: tuple[str, ...]
) -> None:
    (wait,) = asylum(step(ASKED, *asked), step(DECIDED, *decided)).waits
    assert (wait.least, wait.most) == (None, None)


def test_without_an_application_the_first_decision_is_where_counting_begins() -> None:
    found = waiting(
        ProceedingKind.REMOVAL,
        Stage.DECIDED,
        [
            step(EventType.REMOVAL_DECISION, "2021-03-01", name="opened"),
            step(EventType.REMOVAL_DECISION, "2021-03", name="ordered-some-day-that-month"),
        ],
    )
    assert found.since is Since.NOTHING, "either may have been the first"

    found = asylum(
        step(DECIDED, "2021-03-01", name="refused"),
        step(EventType.COURT_DECISION, "2021-04", name="upheld"),
    )
    assert (found.since, found.since_id) == (Since.FIRST_DECISION, "refused")
    assert [(wait.event_id, wait.least, wait.most) for wait in found.waits] == [("upheld", 31, 60)]
    assert found.ending is None


def test_the_first_decision_came_before_all_others() -> None:
    found = asylum(
        step(DECIDED, "2021-03", name="refused"),
        step(DECIDED, "2021-03-20", name="refused-again"),
        step(EventType.COURT_DECISION, "2021-04", name="upheld"),
    )
    assert found.since is Since.NOTHING


def test_an_undated_decision_may_have_been_the_first() -> None:
    found = asylum(
        step(DECIDED, "2021-03-01", name="refused"), step(EventType.COURT_DECISION, name="upheld")
    )
    assert found.since is Since.NOTHING
    assert [wait.least for wait in found.waits] == [None, None]


@pytest.mark.parametrize(
    ("stage", "ending"),
    [
        (Stage.OPENED, Ending.OPEN),
        (Stage.PENDING, Ending.OPEN),
        (Stage.SUSPENDED, Ending.OPEN),
        (Stage.UNDER_APPEAL, Ending.OPEN),
        (Stage.DECIDED, Ending.DECIDED),
        (Stage.ENDED, Ending.DECIDED),
        (Stage.UNKNOWN, Ending.UNREPORTED),
    ],
)
def test_without_a_decision_it_lasted_at_least_until_the_latest_report(
    stage: Stage, ending: Ending
) -> None:
    found = asylum(step(ASKED, "2022-05"), stage=stage)
    assert found.waits == ()
    assert found.ending is ending
    assert found.reported_on == REPORT
    assert found.least_to_report == 1, "from the last day of May, never from the first"


def test_a_report_from_before_the_application_counts_no_days() -> None:
    assert asylum(step(ASKED, "2022-06-05"), stage=Stage.PENDING).least_to_report == 0
    assert asylum(step(ASKED), stage=Stage.PENDING).least_to_report is None


def test_a_request_to_extradite_is_not_answered_by_a_court_that_prolongs_custody() -> None:
    found = waiting(
        ProceedingKind.EXTRADITION,
        Stage.PENDING,
        [
            step(EventType.EXTRADITION_REQUEST, "2021-03-01"),
            step(EventType.COURT_DECISION, "2021-03-05"),
        ],
    )
    assert found.waits == ()
    assert found.ending is Ending.OPEN


def test_a_trial_counts_from_the_case_and_only_without_one_from_its_opening() -> None:
    case = step(EventType.CRIMINAL_CASE, "2021-01-01")
    trial = step(EventType.HEARING, "2021-03-01")
    verdict = step(EventType.CONVICTION, "2021-03-11")
    whole = waiting(ProceedingKind.CRIMINAL, Stage.ENDED, [case, trial, verdict])
    assert (whole.since_id, whole.waits[0].least) == ("criminal_case", 69)
    rest = waiting(ProceedingKind.CRIMINAL, Stage.ENDED, [trial, verdict])
    assert (rest.since_id, rest.waits[0].least) == ("hearing", 10)


def test_there_is_a_rule_for_every_kind_of_proceeding() -> None:
    assert set(RULES) == set(ProceedingKind)
    assert all(rule.decisions for rule in RULES.values())
