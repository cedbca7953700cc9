"""A view as SVG documents: for pages, for phones, for the art desk."""

from __future__ import annotations

from dataclasses import replace

from timeline.charts.picture.drawing import Drawing, Layer, svg_document
from timeline.charts.picture.svg_path import number
from timeline.exports.edition import Edition
from timeline.exports.picture.drawings import map_of, timeline_of
from timeline.exports.picture.sheet import sheet
from timeline.theme import AUTO, DARK, LIGHT, Palette, css_variables

WIDE_PX, NARROW_PX = 760.0, 340.0
PART_PX = 704.0
"""Width of the drawings by themselves: that which they have in a wide sheet."""
PREFIX = "p-"


def wide(edition: Edition) -> bytes:
    """The whole view as wide as a page; it follows the reader's system unless a theme was chosen."""
    return _whole(edition, edition.style.palette, WIDE_PX)


def narrow(edition: Edition) -> bytes:
    """The same drawn for a phone."""
    return _whole(edition, edition.style.palette, NARROW_PX)


def light(edition: Edition) -> bytes:
    """The wide one in plain light colours, for programs that know no variables."""
    return _whole(edition, LIGHT, WIDE_PX)


def dark(edition: Edition) -> bytes:
    """The wide one in plain dark colours."""
    return _whole(edition, DARK, WIDE_PX)


def timeline(edition: Edition) -> bytes:
    """The timeline by itself; where nothing of it is dated, the whole view."""
    palette = edition.style.fixed_palette
    drawing = timeline_of(edition, palette, width_px=PART_PX, prefix=PREFIX)
    return _part(edition, palette, drawing)


def route_map(edition: Edition) -> bytes:
    """The route map by itself; where nothing of it has a place, the whole view."""
    palette = edition.style.fixed_palette
    return _part(edition, palette, map_of(edition, palette, width_px=PART_PX, prefix=PREFIX))


def _part(edition: Edition, palette: Palette, drawing: Drawing | None) -> bytes:
    if drawing is None:
        return _whole(edition, palette, WIDE_PX)
    size = f'width="{number(drawing.width_px)}" height="{number(drawing.height_px)}"'
    ground = Layer("ground", f'<rect {size} fill="{palette.ground}"/>')
    return _document(edition, palette, replace(drawing, layers=(ground, *drawing.layers)))


def _whole(edition: Edition, palette: Palette, width_px: float) -> bytes:
    return _document(edition, palette, sheet(edition, palette, width_px=width_px))


def _document(edition: Edition, palette: Palette, drawing: Drawing) -> bytes:
    text = svg_document(
        drawing,
        language=edition.say.language,
        direction=edition.direction,
        style=_following() if palette is AUTO else "",
    )
    return text.encode()


def _following() -> str:
    """Light colours, and dark ones where the reader's system is dark; never dark on paper."""
    plain, night = (
        ";".join(f"{name}:{value}" for name, value in css_variables(palette).items())
        for palette in (LIGHT, DARK)
    )
    return f":root{{{plain}}}@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}"
