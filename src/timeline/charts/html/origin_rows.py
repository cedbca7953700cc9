"""Reports against origins, drawn: a solid dot for each origin, hollow ones joined to it for its other reports."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from timeline.charts.html.links import Links
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.i18n.list_words import list_words
from timeline.viewmodel.origins import Origin, OriginRow

MOST_DOTS = 120
"""Dots drawn in a row; of more the row says how many are left out."""


def origin_table(rows: Sequence[OriginRow], links: Links, say: Catalog, *, caption: str) -> str:
    """A real table with the dots in it; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"origins.head.{name}"))}</th>'
        for name in ("what", "drawn", "shared")
    )
    body = "".join(_row(row, links, say) for row in rows)
    return (
        f'<table class="tl-table tl-origins"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def counts_words(row: OriginRow, say: Catalog) -> str:
    """'5 reports, 1 origin'."""
    reports = say.count("answers.reports", row.report_count)
    return f"{reports}, {say.count('answers.origins', len(row.origins))}"


def origin_words(origin: Origin, say: Catalog) -> str:
    """Who shares an origin, and what they rest on: 'A (2) and B, resting on C'."""
    names = [
        say("origins.several", name=name, number=count) if count > 1 else name
        for name, count in origin.publishers
    ]
    words = list_words(names, say)
    if not origin.rests_on:
        return words
    return say("origins.resting", names=words, origin=list_words(list(origin.rests_on), say))


def _row(row: OriginRow, links: Links, say: Catalog) -> str:
    if row.case_title:
        address = links.answers(row.subject_id)
        phrase = f", {date_words(row.phrase, say)}" if row.phrase is not None else ""
        small = f'<br><span class="tl-when">{escape(row.case_title + phrase)}</span>'
    else:
        address = links.case(row.case_id)
        small = ""
    shared = "".join(f"<li>{escape(origin_words(origin, say))}</li>" for origin in row.shared)
    return (
        f'<tr><th scope="row"><a href="{address}" target="_self"><b>{escape(row.title)}</b></a>{small}</th>'
        f'<td><span class="tl-counts">{escape(counts_words(row, say))}</span>{_dots(row, say)}</td>'
        f"<td>{f'<ul>{shared}</ul>' if shared else escape(say('origins.none_shared'))}</td></tr>"
    )


def _dots(row: OriginRow, say: Catalog) -> str:
    """The dots say what the words beside them say, so nobody reads them out."""
    groups, drawn = [], 0
    for origin in row.origins:
        room = min(origin.report_count, MOST_DOTS - drawn)
        if room <= 0:
            break
        groups.append(f'<span class="tl-origin">{"<i></i>" * room}</span>')
        drawn += room
    left = row.report_count - drawn
    rest = f"<span>{escape(say('origins.not_drawn', number=left))}</span>" if left else ""
    return f'<span class="tl-dots" aria-hidden="true">{"".join(groups)}{rest}</span>'
