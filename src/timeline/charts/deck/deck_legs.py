"""The legs of the movable map as layers: casings, lines, stubs that dissolve, what a hand can hit.

Sizes are in pixels and stay so at every zoom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pydeck as pdk
import shapely
from shapely.ops import substring

from timeline.charts.deck.deck_rows import (
    LONG_DEG,
    ChoosableRow,
    Row,
    degrees,
    flat,
    path_degrees,
    rgb,
)
from timeline.charts.deck.deck_strokes import ends_at_edge, stroke_layers
from timeline.charts.deck.drawing import Drawing
from timeline.charts.deck.first_view import MOST_ZOOM
from timeline.charts.mapping.leg_trace import length_px
from timeline.charts.mapping.map_labels import on_line
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import DrawnLeg, Line
from timeline.charts.picture.picture_marks import CASING_PX
from timeline.viewmodel.route_view import EndKind, Fade

DASHES = {"@@type": "PathStyleExtension", "dash": True, "highPrecisionDash": True}
FADE_STEPS = 10
UNSEEN_PX, UNSEEN_CASING_PX, UNSEEN_HIT_PX = 3.0, 5.0, 24.0
"""How far off its arc a line, its light edge and its reach may be at the closest zoom."""
SHORT_SHARE = 0.4
"""Of that, for a short line: who comes close sees it whole."""
COARSEST = 0.12
"""Share of that which is the most in the first view."""
HIT_PX = 14.0
"""How wide a line is to the hand."""
MARKED_PX = 1.4
"""By how much a chosen line is wider."""


def line_layers(
    prefix: str, legs: Iterable[DrawnLeg], projection: MapProjection, drawing: Drawing
) -> list[pdk.Layer]:
    """Back to front, what is chosen in front; without a row there is no layer."""
    lined = sorted(
        (leg for leg in legs if len(leg.line) and drawing.emphasis.of_leg(leg.leg.leg_id)),
        key=lambda leg: drawing.emphasis.of_leg(leg.leg.leg_id),
    )
    whole = [leg for leg in lined if leg.leg.fades is Fade.NONE]
    stubs = [leg for leg in lined if leg.leg.fades is not Fade.NONE]
    rows = [
        [
            _path(leg, projection, drawing.coarseness * UNSEEN_PX),
            _width_px(leg, drawing),
            _colour(leg, drawing),
            _dash(leg),
        ]
        for leg in whole
    ]
    casings = [
        [
            _path(leg, projection, drawing.coarseness * UNSEEN_CASING_PX),
            round(_width_px(leg, drawing) + 2 * CASING_PX, 1),
        ]
        for leg in whole
    ]
    return [
        *_paths(f"{prefix}casings", casings, get_color=rgb(drawing.palette.ground)),
        *_paths(
            f"{prefix}lines",
            rows,
            get_color="this[2]",
            get_dash_array="this[3]",
            dash_units=pdk.types.String("pixels"),
            extensions=[DASHES],
        ),
        *_paths(
            f"{prefix}stubs",
            _stub_strokes(stubs, projection, drawing),
            cap=False,
            get_color="this[2]",
        ),
        *_stub_dots(f"{prefix}stub-dots", stubs, projection, drawing),
        *stroke_layers(prefix, lined, projection, drawing),
    ]


def hit_layers(
    prefix: str, legs: Iterable[DrawnLeg], projection: MapProjection, drawing: Drawing
) -> list[pdk.Layer]:
    """The lines as a hand finds them: unseen, and as wide as a fingertip needs."""
    rows: list[ChoosableRow] = [
        {
            "leg_id": leg.leg.leg_id,
            "event_id": leg.leg.event_id,
            "tip": drawing.tip(leg.leg),
            "path": _path(leg, projection, UNSEEN_HIT_PX),
        }
        for leg in legs
        if len(leg.line) and drawing.emphasis.of_leg(leg.leg.leg_id)
    ]
    if not rows:
        return []
    return [
        pdk.Layer(
            "PathLayer",
            rows,
            id=f"{prefix}legs",
            get_path="path",
            position_format=pdk.types.String("XY"),
            get_width=HIT_PX,
            width_units=pdk.types.String("pixels"),
            get_color=[0, 0, 0, 0],
            pickable=True,
        )
    ]


def _path(leg: DrawnLeg, projection: MapProjection, unseen_px: float) -> list[float]:
    """The line as sent: up to the middle of its dots, whose halo covers its ends.

    Cut short of them in degrees, it would draw back from its dots with every zoom.
    """
    drawn = leg.leg
    pixels = projection.to_px(drawn.path)
    if not np.isfinite(pixels).all():
        return flat(path_degrees(projection, leg.line))
    whole = shapely.LineString(pixels)
    first, last = (whole.project(shapely.Point(leg.line[end])) for end in (0, -1))
    # What is drawn may be cut to the picture; going round it, the ends may lie anywhere.
    if first >= last:
        return flat(path_degrees(projection, leg.line))
    starts_at_dot = drawn.start.kind is EndKind.POINT and drawn.fades is not Fade.START
    ends_at_dot = (
        drawn.end.kind is EndKind.POINT and leg.bar is None and drawn.fades is not Fade.END
    )
    is_whole = ends_at_dot or ends_at_edge(leg)
    line = substring(whole, 0.0 if starts_at_dot else first, whole.length if is_whole else last)
    is_long = max(abs(a - b) for a, b in zip(drawn.path[0], drawn.path[-1], strict=True)) > LONG_DEG
    share = 1.0 if is_long else SHORT_SHARE
    allowed = min(share * unseen_px / 2 ** (MOST_ZOOM - projection.zoom), COARSEST * unseen_px)
    path = path_degrees(projection, shapely.get_coordinates(shapely.simplify(line, allowed)))
    # To the last decimal where the dot is, not where its pixel is.
    if starts_at_dot:
        path[0] = [*drawn.path[0]]
    if is_whole:
        path[-1] = [*drawn.path[-1]]
    return flat(path)


def _width_px(leg: DrawnLeg, drawing: Drawing) -> float:
    is_marked = leg.leg.leg_id in drawing.emphasis.marked_legs
    return round(leg.style.width_px + (MARKED_PX if is_marked else 0), 1)


def _colour(leg: DrawnLeg, drawing: Drawing, share: float = 1.0) -> list[int]:
    opacity = round(share * drawing.emphasis.of_leg(leg.leg.leg_id))
    return rgb(leg.style.colour, opacity)


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
    legs: Iterable[DrawnLeg], projection: MapProjection, drawing: Drawing
) -> list[Row]:
    """A line that dissolves, as short pieces of which each is fainter than the one before."""
    return [
        [
            flat(path_degrees(projection, piece)),
            _width_px(leg, drawing),
            _colour(leg, drawing, share),
        ]
        for leg in legs
        if not leg.style.is_dotted
        for piece, share in _pieces(leg)
    ]


def _outward(leg: DrawnLeg) -> Line:
    """The line of a stub from where it is known to where it dissolves."""
    return leg.line if leg.leg.fades is Fade.END else leg.line[::-1]


def _pieces(leg: DrawnLeg) -> Iterable[tuple[list[tuple[float, float]], float]]:
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
        yield on_line(line, (first, last)), _fading((first + last) / 2)


def _stub_dots(
    name: str, legs: Iterable[DrawnLeg], projection: MapProjection, drawing: Drawing
) -> list[pdk.Layer]:
    rows: list[Row] = []
    for leg in legs:
        if leg.style.dash_px is None or not leg.style.is_dotted:
            continue
        line = _outward(leg)
        total = max(length_px(line), 1.0)
        shares = (np.arange(0, total, leg.style.dash_px[1]) / total).tolist()
        rows.extend(
            [degrees(projection, x, y), _colour(leg, drawing, _fading(share))]
            for share, (x, y) in zip(shares, on_line(line, shares), strict=True)
        )
    if not rows:
        return []
    return [
        pdk.Layer(
            "ScatterplotLayer",
            rows,
            id=name,
            get_position="this[0]",
            get_radius=1.6,
            radius_units=pdk.types.String("pixels"),
            get_fill_color="this[1]",
        )
    ]


def _fading(share: float) -> float:
    """Full for the first quarter, then running out, as in the still picture."""
    return min(1.0, (1 - share) / 0.75)


def _paths(
    name: str, rows: Sequence[Row], *, cap: bool = True, **properties: object
) -> list[pdk.Layer]:
    if not rows:
        return []
    return [
        pdk.Layer(
            "PathLayer",
            rows,
            id=name,
            get_path="this[0]",
            position_format=pdk.types.String("XY"),
            get_width="this[1]",
            width_units=pdk.types.String("pixels"),
            cap_rounded=cap,
            joint_rounded=True,
            **properties,
        )
    ]
