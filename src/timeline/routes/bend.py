"""Bending lines apart, so that a way there and the way back do not lie on each other.

A bend is the height of the arc over the geodesic as a share of its length, to the left of
the direction of travel when positive. It says nothing about the way that was taken; it
only keeps lines legible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from timeline.routes.globe import GEOD, LonLat, Path, distance_km, great_circle, unwrapped

USUAL_BEND = 0.11
BENDS = (0.11, -0.11, 0.05, -0.05, 0.19, -0.19, 0.28, -0.28, 0.38, -0.38)
"""What is tried for each line, the most pleasing first."""
SMALLEST_HEIGHT = 0.022
"""Of the extent: a short line needs a higher arc to be told from a straight stroke."""
NEAR = 0.03
"""Of the extent: closer than this, two lines look like one."""
END_ZONE = 0.22
"""Share of a line next to an end it has in common with another: there they must meet."""
CROSSING_PRICE = 0.25
"""What it costs to cross a line with which an end is shared: the two need never cross."""

MOST_LOOKED_AT_TWICE = 14

_Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line to be bent: from where to where."""

    start: LonLat
    end: LonLat


def bent_path(start: LonLat, end: LonLat, bend: float, max_step_km: float = 50) -> Path:
    """The geodesic bulged sideways by *bend*, ends included and kept where they are."""
    straight = great_circle(start, end, max_step_km)
    length_km = distance_km(start, end)
    if bend == 0 or length_km == 0:
        return straight
    # An arc needs enough points to look like one, however short it is.
    if len(straight) < 25:
        straight = great_circle(start, end, length_km / 24)
    lon, lat = np.asarray(straight, dtype=float).T
    share = np.linspace(0, 1, len(lon))
    ahead = GEOD.inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[0]
    azimuth = np.append(ahead, ahead[-1]) - np.sign(bend) * 90
    height_m = abs(bend) * length_km * 1000 * 4 * share * (1 - share)
    bent_lon, bent_lat, _ = GEOD.fwd(lon, lat, azimuth, height_m)
    moved = [(float(x), float(y)) for x, y in zip(bent_lon, bent_lat, strict=True)]
    return unwrapped([start, *moved[1:-1], (straight[-1][0], end[1])])


def bends(
    stretches: Sequence[Stretch], places: Sequence[LonLat] = (), *, extent_km: float
) -> tuple[float, ...]:
    """A bend for each stretch such that no two lines lie on each other, as far as possible.

    *places* are points that lines should keep clear of. *extent_km* is how much of the
    globe the picture shows: what counts as near depends on it. Lines are laid in the
    order given, each where it disturbs those before it least; the same stretches in the
    same order give the same bends.
    """
    plane = _Plane([point for s in stretches for point in (s.start, s.end)], extent_km)
    dots = plane.of(places)
    tried = [_tries(stretch, plane, dots, extent_km) for stretch in stretches]
    chosen: list[_Try] = []
    for index, tries in enumerate(tried):
        laid = list(zip(stretches[:index], chosen, strict=True))
        chosen.append(_best(stretches[index], tries, laid))
    # Whoever was laid first did not know who would come: a second look at few is cheap.
    if len(stretches) <= MOST_LOOKED_AT_TWICE:
        for index, tries in enumerate(tried):
            laid = [(stretches[other], line) for other, line in enumerate(chosen) if other != index]
            chosen[index] = _best(stretches[index], tries, laid)
    return tuple(one.bend for one in chosen)


@dataclass(frozen=True, slots=True)
class _Try:
    """One way to bend a line."""

    bend: float
    line: _Points
    price: float
    """Of the bend itself and of the places the line touches."""


def _tries(stretch: Stretch, plane: _Plane, dots: _Points, extent_km: float) -> list[_Try]:
    length_km = max(distance_km(stretch.start, stretch.end), 1e-6)
    # Not more than a half-circle, or a very short line would become a loop.
    least = min(SMALLEST_HEIGHT * extent_km / length_km, 0.5)
    found = []
    for rank, bend in enumerate(BENDS):
        size = min(max(abs(bend), least * abs(bend) / USUAL_BEND), 0.8)
        signed = round(size if bend > 0 else -size, 4)
        line = plane.of(_coarse(stretch, signed))
        found.append(_Try(signed, line, 0.02 * rank + _dots_touched(line, dots)))
    return found


def _best(stretch: Stretch, tries: Sequence[_Try], laid: Sequence[tuple[Stretch, _Try]]) -> _Try:
    others = [(other, one.line) for other, one in laid]
    return min(tries, key=lambda one: one.price + _crowding(stretch, one.line, others))


class _Plane:
    """Degrees to a flat plane in which the extent of the picture is 1."""

    def __init__(self, around: Sequence[LonLat], extent_km: float) -> None:
        points = np.asarray(unwrapped(around), dtype=float).reshape(-1, 2)
        self.centre = points.mean(axis=0) if len(points) else np.zeros(2)
        per_degree = 111.2 / extent_km
        self.scale = np.array([per_degree * np.cos(np.radians(self.centre[1])), per_degree])

    def of(self, points: Sequence[LonLat]) -> _Points:
        away = np.asarray(points, dtype=float).reshape(-1, 2) - self.centre
        away[:, 0] = (away[:, 0] + 180) % 360 - 180
        scaled: _Points = away * self.scale
        return scaled


def _coarse(stretch: Stretch, bend: float) -> Path:
    """Enough points of the line to compare it with others."""
    step_km = max(distance_km(stretch.start, stretch.end) / 32, 0.001)
    return bent_path(stretch.start, stretch.end, bend, step_km)


def _crowding(stretch: Stretch, line: _Points, laid: Sequence[tuple[Stretch, _Points]]) -> float:
    """How much of the line runs close to lines already laid, ends in common apart."""
    share = np.linspace(0, 1, len(line))
    total = 0.0
    for other, points in laid:
        between = line[:, None, :] - points[None, :, :]
        gap = np.hypot(between[..., 0], between[..., 1]).min(axis=1)
        counts = np.ones(len(line), dtype=bool)
        if _is_one_of(stretch.start, other):
            counts &= share > END_ZONE
        if _is_one_of(stretch.end, other):
            counts &= share < 1 - END_ZONE
        if counts.any():
            total += float(np.clip(1 - gap[counts] / NEAR, 0, 1).mean())
        if not counts.all() and _cross(line, points):
            total += CROSSING_PRICE
    return total


def _cross(line: _Points, other: _Points) -> bool:
    """Whether two lines that meet at an end meet once more on the way."""
    met = shapely.intersection(shapely.LineString(line[1:-1]), shapely.LineString(other[1:-1]))
    return not met.is_empty


def _is_one_of(point: LonLat, other: Stretch) -> bool:
    return point in (other.start, other.end)


def _dots_touched(line: _Points, dots: _Points) -> float:
    """A price for every place the line runs over; its own ends are not counted."""
    if not len(dots):
        return 0.0
    inner = line[len(line) // 8 : -len(line) // 8]
    between = dots[:, None, :] - inner[None, :, :]
    gap = np.hypot(between[..., 0], between[..., 1]).min(axis=1)
    own = np.minimum(np.hypot(*(dots - line[0]).T), np.hypot(*(dots - line[-1]).T))
    price = np.clip(1 - gap / (NEAR * 0.7), 0, 1)
    return float(price[own > NEAR / 4].sum()) * 0.15
