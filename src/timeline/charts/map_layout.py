"""Everything of a route map except the land, laid out in pixels.

The static picture draws it as it is; the interactive map takes from it where names and
numbers stand, so that both look alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from timeline.charts.leg_style import LegStyle, LineKind, leg_style
from timeline.charts.leg_words import land_words, leg_caption
from timeline.charts.map_labels import (
    Box,
    Label,
    LabelRoom,
    PlacedLabel,
    TextStyle,
    beside,
    on_line,
    wrapped,
)
from timeline.charts.map_projection import MapProjection
from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import PlacePrecision
from timeline.routes.outlines import CountryOutlines
from timeline.theme import SMALL_PX, SMALLEST_PX, TEXT_PX, Palette
from timeline.viewmodel.route_view import (
    EndKind,
    Fade,
    LandName,
    RouteLeg,
    RouteMap,
    RouteMark,
)

NARROW_PX = 480.0
"""Below this width, fewer names and no captions but the necessary."""
DOT_PX, SMALL_DOT_PX = 4.2, 3.0
"""Radius of the dot of a place that a leg touches, and of one that only has events."""
DOT_HALO_PX = 1.6
BADGE_PX = 8.5
"""Radius of the circle around a number."""
BADGE_TEXT_PX = 11.0
SMALL_COUNTRY_PX = 60.0
"""A country narrower than this may have its name beside it, where it must have one."""
AREA_SPACING_PX = 0.7
"""Names of areas are set wider than those of places with a dot."""
NAMELESS_PX = 26.0
AREA_SPOTS = tuple(
    sorted(
        ((x / 4, y / 5) for x in range(-2, 3) for y in range(-4, 5)),
        key=lambda spot: (math.hypot(*spot), spot),
    )
)
"""Where in an area its name is tried, as shares of half its width and height."""
SMALL_AREA_SIDES = "W E NW SW NE SE N S"
LEAST_FOR_BADGE_PX = 62.0
"""A shorter line would vanish under its number, which then stands beside it."""
ARROW_PX = (11.5, 4.7)
"""Length and half width of an arrowhead."""
ARROW_GAP_PX = 3.0
"""What an arrowhead keeps from the dot it points at."""
AREA_GAP_PX = 11.0
"""What a line keeps from the middle of an area that has no outline."""
TICK_STEP_PX, TICK_PX = 21.0, 4.0
"""From one cross-tick to the next, and half the length of one."""
BAR_PX = 7.0
"""Half the length of the bar across a stopped journey."""
SHORTEST_LINE_PX = 9.0
"""A line that would be shorter than this is not drawn: it needs an inset."""
BADGE_SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)
MOST_CAPTIONED_LEGS = 12
"""A picture of more legs than this is about the whole; words beside each would bury it."""
NEUTRAL_NAMES = {True: 5, False: 12}
"""How many countries outside the case are named, on a narrow picture and on a wide one."""

Line = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A short mark across or along a line."""

    x: float
    y: float
    angle_deg: float
    """Direction of travel in the picture, clockwise from right."""


@dataclass(frozen=True, slots=True)
class DrawnLeg:
    """One leg as it is drawn."""

    leg: RouteLeg
    style: LegStyle
    line: Line
    """From where it may start to where its arrowhead begins; empty for no line."""
    arrow: Stroke | None
    """The tip."""
    bar: Stroke | None
    ticks: tuple[Stroke, ...]
    badge: tuple[float, float] | None
    """The middle of the number; None when there is no room or no number."""

    @property
    def fades(self) -> Fade:
        """Which end of the line dissolves."""
        return self.leg.fades


@dataclass(frozen=True, slots=True)
class DrawnDot:
    """One place with a point."""

    mark: RouteMark
    x: float
    y: float
    radius_px: float


@dataclass(frozen=True, slots=True)
class DrawnName:
    """One name, and what it is the name of."""

    label: PlacedLabel
    mark: RouteMark | None = None
    land: LandName | None = None
    leg: RouteLeg | None = None


