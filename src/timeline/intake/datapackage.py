"""The Frictionless `datapackage.json` of the sheets, from the description of their columns."""

from __future__ import annotations

import json
from pathlib import Path

from timeline.intake.folder import CASES, SHARED
from timeline.model.column import CellKind, Column
from timeline.model.sheet import SHEETS, Sheet

TITLE = "Cases of people hunted across borders, as publicly reported"
LICENCE = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}

_TYPES = {
    CellKind.INTEGER: "integer",
    CellKind.DECIMAL: "number",
    CellKind.YES_NO: "boolean",
}


def write_datapackage(data_folder: Path) -> Path:
    """Write `datapackage.json` into the data folder and return its path."""
    path = data_folder / "datapackage.json"
    path.write_text(
        json.dumps(datapackage(data_folder), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    return path


def datapackage(data_folder: Path) -> dict[str, object]:
    """One resource for each CSV sheet that lies in the folder, with its table schema.

    Half-known dates are strings: the `date` type of a table schema would refuse them.
    """
    resources = []
    for path in sorted(
        [*data_folder.glob(f"{SHARED}/*.csv"), *data_folder.glob(f"{CASES}/*/*.csv")]
    ):
        sheet = SHEETS.get(path.stem)
        if sheet is not None:
            resources.append(_resource(path.relative_to(data_folder), sheet))
    return {
        "profile": "tabular-data-package",
        "name": "timeline-record",
        "title": TITLE,
        "licenses": [LICENCE],
        "resources": resources,
    }


def _resource(path: Path, sheet: Sheet) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": "-".join(path.with_suffix("").parts).replace("_", "-"),
        "path": path.as_posix(),
        "description": sheet.description,
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "commentChar": "#"},
        "schema": {
            "fields": [_field(column) for column in sheet.columns],
            "primaryKey": list(sheet.key),
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if column.is_required else {}
    if column.kind is CellKind.TERM and column.vocabulary is not None:
        constraints["enum"] = [str(term) for term in column.vocabulary]
    field: dict[str, object] = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column.description,
    }
    if column.kind is CellKind.YES_NO:
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    if constraints:
        field["constraints"] = constraints
    return field
