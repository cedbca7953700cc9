"""A second, closer map in a corner, for places that the map itself cannot keep apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from timeline.charts.mapping.leg_trace import length_px
from timeline.charts.mapping.map_labels import Box
from timeline.charts.mapping.map_projection import Insets, MapProjection, conic
from timeline.charts.mapping.map_scene import DrawnLeg, MapLayout, Scene
from timeline.routes.globe import LonLat
from timeline.routes.outlines import CountryOutlines
from timeline.viewmodel.land_names import land_names
from timeline.viewmodel.route_frame import bounds_around
from timeline.viewmodel.route_view import Fade, RouteLeg, RouteMap

TOO_CLOSE_PX = 24.0
"""Two dots closer than this need an inset."""
SAME_SPOT_PX = 2.5
"""Closer than this, no inset of a bearable size would part them."""
SHORT_LINE_PX = 60.0
"""Two or more lines shorter than this beside each other need one as well."""
REACH_PX = 34.0
"""What lies this near to such a place belongs into the same inset."""
MOST_COVER = 0.8
"""Of its height: how much line may lie under a name before it is hard to read."""
LEAST_EXTENT_DEG = 0.25
"""About 28 kilometres: the bundled outlines bear no closer look."""
LEAST_GAIN = 1.7
"""An inset less than this much closer than the map is not worth its room."""
MOST_LINE_COVERED_PX = 30.0
MARGIN_PX = 8.0
SIZES = ((0.36, 0.27), (0.31, 0.24), (0.27, 0.22))
"""Width and height of an inset as shares of the picture's width, largest first."""
NARROW_SIZES = ((0.5, 0.4), (0.44, 0.36))

Line = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Inset:
    """Where the inset stands and what it shows."""

    box: Box
    """In the picture."""
    shown: Box
    """The part of the picture that it shows larger, roughly: the two projections differ."""
    projection: MapProjection
    """From degrees to pixels of the box."""
    view: RouteMap
    """With names of land for what the inset shows."""
    named: frozenset[str]
    """Place ids of the marks inside."""
    numbered: frozenset[str]
    """Legs that lie inside altogether."""

    @property
    def kept_clear(self) -> tuple[Box, ...]:
        """What the names of the picture must not cover: the inset and the frame around its part."""
        left, top, right, bottom = self.shown
        return (
            self.box.grown(3),
            Box(left - 2, top - 2, right + 2, top + 2),
            Box(left - 2, bottom - 2, right + 2, bottom + 2),
            Box(left - 2, top, left + 2, bottom),
            Box(right - 2, top, right + 2, bottom),
        )


@dataclass(slots=True)
class _Crowd:
    """Places too close to each other, as points in the picture and on the globe."""

    pixels: list[tuple[float, float]]
    degrees: list[LonLat]
    has_dots: bool
    """Whether two dots are too close; else it is short lines that are."""


def inset_of(scene: Scene, layout: MapLayout, outlines: CountryOutlines) -> Inset | None:
    """The inset that a picture needs and has room for; None when it does without."""
    crowd = _crowd(scene, layout)
    if crowd is None:
        return None
    pixels = np.asarray(crowd.pixels)
    around = Box(*(pixels.min(axis=0) - 12), *(pixels.max(axis=0) + 12))
    bounds = bounds_around(crowd.degrees, margin=0.02, least_deg=LEAST_EXTENT_DEG)
    width = scene.projection.width_px
    for share_x, share_y in NARROW_SIZES if scene.is_narrow else SIZES:
        size = (share_x * width, share_y * width)
        projection = conic(crowd.degrees, bounds, *size, Insets(44, 30, 44, 30))
        shown = _shown(projection, scene.projection)
        if (shown.right - shown.left) * LEAST_GAIN > size[0]:
            continue
        corner = _free_corner(size, shown, around, layout, scene.projection)
        if corner is None:
            continue
        return _inset(corner, shown, projection, scene, outlines)
    return None


def _inset(
    box: Box, shown: Box, projection: MapProjection, scene: Scene, outlines: CountryOutlines
) -> Inset:
    corners = projection.to_degrees(
        np.array([(x, y) for x in (0.0, projection.width_px) for y in (0.0, projection.height_px)])
    )
    west, south = corners.min(axis=0)
    east, north = corners.max(axis=0)
    bounds = (float(west), float(south), float(east), float(north))
    view = scene.view
    inside = frozenset(
        mark.place_id
        for mark in view.marks
        if mark.position is not None and _holds(projection, [mark.position])
    )
    return Inset(
        box=box,
        shown=shown,
        projection=projection,
        view=replace(view, land_names=land_names(outlines, bounds, view.marks, view.countries)),
        named=inside,
        numbered=frozenset(
            leg.leg_id for leg in view.legs if leg.path and _holds(projection, _firm_points(leg))
        ),
    )


