"""The same rows as CSV, as Parquet and in a package: typed, complete, and the same bytes each time."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from dataclasses import fields
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from frictionless import Package, system

from timeline.exports.csv_table import csv_blocks
from timeline.exports.datapackage import VOCABULARY_OF, DescribedTable, datapackage
from timeline.exports.parquet_table import parquet_blocks
from timeline.exports.zipped import zipped
from timeline.store import read, rows
from timeline.store.connection import open_store

TABLES = {
    "event_overview": (rows.TableEvent, read.table_events),
    "leg_overview": (rows.TableLeg, read.table_legs),
    "claim_overview": (rows.TableClaim, read.table_claims),
    "source_overview": (rows.TableSource, read.table_sources),
    "figure_overview": (rows.TableFigure, read.table_figures),
}


def event(event_id: str = "fictional-event", **given: object) -> rows.TableEvent:
    known: dict[str, object] = {
        "event_id": event_id,
        "case_id": "fictional-case",
        "case_title": "A fictional case",
        "people": ("Ada; Example", "Пример"),
        "title": '=HYPERLINK("x")',
        "summary": 'He said "no",\nthen nothing.',
        "event_type": "detention",
        "date_edtf": "2020-03",
        "date_earliest": dt.date(2020, 3, 1),
        "date_latest": dt.date(2020, 3, 31),
        "date_precision": "month",
        "place_name": None,
        "country_code": None,
        "region_code": None,
        "lon_deg": -60.25,
        "lat_deg": -75.1,
        "place_precision": None,
        "verification_status": "unverified",
        "claim_count": 1,
        "source_count": 1,
        "independent_source_count": 1,
        "is_disputed": False,
    }
    return rows.TableEvent(**{**known, **given})  # type: ignore[arg-type]


def test_hard_values_stand_in_csv_as_spreadsheets_can_read_them() -> None:
    content = b"".join(csv_blocks(rows.TableEvent, [[event()], [event("second")]]))

    assert content.startswith(b"\xef\xbb\xbfevent_id,case_id,")
    assert content.endswith(b"\r\n")
    header, first, second = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    cells = dict(zip(header, first, strict=True))
    assert second[0] == "second"
    assert cells["people"] == "Ada; Example; Пример"
    assert cells["title"] == '\'=HYPERLINK("x")'
    assert cells["summary"] == 'He said "no",\nthen nothing.'
    assert (cells["date_edtf"], cells["date_earliest"]) == ("2020-03", "2020-03-01")
    assert (cells["place_name"], cells["lon_deg"], cells["is_disputed"]) == ("", "-60.25", "false")


def test_a_table_without_rows_still_has_its_columns() -> None:
    content = b"".join(csv_blocks(rows.TableEvent, [[]])).decode("utf-8-sig")
    table = pq.read_table(io.BytesIO(b"".join(parquet_blocks(rows.TableEvent, [[]], {}, {}))))

    assert content.strip().split(",") == [field.name for field in fields(rows.TableEvent)]
    assert table.column_names == content.strip().split(",")
    assert table.num_rows == 0


def test_parquet_keeps_types_and_meanings() -> None:
    blocks = [[event()], [event("second", lon_deg=None)]]
    content = b"".join(
        parquet_blocks(rows.TableEvent, blocks, {"title": "What happened."}, {"build": "0123"})
    )
    table = pq.read_table(io.BytesIO(content))

    assert table.column("date_earliest").to_pylist() == [dt.date(2020, 3, 1)] * 2
    assert table.column("people").to_pylist()[0] == ["Ada; Example", "Пример"]
    assert table.column("title").to_pylist()[0] == '=HYPERLINK("x")'
    assert table.column("lon_deg").to_pylist() == [-60.25, None]
    assert table.schema.field("title").metadata[b"comment"] == b"What happened."
    assert table.schema.metadata[b"build"] == b"0123"


@pytest.mark.parametrize("view", TABLES)
def test_the_same_rows_give_the_same_bytes(view: str, built_store: Path) -> None:
    row_type, question = TABLES[view]
    with open_store(built_store) as store:
        found = question(store)

    assert found
    for make in (
        lambda: b"".join(csv_blocks(row_type, [found])),
        lambda: b"".join(parquet_blocks(row_type, [found], {}, {})),
        lambda: b"".join(zipped([("a.csv", csv_blocks(row_type, [found]))])),
    ):
        assert make() == make()


def test_a_zip_names_its_files_and_no_clock() -> None:
    content = b"".join(zipped([("a.csv", [b"1", b"2"]), ("b.json", [])]))

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert [one.filename for one in archive.infolist()] == ["a.csv", "b.json"]
        assert archive.read("a.csv") == b"12"
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.fixture
def package(built_store: Path, tmp_path: Path) -> Path:
    """The tables of the fictional record as a reader unpacks them."""
    tables = []
    with open_store(built_store) as store:
        codebook = read.codebook_columns(store)
        for view, (row_type, question) in TABLES.items():
            name = f"{view}.csv"
            (tmp_path / name).write_bytes(b"".join(csv_blocks(row_type, [question(store)])))
            columns = tuple(column for column in codebook if column.table_name == view)
            tables.append(DescribedTable(name, columns))
    described = datapackage(tables, fingerprint="0123", selection="country=AQ")
    (tmp_path / "datapackage.json").write_text(described, encoding="utf-8")
    return tmp_path / "datapackage.json"


def test_the_package_describes_its_tables_as_frictionless_reads_them(package: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(package)).validate()

    assert report.valid, report.flatten(["fieldName", "type", "note"])


def test_a_wrong_cell_would_be_found(package: Path) -> None:
    events = package.with_name("event_overview.csv")
    text = events.read_text("utf-8-sig")
    assert ",detention," in text
    events.write_text(text.replace(",detention,", ",detained,"), "utf-8-sig", newline="")

    with system.use_context(trusted=True):
        assert not Package(str(package)).validate().valid


def test_the_package_says_which_build_and_which_selection(package: Path) -> None:
    described = json.loads(package.read_text("utf-8"))

    assert (described["version"], described["selection"]) == ("0123", "country=AQ")
    assert all(
        field["description"].endswith(".")
        for resource in described["resources"]
        for field in resource["schema"]["fields"]
    )


def test_every_column_that_holds_words_of_a_list_is_held_to_it() -> None:
    names = {field.name for row_type, _ in TABLES.values() for field in fields(row_type)}

    assert set(VOCABULARY_OF) <= names
