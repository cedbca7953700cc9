"""The first letters of a text, as a reader counts them: nothing that is written as one is cut in two."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_JOINED = frozenset({_JOINER, "\u200c", *map(chr, range(0x1F3FB, 0x1F400))})
"""Joiners, and the tones of skin that follow an emoji."""
_MARKS = frozenset({"Mn", "Mc", "Me"})
"""Categories of combining marks; selectors of variation are among them."""


def first_letters(text: str, most: int) -> str:
    """The text as far as *most* code points reach, or less where a letter would be cut in two.

    A single letter longer than that is cut all the same: marks can be piled up for ever.
    """
    end = min(most, len(text))
    while 0 < end < len(text) and _is_one_with_before(text, end):
        end -= 1
    return text[: end or most]


def _is_one_with_before(text: str, at: int) -> bool:
    """Whether the code point there is part of the letter before it, as most of UAX #29 has it."""
    one, before = text[at], text[at - 1]
    if before == _JOINER or one in _JOINED or unicodedata.category(one) in _MARKS:
        return True
    if "\U000e0020" <= one <= "\U000e007f":  # tags: the flags of Scotland, Wales …
        return True
    if "\u1160" <= one <= "\u11ff":  # vowels and endings of Korean syllables
        return "\u1100" <= before <= "\u11ff"
    return _is_indicator(one) and _indicators_before(text, at) % 2 == 1


def _indicators_before(text: str, at: int) -> int:
    """How many halves of flags stand right before it: two of them are one letter."""
    start = at
    while start and _is_indicator(text[start - 1]):
        start -= 1
    return at - start


def _is_indicator(one: str) -> bool:
    return "\U0001f1e6" <= one <= "\U0001f1ff"
