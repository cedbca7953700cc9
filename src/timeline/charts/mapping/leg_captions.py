"""A few words beside legs that did not take place or lead out of sight."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.charts.mapping.leg_style import LineKind
from timeline.charts.mapping.leg_words import leg_caption
from timeline.charts.mapping.map_labels import (
    Label,
    LabelRoom,
    PlacedLabel,
    TextStyle,
    on_line,
    wrapped,
)
from timeline.charts.mapping.map_scene import BADGE_PX, DrawnLeg, DrawnName, MapLayout, Scene
from timeline.theme import SMALL_PX, SMALLEST_PX
from timeline.viewmodel.route_view import Fade

MOST_CAPTIONED_LEGS = 12
"""A picture of more legs than this is about the whole; words beside each would bury it."""


def caption_legs(scene: Scene, layout: MapLayout) -> None:
    """Place the captions, those without which a line would stay unexplained first."""
    is_crowded = len(scene.view.legs) > MOST_CAPTIONED_LEGS
    # What only the words tell comes first; a requested return says it by its dots as well.
    for drawn in sorted(layout.legs, key=lambda leg: not _needs_words(leg)):
        words = leg_caption(drawn.leg, scene.say)
        is_left_out = (scene.is_narrow and not _needs_words(drawn)) or (
            is_crowded and not drawn.leg.ends_out_of_frame
        )
        is_said = drawn.leg.leg_id in scene.uncaptioned
        if not words or not len(drawn.line) or is_left_out or is_said:
            continue
        placed = _placed_caption(words, drawn, scene, layout.room)
        if placed is not None:
            layout.names.append(DrawnName(placed, leg=drawn.leg))


def _needs_words(drawn: DrawnLeg) -> bool:
    return drawn.style.line_kind is not LineKind.REQUESTED


def _placed_caption(
    words: str, drawn: DrawnLeg, scene: Scene, room: LabelRoom
) -> PlacedLabel | None:
    style = TextStyle(SMALLEST_PX if scene.is_narrow else SMALL_PX, stretch=scene.stretch)
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
