"""Which recorded words a typed word may stand for, and how well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from rapidfuzz import process
from rapidfuzz.distance import OSA

from timeline.search.index import SearchIndex
from timeline.search.likeness import allowed, allowed_at, core, distance, stem
from timeline.search.reading import Reading, skeletons_of
from timeline.search.scripts import Script
from timeline.search.text import has_digit

EXACT, TRANSLITERATED, ALIKE = 0, 1, 2
"""How a word matches, best first."""

SHORTEST_BEGINNING = 5
"""Signs that must be typed before a word is completed; four fit too many names."""
_MOST_COMPLETED = 300
_MOST_COMPARED = 400
_SHORTEST_ALIKE = 4
_LOOSER = 2

STRONG = 0.9
"""Scores from here on are of words that are exact or transliterated."""
_IN_THE_LIKELIEST_SYSTEM, _IN_ANOTHER_SYSTEM = 0.96, 0.95
_OTHER_CASE = 0.88
_OTHER_SCRIPT_WITHOUT_VOWELS = 0.62


@dataclass(frozen=True, slots=True)
class Likely:
    """One recorded word that a typed one may stand for."""

    how: int
    """EXACT, TRANSLITERATED or ALIKE."""
    score: float
    """From 0 to 1."""


def likely_words(
    index: SearchIndex, asked: Reading, *, is_loose: bool = False
) -> dict[int, Likely]:
    """The words of the index that one typed word may stand for.

    Something near is looked for less widely once there is something closer: a name that
    is on record as it was typed is not mixed with those that resemble it. *is_loose* looks
    as far as for a word two letters longer.
    """
    found: dict[int, Likely] = {}
    for number in index.by_folded.get(asked.folded, ()):
        # Urusmartan is not what is recorded where it says Urus-Martan.
        _keep(found, (number,), TRANSLITERATED if index.is_joined[number] else EXACT, 1.0)
    for rank, key in enumerate(asked.keys):
        score = _IN_ANOTHER_SYSTEM if rank else _IN_THE_LIKELIEST_SYSTEM
        _keep(found, index.by_key.get(key, ()), TRANSLITERATED, score)
    has_closer = bool(found)
    if len(asked.folded) < _SHORTEST_ALIKE or has_digit(asked.folded):
        return found
    for key in asked.keys:
        _keep(found, index.by_stem.get(key, ()), ALIKE, _OTHER_CASE)
        _keep(found, index.by_stem.get(stem(key), ()), ALIKE, _OTHER_CASE)
        if asked.script is Script.CYRILLIC:
            # Мовлаеву as it stands in a text, for the Movlaev of another language.
            _keep(found, index.by_key.get(stem(key), ()), ALIKE, _OTHER_CASE)
    share = 0.5 if has_closer else 1.0
    for key, score in _alike(index, asked.sounds, share=share, longer=_LOOSER * is_loose):
        _keep(found, index.by_key[key], ALIKE, score)
    for key in asked.keys:
        _complete(index, found, key)
    _keep_skeletons(index, found, asked)
    return found


def likely_for_run(index: SearchIndex, asked: Reading) -> dict[int, Likely]:
    """The single words that several typed words may stand for together: Abu Bakr, Abubakar."""
    found: dict[int, Likely] = {}
    for key in asked.keys:
        _keep(found, index.by_key.get(key, ()), TRANSLITERATED, _IN_ANOTHER_SYSTEM)
    if not has_digit(asked.folded):
        for key, score in _alike(index, asked.sounds, share=0.5):
            _keep(found, index.by_key[key], ALIKE, score)
    return {number: one for number, one in found.items() if not index.is_joined[number]}


def _keep(found: dict[int, Likely], words: Iterable[int], how: int, score: float) -> None:
    for word in words:
        known = found.get(word)
        if known is None or (how, -score) < (known.how, -known.score):
            found[word] = Likely(how, score)


def _alike(
    index: SearchIndex, keys: tuple[str, ...], *, share: float, longer: int = 0
) -> Iterable[tuple[str, float]]:
    """Keys within the distance that their length allows, or a *share* of it."""
    for key in keys:
        most = allowed_at(len(core(key)) + longer) * share
        if most <= 0:
            continue
        edits = min(3, ceil(most / 0.6))
        for length in range(len(key) - edits, len(key) + edits + 1):
            if length not in index.by_length:
                continue
            near = index.by_length[length].near(key, edits)
            close = process.extract(
                key, near, scorer=OSA.distance, score_cutoff=edits, limit=_MOST_COMPARED
            )
            for other, _, _ in close:
                limit = min(most, allowed(key, other, longer=longer) * share)
                apart = distance(key, other)
                if 0 < apart <= limit:
                    yield other, 0.8 - 0.2 * apart / allowed_at(9)


def _complete(index: SearchIndex, found: dict[int, Likely], key: str) -> None:
    if len(key) < SHORTEST_BEGINNING:
        return
    for longer in index.keys_beginning(key, at_most=_MOST_COMPLETED):
        words = (word for word in index.by_key[longer] if not index.is_joined[word])
        _keep(found, words, ALIKE, 0.55 + 0.25 * len(key) / len(longer))


def _keep_skeletons(index: SearchIndex, found: dict[int, Likely], asked: Reading) -> None:
    """Arabic words for others and others for Arabic: only consonants can be compared."""
    wanted = 0 if asked.script is Script.ARABIC else 1
    for skeleton in skeletons_of(asked):
        words = index.by_skeleton.get(skeleton, ())
        _keep(
            found,
            (word for word in words if index.is_arabic[word] == wanted),
            ALIKE,
            _OTHER_SCRIPT_WITHOUT_VOWELS,
        )
