"""The empty, commented folder that a new case starts from."""

from __future__ import annotations

from pathlib import Path

from timeline.intake.folder import CASES
from timeline.model.column import CellKind, Column
from timeline.model.sheet import SHEETS, Sheet

_CASE_SHEETS = ("case", "events", "claims", "involvements", "legs", "proceedings", "figures")


def write_template(folder: Path, case_id: str) -> Path:
    """Write `cases/<case_id>` with one commented sheet a file, and return its path.

    The case is restricted until its disclosure says public, so an unfinished case is
    never published.

    Raises FileExistsError when there is such a case already.
    """
    home = folder / CASES / case_id
    if home.exists() or home.with_suffix(".xlsx").exists():
        raise FileExistsError(home)
    home.mkdir(parents=True)
    for name in _CASE_SHEETS:
        sheet = SHEETS[name]
        lines = [*_comments(sheet), ",".join(column.name for column in sheet.columns)]
        if name == "case":
            first = {
                "case_id": case_id,
                "title": f"Untitled case {case_id}",
                "disclosure": "restricted",
            }
            lines.append(",".join(first.get(column.name, "") for column in sheet.columns))
        (home / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return home


def _comments(sheet: Sheet) -> list[str]:
    lines = [f"# {sheet.description}", "#"]
    for column in sheet.columns:
        lines.append(
            f"# {column.name}{'' if column.is_required else ' (optional)'}: {column.description}"
        )
        lines.extend(f"#     {hint}" for hint in _hints(column))
    return [*lines, "#"]


def _hints(column: Column) -> list[str]:
    hints = []
    if column.vocabulary is not None:
        hints.append("one of " + ", ".join(column.vocabulary))
    if column.kind is CellKind.REFERENCE:
        hints.append(f"an id of the sheet {column.refers_to}")
    if column.example:
        hints.append(f"for example {column.example}")
    return hints
