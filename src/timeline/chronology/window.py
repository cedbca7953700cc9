"""Beginnings and ends that are known only to within some days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.chronology.said import finest
from timeline.model.edtf import DateKind, EdtfDate, End


@dataclass(frozen=True, slots=True)
class Window:
    """Something was on one of these days; both are inclusive."""

    earliest: dt.date
    latest: dt.date

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    def overlaps(self, other: Window) -> bool:
        """Whether both allow one and the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def within(self, other: Window) -> bool:
        """Whether every day this allows is a day the other allows."""
        return other.earliest <= self.earliest and self.latest <= other.latest


@dataclass(frozen=True, slots=True)
class Extent:
    """What dates say about something that may have lasted."""

    lasted: bool
    """Whether a period is stated; otherwise the start is the moment and the end is not known."""
    start: Window | None
    """None when it is open, unknown, or bounded on one side only."""
    end: Window | None
    """None when it goes on, is unknown, or is bounded on one side only."""
    is_ongoing: bool
    """The sources say that it goes on, as far as they knew."""
    is_start_doubtful: bool
    is_end_doubtful: bool
    """Marked with ? or % in a source's date."""
    is_approximate: bool
    """Marked with ~ or % anywhere."""
    is_differing: bool
    """Several dates were given, and they contradict each other."""

    @property
    def is_dated(self) -> bool:
        """Whether anything bounds it on both sides."""
        return self.start is not None or self.end is not None


def hull(windows: Iterable[Window]) -> Window | None:
    """From the first day that any of the windows allows to the last; None for no windows."""
    found = list(windows)
    if not found:
        return None
    return Window(min(one.earliest for one in found), max(one.latest for one in found))


def common(windows: Iterable[Window]) -> Window | None:
    """The days that all of the windows allow; None when there are none."""
    found = list(windows)
    if not found:
        return None
    first, last = max(one.earliest for one in found), min(one.latest for one in found)
    return Window(first, last) if first <= last else None


def extent_of(dates: Sequence[EdtfDate]) -> Extent:
    """What one date says, or several that contradict each other and are all reckoned with.

    Of several dates an end is known only when all of them know it.
    """
    singles = [_extent(date) for date in finest(dates)]
    starts = [one.start for one in singles if one.start is not None]
    ends = [one.end for one in singles if one.end is not None]
    return Extent(
        lasted=any(one.lasted for one in singles),
        start=hull(starts) if len(starts) == len(singles) else None,
        end=hull(ends) if len(ends) == len(singles) else None,
        is_ongoing=any(one.is_ongoing for one in singles),
        is_start_doubtful=any(one.is_start_doubtful for one in singles),
        is_end_doubtful=any(one.is_end_doubtful for one in singles),
        is_approximate=any(one.is_approximate for one in singles),
        is_differing=len(singles) > 1,
    )


def _extent(date: EdtfDate) -> Extent:
    if date.kind is DateKind.PERIOD:
        return _period(date)
    if date.kind is DateKind.ALL_OF and len(date.parts) > 1:
        first, last = date.parts[0], date.parts[-1]
        start, end = _window(first.earliest, first.latest), _window(last.earliest, last.latest)
        lasted = True
    else:
        start, end = _window(date.earliest, date.latest), None
        lasted = False
    return Extent(
        lasted=lasted,
        start=start,
        end=end,
        is_ongoing=False,
        is_start_doubtful=date.is_uncertain,
        is_end_doubtful=date.is_uncertain,
        is_approximate=date.is_approximate,
        is_differing=False,
    )


def _period(date: EdtfDate) -> Extent:
    has_start, has_end = date.start is End.KNOWN, date.end is End.KNOWN
    return Extent(
        lasted=True,
        start=_window(date.start_earliest, date.start_latest) if has_start else None,
        end=_window(date.end_earliest, date.end_latest) if has_end else None,
        is_ongoing=date.end is End.OPEN,
        is_start_doubtful=has_start and date.parts[0].is_uncertain,
        is_end_doubtful=has_end and date.parts[-1].is_uncertain,
        is_approximate=date.is_approximate,
        is_differing=False,
    )


def _window(earliest: dt.date | None, latest: dt.date | None) -> Window | None:
    return Window(earliest, latest) if earliest is not None and latest is not None else None
