"""A view as one picture: everything that has to be said, in every shape, and well-formed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.data_builders import Saying, edition_from
from tests.row_builders import event_row
from timeline.charts.picture.drawing import svg_document
from timeline.exports.edition import Edition
from timeline.exports.formats import FORMATS, formats_of
from timeline.exports.picture import svg_file
from timeline.exports.picture.card import CARD_PX, CARD_SCALE, STORY_PX
from timeline.exports.picture.sheet import sheet
from timeline.exports.picture.sheet_parts import publishers
from timeline.exports.style import Style
from timeline.exports.words.description import alt_text
from timeline.exports.words.headline import period_words, standing_lines, updated_words
from timeline.i18n.catalog import catalog
from timeline.theme import AUTO, DARK, LIGHT, SMALLEST_PX
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.case_timeline import case_timeline

SVG = "{http://www.w3.org/2000/svg}"
LINKS = (
    "case-salman-mukaev",
    "timeline-salman-mukaev",
    "map?country=AM",
    "events-salman-mukaev",
    "comparison-detention",
    "flows-kz",
)
"""A view of every kind."""
SHAPES = (("full", 760), ("full", 340), ("full", 280), ("card", 0), ("story", 0))


@pytest.fixture(params=LINKS)
def edition(request: pytest.FixtureRequest, shipped_store: Path) -> Edition:
    return edition_from(shipped_store, request.param)


@pytest.fixture
def case(shipped_store: Path) -> Edition:
    return edition_from(shipped_store, LINKS[0])


def texts(svg: str) -> list[str]:
    """Every text, its lines joined as a reader would."""
    root = ElementTree.fromstring(svg)
    return [" ".join("".join(one.itertext()).split()) for one in root.iter(f"{SVG}text")]


def document(edition: Edition, width: float = 760, shape: str = "full") -> str:
    return svg_document(sheet(edition, LIGHT, width_px=width, shape=shape), language="en")


@pytest.mark.parametrize(("shape", "width"), SHAPES)
def test_every_kind_of_view_is_well_formed_and_nothing_is_set_too_small(
    edition: Edition, shape: str, width: float
) -> None:
    svg = document(edition, width, shape)
    root = ElementTree.fromstring(svg)
    ids = Counter(one.attrib["id"] for one in root.iter() if "id" in one.attrib)
    assert max(ids.values()) == 1
    used = re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg)
    assert {one or other for one, other in used} <= set(ids)
    assert all(float(size) >= SMALLEST_PX for size in re.findall(r'font-size="([\d.]+)"', svg))
    assert not re.search(r"<script|foreignObject|<image|@import|@font-face", svg)


@pytest.mark.parametrize(("shape", "width"), SHAPES)
def test_the_standing_line_and_the_stamp_stand_under_every_one(
    edition: Edition, shape: str, width: float
) -> None:
    found = " ".join(texts(document(edition, width, shape)))
    assert standing_lines(edition.article, edition.say)[0] in found
    assert updated_words(edition.article, edition.say) in found


def test_a_sheet_says_who_says_so_and_what_was_left_out(shipped_store: Path) -> None:
    edition = edition_from(shipped_store, "map?country=AM")
    edition = Edition(
        edition.article, edition.say, edition.land, Style(headline="Ours", note="Our note")
    )
    found = texts(document(edition))
    assert {"Ours", "Country: Armenia"} <= set(found)
    assert any(line.startswith("Our note") for line in found)
    assert any("not part of the record" in line for line in found)
    assert publishers(edition.article.dossier.sources, catalog()) in found


def test_the_parts_of_a_case_stand_in_order_and_under_each_other(case: Edition) -> None:
    layers = [layer.name for layer in sheet(case, LIGHT, width_px=760).layers]
    wanted = ["ground", "headline", "standfirst", "state", "map-land", "key", "period"]
    assert [name for name in layers if name in wanted] == wanted
    tops = [
        float(re.findall(r"translate\([\d.]+ ([\d.]+)\)", layer.markup)[0])
        for layer in sheet(case, LIGHT, width_px=760).layers
        if layer.name != "ground"
    ]
    assert tops == sorted(tops)


def test_social_pictures_have_the_sizes_that_sites_ask_for(edition: Edition) -> None:
    card = sheet(edition, LIGHT, width_px=0, shape="card")
    assert (card.width_px, card.height_px) == (1200, 630)
    assert (card.width_px / CARD_PX[0], card.height_px / CARD_PX[1]) == (CARD_SCALE, CARD_SCALE)
    story = sheet(edition, LIGHT, width_px=0, shape="story")
    assert (story.width_px, story.height_px) == STORY_PX


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2019"], "of 2019"),
        (["2019", "2021"], "from 2019 to 2021"),
        (["2019", "2023-08"], "from 2019 to Aug 2023"),
        (["2019", "2023-08-31", "2023-08"], "from 2019 to 31 Aug 2023"),
        (["2019", "[2021-05..2021-06]"], "from 2019 to Jun 2021"),
    ],
)
def test_the_span_ends_as_exactly_as_a_date_says(
    case: Edition, dates: list[str], said: str
) -> None:
    rows = [event_row(f"event-{at}", date) for at, date in enumerate(dates)]
    article = replace(case.article, timeline=case_timeline(rows))
    assert period_words(article, case.say).startswith(f"As reported, {said}.")


def test_a_story_that_draws_dates_says_how_to_read_them(shipped_store: Path) -> None:
    link = "comparison-asylum?case=mansur-movlaev&case=salman-mukaev"
    two = edition_from(shipped_store, link)
    drawn = sheet(two, LIGHT, width_px=0, shape="story")
    assert two.article.comparison is not None
    lanes = {mark.lane.value for row in two.article.comparison.rows for mark in row.marks}
    assert {f"comparison-{lane}" for lane in lanes} <= {one.name for one in drawn.layers}
    said = two.say("export.reading")
    assert said in texts(document(two, 0, "story"))

    # All cases with a detention are more rows than a story holds: words then, and no reading.
    many = edition_from(shipped_store, "comparison-detention")
    layers = {one.name for one in sheet(many, LIGHT, width_px=0, shape="story").layers}
    assert not any(name.startswith("comparison-") for name in layers)
    assert said not in texts(document(many, 0, "story"))


def test_a_map_without_a_line_counts_its_places_and_says_nothing_of_lines(case: Edition) -> None:
    reading = case.say("map.reading")
    assert reading in texts(document(case))
    events = [
        event_row(
            f"event-{at}",
            place_id=f"place-{at}",
            place_name=f"Fictional Place {at}",
            country_code="AQ",
            lon_deg=-60.25,
            lat_deg=-75.25 + at,
            place_precision="settlement",
        )
        for at in range(2)
    ]
    for count, said in (
        (2, "Map of 2 places with events."),
        (1, "Map of one place with events."),
    ):
        routes = case_routes((), events[:count], case.land)
        bare = replace(case, article=replace(case.article, routes=routes))
        assert said in alt_text(bare.article, bare.say, bare.style)
        assert "leg" not in alt_text(bare.article, bare.say, bare.style)
        svg = document(bare)
        assert reading not in texts(svg)
        assert said in (ElementTree.fromstring(svg).findtext(f"{SVG}desc") or "")


def test_a_card_takes_whole_sentences_only(case: Edition) -> None:
    assert case.article.case is not None
    found = next(one for one in texts(document(case, 0, "card")) if one.startswith("He says that"))
    assert case.article.case.summary.startswith(found)
    assert found.endswith(".")


def test_the_longest_headline_stays_in_the_card(case: Edition) -> None:
    longest = Edition(case.article, case.say, case.land, Style(headline="Wide Words " * 14))
    svg = document(longest, 0, "card")
    root = ElementTree.fromstring(svg)
    (layer,) = [one for one in root.iter(f"{SVG}g") if one.attrib.get("id") == "s-headline"]
    (text,) = layer.iter(f"{SVG}text")
    lines = 1 + len(list(text.iter(f"{SVG}tspan")))
    assert lines * float(text.attrib["font-size"]) * 1.2 < CARD_PX[1] - 90


def test_an_unknown_shape_is_refused(case: Edition) -> None:
    with pytest.raises(ValueError, match="no shape 'square'"):
        sheet(case, LIGHT, width_px=760, shape="square")


def test_a_drawing_is_made_once_an_edition(case: Edition) -> None:
    assert sheet(case, LIGHT, width_px=760) is sheet(case, LIGHT, width_px=760)
    assert sheet(case, LIGHT, width_px=760) is not sheet(case, DARK, width_px=760)
    other = Edition(case.article, case.say, case.land)
    assert sheet(other, LIGHT, width_px=760) is not sheet(case, LIGHT, width_px=760)


def test_a_sheet_follows_the_reader_unless_a_theme_was_chosen(case: Edition) -> None:
    following = svg_file.wide(case).decode()
    assert "prefers-color-scheme:dark" in following
    assert "var(--ground)" in following
    named = set(re.findall(r"var\((--[\w-]+)\)", following))
    assert all(following.count(f"{name}:#") == 2 for name in named)
    fixed = replace(case.style, theme="dark")
    dark = svg_file.wide(Edition(case.article, case.say, case.land, fixed)).decode()
    assert "var(" not in dark and "<style" not in dark
    assert DARK.ground in dark
    assert "var(" not in svg_file.light(case).decode()


def test_files_are_offered_where_the_view_has_the_part(edition: Edition) -> None:
    kind = edition.article.view.kind
    pictures = {name for name in formats_of(kind) if name.startswith("svg")}
    whole = {"svg", "svg-narrow", "svg-light", "svg-dark"}
    parts = {
        "case": {"svg-timeline", "svg-map"},
        "timeline": {"svg-timeline"},
        "map": {"svg-map"},
    }
    assert pictures == whole | parts.get(kind.value, set())
    for name in pictures:
        root = ElementTree.fromstring(FORMATS[name].write(edition))
        assert root.attrib["role"] == "img"
        assert root.find(f"{SVG}title") is not None


def test_hostile_texts_stay_texts_and_the_document_well_formed(hostile: Saying) -> None:
    style = Style(headline="\x00\ud800<script>&\uffff", note="]]>\x0b")
    given = hostile.edition
    edition = Edition(given.article, given.say, given.land, style)
    for width, shape in ((760, "full"), (280, "full"), (0, "card"), (0, "story")):
        svg = svg_document(sheet(edition, AUTO, width_px=width, shape=shape), language="en")
        tags = {one.tag.removeprefix(SVG) for one in ElementTree.fromstring(svg.encode()).iter()}
        assert tags <= {
            "svg", "title", "desc", "g", "path", "rect", "circle", "ellipse", "text", "tspan",
            "defs", "linearGradient", "stop", "pattern", "use", "line", "polygon", "clipPath",
        }  # fmt: skip
        assert "<script>&" in texts(svg)
