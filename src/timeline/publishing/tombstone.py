"""What stands where something was published and taken back: that it was, and the day."""

from __future__ import annotations

import datetime as dt

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import day_words
from timeline.publishing.plain_page import link, page

_UNINDEXED = '<meta name="robots" content="noindex">\n'


def item_tombstone(instant: str, say: Catalog) -> bytes:
    """In place of an item, or of a version of it: no name, no reason, no other address."""
    words = say("publish.withdrawn", day=day_of(instant, say))
    return _stone(f"<p>{words}</p>\n", say)


def version_tombstone(instant: str, say: Catalog) -> bytes:
    """In place of one version, beside which there is a newer one."""
    words = say("publish.version_withdrawn", day=day_of(instant, say))
    newest = link("../", say("publish.newest"))
    return _stone(f"<p>{words}</p>\n<p>{newest}</p>\n", say)


def _stone(body: str, say: Catalog) -> bytes:
    title = say("publish.withdrawn_title")
    return page(title, f"<h1>{title}</h1>\n{body}", say, head=_UNINDEXED)


def day_of(instant: str, say: Catalog) -> str:
    """The day of an instant in UTC, in words."""
    return day_words(dt.date.fromisoformat(instant[:10]), say)
