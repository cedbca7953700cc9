"""A finished drawing: its layers, its size, and what it is called and says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from timeline.charts.picture.svg_path import number
from timeline.theme import SANS


@dataclass(frozen=True, slots=True)
class Layer:
    """One named layer of a drawing, back to front."""

    name: str
    """Lower-case letters and hyphens; unique in its drawing."""
    markup: str
    """Elements of SVG, every text escaped."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture in pixels of its own width; never to be scaled to another without need."""

    width_px: float
    height_px: float
    layers: tuple[Layer, ...]
    title: str
    """What the picture is of, not escaped."""
    description: str
    """What it shows, for those who cannot see it, not escaped."""
    prefix: str
    """Begins every id in the markup, so that several drawings may stand in one document."""

    @property
    def body(self) -> str:
        """All layers, without names: the smallest form."""
        return "".join(layer.markup for layer in self.layers)


def svg_document(
    drawing: Drawing, *, language: str, direction: str = "ltr", style: str = "", font: str = SANS
) -> str:
    """The drawing as an SVG document of its own, with named layers for the art desk.

    *style* is CSS, trusted. Illustrator takes a layer's name from its id, Inkscape from its
    label. The document runs nothing and fetches nothing.
    """
    layers = "".join(
        f'<g id={quoteattr(drawing.prefix + layer.name)} inkscape:groupmode="layer" '
        f"inkscape:label={quoteattr(layer.name)}>{layer.markup}</g>"
        for layer in drawing.layers
        if layer.markup
    )
    turned = f' direction="{direction}"' if direction != "ltr" else ""
    sheet = f"<style>{style}</style>" if style else ""
    return well_formed(
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:inkscape="{_INKSCAPE}" xml:lang={quoteattr(language)} '
        f"lang={quoteattr(language)} {_size(drawing)}{turned} {_named(drawing)} "
        f"font-family={quoteattr(font)}>{_told(drawing)}{sheet}{layers}</svg>\n"
    )


def inline_svg(drawing: Drawing, *, css_class: str = "") -> str:
    """The drawing as an element inside an HTML document, which gives it its font and colours."""
    styled = f" class={quoteattr(css_class)}" if css_class else ""
    return well_formed(
        f'<svg viewBox="0 0 {number(drawing.width_px)} {number(drawing.height_px)}"{styled} '
        f"{_named(drawing)}>{_told(drawing)}{drawing.body}</svg>"
    )


def well_formed(text: str) -> str:
    """The text without characters that XML 1.0 forbids even as references: most controls, halves of pairs."""
    return _FORBIDDEN.sub("", text)


_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INKSCAPE = "/".join(("http:", "", "www.inkscape.org", "namespaces", "inkscape"))
"""The name of a vocabulary, which nobody fetches."""


def _size(drawing: Drawing) -> str:
    width, height = number(drawing.width_px), number(drawing.height_px)
    return f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'


def _named(drawing: Drawing) -> str:
    return f'role="img" aria-labelledby="{drawing.prefix}t {drawing.prefix}d"'


def _told(drawing: Drawing) -> str:
    return (
        f'<title id="{drawing.prefix}t">{escape(drawing.title)}</title>'
        f'<desc id="{drawing.prefix}d">{escape(drawing.description)}</desc>'
    )
