"""The text of one event beside the map, with its own footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from timeline.charts.html.event_table import figure_words
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.case_dossier import DossierEvent, NumberedSource


def event_text(event: DossierEvent, sources: Sequence[NumberedSource], say: Catalog) -> str:
    """What happened, when, where and who says so; every text escaped."""
    by_number = {source.number: source for source in sources}
    cited = "".join(
        f'<li value="{number}">{_source(by_number[number], say)}</li>'
        for number in event.source_numbers
        if number in by_number
    )
    figures = "".join(f"<li>{figure_words(figure, say)}</li>" for figure in event.figures)
    place = f" · {escape(event.place_name)}" if event.place_name else ""
    differ = f" · {escape(say('table.sources_differ'))}" if event.disputes else ""
    independent = say.count("table.independent", event.independent_source_count)
    return (
        f'<div class="tl-event tl-lane-{escape(event.lane)}">'
        f'<p class="tl-lane">{escape(say(f"lane.{event.lane}"))}</p>'
        f'<p class="tl-event-title"><b>{escape(event.title)}</b></p>'
        f'<p class="tl-when">{escape(date_words(event.phrase, say))}{place}</p>'
        f"{f'<p>{escape(event.summary)}</p>' if event.summary else ''}"
        f"{f'<ul>{figures}</ul>' if figures else ''}"
        f'<p class="tl-when">{escape(say(f"status.{event.verification_status}"))}{differ}'
        f" · {escape(independent)}</p>"
        f'<ol class="tl-event-sources">{cited}</ol></div>'
    )


def places_text(events: Sequence[DossierEvent], say: Catalog) -> str:
    """The events at the places in focus, in order of time; every text escaped."""
    items = "".join(
        f'<li><b>{escape(event.title)}</b> <span class="tl-when">'
        f"{escape(date_words(event.phrase, say))}</span></li>"
        for event in events
    )
    names = dict.fromkeys(event.place_name for event in events if event.place_name)
    words = escape(say("stepper.places", places=", ".join(names))) if names else ""
    return f'<div class="tl-event"><p>{words}</p><ul>{items}</ul></div>'


def _source(source: NumberedSource, say: Catalog) -> str:
    name = escape(source.publisher)
    if source.url:
        name = f'<a href="{escape(source.url, quote=True)}" rel="noreferrer noopener">{name}</a>'
    return f'{name}, <span class="tl-when">{escape(date_words(source.published, say))}</span>'
