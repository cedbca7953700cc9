"""Pictures as PNG and PDF: exact sizes, our own letters, nothing about the machine."""

from __future__ import annotations

import io
import json
import re
import struct
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from tests.hostile_texts import corpus_texts
from timeline.charts.picture.drawing import Drawing, Layer
from timeline.exports.edition import Edition
from timeline.exports.print.fonts import FONT_FILES, letters, typefaces
from timeline.exports.print.one_picture import pdf_of, png_of
from timeline.exports.print.picture_fonts import UNKNOWN, printable, with_our_fonts
from timeline.exports.print.typeset import SettingError, pdf, png
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.theme import DARK, LIGHT, SANS, SERIF

ROOT = Path(__file__).parents[3]

SCRIPTS = {
    "Russian": "Мовлаев",
    "Chechen": "Нохчийчоь дӀа",
    "Kazakh": "Қазақстан ғұқңөһі",
    "Armenian": "Հայաստան",
    "Georgian": "საქართველო",
    "Arabic": "الشيشان",
    "Polish": "zażółć gęślą",
    "leg number": "①⑳",
}


@pytest.fixture(scope="module")
def edition(built_store: Path) -> Edition:
    land = outlines()
    article = article_of(view_of_link("case"), asking(built_store), land)
    return Edition(article, catalog(), land)


def drawn(text: str, width_px: float = 400, height_px: float = 120) -> Drawing:
    """A picture with one line of text, and a headline."""
    said = escape(text)
    markup = (
        f'<rect width="{width_px}" height="{height_px}" fill="{LIGHT.ground}"/>'
        f'<text x="10" y="40" font-size="16" fill="{LIGHT.ink}">{said}</text>'
        f'<text x="10" y="80" font-size="23" font-weight="700" font-family="{SERIF}" '
        f'fill="{LIGHT.ink}">{said}</text>'
    )
    return Drawing(width_px, height_px, (Layer("words", markup),), "Title", "Described", "x")


def chunks(png: bytes) -> Iterator[str]:
    at = 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        yield name.decode("ascii")
        at += 12 + length


def test_a_png_has_the_size_that_was_asked_for(edition: Edition) -> None:
    sizes = {}
    for scale, width, height in ((1, 400, 120), (2, 340, 99.5), (3, 400, 210)):
        with Image.open(
            io.BytesIO(png_of(drawn("a", width, height), edition, LIGHT, scale=scale))
        ) as picture:
            sizes[scale, width, height] = picture.size

    assert sizes == {
        (1, 400, 120): (400, 120),
        (2, 340, 99.5): (680, 199),
        (3, 400, 210): (1200, 630),
    }


def test_a_png_holds_pixels_and_nothing_else(edition: Edition) -> None:
    png = png_of(drawn("a"), edition, LIGHT)

    assert list(chunks(png)) == ["IHDR", "PLTE", "IDAT", "IEND"]


def test_many_colours_become_256_and_the_commonest_stay_as_they_were(edition: Edition) -> None:
    steps = "".join(
        f'<rect x="{n}" width="1" height="120" fill="rgb({n},{255 - n},{n // 2})"/>'
        f'<rect x="{n}" y="60" width="1" height="60" fill="rgb({n},{n},{255 - n})"/>'
        for n in range(256)
    )
    ground = '<rect x="256" width="144" height="120" fill="#B3261E"/>'
    drawing = Drawing(400, 120, (Layer("steps", steps + ground),), "t", "d", "x")
    with Image.open(io.BytesIO(png_of(drawing, edition, LIGHT))) as picture:
        pixels = np.asarray(picture.convert("RGB")).astype(int)

    assert tuple(pixels[50, 390]) == (0xB3, 0x26, 0x1E)
    assert np.abs(pixels[10, 100] - (100, 155, 50)).max() <= 4


def test_the_same_drawing_gives_the_same_bytes(edition: Edition) -> None:
    one, other = drawn("Мовлаев"), drawn("Мовлаев")

    assert png_of(one, edition, LIGHT) == png_of(other, edition, LIGHT)
    assert pdf_of(one, edition, LIGHT) == pdf_of(other, edition, LIGHT)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_drawn_and_not_boxed(script: str) -> None:
    for sign in SCRIPTS[script].replace(" ", ""):
        # U+0378 is a letter of no script: this is what a box looks like.
        assert on_paper(sign) not in (on_paper("\u0378"), on_paper(" ")), sign


