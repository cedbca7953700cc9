"""A text cut into words, each with where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.store.rows import SearchText

__all__ = [
    "SearchText",
    "Word",
    "as_one",
    "folded",
    "has_digit",
    "joined_runs",
    "long_runs",
    "raw_words",
    "words_of",
]

LONGEST_WORD = 48
"""Letters of a word that are looked at; no name has more, and a longer one costs time."""

_INVISIBLE = "\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LONGEST_PART, _LONGEST_WHOLE = 5, 12

_LETTER = r"[^\W_]"

_WORD = re.compile(
    # An abbreviation with its points is one word: U.S.A., and R.O.V.D.
    rf"(?<!\w)(?:{_LETTER}\.){{2,}}{_LETTER}?(?!\w)"
    rf"|{_LETTER}(?:{_LETTER}|[{_MARKS}{_INVISIBLE}])*"
)
_LEFT_OUT = re.compile(rf"[.{_INVISIBLE}]")
_JOINT = re.compile(r"['’ʼ`´‘ʹ\-‐‑‒–]?|\s?[-–]\s?")
_JOINT_SIGN = re.compile(r"['’`´‘\-‐‑‒–]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it stands in a text."""

    raw: str
    start: int
    end: int
    """Exclusive."""
    is_joined: bool
    """Whether only a hyphen or an apostrophe stands between it and the word before."""


def may_hold_runs(text: SearchText) -> bool:
    """Whether it is worth looking for words of a text that may be written as one."""
    return text.field == "name" or _JOINT_SIGN.search(text.text) is not None


def words_of(text: str, *, at_most: int | None = None) -> tuple[Word, ...]:
    """The words of a text in order; points are those of *text* as it was given."""
    found: list[Word] = []
    last = -1
    for match in _WORD.finditer(text):
        start, end = match.span()
        joined = last >= 0 and _JOINT.fullmatch(text, last, start) is not None
        found.append(Word(match[0], start, end, joined))
        last = end
        if len(found) == at_most:
            break
    return tuple(found)


def joined_runs(text: SearchText, words: Sequence[Word]) -> Iterable[Sequence[Word]]:
    """Neighbours in a text that somebody may write as one word.

    Urus-Martan and Dar'ya anywhere; in a name also short words with a space between them,
    Abu Bakr, but not a whole given name and surname.
    """
    for at, (before, after) in enumerate(pairwise(words)):
        if after.is_joined or (text.field == "name" and _may_be_one(before.raw, after.raw)):
            yield words[at : at + 2]
    yield from long_runs(words)


def long_runs(words: Sequence[Word]) -> Iterable[Sequence[Word]]:
    """Three words or more with nothing but hyphens or apostrophes between them."""
    first = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or not words[at].is_joined:
            if at - first > 2:
                yield words[first:at]
            first = at


def _may_be_one(before: str, after: str) -> bool:
    both = (len(before), len(after))
    return min(both) <= _LONGEST_PART and sum(both) <= _LONGEST_WHOLE


def raw_words(text: str) -> list[str]:
    """The same words without their places, for whoever reads many texts."""
    return _WORD.findall(text)


def as_one(words: Iterable[Word]) -> str:
    """Several words as one folded word."""
    return "".join(folded(word.raw) for word in words)[:LONGEST_WORD]


def folded(raw: str) -> str:
    """A word without case and without what cannot be seen; accents and scripts stay.

    What is longer than LONGEST_WORD is cut off.
    """
    raw = raw[:LONGEST_WORD]
    if raw.isascii():
        return raw.lower().replace(".", "")
    return unicodedata.normalize("NFKC", _LEFT_OUT.sub("", raw)).casefold()


def has_digit(word: str) -> bool:
    """Whether a word holds a figure, so that nothing may be like it."""
    return _DIGIT.search(word) is not None
