"""The feed of changes: one entry for each new version and for each withdrawal."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from timeline.i18n.catalog import Catalog
from timeline.model.view import EMBED
from timeline.publishing.index_page import FEED
from timeline.publishing.ledger import Ledger
from timeline.publishing.versions_page import change_words

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to the site."""

    name: str
    """What it is, whatever the site is called: the same in every copy of the site."""
    at: str
    """The instant in UTC as RFC 3339."""
    title: str
    words: str
    path: str
    """Seen from the feed."""


def feed(ledgers: Iterable[Ledger], say: Catalog, site: str) -> bytes:
    """The newest entries first; links are whole where the address of the site is known."""
    entries = sorted(
        (entry for ledger in ledgers for entry in _entries(ledger, say)),
        key=lambda one: (one.at, one.name),
        reverse=True,
    )[:MOST_ENTRIES]
    root = Element("feed", {"xmlns": ATOM, "xml:lang": say.language})
    _text(root, "id", _urn(f"feed {say.language}"))
    _text(root, "title", say("publish.feed_title"))
    _text(root, "updated", entries[0].at if entries else _BEFORE_ANY)
    _text(SubElement(root, "author"), "name", say("publish.feed_author"))
    _text(root, "rights", say("export.licence"))
    base = f"{site}/" if site else ""
    if site:
        SubElement(root, "link", {"rel": "self", "href": f"{base}{FEED}"})
    SubElement(root, "link", {"href": base or "./"})
    for one in entries:
        entry = SubElement(root, "entry")
        _text(entry, "id", _urn(one.name))
        _text(entry, "title", one.title)
        _text(entry, "updated", one.at)
        SubElement(entry, "link", {"href": f"{base}{one.path}"})
        _text(entry, "summary", one.words)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode("utf-8", errors="replace")


_BEFORE_ANY = "1970-01-01T00:00:00Z"


def _entries(ledger: Ledger, say: Catalog) -> list[Entry]:
    """Of a withdrawn item there is one entry, and it has no words of the item."""
    home = f"{EMBED}/{ledger.view_id}/"
    if ledger.withdrawn:
        name = f"withdrawn {ledger.view_id} {say.language} {ledger.withdrawn}"
        words = say("publish.withdrawn", day=ledger.withdrawn[:10])
        return [Entry(name, ledger.withdrawn, say("publish.withdrawn_title"), words, home)]
    return [
        Entry(
            name=f"version {ledger.view_id} {say.language} {one.version}",
            at=one.published,
            title=f"{ledger.title} · {say(f'publish.view.{ledger.kind}')}",
            words=change_words(one.changes, say, is_first=number == 0),
            path=f"{home}{one.version}/",
        )
        for number, one in enumerate(ledger.versions)
        if not one.withdrawn
    ]


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"timeline {name}").urn


def _text(parent: Element, tag: str, text: str) -> None:
    """XML 1.0 has no way to write control characters."""
    SubElement(parent, tag).text = "".join(
        " " if unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff" else sign
        for sign in text
    )
