"""Bending lines apart, so that a way there and the way back do not lie on each other.

A bend is the height of the arc over the geodesic as a share of its length, to the left of
the direction of travel when positive. It says nothing about the way that was taken; it
only keeps lines legible.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import shapely
from numpy.typing import NDArray

from timeline.routes.globe import (
    GEOD,
    LonLat,
    Path,
    distance_km,
    great_circle,
    lengths_along,
    unwrapped,
)

USUAL_BEND = 0.11
BENDS = (0.11, -0.11, 0.05, -0.05, 0.19, -0.19, 0.28, -0.28, 0.38, -0.38)
"""What is tried for each line, the most pleasing first."""
FEW_BENDS = 6
RANK_PRICE = 0.035
"""What a less pleasing bend costs."""
SMALLEST_HEIGHT = 0.022
"""Of the extent: a short line needs a higher arc to be told from a straight stroke."""
HIGHEST = 0.42
"""No arc is higher, however short its line: it would set out in a direction not its own. This one
leaves its start by 59 degrees beside the geodesic."""
NEAR = 0.03
"""Of the extent: closer than this, two lines look like one."""
END_ZONE = 0.22
"""Share of a line next to an end it has in common with another: there they must meet."""
CROSSING_PRICE = 0.25
"""What it costs to cross another line: as much as a quarter of the line beside it."""

SAME_END = 0.02
"""Of the extent: ends closer than this are one place."""
MOST_LOOKED_AT_TWICE = 14
POINTS_COMPARED = 33

_Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line to be bent: from where to where."""

    start: LonLat
    end: LonLat


@dataclass(frozen=True, slots=True)
class Seen:
    """What is drawn of a line."""

    path: Path
    price: float = 0.0
    """What speaks against this line, apart from other lines: a quarter is as bad as a crossing."""


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
    stretches: Sequence[Stretch],
    places: Sequence[LonLat] = (),
    *,
    extent_km: float,
    drawn: Callable[[int, Path], Seen] | None = None,
) -> tuple[float, ...]:
    """A bend for each stretch such that no two lines lie on each other, as far as possible.

    *places* are points that lines should keep clear of. *extent_km* is how much of the
    globe the picture shows: what counts as near depends on it. *drawn* gives, for the
    index of a stretch and its whole line, what of it will be seen. Each line is laid
    where it disturbs the others least; the same arguments give the same bends.
    """
    plane = _Plane([point for s in stretches for point in (s.start, s.end)], extent_km)
    dots = plane.of(places)
    # Among many lines, high arcs would only add to the tangle.
    is_crowded = len(stretches) > MOST_LOOKED_AT_TWICE
    tried = []
    tried_bends = BENDS[:FEW_BENDS] if is_crowded else BENDS
    for index, stretch in enumerate(stretches):
        seen = partial(drawn, index) if drawn is not None else Seen
        tried.append(_tries(stretch, tried_bends, plane, dots, extent_km, seen))
    chosen: list[_Try] = []
    for tries in tried:
        chosen.append(_best(tries, chosen))
    # Whoever was laid first did not know who would come: a second look at few is cheap.
    if not is_crowded:
        for index, tries in enumerate(tried):
            others = [line for other, line in enumerate(chosen) if other != index]
            chosen[index] = _best(tries, others)
    return tuple(one.bend for one in chosen)


@dataclass(frozen=True, slots=True)
class _Try:
    """One way to bend a line."""

    bend: float
    line: _Points
    way: shapely.LineString
    """The same without its ends."""
    price: float
    """Of the bend itself and of the places the line touches."""


def _tries(
    stretch: Stretch,
    bends_tried: Sequence[float],
    plane: _Plane,
    dots: _Points,
    extent_km: float,
    seen: Callable[[Path], Seen],
) -> list[_Try]:
    length_km = max(distance_km(stretch.start, stretch.end), 1e-6)
    least = min(SMALLEST_HEIGHT * extent_km / length_km, HIGHEST)
    found = []
    for rank, bend in enumerate(bends_tried):
        size = max(abs(bend), least * abs(bend) / USUAL_BEND)
        if size > HIGHEST:
            # Lower again by what it is too high: cut to one height, several lines would lie
            # on each other.
            size = HIGHEST * math.sqrt(HIGHEST / size)
        signed = round(size if bend > 0 else -size, 4)
        whole = bent_path(stretch.start, stretch.end, signed, max(length_km / 32, 0.001))
        part = seen(whole)
        line = _evenly(plane.of(part.path))
        price = RANK_PRICE * rank + _dots_touched(line, dots) + part.price
        found.append(_Try(signed, line, shapely.LineString(line[1:-1]), price))
    return found


def _evenly(line: _Points) -> _Points:
    """The line as equally spaced points, to be compared with others."""
    along = lengths_along(line)
    at = np.linspace(0, along[-1], POINTS_COMPARED)
    return np.column_stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)])


def _best(tries: Sequence[_Try], others: Sequence[_Try]) -> _Try:
    if not others:
        return min(tries, key=lambda one: one.price)
    lines = np.stack([one.line for one in others])
    ways = np.array([one.way for one in others], dtype=object)
    return min(tries, key=lambda one: one.price + _crowding(one, lines, ways))


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


def _crowding(one: _Try, lines: _Points, ways: NDArray[np.object_]) -> float:
    """How much of the line runs close to lines already laid, ends in common apart."""
    line = one.line
    between = line[None, :, None, :] - lines[:, None, :, :]
    gaps = np.hypot(between[..., 0], between[..., 1]).min(axis=2)
    share = np.linspace(0, 1, len(line))
    counts = np.ones(gaps.shape, dtype=bool)
    counts[_meet(line[0], lines)] &= share > END_ZONE
    counts[_meet(line[-1], lines)] &= share < 1 - END_ZONE
    beside = np.where(counts, np.clip(1 - gaps / NEAR, 0, 1), 0).sum(axis=1) / counts.sum(axis=1)
    # At an end that they share they only meet: their ways are without it.
    crossed = np.count_nonzero(shapely.intersects(one.way, ways))
    return float(beside.sum()) + CROSSING_PRICE * crossed


def _meet(end: _Points, lines: _Points) -> NDArray[np.bool_]:
    """For each line, whether one of its ends is this end as well."""
    far = lines[:, [0, -1], :] - end
    return np.asarray((np.hypot(far[..., 0], far[..., 1]) < SAME_END).any(axis=1))


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
