"""The line that stands for each leg.

A line starts and ends no more precisely than the sources do: at a dot for a town, at the
edge for a region or a country, nowhere for a place that was not disclosed.

* Between two places, the line is the geodesic, bent so that no two lie on each other.
* At a country or region it is cut at the edge. Between neighbours, where nothing would be
  left of it, it is a short line across their border.
* Towards an undisclosed place it is a short straight stub that dissolves. Its direction
  has no meaning: it is the one with most room.
* From a country to a town inside it, or the other way round, it is such a stub as well.
* Between two vague places of which one holds the other there is no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from timeline.model.vocabulary import LegStatus, PlacePrecision
from timeline.routes.bend import Seen, Stretch, bends, bent_path
from timeline.routes.globe import (
    LonLat,
    Path,
    along_km,
    azimuth_deg,
    distance_km,
    great_circle,
    length_km,
    lengths_along,
    midpoint,
    near_longitude,
    part_of,
    point_along,
    point_at,
)
from timeline.routes.outlines import CountryOutlines, main_part, path_from, path_up_to
from timeline.viewmodel.route_view import EndKind, Fade, RouteEnd

STUB_KM = 280.0
"""About two and a half degrees: long enough to be seen, too short to point at anything."""
STUB_SHARES = (0.05, 0.12)
"""Of the extent: the least and the most that a stub may take of the picture."""
BLOCKED_SHARE = 0.1
"""Of the extent: how far the line of a stopped journey goes."""
ACROSS_BORDER_SHARE = 0.08
"""Of the extent: the least length of a line that ends at an edge."""
LEAST_DETOUR, DETOUR_PRICE = 0.01, 0.3
"""Share of the way outside both countries that counts, and what it costs a line."""
MOST_OF_THE_WAY_IN = 0.6
"""How far, towards the point it is aimed at, such a line may reach into an area."""


@dataclass(frozen=True, slots=True)
class LegEnds:
    """What a line is drawn from."""

    leg_id: str
    start: RouteEnd
    end: RouteEnd
    status: str


@dataclass(frozen=True, slots=True)
class LegLine:
    """The line of one leg."""

    path: Path
    badge_position: LonLat | None
    fades: Fade


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lines have to reckon with."""

    outlines: CountryOutlines
    country_aims: Mapping[str, LonLat]
    """Where a line towards a country as a whole is aimed, by code."""
    places: tuple[LonLat, ...]
    """The dots of the map."""
    extent_km: float
    """How much of the globe the picture shows."""

    def aim(self, end: RouteEnd) -> LonLat | None:
        """The point a line is drawn towards before it is cut; None for undisclosed."""
        if end.position is not None:
            return end.position
        if end.country_code is None or end.kind is EndKind.UNDISCLOSED:
            return None
        return self.country_aims.get(end.country_code)

    def area(self, end: RouteEnd) -> BaseGeometry | None:
        """The shape at whose edge a line ends; None for a dot or where no shape is known.

        A district has none of its own: its line ends near its name.
        """
        if end.kind is EndKind.COUNTRY and (country := self.outlines.country(end.country_code)):
            # Not the exclaves: a line to Russia does not end at Kaliningrad.
            return main_part(country.shape)
        if end.precision is PlacePrecision.REGION:
            region = self.outlines.region(end.region_code)
            return region.shape if region else None
        return None


