"""Something wrong with the record, said so that it can be mended without asking anyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

_LONGEST_QUOTE = 80
_NEAR_ENOUGH = 60.0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with where it stands, what was found and what was wanted."""

    file: str
    """Path relative to the data folder; with the sheet's name for a workbook."""
    sheet: str
    row: int | None
    """Line of the CSV file, or row of the workbook, in which the row begins; None for the file."""
    column: str | None
    found: str
    wanted: str
    nearest: str | None = None
    """The nearest known value, when there is one near enough."""

    def __str__(self) -> str:
        """One line: where, found, wanted, nearest."""
        # A file name may hold anything, even what cannot be printed.
        where = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in self.file)
        if self.row is not None:
            where += f", row {self.row}"
        if self.column is not None:
            where += f", column {self.column}"
        line = f"{where}: found {self.found}; wanted {self.wanted}"
        return f"{line}; nearest known: {self.nearest}" if self.nearest else line


def quoted(text: str) -> str:
    """The text in quotes, shortened, with what cannot be seen made visible."""
    shown = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return "'" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown) + "'"


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known value most like *text*, or None when nothing is alike."""
    match = process.extractOne(text, list(known), scorer=fuzz.WRatio, score_cutoff=_NEAR_ENOUGH)
    return None if match is None else str(match[0])
