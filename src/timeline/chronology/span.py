"""The days a date allows: those that are certain and those that are only possible."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.chronology.offset import Bounds, beginning, certain_stretch, ending
from timeline.model.edtf import DateKind, EdtfDate, End


@dataclass(frozen=True, slots=True)
class Span:
    """Days of an event; every bound is inclusive.

    For a period the certain days are those on which it was under way whatever the vague
    ends turn out to be; beside an end that a source is doubtful of only the other end is
    certain, and only if its day is known. For a moment there is no certain day unless the
    day is known, and said neither with doubt nor as about right.
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
    members: tuple[Span, ...] = ()
    """Of a date that names several, each of which is meant ("1, 5 and 20 June"), earliest first."""

    @property
    def is_one_day(self) -> bool:
        """Whether one day alone is named."""
        return self.possible_from is not None and self.possible_from == self.possible_until

    @property
    def is_known_day(self) -> bool:
        """Whether one day alone is named, and nobody doubts it."""
        return self.is_one_day and self.certain_from is not None

    @property
    def is_all_known(self) -> bool:
        """Whether every day that is named is known."""
        return self.is_known_day or (
            bool(self.members) and all(one.is_known_day for one in self.members)
        )

    @property
    def is_stretch(self) -> bool:
        """Whether it lasted, and longer than one day."""
        return self.is_period and not self.is_one_day

    @property
    def fades_in(self) -> bool:
        """Whether there are days before the certain ones, or none is certain."""
        return self.certain_from is None or self.certain_from != self.possible_from

    @property
    def fades_out(self) -> bool:
        """The same of its end; what goes on does not fade."""
        if self.is_ongoing:
            return False
        return self.certain_until is None or self.certain_until != self.possible_until

    def certain_days(
        self, reported_until: dt.date | None
    ) -> tuple[dt.date, dt.date] | tuple[None, None]:
        """The certain days, given the latest report: what goes on went on until then, and had begun.

        Where a source doubts when that was, the day of the report alone is certain.
        """
        first, last = self.certain_from, self.certain_until
        if self.is_ongoing and reported_until is not None:
            last = max(reported_until, self.possible_from or reported_until)
            first = last if first is None else min(first, last)
        return (None, None) if first is None or last is None else (first, last)


def span_of(date: EdtfDate) -> Span:
    """The span of a date; an open or unknown end stays without a bound."""
    is_set = date.kind is DateKind.ALL_OF
    if is_set and len(date.parts) == 1:
        return span_of(date.parts[0])
    is_run = is_set and not date.parts and _names_days(date)
    is_period = date.kind is DateKind.PERIOD or is_run
    certain_from: dt.date | None = None
    certain_until: dt.date | None = None
    if is_run:
        certain_from, certain_until = date.earliest, date.latest
    elif is_period:
        certain_from, certain_until = _certain_days(date)
    elif date.earliest == date.latest and not (date.is_uncertain or date.is_approximate):
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
        members=tuple(sorted(map(span_of, date.parts), key=_order)) if is_set else (),
    )


def _order(span: Span) -> tuple[dt.date, dt.date]:
    return span.possible_from or dt.date.min, span.possible_until or dt.date.max


def _names_days(run: EdtfDate) -> bool:
    """Whether a run a..b within a set goes from day to day, so that each of its days is meant."""
    ends = run.text.split("..")
    return len(ends) == 2 and all(len(end) == len("2021-06-01") for end in ends)


def _certain_days(date: EdtfDate) -> tuple[dt.date, dt.date] | tuple[None, None]:
    start, end = beginning(date), ending(date)
    if date.end is not End.KNOWN:
        # An end that nobody dates says only that it had begun.
        end = Bounds(start.latest, start.latest, start.is_uncertain)
    return certain_stretch(
        (start.earliest, start.latest),
        (end.earliest, end.latest),
        is_start_doubtful=start.is_uncertain,
        is_end_doubtful=end.is_uncertain,
    )
