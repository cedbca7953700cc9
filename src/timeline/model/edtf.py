"""EDTF dates (ISO 8601-2, levels 0 to 2): what a text allows, and nothing more.

A half-known date stays half known: the bounds are the first and last day the
text allows, marks of doubt never widen them, and an open or unknown end has no
bound at all. How one date is written is in `edtf_grammar`; what to tell the
person who wrote something else is in `edtf_advice`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from timeline.model.edtf_advice import corrections
from timeline.model.edtf_grammar import Day, EdtfError, Single, read_single
from timeline.model.vocabulary import DatePrecision

__all__ = ["DateKind", "EdtfDate", "EdtfError", "End", "day_bounds", "describe", "parse"]

_LONGEST_TEXT = 200
"""Characters. No date is longer, and a bound keeps a pasted page from being searched."""


class End(StrEnum):
    """What the text says about an end of a span."""

    KNOWN = "known"
    """A date, however vague."""
    OPEN = "open"
    """'..': it has no end that anybody could name, or it goes on."""
    UNKNOWN = "unknown"
    """Nothing before or after the slash: there is an end, and it is not known."""


class DateKind(StrEnum):
    """How the allowed days are to be read."""

    MOMENT = "moment"
    """One date: it happened within it, or filled it; the text does not say which."""
    PERIOD = "period"
    """a/b: it lasted from one to the other."""
    ONE_OF = "one_of"
    """[a,b]: on one of these."""
    ALL_OF = "all_of"
    """{a,b}: on each of these."""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """What one EDTF text says."""

    text: str
    level: int
    """Of the standard: 0, 1 or 2."""
    kind: DateKind
    earliest: dt.date | None
    latest: dt.date | None
    """Inclusive. None where the text sets no bound (open or unknown end) or sets it outside the
    years 1 to 9999; `start`, `end` and `refusal` tell these apart."""
    precision: DatePrecision
    start_earliest: dt.date | None
    start_latest: dt.date | None
    end_earliest: dt.date | None
    end_latest: dt.date | None
    """The bounds of each end of a period, narrowed by the rule that a period begins before it ends:
    2023-05-03/2023-05 ends on 3 May at the earliest. Any other kind has no ends, so the start and
    the end both repeat `earliest` and `latest`."""
    start: End
    end: End
    is_uncertain: bool
    """'?' or '%' anywhere: the source is doubtful."""
    is_approximate: bool
    """'~' or '%' anywhere: the value is about right."""
    parts: tuple[EdtfDate, ...]
    """The members of a set in the order written (a range a..b is one member, with no parts of its
    own); the ends of a period that are known; otherwise empty."""
    refusal: str | None
    """Why this valid date cannot stand in the record; None when it can."""


def parse(text: str) -> EdtfDate:
    """What the text says.

    Raises EdtfError, and nothing else, when the text is not EDTF or names a day
    that does not exist. A date that is valid and yet of no use to the record
    (year -0300, or ../..) is returned with a `refusal`.
    """
    if not isinstance(text, str):
        raise EdtfError("A date is written as text, for example 2022-03-05")
    return _parse(text)


def day_bounds(text: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day the text allows, inclusive; None where it sets no bound."""
    date = parse(text)
    return date.earliest, date.latest


def describe(text: str) -> dict[str, object]:
    """The same for people and programs: plain values that JSON can hold, and never an exception.

    A valid date that the record refuses keeps its precision and level, has no
    bounds, and the refusal as its reason.
    """
    try:
        date = parse(text)
    except EdtfError as error:
        return {
            "text": text,
            "valid": False,
            "earliest": None,
            "latest": None,
            "precision": None,
            "level": None,
            "reason": error.reason,
        }
    has_bounds = date.refusal is None
    return {
        "text": text,
        "valid": True,
        "earliest": date.earliest.isoformat() if has_bounds and date.earliest else None,
        "latest": date.latest.isoformat() if has_bounds and date.latest else None,
        "precision": date.precision.value,
        "level": date.level,
        "reason": date.refusal,
    }


@lru_cache(maxsize=8192)
def _parse(text: str) -> EdtfDate:
    try:
        return _read(text)
    except EdtfError as error:
        raise EdtfError(_correction(text) or error.reason) from None


