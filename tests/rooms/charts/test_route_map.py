"""The movable route map: nothing foreign is asked for, nothing is sent that is not shown."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.route_builders import event_at, fictional_outlines, leg_row
from timeline.charts.deck.route_map import (
    LEAST_ZOOM,
    MOST_ZOOM,
    deck,
    first_view,
    fitting_height_px,
)
from timeline.charts.mapping.map_layout import lay_out
from timeline.charts.mapping.map_scene import Scene
from timeline.i18n.catalog import catalog
from timeline.store.rows import EventRow, LegRow
from timeline.theme import DARK, LIGHT, Palette
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.route_view import RouteMap

JOURNEY = [
    leg_row(1, "ashford", "birchton"),
    leg_row(2, "birchton", "cedarby", evidence="inferred"),
    leg_row(3, "cedarby", "ashford", status="requested", kind="extradition"),
    leg_row(4, "cedarby", "nowhere", status="offered", kind="relocation"),
    leg_row(5, "cedarby", "lowland", kind="deportation"),
    leg_row(6, "ashford", "farland", status="blocked"),
]


class FictionalLand:
    """Addresses without a server behind them; Upland is not drawn."""

    def layer(self, name: str) -> str | None:
        return f"/land/{name}.json"

    def country(self, iso2: str) -> str | None:
        return None if iso2 == "QN" else f"/land/country/{iso2}.json"

    def region(self, code: str) -> str | None:
        return f"/land/region/{code}.json"


def view_of(legs: list[LegRow], events: list[EventRow] | None = None) -> RouteMap:
    return case_routes(legs, events or [], fictional_outlines())


def text_of(view: RouteMap, palette: Palette = LIGHT, **chosen: Any) -> str:
    text: str = deck(
        view, catalog(), palette, land=FictionalLand(), width_px=700, height_px=460, **chosen
    ).to_json()
    return text


def layers_of(view: RouteMap, **chosen: Any) -> dict[str, dict[str, Any]]:
    """The layers by name, those shown at some zooms only among the others."""
    found: dict[str, dict[str, Any]] = {}
    (layers,) = json.loads(text_of(view, **chosen))["layers"]
    for layer in layers:
        for one in layer.get("shown", [layer]):
            assert one["id"] not in found
            found[one["id"]] = one
    return found


def test_it_asks_no_map_host_for_anything() -> None:
    spec = json.loads(text_of(view_of(JOURNEY)))
    assert "mapProvider" not in spec
    # This word Streamlit takes out; without it, it would put in a style of a map host.
    assert spec["mapStyle"] == "__MAP_STYLE__"
    assert "http" not in text_of(view_of(JOURNEY))
    assert "token" not in text_of(view_of(JOURNEY)).lower()


def test_the_land_comes_by_address_and_not_in_the_message() -> None:
    spec = json.loads(text_of(view_of(JOURNEY)))
    assert len(json.dumps(spec)) < 25_000
    layers = layers_of(view_of(JOURNEY))
    assert layers["land"]["data"] == "/land/countries.json"
    assert layers["region-RU-CE"]["data"] == "/land/region/RU-CE.json"
    assert layers["disputed"]["data"] == "/land/disputed.json"


def test_land_that_is_not_drawn_is_left_out() -> None:
    layers = layers_of(view_of(JOURNEY))
    assert "land-QM" in layers
    assert "land-QN" not in layers


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_it_is_the_same_on_every_run(palette: Palette) -> None:
    assert text_of(view_of(JOURNEY), palette) == text_of(view_of(JOURNEY), palette)


def test_every_layer_has_a_name_of_its_own() -> None:
    assert not any(re.fullmatch(r"[0-9a-f-]{36}", name) for name in layers_of(view_of(JOURNEY)))


SENT = {
    "legs": {"leg_id", "event_id", "tip", "path"},
    "places": {"place_id", "tip", "at"},
    "badges": {"leg_id", "event_id", "tip", "at", "offset", "text", "colours"},
}


@pytest.mark.parametrize("layer", SENT)
def test_what_can_be_chosen_says_by_name_what_it_is(layer: str) -> None:
    rows = layers_of(view_of(JOURNEY, [event_at("event-1", "ashford")]))[layer]["data"]
    assert rows
    assert all(set(row) == SENT[layer] for row in rows)


def test_what_is_only_drawn_has_no_names_to_send() -> None:
    for name in ("lines", "casings", "dots", "halos", "heads", "names-bold"):
        assert all(isinstance(row, list) for row in layers_of(view_of(JOURNEY))[name]["data"])


def test_only_legs_and_places_can_be_pointed_at() -> None:
    layers = layers_of(view_of(JOURNEY, [event_at("event-1", "mill"), event_at("e-2", "weir")]))
    pickable = {name.strip("-0123456789") for name in layers if layers[name].get("pickable")}
    assert pickable == {"legs", "places", "badges", "rings-meters"}


def test_a_country_or_region_gets_no_dot() -> None:
    view = view_of([leg_row(1, "lowland", "upland"), leg_row(2, "shire", "upland")])
    assert not {"places", "dots"} & set(layers_of(view))


def test_a_line_reaches_its_dots_at_every_zoom() -> None:
    layers = layers_of(view_of([leg_row(1, "ashford", "cedarby")]))
    for name, path in (
        ("lines", layers["lines"]["data"][0][0]),
        ("casings", layers["casings"]["data"][0][0]),
        ("legs", layers["legs"]["data"][0]["path"]),
    ):
        assert path[:2] == [2.0, 41.5], name
        assert path[-2:] == [17.0, 44.0], name


def test_heads_are_held_to_their_dots_by_pixels() -> None:
    (row,) = layers_of(view_of([leg_row(1, "ashford", "cedarby")]))["heads"]["data"]
    at, _, _, offset = row
    assert at == [17.0, 44.0]
    assert 10 < (offset[0] ** 2 + offset[1] ** 2) ** 0.5 < 16


def test_a_stub_towards_nowhere_runs_out_and_has_no_head() -> None:
    layers = layers_of(view_of([leg_row(1, "ashford", "nowhere", status="requested")]))
    opacities = [(*colour, 255)[3] for _, colour in layers["stub-dots"]["data"]]
    assert opacities == sorted(opacities, reverse=True)
    assert opacities[-1] < 60
    assert "heads" not in layers


def test_numbers_are_held_to_their_lines_by_pixels() -> None:
    rows = layers_of(view_of(JOURNEY))["badges"]["data"]
    assert all(abs(value) < 30 for row in rows for value in row["offset"])


def layers_at(view: RouteMap, zoom: float, **chosen: Any) -> dict[str, dict[str, Any]]:
    """The layers by name that are drawn at one zoom."""
    (layers,) = json.loads(text_of(view, **chosen))["layers"]
    return {
        one["id"]: one
        for layer in layers
        if layer.get("visibleMinZoom", 0) <= zoom <= layer.get("visibleMaxZoom", 99)
        for one in layer.get("shown", [layer])
    }


def names_at(view: RouteMap, zoom: float, **chosen: Any) -> list[str]:
    return [
        row[1].replace("\N{HAIR SPACE}", "").replace("\n", " ")
        for name, layer in layers_at(view, zoom, **chosen).items()
        if "names" in name
        for row in layer["data"]
    ]


@pytest.mark.parametrize("closer", [0, 0.5, 1, 1.5, 2.2, 3])
def test_a_place_is_named_once_at_every_zoom(closer: float) -> None:
    view = view_of(JOURNEY, [event_at("event-1", "mill")])
    zoom = first_view(view, 700, 460).zoom + closer
    places = [text for text in names_at(view, zoom) if not text.isupper()]
    assert len(places) == len(set(places))
    assert any(text.startswith("Ashford") for text in places)


def test_letters_are_told_how_to_be_set() -> None:
    for layer in layers_of(view_of(JOURNEY)).values():
        if layer["@@type"] == "TextLayer":
            assert layer["characterSet"] == "auto"
            assert not layer["fontFamily"].startswith("@@")


def test_coordinates_are_no_finer_than_the_places() -> None:
    numbers = re.findall(r"-?\d+\.\d+", text_of(view_of(JOURNEY)))
    assert max(len(number.split(".")[1]) for number in numbers) <= 4


def test_the_first_view_holds_everything_and_stays_within_reach() -> None:
    view = view_of(JOURNEY)
    projection = first_view(view, 700, 460)
    pixels = projection.to_px(view.frame_points)
    assert (pixels >= 0).all()
    assert (pixels[:, 0] <= 700).all()
    assert (pixels[:, 1] <= 460).all()
    state = json.loads(text_of(view))["initialViewState"]
    assert LEAST_ZOOM <= state["zoom"] <= MOST_ZOOM
    assert state["zoom"] == pytest.approx(projection.zoom, abs=0.001)


def test_a_single_town_is_not_shown_street_by_street() -> None:
    view = view_of([], [event_at("event-1", "ashford")])
    assert json.loads(text_of(view))["initialViewState"]["zoom"] < 8


def test_the_wheel_belongs_to_the_page() -> None:
    (only,) = json.loads(text_of(view_of(JOURNEY)))["views"]
    assert only["@@type"] == "MapView"
    assert only["controller"]["scrollZoom"] is False
    assert only["controller"]["touchZoom"] is True


def test_it_says_what_the_still_picture_says() -> None:
    view = view_of(JOURNEY)
    layout = lay_out(Scene(view, catalog(), LIGHT, first_view(view, 700, 460)))
    layers = layers_of(view)
    numbers = {
        row["text"] for name, layer in layers.items() if "badges" in name for row in layer["data"]
    }
    assert numbers >= {str(leg.leg.number) for leg in layout.legs if leg.badge is not None}


def test_its_height_fits_its_places() -> None:
    flat = view_of([leg_row(1, "ashford", "cedarby")])
    assert 340 <= fitting_height_px(flat, 700) <= 540


def test_tips_say_whose_leg_it_is_when_there_are_several_people() -> None:
    legs = [*JOURNEY, leg_row(1, "ashford", "birchton", person="Someone Else")]
    tips = [row["tip"] for row in layers_of(view_of(legs))["legs"]["data"]]
    assert any("Someone Else" in tip for tip in tips)
    assert not any("Nobody" in row["tip"] for row in layers_of(view_of(JOURNEY))["legs"]["data"])
