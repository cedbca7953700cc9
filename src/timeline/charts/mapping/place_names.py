"""Where the names of places stand: beside a dot, inside an area, never as if of another dot."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.charts.mapping.map_labels import (
    Box,
    Label,
    PlacedLabel,
    TextStyle,
    beside,
    wrapped,
)
from timeline.charts.mapping.map_scene import (
    DOT_PX,
    SMALL_DOT_PX,
    DrawnDot,
    DrawnName,
    Gathering,
    MapLayout,
    Scene,
    is_in,
)
from timeline.theme import SMALL_PX, TEXT_PX
from timeline.viewmodel.route_view import RouteMark

AREA_SPACING_PX = 0.7
"""Names of areas are set wider than those of places with a dot."""
NAMELESS_PX = 26.0
"""No name of lesser weight comes this near to a dot that could not be named."""
FARTHER_PX, SAME_DOT_PX = (7.0, 15.0), 1.0
"""How much farther from its dot a name that must stand is tried; dots nearer than this are one."""
AREA_SPOTS = tuple(
    sorted(
        ((x / 4, y / 5) for x in range(-2, 3) for y in range(-3, 4)),
        key=lambda spot: (math.hypot(*spot), spot),
    )
)
"""Where in an area its name is tried, as shares of half its width and height."""
SMALL_AREA_SIDES = "W E NW SW NE SE N S"


def name_marks(scene: Scene, layout: MapLayout) -> None:
    """The names of dots and areas, ends of legs first, then by number of events."""
    size = 12.0 if scene.is_narrow else TEXT_PX + 0.5
    widest = 84.0 if scene.is_narrow else 150.0
    nameless: list[tuple[float, float]] = []
    gathered = {place_id: one for one in scene.gatherings for place_id in one.place_ids}
    passed_over = scene.unnamed | scene.left_out
    for mark in scene.view.marks:
        if mark.position is None or mark.place_id in passed_over:
            continue
        gathering = gathered.get(mark.place_id)
        if gathering is not None:
            if mark is gathering.marks[0]:
                _name_gathering(gathering, size, widest, scene, layout)
            continue
        x, y = (float(value) for value in scene.projection.to_px([mark.position])[0])
        if not is_in(x, y, scene.projection):
            continue
        placed = None
        # A name beside a dot without one would seem to be the name of that dot.
        if mark.is_leg_end or all(math.hypot(x - a, y - b) > NAMELESS_PX for a, b in nameless):
            style = TextStyle(
                size if mark.is_leg_end else SMALL_PX,
                is_bold=mark.is_leg_end,
                spacing_px=0.0 if mark.has_dot else AREA_SPACING_PX,
                stretch=scene.stretch,
            )
            label = Label(
                key=mark.place_id,
                lines=wrapped(mark.name, style, widest),
                style=style,
                x=x,
                y=y,
                must_stand=mark.is_leg_end,
            )
            placed = _placed_mark(mark, label, scene, layout)
        if placed is not None:
            layout.names.append(DrawnName(placed, mark=mark))
        elif mark.has_dot:
            nameless.append((x, y))


def _name_gathering(
    gathering: Gathering, size_px: float, widest_px: float, scene: Scene, layout: MapLayout
) -> None:
    """The name of the weightiest place, and how many more there are."""
    x, y = (float(value) for value in scene.projection.to_px([gathering.middle])[0])
    if not is_in(x, y, scene.projection):
        return
    style = TextStyle(size_px, is_bold=True, stretch=scene.stretch)
    label = Label(
        key=gathering.marks[0].place_id,
        lines=wrapped(gathering_words(gathering.marks), style, widest_px),
        style=style,
        x=x,
        y=y,
        reach_px=gathering.ring_px - 1,
        must_stand=True,
    )
    placed = _beside_mark(label, layout)
    if placed is not None:
        name = DrawnName(placed, mark=gathering.marks[0], gathering=gathering)
        layout.names.append(name)


def gathering_words(marks: Sequence[RouteMark]) -> str:
    """The name of the first, and how many more there are."""
    more = len(marks) - 1
    return f"{marks[0].name} +{more}" if more else marks[0].name


def _placed_mark(
    mark: RouteMark, label: Label, scene: Scene, layout: MapLayout
) -> PlacedLabel | None:
    """Beside its dot, or inside its area; farther away only a name that must stand."""
    room, neighbours = layout.room, _reach_of_neighbours(label.x, label.y, layout.dots)
    if mark.has_dot:
        own = DOT_PX if mark.is_leg_end else SMALL_DOT_PX
        return _beside_mark(replace(label, reach_px=max(own, neighbours)), layout)
    if mark.area_bounds is None:
        # A district has no outline here: its name is all there is of it.
        return room.place(replace(label, sides="C N S E W"))
    west, south, east, north = mark.area_bounds
    corners = scene.projection.to_px([(west, south), (east, north)])
    (left, bottom), (right, top) = corners.tolist()
    half_width, half_height = (right - left) / 2, (bottom - top) / 2
    if half_width < label.style.width_px(max(label.lines, key=len)) / 2 or half_height < 14:
        reach = max(min(half_width, half_height) * 0.8, neighbours, 2.0)
        return _beside_mark(replace(label, reach_px=reach, sides=SMALL_AREA_SIDES), layout)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    for dx, dy in AREA_SPOTS:
        x, y = middle_x + dx * half_width, middle_y + dy * half_height
        placed = room.place(replace(label, x=x, y=y, sides="C"))
        if placed is not None:
            return placed
    return _beside_mark(replace(label, reach_px=half_height, sides="N S"), layout)


def _beside_mark(label: Label, layout: MapLayout) -> PlacedLabel | None:
    placed = layout.room.place(label)
    if placed is not None or not label.must_stand:
        return placed
    for farther in FARTHER_PX:
        away = replace(label, reach_px=label.reach_px + farther)
        sides = [side for side in label.sides.split() if _is_its_own(away, side, label, layout)]
        placed = layout.room.place(replace(away, sides=" ".join(sides)))
        if placed is not None:
            return placed
    return None


def _is_its_own(away: Label, side: str, label: Label, layout: MapLayout) -> bool:
    """Whether a name farther away is still taken for that of its dot.

    No other dot is nearer to it, and no other name stands between.
    """
    box = beside(away, side).box
    own = distance_px(label.x, label.y, box)
    others = (
        distance_px(dot.x, dot.y, box)
        for dot in layout.dots
        if math.hypot(dot.x - label.x, dot.y - label.y) > SAME_DOT_PX
    )
    if any(other < own for other in others):
        return False
    x, y = min(max(label.x, box.left), box.right), min(max(label.y, box.top), box.bottom)
    way = Box(min(x, label.x), min(y, label.y), max(x, label.x), max(y, label.y)).grown(1)
    return not any(
        name.label.key != label.key
        and way.left < line.right
        and line.left < way.right
        and way.top < line.bottom
        and line.top < way.bottom
        for name in layout.names
        for line in name.label.line_boxes(0)
    )


def distance_px(x: float, y: float, box: Box) -> float:
    """From a point to the nearest edge of a box; 0 inside it."""
    return math.hypot(x - min(max(x, box.left), box.right), y - min(max(y, box.top), box.bottom))


def _reach_of_neighbours(x: float, y: float, dots: Iterable[DrawnDot]) -> float:
    """How far the dots go that all but touch this one: a name stands beside them all."""
    away = ((math.hypot(dot.x - x, dot.y - y), dot.radius_px) for dot in dots)
    return max((gap + radius for gap, radius in away if gap < 9.0), default=0.0)
