"""Nothing that is hidden is in the store: not in a row, not in a byte of the file.

A canary is planted in every cell of every hidden row. The same search finds every one of
them when the rows are public, so a search that cannot find anything would be noticed.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.builders import fictional_sheets
from tests.spec.disclosure.canaries import Planted, hits, planted
from timeline.assembly.assemble import assemble
from timeline.intake.read import read


@pytest.mark.parametrize("level", ["restricted", "withheld", "", "Public", "publik", "öffentlich"])
def test_no_canary_of_a_hidden_row_is_in_the_store(level: str, data: Path) -> None:
    plants = planted(level)
    assert len(plants.words) + len(plants.numbers) + len(plants.days) >= 140
    reading = read(plants.sheets.write(data))
    assert [str(problem) for problem in reading.problems] == []
    assert bool(reading.notices) == (level not in ("restricted", "withheld"))
    assert hits(plants, assemble(data)) == {}


def test_every_canary_is_found_when_its_row_is_public(data: Path) -> None:
    plants = planted("public")
    everything = {**plants.words, **plants.numbers, **plants.days}
    assert hits(plants, assemble(plants.sheets.write(data))) == everything


@pytest.mark.parametrize("limit", ["region", "country", "undisclosed"])
def test_no_canary_of_a_coarsened_place_is_in_the_store(limit: str, data: Path) -> None:
    plants = Planted(fictional_sheets(), "public")
    shared, case_a = plants.sheets.shared, plants.sheets.cases["fictional-case-a"]
    kinds = {"precision": "settlement", "country_code": "AQ", "region_code": ""}
    place = plants.add(
        "places", shared, **kinds, within_place_id="fictional-region", published_precision=limit
    )
    plants.add(
        "place_names", shared, place_id=place["place_id"], language="en", name_kind="variant"
    )
    telling = plants.add(
        "claims",
        case_a,
        claim_id="person-a-left-c9",
        event_id="person-a-left",
        source_id="fictional-daily",
        property="place",
        value=place["place_id"],
        locator="para 9",
        basis="inferred",
        is_preferred="",
        contradicts="",
    )
    for number in (4, 5):
        case_a["legs"].append(
            {
                **plants.sheets.row("legs", "person-a-leg-2"),
                "leg_id": f"person-a-leg-{number}",
                "sequence": str(number),
                ("from_place_id" if number == 4 else "to_place_id"): place["place_id"],
            }
        )
    assert telling["value_as_stated"].startswith("Canary")
    store = assemble(plants.sheets.write(data))
    assert hits(plants, store) == {}
    with duckdb.connect(str(store), read_only=True) as connection:
        shown = connection.execute(
            "SELECT from_place, to_place FROM leg_overview WHERE sequence > 3 ORDER BY sequence"
        ).fetchall()
        said = connection.execute(
            "SELECT value, value_as_stated, note FROM claim WHERE claim_id = 'person-a-left-c9'"
        ).fetchall()
    around = {"region": "Fictional Region", "country": "Fictional Land"}.get(limit)
    if around is None:
        assert (shown, said) == ([], [])
    else:
        assert shown == [(around, "Other Land"), ("Fictional Airport", around)]
        assert said == [(f"fictional-{around.split()[1].lower()}", "", "")]


def test_a_store_that_once_held_a_row_is_not_built_upon(data: Path) -> None:
    """What is hidden later is gone from the new file, which is written from nothing."""
    plants = planted("public")
    before = assemble(plants.sheets.write(data))
    for home in (plants.sheets.shared, *plants.sheets.cases.values()):
        for rows in home.values():
            for row in rows:
                if "canary" in next(iter(row.values())) and "disclosure" in row:
                    row["disclosure"] = "restricted"
    plants.sheets.row("case", "canary-case")["disclosure"] = "restricted"
    after = assemble(plants.sheets.write(data))
    assert after != before
    assert hits(plants, after) == {}
