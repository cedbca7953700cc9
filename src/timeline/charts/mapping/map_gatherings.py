"""Which places are too near to each other to be drawn and named apart."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import Gathering
from timeline.viewmodel.route_view import RouteMark

TOO_CLOSE_PX = 24.0
"""Two dots closer than this cannot both be pointed at with a finger."""
TOUCHING_PX = 8.0
"""Two dots closer than this look like one."""

Points = Mapping[str, tuple[float, float]]


def gatherings(
    marks: Sequence[RouteMark], projection: MapProjection, named: Collection[str]
) -> tuple[Gathering, ...]:
    """Each of the weightiest places with those near it; *marks* in order of their weight.

    Two places that stand apart and both have found a name, by *named*, need no ring,
    however near they are.
    """
    dots = [mark for mark in marks if mark.has_dot and mark.position is not None]
    if not dots:
        return ()
    pixels = projection.to_px([mark.position for mark in dots if mark.position])
    points: Points = {
        mark.place_id: (float(x), float(y)) for mark, (x, y) in zip(dots, pixels, strict=True)
    }
    found: list[Gathering] = []
    left = list(dots)
    while left:
        seed = left.pop(0)
        near = [one for one in left if _gap_px(points, seed, one) < TOO_CLOSE_PX]
        group = [seed, *near]
        if near and (_is_touching(group, points) or any(m.place_id not in named for m in group)):
            left = [one for one in left if one not in near]
            found.append(_gathering(group, points, projection))
    return tuple(found)


def _is_touching(group: Sequence[RouteMark], points: Points) -> bool:
    return any(
        _gap_px(points, one, other) < TOUCHING_PX
        for index, one in enumerate(group)
        for other in group[index + 1 :]
    )


def _gap_px(points: Points, one: RouteMark, other: RouteMark) -> float:
    return math.dist(points[one.place_id], points[other.place_id])


def _gathering(group: Sequence[RouteMark], points: Points, projection: MapProjection) -> Gathering:
    positions = [mark.position for mark in group if mark.position]
    lon = [lon_deg for lon_deg, _ in positions]
    lat = [lat_deg for _, lat_deg in positions]
    middle = ((min(lon) + max(lon)) / 2, (min(lat) + max(lat)) / 2)
    centre = tuple(projection.to_px([middle])[0].tolist())
    reach = max(math.dist(centre, points[mark.place_id]) for mark in group)
    return Gathering(tuple(group), middle, reach)
