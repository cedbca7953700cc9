"""An SVG picture made ready for a place with our fonts and no others."""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import quoteattr

from timeline.exports.print.fonts import SANS_FAMILY, SERIF_FAMILY, letters

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a letter that no font of ours has."""

_TAG = re.compile(r"<[a-zA-Z](?:[^\"'<>]|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(r"([\w:-]+)=(\"[^\"]*\"|'[^']*')")
_KEPT_CONTROLS = "\t\n\r"


def with_our_fonts(svg: str) -> str:
    """The document with our families in place of the reader's, and only letters that they have."""
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(_family, tag[0]), printable(svg))


def printable(text: str) -> str:
    """The text without what cannot be set: nothing invisible, and a sign for an unknown letter.

    A letter or digit in fancy dress (𝕒, ａ) is set as the plain one.
    """
    known = letters()
    return "".join(
        sign if ord(sign) in known or sign in _KEPT_CONTROLS else _instead(sign, known)
        for sign in text
    )


def _instead(sign: str, known: frozenset[int]) -> str:
    plain = unicodedata.normalize("NFKC", sign)
    if plain.isalnum() and all(ord(one) in known for one in plain):
        return plain
    # Unseen anyway: controls, joiners, marks upon a letter, variants of a picture.
    return "" if unicodedata.category(sign) in ("Cc", "Cf", "Mn", "Me") else UNKNOWN


def _family(attribute: re.Match[str]) -> str:
    if attribute[1] != "font-family":
        return attribute[0]
    # A list with "sans-serif" at its end names no serif.
    generic = attribute[2].strip("\"'").rpartition(",")[2].strip()
    family = SERIF_FAMILY if generic == "serif" else SANS_FAMILY
    return f"font-family={quoteattr(family)}"
