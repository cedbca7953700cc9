"""The picture for social media: few words, large, and a drawing only where all of it fits."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.plane import Plane
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.text_block import TypeLook, lines_svg
from timeline.exports.edition import Edition
from timeline.exports.picture.drawings import map_of, other_of, timeline_of
from timeline.exports.picture.sheet_parts import (
    Block,
    Placed,
    drawing_block,
    map_block,
    moved,
    page_of,
    stacked,
    text_block,
)
from timeline.exports.words.description import alt_text
from timeline.exports.words.headline import (
    filter_lines,
    headline,
    period_words,
    standfirst,
    standing_lines,
    state_words,
    updated_words,
)
from timeline.theme import SMALLEST_PX, TEXT_PX, Palette

CARD_PX, CARD_SCALE = (600.0, 315.0), 2
"""A card is laid out at half its size: it is looked at smaller than it is."""
STORY_PX = (540.0, 960.0)
CARD_MARGIN_PX, STORY_MARGIN_PX = 24.0, 30.0
CARD_MAP_PX = 290.0
LEAST_MAP_SHARE, MOST_MAP_SHARE = 0.62, 1.0
"""Height of the map of a story, as shares of its width."""
PARAGRAPH_GAP_PX = 8.0
LARGER = (1.7, 1.5, 1.3, 1.15)
"""By how much sentences grow that have a picture for themselves, the largest first."""
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")

Draw = Callable[[float], Drawing | None]
"""Draws for a width."""


def card(edition: Edition, palette: Palette, prefix: str) -> Drawing:
    """1200 by 630 pixels: words at the left, the map at the right; else the timeline's lanes below."""
    width, height = CARD_PX
    route = map_of(edition, palette, width_px=CARD_MAP_PX, height_px=height, prefix=f"{prefix}m-")
    if route is not None:
        column = width - CARD_MAP_PX - 2 * CARD_MARGIN_PX
        page = page_of(edition, column)
        at = (0.0, width - CARD_MAP_PX) if page.is_mirrored else (width - CARD_MAP_PX, 0.0)
        drawn = moved(map_block(route), at[0], 0.0)
        left = CARD_MARGIN_PX + (CARD_MAP_PX if page.is_mirrored else 0.0)
        words = _column(
            edition,
            palette,
            page,
            left,
            height,
            CARD_MARGIN_PX,
            (25, 22, 19, 16, 13),
            drawings=(),
            is_alone=False,
        )
        layers = (*drawn, *words)
    else:
        page = page_of(edition, width - 2 * CARD_MARGIN_PX)
        layers = _column(
            edition,
            palette,
            page,
            CARD_MARGIN_PX,
            height,
            CARD_MARGIN_PX,
            (30, 26, 22, 18, 14),
            drawings=_drawings(edition, palette, prefix),
        )
    scaled = tuple(
        Layer(one.name, f'<g transform="scale({CARD_SCALE})">{one.markup}</g>') for one in layers
    )
    return _finished(edition, palette, scaled, (width * CARD_SCALE, height * CARD_SCALE), prefix)


def story(edition: Edition, palette: Palette, prefix: str) -> Drawing:
    """540 by 960 pixels, one part below the other."""
    width, height = STORY_PX
    page = page_of(edition, width - 2 * STORY_MARGIN_PX)
    layers = _column(
        edition,
        palette,
        page,
        STORY_MARGIN_PX,
        height,
        STORY_MARGIN_PX,
        (38, 34, 30, 25, 20, 16),
        drawings=_drawings(edition, palette, prefix),
        sentence_px=17,
        credit_px=13,
        map_prefix=f"{prefix}m-",
    )
    return _finished(edition, palette, layers, STORY_PX, prefix)


