"""Plain text that travels with a picture: alt text, long description, caption, credits."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.charts.compare.without_row import without_row_words
from timeline.exports.edition import Edition
from timeline.exports.words.description import alt_text, long_description
from timeline.exports.words.headline import (
    filter_lines,
    headline,
    note_words,
    period_words,
    standfirst,
    standing_lines,
    state_words,
    updated_words,
)
from timeline.i18n.date_words import date_words


def alt(edition: Edition) -> bytes:
    """For the alt attribute of a picture, on one line."""
    return _lines([alt_text(edition.article, edition.say, edition.style)])


def description(edition: Edition) -> bytes:
    """Everything the view shows, a line for each thing, with its numbered sources below."""
    lines = long_description(edition.article, edition.say)
    return _lines([*lines, "", *source_lines(edition)])


def caption(edition: Edition) -> bytes:
    """What stands under the graphic in an article."""
    article, say, style = edition.article, edition.say, edition.style
    lines = (
        headline(article, say, style),
        standfirst(article, say),
        state_words(article, say),
        period_words(article, say),
        *(without_row_words(article.comparison, say) if article.comparison else ()),
        *filter_lines(article, say),
        note_words(style, say),
        updated_words(article, say),
        *standing_lines(article, say),
    )
    return _lines(line for line in lines if line)


def credit_lines(edition: Edition) -> bytes:
    """Who is to be credited: the sources, numbered, and those whose data the picture stands on."""
    return _lines([*source_lines(edition), "", *standing_lines(edition.article, edition.say)])


def source_lines(edition: Edition) -> list[str]:
    """The numbered sources, one a line, with the address where it is on record."""
    return [
        f"[{one.number}] {one.title}. {one.publisher}, {date_words(one.published, edition.say)}."
        f"{f' {one.url}' if one.url else ''}"
        for one in edition.article.dossier.sources
    ]


def _lines(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8", errors="replace")
