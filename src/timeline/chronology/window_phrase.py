"""A window of days as the parts a sentence needs: 'Aug 2022' rather than '1 to 31 Aug 2022'."""

from __future__ import annotations

import calendar
import datetime as dt

from timeline.chronology.phrase import DatePart, DatePhrase
from timeline.chronology.window import Window


def phrase_of_window(window: Window, *, lasted: bool = False) -> DatePhrase:
    """The phrase for some day within the window, or with *lasted* for all of its days."""
    first, last = window.earliest, window.latest
    if first == last:
        return DatePhrase("on", (DatePart(first, "day", first),))
    unit = _unit(first, last)
    parts = (DatePart(first, unit, first), DatePart(last, unit, last))
    if unit != "day" and _same(first, last, unit):
        return DatePhrase("on", parts[:1])
    return DatePhrase("period" if lasted else "between", parts)


def _unit(first: dt.date, last: dt.date) -> str:
    """The largest unit of which both days are an outer edge."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return "year"
    is_month_end = last.day == calendar.monthrange(last.year, last.month)[1]
    return "month" if first.day == 1 and is_month_end else "day"


def _same(first: dt.date, last: dt.date, unit: str) -> bool:
    return first.year == last.year and (unit == "year" or first.month == last.month)