def _drawings(edition: Edition, palette: Palette, prefix: str) -> tuple[tuple[str, Draw], ...]:
    """What may stand there, the most telling first, with the name of its layers."""
    other = edition.article.view.kind.value

    def timeline(is_folded: bool) -> Draw:
        return lambda px: timeline_of(
            edition, palette, width_px=px, prefix=f"{prefix}t-", is_folded=is_folded
        )

    def another(is_folded: bool) -> Draw:
        return lambda px: other_of(
            edition, palette, width_px=px, prefix=f"{prefix}o-", is_folded=is_folded
        )

    return (
        ("timeline", timeline(False)),
        ("timeline", timeline(True)),
        (other, another(False)),
        (other, another(True)),
    )


def _column(
    edition: Edition,
    palette: Palette,
    page: Plane,
    left_px: float,
    height_px: float,
    margin_px: float,
    headline_sizes: Sequence[float],
    *,
    drawings: Iterable[tuple[str, Draw]],
    sentence_px: float = TEXT_PX + 1,
    credit_px: float = SMALLEST_PX,
    map_prefix: str | None = None,
    is_alone: bool = True,
) -> tuple[Layer, ...]:
    """Headline and sentences from the top, credits at the bottom, a drawing between.

    Sentences are larger where there is no drawing, if the column *is_alone* in the picture.
    """
    article, say = edition.article, edition.say
    credit = TypeLook(credit_px, palette.muted, leading=1.3)
    standing = standing_lines(article, say)
    # What must stand under every graphic; how the whole is drawn is told where the whole is.
    lines = (
        *filter_lines(article, say),
        standing[0],
        f"{standing[-1]} {updated_words(article, say)}",
    )
    foot = _stack("credit", lines, credit, page)
    bottom = height_px - margin_px - foot.height_px
    room = bottom - margin_px - 12
    top_block = _headline(edition, palette, page, headline_sizes, room)
    left = room - top_block.height_px
    placed = [Placed(0, top_block)]
    sentence = TypeLook(sentence_px, palette.ink, leading=1.38)
    body = _sentences(edition, palette, sentence, page, left - 8)
    drawn: Block | None = None
    if map_prefix is not None:
        drawn = _map(edition, palette, page, map_prefix, left - 16 - _height(body))
    if drawn is None:
        drawn = _fitting(drawings, page, left - 16, body, sentence)
        if drawn is not None and _height(body) + drawn.height_px + 24 > left:
            body = _sentences(edition, palette, sentence, page, left - drawn.height_px - 24)
    if drawn is None and is_alone:
        body = _larger(edition, palette, sentence, page, left - 8) or body
    if body is not None:
        placed.append(Placed(8, body))
    if drawn is not None:
        placed.append(Placed(16, drawn))
    upper, end = stacked(placed, left_px=left_px, top_px=margin_px)
    has_marks = drawn is not None and _has_marks(drawn)
    reading = text_block("reading", say("export.reading"), credit, page) if has_marks else None
    if reading is not None and end + 10 + reading.height_px + 12 <= bottom:
        upper = (*upper, *moved(reading, left_px, end + 10))
    return (*upper, *moved(foot, left_px, bottom))


def _has_marks(drawn: Block) -> bool:
    """Whether it shows dates as marks, which one has to know how to read."""
    return any(layer.name.startswith(("timeline", "comparison")) for layer in drawn.layers)


def _height(block: Block | None) -> float:
    return block.height_px + 8 if block is not None else 0.0


def _headline(
    edition: Edition, palette: Palette, page: Plane, sizes: Sequence[float], room_px: float
) -> Block:
    """The headline at the largest size at which it takes at most half of the room, or else all."""
    words = headline(edition.article, edition.say, edition.style)
    found: Block | None = None
    for size in sizes:
        look = TypeLook(size, palette.ink, is_bold=True, is_serif=True, leading=1.2)
        found = text_block("headline", words, look, page, is_balanced=True)
        if found is None or found.height_px <= room_px / 2:
            break
    return found or Block((), 0.0)


