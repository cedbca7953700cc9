"""The days a date allows: those that are certain and those that are only possible."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.model.edtf import DateKind, EdtfDate, End


@dataclass(frozen=True, slots=True)
class Span:
    """Days of an event; every bound is inclusive.

    For a period the certain days are those on which it was under way whatever the vague
    ends turn out to be. For a moment there is no certain day unless the day is known.
    """

    is_period: bool
    possible_from: dt.date | None
    """None when the beginning is open or unknown."""
    possible_until: dt.date | None
    """None when the end is open or unknown."""
    certain_from: dt.date | None
    certain_until: dt.date | None
    """Both None when no day is certain."""
    is_ongoing: bool
    """The source says that it goes on (an open end), as far as it knew."""
    has_unknown_start: bool
    has_unknown_end: bool

    @property
    def is_one_day(self) -> bool:
        """Whether the day is known."""
        return self.possible_from is not None and self.possible_from == self.possible_until


def span_of(date: EdtfDate) -> Span:
    """The span of a date; an open or unknown end stays without a bound."""
    is_period = date.kind is DateKind.PERIOD
    certain_from: dt.date | None = None
    certain_until: dt.date | None = None
    if is_period:
        known_until = date.end_earliest if date.end is End.KNOWN else date.start_latest
        certain_from, certain_until = date.start_latest, known_until
        if certain_from is None or certain_until is None or certain_until < certain_from:
            certain_from = certain_until = None
    elif date.earliest is not None and date.earliest == date.latest:
        certain_from = certain_until = date.earliest
    return Span(
        is_period=is_period,
        possible_from=date.earliest,
        possible_until=date.latest,
        certain_from=certain_from,
        certain_until=certain_until,
        is_ongoing=is_period and date.end is End.OPEN,
        has_unknown_start=is_period and date.start is not End.KNOWN,
        has_unknown_end=is_period and date.end is End.UNKNOWN,
    )
