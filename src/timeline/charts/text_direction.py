"""Words of the record beside words of ours: neither may turn the other round.

Letters written from right to left draw the digits next to them into their own order, and a
sign that turns a text round works on whatever follows it (Unicode Standard Annex 9).
"""

from __future__ import annotations

import unicodedata

_TURNING = frozenset(
    {"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
)
"""Classes of letters and signs that are not simply written from left to right."""
_ISOLATE, _END_OF_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def isolated(text: str) -> str:
    """The text so that what stands beside it keeps its own order; most texts as they are."""
    if not any(unicodedata.bidirectional(letter) in _TURNING for letter in text):
        return text
    # An end of an isolate in the text itself would end ours.
    closed = text.replace(_END_OF_ISOLATE, "")
    return f"{_ISOLATE}{closed}{_END_OF_ISOLATE}"