def _firm_points(leg: RouteLeg) -> list[LonLat]:
    """The points of a line that an inset has to show: of a stub, not where it dissolves."""
    if leg.fades is Fade.START:
        return [leg.path[-1]]
    if leg.fades is Fade.END:
        return [leg.path[0]]
    return [leg.path[0], leg.path[len(leg.path) // 2], leg.path[-1]]


def _holds(projection: MapProjection, points: Sequence[LonLat]) -> bool:
    pixels = projection.to_px(points)
    return bool(
        (pixels >= 4).all()
        and (pixels[:, 0] <= projection.width_px - 4).all()
        and (pixels[:, 1] <= projection.height_px - 4).all()
    )


def _crowd(scene: Scene, layout: MapLayout) -> _Crowd | None:
    """The largest group of leg ends and short lines that sit on top of each other."""
    groups: list[tuple[_Crowd, int]] = []
    dots = [dot for dot in layout.dots if dot.mark.is_leg_end and dot.mark.position is not None]
    for one in dots:
        for other in dots:
            gap = float(np.hypot(one.x - other.x, one.y - other.y))
            if SAME_SPOT_PX < gap < TOO_CLOSE_PX and one.mark.place_id < other.mark.place_id:
                ends = [p for p in (one.mark.position, other.mark.position) if p is not None]
                groups.append((_Crowd([(one.x, one.y), (other.x, other.y)], ends, True), 2))
    for leg in scene.view.legs:
        if leg.path and not leg.ends_out_of_frame:
            line = scene.projection.to_px(leg.path)
            if SAME_SPOT_PX < length_px(line) < SHORT_LINE_PX:
                ends = _firm_points(leg)
                spots = scene.projection.to_px(ends)
                groups.append((_Crowd([(float(x), float(y)) for x, y in spots], ends, False), 1))
    crowd = _largest(groups, 4 if scene.is_narrow else 2)
    if crowd is None or not (crowd.has_dots or _is_illegible(crowd, scene, layout)):
        return None
    return crowd


def _is_illegible(crowd: _Crowd, scene: Scene, layout: MapLayout) -> bool:
    """Whether the picture without an inset loses a name, a line or a number of the crowd."""
    named = {name.mark.place_id for name in layout.names if name.mark is not None}
    lost = [
        dot.mark.position
        for dot in layout.dots
        if dot.mark.is_leg_end and dot.mark.place_id not in named
    ]
    lost.extend(
        drawn.leg.path[len(drawn.leg.path) // 2]
        for drawn in layout.legs
        if drawn.leg.path
        and (not len(drawn.line) or (drawn.leg.shows_number and drawn.badge is None))
    )
    covered = [
        name.mark.position
        for name in layout.names
        if name.mark is not None and layout.room.line_cover(name.label.box) > MOST_COVER
    ]
    spots = scene.projection.to_px([point for point in (*lost, *covered) if point is not None])
    between = np.asarray(crowd.pixels)[:, None, :] - spots[None, :, :]
    return bool((np.hypot(between[..., 0], between[..., 1]) < REACH_PX).any())


def _largest(groups: list[tuple[_Crowd, int]], least: int) -> _Crowd | None:
    """Join groups that are near each other; the weightiest, if it weighs enough."""
    joined: list[tuple[_Crowd, int]] = []
    for crowd, weight in groups:
        near = [pair for pair in joined if _gap_px(pair[0], crowd) < REACH_PX]
        joined = [pair for pair in joined if pair not in near]
        members = [crowd, *(other for other, _ in near)]
        merged = _Crowd(
            [spot for one in members for spot in one.pixels],
            [spot for one in members for spot in one.degrees],
            any(one.has_dots for one in members),
        )
        joined.append((merged, weight + sum(other for _, other in near)))
    heavy = [pair for pair in joined if pair[1] >= least]
    return max(heavy, key=lambda pair: (pair[1], len(pair[0].pixels)))[0] if heavy else None


def _gap_px(one: _Crowd, other: _Crowd) -> float:
    between = np.asarray(one.pixels)[:, None, :] - np.asarray(other.pixels)[None, :, :]
    return float(np.hypot(between[..., 0], between[..., 1]).min())


def _shown(projection: MapProjection, main: MapProjection) -> Box:
    """The part of the picture an inset shows, as the box around its four edges."""
    x = np.linspace(0, projection.width_px, 9)
    y = np.linspace(0, projection.height_px, 9)
    grid = np.column_stack([axis.ravel() for axis in np.meshgrid(x, y)])
    pixels = main.to_px(projection.to_degrees(grid))
    return Box(*(float(v) for v in pixels.min(axis=0)), *(float(v) for v in pixels.max(axis=0)))


def _free_corner(
    size: tuple[float, float],
    shown: Box,
    around: Box,
    layout: MapLayout,
    projection: MapProjection,
) -> Box | None:
    """The corner that covers least; None when every corner hides a dot or much of a line."""
    best: tuple[float, Box] | None = None
    right = projection.width_px - MARGIN_PX - size[0]
    bottom = projection.height_px - MARGIN_PX - size[1]
    for left in (MARGIN_PX, right):
        for top in (MARGIN_PX, bottom):
            box = Box(left, top, left + size[0], top + size[1])
            apart = box.grown(6)
            if _touch(apart, shown) or _touch(apart, around):
                continue
            if any(_within(dot.x, dot.y, apart) for dot in layout.dots):
                continue
            covered = _line_length_in(apart, layout.legs)
            if covered > MOST_LINE_COVERED_PX:
                continue
            names = sum(
                1.0
                for name in layout.names
                if name.land is not None and name.land.is_of_case and _touch(box, name.label.box)
            )
            # Of two corners that cover as little, the nearer one.
            away = np.hypot(
                box.left + size[0] / 2 - (shown.left + shown.right) / 2,
                box.top + size[1] / 2 - (shown.top + shown.bottom) / 2,
            )
            price = covered + 15 * names + 0.06 * float(away)
            if best is None or price < best[0]:
                best = (price, box)
    return best[1] if best is not None else None


def _line_length_in(box: Box, legs: Sequence[DrawnLeg]) -> float:
    return sum(
        float(shapely.clip_by_rect(shapely.LineString(leg.line), *box).length)
        for leg in legs
        if len(leg.line) > 1
    )


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _within(x: float, y: float, box: Box) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom
