"""Names of the movable map stand clear of each other at every zoom, and more of them closer by."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from tests.route_builders import PLACES, event_at, fictional_outlines, leg_row
from timeline.charts.deck.first_view import MOST_ZOOM
from timeline.charts.deck.map_plan import MapPlan, map_plan
from timeline.charts.mapping.held_texts import HeldName, HeldNumber, boxes_at
from timeline.charts.mapping.map_labels import Box, PlacedLabel, TextStyle
from timeline.charts.mapping.map_levels import FARTHER_OUT_ZOOM
from timeline.charts.mapping.map_projection import enlarged
from timeline.charts.mapping.map_scene import DrawnName, Scene
from timeline.charts.mapping.map_standing import Levels, Standing, end_before_collision
from timeline.i18n.catalog import catalog
from timeline.theme import LIGHT
from timeline.viewmodel.case_routes import case_routes

SPOTS = {
    "Oakham": (2.05, 41.53),
    "Elmham": (2.02, 41.46),
    "Ashby": (2.4, 41.62),
    "Yewton": (1.7, 41.3),
}
"""Made-up places around Ashford, too near to it to be told apart from afar."""
JOURNEY = [
    leg_row(1, "ashford", "birchton"),
    leg_row(2, "birchton", "cedarby", evidence="inferred"),
    leg_row(3, "cedarby", "ashford", status="requested", kind="extradition"),
    leg_row(4, "cedarby", "nowhere", status="offered", kind="relocation"),
    leg_row(5, "cedarby", "lowland", kind="deportation"),
    leg_row(6, "ashford", "farland", status="blocked"),
]


def plan(*, width_px: float = 700, height_px: float = 460) -> MapPlan:
    crowd = [
        event_at(
            f"at-{name}",
            "ashford",
            place_id=name.lower(),
            place_name=name,
            lon_deg=lon,
            lat_deg=lat,
        )
        for name, (lon, lat) in SPOTS.items()
    ]
    events = [event_at(f"event-{place}", place) for place in PLACES]
    view = case_routes(JOURNEY, [*events, *crowd], fictional_outlines())
    return map_plan(view, catalog(), LIGHT, width_px=width_px, height_px=height_px)


def texts_at(found: MapPlan, zoom: float) -> list[HeldName | HeldNumber]:
    first = found.projection.zoom
    held = [
        one.held
        for one in found.levels.texts
        if (one.from_zoom is None or one.from_zoom <= zoom)
        and (one.until_zoom is None or zoom < one.until_zoom)
    ]
    rings = [
        one.name
        for one in found.levels.clusters
        if one.name is not None
        and (one.from_zoom == first or one.from_zoom <= zoom)
        and (one.until_zoom is None or zoom < one.until_zoom)
    ]
    return [*held, *rings]


def name_of(held: HeldName | HeldNumber) -> str:
    return (
        " ".join(held.name.label.lines) if isinstance(held, HeldName) else str(held.leg.leg.number)
    )


def overlap_px(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down)


@pytest.mark.parametrize("width_px", [440, 700])
def test_no_text_covers_another_at_any_zoom(width_px: float) -> None:
    found = plan(width_px=width_px)
    first = found.projection.zoom
    for zoom in np.arange(first - FARTHER_OUT_ZOOM + 0.001, MOST_ZOOM, 0.125).tolist():
        texts = texts_at(found, zoom)
        boxes = boxes_at(texts, enlarged(found.projection, 2 ** (zoom - first)))
        for (one, ones), (other, others) in combinations(zip(texts, boxes, strict=True), 2):
            worst = max(overlap_px(a, b) for a in ones for b in others)
            # Each box has a margin of a pixel.
            assert worst <= 2.5, (zoom - first, name_of(one), name_of(other))


def test_coming_closer_no_place_loses_its_name() -> None:
    found = plan()
    before: set[str] = set()
    for zoom in np.arange(found.projection.zoom, MOST_ZOOM, 0.25).tolist():
        named = {
            mark.place_id
            for held in texts_at(found, zoom)
            if isinstance(held, HeldName) and held.name.mark is not None
            for mark in (held.name.gathering.marks if held.name.gathering else (held.name.mark,))
        }
        assert before <= named, zoom
        before = named


def test_places_too_near_to_each_other_share_a_ring_until_they_come_apart() -> None:
    found = plan()
    first = [one for one in found.levels.clusters if one.from_zoom == found.projection.zoom]
    together = {mark.name for one in first for mark in one.gathering.marks}
    assert {"Ashford", "Oakham", "Elmham"} <= together
    (name,) = (name_of(one.name) for one in first if one.name and "Ashford" in name_of(one.name))
    assert name.startswith("Ashford +")
    closest = {name_of(one) for one in texts_at(found, MOST_ZOOM)}
    assert {"Ashby", "Yewton", "Birchton"} <= closest
    for ring in found.levels.clusters:
        assert ring.until_zoom is None or ring.until_zoom > ring.from_zoom


def test_a_ring_holds_its_places_and_says_how_many() -> None:
    for ring in plan().levels.clusters:
        marks = ring.gathering.marks
        assert len(marks) > 1
        assert ring.gathering.ring_px > ring.gathering.reach_px


def test_two_places_that_both_find_a_name_need_no_ring() -> None:
    view = case_routes(
        [leg_row(1, "birchton", "cedarby")],
        [event_at("event-1", "birchton", place_id="near", place_name="Near", lon_deg=8.45)],
        fictional_outlines(),
    )
    found = map_plan(view, catalog(), LIGHT, width_px=700, height_px=460)
    points = {one.mark.name: one.x for one in found.levels.dots}
    assert 8 < points["Near"] - points["Birchton"] < 24
    assert not found.levels.clusters


def test_the_same_view_is_laid_out_the_same() -> None:
    assert [name_of(one.held) for one in plan().levels.texts] == [
        name_of(one.held) for one in plan().levels.texts
    ]


def hanging(key: str, lon_deg: float, from_px: float, to_px: float) -> Standing:
    """Words in the air, beside a point on the 45th parallel."""
    label = PlacedLabel(key, (key,), TextStyle(11.0), "start", 0.0, (0.0,), Box(0, 0, 1, 1))
    box = Box(from_px, -6, to_px, 6)
    return Standing(HeldName(DrawnName(label), (lon_deg, 45.0), (0.0, 0.0), (box,)), None)


def test_of_two_texts_that_coming_closer_would_bring_together_the_lesser_ends_in_time() -> None:
    view = case_routes(JOURNEY, [], fictional_outlines())
    first = map_plan(view, catalog(), LIGHT, width_px=700, height_px=460).projection
    degrees_a_pixel = 360 / (512 * 2**first.zoom)
    # Their points are 30 pixels apart and the texts hang past each other.
    eastwards = hanging("stays", 5.0, 20, 60)
    westwards = hanging("ends", 5.0 + 30 * degrees_a_pixel, -60, -20)
    far = hanging("far", 9.0, 0, 40)
    levels = Levels((), [], texts=[eastwards, westwards, far])
    scene = Scene(view, catalog(), LIGHT, first)
    end_before_collision(scene, levels, first.zoom)
    assert eastwards.until_zoom is None
    assert far.until_zoom is None
    # They meet when the points are 40 pixels apart: 0.415 zooms closer.
    assert westwards.until_zoom is not None
    assert first.zoom + 0.2 < westwards.until_zoom < first.zoom + 0.42


@pytest.mark.parametrize("people", [1, 13])
def test_a_gap_is_bracketed_at_both_ends_unless_the_picture_is_about_the_whole(people: int) -> None:
    legs = [
        leg
        for number in range(people)
        for leg in (
            leg_row(1, "ashford", "birchton", person=f"Nobody {number}", arrival="2020-01-10"),
            leg_row(2, "cedarby", "upland", person=f"Nobody {number}", departure="2020-09-10"),
        )
    ]
    view = case_routes(legs, [], fictional_outlines())
    found = map_plan(view, catalog(), LIGHT, width_px=700, height_px=460)
    brackets = {
        name_of(one.held)
        for one in found.levels.texts
        if isinstance(one.held, HeldName) and one.held.name.gap_end is not None
    }
    said = {"[last seen 10 Jan 2020]", "[next seen 10 Sep 2020, 8 months later]"}
    assert len(view.gaps) == people
    assert brackets == (said if people == 1 else set())
