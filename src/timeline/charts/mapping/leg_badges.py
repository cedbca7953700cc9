"""Where the number of a leg stands."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from timeline.charts.mapping.leg_trace import length_px
from timeline.charts.mapping.map_labels import PlacedLabel, on_line
from timeline.charts.mapping.map_scene import (
    BADGE_PX,
    DOT_PX,
    DrawnLeg,
    Line,
    MapLayout,
    Scene,
    square,
)

LEAST_FOR_BADGE_PX = 62.0
"""A shorter line would vanish under its number, which then stands beside it."""
BADGE_SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)
"""Where on a line a number is tried, as shares of its length."""


def with_badge(trace: DrawnLeg, scene: Scene, layout: MapLayout) -> DrawnLeg:
    """The leg with its number on its line or beside it, clear of dots and other numbers."""
    elsewhere = scene.numbered is not None and trace.leg.leg_id not in scene.numbered
    if elsewhere or not trace.leg.shows_number:
        return trace
    # Covering nothing is the rule: where there is no room, the number is left out.
    spots = _badge_spots(trace, scene, layout)
    badge = next((spot for spot in spots if layout.room.is_free(square(*spot, BADGE_PX))), None)
    if badge is None:
        return trace
    layout.room.take([square(*badge, BADGE_PX + 1)])
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
                *(_held_spots(name.label, away) if scene.stretch > 1 else []),
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


def _held_spots(label: PlacedLabel, away_px: float) -> list[tuple[float, float]]:
    """Spots where the text is sure to begin or end, however wide its letters come out."""
    box = label.box
    if label.anchor == "middle":
        held = label.x
    else:
        held = box.left + BADGE_PX if label.anchor == "start" else box.right - BADGE_PX
    return [(held, box.bottom + away_px), (held, box.top - away_px)]


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
