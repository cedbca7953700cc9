"""A tiny fictional record, as sheets and as nouns; nobody and nothing in it exists.

Places lie in Antarctica (AQ) and on Bouvet Island (BV), where nobody lives, so that no
fictional row can ever be taken for a real one.
"""

from __future__ import annotations

import copy
import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from timeline.model.actor import Actor, ActorName
from timeline.model.case import Case
from timeline.model.claim import Claim
from timeline.model.event import Event
from timeline.model.figure import Figure
from timeline.model.involvement import Involvement
from timeline.model.leg import Leg
from timeline.model.place import Place, PlaceName
from timeline.model.proceeding import Proceeding
from timeline.model.sheet import SHEETS
from timeline.model.source import Source

Cells = dict[str, str]
"""One row of a sheet as it is typed: column to text; a column left out is empty."""


@dataclass
class Sheets:
    """A record as it is typed, before anybody has read it."""

    shared: dict[str, list[Cells]] = field(default_factory=dict)
    cases: dict[str, dict[str, list[Cells]]] = field(default_factory=dict)

    def copy(self) -> Sheets:
        """A record that can be changed without changing this one."""
        return copy.deepcopy(self)

    def rows(self, sheet: str, case_id: str = "fictional-case-a") -> list[Cells]:
        """The rows of a sheet, in the shared folder if that is where it lies."""
        if sheet in self.shared:
            return self.shared[sheet]
        return self.cases[case_id].setdefault(sheet, [])

    def row(self, sheet: str, key: str) -> Cells:
        """The row of any file whose first column is *key*."""
        homes = [self.shared, *self.cases.values()]
        for home in homes:
            for cells in home.get(sheet, []):
                if next(iter(cells.values())) == key:
                    return cells
        raise KeyError(f"{sheet} {key}")

    def write(self, folder: Path) -> Path:
        """Write every sheet as CSV below *folder* and return it."""
        for home, sheets in self._homes(folder):
            home.mkdir(parents=True, exist_ok=True)
            for name, rows in sheets.items():
                (home / f"{name}.csv").write_text(csv_text(name, rows), encoding="utf-8")
        return folder

    def write_workbooks(self, folder: Path) -> Path:
        """Write the shared sheets as CSV and each case as one workbook."""
        Sheets(shared=self.shared).write(folder)
        (folder / "cases").mkdir(parents=True, exist_ok=True)
        for case_id, sheets in self.cases.items():
            book = Workbook()
            book.remove(book.worksheets[0])
            for name, rows in sheets.items():
                worksheet = book.create_sheet(name)
                for line in csv.reader(io.StringIO(csv_text(name, rows))):
                    worksheet.append(line)
            book.save(folder / "cases" / f"{case_id}.xlsx")
        return folder

    def _homes(self, folder: Path) -> Iterable[tuple[Path, dict[str, list[Cells]]]]:
        yield folder / "shared", self.shared
        for case_id, sheets in self.cases.items():
            yield folder / "cases" / case_id, sheets


def columns_of(sheet: str) -> list[str]:
    """Every column of a sheet, in the order of its noun."""
    return [column.name for column in SHEETS[sheet].columns]


def csv_text(sheet: str, rows: Iterable[Cells], columns: Iterable[str] | None = None) -> str:
    """A sheet as the text of a CSV file with all its columns, or with those given."""
    names = list(columns or columns_of(sheet))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([row.get(name, "") for name in names] for row in rows)
    return out.getvalue()


