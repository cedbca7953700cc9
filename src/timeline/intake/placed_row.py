"""A noun together with where it stands, so that later checks can point at the cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from timeline.intake.problem import Problem
from timeline.model.noun import Noun

NounT = TypeVar("NounT", bound=Noun, covariant=True)


@dataclass(frozen=True, slots=True)
class PlacedRow(Generic[NounT]):
    """One row of one sheet, read."""

    noun: NounT
    file: str
    sheet: str
    row: int
    case_id: str | None
    """None in the shared folder."""

    def problem(
        self, column: str | None, found: str, wanted: str, nearest: str | None = None
    ) -> Problem:
        """A problem that points at this row."""
        return Problem(self.file, self.sheet, self.row, column, found, wanted, nearest)
