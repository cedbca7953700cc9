"""How many days lie between two things whose dates are half known: at least, and at most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.model.edtf import DateKind, EdtfDate, End

_Day = TypeVar("_Day", dt.date, int)
"""A day, or a number of days from another."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """One day of which perhaps only bounds are known, both inclusive."""

    earliest: dt.date | None
    """None when nobody says how early it may have been."""
    latest: dt.date | None
    """None when nobody says how late it may have been."""
    is_uncertain: bool = False
    """A source is doubtful."""
    is_approximate: bool = False
    """A source gives the date as about right; the bounds are not widened for that."""

    @property
    def is_one_day(self) -> bool:
        """Whether the day is known."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def doubt_days(self) -> int | None:
        """By how many days it may lie elsewhere; None when there is no bound."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days


@dataclass(frozen=True, slots=True)
class Offset:
    """Days from one thing to another, both ends inclusive; before it they are negative."""

    least: int | None
    """None when it may lie before by any number of days."""
    most: int | None
    """None when it may lie after by any number of days."""
    is_uncertain: bool = False
    is_approximate: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether one number of days alone is named."""
        return self.least is not None and self.least == self.most

    @property
    def is_sure(self) -> bool:
        """Whether one number of days alone is named, and no source is doubtful."""
        return self.is_exact and not self.is_uncertain

    @property
    def is_known(self) -> bool:
        """The same of what is no end of a period: one that is about right is not known either."""
        return self.is_sure and not self.is_approximate


def beginning(date: EdtfDate) -> Bounds:
    """When what has this date began: for a moment, the moment itself."""
    if date.kind is DateKind.ALL_OF and date.parts:
        return _doubted(first_of(beginning(part) for part in date.parts), date)
    if date.kind is DateKind.PERIOD:
        # A doubt about its end is none about its beginning.
        start = date.parts[0] if date.start is End.KNOWN else date
        return _doubted(Bounds(date.start_earliest, date.start_latest), start)
    return _doubted(Bounds(date.earliest, date.latest), date)


def ending(date: EdtfDate, *, reported_until: dt.date | None = None) -> Bounds:
    """When what has this date ended.

    What goes on, or ended nobody says when, ended at the earliest when it had certainly
    begun or, if it goes on, when it was last reported (*reported_until*).
    """
    if date.kind is DateKind.ALL_OF and date.parts:
        ends = [ending(part) for part in date.parts]
        return _doubted(Bounds(_latest(end.earliest for end in ends), date.latest), date)
    if date.kind is not DateKind.PERIOD:
        return _doubted(Bounds(date.earliest, date.latest), date)
    if date.end is End.KNOWN:
        return _doubted(Bounds(date.end_earliest, date.end_latest), date.parts[-1])
    known = [date.start_earliest]
    if date.end is End.OPEN:
        known.append(reported_until)
    return _doubted(Bounds(_latest(known), None), date)


def certain_stretch(
    start: tuple[_Day | None, _Day | None],
    end: tuple[_Day | None, _Day | None],
    *,
    is_start_doubtful: bool,
    is_end_doubtful: bool,
) -> tuple[_Day, _Day] | tuple[None, None]:
    """The first and the last day on which a period was under way, whatever its ends turn out to be.

    *start* and *end* are each the least and the most. Beside an end that a source is doubtful
    of only the other end is certain, and only if its day is known.
    """
    first, last = start[1], end[0]
    if is_start_doubtful:
        first = last = None if is_end_doubtful or end[0] != end[1] else end[0]
    elif is_end_doubtful:
        first = last = start[0] if start[0] == start[1] else None
    if first is None or last is None or last < first:
        return None, None
    return first, last


def any_of(answers: Iterable[Bounds]) -> Bounds:
    """The day when sources give different ones and any of them may be right.

    Raises ValueError when there is none.
    """
    found = list(answers)
    if not found:
        raise ValueError("no answer, no bounds")
    earliest = [one.earliest for one in found]
    latest = [one.latest for one in found]
    return Bounds(
        None if None in earliest else min(day for day in earliest if day),
        None if None in latest else max(day for day in latest if day),
        any(one.is_uncertain for one in found),
        any(one.is_approximate for one in found),
    )


def first_of(days: Iterable[Bounds]) -> Bounds:
    """The first of several days, whichever of them it was.

    It was no later than the earliest of their latest days. Only days that may have been
    the first lend it their doubt. Raises ValueError when there is none.
    """
    found = list(days)
    if not found:
        raise ValueError("the first of nothing")
    latest = min((one.latest for one in found if one.latest), default=None)
    earliest = [one.earliest for one in found]
    may_be_first = [one for one in found if may_be_the_first(one, latest)]
    return Bounds(
        None if None in earliest else min(day for day in earliest if day),
        latest,
        any(one.is_uncertain for one in may_be_first),
        any(one.is_approximate for one in may_be_first),
    )


def may_be_the_first(day: Bounds, first_latest: dt.date | None) -> bool:
    """Whether a day may have been the first, when the first was no later than *first_latest*."""
    return first_latest is None or day.earliest is None or day.earliest <= first_latest


def offset(since: Bounds, until: Bounds) -> Offset:
    """Days from one day to another, when nothing ties the one to the other.

    Least and most are both possible: two things in the same month may lie up to a month
    apart either way.
    """
    return Offset(
        _days(since.latest, until.earliest),
        _days(since.earliest, until.latest),
        since.is_uncertain or until.is_uncertain,
        since.is_approximate or until.is_approximate,
    )


def offset_from_first(first: Bounds, day: Bounds) -> Offset:
    """Days from the first of several to one of these several: never before it."""
    found = offset(first, day)
    return replace(found, least=max(found.least or 0, 0), most=_not_below_zero(found.most))


def _doubted(bounds: Bounds, date: EdtfDate) -> Bounds:
    return replace(bounds, is_uncertain=date.is_uncertain, is_approximate=date.is_approximate)


def _days(since: dt.date | None, until: dt.date | None) -> int | None:
    return None if since is None or until is None else (until - since).days


def _latest(days: Iterable[dt.date | None]) -> dt.date | None:
    return max((day for day in days if day is not None), default=None)


def _not_below_zero(days: int | None) -> int | None:
    return None if days is None else max(days, 0)
