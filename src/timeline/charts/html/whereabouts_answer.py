"""Where somebody was on the chosen day: the answer, how sure it is, and what it rests on."""

from __future__ import annotations

from html import escape

from timeline.charts.html.event_table import footnotes
from timeline.charts.html.links import Links
from timeline.charts.html.whereabouts_words import (
    headline_words,
    reason_words,
    sureness_words,
    with_manner,
)
from timeline.chronology.sighting import Doubt
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words, day_words
from timeline.viewmodel.person_whereabouts import Answer, Seen, WhereaboutsView


def whereabouts_answer(view: WhereaboutsView, say: Catalog, links: Links) -> str:
    """The answer as text with footnotes; every text escaped."""
    answer = view.answer
    after = ""
    if view.is_after_last_report and view.last_reported_on is not None:
        words = say("people.after_last_report", day=day_words(view.last_reported_on, say))
        after = f" {escape(words)}"
    undated = "".join(
        f"<li>{escape(say('people.undated', title=one.title))} {footnotes(one.source_numbers)}</li>"
        for one in view.undated
    )
    items = "".join(_ground(one, say, links) for one in (*answer.grounds, *_both_sides(answer)))
    return (
        '<div class="pp-answer">'
        f'<p class="pp-day">{escape(day_words(view.day, say))}</p>'
        f'<p class="pp-where">{escape(headline_words(answer, say))}</p>'
        f"<p><b>{escape(sureness_words(answer, say))}.</b> "
        f"{escape(reason_words(answer, say))}{after}</p>"
        f"<ul>{items}{undated}</ul></div>"
    )


def _both_sides(answer: Answer) -> tuple[Seen, ...]:
    return tuple(one for one in (answer.last, answer.next) if one is not None)


def _ground(one: Seen, say: Catalog, links: Links) -> str:
    told = one.told
    words = say("people.ground", place=with_manner(one, say), date=date_words(one.phrase, say))
    if one.last_reported_on is not None:
        day = day_words(one.last_reported_on, say)
        words = f"{words}, {say('people.ground_until', day=day)}"
    doubt = "" if one.doubt is Doubt.NONE else f" {say(f'people.mark.{one.doubt.value}')}"
    other = "" if one.is_shown else f" {say('people.mark.other_place')}"
    return (
        f'<li><a href="{links.event(told.case_id, told.event_id)}" target="_self">'
        f"{escape(told.title)}</a>: {escape(words)}{escape(doubt)}{escape(other)} "
        f"{footnotes(one.source_numbers)}</li>"
    )
