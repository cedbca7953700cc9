"""From the text of a sheet to nouns, or to the cells that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from timeline.intake.cell import NOTHING, Refused, read_cell
from timeline.intake.folder import SheetFile
from timeline.intake.placed_row import PlacedRow
from timeline.intake.problem import Problem, nearest, quoted
from timeline.intake.table import RawRow, RawTable
from timeline.model.column import CellKind
from timeline.model.noun import Noun
from timeline.model.sheet import SHEETS, Sheet
from timeline.model.vocabulary import Disclosure


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What one sheet gave."""

    rows: list[PlacedRow[Noun]]
    problems: list[Problem]
    notices: list[Problem]
    left_out: set[str]
    """The cells of rows that were left out."""
    is_unread: bool = False
    """True when rows are missing of which not even the ids are known."""


def read_rows(table: RawTable, file: SheetFile) -> SheetReading:
    """The rows of a sheet as nouns, the problems, and notices that stop nothing.

    A row with a cell that cannot be read is left out whole and every such cell in it
    is a problem. So is every row of a sheet whose columns are wrong, but its cells are
    looked at all the same. A notice says that a disclosure was empty or unknown and
    counts as restricted.
    """
    sheet = SHEETS[file.sheet]
    problems = _column_problems(table, file, sheet)
    are_columns_wrong = bool(problems)
    left_out: set[str] = set(table.left_out)
    rows: list[PlacedRow[Noun]] = []
    notices: list[Problem] = []
    for raw in table.rows:
        values, wrong = _row_values(raw, sheet, file, table.columns)
        problems.extend(wrong)
        if are_columns_wrong:
            continue
        notices.extend(_disclosure_notices(raw, sheet, file))
        if wrong:
            left_out.update(text.strip() for text in raw.cells.values())
            continue
        try:
            noun = sheet.noun(**values)
        except ValidationError as error:
            problems.extend(
                Problem(
                    file.label,
                    file.sheet,
                    raw.number,
                    str(detail["loc"][0]),
                    quoted(str(detail["input"])),
                    detail["msg"],
                )
                for detail in error.errors()
            )
            left_out.update(text.strip() for text in raw.cells.values())
            continue
        rows.append(PlacedRow(noun, file.label, file.sheet, raw.number, file.case_id))
    return SheetReading(
        rows, problems, notices, left_out, is_unread=are_columns_wrong or table.is_broken
    )


def _column_problems(table: RawTable, file: SheetFile, sheet: Sheet) -> list[Problem]:
    known = [column.name for column in sheet.columns]
    problems = [
        Problem(
            file.label,
            file.sheet,
            None,
            name or "(no name)",
            f"an unknown column {quoted(name)}",
            "one of " + ", ".join(known),
            nearest(name, known) if name else None,
        )
        for name in table.columns
        if name not in known
    ]
    problems.extend(
        Problem(file.label, file.sheet, None, column.name, "no such column", column.description)
        for column in sheet.columns
        if column.is_required and column.name not in table.columns
    )
    return problems


def _row_values(
    raw: RawRow, sheet: Sheet, file: SheetFile, present: tuple[str, ...]
) -> tuple[dict[str, object], list[Problem]]:
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for column in sheet.columns:
        if column.name not in present:
            continue
        text = raw.cells.get(column.name, "")
        wanted = raw.damaged.get(column.name)
        if wanted is not None:
            problems.append(
                Problem(file.label, file.sheet, raw.number, column.name, quoted(text), wanted)
            )
            continue
        value = read_cell(column, text)
        if isinstance(value, Refused):
            problems.append(
                Problem(
                    file.label,
                    file.sheet,
                    raw.number,
                    column.name,
                    value.found,
                    value.wanted,
                    value.nearest,
                )
            )
        elif value is not NOTHING:
            values[column.name] = value
    return values, problems


def _disclosure_notices(raw: RawRow, sheet: Sheet, file: SheetFile) -> list[Problem]:
    return [
        Problem(
            file.label,
            file.sheet,
            raw.number,
            column.name,
            quoted(text) if (text := raw.cells.get(column.name, "").strip()) else "an empty cell",
            "one of " + ", ".join(Disclosure) + "; counts as restricted and is not published",
            nearest(text, list(Disclosure)) if text else None,
        )
        for column in sheet.columns
        if column.kind is CellKind.DISCLOSURE
        and raw.cells.get(column.name, "").strip() not in set(Disclosure)
    ]
