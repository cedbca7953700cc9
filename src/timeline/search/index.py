"""Every word of every text that can be searched, and the texts it stands in."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from timeline.search.likeness import stem
from timeline.search.reading import group_of, recorded_reading, skeletons_of
from timeline.search.scripts import Script
from timeline.search.text import (
    SearchText,
    as_one,
    folded,
    has_digit,
    joined_runs,
    may_hold_runs,
    raw_words,
    words_of,
)

Ids = npt.NDArray[np.int32]
_NumbersT = TypeVar("_NumbersT", bound="npt.NDArray[np.generic]")

KINDS = ("person", "place", "case", "event", "source")
"""In the order in which equally good matches are given."""

LIKELIEST = 3
"""Readings of a recorded word that others may be like."""

FIELD_WEIGHT = {"name": 1.0, "title": 0.94, "publisher": 0.88, "summary": 0.82}
"""A name says more than a mention; a field that is not named here counts as a mention."""


@dataclass(frozen=True, slots=True, eq=False)
class SameLength:
    """Keys of one length, with the letters of each as bits."""

    keys: tuple[str, ...]
    letters: npt.NDArray[np.uint64]

    def near(self, key: str, edits: int) -> list[str]:
        """Keys whose letters allow that they are within so many edits of *key*."""
        apart = np.bitwise_count(self.letters ^ np.uint64(letters_of(key)))
        return [self.keys[at] for at in np.flatnonzero(apart <= 2 * edits)]


@dataclass(frozen=True, slots=True, eq=False)
class SearchIndex:
    """All that is asked of while searching; nothing in it changes, so threads may share it."""

    texts: tuple[SearchText, ...]
    """Sorted by kind and label; the texts of one item stand together."""
    items: Ids
    """Where the texts of each item begin."""
    weights: npt.NDArray[np.float32]
    """Of each text, from its field."""
    word_counts: npt.NDArray[np.float32]
    """Of each text, at least 1."""
    words: Mapping[tuple[str, str, bool], int]
    """Number of a folded word of one group of languages; True for two words tried as one."""
    is_arabic: bytes
    """For each word, 1 or 0."""
    is_joined: bytes
    """For each word, whether it is two or more tried as one."""
    in_texts: Ids
    """The texts of word 0, then those of word 1, and so on."""
    begins: Ids
    """Where the texts of each word begin; one more than there are words."""
    by_folded: Mapping[str, tuple[int, ...]]
    by_key: Mapping[str, tuple[int, ...]]
    by_stem: Mapping[str, tuple[int, ...]]
    """Words of Slavic languages without the ending of their case."""
    by_skeleton: Mapping[str, tuple[int, ...]]
    """Words of names by their consonants."""
    keys: tuple[str, ...] = field(repr=False)
    """Every key, in order of the alphabet."""
    by_length: Mapping[int, SameLength] = field(repr=False)
    """Keys that something may be like: the likeliest of each word, without figures."""

    def texts_with(self, word: int) -> Ids:
        """The numbers of the texts in which a word stands."""
        return self.in_texts[self.begins[word] : self.begins[word + 1]]

    def texts_of(self, item: int) -> range:
        """The numbers of the texts of the item of that number."""
        is_last = item + 1 == len(self.items)
        return range(
            int(self.items[item]), len(self.texts) if is_last else int(self.items[item + 1])
        )

    def keys_beginning(self, start: str, *, at_most: int) -> tuple[str, ...]:
        """Keys that begin so and are longer, in order of the alphabet."""
        at = bisect_left(self.keys, start)
        found = self.keys[at : at + at_most + 1]
        return tuple(key for key in found if key.startswith(start) and key != start)[:at_most]


@dataclass(slots=True)
class _Collected:
    """Words while they are being numbered."""

    words: dict[tuple[str, str, bool], int]
    is_name: bytearray
    word_column: array[int]
    text_column: array[int]
    word_counts: array[int]

    def number(self, word: str, group: str, *, is_joined: bool = False) -> int:
        number = self.words.setdefault((word, group, is_joined), len(self.words))
        if number == len(self.is_name):
            self.is_name.append(0)
        return number


def index_of(texts: Sequence[SearchText]) -> SearchIndex:
    """The index over all texts that may be found."""
    ordered = _ordered(texts)
    collected = _collected(ordered)
    readings = [recorded_reading(word, group) for word, group, _ in collected.words]

    by_folded: dict[str, list[int]] = defaultdict(list)
    by_key: dict[str, list[int]] = defaultdict(list)
    by_stem: dict[str, list[int]] = defaultdict(list)
    by_skeleton: dict[str, list[int]] = defaultdict(list)
    likeliest: set[str] = set()
    for number, (reading, (_, _, is_joined)) in enumerate(
        zip(readings, collected.words, strict=True)
    ):
        by_folded[reading.folded].append(number)
        for key in reading.keys:
            by_key[key].append(number)
        if not is_joined:
            likeliest.update(reading.sounds[:LIKELIEST])
        if reading.is_inflected and reading.sounds:
            by_stem[stem(reading.sounds[0])].append(number)
        if collected.is_name[number]:
            for skeleton in skeletons_of(reading):
                by_skeleton[skeleton].append(number)

    in_texts, begins = _postings(collected)
    return SearchIndex(
        texts=ordered,
        items=_beginnings(ordered),
        weights=_fixed(
            np.array([FIELD_WEIGHT.get(text.field, 0.8) for text in ordered], dtype=np.float32)
        ),
        word_counts=_fixed(np.array(collected.word_counts, dtype=np.float32)),
        words=collected.words,
        is_joined=bytes(is_joined for _, _, is_joined in collected.words),
        is_arabic=bytes(reading.script is Script.ARABIC for reading in readings),
        in_texts=in_texts,
        begins=begins,
        by_folded=_kept(by_folded),
        by_key=_kept(by_key),
        by_stem=_kept(by_stem),
        by_skeleton=_kept(by_skeleton),
        keys=tuple(sorted(by_key)),
        by_length=_by_length(likeliest),
    )


def _ordered(texts: Sequence[SearchText]) -> tuple[SearchText, ...]:
    """Texts by kind, what the item is called, and item.

    An item has one place, even where its texts call it differently.
    """
    called: dict[tuple[str, str], str] = {}
    for text in texts:
        called.setdefault((text.kind, text.item_id), text.label.casefold())
    rank = {kind: at for at, kind in enumerate(KINDS)}

    def place(text: SearchText) -> tuple[int, str, str, str]:
        return (
            rank.get(text.kind, len(KINDS)),
            text.kind,
            called[text.kind, text.item_id],
            text.item_id,
        )

    return tuple(sorted(texts, key=place))


def _collected(texts: Sequence[SearchText]) -> _Collected:
    collected = _Collected({}, bytearray(), array("i"), array("i"), array("i"))
    known: dict[str, dict[str, int]] = defaultdict(dict)
    groups: dict[tuple[str, bool], str] = {}
    for at, text in enumerate(texts):
        is_name = text.field == "name"
        group = groups.get((text.language, is_name))
        if group is None:
            group = group_of(text.language, is_name=is_name)
            groups[text.language, is_name] = group
        numbers = known[group]
        found = set()
        raws = raw_words(text.text)
        collected.word_counts.append(len(raws) or 1)
        for raw in raws:
            number = numbers.get(raw)
            if number is None:
                number = numbers[raw] = collected.number(folded(raw), group)
            found.add(number)
        if is_name:
            for number in found:
                collected.is_name[number] = 1
        if may_hold_runs(text):
            found.update(
                collected.number(as_one(run), group, is_joined=True)
                for run in joined_runs(text, words_of(text.text))
            )
        collected.word_column.extend(found)
        collected.text_column.extend([at] * len(found))
    return collected


def _postings(collected: _Collected) -> tuple[Ids, Ids]:
    words = np.array(collected.word_column, dtype=np.int32)
    texts = np.array(collected.text_column, dtype=np.int32)
    counts = np.bincount(words, minlength=len(collected.words))
    begins = np.zeros(len(collected.words) + 1, dtype=np.int32)
    np.cumsum(counts, out=begins[1:])
    return _fixed(texts[np.argsort(words, kind="stable")]), _fixed(begins)


def _beginnings(texts: Sequence[SearchText]) -> Ids:
    items = [(text.kind, text.item_id) for text in texts]
    return _fixed(
        np.array(
            [at for at, item in enumerate(items) if at == 0 or item != items[at - 1]],
            dtype=np.int32,
        )
    )


def letters_of(key: str) -> int:
    """Which letters a key holds, a bit each; an edit changes two of them at most."""
    found = 0
    for letter in key:
        found |= 1 << (ord(letter) & 63)
    return found


def _by_length(keys: Iterable[str]) -> dict[int, SameLength]:
    found: dict[int, list[str]] = defaultdict(list)
    for key in sorted(keys):
        if not has_digit(key):
            found[len(key)].append(key)
    return {
        length: SameLength(
            tuple(same), _fixed(np.array([letters_of(key) for key in same], dtype=np.uint64))
        )
        for length, same in found.items()
    }


def _fixed(numbers: _NumbersT) -> _NumbersT:
    numbers.flags.writeable = False
    return numbers


def _kept(found: Mapping[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(numbers) for key, numbers in found.items()}
