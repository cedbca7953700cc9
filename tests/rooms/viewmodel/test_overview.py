"""All cases at a glance: what is counted, and what is drawn."""

from __future__ import annotations

import datetime as dt

from tests.row_builders import event_row
from timeline.model.vocabulary import EventType
from timeline.store.rows import CaseSummary
from timeline.viewmodel.overview_timeline import overview_timeline

CASE = CaseSummary(
    case_id="fictional-case",
    title="A fictional case",
    summary="A fictional thing happened.",
    state="Nothing further is known.",
    current_as_of_edtf="2021",
    current_as_of_latest=dt.date(2021, 12, 31),
    event_count=2,
    leg_count=0,
)


def test_a_birth_counts_as_an_event_and_does_not_stretch_the_axis() -> None:
    events = [
        event_row("born", "1981", event_type=EventType.BIRTH),
        event_row("held", "2020-03-04"),
    ]
    found = overview_timeline([CASE], events)
    (row,) = found.rows
    assert row.event_count == 2
    assert [mark.event_id for mark in row.timeline.marks] == ["held"]
    assert found.first_day == dt.date(2020, 3, 4)


def test_a_case_of_which_nothing_is_chosen_has_no_row() -> None:
    assert overview_timeline([CASE], []).rows == ()