def _table(text: str) -> list[Cells]:
    """Rows of a table with '|' between cells; the first line names the columns."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    names = [name.strip() for name in lines[0].split("|")]
    return [
        dict(zip(names, (cell.strip() for cell in line.split("|")), strict=True))
        for line in lines[1:]
    ]


_PLACES = """
place_id             | name                 | precision   | published_precision | country_code | region_code | within_place_id     | lon_deg | lat_deg | origin  | disclosure
fictional-land       | Fictional Land       | country     | country             | AQ           |             |                     |         |         | by hand | public
fictional-region     | Fictional Region     | region      | region              | AQ           | AQ-F1       | fictional-land      | -60.5   | -75.5   | by hand | public
fictional-settlement | Fictional Settlement | settlement  | settlement          | AQ           | AQ-F1       | fictional-region    | -60.25  | -75.25  | by hand | public
fictional-airport    | Fictional Airport    | site        | site                | AQ           | AQ-F1       | fictional-region    | -60.75  | -75.75  | by hand | public
other-land           | Other Land           | country     | country             | BV           |             |                     |         |         | by hand | public
other-settlement     | Other Settlement     | settlement  | settlement          | BV           |             | other-land          | 3.25    | -54.25  | by hand | public
undisclosed          | Undisclosed          | undisclosed | undisclosed         |              |             |                     |         |         | by hand | public
"""

_PLACE_NAMES = """
place_id             | name              | language | name_kind
fictional-settlement | Вымышленное место | ru       | preferred
other-settlement     | Othersettlement   | en       | misspelling
"""

_ACTORS = """
actor_id           | name               | actor_kind | country_code | is_followed | disclosure | note
fictional-person-a | Fictional Person A | person     |              | yes         | public     |
fictional-person-b | Fictional Person B | person     |              | yes         | public     |
fictional-police   | Fictional Police   | state_body | AQ           |             | public     | Accused, not convicted.
fictional-court    | Fictional Court    | court      | BV           |             | public     |
"""

_ACTOR_NAMES = """
actor_id           | name                  | language | name_kind
fictional-person-a | Вымышленное лицо А    | ru       | preferred
fictional-person-a | Ficitonal Person A    | en       | misspelling
"""

_SOURCES = """
source_id          | title                       | title_is_ours | publisher        | source_kind | published_edtf | language | url                            | derived_from      | disclosure | note
fictional-daily    | Fictional Person A is seized |              | Fictional Daily  | article     | 2020-04        | en       | https://daily.example/a        |                   | public     |
fictional-reprint  | Seized, says a daily        | yes           | Fictional Gazette | digest     | 2020-04-20     | en       |                                | fictional-daily   | public     |
fictional-weekly   | A journey                   |               | Fictional Weekly | article     | 2021-02-03     | en       | https://weekly.example/journey |                   | public     |
fictional-report   | Annual report               |               | Fictional Union  | report      | 2022           | ru       | https://union.example/2022     |                   | public     | Printed only.
"""

_CASE_A: dict[str, str] = {
    "case": """
case_id          | title              | summary            | state                     | current_as_of_source_id | disclosure
fictional-case-a | Fictional Person A | A fictional matter. | In a fictional settlement. | fictional-report        | public
""",
    "events": """
event_id        | title           | summary                   | event_type         | verification_status | proceeding_id      | disclosure | note
person-a-seized | Seized          | Police are said to have seized the person. | detention | partly_verified | | public | The police deny it.
person-a-left   | Left the country | The person left by air.  | departure          | unverified          |                    | public     |
person-a-asylum | Asylum granted  | A court granted asylum.   | asylum_decision    | verified            | person-a-asylum-bv | public     |
""",
    "claims": """
claim_id           | event_id        | property   | value                | value_as_stated    | source_id         | locator | basis    | is_preferred | contradicts | note
person-a-seized-c1 | person-a-seized | occurrence | reported             | was seized         | fictional-daily   | para 2  | stated   |              |             |
person-a-seized-c2 | person-a-seized | occurrence | denied               | never held         | fictional-weekly  | para 9  | stated   |              |             |
person-a-seized-c3 | person-a-seized | date       | 2020-03              | in March           | fictional-daily   | para 2  | stated   |              |             |
person-a-seized-c4 | person-a-seized | date       | 2020-02              | in February        | fictional-weekly  | para 3  | stated   |              |             |
person-a-seized-c5 | person-a-seized | place      | fictional-settlement | in the settlement  | fictional-daily   | para 2  | stated   |              |             |
person-a-left-c1   | person-a-left   | occurrence | reported             | flew out           | fictional-weekly  | para 4  | stated   |              |             |
person-a-left-c2   | person-a-left   | date       | 2020-06-05           | two days later     | fictional-weekly  | para 4  | resolved |              |             | Two days after 3 June.
person-a-left-c3   | person-a-left   | place      | fictional-airport    | from the airport   | fictional-weekly  | para 4  | stated   |              |             |
person-a-left-c4   | person-a-left   | manner     | by air               | flew               | fictional-weekly  | para 4  | stated   |              |             |
person-a-asylum-c1 | person-a-asylum | outcome    | granted              | was granted asylum | fictional-report  | p. 12   | stated   |              |             |
person-a-asylum-c2 | person-a-asylum | date       | 2021                 | in 2021            | fictional-report  | p. 12   | stated   |              |             |
person-a-asylum-c3 | person-a-asylum | place      | other-land           | in Other Land      | fictional-report  | p. 12   | stated   |              |             |
""",
    "involvements": """
