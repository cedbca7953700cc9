"""From the claims on an event to the values shown for it.

The rule, in this order:

1. A value an editor marked as preferred is shown.
2. Else the value with the most independent origins behind it. A vaguer claim that
   allows the value counts as support: "2020" supports "March 2020".
3. Else, for dates that tie and exclude each other, all of them: EDTF "one of these".
4. Else the finer value; then the one published first; then the smaller claim id.

The values not shown stay in the record as claims.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from timeline.evidence.contradiction import (
    EXCLUSIVE,
    Held,
    around,
    claims_contradict,
    contradicting_pairs,
    dates_contradict,
    figures_contradict,
)
from timeline.evidence.independence import independent_source_count
from timeline.model.claim import Claim
from timeline.model.edtf import DateKind, EdtfDate, parse
from timeline.model.event import Event
from timeline.model.figure import Figure
from timeline.model.source import Source
from timeline.model.vocabulary import ClaimProperty, DatePrecision


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """An event with the values shown for it and what stands behind them."""

    event: Event
    date: EdtfDate | None
    """None when no source dates the event."""
    place_id: str | None
    """None when no source places the event."""
    shown_claim_ids: frozenset[str]
    """The claims whose value is the one shown."""
    disputed_properties: tuple[ClaimProperty, ...]
    disputed_claim_ids: frozenset[str]
    claim_count: int
    source_count: int
    independent_source_count: int


class Reason(StrEnum):
    """What made one value the one shown, in the order of the rule."""

    EVERY = "every"
    """The property may have several answers: none is left out."""
    ONLY = "only"
    """Whoever states it states the same."""
    PREFERRED = "preferred"
    """1: an editor marked it."""
    ORIGINS = "origins"
    """2: more independent origins stand behind it than behind any other."""
    TIED = "tied"
    """3: dates with as many origins that exclude each other; all of them are shown."""
    FINER = "finer"
    """4: with as many origins, it says more exactly."""
    FIRST = "first"
    """4: with as many origins and as fine, it was published first."""
    ORDER = "order"
    """4: nothing tells them apart; the smaller claim id stands, so that it is always the same."""


@dataclass(frozen=True, slots=True)
class WhyShown:
    """The value shown for one property, and what made it so."""

    value: str
    """Empty where every value is shown; EDTF "one of these" where several dates tie."""
    reason: Reason
    origin_count: int
    """Independent origins behind the value, or behind each of those that tie; vaguer claims
    that allow it are counted. 0 where the rule did not have to count."""
    next_origin_count: int
    """The same for the value that comes next; 0 where there is none or nothing was counted."""


def resolve(
    event: Event,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    places: Mapping[str, Held],
    sources: Mapping[str, Source],
) -> ResolvedEvent:
    """The shown values of one event, by the rule at the head of this file.

    *claims* and *figures* are those of this event only.
    """
    by_property: dict[ClaimProperty, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_property[claim.property].append(claim)
    shown_values: dict[ClaimProperty, str] = {
        claim_property: _chosen(group, places, sources).value
        for claim_property, group in by_property.items()
    }
    pairs = contradicting_pairs(
        list(claims), lambda one, other: claims_contradict(one, other, places)
    )
    number_pairs = contradicting_pairs(list(figures), figures_contradict)
    # Only an editor can say that a claim and a figure contradict each other.
    mixed_pairs = [
        (claim, figure)
        for claim in claims
        for figure in figures
        if figure.figure_id in claim.contradicts
    ]
    disputed = {claim.property for pair in pairs for claim in pair}
    disputed |= {claim.property for claim, _ in mixed_pairs}
    if number_pairs or mixed_pairs:
        disputed.add(ClaimProperty.NUMBER)
    disputed_ids = {claim.claim_id for pair in pairs for claim in pair}
    disputed_ids |= {figure.figure_id for pair in number_pairs for figure in pair}
    for claim, figure in mixed_pairs:
        disputed_ids |= {claim.claim_id, figure.figure_id}
    source_ids = {claim.source_id for claim in claims} | {figure.source_id for figure in figures}
    date_text = shown_values.get(ClaimProperty.DATE)
    return ResolvedEvent(
        event=event,
        date=parse(date_text) if date_text else None,
        place_id=shown_values.get(ClaimProperty.PLACE),
        shown_claim_ids=frozenset(
            claim.claim_id for claim in claims if _is_shown(claim, shown_values[claim.property])
        ),
        disputed_properties=tuple(term for term in ClaimProperty if term in disputed),
        disputed_claim_ids=frozenset(disputed_ids),
        claim_count=len(claims) + len(figures),
        source_count=len(source_ids),
        independent_source_count=independent_source_count(source_ids, sources),
    )


_ONE_ANSWER = EXCLUSIVE | {ClaimProperty.DATE, ClaimProperty.PLACE, ClaimProperty.OCCURRENCE}
"""Properties of which one value is shown; of the others every value stands."""


def _is_shown(claim: Claim, shown: str) -> bool:
    if claim.value == shown or claim.property not in _ONE_ANSWER:
        return True
    if claim.property is not ClaimProperty.DATE:
        return False
    return claim.value in {part.text for part in parse(shown).parts} and shown.startswith("[")


def why_shown(
    claims: Sequence[Claim], places: Mapping[str, Held], sources: Mapping[str, Source]
) -> WhyShown:
    """What made the value shown for one property of one event the one that is shown.

    *claims* are all about that property of that event, as far as they were known, and
    are not empty.
    """
    if claims[0].property not in _ONE_ANSWER:
        return WhyShown("", Reason.EVERY, 0, 0)
    return _chosen(claims, places, sources)


def _chosen(
    claims: Sequence[Claim], places: Mapping[str, Held], sources: Mapping[str, Source]
) -> WhyShown:
    """The value shown for one property; *claims* are all about it and not empty."""
    preferred = [claim for claim in claims if claim.is_preferred]
    if preferred:
        return WhyShown(preferred[0].value, Reason.PREFERRED, 0, 0)
    values = sorted({claim.value for claim in claims})
    if len(values) == 1:
        return WhyShown(values[0], Reason.ONLY, 0, 0)
    origins = {
        value: independent_source_count(
            (claim.source_id for claim in claims if _supports(claim, value, places)), sources
        )
        for value in values
    }
    most, following = sorted(origins.values(), reverse=True)[:2]
    leading = [value for value in values if origins[value] == most]
    if len(leading) == 1:
        return WhyShown(leading[0], Reason.ORIGINS, most, following)
    if claims[0].property is ClaimProperty.DATE:
        both = _one_of(leading)
        if both is not None:
            return WhyShown(both, Reason.TIED, most, following)
    ranks = {value: _rank(value, claims, places, sources) for value in leading}
    first, second = sorted(leading, key=ranks.__getitem__)[:2]
    settled_by = next(
        reason
        for reason, one, other in zip(
            (Reason.FINER, Reason.FIRST, Reason.ORDER), ranks[first], ranks[second], strict=True
        )
        if one != other
    )
    return WhyShown(first, settled_by, most, following)


def _supports(claim: Claim, value: str, places: Mapping[str, Held]) -> bool:
    """Whether the claim says *value*, or something vaguer that allows it."""
    if claim.value == value:
        return True
    if claim.property is ClaimProperty.DATE:
        said, asked = parse(claim.value), parse(value)
        return _span_days(said) > _span_days(asked) and not dates_contradict(said, asked)
    if claim.property is ClaimProperty.PLACE:
        return claim.value in around(value, places)
    return False


def _one_of(values: Sequence[str]) -> str | None:
    """EDTF 'one of' over dates that exclude each other; None when that would say too much.

    Only plain days, months, seasons and years can be listed; a tie that involves a
    period falls through to the later rules.
    """
    dates = sorted(
        (parse(value) for value in values), key=lambda date: date.earliest or dt.date.min
    )
    if len(dates) < 2 or any(
        date.kind is not DateKind.MOMENT
        or date.level > 0
        or date.precision not in (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR)
        for date in dates
    ):
        return None
    if not all(dates_contradict(one, other) for one, other in pairwise(dates)):
        return None
    return "[" + ",".join(date.text for date in dates) + "]"


def _rank(
    value: str,
    claims: Sequence[Claim],
    places: Mapping[str, Held],
    sources: Mapping[str, Source],
) -> tuple[int, dt.date, str]:
    """Sort key of rule 4: finer first, then published first, then the smaller claim id."""
    said = [claim for claim in claims if claim.value == value]
    fineness = 0
    if said[0].property is ClaimProperty.DATE:
        fineness = _span_days(parse(value))
    elif said[0].property is ClaimProperty.PLACE:
        fineness = -len(around(value, places))
    published = min(
        (
            parse(source.published_edtf).earliest or dt.date.max
            for claim in said
            if (source := sources.get(claim.source_id)) is not None and source.published_edtf
        ),
        default=dt.date.max,
    )
    return fineness, published, min(claim.claim_id for claim in said)


def _span_days(date: EdtfDate) -> int:
    """How many days the date allows; an open end counts as longer than any closed one."""
    if date.earliest is None or date.latest is None:
        return dt.date.max.toordinal()
    return (date.latest - date.earliest).days
