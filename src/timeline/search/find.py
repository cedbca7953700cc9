"""Finding: what is asked, word by word, in all that can be searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.search.index import SearchIndex
from timeline.search.likely import ALIKE
from timeline.search.question import Attempt, Question, question_of
from timeline.search.ranking import Ranked, Unit, ranked, scores_of, units_of
from timeline.search.reading import group_of
from timeline.search.text import SearchText, as_one, folded, joined_runs, words_of

How = Literal["exact", "transliterated", "alike"]
_HOW: tuple[How, How, How] = ("exact", "transliterated", "alike")


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that was found, with the recorded text that led to it."""

    kind: str
    item_id: str
    case_id: str | None
    label: str
    matched: str
    """The recorded text that matched best."""
    field: str
    language: str
    """BCP 47, of the text that matched."""
    how: How
    """exact: every word as typed, but for case; transliterated: every word, at least one of
    them in another way of writing it; alike: a word only resembles what was typed, stands
    with another ending, or is missing."""
    spans: tuple[tuple[int, int], ...]
    """Which parts of *matched* did, start to end (exclusive), in order."""
    score: float
    """From 0 to 1; comparable within one answer only."""


def find(index: SearchIndex, asked: str, *, limit: int = 50) -> tuple[Match, ...]:
    """What is found under the words typed, best first, each thing once.

    All words must be found, in whatever order and in whichever texts of a thing; a
    patronymic and small words may be missing. Nothing typed is refused: what holds no
    word, or a single letter, finds nothing.
    """
    question = question_of(asked)
    if not question.attempts or not index.texts or limit < 1:
        return ()
    units = units_of(index, question)
    scores = scores_of(index, question, units)
    for attempt in question.attempts:
        found = ranked(index, scores, attempt, limit=limit)
        if found:
            return tuple(_match(index, units, attempt, one, asked) for one in found)
    return _helped_by_another_word(index, question, asked, limit)


def _helped_by_another_word(
    index: SearchIndex, question: Question, asked: str, limit: int
) -> tuple[Match, ...]:
    """What is found when a word may be further off, beside one that is not off at all.

    Mkaev alone may be anybody; Salman Mkaev is a slip.
    """
    attempt = question.attempts[0]
    if len(attempt.needed) < 2:
        return ()
    units = units_of(index, question, is_loose=True)
    scores = scores_of(index, question, units)
    found = ranked(index, scores, attempt, limit=limit, needs_strong=True)
    return tuple(_match(index, units, attempt, one, asked) for one in found)


def _match(
    index: SearchIndex, units: Sequence[Unit], attempt: Attempt, found: Ranked, asked: str
) -> Match:
    best = [index.texts[at] for at in found.best_texts]
    # Mukaev Salman is shown for Mukaev Salman, not the Salman Mukaev that says the same.
    literal = asked.strip().casefold()
    recorded = next((text for text in best if literal in text.text.casefold()), best[0])
    hows, spans = _seen(index, units, recorded)
    for other in found.texts:
        if hows.keys() >= set(attempt.needed):
            break
        for at, how in _seen(index, units, index.texts[other])[0].items():
            hows.setdefault(at, how)
    return Match(
        kind=recorded.kind,
        item_id=recorded.item_id,
        case_id=recorded.case_id,
        label=recorded.label,
        matched=recorded.text,
        field=recorded.field,
        language=recorded.language,
        how=_HOW[_weakest(hows, attempt)],
        spans=spans,
        score=round(found.score, 4),
    )


def _weakest(hows: Mapping[int, int], attempt: Attempt) -> int:
    """How the words typed were found, all in all: as the one that was found worst."""
    if attempt.is_weaker:
        return ALIKE
    return max(hows.get(at, ALIKE) for at in attempt.needed)


def _seen(
    index: SearchIndex, units: Sequence[Unit], recorded: SearchText
) -> tuple[dict[int, int], tuple[tuple[int, int], ...]]:
    """How each word typed is held by a text, and where in it."""
    hows: dict[int, int] = {}
    spans: list[tuple[int, int]] = []
    for number, start, end in _placed(index, recorded):
        if index.is_joined[number] and sum(start <= one[0] < end for one in spans) > 1:
            # Both of its words are found already.
            continue
        for unit in units:
            likely = unit.likely.get(number)
            if likely is not None:
                spans.append((start, end))
                for at in unit.covers:
                    hows[at] = min(hows.get(at, likely.how), likely.how)
    return hows, _merged(spans)


def _placed(index: SearchIndex, recorded: SearchText) -> Iterable[tuple[int, int, int]]:
    """The numbers of the words of a text, with where each stands; then of joined words."""
    group = group_of(recorded.language, is_name=recorded.field == "name")
    words = words_of(recorded.text)
    for word in words:
        number = index.words.get((folded(word.raw), group, False))
        if number is not None:
            yield number, word.start, word.end
    for run in joined_runs(recorded, words):
        number = index.words.get((as_one(run), group, True))
        if number is not None:
            yield number, run[0].start, run[-1].end


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
