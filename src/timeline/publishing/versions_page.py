"""All versions of one published view: where each stays, and what it brought."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from timeline.i18n.catalog import Catalog
from timeline.publishing.ledger import Changes, Ledger, NamedEvent, Version
from timeline.publishing.plain_page import link, page
from timeline.publishing.tombstone import day_of

VERSIONS_PAGE = "versions.html"


def versions_page(ledger: Ledger, say: Catalog) -> bytes:
    """The newest first, with the lasting address of each."""
    title = say("publish.versions_of", title=ledger.title)
    rows = "".join(
        f"<li>{_row(one, say, is_first=number == 0)}</li>\n"
        for number, one in reversed(list(enumerate(ledger.versions)))
    )
    return page(
        title,
        f"<h1>{escape(title)}</h1>\n<p>{say('publish.versions_reading')}</p>\n"
        f"<p>{link('./', say('publish.newest'))}</p>\n"
        f'<ol class="rows" reversed>\n{rows}</ol>\n',
        say,
    )


def change_words(changes: Changes, say: Catalog, *, is_first: bool) -> str:
    """What a version brought, in plain text."""
    if is_first:
        return say("publish.first")
    if changes.is_back:
        return say("publish.back")
    said = [
        f"{say.count(f'publish.{kind}', len(events))}: {_titles(events, say)}."
        for kind, events in (("added", changes.added), ("changed", changes.changed))
        if events
    ]
    if changes.is_less:
        said.append(say("publish.less"))
    return " ".join(said) or say("publish.redrawn")


def _titles(events: Sequence[NamedEvent], say: Catalog) -> str:
    return say("list.comma").join(one.title for one in events)


def _row(one: Version, say: Catalog, *, is_first: bool) -> str:
    if one.withdrawn:
        return f"<code>{one.version}</code> {say('publish.version_withdrawn', day=day_of(one.withdrawn, say))}"
    return (
        f"{link(f'{one.version}/', day_of(one.published, say))} <code>{one.version}</code>"
        f"<br>{escape(change_words(one.changes, say, is_first=is_first))}"
    )
