"""All cases one under another: what happened in each, over the same years."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.model.edtf import parse
from timeline.model.vocabulary import EventType
from timeline.store.rows import CaseSummary, EventRow
from timeline.viewmodel.case_timeline import CaseTimeline, case_timeline


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One case with its marks."""

    case_id: str
    title: str
    state: str
    reported: DatePhrase
    """When the latest report was published."""
    event_count: int
    """Of the events chosen, not of all the case has."""
    timeline: CaseTimeline


@dataclass(frozen=True, slots=True)
class OverviewTimeline:
    """Every case of which something is chosen, latest report first."""

    rows: tuple[OverviewRow, ...]
    first_day: dt.date | None
    last_day: dt.date | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.first_day is None


def overview_timeline(cases: Sequence[CaseSummary], events: Sequence[EventRow]) -> OverviewTimeline:
    """The rows of the cases to which the given events belong, in the order of *cases*."""
    events_of: dict[str, list[EventRow]] = defaultdict(list)
    for event in events:
        events_of[event.case_id].append(event)
    rows = tuple(
        OverviewRow(
            case_id=case.case_id,
            title=case.title,
            state=case.state,
            reported=phrase_of(parse(case.current_as_of_edtf) if case.current_as_of_edtf else None),
            event_count=len(events_of[case.case_id]),
            # A birth decades earlier would squeeze every case into the right edge.
            timeline=case_timeline(
                [one for one in events_of[case.case_id] if one.event_type != EventType.BIRTH]
            ),
        )
        for case in cases
        if case.case_id in events_of
    )
    return OverviewTimeline(
        rows=rows,
        first_day=min(
            (row.timeline.first_day for row in rows if row.timeline.first_day), default=None
        ),
        last_day=max(
            (row.timeline.last_day for row in rows if row.timeline.last_day), default=None
        ),
    )
