"""Where somebody was on a day, and how sure that is.

The rule, in this order:

1. Only what a report places counts: custody, living somewhere, leaving, arriving, being
   stopped, seen or attacked there. Only movements that took place move anybody. A hearing,
   a threat or a statement places nobody, nor does what happened to somebody else.
2. A day is *certain* when a report names it, or when it lies between the latest possible
   beginning and the earliest possible end of a stay. It is *probable* when that report is
   unconfirmed, approximate, inferred, rests on one person, or on a date on which sources differ.
   It is *possible* when it is one of several days that a report allows, or when the report is
   disputed or marked as uncertain.
3. The surest reports answer. Of several the finest place is named. Where somebody was seen
   or held outranks where they lived.
4. Two certain places that exclude each other contradict each other; both are shown. On a day
   on which one stay ends and another begins the person moved.
5. Between two reports nothing is filled in: last seen there, next seen here, and how many days
   lie between, at least and at most.
6. After the last report nothing is known. What was not disclosed stays so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from timeline.chronology.sighting import SURENESS, Manner, Sighting, Sureness

_A_DAY = dt.timedelta(days=1)


class Knowledge(StrEnum):
    """What can be said about a day."""

    PLACED = "placed"
    """At least one report allows the day; see the sureness."""
    BETWEEN = "between"
    """Between two reports."""
    SINCE = "since"
    """After the last report that places the person."""
    BEFORE = "before"
    """Before the first."""
    NOWHERE = "nowhere"
    """No report places the person at all."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The answer for one day, or for a stretch of days of which the same is true."""

    knowledge: Knowledge
    sureness: Sureness | None
    """None unless placed."""
    places: tuple[Sighting, ...]
    """What the answer rests on, one for each place; empty unless placed."""
    resting_on: tuple[Sighting, ...]
    """All reports as sure as these that agree with them, the places among them."""
    is_contradiction: bool = False
    """Certain places that exclude each other."""
    is_move: bool = False
    """The places follow each other on this one day."""
    finer: tuple[Sighting, ...] = ()
    """Less sure reports of a spot within the place."""
    last: Sighting | None = None
    """Before a gap: where the person was last."""
    next: Sighting | None = None
    """After a gap: where the person was next."""
    least_days: int | None = None
    """Days from last to next, at least and at most; None unless between two reports."""
    most_days: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of which the same can be said; both ends are inclusive."""

    first_day: dt.date
    last_day: dt.date
    whereabouts: Whereabouts

    @property
    def days(self) -> int:
        """How many days it is long."""
        return (self.last_day - self.first_day).days + 1


def whereabouts_on(day: dt.date, sightings: Sequence[Sighting]) -> Whereabouts:
    """Where the person was on the day, by the rule above."""
    active = [one for one in sightings if one.first_day <= day <= one.last_day]
    return _placed(day, active) if active else _gap(day, sightings)


def stretches(
    sightings: Sequence[Sighting], last_reported_on: dt.date | None = None
) -> tuple[Stretch, ...]:
    """The whole time from the first report to the last, without a hole and without overlap.

    *last_reported_on* is the day of the last report of any kind on the person: the time after
    the last one that places them is a stretch too, up to that day.
    """
    if not sightings:
        return ()
    edges = sorted(
        {day for one in sightings for day in _edges(one)}
        | ({last_reported_on + _A_DAY} if last_reported_on else set())
    )
    # Each with its place in the given order, in which `whereabouts_on` sees them too.
    waiting = sorted(enumerate(sightings), key=lambda one: one[1].first_day, reverse=True)
    under_way: list[tuple[int, Sighting]] = []
    found: list[Stretch] = []
    for first, following in pairwise(edges):
        while waiting and waiting[-1][1].first_day <= first:
            under_way.append(waiting.pop())
        under_way = sorted(
            (one for one in under_way if one[1].last_day >= first), key=lambda one: one[0]
        )
        active = [sighting for _, sighting in under_way]
        here = _placed(first, active) if active else _gap(first, sightings)
        last = following - _A_DAY
        if found and found[-1].whereabouts == here:
            found[-1] = replace(found[-1], last_day=last)
        else:
            found.append(Stretch(first, last, here))
    return tuple(found)


def _edges(one: Sighting) -> Iterable[dt.date]:
    """The days on which what a report says of a day may change."""
    yield one.first_day
    yield one.last_day + _A_DAY
    if one.lasted:
        # On its first and last day a stay may meet another one without contradiction.
        for day in (one.start.latest, one.end.earliest):
            if one.first_day <= day <= one.last_day:
                yield day
                yield day + _A_DAY
        yield min(one.first_day + _A_DAY, one.last_day + _A_DAY)
        yield one.last_day


def _placed(day: dt.date, active: Sequence[Sighting]) -> Whereabouts:
    by_sureness: dict[Sureness, list[Sighting]] = {}
    for one in active:
        sureness = one.sureness_on(day)
        if sureness is not None:
            by_sureness.setdefault(sureness, []).append(one)
    sureness = next(one for one in SURENESS if one in by_sureness)
    # Possible places are alternatives: none of them makes another one less possible.
    is_open = sureness is Sureness.POSSIBLE
    top = _without_undisclosed(by_sureness[sureness])
    if not is_open:
        top = _without_homes(top)
    places = _one_each(top) if is_open else _finest(top)
    is_move = not is_open and _is_move(day, places)
    if is_move:
        places = tuple(sorted(places, key=lambda one: _place_in_day(day, one)))
    return Whereabouts(
        knowledge=Knowledge.PLACED,
        sureness=sureness,
        places=places,
        resting_on=tuple(
            one for one in top if any(one.spot.agrees_with(place.spot) for place in places)
        ),
        is_contradiction=(sureness is not Sureness.POSSIBLE and len(places) > 1 and not is_move),
        is_move=is_move,
        finer=_finer_than(places, sureness, by_sureness),
    )


def _without_homes(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Without where the person lived, when another report says where they were."""
    there = [one for one in sightings if one.manner is not Manner.LIVED]
    apart = [
        one
        for one in sightings
        if one.manner is not Manner.LIVED
        or all(one.spot.agrees_with(other.spot) for other in there)
    ]
    return apart or list(sightings)


