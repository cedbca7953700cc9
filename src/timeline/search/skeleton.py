"""The consonants of a name: all that Arabic writing reliably keeps of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from timeline.search.sounds import limited, table_of

FEWEST_CONSONANTS = 3
"""Fewer are shared by too many names to mean anything."""

_MOST = 8

_LETTERS = table_of(
    "ب=b پ=b ت=t ط=t ث=s س=s ص=s ج=Z,g ژ=Z چ=S ح=h خ=h ه=h ة= د=d ض=z,d ذ=z,d ز=z ظ=z ر=r ش=S"
    " غ=g گ=g ع= ف=v ڤ=v ق=k,g ك=k,g ک=k,g ل=l م=m ن=n و=,v ي= ی= ى= ئ= ؤ= ء= ا= أ= إ= آ= ٱ="
)
_ARTICLE = re.compile("^(?:ال|ٱل)(?=.{3})")
_SAME = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"}
)
_VOWELS = re.compile("[aeiou]")
_COARSE = str.maketrans("fpQ", "vbS")
_DOUBLE = re.compile(r"(.)\1+")


def arabic_key(word: str) -> str:
    """A folded Arabic word without its article and in one form of each letter."""
    return _ARTICLE.sub("", word).translate(_SAME)


def arabic_skeletons(word: str) -> list[str]:
    """The consonants that a folded Arabic word may stand for."""
    parts = [_LETTERS.get(one, ("",)) for one in _ARTICLE.sub("", word)]
    if word.startswith("و"):
        parts[0] = ("v",)
    return _long_enough("".join(chosen) for chosen in product(*limited(parts, _MOST)))


def sound_skeleton(sounds: str) -> list[str]:
    """The consonants of a word as an Arabic writer hears them; none when there are too few."""
    return _long_enough([_VOWELS.sub("", sounds.replace("dZ", "Z")).translate(_COARSE)])


def _long_enough(found: Iterable[str]) -> list[str]:
    single = (_DOUBLE.sub(r"\1", one) for one in found)
    return [one for one in single if len(one) >= FEWEST_CONSONANTS]
