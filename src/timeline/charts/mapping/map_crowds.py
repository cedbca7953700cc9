"""Places that sit on top of each other in a picture, and lines too short to be read there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from timeline.charts.mapping.leg_trace import length_px
from timeline.charts.mapping.map_scene import MapLayout, Scene
from timeline.routes.globe import LonLat
from timeline.viewmodel.route_view import Fade, RouteLeg

TOO_CLOSE_PX = 24.0
"""Two dots closer than this need an inset."""
ALL_BUT_TOUCHING_PX = 12.0
"""Two dots closer than this are one spot to the eye."""
SAME_SPOT_PX = 2.5
"""Closer than this, no inset of a bearable size would part them."""
SHORT_LINE_PX = 60.0
"""Two or more lines shorter than this beside each other need one as well."""
REACH_PX = 34.0
"""What lies this near to such a place belongs into the same inset."""
MOST_COVER = 0.8
"""Of its height: how much line may lie under a name before it is hard to read."""


@dataclass(slots=True)
class Crowd:
    """Places too close to each other, as points in the picture and on the globe."""

    pixels: list[tuple[float, float]]
    degrees: list[LonLat]
    has_dots: bool
    """Whether two dots are too close; else it is short lines that are."""


def crowds(scene: Scene, layout: MapLayout) -> Iterator[Crowd]:
    """The largest group of leg ends and short lines that sit on top of each other.

    After it the largest of dots alone, and of dots that all but touch: with less around them
    they can be shown closer. None where nothing needs to be seen closer.
    """
    least = 4 if scene.is_narrow else 2
    close = _close_dots(layout, TOO_CLOSE_PX)
    crowd = _largest([*close, *_short_lines(scene)], least, REACH_PX)
    if crowd is None or not (crowd.has_dots or _is_illegible(crowd, scene, layout)):
        return
    yield crowd
    spots = [set(crowd.pixels)]
    for pairs, reach in (
        (close, REACH_PX),
        (_close_dots(layout, ALL_BUT_TOUCHING_PX), ALL_BUT_TOUCHING_PX),
    ):
        crowd = _largest(pairs, least, reach)
        if crowd is not None and set(crowd.pixels) not in spots:
            spots.append(set(crowd.pixels))
            yield crowd


def _close_dots(layout: MapLayout, closer_than_px: float) -> list[tuple[Crowd, int]]:
    """Every two leg ends that are that close to each other, with their weight."""
    pairs: list[tuple[Crowd, int]] = []
    dots = [dot for dot in layout.dots if dot.mark.is_leg_end and dot.mark.position is not None]
    for one in dots:
        for other in dots:
            gap = float(np.hypot(one.x - other.x, one.y - other.y))
            if SAME_SPOT_PX < gap < closer_than_px and one.mark.place_id < other.mark.place_id:
                ends = [p for p in (one.mark.position, other.mark.position) if p is not None]
                pairs.append((Crowd([(one.x, one.y), (other.x, other.y)], ends, True), 2))
    return pairs


def _short_lines(scene: Scene) -> list[tuple[Crowd, int]]:
    """The ends of every line that is too short to be read, with their weight."""
    lines: list[tuple[Crowd, int]] = []
    for leg in scene.view.legs:
        if leg.path and not leg.ends_out_of_frame:
            line = scene.projection.to_px(leg.path)
            if SAME_SPOT_PX < length_px(line) < SHORT_LINE_PX:
                ends = firm_points(leg)
                spots = scene.projection.to_px(ends)
                lines.append((Crowd([(float(x), float(y)) for x, y in spots], ends, False), 1))
    return lines


def _is_illegible(crowd: Crowd, scene: Scene, layout: MapLayout) -> bool:
    """Whether the picture without an inset loses a name, a line or a number of the crowd."""
    named = layout.named_places
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


def _largest(groups: list[tuple[Crowd, int]], least: int, reach_px: float) -> Crowd | None:
    """Join groups that are so near each other; the weightiest, if it weighs enough."""
    joined: list[tuple[Crowd, int]] = []
    for crowd, weight in groups:
        near = [pair for pair in joined if _gap_px(pair[0], crowd) < reach_px]
        joined = [pair for pair in joined if pair not in near]
        members = [crowd, *(other for other, _ in near)]
        merged = Crowd(
            [spot for one in members for spot in one.pixels],
            [spot for one in members for spot in one.degrees],
            any(one.has_dots for one in members),
        )
        joined.append((merged, weight + sum(other for _, other in near)))
    heavy = [pair for pair in joined if pair[1] >= least]
    return max(heavy, key=lambda pair: (pair[1], len(pair[0].pixels)))[0] if heavy else None


def _gap_px(one: Crowd, other: Crowd) -> float:
    between = np.asarray(one.pixels)[:, None, :] - np.asarray(other.pixels)[None, :, :]
    return float(np.hypot(between[..., 0], between[..., 1]).min())


def firm_points(leg: RouteLeg) -> list[LonLat]:
    """The points of a line that an inset has to show: of a stub, not where it dissolves."""
    if leg.fades is Fade.START:
        return [leg.path[-1]]
    if leg.fades is Fade.END:
        return [leg.path[0]]
    return [leg.path[0], leg.path[len(leg.path) // 2], leg.path[-1]]
