"""Days since a moment on a straight axis: where each stands, and what the axis is labelled with."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from timeline.i18n.catalog import Catalog

TRACK_PX = 620
"""The narrowest a row of marks gets; on a wider screen marks move apart, words do not."""
_BETWEEN_TICKS_PX = 64

_YEAR_DAYS = 365.25
_MONTH_DAYS = _YEAR_DAYS / 12
_STEPS = (
    *(("day", days, days) for days in (1, 2, 7, 14)),
    *(("month", months, months * _MONTH_DAYS) for months in (1, 2, 3, 6)),
    *(("year", years, years * _YEAR_DAYS) for years in (1, 2, 5, 10, 20, 50, 100)),
)
"""What one step of the axis may be: its unit, how many of it, and in days."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One labelled line of the axis."""

    day: float
    words: str


@dataclass(frozen=True, slots=True)
class DayScale:
    """An axis in days from day 0; its ends are days too."""

    first_day: float
    last_day: float
    track_px: float = TRACK_PX
    """The width that places are reckoned for."""

    @property
    def length(self) -> float:
        """Days from end to end."""
        return self.last_day - self.first_day

    def percent(self, day: float) -> float:
        """Where a day stands, in hundredths of the width."""
        return 100 * (day - self.first_day) / self.length

    def px(self, day: float) -> float:
        """Where a day stands at that width."""
        return self.track_px * (day - self.first_day) / self.length

    def ticks(self, say: Catalog) -> tuple[Tick, ...]:
        """Round numbers of days, months or years on either side of day 0."""
        unit, number, days = next(
            (step for step in _STEPS if self.track_px * step[2] / self.length >= _BETWEEN_TICKS_PX),
            _STEPS[-1],
        )
        first, last = ceil(self.first_day / days), floor(self.last_day / days)
        return tuple(
            Tick(step * days, _words(unit, step * number, say)) for step in range(first, last + 1)
        )


def _words(unit: str, number: int, say: Catalog) -> str:
    if number == 0:
        return say("compare.tick.zero")
    words = say.count(f"compare.tick.{unit}", abs(number))
    return say("compare.tick.after" if number > 0 else "compare.tick.before", words=words)
