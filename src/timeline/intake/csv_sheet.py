"""Reading one CSV sheet: UTF-8, comma, `#` comment lines, nothing guessed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from timeline.intake.folder import SheetFile
from timeline.intake.problem import Problem, quoted
from timeline.intake.table import MOST_COLUMNS, RawRow, RawTable, is_comment

LARGEST_FILE_BYTES = 64_000_000
_LARGEST_CELL = 1_000_000


def read_csv(file: SheetFile) -> tuple[RawTable | None, list[Problem]]:
    """The sheet's rows, or None and why it could not be read at all.

    Rows that are too long or too short are problems of their own and are left out of
    the table; every other row is kept.
    """
    text, problem = _text_of(file)
    if problem is not None:
        return None, [problem]
    csv.field_size_limit(_LARGEST_CELL)
    lines = _Lines(text)
    reader = csv.reader(lines, strict=True)
    header: tuple[str, ...] | None = None
    rows: list[RawRow] = []
    problems: list[Problem] = []
    left_out: set[str] = set()
    is_broken = False
    while True:
        lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            upto = f" up to line {lines.line}" if lines.line > lines.row_line else ""
            problems.append(
                Problem(
                    file.label,
                    file.sheet,
                    lines.row_line,
                    None,
                    f"a broken row{upto} ({error})",
                    "quotes that close, doubled inside quoted text",
                )
            )
            is_broken = True
            if header is None:
                return None, problems
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = tuple(cell.strip() for cell in cells)
            problems.extend(_header_problems(header, file, lines.row_line))
            if problems:
                return None, problems
        elif len(cells) != len(header):
            left_out.update(cell.strip() for cell in cells)
            problems.append(
                Problem(
                    file.label,
                    file.sheet,
                    lines.row_line,
                    None,
                    f"{len(cells)} cells",
                    f"{len(header)}, as many as the header has; a comma inside text needs quotes",
                )
            )
        else:
            rows.append(RawRow(lines.row_line, dict(zip(header, cells, strict=True))))
    if header is None:
        problems.append(
            Problem(
                file.label, file.sheet, None, None, "no header row", "the column names in one row"
            )
        )
        return None, problems
    return RawTable(header, tuple(rows), frozenset(left_out), is_broken), problems


class _Lines:
    """Lines of a text without its comment lines, knowing where the current row began."""

    def __init__(self, text: str) -> None:
        self._lines = iter(io.StringIO(text, newline=""))
        self._at_row_start = True
        self.line = 0
        self.row_line = 0

    def begin_row(self) -> None:
        """Say that the next line read begins a row."""
        self._at_row_start = True

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            line = next(self._lines)
            self.line += 1
            # A '#' inside a quoted cell that runs over several lines is text, not a comment.
            if self._at_row_start and is_comment(line):
                continue
            if self._at_row_start:
                self.row_line = self.line
                self._at_row_start = False
            return line


def _text_of(file: SheetFile) -> tuple[str, Problem | None]:
    def refused(found: str, wanted: str, row: int | None = None) -> tuple[str, Problem]:
        return "", Problem(file.label, file.sheet, row, None, found, wanted)

    try:
        size = file.path.stat().st_size
        if size > LARGEST_FILE_BYTES:
            return refused(f"{size:,} bytes", f"at most {LARGEST_FILE_BYTES:,}")
        data = file.path.read_bytes()
    except OSError as error:
        return refused(
            f"a file that cannot be read ({error.strerror})", "a file that may be opened"
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return refused("UTF-16 text", "UTF-8: save as 'CSV UTF-8 (comma delimited)'")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        return refused(
            f"byte 0x{data[error.start]:02x} that is not UTF-8",
            "UTF-8: save as 'CSV UTF-8 (comma delimited)'",
            row,
        )


def _header_problems(header: tuple[str, ...], file: SheetFile, line: int) -> list[Problem]:
    if len(header) == 1 and any(separator in header[0] for separator in ";\t"):
        separator = "semicolons" if ";" in header[0] else "tabs"
        return [
            Problem(
                file.label,
                file.sheet,
                line,
                None,
                f"columns separated by {separator}",
                "commas: save as 'CSV UTF-8 (comma delimited)'",
            )
        ]
    if len(header) > MOST_COLUMNS:
        return [
            Problem(
                file.label,
                file.sheet,
                line,
                None,
                f"{len(header):,} columns",
                f"at most {MOST_COLUMNS}",
            )
        ]
    doubled = sorted({name for name in header if header.count(name) > 1})
    return [
        Problem(
            file.label,
            file.sheet,
            line,
            name or "(no name)",
            f"the column name {quoted(name)} twice",
            "each column once",
        )
        for name in doubled
    ]
