"""Who came to a country and who went, as a drawing: two columns of bars with their words.

Solid is documented, pale with a dashed edge possible, hatched contested; what was only asked
for, offered or stopped is a line as on the maps. The words beside a bar say its numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.charts.html.flow_tables import flow_words
from timeline.charts.mapping.leg_style import LegStyle, LineKind, style_of
from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.plane import Plane, plane
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.text_block import TypeLook, lines_svg
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.model.vocabulary import LegStatus
from timeline.theme import SMALL_PX, TEXT_PX, Palette
from timeline.viewmodel.country_flows import FlowRow, FlowSide

STACKED_BELOW_PX = 480.0
"""Narrower, the columns stand one below the other."""
BETWEEN_PX = 36.0
BAR_PX = 10.0
LONGEST_BAR = 0.56
"""Of a column: what is left holds the words."""
LEAST_BAR_PX, LEAST_LINE_PX, LEAST_FADE_PX = 4.0, 14.0, 24.0
"""The shortest bar, the shortest line of what did not take place, and of what fades."""
ROW_GAP_PX, HEAD_GAP_PX, SIDE_GAP_PX = 14.0, 10.0, 24.0
BESIDE_PX = 8.0

_LINES = {
    LegStatus.REQUESTED: LineKind.REQUESTED,
    LegStatus.THREATENED: LineKind.REQUESTED,
    LegStatus.OFFERED: LineKind.OFFERED,
    LegStatus.BLOCKED: LineKind.BLOCKED,
}


@dataclass(frozen=True, slots=True)
class _Pen:
    """What draws one column."""

    say: Catalog
    palette: Palette
    page: Plane
    prefix: str
    width_px: float

    def look(self, size_px: float, *, is_bold: bool = False, is_muted: bool = False) -> TypeLook:
        colour = self.palette.muted if is_muted else self.palette.ink
        return TypeLook(size_px, colour, is_bold=is_bold, leading=1.35)


@dataclass(frozen=True, slots=True)
class _Column:
    """One direction, set from y = 0 down."""

    texts: str
    bars: str
    height_px: float


def flow_drawing(
    sides: tuple[FlowSide, ...],
    country: str,
    say: Catalog,
    palette: Palette,
    *,
    width_px: float,
    prefix: str,
    direction: str = "ltr",
) -> Drawing:
    """Two columns, one below the other on a narrow page. *country* is a name.

    Layers: `bars`, `words`.
    """
    is_stacked = width_px < STACKED_BELOW_PX
    column_px = width_px if is_stacked else (width_px - BETWEEN_PX) / 2
    # Columns are mirrored each by itself, and so is their order.
    pen = _Pen(say, palette, plane(column_px, direction), prefix, column_px)
    bars, words = "", ""
    heights = [0.0, 0.0]
    for index, side in enumerate(sides):
        column = _column(side, country, pen)
        place = 0 if is_stacked else index % 2
        top = heights[place] + (SIDE_GAP_PX if heights[place] else 0)
        start = place * (column_px + BETWEEN_PX)
        left = width_px - column_px - start if pen.page.is_mirrored else start
        moved = f'<g transform="translate({number(left)} {number(top)})">'
        bars += f"{moved}{column.bars}</g>"
        words += f"{moved}{column.texts}</g>"
        heights[place] = top + column.height_px
    note = pen.look(SMALL_PX, is_muted=True)
    page, top = plane(width_px, direction), max(heights) + SIDE_GAP_PX / 2
    lines = note.broken(say("sheet.flows"), width_px)
    words += lines_svg(lines, note, page, top_px=top)
    return Drawing(
        width_px=width_px,
        height_px=top + note.line_px * len(lines),
        layers=(Layer("bars", _hatch(palette, prefix) + bars), Layer("words", words)),
        title=say("export.headline.flows", country=country),
        description=" ".join(_side_words(side, country, say) for side in sides),
        prefix=prefix,
    )


def _column(side: FlowSide, country: str, pen: _Pen) -> _Column:
    head, small = pen.look(TEXT_PX + 0.5, is_bold=True), pen.look(SMALL_PX, is_muted=True)
    lines = head.broken(pen.say(f"countries.flow.{side.direction}", country=country), pen.width_px)
    texts, y = lines_svg(lines, head, pen.page), head.line_px * len(lines)
    for words in _notes(side, pen.say):
        lines = small.broken(words, pen.width_px)
        texts += lines_svg(lines, small, pen.page, top_px=y)
        y += small.line_px * len(lines)
    bars = ""
    y += HEAD_GAP_PX
    for index, row in enumerate(side.rows):
        top = y + (ROW_GAP_PX if index else 0)
        more, bar, y = _row(row, top, pen, f"{pen.prefix}{side.direction}{index}")
        texts += more
        bars += bar
    return _Column(texts, bars, y)


def _notes(side: FlowSide, say: Catalog) -> list[str]:
    """What stands under the heading of a side: that it is empty, or not listed whole."""
    if not side.rows:
        return [say("countries.flow.nobody")]
    if len(side.rows) < side.row_count:
        return [say("countries.flow.listed", listed=len(side.rows), number=side.row_count)]
    return []


def _row(row: FlowRow, top_px: float, pen: _Pen, gradient_id: str) -> tuple[str, str, float]:
    """The words and the bar of a row, and where it ends."""
    name, small = pen.look(TEXT_PX), pen.look(SMALL_PX, is_muted=True)
    lines = name.broken(_other(row, pen.say), pen.width_px)
    texts, y = lines_svg(lines, name, pen.page, top_px=top_px), top_px + name.line_px * len(lines)
    way = small.broken(_way(row, pen.say), pen.width_px)
    texts += lines_svg(way, small, pen.page, top_px=y)
    y += small.line_px * len(way) + 3
    bar, length_px = _bar(row, y, pen, gradient_id)
    count = pen.look(SMALL_PX)
    words = flow_words(row, pen.say)
    room = pen.width_px - length_px - BESIDE_PX
    if count.width_px(words) <= room:
        line_top = y + (BAR_PX - count.line_px) / 2
        texts += lines_svg(
            [words], count, pen.page, start_px=length_px + BESIDE_PX, top_px=line_top
        )
        return texts, bar, max(y + BAR_PX, line_top + count.line_px)
    counts = count.broken(words, pen.width_px)
    texts += lines_svg(counts, count, pen.page, top_px=y + BAR_PX + 2)
    return texts, bar, y + BAR_PX + 2 + count.line_px * len(counts)


def _bar(row: FlowRow, top_px: float, pen: _Pen, gradient_id: str) -> tuple[str, float]:
    """The bar and its length."""
    longest = LONGEST_BAR * pen.width_px
    bar = row.bar
    if not row.took_place:
        total = bar.certain + bar.possible + bar.contested
        return _line(row, max(total * longest, LEAST_LINE_PX), top_px, pen)
    if row.other_country_code is None:
        length = max((bar.certain + bar.possible + bar.contested) * longest, LEAST_FADE_PX)
        return _fading(length, top_px, pen, gradient_id), length
    colour = pen.palette.lanes["movement"]
    parts, end = "", 0.0
    for share, look in (
        (bar.certain, f'fill="{colour}"'),
        (
            bar.possible,
            f'fill="{colour}" fill-opacity=".18" stroke="{colour}" stroke-dasharray="3 2"',
        ),
        (bar.contested, f'fill="url(#{pen.prefix}hatch)" stroke="{colour}"'),
    ):
        if share <= 0:
            continue
        length = max(share * longest, LEAST_BAR_PX)
        # A stroke lies half outside its edge.
        edge = 0.5 if "stroke" in look else 0.0
        left = pen.page.left(end + edge, end + length - edge)
        parts += (
            f'<rect x="{left}" y="{number(top_px + edge)}" width="{number(length - 2 * edge)}" '
            f'height="{number(BAR_PX - 2 * edge)}" {look}/>'
        )
        end += length
    return parts, end


def _line(row: FlowRow, length_px: float, top_px: float, pen: _Pen) -> tuple[str, float]:
    """What did not take place: the line it has on the maps."""
    style = style_of(_LINES.get(LegStatus(row.leg_status), LineKind.REQUESTED), pen.palette)
    middle = number(top_px + BAR_PX / 2)
    # Dots reach half their width beyond the ends of their line.
    inset = style.width_px / 2 if style.is_dotted else 0.0
    line = (
        f'<path d="M{pen.page.x(inset)} {middle}H{pen.page.x(length_px - inset)}" '
        f'stroke="{style.colour}" stroke-width="{number(style.width_px)}"{_dashes(style)}/>'
    )
    if style.has_bar:
        line += (
            f'<path d="M{pen.page.x(length_px)} {number(top_px)}v{number(BAR_PX)}" '
            f'stroke="{style.colour}" stroke-width="3"/>'
        )
    return line, length_px


def _dashes(style: LegStyle) -> str:
    if style.dash_px is None:
        return ""
    stroke, gap = style.dash_px
    cap = ' stroke-linecap="round"' if style.is_dotted else ""
    return f' stroke-dasharray="{number(max(stroke, 0.1))} {number(gap)}"{cap}'


def _fading(length_px: float, top_px: float, pen: _Pen, gradient_id: str) -> str:
    """A bar that dissolves: the country at its other end was not disclosed."""
    colour = pen.palette.lanes["movement"]
    first, last = pen.page.x(0), pen.page.x(length_px)
    return (
        f'<linearGradient id="{gradient_id}" gradientUnits="userSpaceOnUse" x1="{first}" y1="0" '
        f'x2="{last}" y2="0"><stop offset=".1" stop-color="{colour}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></linearGradient>'
        f'<rect x="{pen.page.left(0, length_px)}" y="{number(top_px)}" '
        f'width="{number(length_px)}" height="{number(BAR_PX)}" fill="url(#{gradient_id})"/>'
    )


def _hatch(palette: Palette, prefix: str) -> str:
    """What fills the part of a bar on which sources differ."""
    return (
        f'<defs><pattern id="{prefix}hatch" width="4" height="4" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="4" height="4" fill="{palette.ground}"/>'
        f'<path d="M0 0v4" stroke="{palette.lanes["movement"]}" stroke-width="2.4"/>'
        "</pattern></defs>"
    )


def _other(row: FlowRow, say: Catalog) -> str:
    code = row.other_country_code
    return country_name(code, say) if code else say("countries.flow.undisclosed")


def _way(row: FlowRow, say: Catalog) -> str:
    return say(f"map.status.{row.leg_status}.{row.leg_kind}")


def _side_words(side: FlowSide, country: str, say: Catalog) -> str:
    heading = say(f"countries.flow.{side.direction}", country=country)
    rows = "; ".join(
        f"{_other(row, say)}, {_way(row, say)}: {flow_words(row, say)}" for row in side.rows
    )
    return f"{heading}: {rows or say('countries.flow.nobody')}"
