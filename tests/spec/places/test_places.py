"""A place is known as finely as the sources say, lies where it says, and hangs in a chain.

Points are checked against the boundary files. Those are simplified: a border may be off by
a few kilometres in the coarser parts, so a town or building near a border is granted two
kilometres. A region's point is taken from these very files and is granted nothing.
"""

from __future__ import annotations

import re

import pytest

from timeline.model.place import Place
from timeline.model.vocabulary import Disclosure, PlacePrecision

from .geography import countries, km_outside, regions, sheet

ROWS = sheet("places")
PLACES = {
    row["place_id"]: Place.model_validate({name: cell or None for name, cell in row.items()})
    for row in ROWS
}
WITH_POINT = [place for place in PLACES.values() if place.lon_deg is not None]
COUNTRIES = countries()
REGIONS = regions()

FINEST_FIRST = list(PlacePrecision)
POINTLESS = {PlacePrecision.COUNTRY, PlacePrecision.UNDISCLOSED}

TOLERANCE_KM = {
    PlacePrecision.SITE: 2.0,
    PlacePrecision.SETTLEMENT: 2.0,
    PlacePrecision.DISTRICT: 2.0,
    PlacePrecision.REGION: 0.0,
}

NOT_MAPPED = {"US-DC"}
"""Regions of the record that lie in countries whose regions we do not draw."""


def ids(place: Place) -> str:
    return place.place_id


def chain(place: Place) -> list[Place]:
    """The place and all that hold it, from small to large."""
    links = [place]
    while links[-1].within_place_id is not None:
        links.append(PLACES[links[-1].within_place_id])
        assert len(links) <= len(FINEST_FIRST) + 1, f"{place.place_id} goes in circles"
    return links


def test_the_sheet_has_the_columns_of_a_place_in_order() -> None:
    assert list(ROWS[0]) == list(Place.model_fields)


def test_ids_are_unique_and_fit_for_a_url() -> None:
    assert len(PLACES) == len(ROWS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", place_id) for place_id in PLACES)


@pytest.mark.parametrize("place", WITH_POINT, ids=ids)
def test_a_point_lies_in_its_country(place: Place) -> None:
    assert place.lon_deg is not None and place.lat_deg is not None
    assert place.country_code is not None
    outside = km_outside(COUNTRIES[place.country_code], place.lon_deg, place.lat_deg)
    assert outside <= TOLERANCE_KM[place.precision]


@pytest.mark.parametrize("place", WITH_POINT, ids=ids)
def test_a_point_lies_in_its_region(place: Place) -> None:
    assert place.lon_deg is not None and place.lat_deg is not None
    assert place.region_code is not None
    if place.region_code not in NOT_MAPPED:
        outside = km_outside(REGIONS[place.region_code], place.lon_deg, place.lat_deg)
        assert outside <= TOLERANCE_KM[place.precision]


@pytest.mark.parametrize("place", PLACES.values(), ids=ids)
def test_a_point_is_given_exactly_where_one_is_known(place: Place) -> None:
    has_point = place.precision not in POINTLESS
    assert (place.lon_deg is not None) == has_point
    assert (place.lat_deg is not None) == has_point


@pytest.mark.parametrize("place", PLACES.values(), ids=ids)
def test_a_region_belongs_to_its_country(place: Place) -> None:
    if place.region_code is not None:
        assert place.country_code == place.region_code.split("-")[0]


@pytest.mark.parametrize("place", PLACES.values(), ids=ids)
def test_a_country_is_named_unless_it_is_undisclosed(place: Place) -> None:
    is_undisclosed = place.precision is PlacePrecision.UNDISCLOSED
    assert (place.country_code is None) == is_undisclosed
    if is_undisclosed:
        assert place.within_place_id is None


@pytest.mark.parametrize("place", PLACES.values(), ids=ids)
def test_a_place_hangs_in_a_chain_that_ends_at_its_country(place: Place) -> None:
    links = chain(place)
    fineness = [FINEST_FIRST.index(link.precision) for link in links]
    assert fineness == sorted(fineness), (
        "a place lies in one that is known less finely, or as finely"
    )
    assert {link.country_code for link in links} == {place.country_code}
    if place.precision is not PlacePrecision.UNDISCLOSED:
        top = links[-1]
        assert top.precision is PlacePrecision.COUNTRY
        assert top.region_code is None


@pytest.mark.parametrize("place", PLACES.values(), ids=ids)
def test_a_place_in_a_region_of_the_record_has_that_regions_code(place: Place) -> None:
    held_in = {link.region_code for link in chain(place)[1:] if link.region_code is not None}
    assert held_in <= {place.region_code}


@pytest.mark.parametrize("place", PLACES.values(), ids=ids)
def test_an_origin_is_a_gazetteer_entry_or_says_what_was_done_by_hand(place: Place) -> None:
    assert re.fullmatch(r"GeoNames \d+|by hand: .+", place.origin)


@pytest.mark.parametrize("place", PLACES.values(), ids=ids)
def test_every_place_of_the_shared_sheet_is_public_at_its_own_precision(place: Place) -> None:
    assert place.disclosure is Disclosure.PUBLIC
    assert place.published_precision is place.precision


UNLOCATED = """
grozny-leninsky-police       | grozny
argun-police                 | argun
urus-martan-district-police  | urus-martan
astrakhan-kirovsky-police    | astrakhan
yerevan-administrative-court | yerevan
council-of-europe            | strasbourg
tbilisi-city-court           | tbilisi
gavle-district-court         | gavle
bishkek-pervomaisky-court    | bishkek
"""


@pytest.mark.parametrize("line", UNLOCATED.strip().splitlines())
def test_a_building_we_have_not_located_is_shown_as_its_town(line: str) -> None:
    building, town = (PLACES[cell.strip()] for cell in line.split("|"))
    assert building.precision is PlacePrecision.SETTLEMENT
    assert (building.lon_deg, building.lat_deg) == (town.lon_deg, town.lat_deg)
    assert building.within_place_id == town.place_id
    assert "not located by us" in building.origin
