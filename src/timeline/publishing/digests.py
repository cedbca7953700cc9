"""Short names for content and for whatever draws it: equal names, equal files."""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from re import match

from timeline.viewmodel.article import Article

_NOT_DRAWING = ("ui", "cli", "intake", "assembly", "search")
"""Rooms whose code no file of a site depends on."""
_ROW_LETTERS = 10
"""Of a digest within one item: enough to tell thousands of rows apart."""
VERSION_LETTERS = 12


def short(*parts: str, letters: int = VERSION_LETTERS) -> str:
    """Hexadecimal digits that stand for some texts."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", errors="surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:letters]


def content_digest(article: Article) -> str:
    """Of all that a view shows. The build is not part of it: it changes with other cases."""
    return short(repr(replace(article, build="", codebook=())))


def row_digests(article: Article) -> dict[str, str]:
    """Every row of a view by a digest of its id; for events with a digest of what is said of them."""
    said: dict[str, list[str]] = defaultdict(list)
    for event_id, row in (
        *((one.event_id, repr(one)) for one in article.table_events),
        *((one.event_id, repr(one)) for one in article.events),
        *((one.event_id, repr(one)) for one in article.table_claims),
        *((one.event_id, repr(one)) for one in article.table_figures),
        *((one.event_id, repr(one)) for one in article.table_legs),
    ):
        if event_id:
            said[event_id].append(row)
    others = (
        *(f"case {one.case_id}" for one in article.cases),
        *(f"leg {one.leg_id}" for one in article.table_legs),
        *(f"claim {one.claim_id}" for one in article.table_claims),
        *(f"figure {one.figure_id}" for one in article.table_figures),
        *(f"source {one.source_id}" for one in article.table_sources),
    )
    return {
        **{event_key(key): short(*said[key], letters=_ROW_LETTERS) for key in sorted(said)},
        **{short(one, letters=_ROW_LETTERS): "" for one in others},
    }


def event_key(event_id: str) -> str:
    """What an event is called among the rows of a version."""
    return short(f"event {event_id}", letters=_ROW_LETTERS)


def drawing_digest(land: Path, choices: Iterable[object]) -> str:
    """Of the code, the libraries and the boundaries that draw, and of what was chosen for the look."""
    digest = hashlib.sha256()
    package = resources.files("timeline")
    for room in sorted(package.iterdir(), key=lambda one: one.name):
        if room.name not in _NOT_DRAWING:
            _add(digest, room)
    for file in sorted(land.glob("*.geojson")):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    about = [*_libraries(), sys.version_info[:2], zlib.ZLIB_RUNTIME_VERSION, *choices]
    digest.update(json.dumps([str(one) for one in about]).encode())
    return digest.hexdigest()[:VERSION_LETTERS]


def _add(digest: hashlib._Hash, entry: Traversable) -> None:
    if entry.name == "__pycache__":
        return
    if entry.is_dir():
        for child in sorted(entry.iterdir(), key=lambda one: one.name):
            _add(digest, child)
    else:
        digest.update(entry.name.encode())
        digest.update(entry.read_bytes())


def _libraries() -> list[str]:
    """The libraries that we ask for, with the versions installed."""
    try:
        asked = metadata.requires("timeline") or []
    except metadata.PackageNotFoundError:
        return []
    names = sorted({found[0] for one in asked if (found := match(r"[\w.-]+", one))})
    return [f"{name} {metadata.version(name)}" for name in names]