def _without_undisclosed(sightings: Sequence[Sighting]) -> list[Sighting]:
    known = [one for one in sightings if not one.spot.is_undisclosed]
    return known or list(sightings)


def _finest(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """One sighting for each place in which no other one lies."""
    return _one_each(
        [
            one
            for one in sightings
            if not any(
                other.spot.place_id != one.spot.place_id and other.spot.is_in(one.spot)
                for other in sightings
            )
        ]
    )


def _one_each(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """One sighting for each place, the plainest."""
    found: dict[str, Sighting] = {}
    for one in sorted(sightings, key=_plainness):
        found.setdefault(one.spot.place_id, one)
    return tuple(found.values())


_PLAINNESS = (Manner.HELD, Manner.SEEN, Manner.LEFT, Manner.CAME, Manner.LIVED)


def _plainness(one: Sighting) -> tuple[bool, int, bool, str]:
    return not one.is_shown, _PLAINNESS.index(one.manner), not one.lasted, one.event_id


def _is_move(day: dt.date, places: Sequence[Sighting]) -> bool:
    """Whether the places can follow each other on the day: at most one stay goes on through it."""
    if len(places) < 2 or len({one.event_id for one in places if not one.is_shown}) > 0:
        return False
    through = [one for one in places if one.lasted and one.first_day < day < one.last_day]
    if through:
        return False
    movers = [one for one in places if one.lasted or one.manner in (Manner.LEFT, Manner.CAME)]
    return len(movers) >= len(places) - 1


def _place_in_day(day: dt.date, one: Sighting) -> tuple[int, str]:
    """What ends or is left on the day stands before what begins on it."""
    if one.manner is Manner.LEFT or (one.lasted and one.last_day == day):
        return 0, one.event_id
    if one.manner is Manner.CAME or (one.lasted and one.first_day == day):
        return 2, one.event_id
    return 1, one.event_id


def _finer_than(
    places: Sequence[Sighting],
    sureness: Sureness,
    by_sureness: dict[Sureness, list[Sighting]],
) -> tuple[Sighting, ...]:
    """Less sure reports of a spot that lies within a place of the answer."""
    less_sure = [
        one
        for level in SURENESS[SURENESS.index(sureness) + 1 :]
        for one in by_sureness.get(level, ())
    ]
    inside = [
        one
        for one in less_sure
        if any(
            one.spot.place_id != place.spot.place_id and one.spot.is_in(place.spot)
            for place in places
        )
    ]
    return _finest(inside)


def _gap(day: dt.date, sightings: Sequence[Sighting]) -> Whereabouts:
    before = [one for one in sightings if one.last_day < day]
    after = [one for one in sightings if one.first_day > day]
    last = max(before, key=_seen_last, default=None)
    following = min(after, key=_seen_next, default=None)
    least = most = None
    if last is not None and following is not None:
        least = (min(one.first_day for one in after) - max(one.last_day for one in before)).days
        most = (
            min(_known_first(one) for one in after) - max(_known_last(one) for one in before)
        ).days
    match (last is None, following is None):
        case (True, True):
            knowledge = Knowledge.NOWHERE
        case (True, False):
            knowledge = Knowledge.BEFORE
        case (False, True):
            knowledge = Knowledge.SINCE
        case _:
            knowledge = Knowledge.BETWEEN
    return Whereabouts(
        knowledge=knowledge,
        sureness=None,
        places=(),
        resting_on=(),
        last=last,
        next=following,
        least_days=least,
        most_days=most,
    )


def _known_last(one: Sighting) -> dt.date:
    """The first day by which the person may have been there for the last time."""
    return one.end.earliest if one.lasted else one.start.earliest


def _known_first(one: Sighting) -> dt.date:
    """The last day on which the person may have come there."""
    return one.start.latest


def _seen_last(one: Sighting) -> tuple[dt.date, dt.date, bool, bool, bool, int, str]:
    # Of what ended on one day: what began later, an arrival, what says where it led, the finer place.
    return (
        one.last_day,
        one.first_day,
        one.manner is Manner.CAME,
        one.towards is not None,
        one.is_shown,
        len(one.spot.around),
        one.event_id,
    )


def _seen_next(one: Sighting) -> tuple[dt.date, bool, int, str]:
    return one.first_day, not one.is_shown, -len(one.spot.around), one.event_id
