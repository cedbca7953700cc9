"""A locator that names a reading note names one that is here to be read."""

from __future__ import annotations

import csv
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NOTE = re.compile(r"reading note ([A-Z]{3}-\d{2})")


def sheets(name: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in sorted(ROOT.glob(f"data/cases/*/{name}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows.extend(csv.DictReader(file))
    return rows


def notes() -> set[str]:
    path = ROOT / "data" / "frozen" / "reading_notes.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["note_id"] for row in csv.DictReader(file)}


def cited() -> set[str]:
    locators = [row["locator"] for row in [*sheets("claims"), *sheets("figures")]]
    return {note for locator in locators for note in NOTE.findall(locator)}


def test_every_note_cited_is_here() -> None:
    assert cited() <= notes()


def test_every_note_is_cited() -> None:
    assert notes() <= cited()
