"""One spelling for what looks or reads alike, so that a name is found however it is typed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        # The Chechen palochka is typed as any upright stroke there is.
        "ӏ": "i",
        "l": "i",
        "1": "i",
        "|": "i",
        "ı": "i",
        # Cyrillic letters that cannot be told from Latin ones.
        "а": "a",
        "е": "e",
        "о": "o",
        "р": "p",
        "с": "c",
        "у": "y",
        "х": "x",
        "і": "i",
        "ј": "j",
        "ѕ": "s",
    }
)


@lru_cache(maxsize=16_384)
def skeleton(text: str) -> str:
    """The text in small letters without accents, marks and punctuation, one blank between words.

    Letters that look alike become one letter, ё becomes е, and characters that cannot be
    seen are dropped. For comparing only: the result is not fit to be shown.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = (
        character if character.isalnum() or character == "|" else " "
        for character in plain
        if unicodedata.category(character) not in ("Mn", "Cf")
    )
    return " ".join("".join(letters).translate(_ALIKE).split())
