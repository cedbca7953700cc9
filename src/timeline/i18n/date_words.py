"""Dates in words: '29 or 30 Jan 2026', 'between 20 and 27 Nov 2023', 'since 13 May 2025'.

Parts that share a month or a year say it once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from babel.dates import format_date

from timeline.i18n.catalog import Catalog
from timeline.i18n.list_words import list_words

_PATTERNS = {"day": "d MMM y", "month": "MMM y", "year": "y"}
_WITHOUT_YEAR = {"day": "d MMM", "month": "MMM"}
_SHORT_MONTH, _MONTH_IN_FULL = "MMM", "MMMM"


class Part(Protocol):
    """One calendar unit of a phrase."""

    @property
    def day(self) -> dt.date:
        """The first day of the unit."""
        ...

    @property
    def unit(self) -> str:
        """day, month, year, decade, century or season.NN."""
        ...


class Phrase(Protocol):
    """How a date is to be said."""

    @property
    def form(self) -> str:
        """on, between, period, since, from, until, by, not_before, or, and, undated."""
        ...

    @property
    def parts(self) -> Sequence[Part]:
        """The calendar units."""
        ...

    @property
    def is_uncertain(self) -> bool:
        """Whether the source is doubtful."""
        ...

    @property
    def is_approximate(self) -> bool:
        """Whether the value is about right."""
        ...


def date_words(phrase: Phrase, say: Catalog, *, in_full: bool = False) -> str:
    """The phrase in words of the catalog's language, hedges included.

    *in_full* writes out the names of months, as running text does.
    """
    if phrase.form == "undated":
        return say("date.undated")
    parts = phrase.parts
    if phrase.form in ("or", "and") and len(parts) > 1:
        words = list_words(_shortened(parts, say, in_full), say, joiner=phrase.form)
    elif phrase.form in ("between", "period") and len(parts) == 2:
        first, last = _shortened(parts, say, in_full)
        words = say(f"date.{phrase.form}", first=first, last=last)
    elif phrase.form in ("since", "from", "until", "by", "not_before"):
        words = say(f"date.{phrase.form}", day=part_words(parts[0], say, in_full=in_full))
    else:
        words = part_words(parts[0], say, in_full=in_full)
    if phrase.is_approximate:
        words = say("date.about", words=words)
    return say("date.uncertain", words=words) if phrase.is_uncertain else words


def alternatives_words(phrases: Sequence[Phrase], say: Catalog, *, in_full: bool = False) -> str:
    """Several dates, one of which is right: '29 or 30 Jan 2026'."""
    if all(
        phrase.form == "on" and not (phrase.is_uncertain or phrase.is_approximate)
        for phrase in phrases
    ):
        days = _shortened([phrase.parts[0] for phrase in phrases], say, in_full)
        return list_words(days, say, joiner="or")
    each = dict.fromkeys(date_words(phrase, say, in_full=in_full) for phrase in phrases)
    return list_words(list(each), say, joiner="or")


def part_words(part: Part, say: Catalog, *, in_full: bool = False) -> str:
    """One unit in words."""
    if part.unit.startswith("season."):
        return say(f"date.{part.unit}", year=part.day.year)
    if part.unit in ("decade", "century"):
        return say(f"date.{part.unit}", year=part.day.year)
    return _format(part.day, _PATTERNS[part.unit], say, in_full)


def day_words(day: dt.date, say: Catalog) -> str:
    """A day in words."""
    return format_date(day, _PATTERNS["day"], locale=say.language)


def _format(day: dt.date, pattern: str, say: Catalog, in_full: bool) -> str:
    if in_full:
        pattern = pattern.replace(_SHORT_MONTH, _MONTH_IN_FULL)
    return format_date(day, pattern, locale=say.language)


def _shortened(parts: Sequence[Part], say: Catalog, in_full: bool) -> list[str]:
    """Every part in words, all but the last without what the last repeats."""
    last = parts[-1]
    words = []
    for part in parts[:-1]:
        same_unit = part.unit == last.unit and part.unit in _WITHOUT_YEAR
        if same_unit and part.day.year == last.day.year:
            same_month = part.unit == "day" and part.day.month == last.day.month
            pattern = "d" if same_month else _WITHOUT_YEAR[part.unit]
            words.append(_format(part.day, pattern, say, in_full))
        else:
            words.append(part_words(part, say, in_full=in_full))
    return [*words, part_words(last, say, in_full=in_full)]
