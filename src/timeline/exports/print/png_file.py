"""The whole view as PNG, in the sizes that articles and social media take."""

from __future__ import annotations

from timeline.exports.edition import Edition
from timeline.exports.picture.sheet import sheet
from timeline.exports.print.one_picture import png_of
from timeline.theme import DARK, Palette

FULL_PX, COLUMN_PX, NARROW_PX = 760, 640, 340
"""Widths that sheets are drawn for; their files may have twice as many pixels."""
SOCIAL_PX, STORY_PX = (1200, 630), (1080, 1920)
"""Width and height of the files for social media, exactly."""


def full(edition: Edition) -> bytes:
    """At the full width of an article, one pixel for each."""
    return _sheet(edition, FULL_PX, scale=1)


def full_double(edition: Edition) -> bytes:
    """The same for fine screens: two pixels for each."""
    return _sheet(edition, FULL_PX, scale=2)


def full_dark(edition: Edition) -> bytes:
    """The full width on a dark ground, whatever the theme."""
    return _sheet(edition, FULL_PX, scale=1, palette=DARK)


def column(edition: Edition) -> bytes:
    """For the text column of an article, twice as fine."""
    return _sheet(edition, COLUMN_PX, scale=2)


def narrow(edition: Edition) -> bytes:
    """For phones, twice as fine."""
    return _sheet(edition, NARROW_PX, scale=2)


def social(edition: Edition) -> bytes:
    """The card that sites show beside a link."""
    return _shaped(edition, "card", SOCIAL_PX)


def story(edition: Edition) -> bytes:
    """Upright, as high as a phone."""
    return _shaped(edition, "story", STORY_PX)


def _sheet(
    edition: Edition, width_px: int, *, scale: float, palette: Palette | None = None
) -> bytes:
    colours = palette or edition.style.fixed_palette
    return png_of(sheet(edition, colours, width_px=width_px), edition, colours, scale=scale)


def _shaped(edition: Edition, shape: str, size_px: tuple[int, int]) -> bytes:
    """The sheet in a shape whose size in pixels is fixed, whatever it was drawn at."""
    colours = edition.style.fixed_palette
    drawing = sheet(edition, colours, width_px=size_px[0], shape=shape)
    return png_of(drawing, edition, colours, scale=size_px[0] / drawing.width_px)
