"""Rows from a shared moment: where marks stand, what the window leaves out, what filters never move."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.compare_builders import compared_event, detained, subject
from timeline.i18n.catalog import catalog
from timeline.i18n.date_words import alternatives_words
from timeline.model.moment import Moment
from timeline.model.vocabulary import EventType
from timeline.store.rows import ComparedEvent
from timeline.viewmodel.compared_marks import ComparedMark
from timeline.viewmodel.comparison import Comparison, comparison

DETENTION = Moment.DETENTION


def view(*events: ComparedEvent, window: str = "all", **asked: object) -> Comparison:
    subjects = asked.pop("subjects", (subject(),))
    shown = asked.pop("shown", events)
    return comparison(subjects, events, shown, DETENTION, window=window)  # type: ignore[arg-type]


def mark(found: Comparison, event_id: str) -> ComparedMark:
    return next(one for row in found.rows for one in row.marks if one.event_id == event_id)


def span(one: ComparedMark) -> tuple[int | None, int | None]:
    return one.start.least, one.start.most


def test_day_zero_lies_at_zero_whichever_of_its_days_it_was() -> None:
    found = view(detained("2020-03"), compared_event("later", "2020-04-10"))

    assert span(mark(found, "detained")) == (0, 0)
    assert mark(found, "detained").is_day_zero
    assert span(mark(found, "later")) == (10, 40)
    assert found.rows[0].day_zero.bounds.doubt_days == 30


def test_of_two_that_may_have_been_first_neither_is_before_day_zero() -> None:
    found = view(detained("2020-03", "vague"), detained("2020-03-10", "known"))

    assert span(mark(found, "vague")) == (0, 30)
    assert span(mark(found, "known")) == (0, 9)
    assert found.rows[0].day_zero.event_ids == ("vague", "known")
    words = alternatives_words(found.rows[0].day_zero.phrases, catalog())
    assert words == "between 1 and 10 Mar 2020"


def test_a_later_one_of_the_kind_is_no_day_zero() -> None:
    found = view(detained("2020-03-04"), detained("2021-05-06", "again"))

    assert found.rows[0].day_zero.event_ids == ("detained",)
    assert not mark(found, "again").is_day_zero
    assert span(mark(found, "again")) == (428, 428)


def test_a_period_is_counted_from_its_beginning_and_ends_where_it_may() -> None:
    found = view(
        detained("2020-03-04/2020-05"),
        compared_event("prison", "2020-03-10/2020-04-01", event_type=EventType.IMPRISONMENT),
    )
    held, prison = mark(found, "detained"), mark(found, "prison")

    assert held.until is not None
    assert prison.until is not None
    assert (held.until.least, held.until.most) == (58, 88)
    assert (span(prison), prison.until.least) == ((6, 6), 28)
    assert found.rows[0].day_zero.phrases[0].parts[0].day == dt.date(2020, 3, 4)
    assert len(found.rows[0].day_zero.phrases[0].parts) == 1


def test_what_goes_on_reaches_to_its_latest_report_and_never_to_today() -> None:
    found = view(
        detained("2020-03-04"),
        compared_event("going-on", "2020-03-05/..", reported_until=dt.date(2020, 6, 12)),
    )
    one = mark(found, "going-on")

    assert one.is_ongoing
    assert one.until is not None
    assert (one.until.least, one.until.most) == (100, None)
    assert one.last_day == 100


def test_where_sources_differ_every_answer_is_counted() -> None:
    found = view(
        detained("2020-03-04"),
        compared_event("left", "2020-03-12", dates_said=("2020", "2020-03-12", "2020-05")),
    )
    one = mark(found, "left")

    assert [(said.least, said.most) for said in one.said] == [(8, 8), (58, 88)]
    assert span(one) == (8, 88)


def test_day_zero_on_which_sources_differ_is_a_band_and_not_two_marks() -> None:
    found = view(
        detained("2020-02", dates_said=("2020-02", "2020-03")), compared_event("x", "2020-04-01")
    )

    assert mark(found, "detained").said == ()
    assert found.rows[0].day_zero.bounds.doubt_days == 59
    assert span(mark(found, "x")) == (1, 60)
    words = alternatives_words(found.rows[0].day_zero.phrases, catalog())
    assert words == "Feb or Mar 2020"


def test_doubts_about_day_zero_are_kept() -> None:
    found = view(
        detained("2020-03-04", disputed_properties=("occurrence",)),
        detained(None, "undated"),
        detained("2021", "later", disputed_properties=()),
    )

    assert found.rows[0].day_zero.is_doubted
    assert found.rows[0].day_zero.has_undated
    assert [event.event_id for event in found.rows[0].undated] == ["undated"]
    assert not view(detained("2020-03-04")).rows[0].day_zero.has_undated
    assert view(detained("2020-03-04", verification_status="disputed")).rows[0].day_zero.is_doubted


def test_what_happened_to_somebody_else_is_drawn_and_is_no_day_zero() -> None:
    found = view(detained("2020-01-01", "attacker-held", moments=()), detained("2020-03-04"))

    assert found.rows[0].day_zero.event_ids == ("detained",)
    assert span(mark(found, "attacker-held")) == (-63, -63)
    assert mark(found, "attacker-held").firsts == ()


def test_without_a_bound_there_is_no_row_and_the_name_is_said() -> None:
    found = view(detained("[2020-03-04..]"))

    assert found.rows == ()
    assert (found.undated.names, found.undated.count) == (("Fictional Person",), 1)
    assert found.subject_count == 0


def test_those_without_the_moment_are_named_and_counted() -> None:
    subjects = (
        subject(standing_count=1),
        subject(
            case_id="b",
            actor_id="b",
            person="B",
            case_title="Case B",
            is_main=False,
            standing="lacking",
            standing_count=40,
        ),
        subject(
            case_id="c",
            actor_id=None,
            person=None,
            case_title="Case C",
            standing="undated",
            standing_count=1,
        ),
    )
    found = view(detained("2020-03-04"), subjects=subjects)

    assert (found.lacking.names, found.lacking.count) == (("B (Case B)",), 40)
    assert (found.undated.names, found.undated.count) == (("Case C",), 1)


def test_those_of_whom_one_is_on_record_and_not_plainly_theirs_are_a_list_of_their_own() -> None:
    subjects = (subject(), subject(person="B", actor_id="b", standing="unplain", standing_count=3))
    found = view(detained("2020-03-04"), subjects=subjects)

    assert (found.unplain.names, found.unplain.count) == (("B",), 3)
    assert found.lacking.count == found.undated.count == 0


def test_a_milestone_says_why_there_is_none() -> None:
    found = view(
        detained("2020-03-04"),
        compared_event(
            "seized", event_type=EventType.ABDUCTION, moments=(), unplain_moments=("abduction",)
        ),
        compared_event("asked", "../2021-05", event_type=EventType.EXTRADITION_REQUEST),
        compared_event("freed", None, event_type=EventType.RELEASE),
    )
    why = {
        one.moment: (one.is_undated, one.is_unbegun, one.is_unplain)
        for one in found.rows[0].milestones
    }

    assert why[Moment.RELEASE] == (True, False, False)
    assert why[Moment.EXTRADITION] == (False, True, False)
    assert why[Moment.ABDUCTION] == (False, False, True)
    assert why[Moment.INTERIM] == (False, False, False)


@pytest.mark.parametrize("edtf", ["../2020-04-10", "/2020-04-10"])
def test_what_only_ends_on_a_day_is_drawn_from_nobody_knows_when(edtf: str) -> None:
    found = view(detained("2020-03-04"), compared_event("ended", edtf))
    one = mark(found, "ended")

    assert span(one) == (None, 37)
    assert one.until is not None
    assert (one.until.least, one.until.most) == (37, 37)
    assert (one.first_day, one.last_day) == (37, 37)
    assert found.rows[0].undated == found.rows[0].uncounted == ()


def test_a_vague_end_reaches_from_the_first_day_it_may_have_been() -> None:
    one = mark(view(detained("2020-03-04"), compared_event("ended", "../2020-04")), "ended")

    assert span(one) == (None, 57)
    assert (one.first_day, one.last_day) == (28, 57)


def test_one_that_began_nobody_says_when_may_have_been_earlier_and_is_never_moved_to_day_zero() -> (
    None
):
    found = view(detained("2020-03-04"), detained("../2020-02-03", "ended"))

    assert found.rows[0].day_zero.event_ids == ("detained",)
    assert found.rows[0].day_zero.has_unbegun
    assert not found.rows[0].day_zero.has_undated
    assert span(mark(found, "ended")) == (None, -30)


def test_what_has_a_date_is_never_counted_as_without_one() -> None:
    # One source knows no beginning, the other no end: no day can be counted to.
    found = view(
        detained("2020-03-04"),
        compared_event("torn", "[..2019]", dates_said=("[..2019]", "[2021..]")),
        compared_event("undated", None),
    )

    assert [event.event_id for event in found.rows[0].uncounted] == ["torn"]
    assert [event.event_id for event in found.rows[0].undated] == ["undated"]
    assert found.rows[0].event_ids == ("detained", "torn", "undated")


def test_a_filter_takes_marks_away_and_moves_neither_day_zero_nor_scale_nor_moments() -> None:
    events = (
        detained("2020-03-04"),
        compared_event("far", "2020-12-04"),
        compared_event("asylum", "2020-06-04", event_type=EventType.ASYLUM_APPLICATION),
    )
    whole, filtered = view(*events), view(*events, shown=events[1:2])

    assert [one.event_id for one in filtered.rows[0].marks] == ["far"]
    assert span(mark(filtered, "far")) == span(mark(whole, "far"))
    assert (filtered.first_day, filtered.last_day) == (whole.first_day, whole.last_day)
    assert filtered.rows[0].milestones == whole.rows[0].milestones
    assert view(*events, shown=()).rows[0].marks == ()


def test_the_first_of_each_kind_is_a_milestone_and_carries_its_name() -> None:
    found = view(
        detained("2020-03-04"),
        compared_event("first", "2020-06", event_type=EventType.ASYLUM_APPLICATION),
        compared_event("second", "2021-06", event_type=EventType.ASYLUM_APPLICATION),
        compared_event("asked", None, event_type=EventType.EXTRADITION_REQUEST),
    )
    milestones = {one.moment: one for one in found.rows[0].milestones}

    assert Moment.DETENTION not in milestones
    asylum = milestones[Moment.ASYLUM].offset
    assert asylum is not None
    assert (asylum.least, asylum.most) == (89, 118)
    assert mark(found, "first").firsts == (Moment.ASYLUM,)
    assert mark(found, "second").firsts == ()
    assert milestones[Moment.EXTRADITION].is_undated
    assert milestones[Moment.EXTRADITION].offset is None
    assert not milestones[Moment.INTERIM].is_undated


def test_a_second_one_is_not_the_first_because_a_filter_hid_the_first() -> None:
    events = (
        detained("2020-03-04"),
        compared_event("first", "2020-06", event_type=EventType.ASYLUM_APPLICATION),
        compared_event("second", "2021-06", event_type=EventType.ASYLUM_APPLICATION),
    )

    assert mark(view(*events, shown=events[2:]), "second").firsts == ()


WINDOWS = """
window | days of events             | reach | left out before | after | because
all    | -4000 -10 20 5000          | -     | 0 | 0 | everything
90d    | -4000 -10 20 5000          | 90    | 1 | 1 | as asked
auto   | -80 -10 20 60              | -     | 0 | 0 | all fits into the narrowest
auto   | -4000 10 20 30 40 50       | 90    | 1 | 0 | the narrowest that holds three quarters
auto   | 100 200 300 340 350 4000   | 366   | 0 | 1 | a wider one when the days ask for it
auto   | -4000 -3900 10 3900 4000   | -     | 0 | 0 | no window holds enough
"""


@pytest.mark.parametrize(
    ("window", "days", "reach", "before", "after"),
    [[cell.strip() for cell in line.split("|")][:5] for line in WINDOWS.strip().splitlines()[1:]],
)
def test_the_window(window: str, days: str, reach: str, before: str, after: str) -> None:
    zero = dt.date(2020, 3, 4)
    events = [
        compared_event(f"event-{day}", (zero + dt.timedelta(days=int(day))).isoformat())
        for day in days.split()
    ]
    found = view(detained(zero.isoformat()), *events, window=window)
    row = found.rows[0]

    assert str(found.window_days or "-") == reach
    assert (row.earlier.count if row.earlier else 0) == int(before)
    assert (row.later.count if row.later else 0) == int(after)
    if found.window_days is not None:
        assert -1.1 * found.window_days <= found.first_day
        assert found.last_day <= 1.1 * found.window_days


def test_what_is_left_out_is_dated_in_years() -> None:
    found = view(
        detained("2020-03-04"),
        compared_event("a", "2014"),
        compared_event("b", "2015/2016"),
        compared_event("c", "2030-01-01"),
        window="1y",
    )
    earlier, later = found.rows[0].earlier, found.rows[0].later

    assert earlier is not None
    assert later is not None
    assert (earlier.count, earlier.first_year, earlier.last_year) == (2, 2014, 2016)
    assert (later.count, later.first_year, later.last_year) == (1, 2030, 2030)


def test_a_mark_that_reaches_into_the_window_is_drawn() -> None:
    found = view(detained("2020-03-04"), compared_event("long", "2010/2020-02"), window="90d")

    assert found.rows[0].earlier is None
    assert mark(found, "long").first_day < -90


def test_a_birth_is_no_step_of_a_case() -> None:
    found = view(detained("2020-03-04"), compared_event("born", "1990", event_type=EventType.BIRTH))

    assert [one.event_id for one in found.rows[0].marks] == ["detained"]
    assert found.rows[0].undated == ()


def test_one_event_alone_has_a_scale() -> None:
    found = view(detained("2020-03-04"), window="auto")

    assert found.first_day < 0 < found.last_day


def test_a_row_is_named_for_the_person_and_says_whose_case_it_is() -> None:
    own = view(detained("2020-03-04")).rows[0]
    other = view(
        detained("2020-03-04", case_id="big", actor_id="one"),
        subjects=(subject(case_id="big", actor_id="one", person="One", case_title="Big case"),),
    ).rows[0]
    crowd = view(
        detained("2020-03-04", case_id="big", actor_id=None),
        subjects=(subject(case_id="big", actor_id=None, person=None, case_title="Big case"),),
    ).rows[0]

    assert (own.name, own.case_title) == ("Fictional Person", None)
    assert (other.name, other.case_title) == ("One", "Big case")
    assert (crowd.name, crowd.case_title) == ("Big case", None)


def test_events_too_far_to_list_are_counted() -> None:
    assert view(detained("2020-03-04", unlisted_count=7)).rows[0].unlisted_count == 7
