"""Taking back what was published: a page that says so, and nothing of what was there."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from timeline.i18n.catalog import Catalog
from timeline.publishing.ledger import LEDGER, Ledger, ledger_bytes
from timeline.publishing.tombstone import item_tombstone, version_tombstone
from timeline.publishing.versions_page import VERSIONS_PAGE, versions_page
from timeline.publishing.whole_files import drop_all_but, drop_parts, put

PAGE = "index.html"


def withdraw_item(folder: Path, ledger: Ledger, instant: str, say: Catalog) -> int:
    """Leave a tombstone at the item and at each of its versions; how many files changed.

    The ledger comes last, so that a run that is killed here is done again by the next.
    """
    after = ledger.withdrawn_at(instant)
    page = item_tombstone(instant, say)
    count = put(folder / PAGE, page) + drop_all_but(folder, {PAGE, LEDGER})
    drop_parts(folder)
    known = {one.version for one in ledger.versions}
    for one in after.versions:
        count += _bury(folder / one.version, item_tombstone(one.withdrawn, say))
    for stray in folder.iterdir():
        # Of a version that a killed run wrote and no ledger knows.
        if stray.is_dir() and stray.name not in known:
            shutil.rmtree(stray)
    return count + put(folder / LEDGER, ledger_bytes(after))


def withdraw_versions(
    folder: Path, ledger: Ledger, versions: Iterable[str], instant: str, say: Catalog
) -> tuple[Ledger, int]:
    """Leave a tombstone at some versions of an item; the ledger now, and how many files changed."""
    named = set(versions)
    after = replace(
        ledger,
        versions=tuple(
            one.withdrawn_at(instant) if one.version in named and not one.withdrawn else one
            for one in ledger.versions
        ),
    )
    count = sum(
        _bury(folder / one.version, version_tombstone(one.withdrawn, say))
        for one in after.versions
        if one.version in named
    )
    count += put(folder / VERSIONS_PAGE, versions_page(after, say))
    return after, count + put(folder / LEDGER, ledger_bytes(after))


def _bury(folder: Path, page: bytes) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    return put(folder / PAGE, page) + drop_all_but(folder, {PAGE})
