"""The workbook opens as text and days, runs nothing, links nowhere and tells nothing of its making."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.data_builders import Saying, edition_saying, vague_places
from timeline.exports.data import spreadsheet
from timeline.exports.data.printable import printable
from timeline.exports.edition import Edition

SHEETS = ["events", "legs", "claims", "figures", "sources", "about"]


def sheet(book: Any, name: str) -> list[dict[str, Any]]:
    heads, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def content(everything: Edition) -> bytes:
    """The workbook of the whole record."""
    return spreadsheet.write(everything)


@pytest.fixture(scope="module")
def book(content: bytes) -> Any:
    """The same as openpyxl opens it."""
    return load_workbook(io.BytesIO(content))


def test_every_row_of_the_view_is_in_its_sheet(everything: Edition, book: Any) -> None:
    article = everything.article

    assert book.sheetnames == SHEETS
    for name, rows in (
        ("events", article.table_events),
        ("legs", article.table_legs),
        ("claims", article.table_claims),
        ("figures", article.table_figures),
        ("sources", article.table_sources),
    ):
        assert len(sheet(book, name)) == len(rows)
        assert book[name].freeze_panes == "A2"


def test_a_cell_is_a_date_only_where_the_day_is_known(book: Any) -> None:
    seen = set()

    for row in sheet(book, "events"):
        for name in ("date_earliest", "date_latest"):
            is_date = isinstance(row[name], dt.datetime)
            seen.add(is_date)
            assert is_date == (row[name] is not None and row["date_edtf"] == str(row[name])[:10])
        assert row["date_edtf"] is None or isinstance(row["date_edtf"], str)
    assert seen == {True, False}


def test_only_towns_and_exact_places_have_coordinates(everything: Edition, book: Any) -> None:
    vague = vague_places(everything)

    for row in sheet(book, "events"):
        assert (row["lon_deg"] is None) == (row["event_id"] in vague)


def test_the_sheet_about_it_says_what_stands_everywhere(everything: Edition, book: Any) -> None:
    said = [cell for row in book["about"].iter_rows(values_only=True) for cell in row if cell]

    for needed in ("Details may be withheld to protect people.", everything.article.build):
        assert needed in said
    assert {column.meaning for column in everything.article.codebook[:20]} <= set(said)


def test_nothing_is_hidden_and_nobody_is_named(content: bytes, book: Any) -> None:
    assert all(one.sheet_state == "visible" for one in book.worksheets)
    assert not any(
        size.hidden for one in book.worksheets for size in one.column_dimensions.values()
    )
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(name.startswith("docProps") for name in parts.namelist())
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in parts.namelist():
            assert b"docProps" not in parts.read(name)
            assert b"fileVersion" not in parts.read(name)


def test_texts_that_bite_are_text_and_come_back(hostile: Saying) -> None:
    content = spreadsheet.write(hostile.edition)
    book = load_workbook(io.BytesIO(content))

    for one in book.worksheets:
        for row in one.iter_rows():
            assert not any(cell.data_type == "f" or cell.hyperlink for cell in row)
    for text, row in zip(hostile.texts, sheet(book, "events"), strict=True):
        # Excel reads a carriage return from this; openpyxl leaves it as it stands in the file.
        shown = printable(text).replace("\r", "_x000D_")
        assert (row["title"] or "") == (row["place_name"] or "") == shown
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        targets = [parts.read(name) for name in parts.namelist() if name.endswith(".rels")]
        assert not any(b'TargetMode="External"' in one for one in targets)


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    book = load_workbook(io.BytesIO(spreadsheet.write(edition_saying(["x" * 40_000]))))

    title = sheet(book, "events")[0]["title"]
    assert len(title) == 32_767
    assert title.endswith("x…")
