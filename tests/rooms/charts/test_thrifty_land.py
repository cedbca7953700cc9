"""The cheap land of embeds: coarser where bytes are few, but nothing that is joined goes missing."""

from __future__ import annotations

import re

import numpy as np
import pytest
import shapely

from timeline.charts.mapping.map_projection import MapProjection, conic
from timeline.charts.picture.route_picture import room_for_names
from timeline.charts.picture.thrifty_land import BORDERS_BYTES, thrifty_land
from timeline.publishing.land import outlines
from timeline.theme import LIGHT

EARTH = ((-110.0, 20.0), (45.0, 45.0), (130.0, 40.0), (175.0, -35.0), (20.0, -33.0))
INLAND = {
    "Chad": (18.7, 15.4), "Zambia": (26.5, -14.5), "Botswana": (24.0, -22.0),
    "Niger": (9.4, 17.5), "Central African Republic": (20.5, 6.6), "Uganda": (32.4, 1.3),
    "Switzerland": (8.2, 46.8), "Austria": (14.1, 47.6), "Hungary": (19.4, 47.2),
    "Laos": (102.5, 19.5), "Mongolia": (104.0, 46.8), "Bolivia": (-64.5, -16.7),
    "Paraguay": (-58.4, -23.2), "Kyrgyzstan": (74.5, 41.5),
}  # fmt: skip
"""A point well inside of some countries without a coast, in degrees."""


def _projection(width: float) -> MapProjection:
    bounds = (-110.0, -35.0, 175.0, 45.0)
    return conic(EARTH, bounds, width, 0.8 * width, room_for_names(width))


def _paths(width: float, most_bytes: int) -> list[str]:
    """The paths of the land: outside the case, of the case, borders without a fill."""
    layers = thrifty_land(
        outlines(),
        _projection(width),
        LIGHT,
        countries_of_case=("RU", "CA"),
        regions=(),
        most_bytes=most_bytes,
        id_prefix="a",
    )
    return re.findall(r' d="([^"]+)"', next(one.markup for one in layers if one.name == "land"))


def _is_land(point: tuple[float, float], paths: list[str]) -> bool:
    """Whether a pixel is inside an odd number of the rings of a path."""
    for path in paths:
        rings = []
        for run in re.findall(r"M([^Mz]+)z", path):
            numbers = np.array([int(one) for one in re.findall(r"-?\d+", run)]).reshape(-1, 2)
            rings.append(shapely.Polygon(np.cumsum(numbers, axis=0)))
        if sum(ring.contains(shapely.Point(point)) for ring in rings) % 2:
            return True
    return False


@pytest.mark.parametrize("width", [600, 280])
@pytest.mark.parametrize("most_bytes", [3000, 1500, 0])
def test_no_country_that_is_joined_to_others_becomes_water(width: float, most_bytes: int) -> None:
    paths, projection = _paths(width, most_bytes), _projection(width)
    at = {name: tuple(projection.to_px([point])[0].tolist()) for name, point in INLAND.items()}
    assert [name for name, point in at.items() if not _is_land(point, paths)] == []


@pytest.mark.parametrize("width", [600, 280])
def test_the_bytes_allowed_are_kept_but_for_those_that_borders_are_worth(width: float) -> None:
    for most_bytes in (6000, 4000, 2500, 1800):
        *_, seams = paths = _paths(width, most_bytes)
        has_borders = len(seams) > 100
        assert sum(map(len, paths)) <= most_bytes + (BORDERS_BYTES if has_borders else 0)


def test_where_there_are_bytes_for_borders_they_are_drawn() -> None:
    """With few, countries outside the case are one land; those of the case stay what they are."""
    *_, many = _paths(600, 9000)
    *_, few = _paths(600, 1500)
    assert len(many) > 5 * len(few) > 0


def test_a_small_island_may_go() -> None:
    malta = tuple(_projection(280).to_px([(14.4, 35.9)])[0].tolist())
    assert not _is_land(malta, _paths(280, 3000))
