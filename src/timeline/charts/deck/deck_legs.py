"""The legs of the movable map as layers: lines, heads, ticks, bars, stubs that dissolve.

Sizes are in pixels and stay so at every zoom. Turned letters stand for heads, ticks and
bars: unlike pictures they have to be fetched from nowhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import numpy as np
import pydeck as pdk
import shapely

from timeline.charts.deck.deck_rows import Row, degrees, path_degrees, rgb
from timeline.charts.mapping.leg_trace import length_px
from timeline.charts.mapping.map_labels import on_line
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import ARROW_GAP_PX, ARROW_PX, DOT_PX, DrawnLeg, Line, Stroke
from timeline.charts.picture.picture_marks import CASING_PX
from timeline.theme import SANS, Palette
from timeline.viewmodel.route_view import EndKind, Fade

DASHES = {"@@type": "PathStyleExtension", "dash": True, "highPrecisionDash": True}
HEAD = "\N{BLACK RIGHTWARDS ARROWHEAD}"
STROKE = "\N{EN DASH}"
"""Lies across the middle of a letter's box; turned by a right angle, it crosses the line."""
GLYPH_PX = {"arrows": 17.0, "ticks": 15.0, "bars": 26.0}
"""Type sizes at which the letters are as long as the strokes of the still picture."""
FADE_STEPS = 14
UNSEEN_PX = 0.04
"""In the first view; eight times that, less than half a pixel, at the closest."""
Tip = Callable[[DrawnLeg], str]


def leg_layers(
    legs: Iterable[DrawnLeg], projection: MapProjection, palette: Palette, tip: Tip
) -> list[pdk.Layer]:
    """Back to front; a layer without a row is left out."""
    lined = [leg for leg in legs if len(leg.line)]
    whole = [leg for leg in lined if leg.leg.fades is Fade.NONE]
    stubs = [leg for leg in lined if leg.leg.fades is not Fade.NONE]
    layers = [
        _casings(whole, projection, palette),
        _lines(whole, projection, tip),
        _stub_strokes(stubs, projection, tip),
        _stub_dots(stubs, projection, tip),
        _glyphs("ticks", STROKE, _ticks(lined, projection)),
        _glyphs("bars", STROKE, _bars(lined, projection)),
    ]
    return [layer for layer in layers if layer is not None]


def head_layer(legs: Iterable[DrawnLeg], projection: MapProjection) -> pdk.Layer | None:
    """The arrowheads, to be drawn over the dots."""
    return _glyphs("arrows", HEAD, _heads(legs, projection))


def _drawn_path(leg: DrawnLeg, projection: MapProjection) -> list[list[float]]:
    """The line as sent: up to the middle of its dots, whose halo covers its ends.

    Cut short of them in degrees, it would draw back from its dots with every zoom.
    """
    thinned = shapely.simplify(shapely.LineString(leg.line), UNSEEN_PX)
    path = path_degrees(projection, shapely.get_coordinates(thinned))
    first, last = leg.leg.path[0], leg.leg.path[-1]
    if leg.leg.start.kind is EndKind.POINT:
        path.insert(0, [*first])
    if _ends_at_dot(leg):
        path.append([*last])
    return path


def _ends_at_dot(leg: DrawnLeg) -> bool:
    return leg.leg.end.kind is EndKind.POINT and leg.bar is None


def _casings(
    legs: Iterable[DrawnLeg], projection: MapProjection, palette: Palette
) -> pdk.Layer | None:
    rows = [
        {
            "path": _drawn_path(leg, projection),
            "width": round(leg.style.width_px + 2 * CASING_PX, 1),
        }
        for leg in legs
    ]
    return _paths("casings", rows, get_color=rgb(palette.ground)) if rows else None


def _lines(legs: Iterable[DrawnLeg], projection: MapProjection, tip: Tip) -> pdk.Layer | None:
    rows = [
        {
            "leg_id": leg.leg.leg_id,
            "tip": tip(leg),
            "path": _drawn_path(leg, projection),
            "width": leg.style.width_px,
            "colour": rgb(leg.style.colour),
            "dash": _dash(leg),
        }
        for leg in legs
    ]
    if not rows:
        return None
    return _paths(
        "legs",
        rows,
        get_color="colour",
        get_dash_array="dash",
        dash_units=pdk.types.String("pixels"),
        extensions=[DASHES],
        pickable=True,
        auto_highlight=False,
    )


def _dash(leg: DrawnLeg) -> list[float]:
    """Stroke and gap in pixels; no gap for a solid line."""
    if leg.style.dash_px is None:
        return [0, 0]
    stroke, gap = leg.style.dash_px
    if leg.style.is_dotted:
        # A stroke of almost nothing with round caps is a dot.
        return [0.1, gap]
    # Round caps make every stroke longer by a width, at the cost of the gap.
    return [round(stroke - leg.style.width_px, 1), round(gap + leg.style.width_px, 1)]


