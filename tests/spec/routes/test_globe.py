"""Distances are geodesics between settlements or finer; lines on the globe never jump."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.vocabulary import PlacePrecision
from timeline.routes.globe import (
    antimeridian_parts,
    great_circle,
    leg_distance_km,
    length_km,
    part_of,
)

LON_LAT = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


def test_a_degree_of_the_equator_is_111_kilometres() -> None:
    assert leg_distance_km((0, 0), (1, 0)) == pytest.approx(111.32, abs=0.01)


def test_a_distance_is_the_same_both_ways_across_the_antimeridian() -> None:
    there = leg_distance_km((179, 10), (-179, 10))
    assert there == pytest.approx(leg_distance_km((-179, 10), (179, 10)))
    assert there < 250


@pytest.mark.parametrize("vague", ["district", "region", "country", "undisclosed"])
def test_a_distance_to_a_vague_place_is_refused(vague: str) -> None:
    precision = next(term for term in PlacePrecision if term == vague)
    with pytest.raises(ValueError, match="settlement or finer"):
        leg_distance_km((0, 0), (1, 0), end_precision=precision)


def test_a_great_circle_keeps_its_ends_and_its_step() -> None:
    path = great_circle((45.7, 43.3), (74.6, 42.9), max_step_km=50)
    assert path[0] == (45.7, 43.3)
    assert path[-1] == pytest.approx((74.6, 42.9))
    steps = [leg_distance_km(one, two) for one, two in itertools.pairwise(path)]
    assert max(steps) <= 50.001
    assert sum(steps) == pytest.approx(leg_distance_km(path[0], path[-1]))


def test_two_equal_ends_give_a_line_without_length() -> None:
    assert great_circle((5, 5), (5, 5)) == ((5, 5), (5, 5))


def test_a_step_must_be_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        great_circle((0, 0), (1, 1), max_step_km=0)


@given(LON_LAT, LON_LAT)
def test_no_two_neighbours_of_a_path_are_half_a_globe_apart(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    path = great_circle(start, end, max_step_km=500)
    assert all(abs(two[0] - one[0]) <= 180 for one, two in itertools.pairwise(path))


CUTS = """
path                     | parts                                      | because
170,0 178,0              | 170,0 178,0                                | it stays on one side
170,0 190,0              | 170,0 180,0 / -180,0 -170,0                | it crosses eastwards
-170,0 -190,0            | -170,0 -180,0 / 180,0 170,0                | it crosses westwards
179,0 -179,0             | 179,0 180,0 / -180,0 -179,0                | written without running on
180,0 190,0              | -180,0 -170,0                              | it starts on the line, going east
180,0 170,0              | 180,0 170,0                                | it starts on the line, going west
170,0 190,10             | 170,0 180,5 / -180,5 -170,10               | the crossing is in between
"""


def points(text: str) -> tuple[tuple[float, float], ...]:
    return tuple(tuple(map(float, pair.split(","))) for pair in text.split())  # type: ignore[misc]


@pytest.mark.parametrize("row", CUTS.strip().splitlines()[1:])
def test_a_path_is_cut_at_the_180th_meridian(row: str) -> None:
    path, parts, because = (cell.strip() for cell in row.split("|"))
    wanted = tuple(points(part) for part in parts.split("/"))
    assert antimeridian_parts(points(path)) == wanted, because


def test_an_empty_path_has_no_parts() -> None:
    assert antimeridian_parts(()) == ()


@given(LON_LAT, LON_LAT)
def test_every_part_stays_on_its_side(start: tuple[float, float], end: tuple[float, float]) -> None:
    for part in antimeridian_parts(great_circle(start, end, max_step_km=800)):
        assert all(-180 <= lon <= 180 for lon, _ in part)


def test_a_part_of_a_path_is_measured_in_kilometres_not_in_degrees() -> None:
    northward = great_circle((20, 60), (20, 89.9), max_step_km=100)
    beyond = (*northward, *great_circle((200, 89.9), (200, 80), max_step_km=100))
    half = part_of(beyond, 0, 0.5)
    assert length_km(half) == pytest.approx(length_km(beyond) / 2, rel=0.02)
    assert not any(math.isnan(value) for point in half for value in point)
