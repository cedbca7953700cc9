"""A date as the parts a sentence needs, in no language."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from timeline.model.edtf import DateKind, EdtfDate, End, parse
from timeline.model.vocabulary import DatePrecision

_SEASON_CODE = re.compile(r"-(2[1-9]|3[0-9]|4[01])\D*$")


@dataclass(frozen=True, slots=True)
class DatePart:
    """One calendar unit."""

    day: dt.date
    """The first day of the unit."""
    unit: str
    """day, month, year, decade, century, or season.NN with the EDTF code."""
    last_day: dt.date
    """The last day of the unit."""


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """How a date is to be said."""

    form: str
    """on: one unit; between: some day from the first part to the last; period: from the
    first part to the last; since / from / until: a period with one end; by / not_before: a
    moment with one bound; or: one of the parts; and: each of the parts; undated."""
    parts: tuple[DatePart, ...]
    is_uncertain: bool = False
    is_approximate: bool = False


UNDATED = DatePhrase("undated", ())


def phrase_of(date: EdtfDate | None) -> DatePhrase:
    """The phrase for a date; None, or a date without a single bound, is undated."""
    if date is None or (date.earliest is None and date.latest is None):
        return UNDATED
    form, parts = _form(date)
    return DatePhrase(form, parts, date.is_uncertain, date.is_approximate)


def is_vague(phrase: DatePhrase) -> bool:
    """Whether the phrase leaves open which day it was, or on which days it began and ended.

    A date that is only doubtful names its day, and one with a single bound says what it knows.
    """
    if phrase.form in ("between", "or"):
        return True
    return phrase.form in ("on", "period", "since", "from", "until") and any(
        part.unit != "day" for part in phrase.parts
    )


def _form(date: EdtfDate) -> tuple[str, tuple[DatePart, ...]]:
    match date.kind:
        case DateKind.PERIOD:
            ends = tuple(_part(part) for part in date.parts)
            if date.start is End.KNOWN and date.end is End.KNOWN:
                return "period", ends
            if date.start is End.KNOWN:
                return ("since" if date.end is End.OPEN else "from"), ends
            return "until", ends
        case DateKind.ONE_OF | DateKind.ALL_OF:
            return _set_form(date)
        case DateKind.MOMENT:
            pass
    if date.precision is DatePrecision.INTERVAL and date.earliest and date.latest:
        return "between", (_day(date.earliest), _day(date.latest))
    return "on", (_part(date),)


def _set_form(date: EdtfDate) -> tuple[str, tuple[DatePart, ...]]:
    together = "or" if date.kind is DateKind.ONE_OF else "and"
    inside = date.text.strip("[]{}").split(",")
    if len(inside) == 1 and ".." in inside[0]:
        first, last = (end.strip() for end in inside[0].split(".."))
        ends = tuple(_part(parse(end)) for end in (first, last) if end)
        is_moment = together == "or"
        if not first:
            return ("by" if is_moment else "until"), ends
        if not last:
            return ("not_before" if is_moment else "from"), ends
        return ("between" if together == "or" else "period"), ends
    if any(".." in member for member in inside):
        if date.earliest is None or date.latest is None:
            known = date.earliest or date.latest
            return ("not_before" if date.earliest else "by"), (_day(known),) if known else ()
        return "between", (_day(date.earliest), _day(date.latest))
    return together, tuple(_part(parse(member.strip())) for member in inside)


def _part(date: EdtfDate) -> DatePart:
    first = date.earliest or date.latest
    if first is None:
        raise ValueError(f"{date.text} has no day to name")
    last = date.latest or first
    if date.precision is DatePrecision.SEASON:
        code = _SEASON_CODE.search(date.text)
        return DatePart(first, f"season.{code.group(1)}" if code else "day", last)
    if date.precision is DatePrecision.INTERVAL:
        return DatePart(first, "day", first)
    return DatePart(first, date.precision.value, last)


def _day(day: dt.date) -> DatePart:
    return DatePart(day, "day", day)
