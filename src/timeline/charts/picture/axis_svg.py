"""The time axis as SVG: hairlines, their words at the top, folds with what they leave out."""

from __future__ import annotations

from xml.sax.saxutils import escape

from timeline.charts.picture.plane import Plane
from timeline.charts.picture.svg_path import number
from timeline.charts.text_width import text_width_px
from timeline.charts.timeline.time_axis import axis_ticks
from timeline.charts.timeline.time_scale import TimeScale
from timeline.charts.timeline.timeline_words import fold_words
from timeline.i18n.catalog import Catalog
from timeline.theme import SMALL_PX, Palette

TOP_PX = 26
"""Room for the words over the hairlines."""
HALO_PX = 3
"""Width of the stroke around letters; half of it shows."""
_WORDS_PX = 12
"""Baseline of the words from the top."""
_LINE_FROM_PX = 17
_FOLD_WORDS_UP_PX = 4


def halo(palette: Palette) -> str:
    """Attributes that give letters an edge in the colour of the ground."""
    return (
        f'stroke="{palette.ground}" stroke-width="{HALO_PX}" stroke-linejoin="round" '
        'paint-order="stroke"'
    )


def axis_svg(
    scale: TimeScale, say: Catalog, palette: Palette, plane: Plane, *, height_px: float
) -> str:
    """The axis over a picture whose lowest hairline ends at a height; no line for today."""
    ticks = axis_ticks(scale, say, width_px=plane.width_px, kept_inside=True)

    def at(place: float) -> float:
        return place / scale.length * plane.width_px

    end = f"V{number(height_px)}"
    lines = "".join(f"M{plane.x(at(tick.place))} {_LINE_FROM_PX}{end}" for tick in ticks)
    folds = "".join(
        f"M{plane.x(at(scale.at(day)))} {_LINE_FROM_PX}{end}"
        for fold in scale.folds
        for day in (fold.first_day, fold.last_day)
    )
    words = "".join(
        _words(tick.words, tick.middle_px, _WORDS_PX, plane) for tick in ticks if tick.words
    )
    left_out = ""
    for fold in scale.folds:
        said = fold_words(fold, say)
        half = text_width_px(said, SMALL_PX) / 2
        middle = (at(scale.at(fold.first_day)) + at(scale.at(fold.last_day))) / 2
        middle = min(max(middle, half), plane.width_px - half)
        left_out += _words(said, middle, height_px - _FOLD_WORDS_UP_PX, plane)
    drawn = ""
    for path, colour, dashes in (
        (lines, palette.hairline, ""),
        (folds, palette.muted, ' stroke-dasharray="1 4"'),
    ):
        if path:
            drawn += f'<path d="{path}" stroke="{colour}"{dashes} shape-rendering="crispEdges"/>'
    if left_out:
        words += f"<g {halo(palette)}>{left_out}</g>"
    return (
        f'{drawn}<g fill="{palette.muted}" font-size="{SMALL_PX}" text-anchor="middle">{words}</g>'
    )


def _words(words: str, middle_px: float, y_px: float, plane: Plane) -> str:
    return f'<text x="{plane.x(middle_px)}" y="{number(y_px)}">{escape(words)}</text>'
