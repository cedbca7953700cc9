"""Which reports place a person: the events that do, the time in custody, the ends of journeys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.chronology.custody_spell import Custody, Ending
from timeline.chronology.journeys import on_journeys
from timeline.chronology.reported import Moved, Reported
from timeline.chronology.said import finest
from timeline.chronology.sighting import Doubt, Manner, Sighting, date_doubts, gravest, status_doubt
from timeline.chronology.window import Extent, Window, extent_of
from timeline.model.vocabulary import EventType, VerificationStatus

PLACING = {
    EventType.DETENTION: Manner.HELD,
    EventType.ABDUCTION: Manner.HELD,
    EventType.TORTURE: Manner.HELD,
    EventType.IMPRISONMENT: Manner.HELD,
    EventType.DISAPPEARANCE: Manner.SEEN,
    EventType.RELEASE: Manner.SEEN,
    EventType.DEPARTURE: Manner.LEFT,
    EventType.BORDER_CROSSING: Manner.CAME,
    EventType.ARRIVAL: Manner.CAME,
    EventType.BORDER_STOP: Manner.SEEN,
    EventType.RESIDENCE: Manner.LIVED,
    EventType.ATTACK: Manner.SEEN,
    EventType.KILLING: Manner.SEEN,
    EventType.ENCOUNTER: Manner.SEEN,
    EventType.REAPPEARANCE: Manner.SEEN,
}
"""Events that place the person they happen to. A hearing, a decision, a threat, a plot or a
statement does not: nobody need be where it takes place or is published."""


def sightings_of(
    reports: Sequence[Reported], moves: Sequence[Moved], custody: Custody
) -> tuple[Sighting, ...]:
    """Everything that places the person, first possible day first; nothing is interpolated."""
    at_events = [sighting for report in reports for sighting in _at_event(report)]
    exits = [_not_before_held(one, custody) for one in at_events]
    found = [*_in_custody(custody), *on_journeys(moves, exits)]
    return tuple(
        sorted(
            found, key=lambda one: (one.first_day, one.last_day, one.event_id, one.spot.place_id)
        )
    )


def _not_before_held(one: Sighting, custody: Custody) -> Sighting:
    """A release, or an escape, without the days before the custody it ended."""
    for spell in custody.spells:
        if spell.ending_event_id != one.event_id or spell.start is None or one.lasted:
            continue
        if spell.ending in (Ending.RELEASED, Ending.LEFT):
            first = max(spell.start.earliest, one.start.earliest)
            if first <= one.start.latest:
                days = Window(first, one.start.latest)
                return replace(one, start=days, end=days)
    return one


def _in_custody(custody: Custody) -> Iterator[Sighting]:
    """Where somebody was held, as long as the end is more than a guess."""
    for spell in custody.spells:
        if spell.spot is None or spell.start is None or spell.end is None:
            continue
        if spell.ending in (Ending.FREE_BY, Ending.NOT_KNOWN):
            continue
        doubts = [status_doubt(spell.status)]
        if spell.is_approximate:
            doubts.append(Doubt.APPROXIMATE)
        if spell.is_start_doubtful or spell.is_end_doubtful:
            doubts.append(Doubt.UNCERTAIN)
        yield Sighting(
            event_id=spell.event_ids[0],
            leg_id=None,
            manner=Manner.HELD,
            spot=spell.spot,
            start=spell.start,
            end=spell.end,
            lasted=True,
            doubt=gravest(doubts),
            last_reported_on=spell.end.latest if spell.ending is Ending.STILL_HELD else None,
        )


def _at_event(report: Reported) -> Iterator[Sighting]:
    manner = PLACING.get(report.event_type)
    if manner is None or report.spot is None or report.status is VerificationStatus.REFUTED:
        return
    extents = {date.text: extent_of([date]) for date in finest(report.dates)}
    for text, extent in extents.items():
        # How long somebody was held is worked out from all reports together.
        if extent.start is None or (manner is Manner.HELD and extent.lasted):
            continue
        doubts = [status_doubt(report.status), *date_doubts(extent)]
        if len(extents) > 1:
            is_shown = report.shown_date is not None and report.shown_date.text == text
            doubts.append(Doubt.DATES_DIFFER if is_shown else Doubt.OTHER_DATE)
        start, end, last = _days(extent, report.reported_until)
        sighting = Sighting(
            event_id=report.event_id,
            leg_id=None,
            manner=manner,
            spot=report.spot,
            start=start,
            end=end,
            lasted=extent.lasted,
            doubt=gravest(doubts),
            date_text=text if len(extents) > 1 else None,
            last_reported_on=last,
        )
        yield sighting
        for spot in report.other_spots:
            yield replace(sighting, spot=spot, is_shown=False)


def _days(extent: Extent, reported_until: dt.date | None) -> tuple[Window, Window, dt.date | None]:
    """Start, end, and for what goes on the day of the last report."""
    start = extent.start
    assert start is not None
    if not extent.lasted:
        return start, start, None
    if extent.end is not None:
        return start, extent.end, None
    if extent.is_ongoing and reported_until is not None:
        last = max(reported_until, start.latest)
        return start, Window(last, last), last
    # It ended, nobody says when: only the days of its beginning can be vouched for.
    return start, Window(start.latest, start.latest), None
