"""The timeline of one case: what stands in which lane, over which days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.chronology.span import Span, span_of
from timeline.model.edtf import EdtfDate, parse
from timeline.model.vocabulary import EventType, Lane
from timeline.store.rows import DateSaid, EventRow

LANE_ORDER = (
    Lane.BACKGROUND,
    Lane.CUSTODY,
    Lane.PROCEEDINGS,
    Lane.MOVEMENT,
    Lane.THREATS,
    Lane.RESPONSE,
)


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """One event as it stands on a timeline."""

    event_id: str
    title: str
    lane: Lane
    phrase: DatePhrase
    """The date shown."""
    span: Span | None
    """None when no source dates the event; it then has no mark, only a line in the list."""
    said: tuple[Span, ...]
    """Every date that sources state, when they contradict each other; else empty."""
    said_phrases: tuple[DatePhrase, ...]
    is_disputed: bool
    verification_status: str
    place_name: str | None
    leg_numbers: tuple[int, ...]
    """Numbers of the legs on the map that this event is about."""
    is_set_day: bool
    """A day set in advance: a deadline or a hearing date."""
    reported_until: dt.date | None
    """The latest report on the event: an open end is drawn to here, never to today."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """What its date names, several where each of several is meant; none without a date."""
        return (self.span.members or (self.span,)) if self.span is not None else ()

    @property
    def first_day(self) -> dt.date | None:
        """The earliest day anything of the mark stands at."""
        spans = [self.span, *self.said] if self.span else []
        days = [day for one in spans if (day := one.possible_from or one.possible_until)]
        return min(days, default=None)

    @property
    def last_day(self) -> dt.date | None:
        """The latest day anything of the mark stands at; an open end stands at the latest report."""
        spans = [self.span, *self.said] if self.span else []
        days = [
            day
            for one in spans
            if (
                day := one.possible_until
                or one.certain_days(self.reported_until)[1]
                or one.possible_from
            )
        ]
        return max(days, default=None)


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """One lane with its marks in order of time."""

    lane: Lane
    marks: tuple[TimelineMark, ...]


@dataclass(frozen=True, slots=True)
class CaseTimeline:
    """The timeline of one case; lanes without a dated event are left out."""

    lanes: tuple[TimelineLane, ...]
    undated: tuple[TimelineMark, ...]
    first_day: dt.date | None
    last_day: dt.date | None

    @property
    def marks(self) -> tuple[TimelineMark, ...]:
        """Every dated mark, earliest first."""
        found = [mark for lane in self.lanes for mark in lane.marks]
        return tuple(sorted(found, key=_order))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.lanes

    def within(self, first: dt.date, last: dt.date) -> CaseTimeline:
        """The part that may lie between two days, both inclusive."""

        def touches(mark: TimelineMark) -> bool:
            start, end = mark.first_day, mark.last_day
            return start is not None and end is not None and start <= last and first <= end

        lanes = tuple(
            TimelineLane(lane.lane, inside)
            for lane in self.lanes
            if (inside := tuple(mark for mark in lane.marks if touches(mark)))
        )
        return replace(self, lanes=lanes)


def case_timeline(
    events: Sequence[EventRow],
    dates_said: Sequence[DateSaid] = (),
    *,
    leg_numbers: Mapping[str, tuple[int, ...]] | None = None,
) -> CaseTimeline:
    """The timeline of the given events.

    *leg_numbers* gives, for an event id, the numbers its legs have on the map.
    """
    said: dict[str, list[str]] = defaultdict(list)
    for one in dates_said:
        said[one.event_id].append(one.date_edtf)
    marks = [
        _mark(event, said.get(event.event_id, []), (leg_numbers or {}).get(event.event_id, ()))
        for event in events
    ]
    dated = [mark for mark in marks if mark.span is not None and mark.first_day is not None]
    lanes = tuple(
        TimelineLane(lane, tuple(sorted(inside, key=_order)))
        for lane in LANE_ORDER
        if (inside := [mark for mark in dated if mark.lane is lane])
    )
    last_days = [mark.last_day for mark in dated if mark.last_day is not None]
    return CaseTimeline(
        lanes=lanes,
        undated=tuple(mark for mark in marks if mark.span is None or mark.first_day is None),
        first_day=min((mark.first_day for mark in dated if mark.first_day), default=None),
        last_day=max(last_days, default=None),
    )


def _mark(event: EventRow, said: Sequence[str], numbers: tuple[int, ...]) -> TimelineMark:
    date = parse(event.date_edtf) if event.date_edtf else None
    said_dates = _finest(
        sorted(
            (parse(text) for text in said), key=lambda one: (one.earliest or dt.date.min, one.text)
        )
    )
    return TimelineMark(
        event_id=event.event_id,
        title=event.title,
        lane=Lane(event.lane),
        phrase=phrase_of(date),
        span=span_of(date) if date else None,
        said=tuple(span_of(one) for one in said_dates),
        said_phrases=tuple(phrase_of(one) for one in said_dates),
        is_disputed=event.is_disputed,
        verification_status=event.verification_status,
        place_name=event.place_name,
        leg_numbers=numbers,
        is_set_day=event.event_type == EventType.DEADLINE,
        reported_until=event.reported_until,
    )


def _finest(dates: Sequence[EdtfDate]) -> list[EdtfDate]:
    """The dates without those that only say more vaguely what another one says."""

    def holds(outer: EdtfDate, inner: EdtfDate) -> bool:
        if outer is inner or None in (outer.earliest, outer.latest, inner.earliest, inner.latest):
            return False
        assert outer.earliest and outer.latest and inner.earliest and inner.latest
        return (outer.earliest, outer.latest) != (inner.earliest, inner.latest) and (
            outer.earliest <= inner.earliest and inner.latest <= outer.latest
        )

    return [one for one in dates if not any(holds(one, other) for other in dates)]


def _order(mark: TimelineMark) -> tuple[dt.date, dt.date, str]:
    return (mark.first_day or dt.date.max, mark.last_day or dt.date.max, mark.event_id)