def _correction(text: str) -> str | None:
    """A reason that names the date the writer probably meant, where there is one to name."""
    if len(text) > _LONGEST_TEXT:
        return None
    for meant, reason in corrections(text):
        if meant is None or _is_edtf(meant):
            return reason
    return None


def _is_edtf(text: str) -> bool:
    try:
        _read(text)
    except EdtfError:
        return False
    return True


def _read(text: str) -> EdtfDate:
    if not text or text.isspace():
        raise EdtfError("The date is empty")
    if len(text) > _LONGEST_TEXT:
        raise EdtfError(f"The text is longer than {_LONGEST_TEXT} characters; no date is")
    if text[0] in "[{":
        return _read_set(text)
    if "/" in text:
        return _read_period(text)
    if ".." in text:
        raise EdtfError("'..' stands beside a slash, as in 2022-03/.., or within [ ] or { }")
    return _moment(text, read_single(text))


def _read_period(text: str) -> EdtfDate:
    start_text, _, end_text = text.partition("/")
    if "/" in end_text:
        raise EdtfError("A period has one slash, between its beginning and its end")
    start, end = _read_end(start_text), _read_end(end_text)
    start_last, end_first = start.last, end.first
    if start.first and start.last and end.first and end.last:
        if start.first > end.last:
            raise EdtfError(f"The period ends ({end_text}) before it begins ({start_text})")
        start_last = min(start.last, end.last)
        end_first = max(start.first, end.first)
    parts = start.members + end.members
    refusal = None if parts else _SAYS_NOTHING
    return EdtfDate(
        text=text,
        level=max(start.level, end.level),
        kind=DateKind.PERIOD,
        earliest=_calendar_date(start.first),
        latest=_calendar_date(end.last),
        precision=_span_precision(start.first, end.last),
        start_earliest=_calendar_date(start.first),
        start_latest=_calendar_date(start_last),
        end_earliest=_calendar_date(end_first),
        end_latest=_calendar_date(end.last),
        start=start.start,
        end=end.end,
        is_uncertain="?" in text or "%" in text,
        is_approximate="~" in text or "%" in text,
        parts=parts,
        refusal=next((part.refusal for part in parts if part.refusal), refusal),
    )


def _read_set(text: str) -> EdtfDate:
    closing, kind = _SETS[text[0]]
    if text[-1] != closing:
        raise EdtfError(f"A set that opens with {text[0]} closes with {closing}, as its last sign")
    if "/" in text:
        raise EdtfError("A set holds no periods: write 1670..1672 for a run of years in it")
    # The standard writes no blanks, its readers accept them around commas, and so do we.
    texts = re.split(" *, *", text[1:-1])
    spans = [_read_member(member, kind) for member in texts]
    if any(span.start is End.OPEN for span in spans[1:]):
        raise EdtfError("'..' before a date stands at the very beginning of a set")
    if any(span.end is End.OPEN for span in spans[:-1]):
        raise EdtfError("'..' after a date stands at the very end of a set")
    start, end = spans[0].start, spans[-1].end
    first = min((span.first for span in spans if span.first), default=None)
    last = max((span.last for span in spans if span.last), default=None)
    parts = tuple(part for span in spans for part in span.members)
    return _set_of(
        text,
        kind,
        _Span(
            first=first if start is End.KNOWN else None,
            last=last if end is End.KNOWN else None,
            start=start,
            end=end,
            members=parts,
        ),
    )


_SETS = {"[": ("]", DateKind.ONE_OF), "{": ("}", DateKind.ALL_OF)}


@dataclass(frozen=True, slots=True)
class _Span:
    """An end of a period or a member of a set; its bounds may lie outside the calendar."""

    first: Day | None
    last: Day | None
    level: int = 1
    start: End = End.KNOWN
    end: End = End.KNOWN
    members: tuple[EdtfDate, ...] = ()


def _read_end(text: str) -> _Span:
    if text == "":
        return _Span(None, None, start=End.UNKNOWN, end=End.UNKNOWN)
    if text == "..":
        return _Span(None, None, start=End.OPEN, end=End.OPEN)
    return _read_part(text)


