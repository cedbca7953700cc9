"""A map and its inset: together they show at least what the map alone would show."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from tests.route_builders import leg_row
from timeline.charts.label_lines import WIDER_BOLD_FACE
from timeline.charts.mapping.leg_trace import trace_of
from timeline.charts.mapping.map_layout import lay_out_still
from timeline.charts.mapping.map_pair import MapPair, lay_out_pair
from timeline.charts.mapping.map_projection import conic
from timeline.charts.mapping.map_scene import MapLayout, Scene
from timeline.charts.picture.route_picture import fitting_height_px, room_for_names
from timeline.i18n.catalog import catalog
from timeline.publishing.land import outlines
from timeline.store.rows import LegRow
from timeline.theme import LIGHT
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.route_view import RouteMap

TOWNS: dict[str, tuple[str, float, float]] = {
    "grozny": ("RU", 45.689, 43.312),
    "istanbul": ("TR", 28.9497, 41.0138),
    "mexico-city": ("MX", -99.1277, 19.4285),
    "los-angeles": ("US", -118.2437, 34.0522),
    "ottawa": ("CA", -75.6981, 45.4112),
    "vladivostok": ("RU", 131.8869, 43.1155),
    "anchorage": ("US", -149.9003, 61.2181),
    "suva": ("FJ", 178.4419, -18.1416),
    "apia": ("WS", -171.7666, -13.8333),
    "tbilisi": ("GE", 44.8341, 41.6914),
    "yerevan": ("AM", 44.5126, 40.1776),
}
SHAPES = ((600, None), (704, None), (584, None), (480, 480), (290, 315), (280, None))
"""Widths and heights of the pictures of a case; the height that fits where there is none."""


def _far_leg(number: int, start: str, end: str, *, status: str = "travelled") -> LegRow:
    """A leg between two towns of the real earth, or to New Zealand."""
    row = leg_row(number, "ashford", "lowland" if end == "new-zealand" else "ashford")
    values: dict[str, object] = {"leg_status": status}
    for side, town in (("from", start), ("to", end)):
        country, lon, lat = TOWNS.get(town, ("NZ", None, None))
        values |= {
            f"{side}_place_id": town,
            f"{side}_name": town.replace("-", " ").title(),
            f"{side}_country_code": country,
            f"{side}_region_code": "RU-CE" if town == "grozny" else None,
            f"{side}_lon_deg": lon,
            f"{side}_lat_deg": lat,
        }
    return replace(row, **values)  # type: ignore[arg-type]


@cache
def _around_the_earth() -> RouteMap:
    ways = [
        ("grozny", "istanbul"), ("istanbul", "mexico-city"), ("mexico-city", "los-angeles"),
        ("los-angeles", "ottawa"), ("vladivostok", "anchorage"), ("anchorage", "vladivostok"),
        ("anchorage", "suva"), ("suva", "apia"), ("apia", "suva"),
        *[("tbilisi", "yerevan"), ("yerevan", "tbilisi")] * 4,
    ]  # fmt: skip
    legs = [_far_leg(number, *way) for number, way in enumerate(ways, start=1)]
    legs.append(_far_leg(len(legs) + 1, "ottawa", "new-zealand", status="offered"))
    legs[13] = replace(legs[13], leg_status="blocked")
    return case_routes(legs, [], outlines())


def _scene(width: float, height: float | None, view: RouteMap | None = None) -> Scene:
    view = view or _around_the_earth()
    height = height or fitting_height_px(view, width)
    projection = conic(view.frame_points, view.bounds, width, height, room_for_names(width))
    return Scene(view, catalog(), LIGHT, projection, stretch=WIDER_BOLD_FACE)


@cache
def _pair(width: float, height: float | None) -> MapPair:
    return lay_out_pair(_scene(width, height), outlines())


@cache
def _alone(width: float, height: float | None) -> MapLayout:
    return lay_out_still(_scene(width, height))


def _drawn(layout: MapLayout | None) -> set[str]:
    return {leg.leg.leg_id for leg in layout.legs if len(leg.line)} if layout else set()


@pytest.mark.parametrize("shape", SHAPES)
def test_every_end_of_a_leg_keeps_its_name_on_one_of_the_two(
    shape: tuple[float, float | None],
) -> None:
    alone, pair = _alone(*shape), _pair(*shape)
    ends = {dot.mark.place_id for dot in alone.dots if dot.mark.is_leg_end}
    named = set(pair.layout.named_places) | set(pair.closer.named_places if pair.closer else ())
    assert alone.named_places & ends <= named


@pytest.mark.parametrize("shape", SHAPES)
def test_every_leg_keeps_its_line_in_one_of_the_two(shape: tuple[float, float | None]) -> None:
    pair = _pair(*shape)
    assert _drawn(_alone(*shape)) <= _drawn(pair.layout) | _drawn(pair.closer)


@pytest.mark.parametrize("shape", SHAPES[:4])
def test_legs_between_two_close_towns_are_seen_in_the_inset(
    shape: tuple[float, float | None],
) -> None:
    """Even where the inset that shows everything around them would be too wide for that."""
    pair = _pair(*shape)
    to_and_fro = {
        leg.leg_id
        for leg in _around_the_earth().legs
        if {leg.start.place_id, leg.end.place_id} == {"tbilisi", "yerevan"}
    }
    assert len(to_and_fro) == 8
    assert to_and_fro.isdisjoint(_drawn(_alone(*shape)))
    assert to_and_fro <= _drawn(pair.closer)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_dot_no_head_and_no_named_land_lies_under_the_inset(
    shape: tuple[float, float | None],
) -> None:
    pair, projection = _pair(*shape), _scene(*shape).projection
    if pair.inset is None:
        return
    box = pair.inset.box
    points = [(dot.x, dot.y) for dot in pair.layout.dots]
    points += [(leg.arrow.x, leg.arrow.y) for leg in pair.layout.legs if leg.arrow]
    points += [(leg.bar.x, leg.bar.y) for leg in pair.layout.legs if leg.bar]
    points += [
        tuple(projection.to_px([name.spot])[0].tolist())
        for name in pair.layout.names
        if name.spot is not None and name.land is not None and name.land.is_of_case
    ]
    hidden = [(x, y) for x, y in points if box.left < x < box.right and box.top < y < box.bottom]
    assert hidden == []


@pytest.mark.parametrize("shape", SHAPES[:4])
def test_a_line_that_leaves_the_inset_runs_to_its_edge_and_points_at_nothing(
    shape: tuple[float, float | None],
) -> None:
    inset = _pair(*shape).inset
    closer = _pair(*shape).closer
    assert inset is not None
    assert closer is not None
    width, height = inset.projection.width_px, inset.projection.height_px
    going_on = [
        leg
        for leg in closer.legs
        if len(leg.line) and not _is_inside(inset.projection.to_px([leg.leg.path[-1]])[0], inset)
    ]
    assert going_on
    for leg in going_on:
        assert leg.arrow is None
        assert leg.bar is None
        x, y = leg.line[-1]
        assert min(x, y, width - x, height - y) <= 0.0


def _is_inside(point: np.ndarray, inset: object) -> bool:  # type: ignore[type-arg]
    projection = inset.projection  # type: ignore[attr-defined]
    x, y = point
    return bool(0 <= x <= projection.width_px and 0 <= y <= projection.height_px)


def test_a_line_that_leaves_the_map_itself_still_points_out_of_it() -> None:
    view = _around_the_earth()
    leg = next(leg for leg in view.legs if leg.end.place_id == "mexico-city")
    projection = conic([leg.path[0]], (20, 35, 50, 48), 600, 480, room_for_names(600))
    scene = Scene(view, catalog(), LIGHT, projection)
    assert trace_of(leg, scene).arrow is not None
    assert trace_of(leg, replace(scene, is_inset=True)).arrow is None


def test_a_stopped_journey_is_not_stopped_at_the_edge_of_an_inset() -> None:
    view = _around_the_earth()
    leg = next(leg for leg in view.legs if leg.end.place_id == "mexico-city")
    projection = conic([leg.path[0]], (20, 35, 50, 48), 600, 480, room_for_names(600))
    scene = Scene(view, catalog(), LIGHT, projection, is_inset=True)
    stopped = trace_of(replace(leg, status="blocked"), scene)
    assert len(stopped.line)
    assert stopped.bar is None
