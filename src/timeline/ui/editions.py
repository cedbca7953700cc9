"""Views of the store being served, ready to be written in any format; a few of them remembered."""

from __future__ import annotations

from functools import lru_cache, partial

from timeline.exports.edition import Edition
from timeline.i18n.catalog import catalog
from timeline.model.view import View
from timeline.publishing.article_of import article_of
from timeline.publishing.land import outlines
from timeline.ui import data
from timeline.ui.embed_address import Asked
from timeline.viewmodel.article import Article

_ARTICLES = 24
_EDITIONS = 24
"""Kept in memory: an article of the largest view holds a thousand events with all their rows."""


@lru_cache(maxsize=_EDITIONS)
def edition(store: str, asked: Asked, site: str) -> Edition:
    """The view as *asked*, of one store; *site* as in `Style.site`.

    Raises NothingError and TooMuchError as `article_of` does, and ValueError where the
    view names what the record cannot have.
    """
    return Edition(
        _article(store, asked.view), catalog(asked.language), outlines(), asked.style(site)
    )


@lru_cache(maxsize=_ARTICLES)
def _article(store: str, view: View) -> Article:
    """All rows of a view, of one store throughout."""
    return article_of(view, partial(data.ask_of, store), outlines())
