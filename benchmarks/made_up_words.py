"""Words that mean nothing, as long as the ones they stand for and in the same script."""

from __future__ import annotations

import random
import unicodedata
import zlib

_SYLLABLES = {
    "LATIN": ("bdfgjklmnpqrtvwxz", "aeiou"),
    "CYRILLIC": ("бвгджзклмнпрстфхц", "аеиоу"),
    "ARABIC": ("بتجدرزسشفقكلمن", "اوي"),
    "GEORGIAN": ("ბგდვზკლმნპრსტფ", "აეიოუ"),
    "ARMENIAN": ("բգդզլխկմնպռստփ", "աեիոու"),
}
"""Consonants and vowels of a script. Pairs of them read like no language, which is the point."""
_WORD_COUNT = 4_000
_CORPUS_WORDS = 60_000
"""A running text of which pieces are cut: far quicker than making up each one."""


class MadeUpWords:
    """Fictional texts; the same seed, key and model always give the same text."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._running = {script: _running_text(script, seed) for script in _SYLLABLES}

    def like(self, text: str, key: int) -> str:
        """A text as long as *text*, in its script, that says nothing.

        The same text with the same key gives the same words, so that claims which agree
        or differ still do.
        """
        piece = self._piece(text, key, len(text))
        return piece[:1].upper() + piece[1:] if text[:1].isupper() else piece

    def name(self, text: str, key: int) -> str:
        """A name about as long as *text*: each word with a capital, the key as its last word."""
        words = self._piece(text, key, max(len(text) - 6, 5)).title()
        return f"{words} {key:05d}"

    def _piece(self, text: str, key: int, length: int) -> str:
        running, starts = self._running[_script(text)]
        start = starts[zlib.crc32(f"{self._seed} {key} {text}".encode()) % len(starts)]
        piece = running[start : start + length].strip()
        # A blank at the cut is made good, so that every text has its model's length.
        return piece + running[0] * (length - len(piece))


def _running_text(script: str, seed: int) -> tuple[str, list[int]]:
    """A long text in a script, and the places where its words begin."""
    consonants, vowels = _SYLLABLES[script]
    chance = random.Random(f"{seed} {script}")
    known = [
        "".join(
            chance.choice(consonants) + chance.choice(vowels) for _ in range(chance.randint(1, 5))
        )
        for _ in range(_WORD_COUNT)
    ]
    words = chance.choices(known, k=_CORPUS_WORDS)
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    # No piece begins so near the end that it would come out short.
    return " ".join(words), starts[: _CORPUS_WORDS // 2]


def _script(text: str) -> str:
    for character in text:
        if character.isalpha():
            script = unicodedata.name(character, "").partition(" ")[0]
            return script if script in _SYLLABLES else "LATIN"
    return "LATIN"
