"""The timeline of a narrow page: a list on a spine, drawn by the style sheet."""

from __future__ import annotations

from timeline.exports.embed.glyph import LANE_CLASS, glyph_of
from timeline.exports.embed.markup import text
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words, date_words
from timeline.viewmodel.case_timeline import CaseTimeline, TimelineMark
from timeline.viewmodel.upright_timeline import UprightEntry, upright_timeline

_MONTHS_SAID = 36
"""From here on a silence is said in full years."""


def upright_list(view: CaseTimeline, say: Catalog, *, hollow: frozenset[str]) -> str:
    """Every dated event once, in order; empty when there is none.

    *hollow* holds the ids of events whose numbers on the map are hollow.
    """
    items = "".join(_entry(entry, say, hollow) for entry in upright_timeline(view))
    return f'<ol class="n up">{items}</ol>' if items else ""


def mark_date_words(mark: TimelineMark, say: Catalog) -> str:
    """The date in words; where sources differ every date, and up to when an open end is known."""
    if len(mark.said_phrases) > 1:
        return say("timeline.differ", dates=alternatives_words(mark.said_phrases, say))
    return date_words(mark.phrase, say)


def _entry(entry: UprightEntry, say: Catalog, hollow: frozenset[str]) -> str:
    mark = entry.mark
    silence = f'<li class="g">{text(_silence(entry, say))}</li>' if entry.silence_months else ""
    year = f"<span>{entry.year}</span>" if entry.year is not None else ""
    badge = ' class="h"' if mark.event_id in hollow else ""
    numbers = "".join(f"<em{badge}>{number}</em> " for number in mark.leg_numbers)
    return (
        f'{silence}<li class="{LANE_CLASS[mark.lane.value]}{glyph_of(mark)}">{year}{numbers}'
        f"<b>{text(mark.title)}</b> {text(mark_date_words(mark, say))} "
        f"<i>{text(say(f'lane.{mark.lane.value}'))}</i></li>"
    )


def _silence(entry: UprightEntry, say: Catalog) -> str:
    months = entry.silence_months
    if months < _MONTHS_SAID:
        return say.count("embed.silence_months", months)
    return say.count("embed.silence_years", months // 12)
