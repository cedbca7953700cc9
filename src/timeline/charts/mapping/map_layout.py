"""Everything of a route map except the land, laid out in pixels.

The static picture draws it as it is; the interactive map takes from it where names and
numbers stand, so that both look alike.
"""

from __future__ import annotations

import math
from dataclasses import replace

from timeline.charts.mapping.gap_captions import caption_gaps
from timeline.charts.mapping.land_labels import name_land
from timeline.charts.mapping.leg_badges import with_badge
from timeline.charts.mapping.leg_captions import caption_legs
from timeline.charts.mapping.leg_trace import trace_of
from timeline.charts.mapping.map_labels import LabelRoom
from timeline.charts.mapping.map_scene import (
    BAR_PX,
    DOT_PX,
    SMALL_DOT_PX,
    DrawnDot,
    MapLayout,
    Scene,
    is_in,
    square,
)
from timeline.charts.mapping.place_names import name_marks


def lay_out(scene: Scene) -> MapLayout:
    """Place everything: lines and dots where they are, then numbers, then names by weight."""
    layout = marks_laid_out(scene)
    take_rings(scene, layout)
    layout.legs = [with_badge(trace, scene, layout) for trace in layout.legs]
    name_marks(scene, layout)
    # A number without a line stands by the name of its area: names come first.
    layout.legs = [leg if len(leg.line) else with_badge(leg, scene, layout) for leg in layout.legs]
    name_land(scene, layout, [land for land in scene.view.land_names if land.is_emphasised])
    caption_gaps(scene, layout)
    caption_legs(scene, layout)
    name_land(scene, layout, [land for land in scene.view.land_names if not land.is_emphasised])
    return layout


def lay_out_still(scene: Scene) -> MapLayout:
    """The same for a picture that nobody can ask: every dot has a name or is an end of a leg.

    There a dot without a name says nothing, and the name of an area near it would be taken for
    its own. What had no room for its name leaves its room to others.
    """
    layout = lay_out(scene)
    if nameless := _nameless(scene, layout):
        scene = replace(scene, left_out=scene.left_out | nameless)
        layout = lay_out(scene)
        still_nameless = _nameless(scene, layout)
        layout.dots = [dot for dot in layout.dots if dot.mark.place_id not in still_nameless]
    return layout


def _nameless(scene: Scene, layout: MapLayout) -> frozenset[str]:
    """The dots, by place id, that found no room for their name and are no end of a leg."""
    named = scene.unnamed | layout.named_places
    return frozenset(
        dot.mark.place_id
        for dot in layout.dots
        if not dot.mark.is_leg_end and dot.mark.place_id not in named
    )


def marks_laid_out(scene: Scene) -> MapLayout:
    """Lines and dots, where they are and nothing else may be; no text yet."""
    projection = scene.projection
    layout = MapLayout(room=LabelRoom(projection.width_px, projection.height_px))
    layout.room.take(scene.kept_clear)
    layout.dots = _dots(scene)
    layout.room.take(square(dot.x, dot.y, dot.radius_px + 1.5) for dot in layout.dots)
    layout.legs = [
        trace_of(leg, scene) for leg in scene.view.legs if leg.leg_id not in scene.undrawn
    ]
    for trace in layout.legs:
        if trace.arrow is not None:
            angle = math.radians(trace.arrow.angle_deg)
            layout.room.take(
                [
                    square(
                        trace.arrow.x - 5 * math.cos(angle), trace.arrow.y - 5 * math.sin(angle), 5
                    )
                ]
            )
        if trace.bar is not None:
            layout.room.take([square(trace.bar.x, trace.bar.y, BAR_PX)])
        layout.room.take_line(trace.line)
    return layout


def take_rings(scene: Scene, layout: MapLayout) -> None:
    """Keep everything off the rings around places too near to each other."""
    for gathering in scene.gatherings:
        x, y = (float(value) for value in scene.projection.to_px([gathering.middle])[0])
        layout.room.take([square(x, y, gathering.ring_px)])


def _dots(scene: Scene) -> list[DrawnDot]:
    """Every point that is in the picture, the weightiest last so that it lies on top."""
    dots = []
    for mark in reversed(scene.view.marks):
        if mark.place_id in scene.left_out:
            continue
        if mark.has_dot and mark.position is not None:
            x, y = scene.projection.to_px([mark.position])[0]
            if is_in(x, y, scene.projection):
                radius = DOT_PX if mark.is_leg_end else SMALL_DOT_PX
                dots.append(DrawnDot(mark, float(x), float(y), radius))
    return dots