@dataclass(slots=True)
class MapLayout:
    """All marks and texts of one picture."""

    legs: list[DrawnLeg] = field(default_factory=list)
    dots: list[DrawnDot] = field(default_factory=list)
    names: list[DrawnName] = field(default_factory=list)
    room: LabelRoom = field(default_factory=lambda: LabelRoom(0, 0))


@dataclass(frozen=True, slots=True)
class Scene:
    """What is laid out, and for whom."""

    view: RouteMap
    say: Catalog
    palette: Palette
    projection: MapProjection
    outlines: CountryOutlines | None = None
    """For the size of areas; without it they count as small."""
    kept_clear: tuple[Box, ...] = ()
    """Parts of the picture that carry something else, such as an inset."""
    unnamed: frozenset[str] = frozenset()
    """Marks, by place id, that an inset names."""
    undrawn: frozenset[str] = frozenset()
    """Legs that an inset shows."""
    numbered: frozenset[str] | None = None
    """The legs whose number may stand here; None for all."""
    has_neutral_names: bool = True

    @property
    def is_narrow(self) -> bool:
        """Whether the picture is for a phone."""
        return self.projection.width_px < NARROW_PX


def lay_out(scene: Scene) -> MapLayout:
    """Place everything: lines and dots where they are, then numbers, then names by weight."""
    projection = scene.projection
    layout = MapLayout(room=LabelRoom(projection.width_px, projection.height_px))
    layout.room.take(scene.kept_clear)
    layout.dots = _dots(scene)
    layout.room.take(_square(dot.x, dot.y, dot.radius_px + 1.5) for dot in layout.dots)
    traces = [_trace(leg, scene) for leg in scene.view.legs if leg.leg_id not in scene.undrawn]
    for trace in traces:
        if trace.arrow is not None:
            angle = math.radians(trace.arrow.angle_deg)
            layout.room.take(
                [
                    _square(
                        trace.arrow.x - 5 * math.cos(angle), trace.arrow.y - 5 * math.sin(angle), 5
                    )
                ]
            )
        if trace.bar is not None:
            layout.room.take([_square(trace.bar.x, trace.bar.y, BAR_PX)])
        layout.room.take_line(trace.line)
    layout.legs = [_with_badge(trace, scene, layout) for trace in traces]
    _name_marks(scene, layout)
    # A number without a line stands by the name of its area: names come first.
    layout.legs = [leg if len(leg.line) else _with_badge(leg, scene, layout) for leg in layout.legs]
    _name_land(scene, layout, [land for land in scene.view.land_names if land.is_emphasised])
    _caption_legs(scene, layout)
    _name_land(scene, layout, [land for land in scene.view.land_names if not land.is_emphasised])
    return layout


def _dots(scene: Scene) -> list[DrawnDot]:
    """Every point that is in the picture, the weightiest last so that it lies on top."""
    dots = []
    for mark in reversed(scene.view.marks):
        if mark.has_dot and mark.position is not None:
            x, y = scene.projection.to_px([mark.position])[0]
            if _is_in(x, y, scene.projection):
                radius = DOT_PX if mark.is_leg_end else SMALL_DOT_PX
                dots.append(DrawnDot(mark, float(x), float(y), radius))
    return dots


def _is_in(x: float, y: float, projection: MapProjection, margin: float = 0.0) -> bool:
    return (
        -margin <= x <= projection.width_px + margin
        and -margin <= y <= projection.height_px + margin
    )


def _square(x: float, y: float, half: float) -> Box:
    return Box(x - half, y - half, x + half, y + half)


