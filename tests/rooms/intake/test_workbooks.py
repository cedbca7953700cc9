"""A workbook gives the same record as CSV sheets, and nothing a spreadsheet made up."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.builders import Sheets
from timeline.evidence.disclosure import public
from timeline.intake.problem import Problem
from timeline.intake.read import read
from timeline.store.build import fingerprint_of
from timeline.store.tables import table_rows

BOOK = "cases/fictional-case-a.xlsx"


def only(data: Path) -> Problem:
    found = read(data).problems
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


@pytest.fixture
def book(sheets: Sheets, data: Path) -> Callable[[], tuple[Workbook, Path]]:
    sheets.write_workbooks(data)
    path = data / BOOK

    def opened() -> tuple[Workbook, Path]:
        return load_workbook(path), path

    return opened


def cell_of(worksheet: Worksheet, key: str, column: str) -> tuple[int, int]:
    names = [cell.value for cell in worksheet[1]]
    rows = [row[0].value for row in worksheet.iter_rows()]
    return rows.index(key) + 1, names.index(column) + 1


def test_csv_and_workbook_give_the_same_record(sheets: Sheets, tmp_path: Path) -> None:
    as_csv = read(sheets.write(tmp_path / "csv"))
    as_xlsx = read(sheets.write_workbooks(tmp_path / "xlsx"))
    assert as_xlsx.problems == ()
    assert as_csv.record == as_xlsx.record
    assert as_csv.record is not None
    assert as_xlsx.record is not None
    one, other = table_rows(public(as_csv.record)), table_rows(public(as_xlsx.record))
    assert one == other
    assert fingerprint_of(one) == fingerprint_of(other)


def test_numbers_yes_and_years_may_be_typed_as_the_spreadsheet_likes(
    sheets: Sheets, data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    for sheet, key, column, value in (
        ("legs", "person-a-leg-2", "sequence", 2),
        ("figures", "person-a-seized-f3", "lower", 1000.5),
        ("figures", "person-a-seized-f1", "lower", 7.0),
        ("claims", "person-a-asylum-c2", "value", 2021),
        ("claims", "person-a-seized-c1", "is_preferred", False),
    ):
        worksheet = opened[sheet]
        worksheet.cell(*cell_of(worksheet, key, column)).value = value
    opened.save(path)
    sheets.row("claims", "person-a-seized-c1")["is_preferred"] = "no"
    assert read(data).record == read(sheets.write(data.parent / "csv")).record


def test_a_workbook_may_lie_inside_the_folder_of_its_case(sheets: Sheets, data: Path) -> None:
    sheets.write_workbooks(data)
    (data / "cases/fictional-case-a").mkdir()
    shutil.move(data / BOOK, data / "cases/fictional-case-a/anything.xlsx")
    reading = read(data)
    assert reading.problems == ()
    assert reading.record == read(sheets.write(data.parent / "csv")).record


def test_comments_and_a_sheet_of_notes_are_passed_over(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    opened["events"].insert_rows(1)
    opened["events"]["A1"] = "# what stands here"
    opened.create_sheet("Notes")["A1"] = "anything"
    opened.save(path)
    assert read(data).problems == ()


FORMATS = """
format                | is read
yyyy-mm-dd            | yes
dd/mm/yyyy            | yes
mm-dd-yy              | yes
[$-419]d mmmm yyyy;@  | yes
yyyy-mm-dd hh:mm      | yes
mmm-yy                | no
mmmm yyyy             | no
yyyy                  | no
[Red]mmm-yy           | no
[$-419]mmmm yyyy;@    | no
"dated" mmm yyyy      | no
dddd mmm yyyy         | no
d-mmm                 | no
General               | no
"""


@pytest.mark.parametrize(
    ("number_format", "is_read"),
    [tuple(cell.strip() for cell in line.split("|")) for line in FORMATS.strip().splitlines()[1:]],
)
def test_a_date_cell_is_read_only_when_the_day_was_to_be_seen(
    number_format: str, is_read: str, data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    worksheet = opened["legs"]
    row, column = cell_of(worksheet, "person-a-leg-1", "departure_edtf")
    cell = worksheet.cell(row, column)
    cell.value = dt.date(2020, 6, 1)
    cell.number_format = number_format
    opened.save(path)
    if is_read == "yes":
        record = read(data).record
        assert record is not None
        assert record.case_files[0].legs[0].departure_edtf == "2020-06-01"
    elif number_format == "General":
        # A bare number: 43983 is what the spreadsheet counts for that day.
        assert only(data).found == "'43983'"
    else:
        problem = only(data)
        assert (problem.row, problem.column) == (row, "departure_edtf")
        assert "turned what was typed into a day" in problem.wanted


def test_a_time_of_day_is_refused(data: Path, book: Callable[[], tuple[Workbook, Path]]) -> None:
    opened, path = book()
    worksheet = opened["claims"]
    row, column = cell_of(worksheet, "person-a-left-c4", "value_as_stated")
    worksheet.cell(row, column).value = dt.time(13, 30)
    opened.save(path)
    problem = only(data)
    assert (problem.row, problem.column) == (row, "value_as_stated")


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?", "#DIV/0!"])
def test_a_formula_that_failed_is_listed_even_in_the_first_cell(
    error: str, data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    worksheet = opened["proceedings"]
    worksheet["A2"] = error
    worksheet["A2"].data_type = "e"
    opened.save(path)
    found = read(data).problems
    assert (found[0].sheet, found[0].row, found[0].column) == ("proceedings", 2, "proceeding_id")
    assert error in found[0].found


def test_a_sheet_nobody_knows_is_named_with_the_nearest(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    opened.create_sheet("event")
    opened.save(path)
    problem = only(data)
    assert problem.file == "cases/fictional-case-a.xlsx, sheet event"
    assert problem.found == "a sheet 'event'"
    assert problem.nearest == "events"


def test_one_sheet_may_not_come_twice(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    opened.create_sheet("legs ").append(["leg_id"])
    opened.save(path)
    assert only(data).found == "the sheet 'legs' twice"


def test_a_bad_sheet_does_not_blame_the_others(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    opened["events"]["B1"] = "event_id"
    opened.save(path)
    problem = only(data)
    assert (problem.file, problem.row, problem.column) == (
        "cases/fictional-case-a.xlsx, sheet events",
        1,
        "event_id",
    )


def test_a_missing_case_sheet_is_one_problem(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    opened.remove(opened["case"])
    opened.save(path)
    problem = only(data)
    assert (problem.sheet, problem.found) == ("case", "no row")


def test_a_cell_beside_the_table_is_one_problem(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    opened["events"].cell(3, 20).value = "?"
    opened.save(path)
    problem = only(data)
    assert (problem.sheet, problem.row) == ("events", 3)
    assert "to the right of the last column" in problem.found


@pytest.mark.parametrize(("row", "column"), [(1_048_576, 1), (4, 16_384), (3_000, 1)])
def test_a_cell_far_away_is_never_passed_over(
    row: int, column: int, data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    opened, path = book()
    opened["proceedings"].cell(row, column).value = "far away"
    opened.save(path)
    found = read(data).problems
    assert found
    assert {(one.sheet, one.row) for one in found} == {("proceedings", row)}


def test_what_a_workbook_says_of_its_own_size_is_not_believed(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    whole = read(data).record
    _, path = book()
    rewrite(path, "xl/worksheets/sheet3.xml", lambda xml: xml.replace("A1:K13", "A1:B2"))
    assert read(data).record == whole


def rewrite(path: Path, member: str, change: Callable[[str], str]) -> None:
    """Change one member of a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            text = before.read(info.filename)
            if info.filename == member:
                changed = change(text.decode())
                assert changed != text.decode()
                text = changed.encode()
            after.writestr(info, text, zipfile.ZIP_DEFLATED)
    path.write_bytes(out.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    _, path = book()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", b"\0" * 100_000_001)
    assert path.stat().st_size < 200_000
    problem = only(data)
    assert problem.file == BOOK
    assert problem.found.endswith("bytes when unpacked")


@pytest.mark.parametrize(
    "content",
    [b"", b"no workbook", b"PK\x03\x04" + b"\0" * 40, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64],
    ids=["empty", "text", "cut off", "password or old format"],
)
def test_a_file_that_is_no_workbook_is_one_problem(
    content: bytes, sheets: Sheets, data: Path
) -> None:
    sheets.write_workbooks(data)
    (data / BOOK).write_bytes(content)
    problem = only(data)
    assert (problem.file, problem.found) == (BOOK, "a file that is no workbook")


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("xl/worksheets/sheet2.xml", "</worksheet>", ""),
        ("xl/worksheets/sheet2.xml", "<row r", "<row &#xD800; r"),
        ("xl/worksheets/sheet2.xml", "<t>", "<t>&#xD800;"),
        ("xl/workbook.xml", "</workbook>", ""),
        ("xl/worksheets/sheet2.xml", 'inlineStr"><is><t>event_id</t></is>', 's"><v>99</v>'),
    ],
    ids=["cut off", "broken mark", "lone surrogate", "no book", "no such string"],
)
def test_a_damaged_workbook_is_one_problem(
    member: str, old: str, new: str, data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    _, path = book()
    rewrite(path, member, lambda xml: xml.replace(old, new, 1))
    problem = only(data)
    assert problem.file.startswith(BOOK)
    assert "cannot be read" in problem.found or "no workbook" in problem.found


def test_a_flipped_byte_is_a_problem_or_changes_nothing(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    _, path = book()
    whole, record = path.read_bytes(), read(data).record
    for place in range(0, len(whole), len(whole) // 40):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        reading = read(data)
        assert reading.problems or reading.record == record


def test_a_workbook_cut_short_is_one_problem(
    data: Path, book: Callable[[], tuple[Workbook, Path]]
) -> None:
    _, path = book()
    whole = path.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.999):
        path.write_bytes(whole[: int(len(whole) * share)])
        assert only(data).found == "a file that is no workbook"
