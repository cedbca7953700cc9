"""The still route map: self-contained, in the grammar, with names that never collide."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree

import pytest

from tests.route_builders import event_at, fictional_outlines, leg_row
from timeline.charts.mapping.leg_style import LineKind, leg_style
from timeline.charts.mapping.map_layout import lay_out
from timeline.charts.mapping.map_projection import conic
from timeline.charts.mapping.map_scene import MapLayout, Scene
from timeline.charts.picture.route_picture import (
    description_words,
    fitting_height_px,
    picture,
    room_for_names,
)
from timeline.i18n.catalog import catalog
from timeline.store.rows import EventRow, LegRow
from timeline.theme import DARK, LIGHT, SMALLEST_PX, Palette
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.route_view import RouteMap

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (350, 720)

JOURNEY = [
    leg_row(1, "ashford", "birchton"),
    leg_row(2, "birchton", "cedarby", evidence="inferred"),
    leg_row(3, "cedarby", "ashford", status="requested", kind="extradition"),
    leg_row(4, "cedarby", "nowhere", status="offered", kind="relocation"),
    leg_row(5, "cedarby", "lowland", kind="deportation"),
]


def view_of(legs: list[LegRow], events: list[EventRow] | None = None) -> RouteMap:
    return case_routes(legs, events or [], fictional_outlines())


def drawn(view: RouteMap, width: float = 720, palette: Palette = LIGHT) -> str:
    return picture(
        view,
        catalog(),
        palette,
        width_px=width,
        height_px=fitting_height_px(view, width),
        shapes=fictional_outlines(),
    )


def layout_of(view: RouteMap, width: float) -> MapLayout:
    height = fitting_height_px(view, width)
    projection = conic(view.frame_points, view.bounds, width, height, room_for_names(width))
    return lay_out(Scene(view, catalog(), LIGHT, projection))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_it_is_one_document_that_fetches_and_runs_nothing(width: float, palette: Palette) -> None:
    svg = drawn(view_of(JOURNEY), width, palette)
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
    assert tags <= {
        "svg", "title", "desc", "g", "path", "rect", "circle", "text", "defs",
        "linearGradient", "stop",
    }  # fmt: skip
    assert "href" not in svg
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_it_is_the_same_on_every_run() -> None:
    assert drawn(view_of(JOURNEY)) == drawn(view_of(JOURNEY))


def test_pictures_on_one_page_share_no_id() -> None:
    every = [
        drawn(view_of(JOURNEY), width, palette) for width in WIDTHS for palette in (LIGHT, DARK)
    ]
    ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in every]
    assert all(one.isdisjoint(other) for one, other in itertools.combinations(ids, 2))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_is_smaller_than_the_smallest_size(width: float) -> None:
    sizes = [
        float(size) for size in re.findall(r'font-size="([\d.]+)"', drawn(view_of(JOURNEY), width))
    ]
    assert min(sizes) >= SMALLEST_PX


@pytest.mark.parametrize("width", WIDTHS)
def test_no_name_covers_another_or_is_cut(width: float) -> None:
    events = [event_at(f"event-{place}", place) for place in ("ashford", "shire", "cedarby")]
    view = view_of(JOURNEY, events)
    boxes = [box for name in layout_of(view, width).names for box in name.label.line_boxes(0)]
    assert len(boxes) > 3
    for one, other in itertools.combinations(boxes, 2):
        apart = (
            one.right <= other.left
            or other.right <= one.left
            or one.bottom <= other.top
            or other.bottom <= one.top
        )
        assert apart
    assert all(box.left >= 0 and box.right <= width and box.top >= 0 for box in boxes)


def test_numbers_stand_apart_from_each_other_and_from_dots() -> None:
    layout = layout_of(view_of(JOURNEY), 720)
    badges = [leg.badge for leg in layout.legs if leg.badge is not None]
    assert len(badges) == len(JOURNEY)
    for one, other in itertools.combinations(badges, 2):
        assert abs(one[0] - other[0]) + abs(one[1] - other[1]) > 15
    for badge, dot in itertools.product(badges, layout.dots):
        assert abs(badge[0] - dot.x) + abs(badge[1] - dot.y) > 8


def test_an_arrow_stops_short_of_its_dot() -> None:
    layout = layout_of(view_of([leg_row(1, "ashford", "cedarby")]), 720)
    (leg,) = layout.legs
    target = next(dot for dot in layout.dots if dot.mark.place_id == "cedarby")
    assert leg.arrow is not None
    gap = ((leg.arrow.x - target.x) ** 2 + (leg.arrow.y - target.y) ** 2) ** 0.5
    assert 6 < gap < 12


GRAMMAR = """
status     | evidence       | kind            | line        | arrow | ticks | hollow | because
travelled  | documented     | own_flight      | documented  | yes   | no    | no     | a journey
travelled  | inferred       | own_flight      | way_unknown | yes   | no    | no     | way not known
travelled  | unknown        | relocation      | way_unknown | yes   | no    | no     | way not known
travelled  | claimed_by_one | own_flight      | claimed     | yes   | no    | yes    | one person's word
travelled  | documented     | forced_transfer | documented  | yes   | yes   | no     | taken
travelled  | documented     | deportation     | documented  | yes   | yes   | no     | taken
requested  | documented     | extradition     | requested   | yes   | no    | yes    | not carried out
threatened | documented     | deportation     | requested   | yes   | no    | yes    | not carried out
offered    | documented     | relocation      | offered     | yes   | no    | yes    | not taken up
blocked    | documented     | own_flight      | blocked     | no    | no    | yes    | ends at a bar
"""


@pytest.mark.parametrize("row", GRAMMAR.strip().splitlines()[1:])
def test_the_grammar_of_lines(row: str) -> None:
    status, evidence, kind, line, arrow, ticks, hollow, because = (
        cell.strip() for cell in row.split("|")
    )
    (leg,) = view_of(
        [leg_row(1, "ashford", "cedarby", status=status, evidence=evidence, kind=kind)]
    ).legs
    style = leg_style(leg, LIGHT)
    assert style.line_kind == line, because
    assert style.has_arrow is (arrow == "yes"), because
    assert style.has_ticks is (ticks == "yes"), because
    assert style.has_hollow_number is (hollow == "yes"), because
    assert style.has_bar is (line == LineKind.BLOCKED), because


def test_requested_is_red_dots_and_offered_is_green_dashes() -> None:
    svg = drawn(view_of(JOURNEY))
    for colour, pattern in ((LIGHT.requested, r"\.1 6\.2"), (LIGHT.offered, r"7\.5 4\.5")):
        assert re.search(rf'stroke="({colour}|url[^"]+)"[^>]*stroke-dasharray="{pattern}"', svg)


def test_a_country_gets_no_dot() -> None:
    svg = drawn(view_of([leg_row(1, "lowland", "upland")]))
    assert "data-place" not in svg


def test_an_undisclosed_end_dissolves_and_points_nowhere() -> None:
    layout = layout_of(view_of([leg_row(1, "ashford", "nowhere")]), 720)
    assert layout.legs[0].arrow is None
    assert "linearGradient" in drawn(view_of([leg_row(1, "ashford", "nowhere")]))


def test_names_are_escaped() -> None:
    row = event_at("event-1", "ashford", place_name="A<b>&'\"")
    svg = drawn(view_of([leg_row(1, "birchton", "cedarby", person="<x> & y")], [row]))
    assert "<b>" not in svg
    assert "<x>" not in svg
    ElementTree.fromstring(svg)


def test_it_is_read_aloud_leg_by_leg() -> None:
    words = description_words(view_of(JOURNEY), catalog())
    assert "1. Ashford to Birchton" in words
    assert "3. Cedarby to Ashford" in words
    assert "not carried out" in words


def test_places_too_close_to_tell_apart_get_an_inset() -> None:
    legs = [
        leg_row(1, "cedarby", "ashford"),
        leg_row(2, "ashford", "mill"),
        leg_row(3, "mill", "weir"),
        leg_row(4, "weir", "birchton"),
    ]
    svg = drawn(view_of(legs))
    assert svg.count("<svg") == 2


def test_without_any_place_it_still_is_a_map() -> None:
    assert catalog()("map.empty") in drawn(view_of([]))