def _trace(leg: RouteLeg, scene: Scene) -> DrawnLeg:
    """The line of a leg, cut short of its dots and with its head, ticks or bar."""
    style = leg_style(leg, scene.palette)
    nothing = DrawnLeg(leg, style, np.empty((0, 2)), None, None, (), None)
    if not leg.path:
        return nothing
    line = _inside(scene.projection.to_px(leg.path), scene.projection)
    if len(line) < 2:
        return nothing
    last_x, last_y = scene.projection.to_px([leg.path[-1]])[0]
    leaves = leg.ends_out_of_frame or not _is_in(last_x, last_y, scene.projection)
    start_gap = _gap_px(leg.start.kind, leg, is_end=False)
    end_gap = 0.0 if leaves else _gap_px(leg.end.kind, leg, is_end=True)
    line = trimmed(line, start_gap, end_gap)
    if length_px(line) < SHORTEST_LINE_PX:
        return nothing
    end = _end_stroke(line)
    if style.has_bar:
        return DrawnLeg(leg, style, line, None, end, _ticks(line, style, 0), None)
    if not style.has_arrow:
        return DrawnLeg(leg, style, line, None, None, _ticks(line, style, 0), None)
    # The line stops inside the head, or its blunt end would stick out at the tip.
    shaft = trimmed(line, 0, min(ARROW_PX[0] * 0.7, length_px(line) * 0.6))
    return DrawnLeg(leg, style, shaft, end, None, _ticks(shaft, style, 6), None)


def _gap_px(kind: EndKind, leg: RouteLeg, *, is_end: bool) -> float:
    if kind is EndKind.POINT:
        return DOT_PX + DOT_HALO_PX + (ARROW_GAP_PX if is_end else 0.5)
    fades = leg.fades is (Fade.END if is_end else Fade.START)
    # A region's line ends at its edge already; a district has none to end at.
    place = leg.end if is_end else leg.start
    is_without_edge = place.precision is PlacePrecision.DISTRICT
    return AREA_GAP_PX if is_without_edge and not fades else 0.0


def _inside(line: Line, projection: MapProjection) -> Line:
    """The part of a line that is in the picture, from its start on."""
    finite = line[np.isfinite(line).all(axis=1)]
    if len(finite) < 2:
        return finite
    edge = 5.0
    cut = shapely.clip_by_rect(
        shapely.LineString(finite),
        edge,
        edge,
        projection.width_px - edge,
        projection.height_px - edge,
    )
    pieces = [np.asarray(shapely.get_coordinates(part)) for part in shapely.get_parts(cut)]
    pieces = [piece for piece in pieces if len(piece) > 1]
    if not pieces:
        return np.empty((0, 2))
    longest = max(pieces, key=length_px)
    # Clipping may turn a line round; travel has a direction.
    ahead = (
        np.hypot(*(finite - longest[0]).T).argmin() <= np.hypot(*(finite - longest[-1]).T).argmin()
    )
    return longest if ahead else longest[::-1]


