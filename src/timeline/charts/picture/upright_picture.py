"""The timeline turned upright, for a narrow column: one entry under another along a spine.

The year is said once, silences in words. Every entry says its title, its date and its lane,
in as many lines as the width asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

from timeline.charts.label_lines import WIDER_BOLD_FACE, label_lines
from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.mark_svg import DAY_PX, MarkPen, MarkSvg, gradient_id, lane_group
from timeline.charts.picture.plane import Plane, plane
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.upright_mark_svg import reach_px, turned_upright, upright_mark_svg
from timeline.charts.text_direction import isolated
from timeline.charts.timeline.timeline_layout import label_words
from timeline.charts.timeline.timeline_words import drawing_title, drawing_words, silence_words
from timeline.i18n.catalog import Catalog
from timeline.theme import SMALL_PX, SMALLEST_PX, TEXT_PX, Palette
from timeline.viewmodel.case_timeline import CaseTimeline, TimelineLane
from timeline.viewmodel.upright_timeline import UprightEntry, upright_timeline

SPINE_PX = 9
"""The middle of the marks, from the side where reading begins."""
YEAR_PX = 23
TEXT_FROM_PX = 60
LINE_PX = 16
_LANE_LINE_PX = 15
_SILENCE_PX = 26
_BETWEEN_PX = 12
_TOP_PX, _BOTTOM_PX = 3, 4
_ASCENT_PX = 10
"""From the top of a line of type down to its baseline."""
_BELOW_WORDS_PX = 4
"""What the line of the lane leaves free under its letters."""
_SPINE_GAP_PX = 3
_SPINE_WIDTH_PX = 2
_HEAD_SPACING_PX = 0.5


@dataclass(frozen=True, slots=True)
class _Placed:
    """One entry in its place."""

    entry: UprightEntry
    lines: tuple[tuple[str, str], ...]
    top_px: int
    end_px: int
    """Where its mark ends."""
    lane_px: int
    """Baseline of the name of its lane."""
    silence_px: int | None
    """Baseline of the words on the silence before it."""


def upright_drawing(
    view: CaseTimeline,
    say: Catalog,
    palette: Palette,
    *,
    width_px: float,
    prefix: str,
    direction: str = "ltr",
) -> Drawing:
    """The drawing of a timeline that is not empty.

    Layers: `axis` with the spine, the years and the silences, one of each lane by its name,
    `labels`. The texts of `labels` are in the order of the events.
    """
    sheet = plane(width_px, direction)
    placed, height = _placed(upright_timeline(view), say, width_px)
    labels = "".join(_label(one, palette, sheet) for one in placed)
    return Drawing(
        width_px=width_px,
        height_px=height,
        layers=(
            Layer("axis", _axis(placed, say, palette, sheet)),
            *(_lane(lane, placed, say, palette, sheet, prefix) for lane in view.lanes),
            Layer(
                "labels",
                f'<g{sheet.text} font-size="{TEXT_PX}" font-weight="700" '
                f'fill="{palette.ink}">{labels}</g>',
            ),
        ),
        title=drawing_title(view, say),
        description=drawing_words(view, say),
        prefix=prefix,
    )


def _placed(
    entries: Sequence[UprightEntry], say: Catalog, width_px: float
) -> tuple[list[_Placed], int]:
    """Every entry in its place, and how high they are together."""
    placed = []
    top = _TOP_PX
    for entry in entries:
        silence = None
        if entry.silence_months:
            silence = top + _ASCENT_PX
            top += _SILENCE_PX
        title, when = label_words(entry.mark, say)
        room = width_px - TEXT_FROM_PX
        lines = label_lines(title, when, TEXT_PX * WIDER_BOLD_FACE, room, bold_title=True)
        words_px = LINE_PX * len(lines) + _LANE_LINE_PX
        mark_px = reach_px(entry.mark, words_px - _BELOW_WORDS_PX)
        lane_px = top + LINE_PX * len(lines) + _ASCENT_PX
        placed.append(_Placed(entry, lines, top, top + mark_px, lane_px, silence))
        top += max(words_px, mark_px) + _BETWEEN_PX
    return placed, top - _BETWEEN_PX + _BOTTOM_PX


def _axis(placed: Sequence[_Placed], say: Catalog, palette: Palette, sheet: Plane) -> str:
    """The spine between the marks, dashed over silences; the years; the silences in words."""
    whole, dashed = "", ""
    x = sheet.x(SPINE_PX)
    for one, other in pairwise(placed):
        step = f"M{x} {one.end_px + _SPINE_GAP_PX}V{other.top_px - _SPINE_GAP_PX}"
        if other.silence_px is None:
            whole += step
        else:
            dashed += step
    spine = f'<path d="{whole}"/>' if whole else ""
    if dashed:
        spine += f'<path d="{dashed}" stroke="{palette.muted}" stroke-dasharray="2 5"/>'
    years = "".join(
        f'<text x="{sheet.x(YEAR_PX)}" y="{one.top_px + _ASCENT_PX}">{one.entry.year}</text>'
        for one in placed
        if one.entry.year is not None
    )
    silences = "".join(
        f'<text x="{sheet.x(TEXT_FROM_PX)}" y="{one.silence_px}">'
        f"{sheet.line(escape(silence_words(one.entry.silence_months, say)))}</text>"
        for one in placed
        if one.silence_px is not None
    )
    return (
        f'<g stroke="{palette.hairline}" stroke-width="{_SPINE_WIDTH_PX}">{spine}</g>'
        f'<g{sheet.text} fill="{palette.muted}" font-size="{SMALL_PX}">'
        f'<g font-weight="700">{years}</g>{silences}</g>'
    )


def _lane(
    lane: TimelineLane,
    placed: Sequence[_Placed],
    say: Catalog,
    palette: Palette,
    sheet: Plane,
    prefix: str,
) -> Layer:
    """The marks of one lane, and its name under each of its events."""
    name = lane.lane.value
    colour, gradient = palette.lanes[name], gradient_id(prefix, name)
    inside = [one for one in placed if one.entry.mark.lane is lane.lane]
    # What runs down is drawn as if it ran to the right: time has one direction here.
    along, across = MarkPen(Plane(0), palette, gradient), MarkPen(sheet, palette, gradient)
    marks = lane_group(
        (upright_mark_svg(one.entry.mark, one.top_px, one.end_px, along) for one in inside),
        colour,
        gradient,
        transform=turned_upright(sheet.x(SPINE_PX)),
    )
    flags = lane_group(
        (
            MarkSvg(plain=across.flag(SPINE_PX, one.top_px + DAY_PX))
            for one in inside
            if _is_flag(one.entry)
        ),
        colour,
        gradient,
    )
    words = sheet.line(escape(say(f"lane.{name}").upper()))
    x = sheet.x(TEXT_FROM_PX)
    names = "".join(f'<text x="{x}" y="{one.lane_px}">{words}</text>' for one in inside)
    return Layer(
        name,
        f'{marks}{flags}<g{sheet.text} fill="{colour}" font-size="{SMALLEST_PX}" '
        f'font-weight="700" letter-spacing="{number(_HEAD_SPACING_PX)}">{names}</g>',
    )


def _is_flag(entry: UprightEntry) -> bool:
    mark = entry.mark
    is_known_day = mark.span is not None and mark.span.is_known_day
    return mark.is_set_day and is_known_day and len(mark.said) < 2


def _label(placed: _Placed, palette: Palette, sheet: Plane) -> str:
    """Title in ink and date in grey."""
    x = sheet.x(TEXT_FROM_PX)
    grey = f'fill="{palette.muted}" font-weight="400"'
    parts = []
    for number_, (title, when) in enumerate(placed.lines):
        step = f'x="{x}" dy="{LINE_PX}"' if number_ else ""
        if step and not title:
            parts.append(f"<tspan {step} {grey}>{sheet.line(escape(when))}</tspan>")
            continue
        words = escape(isolated(title) if when else title)
        date = f"<tspan {grey}>{escape(when)}</tspan>" if when else ""
        line = sheet.line(" ".join(part for part in (words, date) if part))
        parts.append(f"<tspan {step}>{line}</tspan>" if step else line)
    return f'<text x="{x}" y="{placed.top_px + _ASCENT_PX}">{"".join(parts)}</text>'
