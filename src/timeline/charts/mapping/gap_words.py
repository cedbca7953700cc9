"""What is said of a gap: how long it was, and where somebody was last and next seen."""

from __future__ import annotations

import math

from timeline.charts.mapping.map_scene import GapEnd
from timeline.chronology.offset import Offset
from timeline.chronology.phrase import UNDATED
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.route_view import RouteGap

DAYS_A_MONTH = 30.44
DAYS_IN_MONTHS, MONTHS_IN_YEARS = 61, 24
"""From here on it is said in months, and in years."""


def elapsed_words(elapsed: Offset, say: Catalog) -> str:
    """How long it was, no finer than the dates: "8 months", "6 to 9 months", "at least 3 days".

    Empty when nobody can say.
    """
    least = max(elapsed.least, 0) if elapsed.least is not None else None
    most = elapsed.most
    if most is not None and most < 0:
        return ""
    if least is not None and most is not None:
        return _between(least, most, say)
    if least:
        unit, days = _unit(least)
        return say("gap.at_least", words=_counted(unit, math.floor(least / days), say))
    if most is None:
        return ""
    unit, days = _unit(most)
    return say("gap.at_most", words=_counted(unit, math.ceil(most / days), say))


def gap_end_words(end: GapEnd, say: Catalog) -> str:
    """The words in brackets beside the place."""
    seen = end.gap.next if end.is_next else end.gap.last
    key = "next_seen" if end.is_next else "last_seen"
    if seen.when == UNDATED:
        words = say(f"gap.{key}_undated")
    else:
        words = say(f"gap.{key}", date=date_words(seen.when, say))
    length = elapsed_words(end.gap.elapsed, say) if end.is_next else ""
    if length:
        words = say("gap.later", words=words, length=length)
    return say("gap.brackets", words=words)


def gap_sentence(gap: RouteGap, say: Catalog) -> str:
    """The gap in one sentence, for those who cannot see where the line breaks off."""
    length = elapsed_words(gap.elapsed, say)
    known = say("gap.length", length=length) if length else say("gap.unknown")
    return say("gap.sentence", start=gap.last.place.name, end=gap.next.place.name, words=known)


def _between(least: int, most: int, say: Catalog) -> str:
    unit, days = _unit(most)
    first, last = round(least / days), round(most / days)
    if first == last:
        return _counted(unit, last, say)
    if first == 0:
        return say("gap.at_most", words=_counted(unit, last, say))
    return say("gap.range", least=f"{first:,}", most=_counted(unit, last, say))


def _counted(unit: str, number: int, say: Catalog) -> str:
    return say.count(f"gap.{unit}", number)


def _unit(length_days: int) -> tuple[str, float]:
    if length_days < DAYS_IN_MONTHS:
        return "days", 1.0
    if length_days < MONTHS_IN_YEARS * DAYS_A_MONTH:
        return "months", DAYS_A_MONTH
    return "years", 12 * DAYS_A_MONTH
