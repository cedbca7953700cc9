"""The boundary files are sound, and draw contested ground as the policy says.

Points that must lie inside a shape are granted two kilometres, because outlines are
simplified and some of these towns stand on a coast; points that must lie outside are
granted nothing.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import shapely

from .geography import BOUNDARIES, countries, features, km_outside, regions, shapes, sheet

FILES = ("countries", "regions", "regions_caucasus", "disputed", "lakes")
LAND = ("countries", "regions", "regions_caucasus")
COUNTRIES = countries()
REGIONS = regions()
POLICY: dict[str, Any] = tomllib.loads((BOUNDARIES / "policy.toml").read_text(encoding="utf-8"))

TOWNS = """
town        | lon_deg | lat_deg | country | region
Grozny      | 45.689  | 43.312  | RU      | RU-CE
Gudermes    | 46.101  | 43.351  | RU      | RU-CE
Shali       | 45.902  | 43.148  | RU      | RU-CE
Argun       | 45.867  | 43.293  | RU      | RU-CE
Urus-Martan | 45.538  | 43.131  | RU      | RU-CE
Nazran      | 44.773  | 43.226  | RU      | RU-IN
Makhachkala | 47.500  | 42.978  | RU      | RU-DA
Vladikavkaz | 44.668  | 43.037  | RU      | RU-SE
Kaliningrad | 20.511  | 54.706  | RU      | RU-KGD
Anadyr      | 177.514 | 64.735  | RU      |
Simferopol  | 34.111  | 44.957  | UA      | UA-43
Sevastopol  | 33.521  | 44.608  | UA      | UA-40
Donetsk     | 37.802  | 48.023  | UA      | UA-14
Sukhumi     | 41.023  | 43.003  | GE      | GE-AB
Tskhinvali  | 43.968  | 42.225  | GE      | GE-SK
Khankendi   | 46.752  | 39.815  | AZ      | AZ-XA
Tiraspol    | 29.643  | 46.840  | MD      |
Pristina    | 21.165  | 42.663  | XK      |
Kyrenia     | 33.320  | 35.338  | CY      |
Hargeisa    | 44.065  | 9.560   | SO      |
Baikonur    | 63.317  | 45.617  | KZ      | KZ-43
"""


@pytest.mark.parametrize("line", TOWNS.strip().splitlines()[1:])
def test_a_town_lies_where_the_policy_puts_it(line: str) -> None:
    _, lon, lat, country, region = (cell.strip() for cell in line.split("|"))
    point = float(lon), float(lat)
    assert km_outside(COUNTRIES[country], *point) <= 2
    if region:
        assert km_outside(REGIONS[region], *point) <= 2
    for code, shape in COUNTRIES.items():
        if code != country:
            assert not shape.contains(shapely.Point(point)), f"{code} must not hold it"


@pytest.mark.parametrize("file", FILES)
def test_every_shape_is_valid_and_none_is_empty(file: str) -> None:
    for row in features(file):
        shape = shapely.geometry.shape(row["geometry"])
        assert shape.is_valid, (row["properties"], shapely.is_valid_reason(shape))
        assert not shape.is_empty


@pytest.mark.parametrize("file", LAND)
def test_neighbours_share_their_borders_point_for_point(file: str) -> None:
    shapes_of_file = [shapely.geometry.shape(row["geometry"]) for row in features(file)]
    assert shapely.coverage_is_valid(np.array(shapes_of_file))


def test_the_two_region_files_do_not_overlap_and_fit_together() -> None:
    first, second = shapes("regions", "region_code"), shapes("regions_caucasus", "region_code")
    assert not first.keys() & second.keys()
    assert shapely.coverage_is_valid(np.array([*first.values(), *second.values()]))


@pytest.mark.parametrize("country", ["AM", "AZ", "BE", "BY", "GE", "KG", "KZ", "PL", "UA"])
def test_a_country_is_the_sum_of_its_regions(country: str) -> None:
    own = [shape for code, shape in REGIONS.items() if code.startswith(f"{country}-")]
    assert shapely.equals(shapely.normalize(shapely.union_all(own)), COUNTRIES[country])


@pytest.mark.parametrize("file", FILES)
def test_coordinates_are_degrees_with_three_decimals(file: str) -> None:
    for row in features(file):
        points = shapely.get_coordinates(shapely.geometry.shape(row["geometry"]))
        assert np.abs(points[:, 0]).max() <= 180
        assert np.abs(points[:, 1]).max() <= 85
        assert np.array_equal(points, points.round(3))


@pytest.mark.parametrize("file", LAND)
def test_no_outline_is_smeared_across_the_map(file: str) -> None:
    for row in features(file):
        shape = shapely.geometry.shape(row["geometry"])
        for ring in shapely.get_rings(shape):
            for (lon, lat), (next_lon, next_lat) in pairwise(ring.coords):
                is_southern_cut = lat == next_lat == -85
                assert is_southern_cut or abs(next_lon - lon) < 60, row["properties"]


@pytest.mark.parametrize("file", LAND)
def test_outer_rings_run_counter_clockwise(file: str) -> None:
    for row in features(file):
        for part in shapely.get_parts(shapely.geometry.shape(row["geometry"])):
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)


def test_every_country_has_a_code_and_a_name_or_a_reason_for_having_none() -> None:
    codes = [row["properties"]["iso2"] for row in features("countries")]
    assert len(codes) == len(set(codes))
    for row in features("countries"):
        properties = row["properties"]
        assert properties["name"]
        if properties["iso2"] is None:
            assert properties["reason"].endswith(".")
        else:
            assert re.fullmatch("[A-Z]{2}", properties["iso2"])


def test_a_label_stands_inside_its_country() -> None:
    for row in features("countries"):
        properties = row["properties"]
        shape = shapely.geometry.shape(row["geometry"])
        # Two decimals are coarse for the smallest islands.
        assert km_outside(shape, properties["label_lon"], properties["label_lat"]) < 1


def test_every_region_has_a_code_of_its_country() -> None:
    for file in ("regions", "regions_caucasus"):
        for row in features(file):
            properties = row["properties"]
            assert re.fullmatch(f"{properties['iso2']}-[A-Z0-9]{{1,3}}", properties["region_code"])
            assert properties["name"]


def test_every_code_the_record_needs_is_drawn() -> None:
    places = sheet("places")
    assert {row["country_code"] for row in places} - {""} <= COUNTRIES.keys()
    assert {row["region_code"] for row in places} - {"", "US-DC"} <= REGIONS.keys()


def test_the_chechen_republic_is_drawn_in_detail() -> None:
    assert shapely.get_num_coordinates(REGIONS["RU-CE"]) > 150


WATER = """
the middle of the Caspian | 50.5 | 42.0 | sea
the Sea of Azov           | 36.5 | 46.2 | sea
Issyk-Kul                 | 77.2 | 42.4 | Issyk-Kul
Lake Balkhash             | 74.5 | 46.4 | Lake Balkhash
Ladoga                    | 31.5 | 60.8 | Lake Ladoga
"""


@pytest.mark.parametrize("line", WATER.strip().splitlines())
def test_water_is_water(line: str) -> None:
    _, lon, lat, lake = (cell.strip() for cell in line.split("|"))
    point = shapely.Point(float(lon), float(lat))
    if lake == "sea":
        assert not any(shape.contains(point) for shape in COUNTRIES.values())
    else:
        assert shapes("lakes", "name")[lake].contains(point)


def test_the_files_are_small_enough_to_send() -> None:
    sizes_kb = {file: (BOUNDARIES / f"{file}.geojson").stat().st_size / 1000 for file in FILES}
    assert sizes_kb["countries"] < 460
    assert sizes_kb["regions"] + sizes_kb["regions_caucasus"] < 700


def test_the_readme_names_the_bytes_that_are_here() -> None:
    readme = (BOUNDARIES / "README.md").read_text(encoding="utf-8")
    for file in FILES:
        content = (BOUNDARIES / f"{file}.geojson").read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        assert f"| `{file}.geojson` | {len(content)} | `{sha256}` |" in readme


def test_the_readme_and_the_maker_name_the_same_inputs() -> None:
    readme = (BOUNDARIES / "README.md").read_text(encoding="utf-8")
    maker = (BOUNDARIES / "make_boundaries.py").read_text(encoding="utf-8")
    hashes = re.findall(r'"([0-9a-f]{64})"', maker)
    assert len(hashes) == 8
    assert all(sha256 in readme for sha256 in hashes)


@pytest.mark.parametrize("decision", POLICY["decision"], ids=lambda decision: decision["id"])
def test_a_decision_says_in_a_sentence_what_it_does(decision: dict[str, Any]) -> None:
    assert re.fullmatch(r"[A-Z].{40,}\.", decision["says"])


def test_decisions_are_told_apart_and_the_general_rule_stands_first() -> None:
    ids = [decision["id"] for decision in POLICY["decision"]]
    assert len(ids) == len(set(ids))
    assert next(iter(POLICY)) == "general"
    assert POLICY["general"]["says"].endswith(".")


def test_every_dashed_line_goes_back_to_a_decision() -> None:
    drawn = {row["properties"]["decision"] for row in features("disputed")}
    dashing = {
        decision["id"]
        for decision in POLICY["decision"]
        if "dash_lines" in decision or "dash_between" in decision
    }
    assert drawn == dashing


NOT_DRAWN = """
the front of 2014 to 2022 in Donetsk | 38.0 | 48.2 | 50
the ceasefire line of 1994           | 46.9 | 39.9 | 50
"""


@pytest.mark.parametrize("line", NOT_DRAWN.strip().splitlines())
def test_lines_that_are_no_boundaries_are_not_drawn(line: str) -> None:
    _, lon, lat, km = (cell.strip() for cell in line.split("|"))
    for shape in shapes("disputed", "decision").values():
        assert km_outside(shape, float(lon), float(lat)) > float(km)
