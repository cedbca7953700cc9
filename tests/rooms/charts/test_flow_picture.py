"""Who came and who went as a drawing: bars that say how sure they are, counts in words."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from timeline.charts.picture.drawing import Drawing, inline_svg
from timeline.charts.picture.flow_picture import flow_drawing
from timeline.i18n.catalog import catalog
from timeline.theme import AUTO, LIGHT, Palette
from timeline.viewmodel.country_flows import FlowRow, FlowSide
from timeline.viewmodel.country_soil import Bar

ROW = FlowRow(
    other_country_code="AQ",
    leg_status="travelled",
    leg_kind="own_flight",
    leg_count=3,
    person_count=2,
    group_count=1,
    contested_count=0,
    bar=Bar(certain=1.0),
)


def side(direction: str, *rows: FlowRow, count: int | None = None) -> FlowSide:
    return FlowSide(direction, rows, len(rows) if count is None else count, 0, 0)


def drawn(
    *rows: FlowRow, width: float = 600, palette: Palette = LIGHT, direction: str = "ltr"
) -> Drawing:
    return flow_drawing(
        (side("in", *rows), side("out")),
        "Antarctica <west>",
        catalog(),
        palette,
        width_px=width,
        prefix="f-",
        direction=direction,
    )


def bars(drawing: Drawing) -> str:
    (markup,) = [layer.markup for layer in drawing.layers if layer.name == "bars"]
    return markup.partition("</defs>")[2]


def texts(drawing: Drawing) -> list[str]:
    root = ElementTree.fromstring(inline_svg(drawing))
    return ["".join(one.itertext()) for one in root.iter("text")]


def test_solid_is_documented_dashed_possible_and_hatched_contested() -> None:
    row = replace(ROW, bar=Bar(certain=0.5, possible=0.3, contested=0.2), contested_count=1)
    certain, possible, contested = re.findall(r"<rect [^>]*>", bars(drawn(row)))
    assert "dasharray" not in certain and f'fill="{LIGHT.ink}"' in certain
    assert "stroke-dasharray" in possible and "fill-opacity" in possible
    assert "url(#f-hatch)" in contested
    widths = [float(re.findall(r'width="([\d.]+)"', one)[0]) for one in (certain, possible)]
    assert widths[0] > widths[1]


@pytest.mark.parametrize(
    ("status", "pattern"),
    [("requested", ".1 6.2"), ("threatened", ".1 6.2"), ("offered", "7.5 4.5"), ("blocked", None)],
)
def test_what_did_not_take_place_is_a_line_and_no_bar(status: str, pattern: str | None) -> None:
    markup = bars(drawn(replace(ROW, leg_status=status)))
    assert "<rect" not in markup
    assert re.findall(r'stroke-dasharray="([^"]+)"', markup) == ([pattern] if pattern else [])
    # A stopped journey ends at a bar across it.
    assert len(re.findall("<path", markup)) == (2 if status == "blocked" else 1)


def test_an_undisclosed_country_fades_and_is_named_as_such() -> None:
    drawing = drawn(replace(ROW, other_country_code=None))
    assert "linearGradient" in bars(drawing)
    assert catalog()("countries.flow.undisclosed") in texts(drawing)


def test_numbers_stand_in_words_and_an_empty_side_says_so() -> None:
    found = texts(drawn(ROW))
    assert "2 people, 1 group, 3 legs" in found
    assert catalog()("countries.flow.nobody") in found
    assert catalog()("countries.flow.in", country="Antarctica <west>") in found


def test_a_side_that_is_not_listed_whole_says_so() -> None:
    drawing = flow_drawing(
        (side("in", ROW, count=40),), "AQ", catalog(), LIGHT, width_px=600, prefix="f-"
    )
    assert catalog()("countries.flow.listed", listed=1, number=40) in texts(drawing)


def test_a_narrow_page_has_one_column() -> None:
    for width, starts in ((600, {"0", "318"}), (300, {"0"})):
        moved = re.findall(r"translate\((\d+)", drawn(ROW, width=width).body)
        assert set(moved) == starts
    assert drawn(ROW, width=300).height_px > drawn(ROW, width=600).height_px


def test_right_to_left_the_first_column_stands_at_the_right() -> None:
    moved = re.findall(r"translate\((\d+)", drawn(ROW, direction="rtl").body)
    assert moved[0] == "318"


def test_colours_may_be_variables() -> None:
    svg = inline_svg(drawn(ROW, replace(ROW, bar=Bar(contested=0.5)), palette=AUTO))
    assert not re.search(r'(?:fill|stroke)="#', svg)
