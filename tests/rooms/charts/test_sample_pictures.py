"""The marks that explain the pictures are the marks of the pictures."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

import pytest

from timeline.charts.picture.inline_picture import inline_picture
from timeline.charts.picture.line_picture import line_picture
from timeline.charts.timeline.mark_picture import mark_picture
from timeline.i18n.catalog import catalog
from timeline.theme import DARK, LIGHT, Palette
from timeline.viewmodel.method_marks import MARKS, line_examples

SVG = "{http://www.w3.org/2000/svg}"
LINES = {one.name: one.view for one in line_examples()}
MARK = {one.name: one.mark for one in MARKS}


def drawing(image: str) -> ET.Element:
    """The SVG inside an image, parsed: a browser refuses one that is not well formed."""
    found = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', image)
    assert found is not None
    return ET.fromstring(base64.b64decode(found[1]))


def elements(image: str, name: str) -> list[dict[str, str]]:
    return [dict(one.attrib) for one in drawing(image).iter(f"{SVG}{name}")]


def mark(name: str, palette: Palette = LIGHT) -> str:
    return mark_picture(MARK[name], palette, alt=name)


def line(name: str, palette: Palette = LIGHT) -> str:
    return line_picture(LINES[name], palette, catalog(), alt=name)


def test_a_day_is_one_solid_dot() -> None:
    (dot,) = elements(mark("day"), "ellipse")
    assert (dot["rx"], dot["ry"]) == ("6", "6")
    assert dot["fill"] == LIGHT.lanes["proceedings"]


def test_a_month_is_dashed_and_a_month_wide() -> None:
    (box,) = elements(mark("within"), "rect")
    assert box["width"] == "29"
    assert "stroke-dasharray" in box


def test_a_certain_period_is_solid_and_a_vague_one_fades_on_both_sides() -> None:
    (bar,) = elements(mark("period"), "rect")
    assert (bar["width"], bar["opacity"]) == ("51", "1")
    parts = elements(mark("vague_ends"), "rect")
    opacities = [float(part["opacity"]) for part in parts]
    assert max(opacities) == 1.0
    assert min(opacities) < 0.1
    lefts = [float(part["x"]) for part in parts if float(part["opacity"]) < 0.1]
    solid = next(float(part["x"]) for part in parts if float(part["opacity"]) == 1)
    assert min(lefts) < solid < max(lefts)


def test_what_goes_on_ends_in_a_chevron_to_the_right() -> None:
    ongoing = mark("ongoing")
    (bar,) = elements(ongoing, "rect")
    (chevron,) = elements(ongoing, "path")
    right = float(bar["x"]) + float(bar["width"])
    xs = [float(x) for x in re.findall(r"[ML]([\d.]+)", chevron["d"])]
    assert right <= min(xs) and max(xs) == xs[1]


def test_a_flag_flies_at_the_top_of_its_pole() -> None:
    pole, flag = elements(mark("set_day"), "path")
    top = min(float(y) for y in re.findall(r" ([\d.]+)", pole["d"]))
    assert min(float(y) for y in re.findall(r" ([\d.]+)", flag["d"])) == top


def test_differing_answers_are_hollow_and_joined() -> None:
    rings = elements(mark("differ"), "ellipse")
    assert [ring["fill"] for ring in rings] == [LIGHT.ground] * 2
    assert len(elements(mark("differ"), "path")) == 1


@pytest.mark.parametrize("name", MARK)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_every_mark_is_drawn_inside_its_picture_in_the_colours_of_the_ground(
    name: str, palette: Palette
) -> None:
    picture = drawing(mark(name, palette))
    width = float(picture.attrib["width"])
    assert len(list(picture)) > 0
    for box in elements(mark(name, palette), "rect"):
        assert 0 <= float(box["x"]) <= float(box["x"]) + float(box["width"]) <= width
    text = ET.tostring(picture, encoding="unicode")
    assert palette.lanes["proceedings"] in text


@pytest.mark.parametrize("name", LINES)
def test_every_line_is_drawn_from_its_dot(name: str) -> None:
    image = line(name)
    dots = [dot for dot in elements(image, "circle") if dot.get("fill") == LIGHT.ink]
    assert len(dots) == (1 if name in ("blocked", "undisclosed") else 2)
    assert any(path["d"].startswith("M") for path in elements(image, "path"))


def test_lines_differ_as_the_key_says() -> None:
    assert any("stroke-dasharray" in one for one in elements(line("way_unknown"), "path"))
    assert any(one.get("stroke") == LIGHT.requested for one in elements(line("requested"), "path"))
    assert any(one.get("stroke") == LIGHT.offered for one in elements(line("offered"), "path"))
    assert elements(line("undisclosed"), "linearGradient")
    assert len({line(name) for name in LINES}) == len(LINES)


def test_a_text_beside_a_picture_is_escaped() -> None:
    image = inline_picture("<g/>", width_px=1, height_px=1, alt='"><script>')
    assert 'alt="&quot;&gt;&lt;script&gt;"' in image
