"""The whole view as one PDF page of its own size."""

from __future__ import annotations

from timeline.exports.edition import Edition
from timeline.exports.picture.sheet import sheet
from timeline.exports.print.one_picture import pdf_of
from timeline.exports.print.png_file import FULL_PX


def full(edition: Edition) -> bytes:
    """At the full width of an article: lines and letters, sharp at every size."""
    colours = edition.style.fixed_palette
    return pdf_of(sheet(edition, colours, width_px=FULL_PX), edition, colours)
