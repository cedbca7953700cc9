"""Where the record lies: which files hold which sheets of which case."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from timeline.intake.problem import Problem, nearest, quoted
from timeline.model.sheet import SHEETS

SHARED = "shared"
CASES = "cases"


def data_folder() -> Path:
    """The folder of the record: TIMELINE_DATA if set, else `data` beside the project's pages."""
    asked = os.environ.get("TIMELINE_DATA")
    if asked:
        return Path(asked).resolve()
    here = Path.cwd()
    if (here / "data" / CASES).is_dir():
        return here / "data"
    return Path(__file__).resolve().parents[3] / "data"


@dataclass(frozen=True, slots=True)
class SheetFile:
    """One sheet in one file."""

    path: Path
    label: str
    """What the file is called in problems."""
    sheet: str
    case_id: str | None
    """None for the shared sheets."""
    is_workbook: bool = False


def sheet_files(folder: Path) -> tuple[list[SheetFile], list[Problem]]:
    """Every sheet of the record in a stable order, and what lies there that is no sheet."""
    files: list[SheetFile] = []
    problems: list[Problem] = []
    if not (folder / CASES).is_dir():
        problems.append(
            Problem(
                str(folder),
                "",
                None,
                None,
                "no folder 'cases'",
                "a folder with one folder per case",
            )
        )
        return files, problems
    shared = folder / SHARED
    if shared.is_dir():
        _folder_sheets(shared, None, folder, files, problems)
    seen: dict[str, str] = {}
    for entry in sorted((folder / CASES).iterdir()):
        if entry.name.startswith((".", "~$")):
            continue
        label = entry.relative_to(folder).as_posix()
        case_id = entry.stem if entry.is_file() else entry.name
        if case_id in seen:
            problems.append(
                Problem(
                    label,
                    "case",
                    None,
                    None,
                    f"the case {quoted(case_id)} a second time",
                    f"one folder or one workbook; the other is {seen[case_id]}",
                )
            )
        elif entry.is_dir():
            seen[case_id] = label
            _folder_sheets(entry, case_id, folder, files, problems)
        elif entry.suffix == ".xlsx":
            seen[case_id] = label
            files.extend(
                SheetFile(entry, f"{label}, sheet {sheet}", sheet, case_id, is_workbook=True)
                for sheet in SHEETS
            )
        else:
            problems.append(
                Problem(
                    label, "", None, None, "a file that is no case", "a folder or an .xlsx workbook"
                )
            )
    return files, problems


def _folder_sheets(
    entry: Path, case_id: str | None, folder: Path, files: list[SheetFile], problems: list[Problem]
) -> None:
    allowed = [sheet.name for sheet in SHEETS.values() if case_id is not None or sheet.is_shared]
    workbooks = sorted(entry.glob("*.xlsx"))
    present = {path.stem: path for path in sorted(entry.glob("*.csv"))}
    for path in sorted(entry.iterdir()):
        label = path.relative_to(folder).as_posix()
        if path.name.startswith((".", "~$")) or path.suffix.lower() in (".md", ".txt"):
            continue
        if path.suffix == ".csv" and path.stem in allowed:
            continue
        if path.suffix == ".xlsx" and case_id is not None and not present and len(workbooks) == 1:
            continue
        problems.append(
            Problem(
                label,
                path.stem,
                None,
                None,
                f"a file {quoted(path.name)} that is no sheet",
                "one of " + ", ".join(f"{name}.csv" for name in allowed),
                nearest(path.stem, allowed),
            )
        )
    if case_id is not None and not present and len(workbooks) == 1:
        label = workbooks[0].relative_to(folder).as_posix()
        files.extend(
            SheetFile(workbooks[0], f"{label}, sheet {sheet}", sheet, case_id, is_workbook=True)
            for sheet in SHEETS
        )
        return
    # In the order of SHEETS, so that problems and ids come in the same order everywhere.
    files.extend(
        SheetFile(present[name], present[name].relative_to(folder).as_posix(), name, case_id)
        for name in allowed
        if name in present
    )
    if case_id is not None and "case" not in present:
        label = entry.relative_to(folder).as_posix()
        problems.append(
            Problem(label, "case", None, None, "no sheet case.csv", "a case.csv with one row")
        )
