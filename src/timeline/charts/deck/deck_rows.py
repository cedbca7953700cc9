"""Rows and values as the movable map wants them: short numbers, colours as lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.charts.mapping.map_projection import MapProjection

Row = list[Any]
"""What is only drawn: a list, whose places a layer reads by number."""
ChoosableRow = dict[str, Any]
"""What can be pointed at: its names come back to the server with a click."""

DECIMALS = 4
"""About ten metres: finer than any place is known, and short to send."""
BEND_DECIMALS, LONG_BEND_DECIMALS = 3, 2
"""Between its ends, a line is nowhere in particular: 2 decimals are a pixel at the closest."""
LONG_DEG = 4.0
OPAQUE = 255


def rgb(colour: str, opacity: int = OPAQUE) -> list[int]:
    """#RRGGBB as three numbers, or four when it is not opaque."""
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return channels if opacity == OPAQUE else [*channels, opacity]


def degrees(projection: MapProjection, x: float, y: float) -> list[float]:
    """A pixel of a picture as longitude and latitude."""
    return path_degrees(projection, [(x, y)])[0]


def path_degrees(
    projection: MapProjection, line: NDArray[np.float64] | Sequence[tuple[float, float]]
) -> list[list[float]]:
    """Pixels of a picture as longitudes and latitudes."""
    found = projection.to_degrees(np.asarray(line, dtype=float).reshape(-1, 2))
    return [short(point) for point in found.tolist()]


def short(point: Iterable[float]) -> list[float]:
    """A point with no more digits than it is worth."""
    return [round(value, DECIMALS) for value in point]


def flat(path: Sequence[Sequence[float]]) -> list[float]:
    """A line as one list of numbers, finer at its ends than between them."""
    last = len(path) - 1
    is_long = max(abs(a - b) for a, b in zip(path[0], path[-1], strict=True)) > LONG_DEG
    between = LONG_BEND_DECIMALS if is_long else BEND_DECIMALS
    return [
        round(value, DECIMALS if index in (0, last) else between)
        for index, point in enumerate(path)
        for value in point
    ]
