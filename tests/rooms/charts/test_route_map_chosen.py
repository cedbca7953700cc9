"""The movable map with something chosen, or as of a day."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from tests.rooms.charts.test_route_map import FictionalLand
from tests.route_builders import event_at, fictional_outlines, leg_row
from timeline.charts.deck.first_view import MOST_CLOSER_ZOOM, MOST_ZOOM, first_view, focused_view
from timeline.charts.deck.route_map import deck, map_plan
from timeline.i18n.catalog import catalog
from timeline.theme import LIGHT
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.marked import NOTHING, Marked
from timeline.viewmodel.route_focus import points_of_marked
from timeline.viewmodel.route_view import RouteMap

JOURNEY = [
    leg_row(1, "ashford", "birchton", departure="2020-01-10", arrival="2020-01-20"),
    leg_row(2, "birchton", "cedarby", departure="2020-06-01", arrival="2020-06-02"),
    leg_row(3, "cedarby", "lowland", status="requested", kind="extradition"),
]
EVENTS = [
    event_at("event-2", "cedarby", date="2020-06-02"),
    event_at("event-3", "upland", date="2021-03"),
    event_at("event-4", "shire", date="2019"),
]
VIEW: RouteMap = case_routes(JOURNEY, EVENTS, fictional_outlines())


def layers(**chosen: Any) -> dict[str, dict[str, Any]]:
    text = deck(
        VIEW, catalog(), LIGHT, land=FictionalLand(), width_px=700, height_px=460, **chosen
    ).to_json()
    (found,) = json.loads(text)["layers"]
    return {one["id"]: one for layer in found for one in layer.get("shown", [layer])}


def state(**chosen: Any) -> dict[str, float]:
    text = deck(
        VIEW, catalog(), LIGHT, land=FictionalLand(), width_px=700, height_px=460, **chosen
    ).to_json()
    found: dict[str, float] = json.loads(text)["initialViewState"]
    return found


def line_opacities(**chosen: Any) -> list[int]:
    return [(*row[2], 255)[3] for row in layers(**chosen)["lines"]["data"]]


def leg(number: int) -> Marked:
    return Marked(leg_ids=frozenset([f"nobody-invented-{number}"]))


def place(*place_ids: str) -> Marked:
    return Marked(place_ids=frozenset(place_ids))


def test_a_chosen_leg_stands_out_and_the_others_step_back() -> None:
    faint, also_faint, strong = line_opacities(marked=leg(2))
    assert strong == 255
    assert faint == also_faint < 128
    widths = [row[1] for row in layers(marked=leg(2))["lines"]["data"]]
    assert widths[-1] > layers()["lines"]["data"][0][1]


def test_the_ends_of_a_chosen_leg_are_part_of_it() -> None:
    names = {
        row[1]: (*row[2], 255)[3]
        for name, layer in layers(marked=leg(2)).items()
        if "names" in name
        for row in layer["data"]
    }
    assert names["Birchton"] == names["Cedarby"] == 255
    assert names["Ashford"] < 128


def test_a_chosen_dot_gets_a_ring() -> None:
    assert "chosen" not in layers()
    (ring,) = layers(marked=place("cedarby"))["chosen"]["data"]
    assert ring[0] == [17.0, 44.0]


@pytest.mark.parametrize(
    ("place_id", "address"),
    [("lowland", "/land/country/QM.json"), ("shire", "/land/region/QM-1.json")],
)
def test_a_chosen_country_or_region_gets_an_edge_and_no_ring(place_id: str, address: str) -> None:
    found = layers(marked=place(place_id))
    assert found[f"chosen-{place_id}"]["data"] == address
    assert "chosen" not in found


def test_what_is_not_on_this_map_changes_nothing() -> None:
    for elsewhere in (place("elsewhere"), leg(99), Marked(event_ids=frozenset(["event-2"]))):
        assert layers(marked=elsewhere) == layers()
        assert state(marked=elsewhere) == state()


def test_the_map_opens_around_what_is_chosen_and_no_closer_than_bearable() -> None:
    whole = first_view(VIEW, 700, 460)
    around = focused_view(VIEW, whole, place("cedarby"), ())
    assert whole.zoom < around.zoom <= whole.zoom + MOST_CLOSER_ZOOM
    x, y = around.to_px([(17.0, 44.0)])[0]
    assert 300 < x < 365
    assert 200 < y < 260


def test_a_region_and_a_country_are_shown_whole() -> None:
    whole = first_view(VIEW, 700, 460)
    for place_id, corners in (
        ("shire", [(1, 41), (2.5, 42)]),
        ("lowland", [(0, 41), (10, 49)]),
    ):
        pixels = focused_view(VIEW, whole, place(place_id), ()).to_px(corners)
        assert (pixels >= 0).all(), place_id
        assert (pixels <= (700, 460)).all(), place_id


def test_what_is_held_is_as_large_as_it_is_known() -> None:
    assert points_of_marked(VIEW, place("cedarby")) == ((17.0, 44.0),)
    assert points_of_marked(VIEW, place("shire")) == ((1, 41), (2.5, 42))
    assert points_of_marked(VIEW, place("elsewhere")) == ()
    (west, south), (east, north) = points_of_marked(VIEW, place("upland"))
    # A country is held as far as the map shows it.
    assert (west, south) == (10, max(40, VIEW.bounds[1]))
    assert (east, north) == (min(20, VIEW.bounds[2]), min(50, VIEW.bounds[3]))
    held = points_of_marked(VIEW, leg(1))
    assert {(2.0, 41.5), (8.0, 48.0)} <= set(held)


def test_both_ends_of_a_leg_are_in_sight() -> None:
    around = focused_view(VIEW, first_view(VIEW, 700, 460), leg(1), ())
    pixels = around.to_px([(2.0, 41.5), (8.0, 48.0)])
    assert (pixels >= 40).all()
    assert (pixels <= (660, 420)).all()


def test_places_are_opened_until_they_stand_apart_and_no_further_than_the_land_bears() -> None:
    near = case_routes(
        JOURNEY,
        [event_at("event-1", "mill"), event_at("event-2", "weir")],
        fictional_outlines(),
    )
    whole = first_view(near, 700, 460)
    opened = focused_view(near, whole, NOTHING, ["mill", "weir"])
    mill, weir = opened.to_px([(2.25, 41.75), (2.3, 41.4)])
    assert 48 < abs(mill - weir).max() < 60
    assert opened.zoom <= MOST_ZOOM
    assert focused_view(near, whole, NOTHING, ["elsewhere"]) == whole


DAYS = """
until      | lines           | because
2020-01-09 |                 | nobody had set out
2020-01-10 | pale            | set out perhaps, arrived perhaps
2020-01-20 | full            | arrived
2020-06-01 | full pale       | the second journey is under way
2020-06-02 | full full       | over
2021-03-15 | full full pale  | asked for some time in March, says its event
2021-03-31 | full full full  | asked for
"""


@pytest.mark.parametrize("row", DAYS.strip().splitlines()[1:])
def test_as_of_a_day_only_what_may_have_begun_is_drawn(row: str) -> None:
    until, wanted, because = (cell.strip() for cell in row.split("|"))
    found = layers(until=dt.date.fromisoformat(until)).get("lines", {"data": []})
    drawn = ["full" if (*one[2], 255)[3] == 255 else "pale" for one in found["data"]]
    # Pale ones are drawn first, so that full ones lie on them.
    assert sorted(drawn) == sorted(wanted.split()), because


def test_what_is_not_yet_can_neither_be_read_nor_hit() -> None:
    early = layers(until=dt.date(2020, 1, 15))
    assert [row["leg_id"] for row in early["legs"]["data"]] == ["nobody-invented-1"]
    assert {row["place_id"] for row in early["places"]["data"]} == {"ashford", "birchton"}
    names = [row[1] for name in early if "names" in name for row in early[name]["data"]]
    assert "Cedarby" not in names
    assert [row["text"] for row in early["badges"]["data"]] == ["1"]


def test_playing_does_not_move_names_about() -> None:
    late, all_of_it = layers(until=dt.date(2030, 1, 1)), layers()
    assert late == all_of_it


def test_a_plan_saves_work_and_changes_nothing() -> None:
    plan = map_plan(VIEW, catalog(), LIGHT, width_px=700, height_px=460)
    assert layers(plan=plan, marked=leg(1)) == layers(marked=leg(1))


def test_the_text_of_a_deck_has_no_blanks_to_carry() -> None:
    text = deck(VIEW, catalog(), LIGHT, land=FictionalLand(), width_px=700, height_px=460).to_json()
    assert "\n" not in text.replace("\\n", "")
    assert '": ' not in text
    assert len(text) < 16_000


def region_with_a_point(**chosen: Any) -> dict[str, dict[str, Any]]:
    """The layers of a journey to a region in which something else happened, at a point whose name has no room."""
    far = [leg_row(1, "cedarby", "shire", departure="2020-01-10", arrival="2020-01-20")]
    aside = event_at("aside", "ashford", place_name="Ashford" + "by" * 80)
    view = case_routes(far, [aside], fictional_outlines())
    made = deck(view, catalog(), LIGHT, land=FictionalLand(), width_px=420, height_px=300, **chosen)
    (found,) = json.loads(made.to_json())["layers"]
    return {one["id"]: one for one in found}


def test_a_dot_beside_the_name_of_a_region_waits_until_it_cannot_be_taken_for_it() -> None:
    found = region_with_a_point()
    (standing,) = found["dots"]["data"]
    late = found["late-0"]
    first = first_view(
        case_routes([leg_row(1, "cedarby", "shire")], [], fictional_outlines()), 420, 300
    )

    assert standing[0] == [17.0, 44.0], "the end of the leg"
    assert late["visibleMinZoom"] == pytest.approx(first.zoom + 1, abs=0.1)
    ((at, *_),) = next(one for one in late["shown"] if one["id"] == "late-0-dots")["data"]
    assert at == pytest.approx([2.0, 41.5], abs=0.01)
    assert any(row["place_id"] == "ashford" for row in found["places"]["data"]), "to be pointed at"


def test_a_dot_that_is_chosen_waits_for_nothing() -> None:
    found = region_with_a_point(marked=place("ashford"))

    assert len(found["dots"]["data"]) == 2
    assert "late-0" not in found
