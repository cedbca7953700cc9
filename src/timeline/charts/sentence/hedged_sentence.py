"""A sentence about one question, to be copied: who says what, and what is left open.

It never says more than the sources: every value stands with who gives it, what nobody
verified is called reported, and what was concluded is not put into anybody's mouth.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.charts.sentence.attribution import (
    by_words,
    publishers_of_two_answers,
    who_words,
)
from timeline.charts.sentence.subject import subject_words
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_clause import date_clause
from timeline.i18n.number_words import bounded_number
from timeline.model.vocabulary import ClaimProperty, PlacePrecision
from timeline.viewmodel.answers import AnsweredEvent, Answer, Question

MOST_ANSWERS = 6
"""Answers in one sentence; of more, the sentence says that there are more."""

_SHORT_VALUES = (
    ClaimProperty.DATE,
    ClaimProperty.PLACE,
    ClaimProperty.NUMBER,
    ClaimProperty.AGE,
)
"""Properties whose values follow a comma; free words follow a colon."""
_WITHOUT_DATE = (ClaimProperty.DATE, ClaimProperty.AGE)


def hedged_sentence(event: AnsweredEvent, question: Question, say: Catalog) -> str:
    """What sources say about one question, and what they leave open."""
    answers = question.differing
    dated = publishers_of_two_answers(answers)
    parts = [_first(event, answers[0], say, dated)]
    parts += [_following(answer, answers[0], say, dated) for answer in answers[1:MOST_ANSWERS]]
    if len(answers) > MOST_ANSWERS:
        parts.append(say("hedge.more_answers"))
    if question.lacks is not None:
        parts.append(say(f"hedge.lacks.{question.lacks}"))
    tails = [say("hedge.contradicted")] if question.is_lone else []
    return _sentences("; ".join(parts), [*tails, *_doubts(event, [question], say)])


def crossing_sentence(event: AnsweredEvent, questions: Sequence[Question], say: Catalog) -> str:
    """What sources say about different questions, where the answers do not fit together."""
    parts = [_first(event, question.differing[0], say, frozenset()) for question in questions]
    tails = [say("hedge.crossing"), *_doubts(event, questions, say)]
    return _sentences("; ".join(parts), tails)


def sentences(event: AnsweredEvent, say: Catalog) -> tuple[tuple[Question, str], ...]:
    """One sentence for each disputed question; those that contradict one another share one.

    The shared one stands with the last of its questions.
    """
    lone = [question for question in event.disputed if question.is_lone]
    crossing = lone if len(lone) > 1 else []
    found = []
    for question in event.disputed:
        if question not in crossing:
            found.append((question, hedged_sentence(event, question, say)))
        elif question is crossing[-1]:
            found.append((question, crossing_sentence(event, crossing, say)))
    return tuple(found)


def answer_words(answer: Answer, say: Catalog) -> str:
    """The answer alone, as a table gives it."""
    if answer.asked is ClaimProperty.OCCURRENCE:
        return say(f"occurrence.{answer.value}")
    if answer.figure is not None:
        return f"{_number(answer, say)} {answer.figure.label}"
    return _value(answer, say)


def _first(event: AnsweredEvent, answer: Answer, say: Catalog, dated: frozenset[str]) -> str:
    asked = answer.asked
    subject = subject_words(
        event,
        say,
        is_reported=asked is not ClaimProperty.OCCURRENCE,
        with_date=asked not in _WITHOUT_DATE,
    )
    if asked is ClaimProperty.OCCURRENCE:
        return _occurrence("first", answer, subject, say, dated)
    by = by_words(answer, say, dated=dated)
    if answer.phrase is not None:
        value = date_clause(answer.phrase, say)
        return say(f"hedge.date.{answer.phrase.form}", by=by, subject=subject, value=value)
    label = answer.figure.label if answer.figure is not None else ""
    return say(
        f"hedge.first.{asked.value}", by=by, subject=subject, value=_value(answer, say), label=label
    )


def _following(answer: Answer, first: Answer, say: Catalog, dated: frozenset[str]) -> str:
    if answer.asked is ClaimProperty.OCCURRENCE:
        return _occurrence("next", answer, "", say, dated)
    value = _value(answer, say)
    if answer.phrase is not None:
        value = date_clause(answer.phrase, say)
    # One quantity may have been counted under another name.
    if answer.figure and first.figure and answer.figure.label != first.figure.label:
        value = f"{value} {answer.figure.label}"
    key = "value" if answer.asked in _SHORT_VALUES else "words"
    by = by_words(answer, say, dated=dated)
    return say(f"hedge.next.{key}", by=by, value=value)


def _occurrence(
    place: str, answer: Answer, subject: str, say: Catalog, dated: frozenset[str]
) -> str:
    """Whether it happened: a source that carries a denial does not itself deny."""
    who = who_words(answer, say, dated=dated)
    key = f"{answer.value}_inferred" if answer.is_inferred else answer.value
    return say(f"hedge.occurrence.{place}.{key}", who=who, subject=subject)


def _value(answer: Answer, say: Catalog) -> str:
    if answer.place_precision == PlacePrecision.UNDISCLOSED:
        return say("hedge.unnamed_place")
    if answer.figure is not None:
        return _number(answer, say)
    if answer.phrase is not None:
        return date_clause(answer.phrase, say)
    return answer.value


def _number(answer: Answer, say: Catalog) -> str:
    figure = answer.figure
    assert figure is not None
    return bounded_number(figure.lower, figure.upper, figure.qualifier, say)


def _doubts(event: AnsweredEvent, questions: Sequence[Question], say: Catalog) -> list[str]:
    """What has to be added about the event as a whole."""
    if event.is_refuted:
        return [say("hedge.refuted")]
    asks_whether = any(question.asked is ClaimProperty.OCCURRENCE for question in questions)
    return [say("hedge.in_doubt")] if event.is_in_doubt and not asks_whether else []


def _sentences(first: str, more: Sequence[str]) -> str:
    whole = first[:1].upper() + first[1:] + "."
    return " ".join((whole, *more))
