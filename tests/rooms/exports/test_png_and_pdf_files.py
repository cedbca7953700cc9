"""The picture files of a view: their sizes are promises to whoever lays out a page."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from timeline.exports.edition import Edition
from timeline.exports.formats import FORMATS
from timeline.exports.picture.sheet import sheet
from timeline.exports.print import pdf_file, png_file
from timeline.exports.style import Style
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.theme import DARK, LIGHT

EXACT = {"png-social": (1200, 630), "png-story": (1080, 1920)}
WIDTHS = {"png": 760, "png-2x": 1520, "png-column": 1280, "png-narrow": 680, "png-dark": 760}
KINDS = ("case", "events", "comparison-detention", "flows-aq")


@pytest.fixture(scope="module")
def editions(built_store: Path) -> dict[str, Edition]:
    ask, land = asking(built_store), outlines()
    return {
        link: Edition(article_of(view_of_link(link), ask, land), catalog(), land) for link in KINDS
    }


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def ground(png: bytes) -> str:
    """The colour of the corner."""
    return "#{:02X}{:02X}{:02X}".format(*opened(png).getpixel((0, 0)))


@pytest.mark.parametrize("name", EXACT)
@pytest.mark.parametrize("link", KINDS)
def test_files_for_social_media_are_exactly_as_large_as_those_want_them(
    link: str, name: str, editions: dict[str, Edition]
) -> None:
    assert opened(FORMATS[name].write(editions[link])).size == EXACT[name]


@pytest.mark.parametrize("name", WIDTHS)
def test_files_for_articles_have_their_width_and_are_not_empty(
    name: str, editions: dict[str, Edition]
) -> None:
    picture = opened(FORMATS[name].write(editions["case"]))

    assert picture.width == WIDTHS[name]
    assert len(picture.getcolors(1 << 24) or ()) > 50


def test_a_fine_file_has_twice_the_pixels(editions: dict[str, Edition]) -> None:
    edition = editions["case"]
    (width, height), fine = (
        opened(png_file.full(edition)).size,
        opened(png_file.full_double(edition)).size,
    )

    assert fine == (2 * width, 2 * height)


@pytest.mark.parametrize(
    ("theme", "write", "expected"),
    [
        ("auto", png_file.full, LIGHT.ground),
        ("dark", png_file.full, DARK.ground),
        ("light", png_file.full_dark, DARK.ground),
        ("dark", png_file.social, DARK.ground),
    ],
)
def test_grounds_follow_the_theme(
    theme: str,
    write: Callable[[Edition], bytes],
    expected: str,
    editions: dict[str, Edition],
) -> None:
    edition = replace(editions["case"], style=Style(theme=theme))

    assert ground(write(edition)) == expected


@pytest.mark.parametrize("link", KINDS)
def test_the_pdf_is_one_page_as_large_as_the_sheet(link: str, editions: dict[str, Edition]) -> None:
    edition = editions[link]
    reader = PdfReader(io.BytesIO(pdf_file.full(edition)))
    drawing = sheet(edition, LIGHT, width_px=png_file.FULL_PX)
    box = reader.pages[0].mediabox

    assert len(reader.pages) == 1
    assert float(box.width) == pytest.approx(drawing.width_px * 0.75, abs=0.01)
    assert float(box.height) == pytest.approx(drawing.height_px * 0.75, abs=0.01)


def test_the_pdf_has_the_headline_as_title_and_as_text(editions: dict[str, Edition]) -> None:
    edition = replace(editions["case"], style=Style(headline="Кто и когда"))
    made = pdf_file.full(edition)
    reader = PdfReader(io.BytesIO(made))
    assert reader.metadata is not None

    assert reader.metadata.title == "Кто и когда"
    assert "Ктоикогда" in "".join(reader.pages[0].extract_text().split())
    assert b"pdfuaid" in made
