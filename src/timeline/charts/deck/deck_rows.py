"""Rows and values as the movable map wants them: short numbers, colours as lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.charts.mapping.map_projection import MapProjection

Row = dict[str, Any]

DECIMALS = 4
"""About ten metres: finer than any place is known, and short to send."""


def rgb(colour: str) -> list[int]:
    """#RRGGBB as three numbers."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def degrees(projection: MapProjection, x: float, y: float) -> list[float]:
    """A pixel of the first view as longitude and latitude."""
    return path_degrees(projection, [(x, y)])[0]


def path_degrees(
    projection: MapProjection, line: NDArray[np.float64] | Sequence[tuple[float, float]]
) -> list[list[float]]:
    """Pixels of the first view as longitudes and latitudes."""
    found = projection.to_degrees(np.asarray(line, dtype=float).reshape(-1, 2))
    return [[round(float(lon), DECIMALS), round(float(lat), DECIMALS)] for lon, lat in found]