def _read_member(text: str, kind: DateKind) -> _Span:
    before, dots, after = text.partition("..")
    if not dots:
        return _read_part(text)
    if ".." in after:
        raise EdtfError("'..' stands once in each member of a set, as in [..1984] or [1670..1672]")
    if before and after:
        span = _read_range(before, after)
    elif after:
        span = _Span(None, _read_part(after).last, start=End.OPEN)
    elif before:
        span = _Span(_read_part(before).first, None, end=End.OPEN)
    else:
        raise EdtfError("'..' in a set needs a date beside it")
    return replace(span, members=(_set_of(text, kind, span),))


def _read_range(before: str, after: str) -> _Span:
    is_plain = _PLAIN.fullmatch(before) and _PLAIN.fullmatch(after)
    if not is_plain or len(before.lstrip("-")) != len(after.lstrip("-")):
        raise EdtfError("A run a..b goes from day to day, month to month or year to year")
    start, end = _read_part(before), _read_part(after)
    if start.first and end.last and start.first > end.last:
        raise EdtfError(f"The run ends ({after}) before it begins ({before})")
    return _Span(start.first, end.last)


_PLAIN = re.compile("-?[0-9]{4}(?:-[0-9]{2}){0,2}")


def _read_part(text: str) -> _Span:
    if not text:
        raise EdtfError("A bracket or comma has no date beside it")
    single = read_single(text)
    if single.has_time:
        day = text.partition("T")[0]
        raise EdtfError(f"Periods and sets hold no time of day: write {day}")
    if single.precision is DatePrecision.SEASON and single.first and single.last:
        year = text[:-3]
        months = sorted({f"{year}-{day[1]:02}" for day in (single.first, single.last)})
        raise EdtfError(
            f"{text} is a season, and a season stands alone: "
            f"write the months in its place, {' to '.join(months)}"
        )
    if single.first is None:
        raise EdtfError("A year written with Y or S stands alone, not in a period or set")
    # Masked digits are level 1 on their own and level 2 as part of anything.
    level = 2 if "X" in text else single.level
    return _Span(single.first, single.last, level, members=(_moment(text, single),))


def _moment(text: str, single: Single) -> EdtfDate:
    earliest, latest = _calendar_date(single.first), _calendar_date(single.last)
    return EdtfDate(
        text=text,
        level=single.level,
        kind=DateKind.MOMENT,
        earliest=earliest,
        latest=latest,
        precision=single.precision,
        start_earliest=earliest,
        start_latest=latest,
        end_earliest=earliest,
        end_latest=latest,
        start=End.KNOWN,
        end=End.KNOWN,
        is_uncertain=single.is_uncertain,
        is_approximate=single.is_approximate,
        parts=(),
        refusal=_outside_calendar(single.first, single.last),
    )


def _set_of(text: str, kind: DateKind, span: _Span) -> EdtfDate:
    earliest, latest = _calendar_date(span.first), _calendar_date(span.last)
    if span.first is None and span.last is None:
        refusal: str | None = _SAYS_NOTHING
    else:
        refusal = _outside_calendar(span.first or span.last, span.last or span.first)
    return EdtfDate(
        text=text,
        level=2,
        kind=kind,
        earliest=earliest,
        latest=latest,
        precision=_span_precision(span.first, span.last),
        start_earliest=earliest,
        start_latest=latest,
        end_earliest=earliest,
        end_latest=latest,
        start=span.start,
        end=span.end,
        is_uncertain="?" in text or "%" in text,
        is_approximate="~" in text or "%" in text,
        parts=span.members,
        refusal=next((part.refusal for part in span.members if part.refusal), refusal),
    )


_SAYS_NOTHING = "Neither end is known, so the date says nothing: give at least one of them"


def _span_precision(first: Day | None, last: Day | None) -> DatePrecision:
    is_one_day = first is not None and first == last
    return DatePrecision.DAY if is_one_day else DatePrecision.INTERVAL


def _calendar_date(day: Day | None) -> dt.date | None:
    if day is None or not dt.MINYEAR <= day[0] <= dt.MAXYEAR:
        return None
    return dt.date(*day)


def _outside_calendar(first: Day | None, last: Day | None) -> str | None:
    if first is None or last is None:
        return "A year written with Y or S has no place in the calendar: write 1950, 195X or 19XX"
    if last[0] < dt.MINYEAR:
        return "It lies before the year 1, where the calendar of the record begins"
    if first[0] < dt.MINYEAR:
        return "It allows years before the year 1, where the calendar of the record begins"
    return None
