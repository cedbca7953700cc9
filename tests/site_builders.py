"""Small sites of the fictional record, published into a folder of the test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders import Sheets
from timeline.assembly.assemble import up_to_date_store
from timeline.publishing.land import boundaries_folder
from timeline.publishing.site import Order, Report, publish

FEW = ("alt", "csl")
"""Formats that are quick to write; the pack and its manifest always come with them."""
FIRST, SECOND, THIRD = (f"2026-11-{day}T08:00:00Z" for day in (20, 21, 22))


def order(sheets: Sheets, folder: Path, instant: str = FIRST, **given: object) -> Order:
    """What publishes the sheets as *folder*/site, in a few formats unless others are given."""
    data = folder / "data"
    store = up_to_date_store(sheets.write(data))
    made = Order(
        store=store,
        land=boundaries_folder(data),
        out=folder / "site",
        instant=instant,
        formats=FEW,
    )
    return replace(made, **given)  # type: ignore[arg-type]


def published(sheets: Sheets, folder: Path, instant: str = FIRST, **given: object) -> Report:
    """The sheets as a site in *folder*/site, new or brought up to date."""
    return publish(order(sheets, folder, instant, **given))


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path in it."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def stamps(site: Path) -> dict[str, tuple[int, int]]:
    """Of every file which one it is on the disk, and when it was last written."""
    return {
        path.relative_to(site).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(site.rglob("*"))
    }