event_id        | actor_id           | role                | note
person-a-seized | fictional-person-a | victim              |
person-a-seized | fictional-police   | alleged_perpetrator | An accusation.
person-a-seized | fictional-person-b | alleged_perpetrator | So says one report.
person-a-left   | fictional-person-a | person_concerned    |
person-a-asylum | fictional-person-a | person_concerned    |
person-a-asylum | fictional-court    | decision_maker      |
""",
    "legs": """
leg_id         | actor_id           | sequence | from_place_id        | to_place_id       | departure_edtf | arrival_edtf | leg_kind   | leg_status | leg_evidence | event_id        | disclosure | note
person-a-leg-1 | fictional-person-a | 1        | fictional-settlement | fictional-airport | 2020-06        | 2020-06-05   | own_flight | travelled  | documented   | person-a-left   | public     |
person-a-leg-2 | fictional-person-a | 2        | fictional-airport    | other-land        | 2020-06-05     |              | own_flight | travelled  | inferred     | person-a-left   | public     | By air.
person-a-leg-3 | fictional-person-a | 3        | other-land           | undisclosed       |                |              | relocation | offered    | documented   | person-a-asylum | public     |
""",
    "proceedings": """
proceeding_id      | title             | proceeding_kind | forum           | country_code | stage   | outcome | disclosure
person-a-asylum-bv | A claim of asylum | asylum          | Fictional Court | BV           | decided | granted | public
""",
    "figures": """
figure_id          | event_id        | quantity  | label       | unit   | lower | upper | qualifier | said_by_actor_id   | source_id        | locator | value_as_stated | basis  | disclosure | note
person-a-seized-f1 | person-a-seized | days-held | days held   | days   | 7     | 7     | exactly   | fictional-person-a | fictional-daily  | para 3  | for seven days  | stated | public     |
person-a-seized-f2 | person-a-seized | days-held | days held   | days   | 10    |       | more_than |                    | fictional-weekly | para 3  | over ten days   | stated | public     |
person-a-seized-f3 | person-a-seized | ransom    | roubles asked | rub  | 1000.5 | 2000 | between   |                    | fictional-weekly | para 3  |                 | stated | public     |
""",
}

_CASE_B: dict[str, str] = {
    "case": """
case_id          | title              | summary | state | current_as_of_source_id | disclosure
fictional-case-b | Fictional Person B |         |       | fictional-weekly        | public
""",
    "events": """
event_id        | title    | summary                 | event_type | verification_status | proceeding_id | disclosure | note
person-b-threat | Threatened | A threat was published. | threat   | unverified          |               | public     |
""",
    "claims": """
claim_id           | event_id        | property   | value      | value_as_stated | source_id        | locator | basis  | is_preferred | contradicts | note
person-b-threat-c1 | person-b-threat | occurrence | reported   | was threatened  | fictional-weekly | para 1  | stated |              |             |
person-b-threat-c2 | person-b-threat | date       | 2021-01/.. | since January   | fictional-weekly | para 1  | stated |              |             |
""",
    "involvements": """
