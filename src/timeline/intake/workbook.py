"""Reading the sheets of one .xlsx workbook, as text, with nothing invented.

Spreadsheets turn what is typed into something else: '2023-05' into the first of May.
A cell that holds a date is therefore only read when its format shows day, month and
year, and refused otherwise.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException

from timeline.intake.problem import Problem
from timeline.intake.table import RawRow, RawTable
from timeline.model.sheet import SHEETS

_MOST_ROWS = 50_000
_MOST_COLUMNS = 200
_LARGEST_UNPACKED = 100_000_000
_EMPTY_ROWS_AT_END = 1_000


def read_workbook(path: Path, label: str) -> tuple[dict[str, RawTable], list[Problem]]:
    """Every known sheet of the workbook by name, and what was wrong with the file.

    Unknown sheets are problems, save one called 'notes'. Size is checked before
    anything is unpacked.
    """
    problem = _size_problem(path, label)
    if problem is not None:
        return {}, [problem]
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        return {}, [
            Problem(label, "", None, None, "a file that is no workbook", "an .xlsx workbook")
        ]
    tables: dict[str, RawTable] = {}
    problems: list[Problem] = []
    for worksheet in book.worksheets:
        name = worksheet.title.strip().lower()
        if name == "notes":
            continue
        sheet_label = f"{label}, sheet {worksheet.title}"
        if name not in SHEETS:
            problems.append(
                Problem(
                    sheet_label,
                    name,
                    None,
                    None,
                    f"a sheet '{worksheet.title}'",
                    "one of " + ", ".join(SHEETS) + ", or 'notes'",
                )
            )
            continue
        rows = worksheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS + 1)
        table, found = _table(rows, name, sheet_label)
        problems.extend(found)
        if table is not None:
            tables[name] = table
    book.close()
    return tables, problems


def _size_problem(path: Path, label: str) -> Problem | None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile:
        return Problem(label, "", None, None, "a file that is no workbook", "an .xlsx workbook")
    if unpacked > _LARGEST_UNPACKED:
        return Problem(
            label,
            "",
            None,
            None,
            f"{unpacked:,} bytes when unpacked",
            f"at most {_LARGEST_UNPACKED:,}",
        )
    return None


def _table(
    rows: Iterable[tuple[Cell | MergedCell | ReadOnlyCell | EmptyCell, ...]], sheet: str, label: str
) -> tuple[RawTable | None, list[Problem]]:
    header: tuple[str, ...] | None = None
    found: list[RawRow] = []
    problems: list[Problem] = []
    empty = 0
    for number, cells in enumerate(rows, start=1):
        values: list[tuple[str, str | None]] = [_text(cell) for cell in cells]
        if not any(text.strip() or wanted for text, wanted in values):
            empty += 1
            if empty > _EMPTY_ROWS_AT_END:
                break
            continue
        empty = 0
        if number > _MOST_ROWS:
            problems.append(
                Problem(label, sheet, number, None, "more rows", f"at most {_MOST_ROWS:,}")
            )
            break
        if values[0][0].startswith("#"):
            continue
        if header is None:
            names = [text.strip() for text, _ in values]
            while names and not names[-1]:
                names.pop()
            header = tuple(names)
            doubled = sorted({name for name in header if header.count(name) > 1})
            problems.extend(
                Problem(
                    label,
                    sheet,
                    number,
                    name or "(no name)",
                    "the column name twice",
                    "each column once",
                )
                for name in doubled
            )
            if doubled:
                return None, problems
            continue
        beyond = [text for text, _ in values[len(header) :] if text.strip()]
        if beyond:
            problems.append(
                Problem(
                    label,
                    sheet,
                    number,
                    None,
                    "a cell to the right of the last column",
                    f"{len(header)} cells, as many as the header has",
                )
            )
            continue
        padded = values + [("", None)] * (len(header) - len(values))
        found.append(
            RawRow(
                number,
                {name: text for name, (text, _) in zip(header, padded, strict=False)},
                {
                    name: wanted
                    for name, (_, wanted) in zip(header, padded, strict=False)
                    if wanted is not None
                },
            )
        )
    if header is None:
        return None, problems
    return RawTable(header, tuple(found)), problems


def _text(cell: Cell | MergedCell | ReadOnlyCell | EmptyCell) -> tuple[str, str | None]:
    """The cell as text, and what is wanted instead when it cannot be read without guessing."""
    value = cell.value
    if value is None:
        return "", None
    if isinstance(value, bool):
        return ("yes" if value else "no"), None
    if isinstance(value, dt.datetime | dt.date):
        shown = (getattr(cell, "number_format", "") or "").lower()
        if all(letter in shown for letter in "ymd"):
            return value.strftime("%Y-%m-%d"), None
        return (
            value.isoformat(),
            "text: the spreadsheet has turned what was typed into a day; "
            "format the column as text and type the date again",
        )
    if isinstance(value, dt.time | dt.timedelta):
        return str(value), "text, not a time of day"
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), None
    return str(value), None
