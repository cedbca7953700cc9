"""Texts inside the document: escaped, and free of signs that no document may hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
    "|["
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
"""Control characters, halves of pairs and what will never be a character: neither HTML nor XML takes them."""


def text(value: str) -> str:
    """A text between tags, as HTML and as XML."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """A text between double quotes, as HTML and as XML."""
    return text(value).replace('"', "&quot;")


def permitted(document: str) -> str:
    """The document with a replacement character for every sign that none may hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", document)
