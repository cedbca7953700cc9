"""The parts of a sheet: texts, drawings and the key, each a block of layers, and how they stack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline.charts.html.line_key import key_names
from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.key_line import KEY_HEIGHT_PX, KEY_WIDTH_PX, key_line
from timeline.charts.picture.picture_land import LAND_LAYERS
from timeline.charts.picture.plane import Plane, plane
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.text_block import TypeLook, lines_svg
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog
from timeline.theme import Palette
from timeline.viewmodel.case_dossier import NumberedSource
from timeline.viewmodel.route_view import RouteMap

BESIDE_LINE_PX, BETWEEN_ITEMS_PX = 7.0, 18.0
"""In the key: from a line to its words, and from those to the next line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a picture, set from its own top left corner."""

    layers: tuple[Layer, ...]
    height_px: float


class Placed(NamedTuple):
    """A block with the empty space above it."""

    gap_px: float
    block: Block


def text_block(
    name: str, text: str, look: TypeLook, page: Plane, *, is_balanced: bool = False
) -> Block | None:
    """A paragraph as wide as the page; None for an empty text."""
    lines = (look.balanced if is_balanced else look.broken)(text, page.width_px)
    if not lines:
        return None
    return Block((Layer(name, lines_svg(lines, look, page)),), look.line_px * len(lines))


def drawing_block(name: str, drawing: Drawing) -> Block:
    """A drawing, its layers named after it."""
    layers = tuple(Layer(f"{name}-{one.name}", one.markup) for one in drawing.layers if one.markup)
    return Block(layers, drawing.height_px)


def map_block(drawing: Drawing) -> Block:
    """A route map, its land cut at its edge: in a picture of its own it goes on a little beyond."""
    size = f'width="{number(drawing.width_px)}" height="{number(drawing.height_px)}"'
    return drawing_block(
        "map",
        replace(
            drawing,
            layers=tuple(
                # An svg of its own is cut at its edge without any clip path.
                Layer(one.name, f'<svg {size} overflow="hidden">{one.markup}</svg>')
                if one.name in LAND_LAYERS and one.markup
                else one
                for one in drawing.layers
            ),
        ),
    )


def rule_block(palette: Palette, page: Plane) -> Block:
    """A hairline across the page."""
    line = f'<path d="M0 .5H{number(page.width_px)}" stroke="{palette.hairline}"/>'
    return Block((Layer("rule", line),), 1.0)


def key_block(
    view: RouteMap, say: Catalog, look: TypeLook, palette: Palette, page: Plane, prefix: str
) -> Block | None:
    """The key to the lines that occur, as many in a row as fit; None where none is needed."""
    parts, start, top = "", 0.0, 0.0
    for name in key_names(view):
        words = say(f"map.key.{name}")
        words_from = KEY_WIDTH_PX + BESIDE_LINE_PX
        lines = look.broken(words, page.width_px - words_from)
        width = words_from + max(map(look.width_px, lines))
        if start and start + width > page.width_px:
            start, top = 0.0, top + look.line_px + 2
        parts += key_line(
            name, palette, page, start_px=start, middle_px=top + look.line_px / 2, prefix=prefix
        )
        parts += lines_svg(lines, look, page, start_px=start + words_from, top_px=top)
        top += look.line_px * (len(lines) - 1)
        start += width + BETWEEN_ITEMS_PX
    if not parts:
        return None
    return Block((Layer("key", parts),), top + max(look.line_px, KEY_HEIGHT_PX))


def page_of(edition: Edition, width_px: float) -> Plane:
    """The plane of a column of the sheet, in the direction of the language."""
    return plane(width_px, edition.direction)


def stacked(
    blocks: Iterable[Placed], *, left_px: float, top_px: float
) -> tuple[tuple[Layer, ...], float]:
    """The blocks one below the other, from a top edge on, and where the last one ends.

    The gap above the first is left out.
    """
    layers: list[Layer] = []
    y = top_px
    for index, (gap, block) in enumerate(blocks):
        y += gap if index else 0.0
        layers.extend(moved(block, left_px, y))
        y += block.height_px
    return tuple(layers), y


def kept(*parts: tuple[float, Block | None]) -> list[Placed]:
    """Of some gaps and blocks, those where there is a block."""
    return [Placed(gap, block) for gap, block in parts if block is not None]


def moved(block: Block, left_px: float, top_px: float) -> tuple[Layer, ...]:
    """The layers of a block at its place in the sheet."""
    at = f"translate({number(left_px)} {number(top_px)})"
    return tuple(Layer(one.name, f'<g transform="{at}">{one.markup}</g>') for one in block.layers)


def publishers(sources: Sequence[NumberedSource], say: Catalog) -> str:
    """Who published the sources, in order of first citation, each with its numbers."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for source in sources:
        if source.publisher:
            numbers[source.publisher].append(source.number)
    names = [f"{name} [{', '.join(map(str, found))}]" for name, found in numbers.items()]
    return say("sheet.sources", names="; ".join(names)) if names else ""
