"""When two claims on the same property of an event cannot both be true.

The rule is written here once; an editor who reads more than the rule sees says so
in the claim's `contradicts` column.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Protocol, TypeVar

from timeline.model.claim import Claim
from timeline.model.edtf import DateKind, EdtfDate, parse
from timeline.model.figure import Figure
from timeline.model.vocabulary import ClaimProperty, Occurrence, Qualifier

_T = TypeVar("_T")

EXCLUSIVE = frozenset(
    {
        ClaimProperty.OUTCOME,
        ClaimProperty.CHARGE,
        ClaimProperty.SENTENCE,
        ClaimProperty.FORUM,
        ClaimProperty.MATTER,
        ClaimProperty.MANNER,
        ClaimProperty.DURATION,
        ClaimProperty.REPRESENTATIVE,
    }
)
"""Properties that have one answer: two different values contradict each other."""


class Held(Protocol):
    """A place, as far as one needs to know what holds it."""

    @property
    def within_place_id(self) -> str | None:
        """The next larger place of the record that holds it."""
        ...


ABOUT_SHARE = 0.1
"""'about 40' allows 36 to 44: a tenth either way, since no source says how wide it means."""


def dates_contradict(one: EdtfDate, other: EdtfDate) -> bool:
    """Whether no history satisfies both dates.

    A vaguer date that contains the finer one does not contradict it. Two periods
    contradict each other when their beginnings or their ends cannot coincide. A set
    of dates contradicts what none of its members allows, gaps between them included.
    """
    for date, rest in ((one, other), (other, one)):
        if date.kind in (DateKind.ONE_OF, DateKind.ALL_OF) and date.parts:
            return all(dates_contradict(part, rest) for part in date.parts)
    if _disjoint(one.earliest, one.latest, other.earliest, other.latest):
        return True
    if one.kind is DateKind.PERIOD and other.kind is DateKind.PERIOD:
        return _disjoint(
            one.start_earliest, one.start_latest, other.start_earliest, other.start_latest
        ) or _disjoint(one.end_earliest, one.end_latest, other.end_earliest, other.end_latest)
    return False


def _disjoint(
    one_first: dt.date | None,
    one_last: dt.date | None,
    other_first: dt.date | None,
    other_last: dt.date | None,
) -> bool:
    """Whether two spans of days share no day; None is an open end."""
    return (one_last is not None and other_first is not None and one_last < other_first) or (
        other_last is not None and one_first is not None and other_last < one_first
    )


def places_contradict(one: str, other: str, places: Mapping[str, Held]) -> bool:
    """Whether neither place holds the other."""
    return one not in around(other, places) and other not in around(one, places)


def around(place_id: str, places: Mapping[str, Held]) -> tuple[str, ...]:
    """The place and every larger place of the record that holds it, smallest first."""
    chain: list[str] = []
    current: str | None = place_id
    while current is not None and current not in chain:
        chain.append(current)
        place = places.get(current)
        current = place.within_place_id if place else None
    return tuple(chain)


def figure_span(figure: Figure) -> tuple[float, float]:
    """The lowest and highest number the figure allows; plus or minus infinity when open."""
    lower = float("-inf") if figure.lower is None else figure.lower
    upper = float("inf") if figure.upper is None else figure.upper
    match figure.qualifier:
        case Qualifier.ABOUT:
            return lower * (1 - ABOUT_SHARE), upper * (1 + ABOUT_SHARE)
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return lower, float("inf")
        case Qualifier.FEWER_THAN | Qualifier.AT_MOST:
            return float("-inf"), upper
        case Qualifier.EXACTLY | Qualifier.BETWEEN:
            return lower, upper


def figures_contradict(one: Figure, other: Figure) -> bool:
    """Whether two figures for the same quantity in the same unit allow no common number."""
    if (one.quantity, one.unit) != (other.quantity, other.unit):
        return False
    return _lies_below(one, other) or _lies_below(other, one)


def _lies_below(one: Figure, other: Figure) -> bool:
    """Whether every number *one* allows is smaller than every number *other* allows."""
    highest, lowest = figure_span(one)[1], figure_span(other)[0]
    if highest != lowest:
        return highest < lowest
    # 'more than 40' and 'fewer than 40' leave the 40 itself out.
    return one.qualifier is Qualifier.FEWER_THAN or other.qualifier is Qualifier.MORE_THAN


def claims_contradict(one: Claim, other: Claim, places: Mapping[str, Held]) -> bool:
    """Whether two claims on the same property of the same event cannot both be true."""
    if one.claim_id in other.contradicts or other.claim_id in one.contradicts:
        return True
    if one.property is not other.property or one.value == other.value:
        return False
    if one.property is ClaimProperty.DATE:
        return dates_contradict(parse(one.value), parse(other.value))
    if one.property is ClaimProperty.PLACE:
        return places_contradict(one.value, other.value, places)
    if one.property is ClaimProperty.OCCURRENCE:
        return Occurrence.REPORTED in (one.value, other.value)
    return one.property in EXCLUSIVE


def contradicting_pairs(
    items: list[_T], contradict: Callable[[_T, _T], bool]
) -> list[tuple[_T, _T]]:
    """Every pair of items that contradict each other, in the order given."""
    return [(one, other) for one, other in combinations(items, 2) if contradict(one, other)]