def _sentences(
    edition: Edition, palette: Palette, look: TypeLook, page: Plane, room_px: float
) -> Block | None:
    """As many whole sentences as have room: of what it is about, then of how matters stand."""
    texts = _texts(edition)
    blocks: list[Placed] = []
    used = 0.0
    for name, colour, sentences in zip(
        ("sentence", "state"), (palette.ink, palette.muted), texts, strict=True
    ):
        own = replace(look, colour=colour)
        gap = PARAGRAPH_GAP_PX if blocks else 0.0
        block = _whole_sentences(name, sentences, own, page, room_px - used - gap)
        if block is None:
            break
        blocks.append(Placed(gap, block))
        used += gap + block.height_px
    if not blocks:
        return None
    layers, height = stacked(blocks, left_px=0.0, top_px=0.0)
    return Block(layers, height)


def _texts(edition: Edition) -> tuple[list[str], list[str]]:
    """The sentences on what it is about, and what stands below them in grey."""
    article, say = edition.article, edition.say
    counted = say(
        "sheet.counted",
        events=say.count("totals.events", len(article.events)),
        sources=say.count("totals.sources", len(article.dossier.sources)),
    )
    if article.comparison is not None:
        # How to read the marks says nothing where there is none.
        names = "; ".join(row.name for row in article.comparison.rows)
        return [say("sheet.compared", names=names)] if names else [], [counted]
    about = [one for one in SENTENCE_END.split(standfirst(article, say)) if one]
    state = state_words(article, say)
    if about:
        return about, [state or counted]
    return [counted], [state or period_words(article, say)]


def _larger(
    edition: Edition, palette: Palette, look: TypeLook, page: Plane, room_px: float
) -> Block | None:
    """The sentences as large as all of them fit; None where they do only as they are."""
    for times in LARGER:
        larger = replace(look, size_px=look.size_px * times)
        block = _sentences(edition, palette, larger, page, room_px)
        everything = _sentences(edition, palette, larger, page, math.inf)
        if block == everything:
            return block
    return None


def _whole_sentences(
    name: str, sentences: Iterable[str], look: TypeLook, page: Plane, room_px: float
) -> Block | None:
    said, lines = "", []
    for one in sentences:
        longer = look.broken(f"{said} {one}", page.width_px)
        if look.line_px * len(longer) > room_px:
            break
        said, lines = f"{said} {one}", longer
    if not lines:
        return None
    return Block((Layer(name, lines_svg(lines, look, page)),), look.line_px * len(lines))


def _map(
    edition: Edition, palette: Palette, page: Plane, prefix: str, room_px: float
) -> Block | None:
    width = page.width_px
    if room_px < LEAST_MAP_SHARE * width:
        return None
    height = round(min(room_px, MOST_MAP_SHARE * width))
    route = map_of(edition, palette, width_px=width, height_px=height, prefix=prefix)
    return map_block(route) if route is not None else None


def _fitting(
    drawings: Iterable[tuple[str, Draw]],
    page: Plane,
    room_px: float,
    body: Block | None,
    look: TypeLook,
) -> Block | None:
    """The first drawing that fits whole, with at least two lines of words where there are any."""
    words = min(_height(body), 2 * look.line_px + 8)
    for name, draw in drawings:
        drawing = draw(page.width_px)
        if drawing is not None and drawing.height_px <= room_px - words:
            return drawing_block(name, drawing)
    return None


def _stack(name: str, lines: Iterable[str], look: TypeLook, page: Plane) -> Block:
    """Paragraphs without space between them, as one block."""
    layers: list[Layer] = []
    height = 0.0
    for index, line in enumerate(lines):
        block = text_block(f"{name}-{index}", line, look, page)
        if block is not None:
            layers.extend(moved(block, 0.0, height))
            height += block.height_px
    return Block(tuple(layers), height)


def _finished(
    edition: Edition,
    palette: Palette,
    layers: Iterable[Layer],
    size_px: tuple[float, float],
    prefix: str,
) -> Drawing:
    width, height = size_px
    ground = f'<rect width="{number(width)}" height="{number(height)}" fill="{palette.ground}"/>'
    return Drawing(
        width_px=width,
        height_px=height,
        layers=(Layer("ground", ground), *layers),
        title=headline(edition.article, edition.say, edition.style),
        description=alt_text(edition.article, edition.say, edition.style),
        prefix=prefix,
    )