def length_px(line: Line) -> float:
    """How long a line is in the picture."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum()) if len(line) > 1 else 0.0


def trimmed(line: Line, start_px: float, end_px: float) -> Line:
    """The line without so much at its start and end; empty when nothing is left."""
    total = length_px(line)
    if total <= start_px + end_px or total == 0:
        return np.empty((0, 2))
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    first, last = on_line(line, (start_px / total, 1 - end_px / total))
    inner = line[(along > start_px) & (along < total - end_px)]
    return np.vstack([[first], inner, [last]])


def _end_stroke(line: Line) -> Stroke:
    """The end of a line and the direction in which it arrives."""
    behind = trimmed(line, 0, min(ARROW_PX[0] * 0.8, length_px(line) * 0.5))[-1]
    dx, dy = line[-1] - behind
    return Stroke(
        float(line[-1][0]), float(line[-1][1]), math.degrees(math.atan2(float(dy), float(dx)))
    )


def _ticks(line: Line, style: LegStyle, end_px: float) -> tuple[Stroke, ...]:
    if not style.has_ticks:
        return ()
    inner = trimmed(line, 5, end_px + 3)
    total = length_px(inner)
    if total == 0:
        inner, total = line, length_px(line)
    count = max(int(total // TICK_STEP_PX), 1)
    strokes = []
    for index in range(count):
        share = (index + 0.5) / count
        (x0, y0), (x, y), (x1, y1) = on_line(
            inner, (max(share - 0.02, 0), share, min(share + 0.02, 1))
        )
        strokes.append(Stroke(x, y, math.degrees(math.atan2(y1 - y0, x1 - x0))))
    return tuple(strokes)


def _with_badge(trace: DrawnLeg, scene: Scene, layout: MapLayout) -> DrawnLeg:
    """The leg with its number on its line or beside it, clear of dots and other numbers."""
    elsewhere = scene.numbered is not None and trace.leg.leg_id not in scene.numbered
    if elsewhere or not trace.leg.shows_number:
        return trace
    # Covering nothing is the rule: where there is no room, the number is left out.
    spots = _badge_spots(trace, scene, layout)
    badge = next((spot for spot in spots if layout.room.is_free(_square(*spot, BADGE_PX))), None)
    if badge is None:
        return trace
    layout.room.take([_square(*badge, BADGE_PX + 1)])
    ticks = tuple(
        tick
        for tick in trace.ticks
        if math.hypot(tick.x - badge[0], tick.y - badge[1]) > BADGE_PX + 3
    )
    return replace(trace, badge=badge, ticks=ticks)


def _badge_spots(trace: DrawnLeg, scene: Scene, layout: MapLayout) -> list[tuple[float, float]]:
    """Where a number may stand, the best first."""
    if len(trace.line) > 1:
        is_long = length_px(trace.line) > LEAST_FOR_BADGE_PX
        on = on_line(trace.line, BADGE_SHARES) if is_long else []
        return [*on, *_beside_line(trace.line)]
    position = trace.leg.badge_position
    if position is None:
        return []
    away = BADGE_PX + 3
    end = trace.leg.end
    for name in layout.names:
        if name.mark is not None and end.place_id in name.mark.place_ids:
            box = name.label.box
            middle = (box.top + box.bottom) / 2
            return [
                (box.right + away, middle),
                (box.left - away, middle),
                ((box.left + box.right) / 2, box.top - away),
                ((box.left + box.right) / 2, box.bottom + away),
            ]
    if not layout.names:
        return []
    x, y = (float(value) for value in scene.projection.to_px([position])[0])
    away += DOT_PX
    return [
        (x + away * math.cos(turn), y + away * math.sin(turn))
        for turn in np.radians([-45, 45, -135, 135, 0, 180, 90, -90]).tolist()
    ]


def _beside_line(line: Line) -> list[tuple[float, float]]:
    spots: list[tuple[float, float]] = []
    for away in (BADGE_PX + 4.5, BADGE_PX + 11.0):
        for share in (0.5, 0.3, 0.7, 0.9):
            (x0, y0), (x, y), (x1, y1) = on_line(
                line, (max(share - 0.05, 0), share, min(share + 0.05, 1))
            )
            angle = math.atan2(y1 - y0, x1 - x0)
            spots.extend(
                (x + away * math.cos(angle + turn), y + away * math.sin(angle + turn))
                for turn in (-math.pi / 2, math.pi / 2)
            )
    return spots


def _name_marks(scene: Scene, layout: MapLayout) -> None:
    """The names of dots and areas, ends of legs first, then by number of events."""
    size = 12.0 if scene.is_narrow else TEXT_PX + 0.5
    widest = 84.0 if scene.is_narrow else 150.0
    nameless: list[tuple[float, float]] = []
    for mark in scene.view.marks:
        if mark.position is None or mark.place_id in scene.unnamed:
            continue
        x, y = (float(value) for value in scene.projection.to_px([mark.position])[0])
        if not _is_in(x, y, scene.projection):
            continue
        placed = None
        # A name beside a dot without one would seem to be the name of that dot.
        if mark.is_leg_end or all(math.hypot(x - a, y - b) > NAMELESS_PX for a, b in nameless):
            style = TextStyle(
                size if mark.is_leg_end else SMALL_PX,
                is_bold=mark.is_leg_end,
                spacing_px=0.0 if mark.has_dot else AREA_SPACING_PX,
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


def _placed_mark(
    mark: RouteMark, label: Label, scene: Scene, layout: MapLayout
) -> PlacedLabel | None:
    """Beside its dot, or inside its area; farther away only a name that must stand."""
    room, neighbours = layout.room, _reach_of_neighbours(label.x, label.y, layout.dots)
    if mark.has_dot:
        own = DOT_PX if mark.is_leg_end else SMALL_DOT_PX
        return _beside_mark(replace(label, reach_px=max(own, neighbours)), room)
    region = scene.outlines.region(mark.region_code) if scene.outlines else None
    if region is None or mark.name != region.name:
        # A district has no outline here: its name is all there is of it.
        return room.place(replace(label, sides="C N S E W"))
    pixels = shapely.transform(region.shape, scene.projection.to_px)
    left, top, right, bottom = pixels.bounds
    half_width, half_height = (right - left) / 2, (bottom - top) / 2
    if half_width < label.style.width_px(max(label.lines, key=len)) / 2 or half_height < 14:
        reach = max(min(half_width, half_height) * 0.8, neighbours, 2.0)
        return _beside_mark(replace(label, reach_px=reach, sides=SMALL_AREA_SIDES), room)
    best = [
        replace(label, x=label.x + dx * half_width, y=label.y + dy * half_height, sides="C")
        for dx, dy in AREA_SPOTS
    ]
    inside = [one for one in best if shapely.contains_xy(pixels, one.x, one.y)]
    placed = next((found for one in inside if (found := room.place(one)) is not None), None)
    return placed or _beside_mark(replace(label, reach_px=half_height, sides="N S"), room)


def _beside_mark(label: Label, room: LabelRoom) -> PlacedLabel | None:
    for farther in (0.0, 7.0, 15.0) if label.must_stand else (0.0,):
        placed = room.place(replace(label, reach_px=label.reach_px + farther))
        if placed is not None:
            return placed
    return None


def _reach_of_neighbours(x: float, y: float, dots: Iterable[DrawnDot]) -> float:
    """How far the dots go that all but touch this one: a name stands beside them all."""
    away = ((math.hypot(dot.x - x, dot.y - y), dot.radius_px) for dot in dots)
    return max((gap + radius for gap, radius in away if gap < 9.0), default=0.0)


def _caption_legs(scene: Scene, layout: MapLayout) -> None:
    """A few words beside legs that did not take place or lead out of sight."""
    is_crowded = len(scene.view.legs) > MOST_CAPTIONED_LEGS
    # What only the words tell comes first; a requested return says it by its dots as well.
    for drawn in sorted(layout.legs, key=lambda leg: not _needs_words(leg)):
        words = leg_caption(drawn.leg, scene.say)
        is_left_out = (scene.is_narrow and not _needs_words(drawn)) or (
            is_crowded and not drawn.leg.ends_out_of_frame
        )
        if not words or not len(drawn.line) or is_left_out:
            continue
        placed = _placed_caption(words, drawn, scene, layout.room)
        if placed is not None:
            layout.names.append(DrawnName(placed, leg=drawn.leg))


def _needs_words(drawn: DrawnLeg) -> bool:
    return drawn.style.line_kind is not LineKind.REQUESTED


def _placed_caption(
    words: str, drawn: DrawnLeg, scene: Scene, room: LabelRoom
) -> PlacedLabel | None:
    style = TextStyle(SMALLEST_PX if scene.is_narrow else SMALL_PX)
    for widest in (105.0,) if scene.is_narrow else (140.0, 105.0):
        for x, y, reach in _caption_spots(drawn):
            label = Label(
                key=drawn.leg.leg_id,
                lines=wrapped(words, style, widest),
                style=style,
                x=x,
                y=y,
                reach_px=reach,
                sides="E W S N SE NE SW NW",
                must_stand=_needs_words(drawn),
            )
            placed = room.place(label)
            if placed is not None:
                return placed
    return None


def _caption_spots(drawn: DrawnLeg) -> Iterable[tuple[float, float, float]]:
    """Where a caption may hang: at the open end of a stub, else at the number, else along."""
    end = (float(drawn.line[-1][0]), float(drawn.line[-1][1]))
    if drawn.leg.fades is Fade.END or drawn.style.has_bar or drawn.leg.ends_out_of_frame:
        yield *end, 3.0
        yield *end, BADGE_PX + 4.0
    if drawn.leg.fades is Fade.START:
        yield float(drawn.line[0][0]), float(drawn.line[0][1]), 3.0
    if drawn.badge is not None:
        yield *drawn.badge, BADGE_PX
    for x, y in on_line(drawn.line, (0.5, 0.35, 0.65)):
        yield x, y, 4.0


def _name_land(scene: Scene, layout: MapLayout, lands: Iterable[LandName]) -> None:
    """Names of countries: those that are places of the route must stand, the rest may."""
    neutral = 0
    most = NEUTRAL_NAMES[scene.is_narrow] if scene.has_neutral_names else 0
    for land in lands:
        if not land.is_of_case and neutral >= most:
            continue
        placed = _placed_land(land, scene, layout.room)
        if placed is not None:
            layout.names.append(DrawnName(placed, land=land))
            neutral += not land.is_of_case


def _placed_land(land: LandName, scene: Scene, room: LabelRoom) -> PlacedLabel | None:
    words = land_words(land, scene.say)
    if land.is_region:
        style = TextStyle(SMALL_PX)
    else:
        words = words.upper()
        style = TextStyle(
            SMALLEST_PX if scene.is_narrow or not land.is_of_case else SMALL_PX,
            is_bold=land.is_emphasised,
            spacing_px=1.2 if scene.is_narrow else 2.0,
        )
    best: tuple[float, PlacedLabel] | None = None
    is_small = _widest_px(land, scene.projection) < SMALL_COUNTRY_PX
    for rank, spot in enumerate(land.positions):
        lon, lat = spot.position
        (x, y), (x1, _) = scene.projection.to_px([spot.position, (lon + spot.half_width_deg, lat)])
        half_px = abs(float(x1 - x))
        for lines in _land_lines(words, style):
            half_text = max(style.width_px(line) for line in lines) / 2
            # A country that is a place of the route is named even where it is narrow.
            is_tight = half_px < half_text * (0.9 if land.is_of_case else 1.05)
            if is_tight and not (land.is_emphasised or land.is_region):
                continue
            for turn, (side, reach) in enumerate(_land_sides(land, is_small)):
                placed = beside(
                    Label(land.code, lines, style, float(x), float(y), reach_px=reach), side
                )
                if not all(room.is_free(box) for box in placed.line_boxes(3)):
                    continue
                cover = room.line_cover(placed.box)
                if cover > 0.2 and not land.is_of_case:
                    continue
                price = (
                    0.1 * rank
                    + 1.2 * min(cover, 2.5)
                    + 0.8 * is_tight
                    + 0.3 * (len(lines) - 1)
                    + 0.1 * turn
                )
                if best is None or price < best[0]:
                    best = (price, placed)
    if best is None or (best[0] > 2.2 and not land.is_emphasised):
        return None
    room.take(best[1].line_boxes(3))
    return best[1]


def _widest_px(land: LandName, projection: MapProjection) -> float:
    """How wide the land is in the picture, at the widest of the points for its name."""
    points = [spot.position for spot in land.positions]
    ends = [
        (lon + 2 * spot.half_width_deg, lat)
        for (lon, lat), spot in zip(points, land.positions, strict=True)
    ]
    gaps = projection.to_px(ends) - projection.to_px(points)
    return float(np.hypot(*gaps.T).max())


def _land_sides(land: LandName, is_small: bool) -> tuple[tuple[str, float], ...]:
    """On which sides of its point a name of land is tried, and how far away."""
    if land.is_region:
        return tuple((side, 6.0) for side in ("W", "E", "N", "S"))
    inside = (("C", 0.0), ("N", 0.0), ("S", 0.0))
    if not (land.is_emphasised and is_small):
        return inside
    # A small country that must be named may have its name beside it.
    sides = ("E", "S", "W", "N", "SE", "SW", "NE", "NW")
    return (*inside, *((side, reach) for reach in (10.0, 22.0, 34.0) for side in sides))


def _land_lines(words: str, style: TextStyle) -> tuple[tuple[str, ...], ...]:
    """A name in one line, and in two when it has several words."""
    in_two = wrapped(words, style, 0.0)
    return ((words,),) if len(in_two) == 1 else ((words,), in_two)
