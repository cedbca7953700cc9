"""`datapackage.json` describes the sheets so that other people's tools can check them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from frictionless import Package, system

from tests.builders import Sheets
from timeline.intake.datapackage import datapackage, write_datapackage
from timeline.model.sheet import SHEETS

DATA = Path(__file__).parents[3] / "data"


def errors_of(package: Path) -> list[str]:
    with system.use_context(trusted=True):
        report = Package(str(package)).validate()
    assert len(report.tasks) == len(json.loads(package.read_text(encoding="utf-8"))["resources"])
    return [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


def test_the_fictional_record_is_valid(sheets: Sheets, data: Path) -> None:
    assert errors_of(write_datapackage(sheets.write(data))) == []


@pytest.mark.parametrize(
    ("sheet", "key", "column", "typed"),
    [
        ("events", "person-a-left", "event_type", "departur"),
        ("events", "person-a-left", "summary", ""),
        ("legs", "person-a-leg-1", "sequence", "first"),
        ("places", "fictional-settlement", "lat_deg", "north"),
        ("sources", "fictional-daily", "title_is_ours", "perhaps"),
    ],
)
def test_what_other_tools_can_see_they_find(
    sheet: str, key: str, column: str, typed: str, sheets: Sheets, data: Path
) -> None:
    sheets.row(sheet, key)[column] = typed
    assert errors_of(write_datapackage(sheets.write(data)))


def test_every_sheet_and_column_is_described(sheets: Sheets, data: Path) -> None:
    package = datapackage(sheets.write(data))
    resources = package["resources"]
    assert isinstance(resources, list)
    assert {Path(one["path"]).stem for one in resources} == set(SHEETS)
    assert len({one["name"] for one in resources}) == len(resources)
    for one in resources:
        sheet = SHEETS[Path(one["path"]).stem]
        described = {field["name"]: field for field in one["schema"]["fields"]}
        assert list(described) == [column.name for column in sheet.columns]
        for column in sheet.columns:
            assert described[column.name]["description"] == column.description
            constraints = described[column.name].get("constraints", {})
            assert constraints.get("required", False) == column.is_required


def test_half_known_dates_stay_text(sheets: Sheets, data: Path) -> None:
    for one in datapackage(sheets.write(data))["resources"]:  # type: ignore[attr-defined]
        for field in one["schema"]["fields"]:
            assert field["type"] in ("string", "integer", "number", "boolean")


def test_the_record_is_valid(tmp_path: Path) -> None:
    """The committed description, or one made now, against the sheets as they are."""
    written = DATA / "datapackage.json"
    if not written.is_file():
        written = tmp_path / "datapackage.json"
        for home in ("shared", "cases"):
            (tmp_path / home).symlink_to(DATA / home)
        written.write_text(json.dumps(datapackage(DATA)), encoding="utf-8")
    assert errors_of(written) == []


def test_the_committed_description_is_the_one_that_would_be_written_now() -> None:
    written = DATA / "datapackage.json"
    if not written.is_file():
        pytest.skip("no datapackage.json beside the record; `timeline dictionary --write docs`")
    assert json.loads(written.read_text(encoding="utf-8")) == datapackage(DATA)
