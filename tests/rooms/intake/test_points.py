"""A point lies in the country and the region that its place names, or it is a problem."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import Sheets
from timeline.intake.problem import Problem
from timeline.intake.read import read

SQUARES = {
    "countries": [("iso2", "AQ", (-65, -80, -55, -70)), ("iso2", "BV", (3, -55, 4, -54))],
    "regions": [("region_code", "AQ-F1", (-62, -77, -59, -74))],
}


@pytest.fixture
def bounded(data: Path) -> Path:
    """A folder of the record with the outlines of two fictional countries and a region."""
    folder = data / "frozen" / "boundaries"
    folder.mkdir(parents=True)
    for name, squares in SQUARES.items():
        features = [
            {
                "type": "Feature",
                "properties": {key: code},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [
                        [[west, south], [east, south], [east, north], [west, north], [west, south]]
                    ],
                },
            }
            for key, code, (west, south, east, north) in squares
        ]
        collection = {"type": "FeatureCollection", "features": features}
        (folder / f"{name}.geojson").write_text(json.dumps(collection), encoding="utf-8")
    return data


def only(sheets: Sheets, data: Path) -> Problem:
    found = read(sheets.write(data)).problems
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def add_neighbour(data: Path, *, west: float) -> None:
    """One more country, a square one degree wide, east of BV."""
    path = data / "frozen" / "boundaries" / "countries.geojson"
    outlines = json.loads(path.read_text(encoding="utf-8"))
    east = west + 1
    ring = [[west, -55], [east, -55], [east, -54], [west, -54], [west, -55]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    outlines["features"].append(
        {"type": "Feature", "properties": {"iso2": "HM"}, "geometry": geometry}
    )
    path.write_text(json.dumps(outlines), encoding="utf-8")


def test_points_in_their_country_and_region_are_no_problem(sheets: Sheets, bounded: Path) -> None:
    assert read(sheets.write(bounded)).problems == ()


def test_a_point_in_another_country_says_in_which(sheets: Sheets, bounded: Path) -> None:
    sheets.row("places", "other-settlement").update(lon_deg="-60", lat_deg="-75")
    problem = only(sheets, bounded)
    assert (problem.file, problem.row, problem.column) == ("shared/places.csv", 7, "lon_deg")
    assert problem.found == "the point -60, -75 (longitude, latitude) in AQ"
    assert problem.wanted == "a point in BV"
    assert problem.nearest is None


def test_longitude_and_latitude_exchanged_are_recognised(sheets: Sheets, bounded: Path) -> None:
    sheets.row("places", "fictional-settlement").update(lon_deg="-75.25", lat_deg="-60.25")
    problem = only(sheets, bounded)
    assert problem.found.endswith("in no land")
    assert problem.nearest == "-60.25, -75.25 (longitude and latitude exchanged)"


def test_a_point_outside_its_region_is_a_problem(sheets: Sheets, bounded: Path) -> None:
    sheets.row("places", "fictional-settlement").update(lon_deg="-57")
    assert only(sheets, bounded).wanted == "a point in AQ-F1"


def test_a_point_on_the_line_is_let_pass(sheets: Sheets, bounded: Path) -> None:
    add_neighbour(bounded, west=4)
    sheets.row("places", "other-settlement").update(lon_deg="4.05")
    assert read(sheets.write(bounded)).problems == ()
    sheets.row("places", "other-settlement").update(lon_deg="4.15")
    assert only(sheets, bounded).wanted == "a point in BV"


def test_without_outlines_nothing_is_said(sheets: Sheets, data: Path) -> None:
    sheets.row("places", "other-settlement").update(lon_deg="-60", lat_deg="-75")
    assert read(sheets.write(data)).problems == ()


@pytest.mark.parametrize(
    ("lon_deg", "lat_deg", "is_right"),
    [("4.6", "-54.5", True), ("4.9", "-54.5", False), ("3.5", "-53.4", True)],
)
def test_a_port_may_stand_off_a_coast_that_was_simplified(
    sheets: Sheets, bounded: Path, lon_deg: str, lat_deg: str, is_right: bool
) -> None:
    sheets.row("places", "other-settlement").update(lon_deg=lon_deg, lat_deg=lat_deg)
    assert (read(sheets.write(bounded)).problems == ()) is is_right


def test_off_the_coast_of_one_country_is_not_off_that_of_another(
    sheets: Sheets, bounded: Path
) -> None:
    add_neighbour(bounded, west=5)
    sheets.row("places", "other-settlement").update(lon_deg="4.4", lat_deg="-54.5")
    assert read(sheets.write(bounded)).problems == ()
    sheets.row("places", "other-settlement").update(lon_deg="4.7", lat_deg="-54.5")
    assert only(sheets, bounded).wanted == "a point in BV"
