"""One drawing as a PNG of exact size, or as a PDF page of its own size."""

from __future__ import annotations

import math

from timeline.charts.picture.drawing import Drawing, svg_document
from timeline.exports.edition import Edition
from timeline.exports.print.indexed_png import indexed
from timeline.exports.print.picture_fonts import printable, with_our_fonts
from timeline.exports.print.typeset import pdf, png
from timeline.theme import Palette

TEMPLATE = "picture.typ"
POINTS_PER_CSS_PIXEL = 0.75
"""A pixel of a drawing is 1/96 inch, a point 1/72."""


def png_of(drawing: Drawing, edition: Edition, palette: Palette, *, scale: float = 1) -> bytes:
    """The drawing as PNG, *scale* pixels for each of its own, rounded up to whole ones.

    The alt text travels beside it: a PNG says nothing of itself.
    """
    view_id = edition.article.view.view_id
    width, height = (math.ceil(round(side * scale, 3)) for side in _size_px(drawing))
    data = _data(drawing, edition, palette, width, height)
    return indexed(png(TEMPLATE, data, view_id=view_id))


def pdf_of(drawing: Drawing, edition: Edition, palette: Palette) -> bytes:
    """The drawing as PDF: its text is text, its fonts are in it, its alt text is too."""
    width, height = (side * POINTS_PER_CSS_PIXEL for side in _size_px(drawing))
    data = _data(drawing, edition, palette, width, height)
    return pdf(TEMPLATE, data, view_id=edition.article.view.view_id)


def _size_px(drawing: Drawing) -> tuple[float, float]:
    return drawing.width_px, drawing.height_px


def _data(
    drawing: Drawing, edition: Edition, palette: Palette, width_pt: float, height_pt: float
) -> dict[str, str]:
    language = edition.say.language
    document = svg_document(drawing, language=language, direction=edition.direction)
    return {
        "svg": with_our_fonts(document),
        "width": f"{width_pt:.3f}",
        "height": f"{height_pt:.3f}",
        "ground": palette.ground,
        "title": printable(drawing.title),
        "alt": printable(drawing.description),
        "language": language.partition("-")[0],
    }
