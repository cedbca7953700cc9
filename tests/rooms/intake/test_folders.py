"""What may lie in the folder of the record, and what is said about the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Sheets
from timeline.intake.folder import data_folder
from timeline.intake.problem import Problem
from timeline.intake.read import read


def only(data: Path) -> Problem:
    found = read(data).problems
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def test_a_folder_without_cases_is_one_problem(data: Path) -> None:
    assert only(data).found == "no folder 'cases'"
    (data / "cases").mkdir()
    reading = read(data)
    assert reading.problems == ()
    assert reading.record is not None
    assert reading.record.case_files == ()


def test_a_file_that_is_no_sheet_is_named_with_the_nearest(sheets: Sheets, data: Path) -> None:
    sheets.write(data)
    (data / "cases/fictional-case-a/event.csv").touch()
    problem = only(data)
    assert problem.file == "cases/fictional-case-a/event.csv"
    assert "'event.csv' that is no sheet" in problem.found
    assert problem.nearest == "events"


def test_a_sheet_of_one_case_does_not_belong_in_the_shared_folder(
    sheets: Sheets, data: Path
) -> None:
    sheets.write(data)
    (data / "shared/legs.csv").touch()
    problem = only(data)
    assert problem.file == "shared/legs.csv"
    assert problem.wanted == (
        "one of places.csv, place_names.csv, actors.csv, actor_names.csv, sources.csv"
    )


def test_notes_and_hidden_files_are_left_in_peace(sheets: Sheets, data: Path) -> None:
    sheets.write(data)
    for name in ("README.md", "notes.txt", ".DS_Store", "~$case.xlsx"):
        (data / "cases/fictional-case-a" / name).touch()
    (data / "cases/.hidden").mkdir()
    assert read(data).problems == ()


@pytest.mark.parametrize("name", ["EVENTS.CSV", "events.csv.bak", "events.ods", "events (1).csv"])
def test_nothing_that_looks_like_a_sheet_is_passed_over_in_silence(
    name: str, sheets: Sheets, data: Path
) -> None:
    sheets.write(data)
    (data / "cases/fictional-case-a" / name).touch()
    assert only(data).file.endswith(name)


def test_every_case_without_a_case_sheet_or_row_is_listed(sheets: Sheets, data: Path) -> None:
    sheets.cases["fictional-case-c"] = {"case": []}
    sheets.cases["fictional-case-d"] = {"case": []}
    sheets.row("events", "person-a-left")["event_type"] = "departur"
    sheets.write(data)
    (data / "cases/fictional-case-e").mkdir()
    found = read(data).problems
    assert sorted((one.file, one.found) for one in found) == [
        ("cases/fictional-case-a/events.csv", "'departur'"),
        ("cases/fictional-case-c/case.csv", "no row"),
        ("cases/fictional-case-d/case.csv", "no row"),
        ("cases/fictional-case-e", "no sheet case.csv"),
    ]


def test_one_case_may_not_be_a_folder_and_a_workbook_at_once(sheets: Sheets, data: Path) -> None:
    sheets.write(data)
    only_b = Sheets(cases={"fictional-case-b": sheets.cases["fictional-case-b"]})
    only_b.write_workbooks(data)
    problem = only(data)
    assert problem.file == "cases/fictional-case-b.xlsx"
    assert problem.found == "the case 'fictional-case-b' a second time"
    assert "the other is cases/fictional-case-b" in problem.wanted


def test_the_folder_can_be_chosen_by_the_environment(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATA", str(data))
    assert data_folder() == data.resolve()
    monkeypatch.delenv("TIMELINE_DATA")
    (data / "data" / "cases").mkdir(parents=True)
    monkeypatch.chdir(data)
    assert data_folder() == data / "data"
