"""A sentence about one question, to be copied: who says what, and what is left open.

It never says more than the sources: every value stands with who gives it, what nobody
verified is called reported, and what was concluded is not put into anybody's mouth.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.charts.sentence.attribution import by_words, publishers_of_two_answers, who_words
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_clause import date_clause, dated_words
from timeline.i18n.date_words import date_words
from timeline.i18n.number_words import bounded_number
from timeline.model.vocabulary import ClaimProperty, PlacePrecision
from timeline.viewmodel.answers import Answer, AnsweredEvent, Question

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
"""Properties that the date of the event answers, or gives away."""


def hedged_sentence(event: AnsweredEvent, question: Question, say: Catalog) -> str:
    """What sources say about one question, and what they leave open."""
    answers = question.differing
    dated = publishers_of_two_answers(answers)
    parts = [_first(answers[0], say, dated)]
    parts += [
        _following(answer, before, say, dated)
        for before, answer in pairwise(answers[:MOST_ANSWERS])
    ]
    if len(answers) > MOST_ANSWERS:
        parts.append(say("hedge.more_answers"))
    if question.lacks is not None:
        parts.append(say(f"hedge.lacks.{question.lacks}"))
    said = [_topic(event, [question], say), _capital("; ".join(parts) + ".")]
    return " ".join([*said, say("hedge.contradicted")] if question.is_lone else said)


def crossing_sentence(event: AnsweredEvent, questions: Sequence[Question], say: Catalog) -> str:
    """What sources say about different questions, where the answers do not fit together."""
    parts = [_first(question.differing[0], say, frozenset()) for question in questions]
    return " ".join(
        (
            _topic(event, questions, say),
            _capital("; ".join(parts) + "."),
            say("hedge.crossing"),
        )
    )


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
    if answer.phrase is not None:
        return date_words(answer.phrase, say)
    if answer.figure is not None:
        return f"{_number(answer, say)} {answer.figure.label}"
    return answer.value


def _topic(event: AnsweredEvent, questions: Sequence[Question], say: Catalog) -> str:
    """What the sentence is about: our title of the event, as firm as the event stands.

    Nothing finer is made of it. Who did what to whom is what an editor wrote into the
    title; the kind of event and the people involved do not say it by themselves.
    """
    about = event.case_title
    if event.dated and not any(question.asked in _WITHOUT_DATE for question in questions):
        about = say("hedge.about", case=about, date=dated_words(event.dated, say))
    return say(f"hedge.topic.{event.standing.value}", title=event.title, about=about)


def _first(answer: Answer, say: Catalog, dated: frozenset[str]) -> str:
    if answer.asked is ClaimProperty.OCCURRENCE:
        return _occurrence("first", answer, say, dated)
    by = by_words(answer, say, dated=dated)
    if answer.place_precision == PlacePrecision.UNDISCLOSED:
        return say("hedge.unnamed_place", by=by)
    value = _value(answer, say)
    if answer.phrase is not None:
        return say(f"hedge.date.{answer.phrase.form}", by=by, value=value)
    label = answer.figure.label if answer.figure is not None else ""
    return say(f"hedge.first.{answer.asked.value}", by=by, value=value, label=label)


def _following(answer: Answer, before: Answer, say: Catalog, dated: frozenset[str]) -> str:
    if answer.asked is ClaimProperty.OCCURRENCE:
        return _occurrence("next", answer, say, dated)
    value = _value(answer, say)
    by = by_words(answer, say, dated=dated)
    if answer.place_precision == PlacePrecision.UNDISCLOSED:
        return say("hedge.unnamed_place", by=by)
    # One quantity may have been counted under another name.
    if answer.figure and before.figure and answer.figure.label != before.figure.label:
        value = f"{value} {answer.figure.label}"
    if by == by_words(before, say, dated=dated):
        return say("hedge.next.also", value=value)
    form = "value" if answer.asked in _SHORT_VALUES else "words"
    return say(f"hedge.next.{form}", by=by, value=value)


def _occurrence(place: str, answer: Answer, say: Catalog, dated: frozenset[str]) -> str:
    """Whether it happened: a source that carries a denial does not itself deny."""
    who = who_words(answer, say, dated=dated)
    form = f"{answer.value}_inferred" if answer.is_inferred else answer.value
    return say(f"hedge.occurrence.{place}.{form}", who=who)


def _value(answer: Answer, say: Catalog) -> str:
    if answer.phrase is not None:
        return date_clause(answer.phrase, say)
    return _number(answer, say) if answer.figure is not None else answer.value


def _number(answer: Answer, say: Catalog) -> str:
    figure = answer.figure
    assert figure is not None
    return bounded_number(figure.lower, figure.upper, figure.qualifier, say)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
