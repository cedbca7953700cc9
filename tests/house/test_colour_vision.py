"""Lanes stay apart for the three common colour-vision deficiencies.

The threshold is modest, because a lane is told by its row and its name as well and
never by its hue alone. The smallest distances stand in FOUND, so that a new colour
shows what it costs.
"""

from __future__ import annotations

from itertools import combinations

import pytest

from timeline.model.vocabulary import Lane
from timeline.theme import PALETTES

from .colour import DEFICIENCIES, difference, lab, linear, seen_with

LEAST_DIFFERENCE = 4.0
"""CIEDE2000; four times what is just noticeable side by side."""

FOUND = {
    ("light", "protanopia"): (13.2, "custody", "threats"),
    ("light", "deuteranopia"): (5.0, "custody", "threats"),
    ("light", "tritanopia"): (9.9, "proceedings", "response"),
    ("dark", "protanopia"): (11.7, "custody", "response"),
    ("dark", "deuteranopia"): (9.8, "custody", "threats"),
    ("dark", "tritanopia"): (8.1, "proceedings", "response"),
}
"""The two lanes that come nearest to each other, by ground and deficiency."""

PUBLISHED_PAIRS = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]
"""From the test data of Sharma, Wu and Dalal (2005)."""


def nearest(lanes: dict[str, str], deficiency: str) -> tuple[float, str, str]:
    """The smallest difference between two lanes, and which they are."""
    seen = {lane: lab(seen_with(deficiency, linear(colour))) for lane, colour in lanes.items()}
    return min(
        (round(difference(seen[one], seen[other]), 1), one, other)
        for one, other in combinations(lanes, 2)
    )


@pytest.mark.parametrize(("ground", "deficiency"), FOUND)
def test_lanes_stay_apart(ground: str, deficiency: str) -> None:
    found = nearest(dict(PALETTES[ground].lanes), deficiency)

    assert found[0] >= LEAST_DIFFERENCE
    assert found == FOUND[ground, deficiency]


def test_every_ground_and_deficiency_is_looked_at() -> None:
    assert set(FOUND) == {(ground, one) for ground in PALETTES for one in DEFICIENCIES}


@pytest.mark.parametrize("ground", PALETTES)
def test_every_lane_has_a_colour(ground: str) -> None:
    assert set(PALETTES[ground].lanes) == set(Lane)


@pytest.mark.parametrize(("one", "other", "expected"), PUBLISHED_PAIRS)
def test_the_difference_is_the_published_one(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


def test_red_and_green_of_one_lightness_are_found_too_near() -> None:
    assert nearest({"red": "#A65A00", "green": "#7A6E00"}, "deuteranopia")[0] < LEAST_DIFFERENCE
