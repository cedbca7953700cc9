"""The events of a view as a real table: every answer where sources differ, numbers of sources."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.exports.embed.markup import attribute, text
from timeline.exports.words.description import when_words
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.article import Article
from timeline.viewmodel.case_dossier import Answer, CaseDossier, Dispute, DossierEvent

SOURCE_ID = "_"
"""Begins the id of a source in the document: no id of the record begins so."""


def shown_dossier(article: Article) -> CaseDossier:
    """The events that the pictures show; a comparison draws only those near its day 0."""
    dossier = article.dossier
    if article.comparison is None:
        return dossier
    drawn = {event_id for row in article.comparison.rows for event_id in row.event_ids}
    events = tuple(event for event in dossier.events if event.event_id in drawn)
    cited = {number for event in events for number in _cited(event)}
    return CaseDossier(events, tuple(one for one in dossier.sources if one.number in cited))


def _cited(event: DossierEvent) -> Iterable[int]:
    yield from event.source_numbers
    for dispute in event.disputes:
        for answer in dispute.answers:
            yield from answer.source_numbers


def event_table(dossier: CaseDossier, say: Catalog) -> str:
    """A table with a caption and scopes, a row for each event; each row has the event's id."""
    heads = (
        say("table.when"),
        say("data.column.event"),
        say("table.what"),
        say("table.where"),
        say("table.status"),
        say("table.sources"),
    )
    row = "".join(f'<th scope="col">{text(head)}</th>' for head in heads)
    rows = "".join(_row(event, say) for event in dossier.events)
    return (
        f'<table class="ev"><caption>{text(say("table.caption"))}</caption>'
        f"<thead><tr>{row}</tr></thead><tbody>{rows}</tbody></table>"
    )


def source_links(numbers: Iterable[int]) -> str:
    """The numbers of sources, each a link to the source below."""
    return " ".join(f'<a href="#{SOURCE_ID}{number}">{number}</a>' for number in numbers)


def _row(event: DossierEvent, say: Catalog) -> str:
    differing = "".join(f"<p>{text(_differing(one, say))}</p>" for one in event.disputes)
    return (
        f'<tr id="{attribute(event.event_id)}"><td>{text(when_words(event, say))}</td>'
        f'<th scope="row">{text(event.title)}</th><td>{text(event.summary)}{differing}</td>'
        f"<td>{text(event.place_name or '')}</td>"
        f"<td>{text(say(f'status.{event.verification_status}'))}</td>"
        f"<td>{source_links(event.source_numbers)}</td></tr>"
    )


def _differing(dispute: Dispute, say: Catalog) -> str:
    answers = "; ".join(_answer(answer, say) for answer in dispute.answers)
    about = say(f"property.{dispute.property}")
    if len(dispute.answers) == 1:
        # What others say on something else does not fit it, as an age does not fit a birthday.
        return say("embed.contradicted", property=about, answer=answers)
    return say("embed.differ", property=about, answers=answers)


def _answer(answer: Answer, say: Catalog) -> str:
    words = date_words(answer.phrase, say) if answer.phrase is not None else answer.value
    # A vocabulary's word where the value is one of its ids.
    words = say.words.get(f"occurrence.{words}", words)
    numbers = ", ".join(str(number) for number in answer.source_numbers)
    return f"{words} [{numbers}]"
