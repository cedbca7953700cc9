"""A second, closer map in a corner, for places that the map itself cannot keep apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from timeline.charts.mapping.map_crowds import crowds, firm_points
from timeline.charts.mapping.map_labels import Box
from timeline.charts.mapping.map_projection import Insets, MapProjection, conic
from timeline.charts.mapping.map_scene import ARROW_PX, DrawnLeg, MapLayout, Scene
from timeline.routes.globe import LonLat
from timeline.routes.outlines import CountryOutlines
from timeline.viewmodel.land_names import land_names
from timeline.viewmodel.route_frame import bounds_around
from timeline.viewmodel.route_view import RouteMap

LEAST_EXTENT_DEG = 0.25
"""About 28 kilometres: the bundled outlines bear no closer look."""
LEAST_GAIN = 1.7
"""An inset less than this much closer than the map is not worth its room."""
MOST_LINE_COVERED_PX = 30.0
MARGIN_PX = 8.0
SIZES = ((0.36, 0.27), (0.31, 0.24), (0.27, 0.22), (0.23, 0.19))
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
    is_of_few: bool = False
    """Whether it is for the closest of the places only, not for all that are too close."""

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


def insets(scene: Scene, layout: MapLayout, outlines: CountryOutlines) -> Iterator[Inset]:
    """The insets that a picture needs and has room for, the most welcome first.

    None where the picture does without. *layout* is that of the picture alone.
    """
    width = scene.projection.width_px
    for rank, crowd in enumerate(crowds(scene, layout)):
        pixels = np.asarray(crowd.pixels)
        around = Box(*(pixels.min(axis=0) - 12), *(pixels.max(axis=0) + 12))
        bounds = bounds_around(crowd.degrees, margin=0.02, least_deg=LEAST_EXTENT_DEG)
        for share_x, share_y in NARROW_SIZES if scene.is_narrow else SIZES:
            size = (share_x * width, share_y * width)
            projection = conic(crowd.degrees, bounds, *size, Insets(44, 30, 44, 30))
            shown = _shown(projection, scene.projection)
            if (shown.right - shown.left) * LEAST_GAIN > size[0]:
                continue
            corners = _free_corners(size, shown, around, layout, scene.projection)
            if corners:
                inset = _inset(corners[0], shown, projection, scene, outlines, is_of_few=rank > 0)
                yield from (replace(inset, box=corner) for corner in corners)


def _inset(
    box: Box,
    shown: Box,
    projection: MapProjection,
    scene: Scene,
    outlines: CountryOutlines,
    *,
    is_of_few: bool,
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
            leg.leg_id for leg in view.legs if leg.path and _holds(projection, firm_points(leg))
        ),
        is_of_few=is_of_few,
    )


def _holds(projection: MapProjection, points: Sequence[LonLat]) -> bool:
    pixels = projection.to_px(points)
    return bool(
        (pixels >= 4).all()
        and (pixels[:, 0] <= projection.width_px - 4).all()
        and (pixels[:, 1] <= projection.height_px - 4).all()
    )


def _shown(projection: MapProjection, main: MapProjection) -> Box:
    """The part of the picture an inset shows, as the box around its four edges."""
    x = np.linspace(0, projection.width_px, 9)
    y = np.linspace(0, projection.height_px, 9)
    grid = np.column_stack([axis.ravel() for axis in np.meshgrid(x, y)])
    pixels = main.to_px(projection.to_degrees(grid))
    return Box(*(float(v) for v in pixels.min(axis=0)), *(float(v) for v in pixels.max(axis=0)))


def _free_corners(
    size: tuple[float, float],
    shown: Box,
    around: Box,
    layout: MapLayout,
    projection: MapProjection,
) -> list[Box]:
    """The corners that hide no dot, no head and not much of a line; what covers least first."""
    found: list[tuple[float, Box]] = []
    right = projection.width_px - MARGIN_PX - size[0]
    bottom = projection.height_px - MARGIN_PX - size[1]
    for left in (MARGIN_PX, right):
        for top in (MARGIN_PX, bottom):
            box = Box(left, top, left + size[0], top + size[1])
            apart = box.grown(6)
            if _touch(apart, shown) or _touch(apart, around) or hides_marks(box, layout):
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
            found.append((covered + 15 * names + 0.06 * float(away), box))
    return [box for _, box in sorted(found)]


def hides_marks(box: Box, layout: MapLayout) -> bool:
    """Whether a dot, a head or a bar of the picture lies under the box or close to it."""
    apart, head = box.grown(6), ARROW_PX[0]
    if any(_within(dot.x, dot.y, apart) for dot in layout.dots):
        return True
    ends = [stroke for leg in layout.legs for stroke in (leg.arrow, leg.bar) if stroke is not None]
    return any(_within(end.x, end.y, box.grown(head)) for end in ends)


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
