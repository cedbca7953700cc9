"""The typefaces that pictures and papers are set in: ours, the same on every machine."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import typst

FONT_FILES = Path(__file__).with_name("font_files")
SANS_FAMILY = "Timeline Sans"
"""Regular and bold; as wide as Arial, which `charts.text_width` reckons with."""
SERIF_FAMILY = "Timeline Serif"
"""Bold, for headlines; as wide as Georgia."""


@lru_cache(maxsize=1)
def typefaces() -> typst.Fonts:
    """What Typst may set text in; neither those of the machine nor its own."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_FILES]
    )


@lru_cache(maxsize=1)
def letters() -> frozenset[int]:
    """The code points that every one of the fonts has."""
    lines = (FONT_FILES / "letters.txt").read_text("ascii").splitlines()
    spans = (line.split() for line in lines)
    return frozenset(
        letter for first, last in spans for letter in range(int(first, 16), int(last, 16) + 1)
    )
