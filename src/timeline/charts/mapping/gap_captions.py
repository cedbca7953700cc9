"""Where a route breaks off: last seen and next seen in brackets, and no line between them."""

from __future__ import annotations

from timeline.charts.mapping.gap_words import gap_end_words
from timeline.charts.mapping.leg_captions import MOST_CAPTIONED_LEGS
from timeline.charts.mapping.map_labels import Label, TextStyle, wrapped
from timeline.charts.mapping.map_scene import (
    DOT_PX,
    DrawnName,
    GapEnd,
    MapLayout,
    Scene,
    is_in,
)
from timeline.theme import SMALL_PX, SMALLEST_PX

WIDEST_PX = 120.0
FARTHER_PX = (0.0, 12.0, 26.0)
"""What is tried beside the place, and then beyond its name."""


def caption_gaps(scene: Scene, layout: MapLayout) -> None:
    """Place the brackets of every gap beside the places between which it lies.

    As with other words, not in a picture of many legs: that is about the whole.
    """
    if len(scene.view.legs) > MOST_CAPTIONED_LEGS:
        return
    style = TextStyle(SMALLEST_PX if scene.is_narrow else SMALL_PX, stretch=scene.stretch)
    for gap in scene.view.gaps:
        for end in (GapEnd(gap, is_next=False), GapEnd(gap, is_next=True)):
            seen = gap.next if end.is_next else gap.last
            if seen.position is None or gap_key(end) in scene.uncaptioned:
                continue
            x, y = (float(value) for value in scene.projection.to_px([seen.position])[0])
            if not is_in(x, y, scene.projection):
                continue
            lines = wrapped(gap_end_words(end, scene.say), style, WIDEST_PX)
            for farther in FARTHER_PX:
                placed = layout.room.place(
                    Label(
                        key=gap_key(end),
                        lines=lines,
                        style=style,
                        x=x,
                        y=y,
                        reach_px=DOT_PX + farther,
                        sides="S N E W SE SW NE NW",
                        must_stand=True,
                    )
                )
                if placed is not None:
                    layout.names.append(DrawnName(placed, gap_end=end))
                    break


def gap_key(end: GapEnd) -> str:
    """The name of one side of a gap."""
    return f"{end.gap.gap_id}:{'next' if end.is_next else 'last'}"
