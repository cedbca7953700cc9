"""Who was asked for and has no row in a comparison is named in every export, with the reason."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.data_builders import edition_from
from timeline.charts.compare.without_row import without_row_words
from timeline.charts.picture.drawing import svg_document
from timeline.exports.edition import Edition
from timeline.exports.embed.document import document
from timeline.exports.picture.sheet import sheet
from timeline.exports.words.text_files import alt, caption, description
from timeline.theme import LIGHT
from timeline.viewmodel.comparison import Standing

SVG = "{http://www.w3.org/2000/svg}"
LINK = "comparison-asylum?case=mansur-movlaev&case=salman-mukaev"
NOBODY = Standing((), 0)
SAID = (
    "A first asylum application is on record, but nobody says when: Fictional One.",
    "A first asylum application is on record, but not plainly as theirs, "
    "so no day is counted from it: Fictional Two and 4 more.",
    "No first asylum application on record: Fictional Three; Fictional Four.",
)


def standing(edition: Edition, undated: Standing, unplain: Standing, lacking: Standing) -> Edition:
    assert edition.article.comparison is not None
    view = replace(edition.article.comparison, undated=undated, unplain=unplain, lacking=lacking)
    return replace(edition, article=replace(edition.article, comparison=view))


@pytest.fixture
def whole(shipped_store: Path) -> Edition:
    return standing(edition_from(shipped_store, LINK), NOBODY, NOBODY, NOBODY)


@pytest.fixture
def short(whole: Edition) -> Edition:
    return standing(
        whole,
        Standing(("Fictional One",), 1),
        Standing(("Fictional Two",), 5),
        Standing(("Fictional Three", "Fictional Four"), 2),
    )


def test_the_embed_says_it_at_every_width_and_has_room_for_it(
    whole: Edition, short: Edition
) -> None:
    with_all, without = document(whole), document(short)

    # After the picture of wide pages and the lists of narrow ones, and inside neither.
    said = "".join(f'<p class="note">{words}</p>' for words in SAID)
    assert f"</section>{said}<details>" in without
    assert without.count(said) == 1
    assert body(without.replace(said, "")) == body(with_all)
    for width, height in tall(without).items():
        assert height >= tall(with_all)[width] + 3 * 18


def body(written: str) -> str:
    return written.partition("<body")[2]


def tall(written: str) -> dict[str, int]:
    return {
        width: int(height) for width, height in re.findall(r'data-height-(\d+)="(\d+)"', written)
    }


@pytest.mark.parametrize("width", [760, 340])
def test_the_sheet_says_it_below_the_drawing(whole: Edition, short: Edition, width: float) -> None:
    assert [text for text in texts(short, width) if text in SAID] == list(SAID)
    assert [text for text in texts(short, width) if text not in SAID] == texts(whole, width)


def test_the_words_say_it(whole: Edition, short: Edition) -> None:
    for words in (caption, description):
        lines = words(short).decode().splitlines()
        assert [line for line in lines if line in SAID] == list(SAID)
        assert [line for line in lines if line not in SAID] == words(whole).decode().splitlines()


def test_where_everybody_has_a_row_nothing_is_said(whole: Edition) -> None:
    assert whole.article.comparison is not None
    assert without_row_words(whole.article.comparison, whole.say) == ()


def test_rows_that_a_full_page_leaves_out_are_counted(whole: Edition) -> None:
    view = whole.article.comparison
    assert view is not None
    full = replace(view, subject_count=len(view.rows) + 3)

    (words,) = without_row_words(full, whole.say)
    assert words.startswith(f"The first {len(view.rows)} of {len(view.rows) + 3} are drawn")


def test_a_comparison_without_a_row_is_not_called_no_rows_of_marks(short: Edition) -> None:
    assert short.article.comparison is not None
    view = replace(short.article.comparison, rows=())
    empty = replace(short, article=replace(short.article, comparison=view))

    assert alt(empty).decode() == (
        "None of these cases has a first asylum application on record with a date.\n"
    )


def texts(edition: Edition, width: float) -> list[str]:
    """Every text of the sheet, its lines joined as a reader would."""
    svg = svg_document(sheet(edition, LIGHT, width_px=width), language="en")
    found = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return [" ".join("".join(one.itertext()).split()) for one in found]
