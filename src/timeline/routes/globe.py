"""Lines and distances on the globe.

Coordinates are WGS 84 degrees, longitude first (RFC 7946). The longitudes of a path run
on beyond 180 where it crosses that meridian, so that neighbours in a path are always
neighbours on the globe; `antimeridian_parts` cuts it for formats that want it cut.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from timeline.model.vocabulary import PlacePrecision

LonLat = tuple[float, float]
Path = tuple[LonLat, ...]

GEOD = Geod(ellps="WGS84")

NEXT_TO_NOTHING_DEG = 1e-9

MEASURABLE = frozenset({PlacePrecision.SITE, PlacePrecision.SETTLEMENT})


def leg_distance_km(
    start: LonLat,
    end: LonLat,
    *,
    start_precision: PlacePrecision = PlacePrecision.SETTLEMENT,
    end_precision: PlacePrecision = PlacePrecision.SETTLEMENT,
) -> float:
    """Shortest distance over the ground between two places, in kilometres.

    Coordinates are WGS 84 degrees, longitude first (RFC 7946). The line is the
    geodesic, so this is a lower bound on the distance travelled; charts say so.

    Raises ValueError when either place is vaguer than a settlement: measuring
    between two centroids would look more certain than the sources are.
    """
    for precision in (start_precision, end_precision):
        if precision not in MEASURABLE:
            raise ValueError(f"a distance needs a settlement or finer, not a {precision.value}")
    return distance_km(start, end)


def distance_km(start: LonLat, end: LonLat) -> float:
    """Length of the geodesic between two points in kilometres; for laying out lines only.

    What a reader is told comes from `leg_distance_km`, which refuses vague places.
    """
    return float(GEOD.inv(*start, *end)[2]) / 1000


def azimuth_deg(start: LonLat, end: LonLat) -> float:
    """The direction in which the geodesic leaves *start*, clockwise from north, 0 to 360."""
    return float(GEOD.inv(*start, *end)[0]) % 360


def point_at(start: LonLat, azimuth: float, away_km: float) -> LonLat:
    """The point *away_km* from *start* in the direction *azimuth*, longitude near the start's."""
    lon, lat, _ = GEOD.fwd(*start, azimuth, away_km * 1000)
    return near_longitude(float(lon), start[0]), float(lat)


def great_circle(start: LonLat, end: LonLat, max_step_km: float = 50) -> Path:
    """The geodesic from *start* to *end*, both included, a point at least every *max_step_km*.

    Two equal ends give that point twice. Raises ValueError for a step that is not positive.
    """
    if max_step_km <= 0:
        raise ValueError("the step must be positive")
    steps = max(1, math.ceil(distance_km(start, end) / max_step_km))
    between = GEOD.npts(*start, *end, steps - 1) if steps > 1 else []
    return unwrapped([start, *((float(lon), float(lat)) for lon, lat in between), end])


def unwrapped(points: Sequence[LonLat]) -> Path:
    """The same points with longitudes that never jump by more than half the globe."""
    path: list[LonLat] = []
    for lon, lat in points:
        path.append((near_longitude(lon, path[-1][0]) if path else lon, lat))
    return tuple(path)


def near_longitude(lon_deg: float, reference_deg: float) -> float:
    """The same meridian, at most 180 degrees away from *reference_deg*."""
    return lon_deg - 360 * round((lon_deg - reference_deg) / 360)


def antimeridian_parts(path: Sequence[LonLat]) -> tuple[Path, ...]:
    """The path cut where it crosses the 180th meridian, longitudes from -180 to 180.

    Each cut adds the crossing to both parts, once as 180 and once as -180.
    """
    points = unwrapped(path)
    if not points:
        return ()
    turn = math.floor((points[0][0] + 180) / 360)
    # A start on the line itself belongs to the side on which the path goes on.
    if len(points) > 1 and points[0][0] == 360 * turn - 180 and points[1][0] < points[0][0]:
        turn -= 1
    parts: list[list[LonLat]] = [[(_on_this_side(points[0][0] - 360 * turn), points[0][1])]]
    for (last_lon, last_lat), (lon, lat) in pairwise(points):
        if abs(lon - 360 * turn) > 180 + NEXT_TO_NOTHING_DEG:
            # A step is never longer than half the globe, so it crosses once.
            side = 180.0 if lon > 360 * turn else -180.0
            share = (360 * turn + side - last_lon) / (lon - last_lon)
            crossing_lat = last_lat + share * (lat - last_lat)
            parts[-1].append((side, crossing_lat))
            parts.append([(-side, crossing_lat)])
            turn += 1 if side > 0 else -1
        parts[-1].append((_on_this_side(lon - 360 * turn), lat))
    return tuple(tuple(part) for part in parts)


def _on_this_side(lon_deg: float) -> float:
    """What rounding has carried over the line is put back on it."""
    return min(max(lon_deg, -180.0), 180.0)


def along_km(path: Sequence[LonLat]) -> NDArray[np.float64]:
    """The length over the ground from the start of a path to each of its points."""
    lon, lat = np.asarray(path, dtype=float).T
    steps = GEOD.line_lengths(lon, lat) if len(path) > 1 else []
    return np.concatenate([[0.0], np.cumsum(steps) / 1000])


def length_km(path: Sequence[LonLat]) -> float:
    """The length of a path over the ground; 0 for fewer than two points."""
    return float(along_km(path)[-1]) if len(path) > 1 else 0.0


def point_along(path: Sequence[LonLat], share: float) -> LonLat:
    """The point at a share of the path's length, 0 its start and 1 its end."""
    along = along_km(path)
    lon, lat = np.asarray(path, dtype=float).T
    at = share * along[-1]
    return float(np.interp(at, along, lon)), float(np.interp(at, along, lat))


def midpoint(path: Sequence[LonLat]) -> LonLat:
    """The point half-way along a path; *path* must not be empty."""
    return point_along(path, 0.5)


def part_of(path: Sequence[LonLat], first: float, last: float) -> Path:
    """The part of a path between two shares of its length, both ends included."""
    along = along_km(path)
    shares = along / max(float(along[-1]), 1e-9)
    inner = [path[i] for i in np.flatnonzero((shares > first) & (shares < last)).tolist()]
    return (point_along(path, first), *inner, point_along(path, last))


def lengths_along(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The length of a line up to each of its points, in the unit of its coordinates."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    return np.concatenate([[0.0], np.cumsum(steps)])
