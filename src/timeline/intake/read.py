"""Reading the whole record: all sheets, all problems at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from timeline.intake.csv_sheet import read_csv
from timeline.intake.folder import SheetFile, sheet_files
from timeline.intake.meaning_check import meaning_problems
from timeline.intake.placed_row import NounT, PlacedRow
from timeline.intake.point_check import point_problems
from timeline.intake.problem import Problem
from timeline.intake.reference_check import reference_problems
from timeline.intake.rows import Rows
from timeline.intake.safety_check import safety_problems
from timeline.intake.sheet_rows import read_rows
from timeline.intake.table import RawTable
from timeline.intake.workbook import read_workbook
from timeline.model.record import CaseFile, Record


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
    workbooks: dict[Path, dict[str, RawTable]] = {}
    for done, file in enumerate(files):
        progress(done / max(len(files), 1))
        table, found = _table(file, workbooks)
        problems.extend(found)
        if table is None:
            if found:
                rows.unread_sheets.add(file.sheet)
            continue
        reading = read_rows(table, file)
        problems.extend(reading.problems)
        notices.extend(reading.notices)
        rows.add(reading.rows, file.sheet)
        rows.left_out.setdefault(file.sheet, set()).update(reading.left_out)
        if reading.is_unread:
            rows.unread_sheets.add(file.sheet)
    cases_read = {row.case_id for row in rows.cases}
    problems.extend(
        Problem(file.label, "case", None, None, "no row", "one row that describes the case")
        for file in files
        if file.sheet == "case" and file.case_id not in cases_read and not problems
    )
    problems.extend(reference_problems(rows))
    problems.extend(meaning_problems(rows))
    problems.extend(safety_problems(rows))
    problems.extend(point_problems(rows, folder))
    progress(1.0)
    record = None if problems else _record(rows)
    return Reading(record, tuple(problems), tuple(notices))


def _table(
    file: SheetFile, workbooks: dict[Path, dict[str, RawTable]]
) -> tuple[RawTable | None, list[Problem]]:
    if not file.is_workbook:
        return read_csv(file)
    problems: list[Problem] = []
    if file.path not in workbooks:
        label = file.label.split(", sheet ", maxsplit=1)[0]
        workbooks[file.path], problems = read_workbook(file.path, label)
    return workbooks[file.path].get(file.sheet), problems


def _record(rows: Rows) -> Record:
    events = _by_case(rows.events)
    claims = _by_case(rows.claims)
    involvements = _by_case(rows.involvements)
    legs = _by_case(rows.legs)
    proceedings = _by_case(rows.proceedings)
    figures = _by_case(rows.figures)
    return Record(
        case_files=tuple(
            CaseFile(
                case=row.noun,
                events=events.get(row.case_id, ()),
                claims=claims.get(row.case_id, ()),
                involvements=involvements.get(row.case_id, ()),
                legs=legs.get(row.case_id, ()),
                proceedings=proceedings.get(row.case_id, ()),
                figures=figures.get(row.case_id, ()),
            )
            for row in rows.cases
        ),
        places=tuple(row.noun for row in rows.places),
        place_names=tuple(row.noun for row in rows.place_names),
        actors=tuple(row.noun for row in rows.actors),
        actor_names=tuple(row.noun for row in rows.actor_names),
        sources=tuple(row.noun for row in rows.sources),
    )


def _by_case(placed: list[PlacedRow[NounT]]) -> dict[str | None, tuple[NounT, ...]]:
    """The rows of each case, in reading order."""
    grouped: dict[str | None, list[NounT]] = {}
    for row in placed:
        grouped.setdefault(row.case_id, []).append(row.noun)
    return {case_id: tuple(nouns) for case_id, nouns in grouped.items()}
