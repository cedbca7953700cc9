"""The timeline of a case: lanes, undated events, answers that differ, open ends."""

from __future__ import annotations

import datetime as dt

from tests.row_builders import event_row
from timeline.model.vocabulary import EventType, Lane
from timeline.store.rows import DateSaid
from timeline.viewmodel.case_timeline import case_timeline
from timeline.viewmodel.upright_timeline import upright_timeline


def test_empty_lanes_vanish_and_the_others_keep_their_order() -> None:
    view = case_timeline(
        [
            event_row("threatened", "2021", event_type=EventType.THREAT),
            event_row("held", "2020", event_type=EventType.DETENTION),
        ]
    )
    assert [lane.lane for lane in view.lanes] == [Lane.CUSTODY, Lane.THREATS]


def test_an_undated_event_has_no_mark_and_is_still_there() -> None:
    view = case_timeline([event_row("dated"), event_row("undated", None)])
    assert [mark.event_id for mark in view.marks] == ["dated"]
    assert [mark.event_id for mark in view.undated] == ["undated"]


def test_answers_that_differ_are_all_kept_and_vaguer_ones_that_agree_are_not() -> None:
    said = [DateSaid("event-1", text, False) for text in ("2023-10-04", "2023-10", "2023-11-20")]
    (mark,) = case_timeline([event_row(date="2023-10-04")], said).marks
    assert [span.possible_from for span in mark.said] == [
        dt.date(2023, 10, 4),
        dt.date(2023, 11, 20),
    ]


def test_an_open_end_reaches_to_the_latest_report_and_never_to_today() -> None:
    held = event_row(date="2025-05-13/..", reported_until=dt.date(2026, 2, 27))
    view = case_timeline([held])
    assert view.last_day == dt.date(2026, 2, 27)
    assert case_timeline([event_row(date="2025-05-13/..")]).last_day == dt.date(2025, 5, 13)


def test_the_upright_timeline_says_long_silences_and_each_year_once() -> None:
    view = case_timeline(
        [event_row("a", "2020-01-05"), event_row("b", "2020-03-05"), event_row("c", "2021-03-05")]
    )
    entries = upright_timeline(view)
    assert [entry.year for entry in entries] == [2020, None, 2021]
    assert [entry.silence_months for entry in entries] == [0, 0, 11]


def test_a_silence_is_counted_from_the_end_of_what_lasted() -> None:
    view = case_timeline([event_row("a", "2020-01-05/2021-02-01"), event_row("c", "2021-03-05")])
    assert [entry.silence_months for entry in upright_timeline(view)] == [0, 0]
