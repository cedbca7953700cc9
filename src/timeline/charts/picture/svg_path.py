"""Shapes in pixels as the short text of an SVG path."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry


def number(value: float) -> str:
    """A number with one decimal at most and nothing superfluous: 0.5 is `.5`, 3.0 is `3`."""
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def line_path(points: NDArray[np.float64]) -> str:
    """An open line through pixel points."""
    return _run(points, closed=False)


def shape_path(shape: BaseGeometry) -> str:
    """All rings or lines of a shape in pixels; empty for one that is smaller than a pixel."""
    parts: list[str] = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            parts.extend(
                _run(shapely.get_coordinates(ring), closed=True)
                for ring in (part.exterior, *part.interiors)
            )
        elif part.geom_type in ("LineString", "LinearRing"):
            parts.append(_run(shapely.get_coordinates(part), closed=False))
    return "".join(parts)


def _run(points: NDArray[np.float64], *, closed: bool) -> str:
    tenths = np.rint(points * 10).astype(int)
    steps = np.diff(tenths, axis=0)
    # A step of nothing would still cost bytes.
    steps = steps[np.any(steps != 0, axis=1)]
    if closed:
        if len(steps) < 3:
            return ""
        steps = steps[:-1]
    elif not len(steps):
        return ""
    start = f"M{_tenths(int(tenths[0, 0]))}{_joined(int(tenths[0, 1]))}"
    moves = "".join(_joined(int(value)) for value in steps.ravel()).lstrip()
    return f"{start}l{moves}{'z' if closed else ''}"


def _joined(tenths: int) -> str:
    """A number after another: the minus sign is separator enough."""
    text = _tenths(tenths)
    return text if text.startswith("-") else f" {text}"


def _tenths(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    if rest == 0:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest}"


def whole_path(points: NDArray[np.int64], *, closed: bool) -> str:
    """A line or ring through points in whole units; empty for one that covers nothing."""
    steps = np.diff(points, axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    if len(steps) < (3 if closed else 1):
        return ""
    x, y = points[0]
    moves = "".join(_spaced(int(value)) for value in (steps[:-1] if closed else steps).ravel())
    return f"M{x}{_spaced(int(y))}l{moves.lstrip()}{'z' if closed else ''}"


def _spaced(value: int) -> str:
    """A number after another: the minus sign is separator enough."""
    return str(value) if value < 0 else f" {value}"
