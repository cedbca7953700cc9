"""Which texts hold the words asked for, and which things come first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline.search.index import FIELD_WEIGHT, SearchIndex
from timeline.search.likely import STRONG, Likely, likely_for_run, likely_words
from timeline.search.question import Attempt, Question

_NOTHING_ELSE = 0.12
"""Added when every word of a text was asked for, so that a name comes before a mention."""
_NO_DIFFERENCE = 1e-5
_BEST = 2.0 + _NOTHING_ELSE

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Unit:
    """A word typed, or several tried as one, with the recorded words it may stand for."""

    covers: tuple[int, ...]
    """Positions of the words typed."""
    likely: Mapping[int, Likely]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One thing found."""

    texts: range
    """Numbers of its texts."""
    best_texts: tuple[int, ...]
    """Numbers of those that say most, in order; more than one where they say the same."""
    score: float
    """From 0 to 1."""


def units_of(index: SearchIndex, question: Question, *, is_loose: bool = False) -> tuple[Unit, ...]:
    """Each word with what it may stand for; *is_loose* allows longer words' distances."""
    singles = (
        Unit((at,), likely_words(index, word, is_loose=is_loose))
        for at, word in enumerate(question.words)
        if len(word.folded) > 1
    )
    runs = (Unit(run.covers, likely_for_run(index, run.reading)) for run in question.runs)
    return (*singles, *runs)


def scores_of(index: SearchIndex, question: Question, units: Sequence[Unit]) -> list[Scores]:
    """For each word typed, how well each text holds it; 0 where it does not."""
    scores = [np.zeros(len(index.texts), dtype=np.float32) for _ in question.words]
    for unit in units:
        for word, likely in unit.likely.items():
            texts = index.texts_with(word)
            for at in unit.covers:
                scores[at][texts] = np.maximum(scores[at][texts], likely.score)
    if question.is_short:
        names = index.weights >= FIELD_WEIGHT["name"]
        scores = [row * names for row in scores]
    return scores


def ranked(
    index: SearchIndex,
    scores: Sequence[Scores],
    attempt: Attempt,
    *,
    limit: int,
    needs_strong: bool = False,
) -> list[Ranked]:
    """The best things first; equally good ones in the order of the index.

    *needs_strong* keeps only those of which one word at least is not merely alike.
    """
    rows = [scores[at] for at in attempt.needed]
    best = np.stack([np.maximum.reduceat(row * index.weights, index.items) for row in rows])
    enough = np.count_nonzero(best, axis=0) >= len(rows) - attempt.may_miss
    if needs_strong:
        closest = np.maximum.reduceat(np.maximum.reduce(rows), index.items)
        enough &= closest >= STRONG
    chosen = np.flatnonzero(enough)
    if not len(chosen):
        return []
    held = np.count_nonzero(np.stack(scores), axis=0) / index.word_counts
    by_text = index.weights * (
        np.add.reduce(rows) / len(rows) + _NOTHING_ELSE * np.minimum(held, 1)
    )
    # What several texts of a thing say together counts, and so does one that says it all.
    total = best.mean(axis=0) + np.maximum.reduceat(by_text, index.items)
    order = chosen[np.argsort(-np.round(total[chosen], 5), kind="stable")][:limit]
    found = []
    for item in order.tolist():
        texts = index.texts_of(item)
        said = by_text[texts.start : texts.stop]
        most = np.flatnonzero(said >= said.max() - _NO_DIFFERENCE) + texts.start
        found.append(Ranked(texts, tuple(most.tolist()), float(total[item]) / _BEST))
    return found
