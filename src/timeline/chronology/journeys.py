"""Where journeys place a person: both ends of each, in the order in which they were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from timeline.chronology.reported import Moved, Spot
from timeline.chronology.sighting import (
    CEILING,
    Doubt,
    Manner,
    Sighting,
    Sureness,
    date_doubts,
    gravest,
    status_doubt,
)
from timeline.chronology.window import Extent, Window, extent_of
from timeline.model.edtf import EdtfDate
from timeline.model.vocabulary import LegEvidence, VerificationStatus


def on_journeys(moves: Sequence[Moved], at_events: Sequence[Sighting]) -> list[Sighting]:
    """The events and both ends of every movement, on the days that are left for them.

    The leg "from the town, some day in two years" and the event "left the region in March"
    are one departure: the leg takes the finer days of the event, and its doubts too. What
    comes later on a route was not earlier; that narrows the leg and the event it rests on.
    """
    ends: list[Sighting] = []
    in_order = sorted(moves, key=lambda move: (move.route_id, move.sequence, move.leg_id))
    for _, route in groupby(in_order, key=lambda move: move.route_id):
        ends.extend(
            _in_order(
                [
                    end
                    for move in route
                    if move.status is not VerificationStatus.REFUTED
                    for end in _ends(move, at_events)
                ]
            )
        )
    return [*(_as_the_route_allows(one, ends) for one in at_events), *ends]


def _ends(move: Moved, at_events: Sequence[Sighting]) -> Iterator[Sighting]:
    ends: tuple[tuple[Manner, Spot, EdtfDate | None, Spot], ...] = (
        (Manner.LEFT, move.origin, move.departure, move.destination),
        (Manner.CAME, move.destination, move.arrival, move.origin),
    )
    doubts = [status_doubt(move.status), _EVIDENCE[move.evidence]]
    if move.is_date_disputed:
        doubts.append(Doubt.DATES_DIFFER)
    for manner, spot, date, far_end in ends:
        extent = extent_of([date]) if date is not None else None
        if extent is None or extent.start is None:
            continue
        at = _whole(extent)
        end = Sighting(
            event_id=move.event_id,
            leg_id=move.leg_id,
            manner=manner,
            spot=spot,
            start=at,
            end=at,
            lasted=False,
            doubt=gravest([*doubts, *date_doubts(extent)]),
            towards=far_end if manner is Manner.LEFT else None,
        )
        yield _come_by_then(_as_the_event_tells(end, far_end, at_events), at_events)


_EVIDENCE = {
    LegEvidence.DOCUMENTED: Doubt.NONE,
    LegEvidence.INFERRED: Doubt.INFERRED,
    LegEvidence.CLAIMED_BY_ONE: Doubt.ONE_PERSON,
    LegEvidence.UNKNOWN: Doubt.INFERRED,
}


def _whole(extent: Extent) -> Window:
    assert extent.start is not None
    return Window(extent.start.earliest, (extent.end or extent.start).latest)


def _as_the_event_tells(end: Sighting, far_end: Spot, at_events: Sequence[Sighting]) -> Sighting:
    """The end of a leg with the days and doubts of the event that tells of the same step."""
    same = [
        one
        for one in at_events
        if one.is_shown
        and not one.lasted
        and one.start.within(end.start)
        and _is_same_step(one, end, far_end)
        and CEILING[one.doubt] is not Sureness.POSSIBLE
    ]
    if not same:
        return end
    told = min(same, key=lambda one: (one.start.latest - one.start.earliest, one.event_id))
    return replace(end, start=told.start, end=told.end, doubt=gravest([end.doubt, told.doubt]))


def _come_by_then(end: Sighting, at_events: Sequence[Sighting]) -> Sighting:
    """An arrival not later than the event it rests on, at which the person was there already."""
    if end.manner is not Manner.CAME:
        return end
    for event in at_events:
        if event.event_id == end.event_id and event.is_shown and event.spot.is_in(end.spot):
            last = event.start.latest
            if end.start.earliest <= last < end.start.latest:
                days = Window(end.start.earliest, last)
                return replace(end, start=days, end=days)
    return end


def _is_same_step(event: Sighting, end: Sighting, far_end: Spot) -> bool:
    """Whether the event tells of this end: the leg leaves, or enters, the area of the event too."""
    if event.manner is not end.manner or event.spot.is_undisclosed or end.spot.is_undisclosed:
        return False
    area = event.spot if end.spot.is_in(event.spot) else end.spot
    return event.spot.agrees_with(end.spot) and not far_end.is_in(area)


def _as_the_route_allows(event: Sighting, ends: Sequence[Sighting]) -> Sighting:
    """The event without the days that the order of the legs resting on it rules out."""
    for end in ends:
        if (
            end.event_id == event.event_id
            and end.manner is event.manner
            and end.spot.agrees_with(event.spot)
            and not event.lasted
            and end.start.within(event.start)
        ):
            return replace(event, start=end.start, end=end.start)
    return event


def _in_order(ends: Sequence[Sighting]) -> list[Sighting]:
    """The ends of one route, each without the days that the order of the route rules out."""
    windows = [one.start for one in ends]
    for at in range(1, len(windows)):
        first = max(windows[at].earliest, windows[at - 1].earliest)
        if first <= windows[at].latest:
            windows[at] = Window(first, windows[at].latest)
    for at in range(len(windows) - 2, -1, -1):
        last = min(windows[at].latest, windows[at + 1].latest)
        if windows[at].earliest <= last:
            windows[at] = Window(windows[at].earliest, last)
    return [
        replace(one, start=window, end=window) for one, window in zip(ends, windows, strict=True)
    ]
