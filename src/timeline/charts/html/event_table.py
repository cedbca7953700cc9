"""The events of a case as a table, with figures, hedges and footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.i18n.number_words import bounded_number
from timeline.viewmodel.case_dossier import CaseDossier, DossierEvent, DossierFigure


def event_table(dossier: CaseDossier, say: Catalog) -> str:
    """A real table with a caption and scopes; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"table.{name}"))}</th>'
        for name in ("when", "what", "where", "status", "sources")
    )
    rows = "".join(_row(event, say) for event in dossier.events)
    return (
        f'<table class="tl-table"><caption>{escape(say("table.caption"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(event: DossierEvent, say: Catalog) -> str:
    figures = "".join(f"<li>{figure_words(figure, say)}</li>" for figure in event.figures)
    note = f'<br><span class="tl-when">{escape(event.note)}</span>' if event.note else ""
    independent = say.count("table.independent", event.independent_source_count)
    differ = (
        f'<br><span class="tl-differ">{escape(say("table.sources_differ"))}</span>'
        if event.disputes
        else ""
    )
    return (
        f'<tr class="{row_class(event.event_id)}"><td>'
        f"{escape(date_words(event.phrase, say))}</td>"
        f'<th scope="row"><b>{escape(event.title)}</b><br>{escape(event.summary)}{note}'
        f"{f'<ul>{figures}</ul>' if figures else ''}</th>"
        f"<td>{escape(event.place_name or say('table.no_place'))}</td>"
        f"<td>{escape(say(f'status.{event.verification_status}'))}{differ}</td>"
        f'<td>{footnotes(event.source_numbers)}<br><span class="tl-when">{escape(independent)}</span></td></tr>'
    )


def row_class(event_id: str) -> str:
    """The class of the row of an event, by which a style can mark it.

    So the table itself stays the same, letter for letter, and is not sent again.
    """
    return f"tl-of-{escape(event_id, quote=True)}"


def figure_words(figure: DossierFigure, say: Catalog) -> str:
    """One figure in words with its footnotes, escaped."""
    words = bounded_number(figure.lower, figure.upper, figure.qualifier, say)
    said_by = f" ({escape(say('figure.said_by', name=figure.said_by))})" if figure.said_by else ""
    return f"{escape(words)} {escape(figure.label)}{said_by} {footnotes(figure.source_numbers)}"


def footnotes(numbers: Iterable[int]) -> str:
    """Footnote numbers as they stand behind a sentence."""
    return '<span class="tl-note">' + " ".join(f"[{number}]" for number in numbers) + "</span>"
