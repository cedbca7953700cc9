"""A sheet as text: its header and its rows, with the row numbers a person sees."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_COLUMNS = 200
"""No sheet of ours has a tenth of them; more is a file that was meant for something else."""

SPREADSHEET_ERRORS = (
    "#REF!",
    "#N/A",
    "#NAME?",
    "#VALUE!",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
)
"""What a spreadsheet shows for a formula that failed; such a row is no comment line."""


def is_comment(text: str) -> bool:
    """Whether a row that begins with this text is a comment."""
    return text.lstrip().startswith("#") and not text.lstrip().startswith(SPREADSHEET_ERRORS)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row, cell by cell, as text."""

    number: int
    """Line of the CSV file, or row of the workbook, in which the row begins."""
    cells: dict[str, str]
    damaged: dict[str, str] = field(default_factory=dict)
    """Column to what was wanted, for cells that could not be read as text without guessing."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """The rows of one sheet under their column names."""

    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    left_out: frozenset[str] = frozenset()
    """The cells of rows that are not among *rows*, each of them a problem of its own."""
    is_broken: bool = False
    """True when rows were lost of which not even the cells are known."""