def leg_lines(legs: Sequence[LegEnds], around: Surroundings) -> dict[str, LegLine]:
    """The line of every leg by leg id, each aware of the others."""
    lines: dict[str, LegLine] = {}
    whole = [leg for leg in legs if _goes_somewhere(leg, around)]
    stretches = [Stretch(_aim(around, leg.start), _aim(around, leg.end)) for leg in whole]
    areas = [(around.area(leg.start), around.area(leg.end)) for leg in whole]
    for pair in areas:
        shapely.prepare([area for area in pair if area is not None])
    heights = bends(
        stretches,
        around.places,
        extent_km=around.extent_km,
        drawn=lambda index, path: _seen(whole[index], path, areas[index], around.extent_km),
    )
    for leg, stretch, bend, pair in zip(whole, stretches, heights, areas, strict=True):
        step_km = max(distance_km(stretch.start, stretch.end) / 60, 1.0)
        full = bent_path(stretch.start, stretch.end, bend, step_km)
        path = _seen(leg, full, pair, around.extent_km).path
        lines[leg.leg_id] = LegLine(path, midpoint(path), Fade.NONE)
    for leg in legs:
        if leg.leg_id not in lines:
            lines[leg.leg_id] = _partial_line(leg, around, lines.values())
    return lines


def _goes_somewhere(leg: LegEnds, around: Surroundings) -> bool:
    """Whether both ends can be aimed at and neither holds the other."""
    start, end = around.aim(leg.start), around.aim(leg.end)
    if start is None or end is None or start == end:
        return False
    return not (_holds(leg.start, leg.end, around) or _holds(leg.end, leg.start, around))


def _holds(outer: RouteEnd, inner: RouteEnd, around: Surroundings) -> bool:
    """Whether one place is a country or region and the other lies in it or is the same."""
    if outer.place_id == inner.place_id:
        return True
    if outer.kind is EndKind.COUNTRY:
        return outer.country_code == inner.country_code
    if outer.precision is not PlacePrecision.REGION:
        return False
    if outer.region_code is not None and outer.region_code == inner.region_code:
        return True
    area = around.area(outer)
    return area is not None and _is_inside(inner.position, area)


def _seen(
    leg: LegEnds,
    full: Path,
    areas: tuple[BaseGeometry | None, BaseGeometry | None],
    extent_km: float,
) -> Seen:
    """The part of a line from aim to aim that is drawn."""
    first, last = _shares_outside(full, *areas)
    # Between neighbours the line should cross the border they share, not a sea or a third
    # country, which the shortest way between two names may do.
    has_detour = None not in areas and last - first > LEAST_DETOUR
    # What is missing to a line that can be seen is taken from inside the vague ends.
    missing = ACROSS_BORDER_SHARE * extent_km / max(length_km(full), 1e-6) - (last - first)
    if missing > 0:
        first -= min(missing / 2, first * MOST_OF_THE_WAY_IN)
        last += min(missing / 2, (1 - last) * MOST_OF_THE_WAY_IN)
    path = part_of(full, first, last)
    if leg.status == LegStatus.BLOCKED:
        path = _beginning(path, BLOCKED_SHARE * extent_km)
    return Seen(path, DETOUR_PRICE if has_detour else 0.0)


def _shares_outside(
    full: Path, start_area: BaseGeometry | None, end_area: BaseGeometry | None
) -> tuple[float, float]:
    """Where the path leaves the area it starts in and where it enters the one it ends in.

    As shares of its length. Between neighbours both are the border they have in common.
    """
    rest = path_from(full, start_area) if start_area is not None else full
    if not rest:
        return 0.0, 1.0
    first = _share_at(full, rest[0])
    arriving = path_up_to(rest, end_area) if end_area is not None else rest
    last = _share_at(full, arriving[-1]) if arriving else first
    return first, max(first, last)


def _share_at(path: Path, point: LonLat) -> float:
    """Where on a path a point of it lies, as a share of its length."""
    # Nearest in degrees, measured in kilometres: at 60 degrees north the two differ.
    at = LineString(path).project(Point(point))
    degrees = lengths_along(np.asarray(path, dtype=float))
    along = along_km(path)
    return float(np.interp(at, degrees, along) / max(float(along[-1]), 1e-9))


def _partial_line(leg: LegEnds, around: Surroundings, others: Iterable[LegLine]) -> LegLine:
    """A stub at the one end that is known better than the other, or no line."""
    if _carries_stub(leg.start, leg.end, around):
        stub = _stub(leg.start, leg.end, around, others)
        return LegLine(stub, midpoint(stub), Fade.END)
    if _carries_stub(leg.end, leg.start, around):
        stub = tuple(reversed(_stub(leg.end, leg.start, around, others)))
        return LegLine(stub, midpoint(stub), Fade.START)
    return LegLine((), leg.end.position or leg.start.position, Fade.NONE)


