"""Why one answer is the one shown, in plain words; it never says that the answer is true."""

from __future__ import annotations

from timeline.charts.sentence.hedged_sentence import answer_words
from timeline.evidence.resolve import Reason
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.answers import Question


def why_words(question: Question, say: Catalog) -> str:
    """A sentence or two; empty where everybody gives the same answer."""
    why = question.why
    if why.reason is Reason.ONLY:
        return ""
    if why.reason is Reason.EVERY:
        return say("why.every") if len(question.answers) > 1 else ""
    if why.reason is Reason.PREFERRED and question.note:
        return say("why.preferred_note", value=_shown(question, say), note=question.note)
    # A vaguer report that allows the answer stands behind it without giving it.
    given = max(answer.origin_count for answer in question.answers if answer.is_shown)
    form = "allowed" if why.origin_count > given else "given"
    if why.reason is Reason.ORIGINS:
        return say(
            f"why.origins.{form}",
            value=_shown(question, say),
            number=why.origin_count,
            other=why.next_origin_count,
        )
    return say(f"why.{why.reason.value}", value=_shown(question, say))


def _shown(question: Question, say: Catalog) -> str:
    if question.shown_phrase is not None:
        return date_words(question.shown_phrase, say, in_full=True)
    return next(answer_words(answer, say) for answer in question.answers if answer.is_shown)
