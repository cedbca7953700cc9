"""From days to places on a time axis, with long empty stretches folded.

A fold keeps a case readable whose person was born decades before the first arrest.
It never hides a mark, and says how much it leaves out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

FOLD_DAYS = 540
"""Only a stretch longer than this is folded …"""
FOLD_SHARE = 0.2
"""… and only when it would take more than this share of the axis."""
_FOLDED_TO = 0.05
"""Share of the rest of the axis that a fold keeps."""


@dataclass(frozen=True, slots=True)
class Fold:
    """One folded stretch in which nothing is dated."""

    first_day: dt.date
    last_day: dt.date
    kept_days: float
    """How many days' worth of axis it still takes."""

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last_day - self.first_day).days


@dataclass(frozen=True, slots=True)
class TimeScale:
    """An axis whose unit is one day outside the folds."""

    first_day: dt.date
    last_day: dt.date
    folds: tuple[Fold, ...]

    def at(self, day: dt.date) -> float:
        """Where a day stands, in days from the start of the axis; days beyond its ends stand there."""
        day = min(max(day, self.first_day), self.last_day)
        place = float((day - self.first_day).days)
        for fold in self.folds:
            inside = min(max((day - fold.first_day).days, 0), fold.days)
            place -= inside * (1 - fold.kept_days / fold.days)
        return place

    @property
    def length(self) -> float:
        """Length of the whole axis in days."""
        return self.at(self.last_day)

    def is_folded(self, day: dt.date) -> bool:
        """Whether the day lies inside a fold."""
        return any(fold.first_day < day < fold.last_day for fold in self.folds)


def window_scale(first_day: dt.date, last_day: dt.date) -> TimeScale:
    """The axis from one day to another, both inclusive, with nothing folded."""
    return TimeScale(first_day, last_day + dt.timedelta(days=1), ())


def time_scale(spans: Iterable[tuple[dt.date, dt.date]], *, may_fold: bool = True) -> TimeScale:
    """The axis for the given occupied spans of days (at least one), with a margin at both ends."""
    merged: list[tuple[dt.date, dt.date]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    start, end = merged[0][0], merged[-1][1]
    whole = (end - start).days
    gaps = [
        (one[1], other[0])
        for one, other in pairwise(merged)
        if may_fold
        and (other[0] - one[1]).days > FOLD_DAYS
        and (other[0] - one[1]).days > FOLD_SHARE * whole
    ]
    rest = whole - sum((until - since).days for since, until in gaps)
    margin = dt.timedelta(days=max(10, round(rest * 0.03)))
    # A fold starts and ends a little away from the marks beside it.
    folds = tuple(
        Fold(since + margin, until - margin, max(rest * _FOLDED_TO, 20.0)) for since, until in gaps
    )
    return TimeScale(start - margin, end + margin, folds)
