"""A page of the record as a real table: dates in words beside what they are read from, ids to cite."""

from __future__ import annotations

from html import escape

from timeline.charts.html.links import Links
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.i18n.date_words import date_words
from timeline.i18n.number_words import bounded_number
from timeline.viewmodel.record_table import (
    Cell,
    Count,
    Country,
    EventLink,
    Figure,
    Id,
    Names,
    Part,
    Recorded,
    RecordTable,
    SourceLink,
    When,
    Word,
)

HEAD_COLUMN = 1
"""The column that says what a row is about; for a table that begins with it, the first."""


def record_table(view: RecordTable, links: Links, say: Catalog) -> str:
    """The table with caption and scopes; every text escaped."""
    labels = [say(f"data.column.{column}") for column in view.columns]
    heads = "".join(f'<th scope="col">{escape(label)}</th>' for label in labels)
    head_column = 0 if view.columns[0] == "event" else HEAD_COLUMN
    rows = "".join(
        "<tr>"
        + "".join(
            _cell(cell, label, links, say, is_head=at == head_column)
            for at, (cell, label) in enumerate(zip(row, labels, strict=True))
        )
        + "</tr>"
        for row in view.rows
    )
    return (
        f'<table class="tl-table tl-labelled tl-record tl-record-{view.name}">'
        f"<caption>{escape(range_words(view, say))}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def range_words(view: RecordTable, say: Catalog) -> str:
    """Which rows of how many: '1 to 100 of 213 events'."""
    total = say.count(f"totals.{view.name}", view.total)
    if view.last - view.first + 1 == view.total:
        return total
    return say("data.range", first=f"{view.first:,}", last=f"{view.last:,}", total=total)


def _cell(cell: Cell, label: str, links: Links, say: Catalog, *, is_head: bool) -> str:
    # A country that is itself the place known would be said twice.
    said = list(dict.fromkeys(_part(part, links, say) for part in cell))
    quiet = [f'<span class="tl-when">{part}</span>' for part in said[1:]]
    inside = f"<div>{'<br>'.join([*said[:1], *quiet])}</div>" if said else ""
    if is_head:
        return f'<th scope="row">{inside}</th>'
    return f'<td data-label="{escape(label, quote=True)}">{inside}</td>' if said else "<td></td>"


def _part(part: Part, links: Links, say: Catalog) -> str:
    match part:
        case When(phrase, edtf):
            words = escape(date_words(phrase, say))
            code = f' <code class="tl-edtf">{escape(edtf)}</code>' if edtf else ""
            inside = f"{words}{code}"
        case EventLink(title, case_id, event_id):
            address = links.event(case_id, event_id)
            inside = f'<a href="{address}" target="_self"><b>{escape(title)}</b></a>'
        case SourceLink(title, url, language):
            inside = f"<b{_lang(language)}>{escape(title)}</b>"
            if url:
                address = escape(url, quote=True)
                inside = f'<a href="{address}" rel="noreferrer noopener">{inside}</a>'
        case Id(text):
            inside = f'<code class="tl-id">{escape(text)}</code>'
        case Recorded(text, language):
            inside = f"<span{_lang(language)}>{escape(text)}</span>" if language else escape(text)
        case Names(names):
            inside = "<br>".join(map(escape, names))
        case Word(key):
            inside = escape(say(key))
        case Count(key, number):
            inside = escape(say.count(key, number))
        case Country(code):
            inside = escape(country_name(code, say))
        case Figure(lower, upper, qualifier, label):
            number_words = bounded_number(lower, upper, qualifier, say)
            inside = f"{escape(number_words)} {escape(label)}"
    return inside


def _lang(language: str) -> str:
    return f' lang="{escape(language, quote=True)}"' if language else ""
