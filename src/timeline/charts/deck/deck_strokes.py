"""Heads, cross-ticks and bars of the movable map.

Turned letters stand for them: unlike pictures they have to be fetched from nowhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import pydeck as pdk

from timeline.charts.deck.deck_rows import Row, degrees, rgb, short
from timeline.charts.deck.drawing import Drawing
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import ARROW_GAP_PX, ARROW_PX, DOT_PX, DrawnLeg, Stroke
from timeline.charts.mapping.map_standing import StandingHead
from timeline.model.vocabulary import PlacePrecision
from timeline.theme import SANS
from timeline.viewmodel.route_view import EndKind, Fade

HEAD = "\N{BLACK RIGHTWARDS ARROWHEAD}"
ACROSS = "\N{EN DASH}"
"""Lies across the middle of a letter's box; turned by a right angle, it crosses the line."""
TIP_PX = 3.0
"""By how much the tip of a head at an edge goes on beyond its line, or it would be blunt."""
HEAD_PX, TICK_PX, BAR_PX = 17.0, 15.0, 26.0
"""Type sizes at which the letters are as long as the strokes of the still picture."""


def stroke_layers(
    prefix: str, legs: Iterable[DrawnLeg], projection: MapProjection, drawing: Drawing
) -> list[pdk.Layer]:
    """Ticks along lines and bars across their ends."""
    rows: list[Row] = []
    for leg in legs:
        strokes = [(tick, TICK_PX) for tick in leg.ticks]
        if leg.bar is not None:
            strokes.append((leg.bar, BAR_PX))
        rows.extend(
            [
                degrees(projection, stroke.x, stroke.y),
                _angle_deg(stroke) - 90,
                _colour(leg, drawing),
                size,
            ]
            for stroke, size in strokes
        )
    return _glyphs(f"{prefix}strokes", ACROSS, rows, get_size="this[3]")


def head_layers(name: str, heads: Iterable[StandingHead], drawing: Drawing) -> list[pdk.Layer]:
    """The arrowheads, to be drawn over the dots.

    Held to the dot, or to the end of the line, by pixels: no zoom tears them off.
    """
    rows: list[Row] = []
    for head in heads:
        leg = head.leg
        if leg.arrow is None or not drawing.emphasis.of_leg(leg.leg.leg_id):
            continue
        angle = math.radians(leg.arrow.angle_deg)
        if leg.leg.end.kind is EndKind.POINT and leg.bar is None:
            anchor = short(leg.leg.path[-1])
            away = -(DOT_PX + ARROW_GAP_PX + ARROW_PX[0] / 2)
        elif ends_at_edge(leg):
            anchor = short(leg.leg.path[-1])
            away = TIP_PX - ARROW_PX[0] / 2
        else:
            anchor = degrees(head.projection, *(float(value) for value in leg.line[-1]))
            away = ARROW_PX[0] * 0.2
        offset = [round(away * math.cos(angle), 1), round(away * math.sin(angle), 1)]
        rows.append([anchor, _angle_deg(leg.arrow), _colour(leg, drawing), offset])
    return _glyphs(name, HEAD, rows, get_size=HEAD_PX, get_pixel_offset="this[3]")


def ends_at_edge(leg: DrawnLeg) -> bool:
    """Whether the line ends where a country or region begins, in sight and with a head."""
    end = leg.leg.end
    has_edge = end.kind is EndKind.COUNTRY or end.precision is PlacePrecision.REGION
    is_whole = leg.leg.fades is Fade.NONE and not leg.leg.ends_out_of_frame
    return has_edge and is_whole and leg.arrow is not None


def _angle_deg(stroke: Stroke) -> int:
    """Letters turn the other way round."""
    return round(-stroke.angle_deg)


def _colour(leg: DrawnLeg, drawing: Drawing) -> list[int]:
    return rgb(leg.style.colour, drawing.emphasis.of_leg(leg.leg.leg_id))


def _glyphs(name: str, glyph: str, rows: list[Row], **properties: object) -> list[pdk.Layer]:
    if not rows:
        return []
    return [
        pdk.Layer(
            "TextLayer",
            rows,
            id=name,
            get_position="this[0]",
            # Every row shows the same letter. In brackets, or pydeck would take off the quotes.
            get_text=f"('{glyph}')",
            get_angle="this[1]",
            get_color="this[2]",
            character_set=pdk.types.String("auto"),
            font_family=pdk.types.String(SANS),
            font_weight=700,
            **properties,
        )
    ]
