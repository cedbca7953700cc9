"""A stretch of days to look at: closer, wider, earlier, later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.model.edtf import DateKind, parse

SHORTEST_DAYS = 30
"""A shorter stretch would hold one label and a half."""


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """From one day to another, both inclusive."""

    first_day: dt.date
    last_day: dt.date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last_day - self.first_day).days + 1

    @property
    def edtf(self) -> str:
        """The stretch as an EDTF interval of two days."""
        return f"{self.first_day.isoformat()}/{self.last_day.isoformat()}"

    def closer(self, anchor: dt.date) -> TimeWindow:
        """Half as long, with the anchor in the middle as far as the stretch allows."""
        length = max(SHORTEST_DAYS, self.days // 2)
        return TimeWindow(anchor, anchor).stretched(length, within=self)

    def wider(self, within: TimeWindow) -> TimeWindow:
        """Twice as long about the same middle, inside *within*."""
        return self.stretched(self.days * 2, within=within)

    def moved(self, direction: int, within: TimeWindow) -> TimeWindow:
        """Half its length earlier (-1) or later (+1), inside *within*."""
        days = dt.timedelta(days=direction * max(1, self.days // 2))
        shifted = TimeWindow(self.first_day + days, self.last_day + days)
        return shifted.stretched(self.days, within=within)

    def stretched(self, length: int, within: TimeWindow) -> TimeWindow:
        """As long as asked about the same middle, pushed inside *within*; never longer than it."""
        length = min(length, within.days)
        first = self.first_day + dt.timedelta(days=(self.days - length) // 2)
        first = min(first, within.last_day - dt.timedelta(days=length - 1))
        first = max(first, within.first_day)
        return TimeWindow(first, first + dt.timedelta(days=length - 1))


def window_of(text: str) -> TimeWindow | None:
    """The stretch that an EDTF interval of two certain days names; None for anything else."""
    try:
        date = parse(text)
    except ValueError:
        return None
    first, last = date.earliest, date.latest
    if date.kind is not DateKind.PERIOD or first is None or last is None or date.level > 0:
        return None
    return TimeWindow(first, last) if (last - first).days >= SHORTEST_DAYS - 1 else None
