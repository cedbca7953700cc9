"""A comparison as a drawing: one row a subject over one axis of days, day 0 a line or a band.

In a narrow picture the head of a row stands over its track, else beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from timeline.charts.compare.day_scale import DayScale
from timeline.charts.compare.packing import GAP_PX, PackedMark, PackedRow, Side, ends_px, pack
from timeline.charts.compare.rows_html import (
    besides,
    day_zero_words,
    outside_words,
    undrawn_words,
)
from timeline.charts.label_lines import (
    WIDER_BOLD_FACE,
    WIDER_FACE,
    broken_lines,
    label_lines,
)
from timeline.charts.picture.axis_svg import halo
from timeline.charts.picture.compared_mark_svg import (
    BAR_PX,
    SMALLER,
    TrackRuler,
    compared_mark_svg,
)
from timeline.charts.picture.comparison_frame import days_svg, key_of, zero_svg
from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.mark_svg import MarkPen, MarkSvg, gradient_id, lane_group
from timeline.charts.picture.plane import Plane, plane
from timeline.charts.text_direction import isolated
from timeline.charts.text_width import text_width_px
from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import Lane
from timeline.theme import SMALL_PX, TEXT_PX, Palette
from timeline.viewmodel.case_timeline import LANE_ORDER
from timeline.viewmodel.comparison import ComparedRow, Comparison

STACKED_PX = 480
"""Below this width heads stand over their tracks."""
_HEAD_SHARE, _NARROWEST_HEAD_PX, _WIDEST_HEAD_PX = 0.28, 150, 230
_BETWEEN_PX = 20
_EDGE_PX = 7.0
"""Between an end of the axis and the edge of the picture: half a ring stands there."""
_ROW_GAP_PX = 8
_LINE_PX = 16
_ASCENT_PX = 10
_GROUND_PX = 11
"""Height of the ground behind a line of words."""
_BASELINE = 0.35


@dataclass(frozen=True, slots=True)
class _HeadLine:
    """One line of the head of a row."""

    words: str
    grey_words: str
    size_px: float
    is_bold: bool = False
    is_grey: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """One row in its place."""

    row: ComparedRow
    packed: PackedRow
    head: tuple[_HeadLine, ...]
    top_px: int
    track_px: int
    """Where its marks begin, from the top."""
    end_px: int


def comparison_drawing(
    view: Comparison,
    say: Catalog,
    palette: Palette,
    *,
    width_px: float,
    prefix: str,
    direction: str = "ltr",
    has_labels: bool = True,
) -> Drawing:
    """The drawing of a comparison that has rows; without labels it is lower.

    Layers: `axis`, one of each lane's marks by the name of the lane, `labels`.
    """
    sheet = plane(width_px, direction)
    is_stacked = width_px < STACKED_PX
    head_px = (
        width_px
        if is_stacked
        else min(max(_HEAD_SHARE * width_px, _NARROWEST_HEAD_PX), _WIDEST_HEAD_PX)
    )
    from_px = _EDGE_PX if is_stacked else round(head_px) + _BETWEEN_PX
    scale = DayScale(view.first_day, view.last_day, width_px - from_px - _EDGE_PX)
    ruler = TrackRuler(scale, from_px)
    counted = f"{say('compare.axis')} {say(f'compare.moment.{view.moment.value}')}"
    counted_lines = broken_lines(counted, SMALL_PX * WIDER_FACE, head_px)
    words_px = _LINE_PX * len(counted_lines)
    top = words_px + (_LINE_PX if is_stacked else 0) + 4
    placed = _placed(view.rows, scale, say, top, head_px, is_stacked, has_labels)
    end = placed[-1].end_px if placed else top
    present = [
        lane for lane in LANE_ORDER if any(m.lane is lane for row in view.rows for m in row.marks)
    ]
    key = key_of(present, say, width_px, end + _LINE_PX)
    axis = days_svg(ruler, say, palette, sheet, words_y=top - 7, line_from=top - 2, line_to=end)
    axis += zero_svg(
        [(one.row.day_zero, one.track_px, one.end_px) for one in placed], ruler, palette, sheet
    )
    axis += _rules([one.top_px for one in placed], palette, width_px)
    return Drawing(
        width_px=width_px,
        height_px=key.end_px,
        layers=(
            Layer("axis", axis),
            *(
                _lane(lane, placed, ruler, palette, sheet, prefix, key.dots.get(lane, (0.0, 0.0)))
                for lane in present
            ),
            Layer(
                "labels",
                f'<g{sheet.text} font-size="{SMALL_PX}" fill="{palette.muted}">'
                f"{_lines(counted_lines, sheet)}{key.words_svg(palette, sheet)}</g>"
                f"{''.join(_head(one, palette, sheet) for one in placed)}"
                f"{_grounds(placed, ruler, palette, sheet)}"
                f'<g{sheet.text} font-size="{SMALL_PX}" fill="{palette.ink}" {halo(palette)}>'
                f"{''.join(_labels(one, ruler, palette, sheet) for one in placed)}</g>",
            ),
        ),
        title=say("export.headline.comparison", moment=say(f"compare.moment.{view.moment.value}")),
        description=say.count(
            "drawing.comparison",
            len(view.rows),
            moment=say(f"compare.moment.{view.moment.value}"),
            events=say.count("totals.events", view.mark_count),
            names=say("list.comma").join(row.name for row in view.rows),
            reading=say("export.reading"),
        ),
        prefix=prefix,
    )


def _placed(
    rows: Sequence[ComparedRow],
    scale: DayScale,
    say: Catalog,
    top: int,
    head_px: float,
    is_stacked: bool,
    has_labels: bool,
) -> list[_Placed]:
    placed = []
    for row in rows:
        # Figures and minus signs, of which these labels are full, differ most between faces.
        wide_px = SMALL_PX * WIDER_BOLD_FACE
        packed = pack(row.marks, scale, say, reckoned_px=wide_px, has_labels=has_labels)
        head = _head_lines(row, say, head_px)
        words_px = _LINE_PX * len(head)
        track = top + _ROW_GAP_PX + (words_px + 4 if is_stacked else 0)
        end = max(track + packed.height_px, top + _ROW_GAP_PX + words_px) + _ROW_GAP_PX
        placed.append(_Placed(row, packed, head, top, track, end))
        top = end
    return placed


def _head_lines(row: ComparedRow, say: Catalog, room_px: float) -> tuple[_HeadLine, ...]:
    """Whose row it is, what its day 0 is, and what of it is not drawn."""
    name = label_lines(
        row.name, besides(row, say), TEXT_PX * WIDER_BOLD_FACE, room_px, bold_title=True
    )
    lines = [_HeadLine(title, more, TEXT_PX, is_bold=True) for title, more in name if title or more]
    small = SMALL_PX * WIDER_FACE
    for words, is_grey in (
        (day_zero_words(row, say), False),
        (" · ".join((*outside_words(row, say), *undrawn_words(row, say))), True),
    ):
        if words:
            lines.extend(
                _HeadLine(line, "", SMALL_PX, is_grey=is_grey)
                for line in broken_lines(words, small, room_px)
            )
    return tuple(lines)


def _lane(
    lane: Lane,
    placed: Sequence[_Placed],
    ruler: TrackRuler,
    palette: Palette,
    sheet: Plane,
    prefix: str,
    key_px: tuple[float, float],
) -> Layer:
    name = lane.value
    pen = MarkPen(sheet, palette, gradient_id(prefix, name), bar_px=BAR_PX, scale=SMALLER)
    marks: list[MarkSvg] = [
        compared_mark_svg(one.mark, ruler, row.track_px + one.top_px + one.height_px / 2, pen)
        for row in placed
        for one in row.packed.marks
        if one.mark.lane is lane
    ]
    marks.append(MarkSvg(plain=pen.day(*key_px)))
    return Layer(name, lane_group(marks, palette.lanes[name], pen.gradient))


def _head(placed: _Placed, palette: Palette, sheet: Plane) -> str:
    parts = []
    y = placed.top_px + _ROW_GAP_PX + _ASCENT_PX
    for line in placed.head:
        colour = palette.muted if line.is_grey else palette.ink
        weight = ' font-weight="700"' if line.is_bold else ""
        more = (
            f'<tspan fill="{palette.muted}" font-weight="400">{escape(line.grey_words)}</tspan>'
            if line.grey_words
            else ""
        )
        own = escape(isolated(line.words) if more else line.words)
        words = sheet.line(" ".join(part for part in (own, more) if part))
        parts.append(
            f'<text x="{sheet.x(0)}" y="{y}" font-size="{line.size_px}" fill="{colour}"{weight}>'
            f"{words}</text>"
        )
        y += _LINE_PX
    return f"<g{sheet.text}>{''.join(parts)}</g>"


def _labels(placed: _Placed, ruler: TrackRuler, palette: Palette, sheet: Plane) -> str:
    return "".join(
        _label(one, placed.track_px, ruler, palette, sheet)
        for one in placed.packed.marks
        if one.side is not Side.NONE
    )


def _label(
    packed: PackedMark, track_px: int, ruler: TrackRuler, palette: Palette, sheet: Plane
) -> str:
    x = _label_px(packed, ruler)
    y = round(track_px + packed.top_px + packed.height_px / 2 + _BASELINE * SMALL_PX)
    anchor = sheet.text_to_end if packed.side is Side.LEFT else ""
    date = f'<tspan fill="{palette.muted}">{escape(packed.when)}</tspan>'
    words = sheet.line(" ".join(part for part in (escape(packed.label), date) if part))
    return f'<text x="{sheet.x(x)}" y="{y}"{anchor}>{words}</text>'


def _label_px(packed: PackedMark, ruler: TrackRuler) -> float:
    """Where its words begin, or end when they stand at the left of their mark."""
    start, end = (ruler.from_px + place for place in ends_px(packed.mark, ruler.scale))
    return {Side.RIGHT: end + GAP_PX, Side.LEFT: start - GAP_PX}.get(packed.side, start + GAP_PX)


def _grounds(rows: Sequence[_Placed], ruler: TrackRuler, palette: Palette, sheet: Plane) -> str:
    """Ground behind words: neither day 0 nor the outline of a bar they stand in strikes them out."""
    path = ""
    for row in rows:
        for one in row.packed.marks:
            if one.side is Side.NONE:
                continue
            x = _label_px(one, ruler)
            width = text_width_px(f"{one.label} {one.when}", SMALL_PX)
            to = x - width if one.side is Side.LEFT else x + width
            y = round(row.track_px + one.top_px + one.height_px / 2)
            path += f"M{sheet.x(x)} {y}H{sheet.x(to)}"
    return (
        f'<path d="{path}" stroke="{palette.ground}" stroke-width="{_GROUND_PX}"/>' if path else ""
    )


def _lines(lines: Sequence[str], sheet: Plane) -> str:
    return "".join(
        f'<text x="{sheet.x(0)}" y="{_ASCENT_PX + 1 + _LINE_PX * step}">'
        f"{sheet.line(escape(line))}</text>"
        for step, line in enumerate(lines)
    )


def _rules(tops: Sequence[int], palette: Palette, width_px: float) -> str:
    path = "".join(f"M0 {top}H{round(width_px)}" for top in tops)
    return f'<path d="{path}" stroke="{palette.hairline}" shape-rendering="crispEdges"/>'
