"""What stands around the marks of a comparison: the axis of days, day 0, the key of lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from timeline.charts.label_lines import WIDER_FACE
from timeline.charts.picture.compared_mark_svg import TrackRuler
from timeline.charts.picture.mark_svg import TINT
from timeline.charts.picture.plane import Plane
from timeline.charts.picture.svg_path import number
from timeline.charts.text_width import text_width_px
from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import Lane
from timeline.theme import SMALL_PX, Palette
from timeline.viewmodel.compared_marks import FirstEvent

_BETWEEN_WORDS_PX = 8
_LINE_PX = 18
_DOT_ROOM_PX = 14
_BETWEEN_KEYS_PX = 16
_BASELINE = 0.35


def days_svg(
    ruler: TrackRuler,
    say: Catalog,
    palette: Palette,
    sheet: Plane,
    *,
    words_y: float,
    line_from: float,
    line_to: float,
) -> str:
    """Hairlines at round numbers of days, months or years, and their words where there is room."""
    lines, words = "", ""
    free_from = ruler.from_px
    for tick in ruler.scale.ticks(say):
        place = ruler.at(tick.day)
        lines += f"M{sheet.x(place)} {number(line_from)}V{number(line_to)}"
        half = text_width_px(tick.words, SMALL_PX * WIDER_FACE) / 2
        middle = min(max(place, ruler.from_px + half), sheet.width_px - half)
        if middle - half >= free_from:
            line = sheet.line(escape(tick.words))
            words += f'<text x="{sheet.x(middle)}" y="{number(words_y)}">{line}</text>'
            free_from = middle + half + _BETWEEN_WORDS_PX
    return (
        f'<path d="{lines}" stroke="{palette.hairline}" shape-rendering="crispEdges"/>'
        f'<g fill="{palette.muted}" font-size="{SMALL_PX}" text-anchor="middle">{words}</g>'
    )


def zero_svg(
    rows: Sequence[tuple[FirstEvent, int, int]],
    ruler: TrackRuler,
    palette: Palette,
    sheet: Plane,
) -> str:
    """Day 0 of each row from one height to another: a line, or a band as wide as the doubt."""
    known, doubtful, sides = "", "", ""
    for zero, top, end in rows:
        doubt = zero.bounds.doubt_days or 0
        if not doubt:
            known += f"M{sheet.x(ruler.at(0))} {top}V{end}"
            continue
        left, right = sorted(sheet.x(ruler.at(side * doubt / 2)) for side in (-1, 1))
        right = max(right, left + 2)
        doubtful += f"M{left} {top}H{right}V{end}H{left}z"
        sides += f"M{left} {top}V{end}M{right} {top}V{end}"
    drawn = f'<path d="{known}" stroke-width="1.5"/>' if known else ""
    if doubtful:
        drawn += (
            f'<path d="{doubtful}" fill="{palette.muted}" fill-opacity="{TINT}" stroke="none"/>'
            f'<path d="{sides}" stroke-dasharray="3 2"/>'
        )
    return f'<g stroke="{palette.muted}">{drawn}</g>' if drawn else ""


@dataclass(frozen=True, slots=True)
class Key:
    """Which colour is which lane."""

    dots: Mapping[Lane, tuple[float, float]]
    words: Sequence[tuple[str, float, float]]
    """Name of a lane, where it begins, and its baseline."""
    end_px: float

    def words_svg(self, palette: Palette, sheet: Plane) -> str:
        """The names beside their dots."""
        return "".join(
            f'<text x="{sheet.x(x)}" y="{number(y)}" fill="{palette.ink}">'
            f"{sheet.line(escape(words))}</text>"
            for words, x, y in self.words
        )


def key_of(lanes: Sequence[Lane], say: Catalog, width_px: float, y_px: float) -> Key:
    """The lanes that occur, in as many lines as the width asks for; *y_px* is their middle."""
    dots: dict[Lane, tuple[float, float]] = {}
    words = []
    x = 0.0
    for lane in lanes:
        name = say(f"lane.{lane.value}")
        width = _DOT_ROOM_PX + text_width_px(name, SMALL_PX * WIDER_FACE)
        if x and x + width > width_px:
            x, y_px = 0.0, y_px + _LINE_PX
        dots[lane] = (x + 5, y_px)
        words.append((name, x + _DOT_ROOM_PX, round(y_px + _BASELINE * SMALL_PX)))
        x += width + _BETWEEN_KEYS_PX
    return Key(dots, words, y_px + _LINE_PX / 2)
