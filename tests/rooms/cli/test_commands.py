"""The command line: what each command prints, where, and how it ends."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import Sheets
from timeline.cli import main
from timeline.intake.read import read
from timeline.model.sheet import SHEETS
from timeline.model.vocabulary import VOCABULARIES
from timeline.store.build import schema_scripts
from timeline.store.location import current_store

PROGRAM = [sys.executable, "-c", "import sys; from timeline.cli import main; sys.exit(main())"]


def run(data: Path, *words: str) -> int:
    return main(["--data", str(data), *words])


def program(data: Path, *words: str, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, "--data", str(data), *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **how,  # type: ignore[call-overload]
    )


def test_check_of_a_clean_record(
    sheets: Sheets, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(sheets.write(data), "check") == 0
    out, err = capsys.readouterr()
    assert out == (
        "no problems: 2 cases, 4 events, 14 claims, 7 involvements, 3 legs, 1 proceedings, "
        "3 figures, 7 places, 4 actors, 4 sources\n"
    )
    assert err == ""
    assert not (data / "build").exists(), "a check builds nothing"
    assert run(data, "check", "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_check_lists_every_problem_on_a_line_and_ends_with_1(
    sheets: Sheets, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets.row("events", "person-a-left")["event_type"] = "departur"
    sheets.row("places", "fictional-land")["disclosure"] = "publick"
    sheets.row("sources", "fictional-daily")["url"] = "javascript:alert(1)"
    assert run(sheets.write(data), "check") == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == (
        "shared/sources.csv, row 2, column url: found 'javascript:alert(1)'; "
        "wanted an address that starts with https:// or http://"
    )
    assert out.splitlines()[1].startswith(
        "cases/fictional-case-a/events.csv, row 3, column event_type: found 'departur'; wanted one of"
    )
    assert out.splitlines()[1].endswith("; nearest known: departure")
    assert err.splitlines()[0].startswith("notice: shared/places.csv, row 2, column disclosure")
    assert err.splitlines()[-1] == f"{len(out.splitlines())} problems"


def test_the_last_line_of_build_is_the_path_and_where_prints_only_it(
    sheets: Sheets, data: Path
) -> None:
    sheets.write(data)
    before = program(data, "where")
    assert (before.returncode, before.stdout) == (1, "")
    assert before.stderr == "no store has been built yet; run: timeline build\n"
    built = program(data, "build")
    assert built.returncode == 0
    path = built.stdout.splitlines()[-1]
    assert Path(path) == current_store(data.resolve())
    assert Path(path).is_absolute()
    where = program(data, "where")
    assert (where.returncode, where.stdout, where.stderr) == (0, path + "\n", "")


def test_build_refuses_a_record_with_problems_and_changes_nothing(
    sheets: Sheets, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(sheets.write(data), "build") == 0
    store = capsys.readouterr().out
    before = {path.name: path.read_bytes() for path in (data / "build").iterdir()}
    sheets.row("events", "person-a-left")["event_type"] = "departur"
    assert run(sheets.write(data), "build") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "column event_type: found 'departur'" in err.splitlines()[0]
    assert err.splitlines()[-1] == "nothing built: 1 problems in the record"
    assert {path.name: path.read_bytes() for path in (data / "build").iterdir()} == before
    assert run(data, "where") == 0
    assert capsys.readouterr().out == store


def test_a_new_case_is_clean_and_not_published(
    sheets: Sheets, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = run(sheets.write(data), "build"), capsys.readouterr().out
    assert run(data, "new", "fictional-case-c") == 0
    home = Path(capsys.readouterr().out.strip())
    assert home == data / "cases/fictional-case-c"
    assert run(data, "check") == 0
    assert "3 cases" in capsys.readouterr().out
    reading = read(data)
    assert reading.notices == ()
    assert reading.record is not None
    assert reading.record.case_files[2].case.disclosure == "restricted"
    assert (run(data, "build"), capsys.readouterr().out) == before, "the store is the very same"
    assert b"fictional-case-c" not in Path(before[1].strip()).read_bytes()


def test_a_new_case_works_where_there_is_nothing_yet(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "new", "a-1") == 0
    assert run(data, "check") == 0
    assert run(data, "build") == 0


def test_the_sheets_of_a_new_case_explain_every_column(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(data, "new", "fictional-case-c")
    home = data / "cases/fictional-case-c"
    assert {path.stem for path in home.iterdir()} == {
        name for name, sheet in SHEETS.items() if not sheet.is_shared
    }
    for path in home.iterdir():
        text = path.read_text(encoding="utf-8")
        for column in SHEETS[path.stem].columns:
            assert f"# {column.name}" in text
            assert column.description in text
        header = next(line for line in text.splitlines() if not line.startswith("#"))
        assert header == ",".join(column.name for column in SHEETS[path.stem].columns)


@pytest.mark.parametrize(
    "case_id",
    ["", "Fictional", "fictional case", "a--b", "-a", "a-", "../a", "a/b", "дело", "a" * 81, "a.b"],
)
def test_a_bad_id_is_refused_and_nothing_is_written(
    case_id: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(data), "new", "--", case_id]) == 1
    assert "cannot be a case id" in capsys.readouterr().err
    assert list(data.iterdir()) == []


def test_an_existing_case_is_refused_whatever_its_form(
    sheets: Sheets, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets.write_workbooks(data)
    content = (data / "cases/fictional-case-a.xlsx").read_bytes()
    assert run(data, "new", "fictional-case-a") == 1
    assert "there is such a case already" in capsys.readouterr().err
    assert not (data / "cases/fictional-case-a").exists()
    assert (data / "cases/fictional-case-a.xlsx").read_bytes() == content
    assert run(data, "new", "fictional-case-c") == 0
    assert run(data, "new", "fictional-case-c") == 1


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_dates_from_arguments(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, "date", "2020-03", "2021-02-29", "-0300", "../2020", "-1985/..") == 0
    march, leap, before, until, long_ago = lines_of(capsys)
    assert march == {
        "text": "2020-03",
        "valid": True,
        "earliest": "2020-03-01",
        "latest": "2020-03-31",
        "precision": "month",
        "level": 0,
        "reason": None,
    }
    assert (leap["valid"], leap["earliest"]) == (False, None)
    assert "leap" in str(leap["reason"])
    assert (before["text"], before["valid"], before["earliest"]) == ("-0300", True, None)
    assert (until["earliest"], until["latest"]) == (None, "2020-12-31")
    assert long_ago["text"] == "-1985/.."


@pytest.mark.parametrize("words", [["--", "-0300"], ["-0300"], ["--", "--", "-0300"]])
def test_a_leading_minus_is_part_of_the_date(
    words: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "date", *words) == 0
    assert lines_of(capsys)[-1]["text"] == "-0300"


def test_dates_from_standard_input(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("2020\r\n\n-0300\nMärz 2020\n 2020\n"))
    assert run(data, "date") == 0
    answers = lines_of(capsys)
    assert [one["text"] for one in answers] == ["2020", "", "-0300", "März 2020", " 2020"]
    assert [one["valid"] for one in answers] == [True, False, True, False, False]
    assert all(one["reason"] for one in answers if not one["valid"])


def test_dates_on_a_pipe_need_no_record(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "date"],
        input="2020~\n",
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout)["precision"] == "year"


def test_the_dictionary_prints_every_table_column_and_word(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "dictionary") == 0
    text = capsys.readouterr().out
    schema = "\n".join(schema_scripts())
    tables = re.findall(r"CREATE TABLE (\w+)", schema)
    views = re.findall(r"CREATE VIEW (\w+)", schema)
    assert len(tables) == 14
    assert len(views) == 6
    for name in tables:
        assert f"## Table `{name}`" in text
    for name in views:
        assert f"## View `{name}`" in text
    for vocabulary in VOCABULARIES:
        assert f"### {vocabulary.__name__}" in text
        for term in vocabulary:
            assert f"| `{term}` | {term.definition} |" in text
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert all(line.split("|")[-2].strip() for line in rows), "no column without a meaning"


def test_the_dictionary_can_be_written(
    sheets: Sheets, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    assert run(sheets.write(data), "dictionary") == 0
    printed = capsys.readouterr().out
    assert run(data, "dictionary", "--write", str(docs)) == 0
    assert (docs / "codebook.md").read_text(encoding="utf-8") == printed
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    assert len(package["resources"]) == 16


def test_a_data_folder_may_bear_the_name_of_a_command(
    sheets: Sheets,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("check", "date", "build"):
        sheets.write(tmp_path / name)
        assert main(["--data", name, "check", "--quiet"]) == 0
        assert main(["--data", name, "date", "-0300"]) == 0
        assert lines_of(capsys)[0]["text"] == "-0300"


def test_without_a_known_command_there_is_a_list_of_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in ([], ["frobnicate"]):
        with pytest.raises(SystemExit) as end:
            main(words)
        assert end.value.code == 2
        assert "check" in capsys.readouterr().err or not words
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    out = capsys.readouterr().out
    for command in ("check", "build", "where", "new", "dictionary", "date"):
        assert command in out


def test_the_folder_of_the_record_can_be_given_by_the_environment(
    sheets: Sheets, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATA", str(sheets.write(data)))
    assert main(["check"]) == 0
    assert "2 cases" in capsys.readouterr().out
