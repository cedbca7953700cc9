"""What a map has to hold to show chosen things: no closer than they are known."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from timeline.routes.globe import LonLat, Path, near_longitude
from timeline.viewmodel.marked import Marked
from timeline.viewmodel.route_view import Bounds, RouteLeg, RouteMap, RouteMark

LARGEST_SHARE = 0.8
"""Of the frame: a country that fills it says nothing about where to look."""


def points_of_marked(view: RouteMap, marked: Marked) -> Path:
    """The points that the map has to hold to show what is marked; none if it shows none of it.

    A place known as a region or country is held whole, a leg with both its ends.
    """
    if marked.is_empty:
        return ()
    legs = [leg for leg in view.legs if leg.leg_id in marked.leg_ids]
    place_ids = {*marked.place_ids, *(one for leg in legs for one in _ends(leg))}
    return (*points_of_places(view, place_ids), *(point for leg in legs for point in leg.path))


def points_of_places(view: RouteMap, place_ids: Collection[str]) -> Path:
    """The same for places."""
    wanted = frozenset(place_ids)
    return tuple(
        point
        for mark in view.marks
        if not wanted.isdisjoint(mark.place_ids)
        for point in _points(mark, view.bounds)
    )


def _ends(leg: RouteLeg) -> tuple[str, ...]:
    """The places of a leg, without an end that the map itself leaves out."""
    if leg.ends_out_of_frame:
        return (leg.start.place_id,)
    return leg.start.place_id, leg.end.place_id


def _points(mark: RouteMark, frame: Bounds) -> Iterable[LonLat]:
    if mark.area_bounds is None:
        return [mark.position] if mark.position is not None else []
    west, south, east, north = mark.area_bounds
    left, bottom, right, top = frame
    middle = (left + right) / 2
    corners = (
        (min(max(near_longitude(west, middle), left), right), min(max(south, bottom), top)),
        (min(max(near_longitude(east, middle), left), right), min(max(north, bottom), top)),
    )
    (x0, y0), (x1, y1) = corners
    if (x1 - x0) > LARGEST_SHARE * (right - left) and (y1 - y0) > LARGEST_SHARE * (top - bottom):
        return []
    return corners
