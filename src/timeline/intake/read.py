"""Reading the whole record: all sheets, all problems at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from timeline.intake.csv_sheet import read_csv
from timeline.intake.folder import SheetFile, sheet_files
from timeline.intake.meaning_check import meaning_problems
from timeline.intake.point_check import point_problems
from timeline.intake.problem import Problem
from timeline.intake.record_of import record_of
from timeline.intake.reference_check import reference_problems
from timeline.intake.rows import Rows
from timeline.intake.safety_check import safety_problems
from timeline.intake.sheet_rows import read_rows
from timeline.intake.table import RawTable
from timeline.intake.workbook import read_workbook
from timeline.model.record import Record
from timeline.model.sheet import SHEETS


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the record gave."""

    record: Record | None
    """None as soon as there is one problem: half a record is never built."""
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    """Things to know that stop nothing, such as a disclosure that counts as restricted."""


def read(folder: Path, progress: Callable[[float], None] = lambda _: None) -> Reading:
    """Read every sheet below *folder*; *progress* is told the share done, 0 to 1."""
    files, problems = sheet_files(folder)
    notices: list[Problem] = []
    rows = Rows()
    workbooks: dict[Path, tuple[dict[str, RawTable], list[Problem]]] = {}
    troubled: set[str | None] = set()
    for done, file in enumerate(files):
        progress(done / max(len(files), 1))
        table, found = _table(file, workbooks)
        problems.extend(found)
        if found and file.sheet == "case":
            troubled.add(file.case_id)
        if table is None:
            if found:
                rows.unread_sheets.add(file.sheet)
            continue
        reading = read_rows(table, file)
        problems.extend(reading.problems)
        if reading.problems and file.sheet == "case":
            troubled.add(file.case_id)
        notices.extend(reading.notices)
        rows.add(reading.rows, file.sheet)
        rows.left_out.setdefault(file.sheet, set()).update(reading.left_out)
        if reading.is_unread:
            rows.unread_sheets.add(file.sheet)
    cases_read = {row.case_id for row in rows.cases}
    problems.extend(
        Problem(file.label, "case", None, None, "no row", "one row that describes the case")
        for file in files
        if file.sheet == "case" and file.case_id not in cases_read | troubled
    )
    problems.extend(reference_problems(rows))
    problems.extend(meaning_problems(rows))
    problems.extend(safety_problems(rows))
    problems.extend(point_problems(rows, folder))
    progress(1.0)
    record = None if problems else record_of(rows)
    return Reading(record, tuple(problems), tuple(notices))


def _table(
    file: SheetFile, workbooks: dict[Path, tuple[dict[str, RawTable], list[Problem]]]
) -> tuple[RawTable | None, list[Problem]]:
    """One sheet, with the problems that are its own.

    What is wrong with a workbook as a whole, or with a sheet nobody knows, goes with its
    first sheet, `case`, so that it is said once.
    """
    if not file.is_workbook:
        return read_csv(file)
    if file.path not in workbooks:
        label = file.label.split(", sheet ", maxsplit=1)[0]
        workbooks[file.path] = read_workbook(file.path, label)
    tables, problems = workbooks[file.path]
    return tables.get(file.sheet), [
        problem
        for problem in problems
        if problem.sheet == file.sheet or (file.sheet == "case" and problem.sheet not in SHEETS)
    ]
