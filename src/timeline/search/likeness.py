"""How far apart two words are in sound, and how far apart the same name may be.

A letter left out or confused with its neighbour is a slip; another consonant is usually
another name. Musaev and Mukaev differ by one letter and are two families, so what is
allowed follows from the length of the name without its ending.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_VOWELS = frozenset("aeiou")
_NEAR_VOWELS = {frozenset(pair) for pair in ("ao", "ei", "ou", "ae", "iu", "ai", "eo")}
_NEAR_CONSONANTS = {
    frozenset(pair)
    for pair in ("bp", "dt", "gk", "gh", "kh", "sz", "SZ", "QS", "sS", "zZ", "vf", "bv", "mn", "dZ")
}

_NEAR_VOWEL, _VOWEL = 0.4, 0.5
_NEAR_CONSONANT, _CONSONANT = 0.45, 1.0
_ADDED_CONSONANT = 0.9
_SWAPPED = 0.7
_AT_THE_START = 0.5
"""More, for the first letter: nobody mistakes it easily, and it tells names apart."""

_ENDING = re.compile(r"(?<=.{3})(?:sk(?:i|aia)|[oe]va?|ina?)$")

_LENGTHS = (4, 5, 6, 7, 8, 9, 11)
_ALLOWED = (0.0, 0.45, 0.9, 1.0, 1.2, 1.3, 1.6, 2.0)
"""By the letters of the shorter name without its ending: under 4, 4, 5, 6, 7, 8, 9, 11."""

_CASE_ENDING = re.compile(
    r"(?<=.{4})(?:a|u|e|i|o|om|oi|ou|am|ami|ah|ama|iu|em|ei|iam|iami|iah|ia|ie|iem|ov?i|ovie|ah"
    r"|ogo|omu|im|ih|imi|aia|uiu|oe|ego|emu|iei|as|ui)$"
)
"""Of Russian, Ukrainian, Polish and Czech nouns and adjectives, and the -as of Lithuanian."""


def core(sounds: str) -> str:
    """A name without the ending that half of all names share."""
    return _ENDING.sub("", sounds)


def stem(sounds: str) -> str:
    """A Slavic word without the ending of its case; at least four signs remain."""
    return _CASE_ENDING.sub("", sounds)


def allowed(one: str, other: str, *, longer: int = 0) -> float:
    """How far apart two words may be and still be called alike; 0 for short ones.

    *longer* counts both as so many letters longer than they are.
    """
    return allowed_at(min(len(core(one)), len(core(other))) + longer)


def allowed_at(core_length: int) -> float:
    """The same by the length of the shorter name without its ending."""
    return _ALLOWED[bisect_right(_LENGTHS, core_length)]


def distance(one: str, other: str) -> float:
    """How far apart two words are: 0 when equal, about 1 for a wrong consonant."""
    previous: list[float] = []
    row = [0.0]
    for at, letter in enumerate(other):
        row.append(row[-1] + _added(letter, at == 0))
    for i, mine in enumerate(one):
        before, previous, row = previous, row, [row[0] + _added(mine, i == 0)]
        for j, theirs in enumerate(other):
            best = previous[j] + _changed(mine, theirs, i == 0 and j == 0)
            best = min(best, previous[j + 1] + _added(mine, i == 0))
            best = min(best, row[j] + _added(theirs, j == 0))
            if i and j and mine == other[j - 1] and one[i - 1] == theirs and mine != theirs:
                best = min(best, before[j - 1] + _SWAPPED)
            row.append(best)
    return row[-1]


def _added(letter: str, is_first: bool) -> float:
    cost = _VOWEL if letter in _VOWELS else _ADDED_CONSONANT
    return cost + _AT_THE_START if is_first else cost


def _changed(mine: str, theirs: str, is_first: bool) -> float:
    if mine == theirs:
        return 0.0
    pair = frozenset((mine, theirs))
    if mine in _VOWELS and theirs in _VOWELS:
        cost = _NEAR_VOWEL if pair in _NEAR_VOWELS else _VOWEL
    else:
        cost = _NEAR_CONSONANT if pair in _NEAR_CONSONANTS else _CONSONANT
    return cost + _AT_THE_START if is_first else cost