def _stub_strokes(
    legs: Iterable[DrawnLeg], projection: MapProjection, tip: Tip
) -> pdk.Layer | None:
    """A line that dissolves, as short pieces of which each is fainter than the one before."""
    rows = [
        _stub_row(leg, path_degrees(projection, piece), opacity, tip)
        for leg in legs
        if not leg.style.is_dotted
        for piece, opacity in _pieces(leg)
    ]
    return _paths("stubs", rows, get_color="colour", cap=False, pickable=True) if rows else None


def _stub_row(leg: DrawnLeg, path: list[list[float]], opacity: int, tip: Tip) -> Row:
    return {
        "leg_id": leg.leg.leg_id,
        "tip": tip(leg),
        "path": path,
        "width": leg.style.width_px,
        "colour": [*rgb(leg.style.colour), opacity],
    }


def _outward(leg: DrawnLeg) -> Line:
    """The line of a stub from where it is known to where it dissolves."""
    return leg.line if leg.leg.fades is Fade.END else leg.line[::-1]


def _pieces(leg: DrawnLeg) -> Iterable[tuple[list[tuple[float, float]], int]]:
    line = _outward(leg)
    total = max(length_px(line), 1.0)
    if leg.style.dash_px is None:
        starts = np.arange(FADE_STEPS) * total / FADE_STEPS
        lengths = [total / FADE_STEPS] * FADE_STEPS
    else:
        stroke, gap = leg.style.dash_px
        starts = np.arange(0, total, stroke + gap)
        lengths = [stroke] * len(starts)
    for start, length in zip(starts.tolist(), lengths, strict=True):
        first, last = start / total, min((start + length) / total, 1.0)
        yield on_line(line, (first, last)), _opacity((first + last) / 2)


def _stub_dots(legs: Iterable[DrawnLeg], projection: MapProjection, tip: Tip) -> pdk.Layer | None:
    rows: list[Row] = []
    for leg in legs:
        if leg.style.dash_px is None or not leg.style.is_dotted:
            continue
        line = _outward(leg)
        total = max(length_px(line), 1.0)
        shares = (np.arange(0, total, leg.style.dash_px[1]) / total).tolist()
        rows.extend(
            {
                "leg_id": leg.leg.leg_id,
                "tip": tip(leg),
                "at": degrees(projection, x, y),
                "colour": [*rgb(leg.style.colour), _opacity(share)],
            }
            for share, (x, y) in zip(shares, on_line(line, shares), strict=True)
        )
    if not rows:
        return None
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id="stub-dots",
        get_position="at",
        get_radius=1.6,
        radius_units=pdk.types.String("pixels"),
        get_fill_color="colour",
        pickable=True,
    )


def _opacity(share: float) -> int:
    """Full for the first quarter, then running out, as in the still picture."""
    return round(255 * min(1.0, (1 - share) / 0.75))


def _ticks(legs: Iterable[DrawnLeg], projection: MapProjection) -> list[Row]:
    return [
        _glyph_row(projection, tick, leg.style.colour, turn_deg=90)
        for leg in legs
        for tick in leg.ticks
    ]


def _bars(legs: Iterable[DrawnLeg], projection: MapProjection) -> list[Row]:
    return [
        _glyph_row(projection, leg.bar, leg.style.colour, turn_deg=90)
        for leg in legs
        if leg.bar is not None
    ]


def _heads(legs: Iterable[DrawnLeg], projection: MapProjection) -> list[Row]:
    """Held to the dot, or to the end of the line, by pixels: no zoom tears them off."""
    rows = []
    for leg in legs:
        if leg.arrow is None or not len(leg.line):
            continue
        angle = math.radians(leg.arrow.angle_deg)
        if _ends_at_dot(leg):
            anchor = list(leg.leg.path[-1])
            away = -(DOT_PX + ARROW_GAP_PX + ARROW_PX[0] / 2)
        else:
            anchor = degrees(projection, *(float(value) for value in leg.line[-1]))
            away = ARROW_PX[0] * 0.2
        row = _glyph_row(projection, leg.arrow, leg.style.colour)
        row["at"] = anchor
        row["offset"] = [round(away * math.cos(angle), 1), round(away * math.sin(angle), 1)]
        rows.append(row)
    return rows


def _glyph_row(
    projection: MapProjection, stroke: Stroke, colour: str, *, turn_deg: float = 0.0
) -> Row:
    return {
        "at": degrees(projection, stroke.x, stroke.y),
        "angle": round(-stroke.angle_deg - turn_deg, 1),
        "offset": [0.0, 0.0],
        "colour": rgb(colour),
    }


def _glyphs(name: str, glyph: str, rows: list[Row]) -> pdk.Layer | None:
    if not rows:
        return None
    return pdk.Layer(
        "TextLayer",
        [{**row, "text": glyph} for row in rows],
        id=name,
        get_position="at",
        get_text="text",
        get_angle="angle",
        get_color="colour",
        get_size=GLYPH_PX[name],
        get_pixel_offset="offset",
        character_set=pdk.types.String("auto"),
        font_family=pdk.types.String(SANS),
        font_weight=700,
    )


def _paths(name: str, rows: list[Row], *, cap: bool = True, **properties: object) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        rows,
        id=name,
        get_path="path",
        get_width="width",
        width_units=pdk.types.String("pixels"),
        cap_rounded=cap,
        joint_rounded=True,
        **properties,
    )
