"""A whole view as one picture: headline, drawings, how to read them, who says so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from timeline.charts.compare.without_row import without_row_words
from timeline.charts.html.line_key import reading_words
from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.plane import Plane
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.text_block import TypeLook
from timeline.exports.edition import Edition
from timeline.exports.picture.card import card, story
from timeline.exports.picture.drawings import map_of, other_of, timeline_of
from timeline.exports.picture.sheet_parts import (
    Placed,
    drawing_block,
    kept,
    key_block,
    map_block,
    page_of,
    publishers,
    rule_block,
    stacked,
    text_block,
)
from timeline.exports.words.description import alt_text
from timeline.exports.words.headline import (
    filter_lines,
    headline,
    note_words,
    period_words,
    standfirst,
    standing_lines,
    state_words,
    updated_words,
)
from timeline.model.view import ViewKind
from timeline.theme import AUTO, DARK, LIGHT, SMALL_PX, TEXT_PX, Palette

SHAPES = ("full", "card", "story")
NARROW_BELOW_PX = 560.0
MARGINS_PX = {False: 28.0, True: 16.0}
"""Around the sheet, wide and narrow."""
HEADLINE_PX, STANDFIRST_PX = {False: 27.0, True: 22.0}, {False: 15.0, True: 14.0}
PREFIX = "s-"

_PALETTES: Mapping[str, Palette] = MappingProxyType(
    {palette.name: palette for palette in (LIGHT, DARK, AUTO)}
)


def sheet(edition: Edition, palette: Palette, *, width_px: float, shape: str = "full") -> Drawing:
    """The picture in one of SHAPES; the same drawing for the same edition, drawn once.

    "full" is as wide as asked and as high as it needs. "card" is 1200 by 630 pixels, and
    "story" 540 by 960, to be shown twice as large; for both the width asked for is not
    looked at. Raises ValueError for another shape.
    """
    if shape not in SHAPES:
        raise ValueError(f"no shape {shape!r}; there are: {', '.join(SHAPES)}")
    width = width_px if shape == "full" else 0.0
    if _PALETTES.get(palette.name) is palette:
        return _remembered(edition, palette.name, width, shape)
    return _drawn(edition, palette, width, shape)


@lru_cache(maxsize=12)
def _remembered(edition: Edition, palette_name: str, width_px: float, shape: str) -> Drawing:
    return _drawn(edition, _PALETTES[palette_name], width_px, shape)


def _drawn(edition: Edition, palette: Palette, width_px: float, shape: str) -> Drawing:
    if shape == "card":
        return card(edition, palette, PREFIX)
    if shape == "story":
        return story(edition, palette, PREFIX)
    is_narrow = width_px < NARROW_BELOW_PX
    margin = MARGINS_PX[is_narrow]
    page = page_of(edition, width_px - 2 * margin)
    blocks = [
        *_head(edition, palette, page, is_narrow=is_narrow),
        *_body(edition, palette, page),
        *_foot(edition, palette, page),
    ]
    layers, end = stacked(blocks, left_px=margin, top_px=margin)
    height = round(end + margin)
    size = f'width="{number(width_px)}" height="{number(height)}"'
    return Drawing(
        width_px=width_px,
        height_px=height,
        layers=(Layer("ground", f'<rect {size} fill="{palette.ground}"/>'), *layers),
        title=headline(edition.article, edition.say, edition.style),
        description=alt_text(edition.article, edition.say, edition.style),
        prefix=PREFIX,
    )


def _head(edition: Edition, palette: Palette, page: Plane, *, is_narrow: bool) -> list[Placed]:
    article, say = edition.article, edition.say
    title = TypeLook(HEADLINE_PX[is_narrow], palette.ink, is_bold=True, is_serif=True, leading=1.2)
    second = TypeLook(STANDFIRST_PX[is_narrow], palette.muted)
    third = TypeLook(TEXT_PX + 0.5, palette.ink)
    return kept(
        (
            0,
            text_block(
                "headline",
                headline(article, say, edition.style),
                title,
                page,
                is_balanced=True,
            ),
        ),
        (8, text_block("standfirst", standfirst(article, say), second, page)),
        (8, text_block("state", state_words(article, say), third, page)),
    )


def _body(edition: Edition, palette: Palette, page: Plane) -> list[Placed]:
    """The drawings, with what has to be read beside them."""
    article, say = edition.article, edition.say
    words, note = TypeLook(TEXT_PX, palette.ink), TypeLook(SMALL_PX, palette.muted)
    placed: list[Placed] = []
    route = map_of(edition, palette, width_px=page.width_px, prefix=f"{PREFIX}m-")
    if route is not None:
        placed += kept(
            (20, map_block(route)),
            (10, key_block(article.routes, say, words, palette, page, f"{PREFIX}k-")),
            (8, text_block("map-reading", reading_words(article.routes, say), note, page)),
        )
    line = timeline_of(edition, palette, width_px=page.width_px, prefix=f"{PREFIX}t-")
    if line is not None:
        placed += kept(
            (20, text_block("period", period_words(article, say), note, page)),
            (14, drawing_block("timeline", line)),
        )
    if article.view.kind in (ViewKind.CASE, ViewKind.TIMELINE) and article.timeline.undated:
        titles = "; ".join(mark.title for mark in article.timeline.undated)
        placed += kept((10, text_block("undated", say("case.undated", titles=titles), note, page)))
    other = other_of(edition, palette, width_px=page.width_px, prefix=f"{PREFIX}o-")
    if other is not None:
        placed += kept((20, drawing_block(article.view.kind.value, other)))
    if article.comparison is not None:
        placed += kept(
            *(
                (5 if index else 10, text_block(f"without-row-{index}", one, note, page))
                for index, one in enumerate(without_row_words(article.comparison, say))
            )
        )
    return placed


def _foot(edition: Edition, palette: Palette, page: Plane) -> list[Placed]:
    article, say = edition.article, edition.say
    small, own = TypeLook(SMALL_PX, palette.muted), TypeLook(TEXT_PX, palette.ink)
    has_timeline = article.view.kind in (ViewKind.CASE, ViewKind.TIMELINE)
    said = [] if has_timeline and not article.timeline.is_empty else [period_words(article, say)]
    lines = [
        *said,
        *filter_lines(article, say),
        publishers(article.dossier.sources, say),
        *standing_lines(article, say),
        updated_words(article, say),
    ]
    return kept(
        (18, rule_block(palette, page)),
        (10, text_block("note", note_words(edition.style, edition.say), own, page)),
        *(
            (5 if index else 10, text_block(f"credit-{index}", line, small, page))
            for index, line in enumerate(line for line in lines if line)
        ),
    )
