"""The line of a leg in pixels: cut to the picture and short of its dots, with head or bar."""

from __future__ import annotations

import math

import numpy as np
import shapely

from timeline.charts.mapping.leg_style import LegStyle, leg_style
from timeline.charts.mapping.map_labels import on_line
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import (
    ARROW_GAP_PX,
    ARROW_PX,
    DOT_HALO_PX,
    DOT_PX,
    DrawnLeg,
    Line,
    Scene,
    Stroke,
    is_in,
)
from timeline.model.vocabulary import PlacePrecision
from timeline.viewmodel.route_view import EndKind, Fade, RouteLeg

AREA_GAP_PX = 11.0
"""What a line keeps from the middle of an area that has no outline."""
TICK_STEP_PX = 21.0
"""From one cross-tick to the next."""
EDGE_PX, INSET_EDGE_PX = 5.0, -3.0
"""How far inside the picture's edge a line is cut; an inset hides what runs over its own."""
SHORTEST_LINE_PX, SHORTEST_IN_INSET_PX = 9.0, 5.5
"""A line that would be shorter than this is not drawn: it needs an inset. In that there is no closer
look: all is drawn of which the head does not reach back over the dot it comes from."""


def trace_of(leg: RouteLeg, scene: Scene) -> DrawnLeg:
    """The line of a leg, cut short of its dots and with its head, ticks or bar."""
    style = leg_style(leg, scene.palette)
    nothing = DrawnLeg(leg, style, np.empty((0, 2)), None, None, (), None)
    if not leg.path:
        return nothing
    whole = scene.projection.to_px(leg.path)
    line = _inside(whole, scene.projection, INSET_EDGE_PX if scene.is_inset else EDGE_PX)
    if len(line) < 2:
        return nothing
    leaves = leg.ends_out_of_frame or not is_in(whole[-1][0], whole[-1][1], scene.projection)
    comes_in = False
    if scene.is_inset:
        # Also of a line that leaves the inset and comes back, only a part is seen.
        comes_in, leaves = (_is_cut(line[end], whole[end]) for end in (0, -1))
    start_gap = 0.0 if comes_in else _gap_px(leg.start.kind, leg, is_end=False)
    end_gap = 0.0 if leaves else _gap_px(leg.end.kind, leg, is_end=True)
    line = trimmed(line, start_gap, end_gap)
    if length_px(line) < (SHORTEST_IN_INSET_PX if scene.is_inset else SHORTEST_LINE_PX):
        return nothing
    if leaves and scene.is_inset:
        # A head or bar at the edge of an inset would stand at whatever is there.
        return DrawnLeg(leg, style, line, None, None, _ticks(line, style, 0), None)
    end = _end_stroke(line)
    if style.has_bar:
        return DrawnLeg(leg, style, line, None, end, _ticks(line, style, 0), None)
    if not style.has_arrow:
        return DrawnLeg(leg, style, line, None, None, _ticks(line, style, 0), None)
    # The line stops inside the head, or its blunt end would stick out at the tip.
    shaft = trimmed(line, 0, min(ARROW_PX[0] * 0.7, length_px(line) * 0.6))
    return DrawnLeg(leg, style, shaft, end, None, _ticks(shaft, style, 6), None)


def _gap_px(kind: EndKind, leg: RouteLeg, *, is_end: bool) -> float:
    if kind is EndKind.POINT:
        return DOT_PX + DOT_HALO_PX + (ARROW_GAP_PX if is_end else 0.5)
    fades = leg.fades is (Fade.END if is_end else Fade.START)
    # A region's line ends at its edge already; a district has none to end at.
    place = leg.end if is_end else leg.start
    is_without_edge = place.precision is PlacePrecision.DISTRICT
    return AREA_GAP_PX if is_without_edge and not fades else 0.0


def _is_cut(end: Line, whole_end: Line) -> bool:
    """Whether the end of what is seen of a line is not the end of the line."""
    return not bool(np.hypot(*(end - whole_end)) < 1.0)


def _inside(line: Line, projection: MapProjection, edge: float) -> Line:
    """The part of a line that is in the picture, from its start on; *edge* in pixels."""
    finite = line[np.isfinite(line).all(axis=1)]
    if len(finite) < 2:
        return finite
    cut = shapely.clip_by_rect(
        shapely.LineString(finite),
        edge,
        edge,
        projection.width_px - edge,
        projection.height_px - edge,
    )
    pieces = [np.asarray(shapely.get_coordinates(part)) for part in shapely.get_parts(cut)]
    pieces = [piece for piece in pieces if len(piece) > 1]
    if not pieces:
        return np.empty((0, 2))
    longest = max(pieces, key=length_px)
    # Clipping may turn a line round; travel has a direction.
    ahead = (
        np.hypot(*(finite - longest[0]).T).argmin() <= np.hypot(*(finite - longest[-1]).T).argmin()
    )
    return longest if ahead else longest[::-1]


def length_px(line: Line) -> float:
    """How long a line is in the picture."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum()) if len(line) > 1 else 0.0


def trimmed(line: Line, start_px: float, end_px: float) -> Line:
    """The line without so much at its start and end; empty when nothing is left."""
    total = length_px(line)
    if total <= start_px + end_px or total == 0:
        return np.empty((0, 2))
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    first, last = on_line(line, (start_px / total, 1 - end_px / total))
    inner = line[(along > start_px) & (along < total - end_px)]
    return np.vstack([[first], inner, [last]])


def _end_stroke(line: Line) -> Stroke:
    """The end of a line and the direction in which it arrives."""
    behind = trimmed(line, 0, min(ARROW_PX[0] * 0.8, length_px(line) * 0.5))[-1]
    dx, dy = line[-1] - behind
    return Stroke(
        float(line[-1][0]), float(line[-1][1]), math.degrees(math.atan2(float(dy), float(dx)))
    )


def _ticks(line: Line, style: LegStyle, end_px: float) -> tuple[Stroke, ...]:
    if not style.has_ticks:
        return ()
    inner = trimmed(line, 5, end_px + 3)
    total = length_px(inner)
    if total == 0:
        inner, total = line, length_px(line)
    count = max(int(total // TICK_STEP_PX), 1)
    strokes = []
    for index in range(count):
        share = (index + 0.5) / count
        (x0, y0), (x, y), (x1, y1) = on_line(
            inner, (max(share - 0.02, 0), share, min(share + 0.02, 1))
        )
        strokes.append(Stroke(x, y, math.degrees(math.atan2(y1 - y0, x1 - x0))))
    return tuple(strokes)
