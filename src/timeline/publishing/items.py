"""Which views a site holds."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.moment import Moment
from timeline.model.selection import Selection
from timeline.model.view import OF_A_CASE, View, ViewKind
from timeline.publishing.asking import Ask
from timeline.store import read

FEWEST_COMPARED = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """Views of the same rows: what one worker takes at a time."""

    views: tuple[View, ...]


def units(ask: Ask) -> tuple[Unit, ...]:
    """Every view of the site: each case, the comparisons, the countries, and all on one map."""
    return (*_cases(ask), *_comparisons(ask), *_flows(ask), Unit((View(ViewKind.MAP),)))


def _cases(ask: Ask) -> list[Unit]:
    return [
        Unit(tuple(View(kind, Selection(case_ids=(case.case_id,))) for kind in OF_A_CASE))
        for case in ask(read.cases)
    ]


def _comparisons(ask: Ask) -> list[Unit]:
    """A comparison for each moment that two or more can be laid side by side by."""
    dated = {one.moment_id: one.dated_count for one in ask(read.moments)}
    return [
        Unit((View(ViewKind.COMPARISON, moment=moment),))
        for moment in Moment
        if dated.get(moment.event_type.value, 0) >= FEWEST_COMPARED
    ]


def _flows(ask: Ask) -> list[Unit]:
    """The flows of each country that somebody travelled into or out of."""
    return [
        Unit((View(ViewKind.FLOWS, country=one.country_code),))
        for one in sorted(ask(read.countries), key=lambda one: one.country_code or "")
        if one.country_code and (one.leg_in_count or one.leg_out_count)
    ]
