"""Reading the sheets of one .xlsx workbook, as text, with nothing invented.

Spreadsheets turn what is typed into something else: '2023-05' into the first of May.
A cell that holds a date is therefore only read when its format shows day, month and
year, and refused otherwise.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

from timeline.intake.problem import Problem, nearest, quoted
from timeline.intake.table import MOST_COLUMNS, RawRow, RawTable, is_comment
from timeline.model.sheet import SHEETS

_MOST_ROWS = 50_000
_LARGEST_UNPACKED = 100_000_000

_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Parts of a number format that show nothing of the date: words, colours, blanks."""
_DAY_OF_MONTH = re.compile(r"(?<!d)d{1,2}(?!d)")
"""'d' and 'dd' show the day; 'ddd' and 'dddd' only its name."""


def read_workbook(path: Path, label: str) -> tuple[dict[str, RawTable], list[Problem]]:
    """Every known sheet of the workbook by name, and what was wrong with the file.

    Unknown sheets are problems, save one called 'notes'. Size is checked before
    anything is unpacked. A problem about one sheet bears its name.
    """
    problem = _size_problem(path, label)
    if problem is not None:
        return {}, [problem]
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception:  # openpyxl passes on whatever its parsers raise on a damaged file
        return {}, [_no_workbook(label)]
    tables: dict[str, RawTable] = {}
    problems: list[Problem] = []
    seen: set[str] = set()
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
                    f"a sheet {quoted(worksheet.title)}",
                    "one of " + ", ".join(SHEETS) + ", or 'notes'",
                    nearest(name, SHEETS),
                )
            )
            continue
        if name in seen:
            problems.append(
                Problem(
                    sheet_label, name, None, None, f"the sheet '{name}' twice", "each sheet once"
                )
            )
            continue
        seen.add(name)
        try:
            # What the file says of its own size is not to be relied on.
            worksheet.reset_dimensions()
            table, found = _table(worksheet.iter_rows(), name, sheet_label)
        except Exception:  # as above
            table, found = None, [_no_workbook(sheet_label, name)]
        problems.extend(found)
        if table is not None:
            tables[name] = table
    book.close()
    return tables, problems


def _no_workbook(label: str, sheet: str = "") -> Problem:
    what = "a sheet that cannot be read" if sheet else "a file that is no workbook"
    return Problem(label, sheet, None, None, what, "an .xlsx workbook")


def _size_problem(path: Path, label: str) -> Problem | None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return _no_workbook(label)
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
    left_out: set[str] = set()
    is_broken = False
    for number, cells in enumerate(rows, start=1):
        values: list[tuple[str, str | None]] = [_text(cell) for cell in cells]
        if not any(text.strip() or wanted for text, wanted in values):
            continue
        # Rows and columns that far away are an accident, and would take minutes to read.
        if number > _MOST_ROWS or len(values) > MOST_COLUMNS:
            problems.append(
                Problem(
                    label,
                    sheet,
                    number,
                    None,
                    "a cell far away from the rest",
                    f"at most {_MOST_ROWS:,} rows and {MOST_COLUMNS} columns; "
                    "what follows was not read",
                )
            )
            is_broken = True
            break
        if is_comment(values[0][0]):
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
            left_out.update(text.strip() for text, _ in values)
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
    return RawTable(header, tuple(found), frozenset(left_out), is_broken), problems


def _text(cell: Cell | MergedCell | ReadOnlyCell | EmptyCell) -> tuple[str, str | None]:
    """The cell as text, and what is wanted instead when it cannot be read without guessing."""
    value = cell.value
    if value is None:
        return "", None
    if isinstance(value, bool):
        return ("yes" if value else "no"), None
    if isinstance(value, dt.datetime | dt.date):
        if _shows_the_day(getattr(cell, "number_format", "") or ""):
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


def _shows_the_day(number_format: str) -> bool:
    """Whether whoever typed the date saw its year, month and day of the month."""
    shown = _NOT_SHOWN.sub("", number_format.lower()).split(";")[0]
    return "y" in shown and "m" in shown and _DAY_OF_MONTH.search(shown) is not None
