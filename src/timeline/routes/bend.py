"""Bending lines apart, so that a way there and the way back do not lie on each other.

A bend is the height of the arc over the geodesic as a share of its length, to the left of
the direction of travel when positive. It says nothing about the way that was taken; it
only keeps lines legible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.routes.globe import GEOD, LonLat, Path, distance_km, great_circle, unwrapped

USUAL_BEND = 0.11
BENDS = (0.11, -0.11, 0.19, -0.19, 0.28, -0.28, 0.38, -0.38)
"""What is tried for each line, the most pleasing first."""
SMALLEST_HEIGHT = 0.022
"""Of the extent: a short line needs a higher arc to be told from a straight stroke."""
NEAR = 0.03
"""Of the extent: closer than this, two lines look like one."""
END_ZONE = 0.22
"""Share of a line next to an end it has in common with another: there they must meet."""

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
    laid: list[tuple[Stretch, _Points]] = []
    chosen: list[float] = []
    plane = _Plane([point for s in stretches for point in (s.start, s.end)], extent_km)
    dots = plane.of(places)
    for stretch in stretches:
        length_km = max(distance_km(stretch.start, stretch.end), 1e-6)
        # Not more than a half-circle, or a very short line would become a loop.
        least = min(SMALLEST_HEIGHT * extent_km / length_km, 0.5)
        candidates = []
        for rank, bend in enumerate(BENDS):
            size = min(max(abs(bend), least * abs(bend) / USUAL_BEND), 0.8)
            signed = size if bend > 0 else -size
            line = plane.of(_coarse(stretch, signed))
            cost = 0.02 * rank + _crowding(stretch, line, laid) + _dots_touched(line, dots)
            candidates.append((cost, rank, signed, line))
        _, _, signed, line = min(candidates, key=lambda found: found[:2])
        laid.append((stretch, line))
        chosen.append(round(signed, 4))
    return tuple(chosen)


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
    return total


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
