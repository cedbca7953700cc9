"""Where a route breaks off: a person leaves sight in one place and is next reported in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from timeline.chronology.in_order import Days
from timeline.chronology.offset import Bounds, beginning, ending, offset
from timeline.chronology.phrase import phrase_of
from timeline.model.edtf import EdtfDate, parse
from timeline.model.vocabulary import LegStatus, PlacePrecision
from timeline.routes.globe import LonLat, Path
from timeline.routes.order import routes_of
from timeline.store.rows import LegRow
from timeline.viewmodel.route_view import EndKind, RouteEnd, RouteGap, Seen

Ends = Mapping[str, tuple[RouteEnd, RouteEnd]]
SAME_SPOT_DEG = 0.001
"""About 100 metres: closer points are one place."""


def gaps_of(legs: Iterable[LegRow], ends: Ends, paths: Mapping[str, Path]) -> tuple[RouteGap, ...]:
    """The gaps in every person's route, in order of travel.

    Only legs that took place make a route. Nothing is said of how somebody got from the
    one place to the other, and no line is drawn.
    """
    return tuple(
        gap
        for route in routes_of(legs).values()
        for gap in _gaps(
            [leg for leg in route if leg.leg_status == LegStatus.TRAVELLED], ends, paths
        )
    )


def _gaps(route: Sequence[LegRow], ends: Ends, paths: Mapping[str, Path]) -> Iterator[RouteGap]:
    for before, after in pairwise(route):
        arrived, left = ends[before.leg_id][1], ends[after.leg_id][0]
        if may_be_one_place(arrived, left):
            continue
        last, last_bounds = _last_seen(before, ends[before.leg_id], paths[before.leg_id])
        following, next_bounds = _next_seen(after, ends[after.leg_id], paths[after.leg_id])
        yield RouteGap(
            gap_id=f"{before.leg_id}--{after.leg_id}",
            actor_id=before.actor_id,
            person=before.person,
            leg_ids=(before.leg_id, after.leg_id),
            last=last,
            next=following,
            elapsed=offset(last_bounds, next_bounds),
            days=Days(last_bounds.latest or last_bounds.earliest, next_bounds.earliest),
        )


def may_be_one_place(one: RouteEnd, other: RouteEnd) -> bool:
    """Whether two reports may speak of one place: the same, or the one lies in the other.

    A place that was not disclosed may be anywhere, which is what a gap is.
    """
    if EndKind.UNDISCLOSED in (one.kind, other.kind):
        return False
    if one.place_id == other.place_id:
        return True
    if one.country_code != other.country_code:
        return False
    if EndKind.COUNTRY in (one.kind, other.kind):
        return True
    if PlacePrecision.REGION in (one.precision, other.precision):
        return one.region_code is None or one.region_code == other.region_code
    return _is_near(one.position, other.position)


def _is_near(one: LonLat | None, other: LonLat | None) -> bool:
    if one is None or other is None:
        return False
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) < SAME_SPOT_DEG


def _last_seen(leg: LegRow, ends: tuple[RouteEnd, RouteEnd], path: Path) -> tuple[Seen, Bounds]:
    """Where the leg led, or where it began if nobody says where it led."""
    start, end = ends
    departure, arrival = _parsed(leg.departure_edtf), _parsed(leg.arrival_edtf)
    if end.kind is EndKind.UNDISCLOSED:
        return _seen(start, departure, path[:1]), _ending(departure)
    if arrival is None and departure is not None:
        # Not before the person set out, and nobody says how much later.
        return _seen(end, None, path[-1:]), Bounds(beginning(departure).earliest, None)
    return _seen(end, arrival, path[-1:]), _ending(arrival)


def _next_seen(leg: LegRow, ends: tuple[RouteEnd, RouteEnd], path: Path) -> tuple[Seen, Bounds]:
    start, end = ends
    departure, arrival = _parsed(leg.departure_edtf), _parsed(leg.arrival_edtf)
    if start.kind is EndKind.UNDISCLOSED:
        return _seen(end, arrival, path[-1:]), _beginning(arrival)
    if departure is None and arrival is not None:
        return _seen(start, None, path[:1]), Bounds(None, ending(arrival).latest)
    return _seen(start, departure, path[:1]), _beginning(departure)


def _seen(end: RouteEnd, date: EdtfDate | None, nearest: Path) -> Seen:
    position = end.position or (nearest[0] if nearest else None)
    return Seen(end, phrase_of(date), position)


def _beginning(date: EdtfDate | None) -> Bounds:
    return beginning(date) if date is not None else Bounds(None, None)


def _ending(date: EdtfDate | None) -> Bounds:
    return ending(date) if date is not None else Bounds(None, None)


def _parsed(text: str | None) -> EdtfDate | None:
    return parse(text) if text else None
