"""EDTF dates for formats that know less: their ends, and the calendar units they name.

Nothing here is finer than the text: a month stays a month, a season becomes its year, and
an end that is open or unknown has no date at all. The hedge itself is said in words beside.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from timeline.model.edtf import DateKind, EdtfDate, parse

_MARKS = re.compile(r"[?~%]")
_UNIT = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|\dX|XX|X\d))?(?:T.*)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what something began, or ended: two EDTF texts, equal where there is just one."""

    first: str | None
    """None where it may lie before by any time."""
    last: str | None
    """None where it may lie after by any time."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of time; of a moment the start and the end say the same."""

    start: Bounds | None
    """None when the beginning is open or not known."""
    end: Bounds | None
    """None when the end is open or not known."""


@dataclass(frozen=True, slots=True)
class Reach:
    """From when to when a date reaches, as ISO 8601 dates of as many parts as are known."""

    first: str | None
    """YYYY, YYYY-MM or YYYY-MM-DD; None when the beginning is open or not known."""
    last: str | None
    """None when the end is open or not known."""

    @property
    def single(self) -> str | None:
        """The one unit that it is, where it is one."""
        return self.first if self.first == self.last else None


NO_REACH = Reach(None, None)


def stretches(edtf: str) -> tuple[Stretch, ...]:
    """The stretches that a date is made of: one, or one for each member of an all-of set.

    Raises EdtfError for a text that is no date.
    """
    date = parse(edtf)
    if date.kind is DateKind.PERIOD:
        start, _, end = edtf.partition("/")
        return (Stretch(_end(start), _end(end)),)
    if date.kind is DateKind.MOMENT:
        return (_moment(edtf, edtf),)
    members = [one.strip().partition("..") for one in edtf.strip("[]{}").split(",")]
    if date.kind is DateKind.ALL_OF:
        return tuple(
            Stretch(_end(first), _end(last)) if dots else _moment(first, first)
            for first, dots, last in members
        )
    # One of them: it may have begun, and ended, with the first or with the last.
    texts = [(first, last if dots else first) for first, dots, last in members]
    first = min(texts, key=lambda pair: _day(pair[0], latest=False) or dt.date.min)[0]
    last = max(texts, key=lambda pair: _day(pair[1], latest=True) or dt.date.max)[1]
    return (_moment(first or None, last or None),)


def reach(edtf: str | None) -> Reach:
    """From when to when; NO_REACH for None. Raises EdtfError for a text that is no date."""
    if edtf is None:
        return NO_REACH
    parts = stretches(edtf)
    starts = [one.start.first if one.start else None for one in parts]
    ends = [one.end.last if one.end else None for one in parts]
    firsts = [_units(text)[0] for text in starts if text]
    lasts = [_units(text)[1] for text in ends if text]
    return Reach(
        min(firsts) if len(firsts) == len(parts) else None,
        # A whole year ends after any month of it: "~" sorts behind "-".
        max(lasts, key=lambda unit: f"{unit}~") if len(lasts) == len(parts) else None,
    )


def known_day(edtf: str | None) -> dt.date | None:
    """The day, where the text is exactly one day and leaves no doubt about it."""
    return dt.date.fromisoformat(edtf) if edtf is not None and _DAY.fullmatch(edtf) else None


def _end(text: str) -> Bounds | None:
    return Bounds(text, text) if text not in ("", "..") else None


def _moment(first: str | None, last: str | None) -> Stretch:
    bounds = Bounds(first, last)
    return Stretch(bounds, bounds)


def _day(text: str, *, latest: bool) -> dt.date | None:
    if not text:
        return None
    date = parse(text)
    return date.latest if latest else date.earliest


def _units(text: str) -> tuple[str, str]:
    """The first and the last year, month or day of one unit; mostly they are the same.

    What is masked or a season is left off; a decade has a first and a last year.
    """
    match = _UNIT.fullmatch(_MARKS.sub("", text))
    if match is None:
        return _years(parse(text))
    year, month, day = match.groups()
    if month is None or not month.isdigit() or int(month) not in _MONTHS:
        return year, year
    unit = f"{year}-{month}-{day}" if day and day.isdigit() else f"{year}-{month}"
    return unit, unit


def _years(date: EdtfDate) -> tuple[str, str]:
    if date.earliest is None or date.latest is None:
        raise ValueError(f"{date.text} lies outside the calendar")
    return f"{date.earliest.year:04}", f"{date.latest.year:04}"
