"""Places too near to each other at a zoom: one ring around them that says how many are not named."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.charts.mapping.map_levels import MapLevel
from timeline.charts.mapping.map_projection import MapProjection, enlarged
from timeline.charts.mapping.map_scene import DrawnDot
from timeline.routes.globe import LonLat
from timeline.viewmodel.route_view import RouteMark

TOO_CLOSE_PX = 24.0
"""Two dots closer than this cannot both be pointed at with a finger."""
TOUCHING_PX = 10.0
"""Two dots closer than this look like one."""
STEP_ZOOM = 0.5
RING_MARGIN_PX = 7.0
LEAST_RING_PX = 12.0
MOST_GROWTH = 1.35
"""A ring that would have to be so much larger to last is drawn anew instead."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places drawn inside one ring, from one zoom to another."""

    marks: tuple[RouteMark, ...]
    """The weightiest first; at least two."""
    unnamed_count: int
    """How many of them have no name on the map at the zoom at which the ring appears."""
    middle: LonLat
    reach_px: float
    """From the middle to the farthest of them, at the zoom at which the ring appears."""
    from_zoom: float
    until_zoom: float
    """The closest there is where even that does not part them."""

    @property
    def radius_px(self) -> float:
        """So that all lie inside as long as the ring stands."""
        grown = 2 ** (self.until_zoom - self.from_zoom)
        return max(self.reach_px * grown + RING_MARGIN_PX, LEAST_RING_PX)

    @property
    def place_ids(self) -> tuple[str, ...]:
        """The ids of the places inside."""
        return tuple(mark.place_id for mark in self.marks)


def clusters_of(
    dots: Sequence[DrawnDot],
    levels: Sequence[MapLevel],
    first: MapProjection,
    most_zoom: float,
    weight: Mapping[str, int],
) -> tuple[Cluster, ...]:
    """The rings of a map at every zoom from its first view on.

    *weight* is the rank of each place by its id, 0 the weightiest. Two places that stand
    apart and both have their names need no ring, however near they are.
    """
    marks = sorted((dot.mark for dot in dots), key=lambda mark: weight[mark.place_id])
    named_from = {
        held.name.mark.place_id: level.from_zoom or first.zoom
        for level in levels
        for held in level.names
        if held.name.mark is not None
    }
    found: list[Cluster] = []
    zoom = first.zoom
    while zoom < most_zoom:
        until = min(zoom + STEP_ZOOM, most_zoom)
        picture = enlarged(first, 2 ** (zoom - first.zoom))
        for group in _groups(marks, picture, named_from, zoom):
            _add(found, _cluster(group, picture, named_from, (zoom, until)))
        zoom = until
    return tuple(found)


def _groups(
    marks: Sequence[RouteMark],
    picture: MapProjection,
    named_from: Mapping[str, float],
    zoom: float,
) -> list[list[RouteMark]]:
    """Each of the weightiest places with those near it, if they need a ring."""
    points = {
        mark.place_id: (float(x), float(y))
        for mark, (x, y) in zip(
            marks, picture.to_px([mark.position for mark in marks if mark.position]), strict=True
        )
    }
    left = list(marks)
    groups: list[list[RouteMark]] = []
    while left:
        seed = left.pop(0)
        near = [one for one in left if _gap_px(points, seed, one) < TOO_CLOSE_PX]
        group = [seed, *near]
        if not near:
            continue
        is_unnamed = any(named_from.get(one.place_id, math.inf) > zoom for one in group)
        is_touching = any(
            _gap_px(points, one, other) < TOUCHING_PX
            for index, one in enumerate(group)
            for other in group[index + 1 :]
        )
        if is_unnamed or is_touching:
            left = [one for one in left if one not in near]
            groups.append(group)
    return groups


def _gap_px(points: Mapping[str, tuple[float, float]], one: RouteMark, other: RouteMark) -> float:
    return math.dist(points[one.place_id], points[other.place_id])


def _cluster(
    group: Sequence[RouteMark],
    picture: MapProjection,
    named_from: Mapping[str, float],
    zooms: tuple[float, float],
) -> Cluster:
    positions = [mark.position for mark in group if mark.position]
    lon = [lon_deg for lon_deg, _ in positions]
    lat = [lat_deg for _, lat_deg in positions]
    middle = ((min(lon) + max(lon)) / 2, (min(lat) + max(lat)) / 2)
    (centre, *points) = picture.to_px([middle, *positions]).tolist()
    reach = max(math.dist(centre, point) for point in points)
    return Cluster(
        marks=tuple(group),
        unnamed_count=sum(named_from.get(one.place_id, math.inf) > zooms[0] for one in group),
        middle=middle,
        reach_px=reach,
        from_zoom=zooms[0],
        until_zoom=zooms[1],
    )


def _add(found: list[Cluster], cluster: Cluster) -> None:
    """A ring that goes on unchanged is one ring, unless its places have outgrown it."""
    for index, other in enumerate(found):
        is_same = (other.place_ids, other.unnamed_count) == (
            cluster.place_ids,
            cluster.unnamed_count,
        )
        longer = replace(other, until_zoom=cluster.until_zoom)
        if (
            is_same
            and other.until_zoom == cluster.from_zoom
            and longer.radius_px <= MOST_GROWTH * other.radius_px
        ):
            found[index] = longer
            return
    found.append(cluster)