def on_paper(sign: str) -> bytes:
    """One sign, not made printable before it is set."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        f'<text x="20" y="25" font-size="16" font-family="Timeline Sans">{sign}</text></svg>'
    )
    data = {"svg": svg, "width": "40", "height": "40", "ground": "#ffffff"}
    return png("picture.typ", data | {"title": "t", "alt": "a", "language": "en"}, view_id="x")


@pytest.mark.parametrize("script", SCRIPTS)
def test_text_of_a_pdf_can_be_searched(script: str, edition: Edition) -> None:
    page = PdfReader(io.BytesIO(pdf_of(drawn(SCRIPTS[script]), edition, LIGHT))).pages[0]
    found = "".join(page.extract_text().split())
    words = SCRIPTS[script].split()

    # Some readers give right-to-left text in the order of the page.
    assert all(word in found or word[::-1] in found for word in words), found


def test_a_pdf_is_tagged_named_and_described(edition: Edition) -> None:
    made = pdf_of(drawn("Мовлаев"), edition, LIGHT)
    reader = PdfReader(io.BytesIO(made))
    catalogue = reader.trailer["/Root"]
    box = reader.pages[0].mediabox

    assert reader.metadata is not None
    assert reader.metadata.title == "Title"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert str(catalogue["/Lang"]).startswith("en")
    assert b"pdfuaid" in made
    assert "Described" in json.dumps(str(tags(catalogue["/StructTreeRoot"])))
    assert (float(box.width), float(box.height)) == (300, 90)


def tags(node: object, depth: int = 0) -> list[str]:
    """The alt texts in a tree of tags."""
    node = getattr(node, "get_object", lambda: node)()
    if isinstance(node, list):
        return [alt for child in node for alt in tags(child, depth)]
    if not hasattr(node, "get") or depth > 12:
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + tags(node.get("/K"), depth + 1)


def test_a_pdf_does_not_say_when_or_where_it_was_made(edition: Edition) -> None:
    made = pdf_of(drawn("a"), edition, LIGHT)

    assert not re.search(rb"CreationDate|ModDate|CreateDate|ModifyDate|MetadataDate", made)
    assert str(ROOT).encode() not in made
    assert Path.home().name.encode() + b"/" not in made


def test_every_font_of_a_pdf_is_ours_and_in_it(edition: Edition) -> None:
    fonts = PdfReader(io.BytesIO(pdf_of(drawn("Ab 1"), edition, LIGHT))).pages[0]["/Resources"]
    listed = json.dumps(str(fonts_in(fonts)))

    assert typefaces().families() == ["Timeline Sans", "Timeline Serif"]
    assert "TimelineSans-Regular" in listed
    assert "TimelineSerif-Bold" in listed
    assert "Arial" not in listed


def fonts_in(resources: object) -> list[str]:
    """Names of the fonts of a page and of the pictures on it."""
    held = getattr(resources, "get_object", lambda: resources)()
    names = [str(font.get_object()["/BaseFont"]) for font in (held.get("/Font") or {}).values()]
    for drawing in (held.get("/XObject") or {}).values():
        inner = drawing.get_object().get("/Resources")
        names += fonts_in(inner) if inner is not None else []
    return names


def test_dark_ground_reaches_the_edges(edition: Edition) -> None:
    empty = Drawing(33.3, 21.7, (), "t", "d", "x")
    with Image.open(io.BytesIO(png_of(empty, edition, DARK, scale=2))) as picture:
        colours = picture.convert("RGB").getcolors()

    assert colours == [(67 * 44, (0x14, 0x17, 0x1A))]


def test_the_list_of_letters_is_what_the_fonts_have() -> None:
    files = sorted(FONT_FILES.glob("*.ttf"))
    maps = [set(TTFont(file).getBestCmap()) for file in files]

    assert len(files) == 3
    assert set.intersection(*maps) == letters()


def test_every_letter_of_the_record_and_of_our_words_can_be_set() -> None:
    texts = [
        *(ROOT / "data").rglob("*.csv"),
        *(Path(str(resources.files("timeline.i18n"))) / "catalogs").rglob("*.toml"),
    ]
    used = {sign for file in texts for sign in file.read_text("utf-8-sig") if sign > " "}

    assert {sign for sign in used if ord(sign) not in letters()} == set()


def test_the_fonts_are_small_and_have_their_licences() -> None:
    fonts = sum(file.stat().st_size for file in FONT_FILES.glob("*.ttf"))
    licences = [file.read_text("utf-8") for file in FONT_FILES.glob("OFL-*.txt")]

    assert fonts < 1_000_000
    assert len(licences) == 7
    assert all("SIL OPEN FONT LICENSE Version 1.1" in one for one in licences)


def test_families_are_replaced_in_tags_and_nowhere_else() -> None:
    said = "font-family=&quot;Papyrus&quot;"
    svg = (
        f'<svg font-family="{SANS}" aria-label=\'say font-family="Papyrus"\'>'
        f'<text font-family="{SERIF}">{said} font-family="Papyrus"</text></svg>'
    )

    assert with_our_fonts(svg) == (
        '<svg font-family="Timeline Sans" aria-label=\'say font-family="Papyrus"\'>'
        f'<text font-family="Timeline Serif">{said} font-family="Papyrus"</text></svg>'
    )


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("𝕄𝕖𝕝 １２", "Mel 12"),
        ("国", UNKNOWN),
        ("a\x00\x1b\ufeffb\ufe0f", "ab"),
        ("＜script＞", f"{UNKNOWN}script{UNKNOWN}"),
        ("\ud800", UNKNOWN),
    ],
)
def test_what_cannot_be_set_is_seen_to_be_missing(text: str, set_as: str) -> None:
    assert printable(text) == set_as


def hostile() -> list[str]:
    lines = ["</text><script>alert(1)</script>", '#read("/etc/passwd")', "]#panic()[", "\u202eabc"]
    return [*lines, *corpus_texts()]


def test_no_text_breaks_the_setting(edition: Edition) -> None:
    lines = hostile()
    rows = "".join(
        f'<text x="5" y="{12 * at + 12}" font-size="11">{escape(line[:300])}</text>'
        for at, line in enumerate(lines)
    )
    drawing = Drawing(600, 12 * len(lines) + 20, (Layer("rows", rows),), *lines[:2], "x")

    assert png_of(drawing, edition, LIGHT).startswith(b"\x89PNG")
    assert pdf_of(drawing, edition, LIGHT).startswith(b"%PDF")


def test_a_failure_names_the_view() -> None:
    with pytest.raises(SettingError, match="the view map-nowhere could not be printed"):
        pdf("picture.typ", {"svg": "<svg"}, view_id="map-nowhere")
