"""Sounds: what different spellings of one name have in common.

A sound is one or two signs: letters for what most languages write alike, and Z, S, Q for
the three they write differently: ж, ш, ч. ц is ts, щ is SQ, дж is dZ, х is h.
Vowels are a, e, i, o, u; й and ы are i.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

MOST_READINGS = 12
"""Of one word. A word full of doubtful letters has hundreds; the likeliest come first."""

Alternatives = tuple[str, ...]
"""What one letter, or a few, may stand for; likeliest first."""

_UNSETTLED = re.compile(r"(.)\1|(?:^|[aeou])ie|[eo]f$")
_DOUBLE = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"(?:^|(?<=[aeou]))ie")
_OLD_ENDING = re.compile(r"(?<=.{3}[eo])f$")


def table_of(text: str) -> dict[str, Alternatives]:
    """Letters to what they stand for, from pairs such as ``sz=S`` or ``s=s,z``."""
    pairs = (pair.partition("=") for pair in text.split())
    return {letters: tuple(values.split(",")) for letters, _, values in pairs}


def settled(sounds: str) -> str:
    """Sounds without what no two spellings agree on.

    Doubled letters (Mussajew), the glide before е (Yerevan, Movlayev), and -off for -ov.
    """
    if _UNSETTLED.search(sounds) is None:
        return sounds
    once = _DOUBLE.sub(r"\1", sounds)
    return _OLD_ENDING.sub("v", _DOUBLE.sub(r"\1", _GLIDE.sub("e", once)))


def limited(parts: Iterable[Alternatives], most: int) -> list[Alternatives]:
    """Parts with at most so many ways to choose among their alternatives."""
    doubts = 1
    kept: list[Alternatives] = []
    for part in parts:
        if len(part) > 1 and doubts * len(part) <= most:
            doubts *= len(part)
            kept.append(part)
        else:
            kept.append(part[:1])
    return kept


def readings(parts: Sequence[Alternatives]) -> list[str]:
    """Every way to read the parts, likeliest first, at most MOST_READINGS."""
    return [settled("".join(chosen)) for chosen in product(*limited(parts, MOST_READINGS))]
