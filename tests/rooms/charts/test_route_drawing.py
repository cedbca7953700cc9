"""The route map for taking away: named layers, colours that follow a page, few bytes."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree

import pytest

from tests.rooms.charts.test_route_picture import JOURNEY, view_of
from tests.route_builders import event_at, fictional_outlines, leg_row
from timeline.charts.label_lines import WIDER_BOLD_FACE
from timeline.charts.mapping.map_layout import lay_out, lay_out_still
from timeline.charts.mapping.map_projection import conic
from timeline.charts.mapping.map_scene import Scene
from timeline.charts.picture.drawing import Drawing, inline_svg, svg_document
from timeline.charts.picture.route_picture import (
    fitting_height_px,
    room_for_names,
    route_drawing,
)
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of as view_by_id
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.store.rows import LegRow
from timeline.theme import AUTO, LIGHT, SMALLEST_PX, Palette

WIDTHS = (280, 600, 1080)
LAYERS = [
    "sea", "land", "regions", "water", "borders-disputed", "inset-frame",
    "routes", "places", "arrows", "names", "numbers", "inset",
]  # fmt: skip
CLOSE = [
    leg_row(1, "cedarby", "ashford"),
    leg_row(2, "ashford", "mill"),
    leg_row(3, "mill", "weir"),
    leg_row(4, "weir", "birchton"),
]


def drawn(
    width: float = 600,
    legs: list[LegRow] = JOURNEY,
    palette: Palette = LIGHT,
    prefix: str = "a",
    *,
    is_thrifty: bool = False,
) -> Drawing:
    return route_drawing(
        view_of(legs),
        catalog(),
        palette,
        width_px=width,
        shapes=fictional_outlines(),
        prefix=prefix,
        is_thrifty=is_thrifty,
    )


def texts(drawing: Drawing) -> list[str]:
    root = ElementTree.fromstring(inline_svg(drawing))
    return sorted("".join(one.itertext()) for one in root.iter("text"))


@pytest.mark.parametrize("is_thrifty", [False, True])
def test_layers_are_named_and_in_order(is_thrifty: bool) -> None:
    names = [layer.name for layer in drawn(legs=CLOSE, is_thrifty=is_thrifty).layers]
    assert {"sea", "land", "regions", "routes", "places", "names", "numbers", "inset"} <= set(names)
    assert names == [name for name in LAYERS if name in names]


@pytest.mark.parametrize("is_thrifty", [False, True])
def test_every_id_begins_with_the_prefix_and_every_reference_has_its_id(is_thrifty: bool) -> None:
    legs = [*CLOSE, leg_row(5, "birchton", "nowhere")]
    svg = inline_svg(drawn(legs=legs, prefix="here-", is_thrifty=is_thrifty))
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids)) > 2
    assert all(one.startswith("here-") for one in ids)
    used = re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg)
    assert {one or other for one, other in used} <= set(ids)


@pytest.mark.parametrize("is_thrifty", [False, True])
def test_a_palette_of_variables_is_taken_as_it_is(is_thrifty: bool) -> None:
    svg = inline_svg(drawn(palette=AUTO, is_thrifty=is_thrifty))
    assert "var(--land-of-case)" in svg
    assert not re.search(r'(?:fill|stroke)="#', svg)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_thrifty_map_says_what_the_other_says_in_fewer_bytes(width: float) -> None:
    full, thrifty = drawn(width), drawn(width, is_thrifty=True)
    assert texts(full) == texts(thrifty)
    assert len(thrifty.body) < 0.75 * len(full.body)
    assert (full.width_px, full.height_px) == (thrifty.width_px, thrifty.height_px)


@pytest.mark.parametrize("legs", [JOURNEY, CLOSE, []], ids=["journey", "close", "nothing"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_well_formed_and_nothing_is_set_too_small(width: float, legs: list[LegRow]) -> None:
    for is_thrifty in (False, True):
        drawing = drawn(width, legs, is_thrifty=is_thrifty)
        ElementTree.fromstring(svg_document(drawing, language="en"))
        sizes = [float(one) for one in re.findall(r'font-size="([\d.]+)"', drawing.body)]
        assert all(size >= SMALLEST_PX for size in sizes)


@pytest.mark.parametrize("width", WIDTHS)
def test_names_keep_room_for_wider_letters_and_stay_inside(width: float) -> None:
    view = view_of(JOURNEY)
    height = fitting_height_px(view, width)
    projection = conic(view.frame_points, view.bounds, width, height, room_for_names(width))
    layout = lay_out(Scene(view, catalog(), LIGHT, projection, stretch=WIDER_BOLD_FACE))
    boxes = [box for name in layout.names for box in name.label.line_boxes(0)]
    assert boxes
    for name in layout.names:
        style = name.label.style
        for line, box in zip(name.label.lines, name.label.line_boxes(0), strict=True):
            assert box.right - box.left >= 1.08 * (style.width_px(line) / style.stretch)
    assert all(box.left >= 0 and box.right <= width for box in boxes)
    for one, other in itertools.combinations(boxes, 2):
        assert (
            one.right <= other.left
            or other.right <= one.left
            or one.bottom <= other.top
            or other.bottom <= one.top
        )


@pytest.mark.parametrize("case_id", ["purge-2017-2019", "mansur-movlaev"])
def test_maps_of_the_largest_cases_fit_into_an_embed(case_id: str, shipped_store: object) -> None:
    article = article_of(view_by_id(f"map-{case_id}"), asking(shipped_store), outlines())  # type: ignore[arg-type]
    for width, most in ((600, 14_000), (280, 8_500)):
        drawing = route_drawing(
            article.routes,
            catalog(),
            AUTO,
            width_px=width,
            shapes=outlines(),
            prefix="n",
            is_thrifty=True,
        )
        assert len(inline_svg(drawing).encode()) <= most
        assert len(drawing.description) < 100


@pytest.mark.parametrize("width", [290, 600, 1080])
@pytest.mark.parametrize("case_id", ["mansur-movlaev", "tumso-abdurakhmanov", "salman-mukaev"])
def test_whoever_sees_a_dot_can_tell_what_it_is(
    case_id: str, width: float, shipped_store: object
) -> None:
    """Else the name of a region beside it would be taken for its own, and a guess for a place."""
    routes = article_of(
        view_by_id(f"case-{case_id}"),
        asking(shipped_store),  # type: ignore[arg-type]
        outlines(),
    ).routes
    height = fitting_height_px(routes, width)
    projection = conic(routes.frame_points, routes.bounds, width, height, room_for_names(width))
    scene = Scene(routes, catalog(), LIGHT, projection)
    layout = lay_out_still(scene)
    named = {name.mark.place_id for name in layout.names if name.mark is not None}
    dots = {dot.mark.place_id: dot.mark for dot in layout.dots}
    assert {place for place, mark in dots.items() if not mark.is_leg_end} <= named
    # No end of a leg is lost by it.
    ends = {dot.mark.place_id for dot in lay_out(scene).dots if dot.mark.is_leg_end}
    assert ends <= set(dots)


def test_a_place_off_the_route_is_left_out_where_its_name_has_no_room() -> None:
    """A name that is longer than a narrow picture is wide; on a wide one it is there."""
    view = view_of(JOURNEY, [event_at("e", "mill", place_name="Ashford" + "mill" * 15)])

    def places(width: float) -> set[str]:
        height = fitting_height_px(view, width)
        projection = conic(view.frame_points, view.bounds, width, height, room_for_names(width))
        return {
            dot.mark.place_id
            for dot in lay_out_still(Scene(view, catalog(), LIGHT, projection)).dots
        }

    assert places(1080) == {"ashford", "birchton", "cedarby", "mill"}
    assert places(280) == {"ashford", "birchton", "cedarby"}
