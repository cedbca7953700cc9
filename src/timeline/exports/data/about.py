"""What every file of data says of itself, wherever its format has room for it."""

from __future__ import annotations

import datetime as dt

from timeline.exports.edition import Edition
from timeline.exports.links import view_address
from timeline.exports.words.headline import (
    filter_lines,
    headline,
    note_words,
    standfirst,
    standing_lines,
    state_words,
    updated_words,
)
from timeline.intake.datapackage import LICENCE

LONG_AGO = dt.date(1970, 1, 1)
"""Where a format demands a day of making and nothing of the view is dated."""


def title_of(edition: Edition) -> str:
    """The headline of the view."""
    return headline(edition.article, edition.say, edition.style)


def about_lines(edition: Edition) -> tuple[str, ...]:
    """What it is, how matters stood, filters, the editor's note, the build, what always stands."""
    article, say, style = edition.article, edition.say, edition.style
    lines = (
        standfirst(article, say),
        state_words(article, say),
        *filter_lines(article, say),
        note_words(style, say),
        link_of(edition),
        updated_words(article, say),
        *standing_lines(article, say),
        say("export.data.reading"),
    )
    return tuple(line for line in lines if line)


def about_values(edition: Edition) -> dict[str, str]:
    """The same for programs, by name."""
    article = edition.article
    found = {
        "title": title_of(edition),
        "description": " ".join(about_lines(edition)),
        "licence": LICENCE["name"],
        "build": article.build,
        "view": article.view.view_id,
        "selection": article.view.query(),
        "updated": article.newest_edtf,
        "link": link_of(edition),
    }
    return {name: value for name, value in found.items() if value}


def link_of(edition: Edition) -> str:
    """Where the view can be seen whole; empty where no address of it is known."""
    return view_address(edition.article.view, edition.style)


def made_on(edition: Edition) -> dt.date:
    """The day a file dates itself by: of the newest source, so that no clock is asked."""
    return edition.article.latest_report or LONG_AGO
