"""One subject's events as days since a shared moment: day 0, and what lies before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.chronology.offset import (
    Bounds,
    Offset,
    any_of,
    beginning,
    certain_stretch,
    ending,
    first_of,
    may_be_the_first,
    offset,
    offset_from_first,
)
from timeline.chronology.phrase import DatePart, DatePhrase, phrase_of
from timeline.chronology.said import finest
from timeline.model.edtf import DateKind, EdtfDate, End, parse
from timeline.model.moment import Moment
from timeline.model.vocabulary import ClaimProperty, EventType, Lane, VerificationStatus
from timeline.store.rows import ComparedEvent


@dataclass(frozen=True, slots=True)
class FirstEvent:
    """The first event of one kind that a subject has on record with a date."""

    bounds: Bounds
    """When it was, whichever of the events it was."""
    event_ids: tuple[str, ...]
    """The events that may have been it, earliest possible day first; never empty."""
    titles: tuple[str, ...]
    phrases: tuple[DatePhrase, ...]
    """Every date that may be right; one that spans all where it may have been several events."""
    is_doubted: bool
    """Sources contradict each other on whether one of these happened."""
    has_undated: bool
    """Another event of the kind has no date and may have been earlier."""
    has_unbegun: bool
    """Of another of the kind nobody dates the beginning, only the end; it may have been earlier."""


@dataclass(frozen=True, slots=True)
class ComparedMark:
    """One event in days since day 0."""

    event_id: str
    title: str
    event_type: str
    lane: Lane
    verification_status: str
    phrase: DatePhrase
    start: Offset
    """When it happened or began."""
    until: Offset | None
    """When it ended; None for what has no length."""
    is_ongoing: bool
    """It goes on, as far as the latest report knew; `until.least` is that report."""
    said: tuple[Offset, ...]
    """Every answer, when sources differ on the date; else empty."""
    said_phrases: tuple[DatePhrase, ...]
    is_set_day: bool
    """A day set in advance."""
    is_doubted: bool
    """Sources contradict each other on whether it happened."""
    is_day_zero: bool
    """Whether it is, or may be, what day 0 is counted from."""
    firsts: tuple[Moment, ...]
    """The moments of which it is the earliest on record."""
    first_year: int
    last_year: int

    @property
    def first_day(self) -> int:
        """The earliest day, counted from day 0, that anything of the mark stands at."""
        if self.start.least is not None:
            return self.start.least
        ends = (self.start.most, self.until.least if self.until is not None else None)
        return min(day for day in ends if day is not None)

    @property
    def certain_days(self) -> tuple[int, int] | tuple[None, None]:
        """The first and the last day, counted from day 0, on which it was certainly under way.

        What goes on ends, for this, at the earliest on the day of the latest report.
        """
        if self.until is None:
            return None, None
        return certain_stretch(
            (self.start.least, self.start.most),
            (self.until.least, self.until.most),
            is_start_doubtful=self.start.is_uncertain,
            is_end_doubtful=self.until.is_uncertain,
        )

    @property
    def last_day(self) -> int:
        """The latest day, counted from day 0, that anything of the mark stands at."""
        ends = (self.until, self.start) if self.until is not None else (self.start,)
        known = [day for end in ends for day in (end.least, end.most) if day is not None]
        return max(known)


def first_event(events: Sequence[ComparedEvent], moment: Moment) -> FirstEvent | None:
    """The first event of a kind; None when none of the kind has a date."""
    kind = [event for event in events if moment.event_type in event.moments]
    dated = [(event, _bounds(event)) for event in kind if event.date_edtf]
    dated = [(event, bounds) for event, bounds in dated if bounds.earliest or bounds.latest]
    if not dated:
        return None
    first = first_of(bounds for _, bounds in dated)
    candidates = [event for event, bounds in dated if may_be_the_first(bounds, first.latest)]
    return FirstEvent(
        bounds=first,
        event_ids=tuple(event.event_id for event in candidates),
        titles=tuple(event.title for event in candidates),
        phrases=_phrases(candidates, first),
        is_doubted=any(is_doubted(event) for event in candidates),
        has_undated=any(not event.date_edtf for event in kind),
        has_unbegun=len(dated) < sum(bool(event.date_edtf) for event in kind),
    )


def mark_of(
    event: ComparedEvent, day_zero: FirstEvent, moment: Moment, firsts: Sequence[Moment]
) -> ComparedMark | None:
    """The mark of an event; None when no source dates it so that a day could be counted."""
    dates = _dates(event)
    if not dates:
        return None
    shown = parse(event.date_edtf or "")
    began = any_of(_begun(date) for date in dates)
    start = _since(event, began, day_zero, moment)
    if start.least is None and start.most is None:
        return None
    # What day 0 is counted from lies at day 0, whichever of its dates is right.
    is_the_zero = day_zero.event_ids == (event.event_id,)
    said = () if is_the_zero or len(dates) < 2 else dates
    years = [day.year for date in dates for day in (date.earliest, date.latest) if day]
    return ComparedMark(
        event_id=event.event_id,
        title=event.title,
        event_type=event.event_type,
        lane=Lane(event.lane),
        verification_status=event.verification_status,
        phrase=phrase_of(shown),
        start=start,
        until=_until(event, shown, began, day_zero, moment),
        is_ongoing=shown.kind is DateKind.PERIOD and shown.end is End.OPEN,
        said=tuple(_since(event, _begun(date), day_zero, moment) for date in said),
        said_phrases=tuple(phrase_of(date) for date in dates) if len(dates) > 1 else (),
        is_set_day=event.event_type == EventType.DEADLINE,
        is_doubted=is_doubted(event),
        is_day_zero=event.event_id in day_zero.event_ids,
        firsts=tuple(firsts),
        first_year=min(years),
        last_year=max(years),
    )


def is_doubted(event: ComparedEvent) -> bool:
    """Whether sources contradict each other on whether the event happened at all."""
    return (
        ClaimProperty.OCCURRENCE in event.disputed_properties
        or event.verification_status == VerificationStatus.DISPUTED
    )


def _phrases(candidates: Sequence[ComparedEvent], first: Bounds) -> tuple[DatePhrase, ...]:
    if len(candidates) == 1:
        # Of a period only the beginning is meant.
        return tuple(
            phrase_of(date.parts[0] if _begins_apart(date) else date)
            for date in _dates(candidates[0])
        )
    parts = [DatePart(day, "day", day) for day in (first.earliest, first.latest) if day]
    form = "between" if len(set(parts)) == 2 else "on"
    return (
        DatePhrase(form, tuple(dict.fromkeys(parts)), first.is_uncertain, first.is_approximate),
    )


def _begins_apart(date: EdtfDate) -> bool:
    return date.kind is DateKind.PERIOD and date.start is End.KNOWN


def _since(event: ComparedEvent, day: Bounds, day_zero: FirstEvent, moment: Moment) -> Offset:
    if day_zero.event_ids == (event.event_id,):
        return Offset(0, 0)
    if _is_never_before(event, day, moment):
        return offset_from_first(day_zero.bounds, day)
    return offset(day_zero.bounds, day)


def _until(
    event: ComparedEvent, shown: EdtfDate, began: Bounds, day_zero: FirstEvent, moment: Moment
) -> Offset | None:
    if shown.kind is not DateKind.PERIOD:
        return None
    end = ending(shown, reported_until=event.reported_until)
    if _is_never_before(event, began, moment):
        return offset_from_first(day_zero.bounds, end)
    return offset(day_zero.bounds, end)


def _is_never_before(event: ComparedEvent, began: Bounds, moment: Moment) -> bool:
    """Whether it is one of those of which day 0 is the first.

    What nobody says the beginning of is not: it may have been earlier.
    """
    return moment.event_type in event.moments and began.earliest is not None


def _begun(date: EdtfDate) -> Bounds:
    """When what has this date began; what ended on a day had begun by then."""
    found = beginning(date)
    if date.kind is DateKind.PERIOD and found.latest is None and date.end is End.KNOWN:
        return replace(found, latest=date.end_latest)
    return found


def _bounds(event: ComparedEvent) -> Bounds:
    return any_of(beginning(date) for date in _dates(event))


def _dates(event: ComparedEvent) -> tuple[EdtfDate, ...]:
    """Every date that may be right, earliest first: the one shown, or all that are said."""
    if not event.date_edtf:
        return ()
    said = finest([parse(text) for text in event.dates_said])
    if len(said) < 2:
        return (parse(event.date_edtf),)
    return tuple(sorted(said, key=lambda one: (str(one.earliest or ""), one.text)))
