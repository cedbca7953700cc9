"""Names as the sheets of the record have them: what a search must find, and tell apart."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline.search.index import SearchIndex, index_of
from timeline.search.text import SearchText

DATA = Path(__file__).parents[3] / "data"


@dataclass(frozen=True, slots=True)
class Name:
    """One recorded name."""

    kind: str
    item_id: str
    name: str
    language: str
    name_kind: str


def rows(sheet: str) -> list[dict[str, str]]:
    """The rows of a sheet of every folder."""
    files = [DATA / "shared" / f"{sheet}.csv", *sorted(DATA.glob(f"cases/*/{sheet}.csv"))]
    found = []
    for file in files:
        if file.exists():
            with file.open(encoding="utf-8", newline="") as opened:
                found.extend(csv.DictReader(opened))
    return found


@cache
def recorded_names() -> tuple[Name, ...]:
    """Every further name of a person, body or place."""
    return tuple(
        Name(kind, row[f"{of}_id"], row["name"], row["language"], row["name_kind"])
        for kind, of in (("person", "actor"), ("place", "place"))
        for row in rows(f"{of}_names")
    )


@cache
def called() -> dict[tuple[str, str], str]:
    """What each person and place is called in English."""
    return {
        (kind, row[f"{of}_id"]): row["name"]
        for kind, of in (("person", "actor"), ("place", "place"))
        for row in rows(f"{of}s")
    }


@cache
def within() -> dict[str, str]:
    """The larger place that holds each place."""
    return {row["place_id"]: row["within_place_id"] for row in rows("places")}


def search_text(name: Name, spelling: str | None = None, language: str | None = None) -> SearchText:
    """A recorded name as it is searched, or another spelling of it."""
    return SearchText(
        kind=name.kind,
        item_id=name.item_id,
        case_id=None,
        label=called()[name.kind, name.item_id],
        text=spelling or name.name,
        field="name",
        language=language or name.language,
    )


def index_where(chosen: Callable[[Name], bool] = lambda name: True) -> SearchIndex:
    """The index over some of the recorded names."""
    return index_of([search_text(name) for name in recorded_names() if chosen(name)])
