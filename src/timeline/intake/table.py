"""A sheet as text: its header and its rows, with the row numbers a person sees."""

from __future__ import annotations

from dataclasses import dataclass, field


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
