"""The key to a route map: the kinds of line that occur in it, each with its words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from timeline.charts.leg_style import (
    LegStyle,
    LineKind,
    is_against_the_will,
    line_kind,
    style_of,
)
from timeline.charts.map_labels import TextStyle
from timeline.charts.map_layout import ARROW_PX, Line, Stroke
from timeline.charts.picture_marks import arrow_svg, line_svg
from timeline.charts.svg_path import number
from timeline.i18n.catalog import Catalog
from timeline.theme import SANS, SMALL_PX, Palette
from timeline.viewmodel.route_view import Fade, RouteMap

SAMPLE_PX = 38.0
GAP_PX = 8.0
BETWEEN_PX = 22.0
ROW_PX = 22.0
TEXT = TextStyle(SMALL_PX)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One kind of line and the key of the words for it."""

    words_key: str
    style: LegStyle
    fades: bool = False


def key_entries(view: RouteMap, palette: Palette) -> tuple[KeyEntry, ...]:
    """The kinds of line that are drawn in a map, in a fixed order.

    Empty when all that occurs is the plain documented journey: a solid line needs no key.
    """
    drawn = [leg for leg in view.legs if leg.path]
    kinds = {line_kind(leg) for leg in drawn}
    entries = [
        KeyEntry(
            f"map.key.{kind}",
            style_of(kind, palette, has_arrow=kind is not LineKind.BLOCKED),
        )
        for kind in LineKind
        if kind in kinds
    ]
    if any(is_against_the_will(leg) for leg in drawn):
        style = style_of(LineKind.DOCUMENTED, palette, has_ticks=True)
        entries.append(KeyEntry("map.key.against_will", style))
    if any(leg.fades is not Fade.NONE for leg in drawn):
        style = style_of(LineKind.DOCUMENTED, palette, has_arrow=False)
        entries.append(KeyEntry("map.key.undisclosed", style, fades=True))
    is_plain = [entry.words_key for entry in entries] == ["map.key.documented"]
    return () if is_plain else tuple(entries)


def route_key(view: RouteMap, say: Catalog, palette: Palette, *, width_px: float) -> str:
    """The key as an SVG of its own, as high as it needs to be; empty for a map without one."""
    entries = key_entries(view, palette)
    if not entries:
        return ""
    spots, height = _spots([say(entry.words_key) for entry in entries], width_px)
    # Names of gradients must differ between the keys of one page.
    told = ",".join(entry.words_key for entry in entries)
    prefix = f"k{hashlib.sha256(f'{told}|{palette.name}|{width_px}'.encode()).hexdigest()[:8]}"
    body = "".join(
        _entry(entry, say(entry.words_key), palette, x, y, f"{prefix}{index}")
        for index, (entry, (x, y)) in enumerate(zip(entries, spots, strict=True))
    )
    title = say("map.key.title")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width_px)}" '
        f'height="{number(height)}" viewBox="0 0 {number(width_px)} {number(height)}" '
        f'role="img" aria-label={quoteattr(title)} font-family={quoteattr(SANS)} '
        f'font-size="{SMALL_PX:g}"><title>{escape(title)}</title>{body}</svg>'
    )


def _spots(texts: Iterable[str], width_px: float) -> tuple[list[tuple[float, float]], float]:
    """Where each entry starts, one after another and row by row, and the height of it all."""
    spots: list[tuple[float, float]] = []
    x, y = 0.0, ROW_PX / 2
    for text in texts:
        wide = SAMPLE_PX + GAP_PX + TEXT.width_px(text)
        if spots and x + wide > width_px:
            x, y = 0.0, y + ROW_PX
        spots.append((x, y))
        x += wide + BETWEEN_PX
    return spots, y + ROW_PX / 2


def _entry(
    entry: KeyEntry, words: str, palette: Palette, x: float, y: float, gradient_id: str
) -> str:
    text_x, text_y = x + SAMPLE_PX + GAP_PX, y + SMALL_PX * 0.35
    sample = _sample(entry, x, y)
    return (
        f"{line_svg(sample, gradient_id=gradient_id)}{arrow_svg(sample, palette)}"
        f'<text x="{number(text_x)}" y="{number(text_y)}" fill="{palette.muted}">'
        f"{escape(words)}</text>"
    )


@dataclass(frozen=True, slots=True)
class _Sample:
    """A short straight line in the look of an entry."""

    style: LegStyle
    line: Line
    fades: Fade
    arrow: Stroke | None
    bar: Stroke | None
    ticks: tuple[Stroke, ...]


def _sample(entry: KeyEntry, x: float, y: float) -> _Sample:
    style, end = entry.style, x + SAMPLE_PX - 2
    shaft_end = end - (ARROW_PX[0] * 0.7 if style.has_arrow else 0)
    tip = Stroke(end, y, 0.0)
    return _Sample(
        style=style,
        line=np.array([(x + 2, y), (shaft_end, y)]),
        fades=Fade.END if entry.fades else Fade.NONE,
        arrow=tip if style.has_arrow else None,
        bar=tip if style.has_bar else None,
        ticks=tuple(Stroke(x + at, y, 0.0) for at in (7.0, 19.0)) if style.has_ticks else (),
    )