event_id        | actor_id           | role   | note
person-b-threat | fictional-person-b | victim |
""",
}


def fictional_sheets() -> Sheets:
    """A clean record of two cases in which every sheet has rows and every row is public."""
    return Sheets(
        shared={
            "places": _table(_PLACES),
            "place_names": _table(_PLACE_NAMES),
            "actors": _table(_ACTORS),
            "actor_names": _table(_ACTOR_NAMES),
            "sources": _table(_SOURCES),
        },
        cases={
            "fictional-case-a": {name: _table(text) for name, text in _CASE_A.items()},
            "fictional-case-b": {name: _table(text) for name, text in _CASE_B.items()},
        },
    )


def _made(noun: Any, defaults: Mapping[str, Any], given: Mapping[str, Any]) -> Any:
    return noun(**{**defaults, **given})


def case(case_id: str = "fictional-case", **given: Any) -> Case:
    """A public case."""
    return _made(
        Case,
        {"case_id": case_id, "title": "A fictional case", "disclosure": "public"},
        given,
    )


def event(event_id: str = "fictional-event", **given: Any) -> Event:
    """A public event."""
    return _made(
        Event,
        {
            "event_id": event_id,
            "title": "A fictional event",
            "summary": "It is said to have happened.",
            "event_type": "detention",
            "verification_status": "unverified",
            "disclosure": "public",
        },
        given,
    )


def claim(claim_id: str = "fictional-claim", **given: Any) -> Claim:
    """A claim that the fictional event happened."""
    return _made(
        Claim,
        {
            "claim_id": claim_id,
            "event_id": "fictional-event",
            "property": "occurrence",
            "value": "reported",
            "source_id": "fictional-source",
            "locator": "para 1",
        },
        given,
    )


def figure(figure_id: str = "fictional-figure", **given: Any) -> Figure:
    """A public figure of exactly 40 fictional people."""
    return _made(
        Figure,
        {
            "figure_id": figure_id,
            "event_id": "fictional-event",
            "quantity": "people-held",
            "label": "people held",
            "unit": "people",
            "lower": 40.0,
            "upper": 40.0,
            "qualifier": "exactly",
            "source_id": "fictional-source",
            "locator": "para 1",
            "disclosure": "public",
        },
        given,
    )


def source(source_id: str = "fictional-source", **given: Any) -> Source:
    """A public source whose publisher nobody else shares, unless one is given."""
    return _made(
        Source,
        {
            "source_id": source_id,
            "title": f"Title of {source_id}",
            "publisher": f"Publisher of {source_id}",
            "source_kind": "article",
            "language": "en",
            "disclosure": "public",
        },
        given,
    )


def place(place_id: str = "fictional-settlement", **given: Any) -> Place:
    """A public settlement; its published precision follows its precision, unless given."""
    precision = given.get("precision", "settlement")
    has_point = precision not in ("country", "undisclosed")
    return _made(
        Place,
        {
            "place_id": place_id,
            "name": f"Name of {place_id}",
            "precision": precision,
            "published_precision": precision,
            "country_code": None if precision == "undisclosed" else "AQ",
            "lon_deg": -60.25 if has_point else None,
            "lat_deg": -75.25 if has_point else None,
            "origin": "by hand",
            "disclosure": "public",
        },
        given,
    )


def place_name(place_id: str, name: str, **given: Any) -> PlaceName:
    """A further name of a place."""
    return _made(
        PlaceName,
        {"place_id": place_id, "name": name, "language": "en", "name_kind": "variant"},
        given,
    )


def actor(actor_id: str = "fictional-person", **given: Any) -> Actor:
    """A public person."""
    return _made(
        Actor,
        {
            "actor_id": actor_id,
            "name": f"Name of {actor_id}",
            "actor_kind": "person",
            "disclosure": "public",
        },
        given,
    )


def actor_name(actor_id: str, name: str, **given: Any) -> ActorName:
    """A further name of an actor."""
    return _made(
        ActorName,
        {"actor_id": actor_id, "name": name, "language": "en", "name_kind": "variant"},
        given,
    )


def involvement(**given: Any) -> Involvement:
    """The fictional person as the one the fictional event is about."""
    return _made(
        Involvement,
        {
            "event_id": "fictional-event",
            "actor_id": "fictional-person",
            "role": "person_concerned",
        },
        given,
    )


def leg(leg_id: str = "fictional-leg", **given: Any) -> Leg:
    """A public leg of the fictional person from one settlement to another."""
    return _made(
        Leg,
        {
            "leg_id": leg_id,
            "actor_id": "fictional-person",
            "sequence": 1,
            "from_place_id": "fictional-settlement",
            "to_place_id": "other-settlement",
            "leg_kind": "own_flight",
            "leg_status": "travelled",
            "leg_evidence": "documented",
            "event_id": "fictional-event",
            "disclosure": "public",
        },
        given,
    )


def proceeding(proceeding_id: str = "fictional-proceeding", **given: Any) -> Proceeding:
    """A public proceeding."""
    return _made(
        Proceeding,
        {
            "proceeding_id": proceeding_id,
            "title": "A fictional proceeding",
            "proceeding_kind": "asylum",
            "forum": "A fictional court",
            "stage": "pending",
            "disclosure": "public",
        },
        given,
    )
