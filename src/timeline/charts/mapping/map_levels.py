"""Names and numbers of a movable map at every zoom: what stands from which zoom on.

A text is held to a point of the globe by pixels. Coming closer, points move apart and
texts keep their size, so what has found its place keeps it, and more finds room. The map
is laid out once for each doubling: what stands already is left alone, and only what is
missing looks for a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from timeline.charts.mapping.gap_captions import caption_gaps, gap_key
from timeline.charts.mapping.land_labels import name_land
from timeline.charts.mapping.leg_badges import with_badge
from timeline.charts.mapping.leg_captions import caption_legs
from timeline.charts.mapping.map_labels import Box
from timeline.charts.mapping.map_layout import marks_laid_out
from timeline.charts.mapping.map_projection import MapProjection, at_zoom, enlarged
from timeline.charts.mapping.map_scene import (
    BADGE_PX,
    DrawnLeg,
    DrawnName,
    Line,
    MapLayout,
    Scene,
    square,
)
from timeline.charts.mapping.place_names import name_marks
from timeline.routes.globe import LonLat

STEP_ZOOM = 1.0
"""From one level to the next: twice as close."""
FARTHER_OUT_ZOOM = 1.0
"""How far out from the first view a reader can go."""


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


@dataclass(frozen=True, slots=True)
class MapLevel:
    """What is drawn from a zoom on, besides what stands already."""

    from_zoom: float | None
    """None for what stands at every zoom."""
    projection: MapProjection
    """The picture in whose pixels the lines are given."""
    legs: tuple[DrawnLeg, ...]
    """Lines that were too short to be seen before."""
    names: tuple[HeldName, ...]
    numbers: tuple[HeldNumber, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is added."""
        return not (self.legs or self.names or self.numbers)


def levels_of(scene: Scene, layout: MapLayout, most_zoom: float) -> tuple[MapLevel, ...]:
    """The levels of a map that opens with this scene, farthest out first.

    The first holds what still finds room when the reader goes out as far as possible.
    """
    first = scene.projection
    names = tuple(held_name(name, layout, first) for name in layout.names)
    numbers = tuple(held_number(leg, first) for leg in layout.legs if leg.badge is not None)
    lines = tuple(leg for leg in layout.legs if len(leg.line))
    far_names, far_numbers = _standing_farther_out(scene, names, numbers)
    levels = [
        MapLevel(None, first, lines, far_names, far_numbers),
        MapLevel(
            first.zoom,
            first,
            (),
            tuple(one for one in names if one not in far_names),
            tuple(one for one in numbers if one not in far_numbers),
        ),
    ]
    step = 1
    while first.zoom + step * STEP_ZOOM < most_zoom:
        level = _next_level(scene, levels, step)
        levels.append(level)
        step += 1
    return tuple(level for level in levels if not level.is_empty or level.from_zoom is None)


def held_name(name: DrawnName, layout: MapLayout, projection: MapProjection) -> HeldName:
    """A name held to its dot or its line; to its own place if it belongs to land."""
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


def _standing_farther_out(
    scene: Scene, names: Sequence[HeldName], numbers: Sequence[HeldNumber]
) -> tuple[tuple[HeldName, ...], tuple[HeldNumber, ...]]:
    """Those that cover nothing either when the reader goes out, in the order of their weight."""
    zoom = scene.projection.zoom - FARTHER_OUT_ZOOM
    far = replace(scene, projection=at_zoom(scene.projection, zoom))
    room = marks_laid_out(far).room
    kept: list[HeldName | HeldNumber] = []
    by_weight: list[HeldName | HeldNumber] = [*numbers, *names]
    for held in by_weight:
        (boxes,) = boxes_at([held], far.projection)
        if all(room.is_free(box) for box in boxes):
            room.take(boxes)
            kept.append(held)
    return (
        tuple(one for one in kept if isinstance(one, HeldName)),
        tuple(one for one in kept if isinstance(one, HeldNumber)),
    )


def _next_level(scene: Scene, levels: Sequence[MapLevel], step: int) -> MapLevel:
    """What finds room at a closer zoom besides all that the levels before hold."""
    names = [held for level in levels for held in level.names]
    numbers = [held for level in levels for held in level.numbers]
    seen = {leg.leg.leg_id for level in levels for leg in level.legs}
    numbered = {held.leg.leg.leg_id for held in numbers}
    projection = enlarged(scene.projection, 2 ** (step * STEP_ZOOM))
    closer = replace(
        scene,
        projection=projection,
        page_width_px=scene.page_width_px or scene.projection.width_px,
        unnamed=frozenset(held.name.mark.place_id for held in names if held.name.mark),
        uncaptioned=frozenset(_said(names)),
        numbered=frozenset(leg.leg_id for leg in scene.view.legs) - numbered,
    )
    layout = marks_laid_out(closer)
    for boxes in (*boxes_at(numbers, projection), *boxes_at(names, projection)):
        layout.room.take(boxes)
    layout.legs = [with_badge(leg, closer, layout) if len(leg.line) else leg for leg in layout.legs]
    name_marks(closer, layout)
    caption_gaps(closer, layout)
    caption_legs(closer, layout)
    landed = {held.name.land.code for held in names if held.name.land}
    name_land(closer, layout, [one for one in scene.view.land_names if one.code not in landed])
    return MapLevel(
        scene.projection.zoom + step * STEP_ZOOM,
        projection,
        tuple(leg for leg in layout.legs if len(leg.line) and leg.leg.leg_id not in seen),
        tuple(held_name(name, layout, projection) for name in layout.names),
        tuple(held_number(leg, projection) for leg in layout.legs if leg.badge is not None),
    )


def _said(names: Iterable[HeldName]) -> Iterable[str]:
    for held in names:
        if held.name.leg is not None:
            yield held.name.leg.leg_id
        if held.name.gap_end is not None:
            yield gap_key(held.name.gap_end)


def _anchor(
    name: DrawnName, layout: MapLayout, projection: MapProjection
) -> tuple[float, float] | None:
    """What a name is held to; None for what is as large as the land."""
    label = name.label
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
