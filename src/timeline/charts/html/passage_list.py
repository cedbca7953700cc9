"""Who passed through a place or an office, person by person, with dates and links."""

from __future__ import annotations

from html import escape

from timeline.charts.html.event_table import footnotes
from timeline.charts.html.links import Links
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.passages import Passages, Passer, Passing


def passage_table(view: Passages, point: str, say: Catalog, links: Links) -> str:
    """A table with a part for each person; every text escaped. *point* is a name."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"countries.passages.{name}"))}</th>'
        for name in ("person", "when", "what", "how", "sources")
    )
    parts = "".join(_passer(one, say, links) for one in view.passers)
    caption = say.count("countries.passages.caption", view.passer_count, point=point)
    if view.listed_count < view.passage_count:
        caption += " " + say(
            "countries.passages.listed",
            listed=view.listed_count,
            number=f"{view.passage_count:,}",
        )
    return (
        f'<table class="tl-table ct-passages"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead>{parts}</table>"
    )


def _passer(one: Passer, say: Catalog, links: Links) -> str:
    name = escape(one.name)
    if one.is_followed and not one.is_group:
        name = f'<a href="{links.person(one.actor_id)}" target="_self">{name}</a>'
    head = f'<th scope="rowgroup" rowspan="{len(one.events)}"><b>{name}</b></th>'
    rows = "".join(
        f"<tr>{'' if at else head}{_cells(passing, say, links)}</tr>"
        for at, passing in enumerate(one.events)
    )
    return f"<tbody>{rows}</tbody>"


def _cells(passing: Passing, say: Catalog, links: Links) -> str:
    differ = (
        f' <span class="tl-differ">{escape(say("table.sources_differ"))}</span>'
        if passing.is_disputed
        else ""
    )
    return (
        f'<td class="ct-when">{escape(date_words(passing.phrase, say))}</td> '
        f'<td><a href="{links.event(passing.case_id, passing.event_id)}" target="_self">'
        f"{escape(passing.title)}</a> "
        f'<span class="tl-when">{escape(say(f"status.{passing.verification_status}"))}</span>{differ}</td> '
        f'<td class="ct-how">{escape(_how(passing, say))}</td> <td>{footnotes(passing.source_numbers)}</td>'
    )


def _how(passing: Passing, say: Catalog) -> str:
    """Where it was, or what the office had to do with it."""
    parts = [passing.place_name] if passing.place_name else []
    parts += [say(f"countries.role.{role}") for role in passing.office_roles]
    return ", ".join(parts)
