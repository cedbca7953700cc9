"""The rows of a comparison: what is asked of the store for it."""

from __future__ import annotations

from dataclasses import replace

from timeline.model.moment import Moment
from timeline.model.selection import Selection
from timeline.publishing.asking import Ask
from timeline.store import read
from timeline.viewmodel.comparison import AUTO, Comparison, comparison

MOST_ROWS = 12
EVENTS_A_ROW = 60
"""Events of a row that are asked for: the nearest to day 0, and whatever may be a first."""


def whole_of(chosen: Selection) -> Selection:
    """The same cases and persons on the same day of knowledge, without any filter on events."""
    return Selection(case_ids=chosen.case_ids, actor_ids=chosen.actor_ids, known_on=chosen.known_on)


def compared(ask: Ask, chosen: Selection, moment: Moment, window: str = AUTO) -> Comparison:
    """The rows, fetched and laid side by side: never more than MOST_ROWS of them."""
    whole, kind = whole_of(chosen), moment.event_type.value
    subjects = ask(read.subjects, whole, event_type=kind, limit=MOST_ROWS)
    drawn = tuple(
        dict.fromkeys(subject.case_id for subject in subjects if subject.standing == "dated")
    )
    everything, shown = (
        ask(read.compared, replace(one, case_ids=drawn), event_type=kind, limit=EVENTS_A_ROW)
        for one in (whole, chosen)
    )
    return comparison(subjects, everything, shown, moment, window=window)
