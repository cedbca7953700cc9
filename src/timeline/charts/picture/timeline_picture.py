"""The timeline of a case as a drawing: lanes, marks, labels that alone tell the story.

It is made for one width and never to be scaled to another. No clock is asked: the axis ends
where the marks do.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from timeline.charts.label_lines import WIDER_FACE
from timeline.charts.picture.axis_svg import TOP_PX, axis_svg, halo
from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.mark_svg import MarkPen, gradient_id, lane_group
from timeline.charts.picture.plane import Plane, plane
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.timeline_mark_svg import DayRuler, timeline_mark_svg
from timeline.charts.text_direction import isolated
from timeline.charts.timeline.time_scale import TimeScale
from timeline.charts.timeline.timeline_layout import (
    LINE_PX,
    PlacedLane,
    PlacedMark,
    TimelineLayout,
    lay_out,
)
from timeline.charts.timeline.timeline_words import drawing_title, drawing_words
from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import Lane
from timeline.theme import SMALL_PX, TEXT_PX, Palette
from timeline.viewmodel.case_timeline import CaseTimeline

HEAD_SPACING_PX = 0.5
_BELOW_PX = 4
_BASELINE = 0.35
"""From the middle of a line of type down to its baseline, in sizes of the type."""


def timeline_drawing(
    view: CaseTimeline,
    say: Catalog,
    palette: Palette,
    *,
    width_px: float,
    prefix: str,
    direction: str = "ltr",
    folded: frozenset[Lane] = frozenset(),
    scale: TimeScale | None = None,
) -> Drawing:
    """The drawing of a timeline that is not empty; lanes in *folded* are one row without labels.

    A part of a timeline is given the *scale* of the whole; without one the axis holds just
    these marks.

    Layers: `axis`, one of each lane's marks by the name of the lane, `labels`. The texts of
    the second group of `labels` are in the order of the lanes and of their events.
    """
    reckoned_px = TEXT_PX * WIDER_FACE
    layout = lay_out(view, say, scale, folded, width_px=width_px, reckoned_px=reckoned_px)
    sheet = plane(width_px, direction)
    height = TOP_PX + layout.height_px + _BELOW_PX
    axis = axis_svg(layout.scale, say, palette, sheet, height_px=height)
    heads = "".join(_head(lane, say, palette, sheet) for lane in layout.lanes)
    labels = "".join(
        _label(one, palette, sheet) for lane in layout.lanes for one in lane.marks if one.lines
    )
    return Drawing(
        width_px=width_px,
        height_px=height,
        layers=(
            Layer("axis", axis),
            *(_lane(lane, layout, palette, sheet, prefix) for lane in layout.lanes),
            Layer(
                "labels",
                f'<g{sheet.text} {halo(palette)}><g font-size="{SMALL_PX}" font-weight="700" '
                f'letter-spacing="{number(HEAD_SPACING_PX)}">{heads}</g>'
                f'<g font-size="{TEXT_PX}" fill="{palette.ink}">{labels}</g></g>',
            ),
        ),
        title=drawing_title(view, say),
        description=drawing_words(view, say),
        prefix=prefix,
    )


def _lane(
    lane: PlacedLane, layout: TimelineLayout, palette: Palette, sheet: Plane, prefix: str
) -> Layer:
    name = lane.lane.lane.value
    pen = MarkPen(sheet, palette, gradient_id(prefix, name))
    ruler = DayRuler(layout.scale, layout.width_px)
    marks = (timeline_mark_svg(one.mark, ruler, _whole(one.y_px), pen) for one in lane.marks)
    return Layer(name, lane_group(marks, palette.lanes[name], pen.gradient))


def _head(lane: PlacedLane, say: Catalog, palette: Palette, sheet: Plane) -> str:
    name = lane.lane.lane.value
    y = _whole(lane.y_px + _BASELINE * SMALL_PX)
    words = sheet.line(escape(say(f"lane.{name}").upper()))
    return f'<text x="{sheet.x(0)}" y="{number(y)}" fill="{palette.lanes[name]}">{words}</text>'


def _label(placed: PlacedMark, palette: Palette, sheet: Plane) -> str:
    """Title in ink and date in grey, in as many lines as the layout gives it."""
    is_to_end = placed.is_label_left
    edge_px = placed.label_start_px
    if is_to_end:
        edge_px += placed.label_width_px
    lines = placed.lines
    y = _whole(placed.label_y_px - LINE_PX * (len(lines) - 1) / 2 + _BASELINE * TEXT_PX)
    x = str(sheet.x(edge_px))
    first, *rest = lines
    more = "".join(_further_line(line, x, palette, sheet) for line in rest)
    anchor = sheet.text_to_end if is_to_end else ""
    return f'<text x="{x}" y="{number(y)}"{anchor}>{sheet.line(_line(first, palette))}{more}</text>'


def _further_line(line: tuple[str, str], x: str, palette: Palette, sheet: Plane) -> str:
    title, when = line
    placed = f'x="{x}" dy="{LINE_PX}"'
    if not title:
        return f'<tspan {placed} fill="{palette.muted}">{sheet.line(escape(when))}</tspan>'
    return f"<tspan {placed}>{sheet.line(_line(line, palette))}</tspan>"


def _whole(y_px: float) -> float:
    """A height below the words of the axis; nobody sees less than a pixel of it."""
    return TOP_PX + round(y_px)


def _line(line: tuple[str, str], palette: Palette) -> str:
    title, when = line
    if not when:
        return escape(title)
    date = f'<tspan fill="{palette.muted}">{escape(when)}</tspan>'
    return f"{escape(isolated(title))} {date}" if title else date
