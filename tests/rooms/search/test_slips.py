"""Slips of the finger and of the ear: how many are forgiven, and at what price.

The shares are what was measured on the names of the record, rounded down. Short names are
forgiven little, on purpose: a letter more or less makes another family of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from timeline.search.find import find
from timeline.search.index import SearchIndex

from .recorded_names import index_where, recorded_names

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
VOWELS = ("aeiou", "аеиоу")


def omitted(word: str, at: int) -> Iterator[str]:
    yield word[:at] + word[at + 1 :]


def swapped(word: str, at: int) -> Iterator[str]:
    if word[at] != word[at + 1]:
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def doubled(word: str, at: int) -> Iterator[str]:
    yield word[:at] + word[at] + word[at:]


def neighbour_key(word: str, at: int) -> Iterator[str]:
    for row in KEYS:
        place = row.find(word[at])
        if place >= 0:
            yield from (
                word[:at] + row[near] + word[at + 1 :]
                for near in (place - 1, place + 1)
                if 0 <= near < len(row)
            )


def wrong_vowel(word: str, at: int) -> Iterator[str]:
    for vowels in VOWELS:
        if word[at] in vowels:
            yield from (word[:at] + one + word[at + 1 :] for one in vowels if one != word[at])


Slip = Callable[[str, int], Iterator[str]]

FORGIVEN: list[tuple[Slip, float, float, float]] = [
    # of 5 or 6 letters, of 7 or 8, of 9 and more
    (doubled, 1.0, 1.0, 1.0),
    (wrong_vowel, 0.85, 0.95, 0.98),
    (swapped, 0.70, 0.92, 0.98),
    (omitted, 0.54, 0.62, 1.0),
    (neighbour_key, 0.62, 0.63, 0.95),
]


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return index_where(lambda name: name.language in ("en", "ru"))


def owners() -> dict[str, set[str]]:
    """The words of persons' names, each with those who bear it."""
    found: dict[str, set[str]] = {}
    for name in recorded_names():
        if name.kind == "person" and name.language in ("en", "ru"):
            for word in name.name.lower().split():
                if word.isalpha() and len(word) >= 5:
                    found.setdefault(word, set()).add(name.item_id)
    return found


@pytest.mark.parametrize(("slip", "short", "middle", "long"), FORGIVEN)
def test_a_slip_is_forgiven(
    slip: Slip, short: float, middle: float, long: float, index: SearchIndex
) -> None:
    for share, lengths in ((short, range(5, 7)), (middle, range(7, 9)), (long, range(9, 40))):
        asked = [
            (text, bearers)
            for word, bearers in owners().items()
            if len(word) in lengths
            for at in range(1, len(word) - 1)
            for text in slip(word, at)
        ]
        found = [{match.item_id for match in find(index, text)} for text, _ in asked]
        hits = sum(bool(bearers & ids) for (_, bearers), ids in zip(asked, found, strict=True))

        assert hits / len(asked) >= share, (slip.__name__, lengths)


def test_a_slip_beside_a_name_that_is_right_is_forgiven_more(index: SearchIndex) -> None:
    assert find(index, "Mkaev") == ()
    (match,) = find(index, "Salman Mkaev")
    assert (match.item_id, match.how) == ("salman-mukaev", "alike")


@pytest.mark.parametrize("slip", [omitted, swapped, doubled, neighbour_key, wrong_vowel])
def test_a_slip_seldom_finds_a_stranger(slip: Slip, index: SearchIndex) -> None:
    asked = [
        (text, bearers)
        for word, bearers in owners().items()
        for at in range(1, len(word) - 1)
        for text in slip(word, at)
    ]
    strangers = sum(
        len({match.item_id for match in find(index, text) if match.kind == "person"} - bearers)
        for text, bearers in asked
    )

    assert strangers / len(asked) < 0.05
