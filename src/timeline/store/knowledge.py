"""What was known of an event on earlier days: the same rule, on the claims published by then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.evidence.resolve import ResolvedEvent, resolve
from timeline.model.claim import Claim
from timeline.model.edtf import parse
from timeline.model.event import Event
from timeline.model.figure import Figure
from timeline.model.record import Record
from timeline.model.source import Source
from timeline.model.vocabulary import ClaimProperty


@dataclass(frozen=True, slots=True)
class KnownState:
    """An event as it would have been shown between two reports."""

    known_from: dt.date
    """Inclusive."""
    known_until: dt.date | None
    """Exclusive; None for the last state."""
    resolved: ResolvedEvent
    reported_until: dt.date | None


def known_states(
    event: Event, claims: Sequence[Claim], figures: Sequence[Figure], record: Record
) -> Iterator[KnownState]:
    """The states of one event, earliest first; none when no dated source speaks of it.

    *claims* and *figures* are those of this event only. A claim counts from the last day
    on which its source may have been published; one from a source without such a day
    never counts, because nobody can say that it was known.
    """
    sources = record.source_by_id
    days = sorted(
        {
            day
            for source_id in _source_ids(claims, figures)
            if (day := published_by(sources[source_id])) is not None
        }
    )
    for at, day in enumerate(days):
        following = days[at + 1] if at + 1 < len(days) else None
        known_claims = [claim for claim in claims if _is_known(claim, day, sources)]
        known_figures = [figure for figure in figures if _is_known(figure, day, sources)]
        yield KnownState(
            known_from=day,
            known_until=following,
            resolved=resolve(event, known_claims, known_figures, record.place_by_id, sources),
            reported_until=reported_until(known_claims, known_figures, sources),
        )


def published_by(source: Source) -> dt.date | None:
    """The day by which a source had certainly been published; None when nobody can say."""
    return parse(source.published_edtf).latest if source.published_edtf else None


def reported_until(
    claims: Sequence[Claim], figures: Sequence[Figure], sources: Mapping[str, Source]
) -> dt.date | None:
    """First day on which the latest of the reports may have been published."""
    days = [
        published.earliest
        for source_id in _source_ids(claims, figures)
        if (text := sources[source_id].published_edtf) and (published := parse(text)).earliest
    ]
    return max((day for day in days if day is not None), default=None)


def leg_known_from(
    found: ResolvedEvent,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    sources: Mapping[str, Source],
) -> dt.date | None:
    """The day by which the date and the place shown for a leg's event had been published.

    An event without claims on either counts from its first report. None when a value
    shown rests on undated sources alone.
    """
    shown: list[dt.date | None] = []
    for claim_property in (ClaimProperty.DATE, ClaimProperty.PLACE):
        said = [
            published_by(sources[claim.source_id])
            for claim in claims
            if claim.property is claim_property and claim.claim_id in found.shown_claim_ids
        ]
        if said:
            shown.append(min((day for day in said if day is not None), default=None))
    if not shown:
        days = [published_by(sources[one]) for one in _source_ids(claims, figures)]
        return min((day for day in days if day is not None), default=None)
    return None if None in shown else max(day for day in shown if day is not None)


def _source_ids(claims: Sequence[Claim], figures: Sequence[Figure]) -> set[str]:
    return {claim.source_id for claim in claims} | {figure.source_id for figure in figures}


def _is_known(one: Claim | Figure, day: dt.date, sources: Mapping[str, Source]) -> bool:
    published = published_by(sources[one.source_id])
    return published is not None and published <= day