def _carries_stub(known: RouteEnd, vague: RouteEnd, around: Surroundings) -> bool:
    """Whether a stub at *known* says something: that the other end is less well known."""
    if known.kind is EndKind.POINT:
        return vague.kind is not EndKind.POINT
    # A stub at a country that fills the picture would start anywhere along its border.
    return vague.kind is EndKind.UNDISCLOSED and _is_small(known, around)


def _is_small(end: RouteEnd, around: Surroundings) -> bool:
    area = around.area(end)
    if area is None:
        return end.kind is EndKind.AREA
    west, south, east, north = main_part(area).bounds
    return distance_km((west, south), (east, north)) < 0.5 * around.extent_km


def _stub(
    known: RouteEnd, vague: RouteEnd, around: Surroundings, others: Iterable[LegLine]
) -> Path:
    """A short straight line away from what is known, towards the side with most room."""
    origin = _aim(around, known)
    least, most = (share * around.extent_km for share in STUB_SHARES)
    stub_km = min(max(STUB_KM, least), most)
    area, within = around.area(known), around.area(vague)
    if within is not None and not _is_inside(origin, within):
        within = None
    direction = _free_azimuth_deg(origin, around, others, within, stub_km)
    ray = great_circle(origin, point_at(origin, direction, 4000), 20)
    if area is not None:
        # From a country as a whole: the line begins where it leaves the country.
        outside = [point for point in ray if not _is_inside(point, area)]
        ray = tuple(outside) or ray
    path = _beginning(ray, stub_km)
    if within is not None:
        # Into the country around a town: the stub must not leave it.
        inside = [point for point in path if _is_inside(point, within)]
        path = tuple(inside) if len(inside) > 1 else path
    return path


def _free_azimuth_deg(
    origin: LonLat,
    around: Surroundings,
    others: Iterable[LegLine],
    within: BaseGeometry | None,
    stub_km: float,
) -> float:
    """The direction farthest from the lines and dots around a point, in steps of 10 degrees.

    Of equally free ones, the one nearest to east-south-east: it leaves names readable.
    With *within*, directions whose stub would leave that area come last.
    """
    reach_km = 0.3 * around.extent_km
    busy: list[float] = []
    for line in others:
        for near, far in ((line.path, 0.25), (tuple(reversed(line.path)), 0.25)):
            if near and distance_km(near[0], origin) < 0.15 * around.extent_km:
                busy.append(azimuth_deg(origin, point_along(near, far)))
    busy.extend(
        azimuth_deg(origin, place)
        for place in around.places
        if 0.001 < distance_km(origin, place) < reach_km
    )

    def room(azimuth: float) -> tuple[bool, float, float]:
        nearest = min((_turn_deg(azimuth, other) for other in busy), default=180.0)
        leaves = within is not None and not _is_inside(point_at(origin, azimuth, stub_km), within)
        return leaves, -min(nearest, 90.0), _turn_deg(azimuth, 110.0)

    return min((float(azimuth) for azimuth in range(0, 360, 10)), key=room)


def _turn_deg(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)


def _aim(around: Surroundings, end: RouteEnd) -> LonLat:
    aim = around.aim(end)
    if aim is None:
        raise ValueError(f"place {end.place_id} cannot be aimed at")
    return aim


def _is_inside(point: LonLat | None, area: BaseGeometry) -> bool:
    return point is not None and bool(
        shapely.contains_xy(area, near_longitude(point[0], 0), point[1])
    )


def _beginning(path: Path, wanted_km: float) -> Path:
    """The first *wanted_km* of a path; the whole path when it is shorter."""
    total = length_km(path)
    return path if total <= wanted_km else part_of(path, 0, wanted_km / total)
