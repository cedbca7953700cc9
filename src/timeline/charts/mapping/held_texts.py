"""Texts held to a point of the globe by pixels: coming closer moves the point, not the text from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely

from timeline.charts.mapping.map_labels import Box
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import (
    BADGE_PX,
    DrawnLeg,
    DrawnName,
    Line,
    MapLayout,
    square,
)
from timeline.routes.globe import LonLat


@dataclass(frozen=True, slots=True)
class HeldName:
    """A name and the point it is held to."""

    name: DrawnName
    at: LonLat
    offset_px: tuple[float, float]
    """From the point to where the text begins, ends or has its middle."""
    boxes: tuple[Box, ...]
    """What it covers, in pixels from the point."""


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """The number of a leg and the point it is held to."""

    leg: DrawnLeg
    at: LonLat
    offset_px: tuple[float, float]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What it covers, in pixels from the point."""
        return (square(*self.offset_px, BADGE_PX + 1),)


def held_name(name: DrawnName, layout: MapLayout, projection: MapProjection) -> HeldName:
    """A name held to its dot, its line or its land; to its own place if it belongs to an area."""
    label = name.label
    x, y = label.x, (label.box.top + label.box.bottom) / 2
    anchor_x, anchor_y = _anchor(name, layout, projection) or (x, y)
    return HeldName(
        name,
        _degrees(projection, anchor_x, anchor_y),
        (x - anchor_x, y - anchor_y),
        tuple(_moved(box, -anchor_x, -anchor_y) for box in label.line_boxes(1)),
    )


def held_number(leg: DrawnLeg, projection: MapProjection) -> HeldNumber:
    """A number held to the nearest point of its line."""
    assert leg.badge is not None
    x, y = leg.badge
    anchor_x, anchor_y = _nearest(leg.line, x, y) if len(leg.line) > 1 else (x, y)
    return HeldNumber(leg, _degrees(projection, anchor_x, anchor_y), (x - anchor_x, y - anchor_y))


def boxes_at(
    held: Iterable[HeldName | HeldNumber], projection: MapProjection
) -> list[tuple[Box, ...]]:
    """What texts cover in another picture of the same globe."""
    listed = list(held)
    if not listed:
        return []
    points = projection.to_px([one.at for one in listed]).tolist()
    return [
        tuple(_moved(box, x, y) for box in one.boxes)
        for one, (x, y) in zip(listed, points, strict=True)
    ]


def _anchor(
    name: DrawnName, layout: MapLayout, projection: MapProjection
) -> tuple[float, float] | None:
    """What a name is held to; None for what is as large as the land."""
    label = name.label
    spot = name.gathering.middle if name.gathering is not None else name.spot
    if spot is not None:
        x, y = projection.to_px([spot])[0].tolist()
        return x, y
    if name.mark is not None:
        dots = (dot for dot in layout.dots if dot.mark is name.mark)
        return next(((dot.x, dot.y) for dot in dots), None)
    if name.gap_end is not None:
        seen = name.gap_end.gap.next if name.gap_end.is_next else name.gap_end.gap.last
        if seen.position is not None:
            x, y = projection.to_px([seen.position])[0].tolist()
            return x, y
    if name.leg is not None:
        lines = (leg.line for leg in layout.legs if leg.leg is name.leg and len(leg.line) > 1)
        middle_y = (label.box.top + label.box.bottom) / 2
        return next((_nearest(line, label.x, middle_y) for line in lines), None)
    return None


def _nearest(line: Line, x: float, y: float) -> tuple[float, float]:
    """The point of a line nearest to a pixel."""
    path = shapely.LineString(line)
    point = path.interpolate(path.project(shapely.Point(x, y)))
    return float(point.x), float(point.y)


def _degrees(projection: MapProjection, x: float, y: float) -> LonLat:
    lon, lat = projection.to_degrees(np.array([[x, y]]))[0].tolist()
    return lon, lat


def _moved(box: Box, by_x: float, by_y: float) -> Box:
    return Box(box.left + by_x, box.top + by_y, box.right + by_x, box.bottom + by_y)
