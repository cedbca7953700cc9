"""What is asked: the words, which of them must be found, and which may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.search.reading import Reading, asked_reading
from timeline.search.text import Word, as_one, folded, long_runs, words_of

LONGEST_QUESTION = 600
"""Characters that are looked at; what follows is cut off."""
MOST_WORDS = 12

_SMALL_WORDS = (
    "the and for with from of in on at to der die das und von vom aus den des les une dans par"
    " sur aux i w z na we и в во на по из от за для или до со об при де ля da di del la le de"
)
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that no text is looked for by, in the languages most often typed here."""

_PATRONYMIC = re.compile(r"(?:[oe]v|il)iQ$|(?:[oe]v|iniQ)na$")
_SON_OR_DAUGHTER = frozenset(("ogli", "oglu", "ugli", "uli", "ulu", "kizi", "gizi", "uulu"))
"""Written apart in Kazakh, Kyrgyz and Azerbaijani."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Which of the words must be found."""

    needed: tuple[int, ...]
    """Positions of words, never empty."""
    may_miss: int = 0
    """How many of them may be missing all the same."""
    is_weaker: bool = False
    """Whether less was found than was typed, so that nothing may be called exact."""


@dataclass(frozen=True, slots=True)
class Run:
    """Several words tried as one."""

    covers: tuple[int, ...]
    """Positions of the words."""
    reading: Reading


@dataclass(frozen=True, slots=True)
class Question:
    """Words that somebody typed."""

    words: tuple[Reading, ...]
    runs: tuple[Run, ...]
    """Each word and the next as one: Abu Bakr; and whatever apostrophes hold together."""
    attempts: tuple[Attempt, ...]
    """What to try, strictest first; empty when nothing was asked."""
    is_short: bool
    """Whether every word has two letters: then names only are looked through."""


def question_of(asked: str) -> Question:
    """The question in a text as it was typed, whatever it holds."""
    found = words_of(asked[:LONGEST_QUESTION], at_most=MOST_WORDS)
    # A word typed twice asks for no more than once.
    found = tuple({folded(word.raw): word for word in found}.values())
    texts = [folded(word.raw) for word in found]
    words = tuple(asked_reading(text) for text in texts)
    long = _long(texts)
    short = () if long else tuple(at for at, text in enumerate(texts) if _tells(text, least=2))
    return Question(words, tuple(_runs(found)), _attempts(words, long or short), bool(short))


def _runs(words: Sequence[Word]) -> Iterable[Run]:
    for at, pair in enumerate(pairwise(words)):
        yield Run((at, at + 1), asked_reading(as_one(pair)))
    for run in long_runs(words):
        first = words.index(run[0])
        yield Run(tuple(range(first, first + len(run))), asked_reading(as_one(run)))


def _long(texts: list[str]) -> tuple[int, ...]:
    return tuple(at for at, text in enumerate(texts) if _tells(text, least=3))


def _tells(text: str, *, least: int) -> bool:
    return len(text) >= least and text not in _SMALL


def _attempts(words: tuple[Reading, ...], needed: tuple[int, ...]) -> tuple[Attempt, ...]:
    if not needed:
        return ()
    names = tuple(at for at in needed if not _is_patronymic(words[at]))
    if len(names) >= 2 or names == needed:
        tries = [Attempt(names)]
    else:
        # A given name and a patronymic: both, if that is on record; else the one.
        tries = [Attempt(needed)] + [Attempt(names, is_weaker=True)] * bool(names)
    if len(names) >= 3:
        tries.append(Attempt(names, may_miss=1, is_weaker=True))
    return tuple(tries)


def _is_patronymic(word: Reading) -> bool:
    return any(
        key in _SON_OR_DAUGHTER or (len(key) >= 7 and _PATRONYMIC.search(key)) for key in word.keys
    )
