"""Where sources differ: every answer beside who gives it."""

from __future__ import annotations

from html import escape

from timeline.charts.html.event_table import footnotes
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.case_dossier import Answer, CaseDossier


def dispute_list(dossier: CaseDossier, say: Catalog) -> str:
    """A table with one row for each property in dispute; every text escaped."""
    rows = "".join(
        f'<tr><th scope="row"><b>{escape(event.title)}</b><br>'
        f'<span class="tl-when">{escape(say(f"property.{dispute.property}"))}</span></th>'
        f"<td><ul>{''.join(_answer(answer, dispute.property, say) for answer in dispute.answers)}</ul></td></tr>"
        for event in dossier.disputed
        for dispute in event.disputes
    )
    heads = "".join(
        f'<th scope="col">{escape(say(f"disputes.{name}"))}</th>' for name in ("about", "answers")
    )
    return (
        f'<table class="tl-table tl-disputes"><caption>{escape(say("disputes.caption"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _answer(answer: Answer, claim_property: str, say: Catalog) -> str:
    if answer.phrase is not None:
        words = date_words(answer.phrase, say)
    elif claim_property == "occurrence":
        words = say(f"occurrence.{answer.value}")
    else:
        words = answer.value
    shown = (
        f' <span class="tl-when">{escape(say("disputes.shown"))}</span>' if answer.is_shown else ""
    )
    return f"<li>{escape(words)} {footnotes(answer.source_numbers)}{shown}</li>"
