"""A line to a country ends at its edge, and a line from it starts there."""

from __future__ import annotations

import pytest
from shapely.geometry import MultiPolygon, box

from tests.route_builders import HILLS, box_feature, fictional_outlines
from timeline.routes.globe import great_circle
from timeline.routes.outlines import country_outlines, main_part, path_from, path_up_to

ACROSS = great_circle((-5, 0), (5, 0), max_step_km=50)
AREA = box(0, -5, 20, 5)


def test_a_path_is_cut_where_it_enters() -> None:
    cut = path_up_to(ACROSS, AREA)
    assert cut[0] == (-5, 0)
    assert cut[-1] == pytest.approx((0, 0), abs=0.001)


def test_a_path_is_cut_where_it_leaves() -> None:
    cut = path_from(tuple(reversed(ACROSS)), AREA)
    assert cut[0] == pytest.approx((0, 0), abs=0.001)
    assert cut[-1] == (-5, 0)


def test_a_path_that_never_enters_stays_whole() -> None:
    assert path_up_to(ACROSS, box(0, 50, 1, 51)) == ACROSS


def test_a_path_that_starts_inside_has_no_part_before_the_edge() -> None:
    assert path_up_to(tuple(reversed(ACROSS)), AREA) == ()


def test_an_outline_is_met_on_the_other_side_of_the_antimeridian() -> None:
    path = great_circle((170, 0), (-170, 0))
    cut = path_up_to(path, box(-178, -5, -160, 5))
    assert cut[-1][0] == pytest.approx(182, abs=0.001)


def test_the_main_part_leaves_out_lands_overseas() -> None:
    home, overseas = box(0, 0, 10, 10), box(100, 0, 101, 1)
    assert main_part(MultiPolygon([overseas, home])).bounds == (0, 0, 10, 10)


def test_the_most_detailed_drawing_of_a_region_wins() -> None:
    detailed = {"features": [box_feature(HILLS, iso2="QM", region_code="QM-9", name="Fine")]}
    coarse = {"features": [box_feature(HILLS, iso2="QM", region_code="QM-9", name="Coarse")]}
    outlines = country_outlines({"features": []}, [detailed, coarse])
    region = outlines.region("QM-9")
    assert region is not None
    assert region.name == "Fine"


def test_an_unknown_code_has_no_outline() -> None:
    assert fictional_outlines().country("ZZ") is None
    assert fictional_outlines().country(None) is None
    assert fictional_outlines().region(None) is None
