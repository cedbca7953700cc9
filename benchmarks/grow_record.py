"""Grow the record: the shipped cases as they are, and fictional ones in their likeness.

    uv run python benchmarks/grow_record.py ../grown --events 100000 --build

Each fictional case is one of the shipped cases with everything that says something
replaced: ids, names, titles and sentences by made-up syllables of the same length, years
by others, addresses by example.org. What is kept is the shape: how many events, claims,
sources, disputes, legs and figures there are, of which kind, how finely each date is
known, in which country each place lies. So a record of a hundred thousand events has the
proportions of the one we ship, and nobody in it exists. The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import shutil
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from made_up_words import MadeUpWords

from timeline.assembly.assemble import assemble
from timeline.intake.csv_sheet import read_csv
from timeline.intake.folder import CASES, SHARED, sheet_files
from timeline.model.column import CellKind, Column
from timeline.model.sheet import SHEETS
from timeline.model.vocabulary import PlacePrecision

REPOSITORY = Path(__file__).resolve().parents[1]
SHIPPED = REPOSITORY / "data"
EVENTS = 100_000
SEED = 20170401

Cells = dict[str, str]
Sheets = dict[str, list[Cells]]

_YEAR = re.compile(r"(?<![\dX])(?:19|20)\d\d(?=\D|$)")
_YEARS_BACK = (0, 4, 8)
"""Multiples of four, so that a 29 February stays a day; never forward, into days to come."""
_LONGEST_TITLE = 60
_NUMBERED_LOCATOR = re.compile(r"para \d+(?:-\d+)?")
_OF_ONE_CASE = (PlacePrecision.SITE, PlacePrecision.SETTLEMENT, PlacePrecision.DISTRICT)
"""Finer places are made up anew for each case, unless several shipped cases share them."""
_STRAYS_DEG = 0.03
"""How far a made-up place lies from the one it is modelled on; within the tolerance of the check."""


@dataclass(frozen=True, slots=True)
class Model:
    """One shipped case with every row it refers to, to be copied in likeness."""

    case_id: str
    sheets: Sheets


def models(record: Path) -> list[Model]:
    """The cases of a record, each with the shared sources, actors and places that are its own."""
    own: dict[str | None, Sheets] = {}
    files, problems = sheet_files(record)
    for file in files:
        table, found = read_csv(file)
        problems.extend(found)
        if table is not None:
            rows = own.setdefault(file.case_id, {}).setdefault(file.sheet, [])
            rows.extend(dict(row.cells) for row in table.rows)
    if problems:
        raise ValueError(f"the record has {len(problems)} problems; run timeline check")
    shared = own.pop(None, {})
    users: Counter[str] = Counter()
    for sheets in own.values():
        users.update(set(_place_ids(sheets)))
    for row in shared.get("places", []):
        if row["precision"] not in _OF_ONE_CASE or users[row["place_id"]] > 1:
            users[row["place_id"]] = len(own) + 1
    return [
        Model(case_id, _with_shared(sheets, shared, users))
        for case_id, sheets in own.items()
        if case_id is not None
    ]


def grow(
    record: Path,
    target: Path,
    events: int,
    seed: int,
    tell: Callable[[str], None] = lambda _: None,
) -> int:
    """Write a record of at least *events* events into an empty folder; returns how many.

    The cases of *record* come first, untouched. Fewer events than it has add nothing.

    Raises FileExistsError when there are cases in the folder already.
    """
    if (target / CASES).exists():
        raise FileExistsError(f"{target} holds a record already")
    templates = models(record)
    for part in (CASES, SHARED, "frozen"):
        shutil.copytree(record / part, target / part)
    written = sum(len(template.sheets["events"]) for template in templates)
    words = MadeUpWords(seed)
    chance = random.Random(seed)
    number = 0
    deck: list[Model] = []
    while written < events:
        # Dealt like cards: after each round every shipped case has served equally often.
        deck = deck or chance.sample(templates, len(templates))
        number += 1
        likeness = Likeness(deck.pop(), number, words, chance.choice(_YEARS_BACK))
        _write_case(target / CASES / likeness.case_id, likeness.sheets())
        written += likeness.event_count
        if number % 500 == 0:
            tell(f"{written:,} events in {number:,} made-up cases")
    return written


class Likeness:
    """One fictional case modelled on a shipped one."""

    def __init__(self, model: Model, number: int, words: MadeUpWords, years_back: int) -> None:
        self.case_id = f"grown-{number:05d}"
        self.event_count = len(model.sheets["events"])
        self._model = model
        self._number = number
        self._words = words
        self._years_back = years_back
        self._ids: dict[str, dict[str, str]] = {"case": {model.case_id: self.case_id}}
        for name, rows in model.sheets.items():
            key = SHEETS[name].key[0]
            if name != "case" and SHEETS[name].columns[0].kind is CellKind.ID:
                self._ids[name] = {
                    row[key]: f"{self.case_id}-{name.rstrip('s')}-{place:03d}"
                    for place, row in enumerate(rows, start=1)
                }

    def sheets(self) -> Sheets:
        """Its sheets, as they would be typed."""
        return {name: self._rows(name, rows) for name, rows in self._model.sheets.items() if rows}

    def _rows(self, sheet: str, rows: list[Cells]) -> list[Cells]:
        # By key: two short names of one place can turn into the same made-up one.
        made: dict[tuple[str, ...], Cells] = {}
        for row in rows:
            cells = {
                column.name: self._cell(sheet, column, row)
                for column in SHEETS[sheet].columns
                if row.get(column.name)
            }
            made.setdefault(tuple(cells[name] for name in SHEETS[sheet].key), cells)
        return list(made.values())

    def _cell(self, sheet: str, column: Column, row: Cells) -> str:
        text = row[column.name]
        match column.kind:
            case CellKind.ID:
                return self._ids[sheet][text] if column.name == SHEETS[sheet].key[0] else text
            case CellKind.REFERENCE | CellKind.REFERENCES:
                known = self._ids.get(str(column.refers_to), {})
                # A figure can be referred to as the claim it is stored as.
                also = self._ids.get("figures", {}) if column.refers_to == "claims" else {}
                return " ".join(known.get(one) or also.get(one) or one for one in text.split())
            case CellKind.DATE:
                return self._shifted(text)
            case CellKind.URL:
                return f"https://example.org/{self._number}/{zlib.crc32(text.encode()):08x}"
            case CellKind.DECIMAL if sheet == "places":
                return self._strayed(column.name, row)
            case CellKind.TEXT:
                return self._text(sheet, column.name, row)
            case _:
                return text

    def _text(self, sheet: str, column: str, row: Cells) -> str:
        text = row[column]
        match sheet, column:
            case "claims", "value" if row["property"] == "date":
                return self._shifted(text)
            case "claims", "value" if row["property"] == "place":
                return self._ids.get("places", {}).get(text, text)
            case "claims", "value" if row["property"] == "occurrence":
                return text
            case _, "locator":
                return text if _NUMBERED_LOCATOR.fullmatch(text) else "para 3"
            case "places", "origin":
                return "made up for a benchmark"
            case (("actors" | "actor_names" | "places" | "place_names"), "name"):
                return self._words.name(text, self._number)
            case "case", "title":
                return self._words.name(text, self._number)
            case "sources", "publisher":
                # A publisher prints in many cases: one name for some forty of them.
                return self._words.name(text, self._number // 40)
            case "events", "title":
                return self._words.like(text, self._number)[:_LONGEST_TITLE].strip()
            case _:
                return self._words.like(text, self._number)

    def _shifted(self, text: str) -> str:
        return _YEAR.sub(lambda year: str(int(year[0]) - self._years_back), text)

    def _strayed(self, column: str, row: Cells) -> str:
        chance = random.Random(f"{self._number} {row['place_id']} {column}")
        return f"{float(row[column]) + chance.uniform(-_STRAYS_DEG, _STRAYS_DEG):.5f}"


def _with_shared(own: Sheets, shared: Sheets, users: Counter[str]) -> Sheets:
    """A case's sheets with its share of the shared ones: what it names, and names of that."""
    wanted_sources = _closure(_mentioned(own, "sources"), shared.get("sources", []))
    wanted_actors = _mentioned(own, "actors")
    wanted_places = {one for one in _place_ids(own) if users[one] == 1}
    share = {
        "sources": ("source_id", wanted_sources),
        "actors": ("actor_id", wanted_actors),
        "actor_names": ("actor_id", wanted_actors),
        "places": ("place_id", wanted_places),
        "place_names": ("place_id", wanted_places),
    }
    together = {name: list(rows) for name, rows in own.items()}
    for name, (key, wanted) in share.items():
        together.setdefault(name, []).extend(
            row for row in shared.get(name, []) if row[key] in wanted
        )
    return together


