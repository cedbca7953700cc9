"""What holds for every file of data: the same bytes each time, nothing from outside the view, no maker."""

from __future__ import annotations

import getpass
import io
import platform
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.builders import fictional_sheets
from tests.data_builders import Saying, edition_from
from timeline.assembly.assemble import assemble
from timeline.exports.edition import Edition
from timeline.exports.formats import FORMATS, Group
from timeline.store import read
from timeline.store.connection import open_store

DATA = [name for name, form in FORMATS.items() if form.group is Group.DATA]
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def plain_text(content: bytes) -> str:
    """All text of a file, whatever it is packed in."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())
    if content.startswith(b"PAR1"):
        table = pq.read_table(io.BytesIO(content))
        return f"{table.schema.metadata}\n{table.to_pylist()}"
    if content.startswith(b"SQLite"):
        with closing(sqlite3.connect(":memory:")) as file:
            file.deserialize(content)
            return "\n".join(file.iterdump())
    return content.decode("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("name", DATA)
def test_the_same_view_is_the_same_file(name: str, everything: Edition) -> None:
    assert FORMATS[name].write(everything) == FORMATS[name].write(everything)


@pytest.mark.parametrize("name", DATA)
def test_a_view_of_nothing_that_the_format_draws_is_still_a_file(
    name: str, built_store: Path
) -> None:
    without_legs_and_places = edition_from(built_store, "case-fictional-case-b")

    assert without_legs_and_places.article.legs == ()
    assert FORMATS[name].write(without_legs_and_places)


@pytest.mark.parametrize("name", DATA)
def test_nothing_from_outside_the_view_is_in_it(name: str, shipped_store: Path) -> None:
    part = edition_from(shipped_store, "case-minkail-malizaev")
    connection = open_store(shipped_store)
    inside = {row.event_id for row in part.article.events}
    outside = {row.event_id for row in read.events(connection)} - inside
    strangers = {row.leg_id for row in read.legs(connection)} - {
        row.leg_id for row in part.article.legs
    }

    words = set(ID.findall(plain_text(FORMATS[name].write(part))))
    assert outside
    assert strangers
    assert not words & (outside | strangers)


@pytest.mark.parametrize("name", DATA)
def test_no_file_says_who_made_it_where_and_when(name: str, everything: Edition) -> None:
    text = plain_text(FORMATS[name].write(everything))

    for told in (platform.node(), str(Path.cwd()), "openpyxl", "xlsxwriter", "pyogrio", "GDAL"):
        assert told.casefold() not in text.casefold()
    assert getpass.getuser() not in re.findall(r"\w+", text)


def test_withheld_rows_change_no_byte_of_any_file(tmp_path: Path) -> None:
    plain, planted = fictional_sheets(), fictional_sheets()
    planted.rows("events").append(
        planted.row("events", "person-a-left")
        | {"event_id": "fictional-canary-event", "title": "Canary", "disclosure": "withheld"}
    )
    planted.rows("claims").append(
        planted.row("claims", "person-a-left-c1")
        | {"claim_id": "fictional-canary-claim", "event_id": "fictional-canary-event"}
    )
    planted.rows("sources").append(
        planted.row("sources", "fictional-weekly")
        | {"source_id": "fictional-canary-source", "title": "Canary", "disclosure": "restricted"}
    )
    planted.rows("legs").append(
        planted.row("legs", "person-a-leg-1")
        | {"leg_id": "fictional-canary-leg", "sequence": "9", "disclosure": "restricted"}
    )
    stores = [
        assemble(sheets.write(tmp_path / name))
        for name, sheets in (("plain", plain), ("planted", planted))
    ]

    for name in DATA:
        without, beside = (FORMATS[name].write(edition_from(store)) for store in stores)
        assert without == beside, name


@pytest.mark.parametrize("name", DATA)
def test_every_file_takes_texts_that_bite(name: str, hostile: Saying) -> None:
    assert FORMATS[name].write(hostile.edition)
