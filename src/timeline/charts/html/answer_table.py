"""The answers to one question side by side: which, who gives it, where, and in which words."""

from __future__ import annotations

from html import escape

from timeline.charts.html.links import Links
from timeline.charts.html.quoted_words import quoted_words
from timeline.charts.sentence.hedged_sentence import answer_words
from timeline.charts.sentence.why_words import why_words
from timeline.evidence.resolve import Reason
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words, date_words
from timeline.viewmodel.answers import Answer, AnsweredEvent, Question, Voice


def event_heading(event: AnsweredEvent, links: Links, say: Catalog) -> str:
    """What the questions below are about, with the ways to it; every text escaped."""
    reports = say.count("answers.reports", event.source_count)
    origins = say.count("answers.origins", event.independent_source_count)
    about = [event.case_title, say(f"answers.standing.{event.standing.value}")]
    if event.dated:
        about.insert(1, alternatives_words(event.dated, say))
    return (
        f'<h2 class="tl-about tl-lane-{escape(event.lane)}">'
        f'<a href="{links.event(event.case_id, event.event_id)}" target="_self">{escape(event.title)}</a></h2>'
        f'<p class="tl-when tl-about-line">{escape(" · ".join(about))} · '
        f'<a href="{links.answers(event.event_id)}" target="_self">{escape(reports)}, {escape(origins)}</a></p>'
    )


def question_table(
    question: Question, links: Links, say: Catalog, *, only_differing: bool = False
) -> str:
    """One question with its answers and why one of them is shown; every text escaped.

    *only_differing* leaves out what contradicts nothing where every answer stands anyway.
    """
    is_open = question.why.reason is Reason.EVERY
    answers = question.differing if only_differing and is_open else question.answers
    heads = "".join(
        f'<th scope="col">{escape(say(f"answers.head.{name}"))}</th>' for name in ("answer", "who")
    )
    rows = "".join(_row(answer, links, say) for answer in answers)
    why = why_words(question, say)
    return (
        f'<table class="tl-table tl-answers"><caption>{escape(question_words(question, say))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        + (f'<p class="tl-why">{escape(why)}</p>' if why else "")
    )


def question_words(question: Question, say: Catalog) -> str:
    """What is asked: the property, and of a number what is counted."""
    words = say(f"property.{question.asked.value}")
    figure = question.answers[0].figure
    return say("answers.number", property=words, label=figure.label) if figure else words


def _row(answer: Answer, links: Links, say: Catalog) -> str:
    marks = [say("answers.shown")] if answer.is_shown else []
    if len(answer.voices) > 1:
        reports = say.count("answers.reports", len({one.source_id for one in answer.voices}))
        origins = say.count("answers.origins", answer.origin_count)
        marks.append(f"{reports}, {origins}")
    small = "".join(f'<br><span class="tl-when">{escape(mark)}</span>' for mark in marks)
    shown = ' class="tl-shown"' if answer.is_shown else ""
    voices = "".join(f"<li>{_voice(voice, links, say)}</li>" for voice in answer.voices)
    return (
        f'<tr{shown}><th scope="row"><b>{escape(answer_words(answer, say))}</b>{small}</th>'
        f"<td><ul>{voices}</ul></td></tr>"
    )


def _voice(voice: Voice, links: Links, say: Catalog) -> str:
    who = f'<a href="{links.source(voice.source_id)}" target="_self">{escape(voice.publisher)}</a>'
    said_by = f" ({escape(say('figure.said_by', name=voice.said_by))})" if voice.said_by else ""
    where = f"{escape(date_words(voice.published, say))}, {escape(voice.locator)}"
    said = quoted_words(
        voice.words,
        voice.language,
        basis=voice.basis,
        note=voice.note,
        say=say,
        is_hearsay=voice.is_hearsay,
    )
    return f'{who}{said_by}, <span class="tl-when">{where}</span>{said}'
