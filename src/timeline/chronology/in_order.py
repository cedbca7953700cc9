"""What an order says about days that nobody gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day on which something may have begun to the last on which it may have ended."""

    first: dt.date | None
    """None when nobody says how early."""
    last: dt.date | None
    """None when nobody says how late."""

    def at(self, day: dt.date) -> Moment:
        """How it stands with this on a day, that day included."""
        if self.first is not None and self.first > day:
            return Moment.NOT_YET
        return Moment.DONE if self.last is not None and self.last <= day else Moment.POSSIBLE


class Moment(StrEnum):
    """How something stands on a day."""

    NOT_YET = "not_yet"
    """It cannot have begun."""
    POSSIBLE = "possible"
    """It may have begun, and may not have ended."""
    DONE = "done"
    """It is over, whenever in its days it was."""


def bounded_by_order(listed: Iterable[Days]) -> tuple[Days, ...]:
    """The same days, bounds that nobody gives taken from what comes before and after.

    What is later in an order did not begin before the earlier may have begun, nor did the
    earlier end after the later must have. Bounds that somebody gives stay as they are.
    """
    days = list(listed)
    firsts = list(accumulate((one.first for one in days), _later))
    lasts = list(accumulate((one.last for one in reversed(days)), _earlier))[::-1]
    return tuple(
        Days(one.first or first, one.last or last)
        for one, first, last in zip(days, firsts, lasts, strict=True)
    )


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max(one, other) if one and other else one or other


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min(one, other) if one and other else one or other
