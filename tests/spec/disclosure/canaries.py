"""Words, numbers and days that stand nowhere else, planted in hidden rows and searched for."""

from __future__ import annotations

import datetime as dt
import itertools
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from tests.builders import Cells, Sheets, fictional_sheets
from timeline.model.column import CellKind
from timeline.model.sheet import SHEETS


@dataclass
class Planted:
    """Sheets with canaries in them, and what was planted."""

    sheets: Sheets
    level: str
    words: dict[str, str] = field(default_factory=dict)
    """Canary to the cell in which it stands."""
    numbers: dict[float, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    counter: Iterator[int] = field(default_factory=lambda: itertools.count(1001))

    def add(self, sheet: str, home: dict[str, list[Cells]], **given: str) -> Cells:
        """A row with a canary in every cell that can hold one and is not given."""
        cells: Cells = {}
        for column in SHEETS[sheet].columns:
            number = next(self.counter)
            where = f"{sheet}.{column.name}"
            if column.name in given:
                cells[column.name] = given[column.name]
            elif column.kind is CellKind.TEXT:
                cells[column.name] = f"Canary{number}zq"
                self.words[f"canary{number}zq"] = where
            elif column.kind is CellKind.ID:
                cells[column.name] = f"canary{number}zq-{sheet.replace('_', '-')}"
                self.words[f"canary{number}zq"] = where
            elif column.kind is CellKind.URL:
                cells[column.name] = f"https://canary{number}zq.example/page"
                self.words[f"canary{number}zq"] = where
            elif column.kind is CellKind.DECIMAL:
                value = 40 + number / 8192
                cells[column.name] = repr(value)
                self.numbers[value] = where
            elif column.kind is CellKind.INTEGER:
                cells[column.name] = str(number)
            elif column.kind is CellKind.DATE:
                cells[column.name] = self.day(where)
            elif column.kind is CellKind.DISCLOSURE:
                cells[column.name] = self.level
        home.setdefault(sheet, []).append(cells)
        return cells

    def day(self, where: str) -> str:
        day = dt.date(1907, 1, 1) + dt.timedelta(days=next(self.counter) - 1000)
        self.days[day.isoformat()] = where
        return day.isoformat()


def planted(level: str) -> Planted:
    """Hidden rows of every sheet, hung wherever the record allows it."""
    plants = Planted(fictional_sheets(), level)
    shared, case_a = plants.sheets.shared, plants.sheets.cases["fictional-case-a"]
    actor = plants.add("actors", shared, actor_kind="person", country_code="")
    plants.add(
        "actor_names",
        shared,
        actor_id=actor["actor_id"],
        language="en",
        name_kind="variant",
    )
    place = plants.add(
        "places",
        shared,
        precision="site",
        published_precision="site",
        country_code="AQ",
        region_code="",
        within_place_id="fictional-settlement",
    )
    plants.add(
        "place_names", shared, place_id=place["place_id"], language="en", name_kind="variant"
    )
    source = plants.add(
        "sources",
        shared,
        title_is_ours="",
        source_kind="article",
        language="en",
        published_edtf="1999",
        derived_from="",
    )
    plants.sheets.row("sources", "fictional-weekly")["derived_from"] = source["source_id"]
    proceeding = plants.add(
        "proceedings",
        case_a,
        proceeding_kind="asylum",
        country_code="",
        stage="pending",
    )
    plants.sheets.row("events", "person-a-left")["proceeding_id"] = proceeding["proceeding_id"]
    hidden_event = _event(plants, case_a)
    involved = {"role": "witness"}
    plants.add(
        "involvements", case_a, event_id=hidden_event, actor_id="fictional-police", **involved
    )
    plants.add(
        "involvements", case_a, event_id="person-a-left", actor_id=actor["actor_id"], **involved
    )
    for event_id, source_id in (
        (hidden_event, "fictional-daily"),
        ("person-a-left", source["source_id"]),
    ):
        for claim_property in ("detail", "occurrence", "date", "place"):
            _claim(plants, case_a, event_id, source_id, claim_property)
        _figure(plants, case_a, event_id=event_id, source_id=source_id)
    _claim(plants, case_a, "person-a-left", "fictional-daily", "place", place["place_id"])
    _figure(plants, case_a, said_by_actor_id="fictional-police")
    ends = {"from_place_id": "fictional-settlement", "to_place_id": "other-settlement"}
    mover = {"actor_id": "fictional-person-a", "event_id": "person-a-left"}
    _leg(plants, case_a, **mover, **ends)
    _leg(plants, case_a, **{**mover, "event_id": hidden_event}, **ends, disclosure="public")
    _leg(plants, case_a, **{**mover, "actor_id": actor["actor_id"]}, **ends, disclosure="public")
    _leg(plants, case_a, **mover, **{**ends, "to_place_id": place["place_id"]}, disclosure="public")
    _hidden_case(plants)
    return plants


def _event(plants: Planted, home: dict[str, list[Cells]], **given: str) -> str:
    kinds = {"event_type": "threat", "verification_status": "unverified", "proceeding_id": ""}
    return plants.add("events", home, **{**kinds, **given})["event_id"]


def _claim(
    plants: Planted,
    home: dict[str, list[Cells]],
    event_id: str,
    source_id: str,
    claim_property: str,
    place_id: str = "fictional-settlement",
) -> None:
    given = {"occurrence": {"value": "doubted"}, "place": {"value": place_id}}.get(
        claim_property, {}
    )
    if claim_property == "date":
        given = {"value": plants.day("claims.value")}
    plants.add(
        "claims",
        home,
        event_id=event_id,
        source_id=source_id,
        property=claim_property,
        basis="inferred",
        is_preferred="",
        contradicts="",
        **given,
    )


def _figure(plants: Planted, home: dict[str, list[Cells]], **given: str) -> None:
    plants.add(
        "figures",
        home,
        **{
            "event_id": "person-a-left",
            "source_id": "fictional-daily",
            "unit": "people",
            "qualifier": "between",
            "said_by_actor_id": "",
            "basis": "stated",
            **given,
        },
    )


def _leg(plants: Planted, home: dict[str, list[Cells]], **given: str) -> None:
    kinds = {"leg_kind": "own_flight", "leg_status": "travelled", "leg_evidence": "inferred"}
    plants.add("legs", home, **kinds, **given)


def _hidden_case(plants: Planted) -> None:
    """A case all of whose rows are public, but not the case."""
    home: dict[str, list[Cells]] = plants.sheets.cases.setdefault("canary-case", {})
    plants.add("case", home, case_id="canary-case", current_as_of_source_id="fictional-report")
    plants.words["canary-case"] = "case.case_id"
    public = {"disclosure": "public"}
    proceeding = plants.add(
        "proceedings", home, proceeding_kind="other", country_code="", stage="ended", **public
    )
    event_id = _event(plants, home, proceeding_id=proceeding["proceeding_id"], **public)
    for claim_property in ("detail", "date", "place"):
        _claim(plants, home, event_id, "fictional-daily", claim_property)
    _figure(plants, home, event_id=event_id, **public)
    actor = plants.add("actors", home, actor_kind="person", country_code="", **public)
    plants.add("involvements", home, event_id=event_id, actor_id=actor["actor_id"], role="victim")
    _leg(
        plants,
        home,
        actor_id=actor["actor_id"],
        event_id=event_id,
        from_place_id="fictional-land",
        to_place_id="other-land",
        **public,
    )


def everything_in(store: Path) -> tuple[str, set[float], set[str]]:
    """All text, all numbers and all days of a store, asked for by SQL."""
    texts: list[str] = [store.name]
    numbers: set[float] = set()
    days: set[str] = set()
    with duckdb.connect(str(store), read_only=True) as connection:
        tables = connection.execute(
            "SELECT table_name FROM duckdb_tables() UNION ALL "
            "SELECT view_name FROM duckdb_views() WHERE NOT internal"
        ).fetchall()
        for (table,) in tables:
            for row in connection.execute(f"SELECT * FROM {table}").fetchall():
                for cell in row:
                    if isinstance(cell, float):
                        numbers.add(cell)
                    elif isinstance(cell, dt.date):
                        days.add(cell.isoformat())
                    else:
                        texts.append(str(cell))
    return "\n".join(texts).casefold(), numbers, days


def hits(plants: Planted, store: Path) -> dict[str | float, str]:
    """The canaries that are in the store, by SQL or in the bytes of the file, and their cells."""
    text, numbers, days = everything_in(store)
    raw = store.read_bytes()
    folded = raw.lower()

    def is_word_there(word: str) -> bool:
        return word in text or word.encode() in folded or word.encode("utf-16-le") in folded

    def is_number_there(number: float) -> bool:
        spellings = (struct.pack(order, number) for order in ("<d", ">d", "<f", ">f"))
        return number in numbers or any(spelling in raw for spelling in spellings)

    def is_day_there(day: str) -> bool:
        return day in days or day in text or day.encode() in raw

    return {
        **{word: where for word, where in plants.words.items() if is_word_there(word)},
        **{number: where for number, where in plants.numbers.items() if is_number_there(number)},
        **{day: where for day, where in plants.days.items() if is_day_there(day)},
    }