def _mentioned(sheets: Sheets, target: str) -> set[str]:
    """Every id of a sheet that the rows of a case refer to."""
    return {
        one
        for name, rows in sheets.items()
        for column in SHEETS[name].columns
        if column.refers_to == target
        for row in rows
        for one in row.get(column.name, "").split()
    }


def _closure(wanted: set[str], sources: list[Cells]) -> set[str]:
    """The sources wanted, and those they rest on, and so on."""
    by_id = {row["source_id"]: row for row in sources}
    found: set[str] = set()
    waiting = list(wanted)
    while waiting:
        one = waiting.pop()
        if one in by_id and one not in found:
            found.add(one)
            waiting.extend(by_id[one].get("derived_from", "").split())
    return found


def _place_ids(sheets: Sheets) -> Iterator[str]:
    yield from _mentioned(sheets, "places")
    for row in sheets.get("claims", []):
        if row["property"] == "place":
            yield row["value"]


def _write_case(folder: Path, sheets: Sheets) -> None:
    folder.mkdir()
    for name, rows in sheets.items():
        columns = [column.name for column in SHEETS[name].columns]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def main(arguments: Iterable[str] | None = None) -> int:
    """Grow a record, and build its store when asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where to write it; made if it is not there")
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--record", type=Path, default=SHIPPED, help="the record to grow")
    parser.add_argument("--build", action="store_true", help="check and build the store too")
    asked = parser.parse_args(list(arguments) if arguments is not None else None)

    began = time.perf_counter()
    asked.folder.mkdir(parents=True, exist_ok=True)
    written = grow(asked.record, asked.folder, asked.events, asked.seed, _tell)
    _tell(f"{written:,} events written in {time.perf_counter() - began:.0f} s")
    if asked.build:
        began = time.perf_counter()
        store = assemble(asked.folder)
        megabytes = store.stat().st_size / 1e6
        _tell(f"built in {time.perf_counter() - began:.0f} s, {megabytes:.0f} MB")
        print(store)
    return 0


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
