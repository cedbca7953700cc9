"""Where the names of countries stand on a map."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from timeline.charts.mapping.leg_words import land_words
from timeline.charts.mapping.map_labels import (
    Label,
    LabelRoom,
    PlacedLabel,
    TextStyle,
    beside,
    wrapped,
)
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import DrawnName, MapLayout, Scene
from timeline.theme import SMALL_PX, SMALLEST_PX
from timeline.viewmodel.route_view import LandName, NamePosition

SMALL_COUNTRY_PX = 80.0
"""A country narrower than this may have its name beside it, where it must have one."""
NEUTRAL_NAMES = {True: 5, False: 12}
"""How many countries outside the case are named, on a narrow picture and on a wide one."""


def name_land(scene: Scene, layout: MapLayout, lands: Iterable[LandName]) -> None:
    """Names of countries: those that are places of the route must stand, the rest may."""
    neutral = 0
    most = NEUTRAL_NAMES[scene.is_narrow] if scene.has_neutral_names else 0
    for land in lands:
        if not land.is_of_case and neutral >= most:
            continue
        found = _placed_land(land, scene, layout.room)
        if found is not None:
            placed, spot = found
            layout.names.append(DrawnName(placed, land=land, spot=spot.position))
            neutral += not land.is_of_case


def _placed_land(
    land: LandName, scene: Scene, room: LabelRoom
) -> tuple[PlacedLabel, NamePosition] | None:
    """The name and the point of the land that it belongs to."""
    words = land_words(land, scene.say)
    if land.is_region:
        style = TextStyle(SMALL_PX, stretch=scene.stretch)
    else:
        words = words.upper()
        style = TextStyle(
            SMALLEST_PX if scene.is_narrow or not land.is_of_case else SMALL_PX,
            is_bold=land.is_emphasised,
            spacing_px=1.2 if scene.is_narrow else 2.0,
            stretch=scene.stretch,
        )
    best: tuple[float, PlacedLabel, NamePosition] | None = None
    is_small = _widest_px(land, scene.projection) < SMALL_COUNTRY_PX
    for rank, (x, y, half_px) in enumerate(_spots_px(land, scene.projection)):
        # Farther down the list nothing gets cheaper than by its rank.
        if best is not None and 0.1 * rank >= best[0]:
            break
        for lines in _land_lines(words, style):
            half_text = max(style.width_px(line) for line in lines) / 2
            # A country that is a place of the route is named even where it is narrow.
            is_tight = half_px < half_text * (0.9 if land.is_of_case else 1.05)
            if is_tight and not (land.is_emphasised or land.is_region):
                continue
            for turn, (side, reach) in enumerate(_land_sides(land, is_small)):
                placed = beside(Label(land.code, lines, style, x, y, reach_px=reach), side)
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
                    best = (price, placed, land.positions[rank])
    if best is None or (best[0] > 2.2 and not land.is_emphasised):
        return None
    room.take(best[1].line_boxes(3))
    return best[1], best[2]


def _spots_px(land: LandName, projection: MapProjection) -> list[tuple[float, float, float]]:
    """Where the name may stand, and how far the land goes on to both sides, in pixels."""
    points = [spot.position for spot in land.positions]
    edges = [(spot.position[0] + spot.half_width_deg, spot.position[1]) for spot in land.positions]
    pixels = projection.to_px([*points, *edges])
    middles, ends = pixels[: len(points)], pixels[len(points) :]
    return [
        (x, y, abs(end - x))
        for (x, y), (end, _) in zip(middles.tolist(), ends.tolist(), strict=True)
    ]


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
