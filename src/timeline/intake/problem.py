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
        where = self.file
        if self.row is not None:
            where += f", row {self.row}"
        if self.column is not None:
            where += f", column {self.column}"
        line = f"{where}: found {self.found}; wanted {self.wanted}"
        # Names of files and columns may hold anything, even what cannot be printed.
        return _visible(f"{line}; nearest known: {self.nearest}" if self.nearest else line)


def _visible(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def quoted(text: str) -> str:
    """The text in quotes, shortened, with what cannot be seen made visible."""
    shown = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return f"'{_visible(shown)}'"


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known value most like *text*, or None when nothing is alike."""
    match = process.extractOne(text, list(known), scorer=fuzz.WRatio, score_cutoff=_NEAR_ENOUGH)
    return None if match is None else str(match[0])
