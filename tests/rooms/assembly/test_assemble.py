"""The store is built when it is missing or stale, left alone when it is fresh, kept when the record is not clean."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from tests.builders import Sheets
from timeline.assembly import assemble as assemble_module
from timeline.assembly import freshness
from timeline.assembly.assemble import RecordNotCleanError, assemble, up_to_date_store
from timeline.assembly.freshness import fresh_store, input_digest
from timeline.store.connection import open_store
from timeline.store.location import current_store


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The stores that were assembled, in order."""
    done: list[Path] = []

    def counted(*given: object, **named: object) -> Path:
        done.append(assemble(*given, **named))  # type: ignore[arg-type]
        return done[-1]

    monkeypatch.setattr(assemble_module, "assemble", counted)
    return done


def titles(store: Path) -> list[str]:
    with open_store(store) as connection:
        return [
            title
            for (title,) in connection.execute(
                "SELECT title FROM case_file ORDER BY case_id"
            ).fetchall()
        ]


def test_a_missing_store_is_built(sheets: Sheets, data: Path, builds: list[Path]) -> None:
    store = up_to_date_store(sheets.write(data))
    assert builds == [store]
    assert store == current_store(data)
    assert titles(store) == ["Fictional Person A", "Fictional Person B"]


def test_a_fresh_store_is_left_alone(sheets: Sheets, data: Path, builds: list[Path]) -> None:
    store = up_to_date_store(sheets.write(data))
    assert up_to_date_store(data) == store
    assert up_to_date_store(data) == store
    assert len(builds) == 1


def test_writing_the_same_sheets_again_makes_nothing_stale(
    sheets: Sheets, data: Path, builds: list[Path]
) -> None:
    up_to_date_store(sheets.write(data))
    up_to_date_store(sheets.write(data))
    assert len(builds) == 1


@pytest.mark.parametrize(
    "change",
    ["cell", "case", "sheet away", "workbook"],
)
def test_a_changed_sheet_makes_it_stale(
    change: str, sheets: Sheets, data: Path, builds: list[Path]
) -> None:
    before = up_to_date_store(sheets.write(data))
    if change == "cell":
        sheets.row("case", "fictional-case-a")["title"] = "Another title"
        sheets.write(data)
    elif change == "case":
        shutil.rmtree(data / "cases/fictional-case-b")
    elif change == "sheet away":
        (data / "shared/place_names.csv").unlink()
    else:
        shutil.rmtree(data / "cases/fictional-case-b")
        sheets.row("case", "fictional-case-b")["title"] = "Another title"
        only_b = Sheets(cases={"fictional-case-b": sheets.cases["fictional-case-b"]})
        only_b.write_workbooks(data)
    after = up_to_date_store(data)
    assert len(builds) == 2
    assert after != before
    assert up_to_date_store(data) == after
    assert len(builds) == 2


def test_a_hidden_change_is_looked_at_and_leaves_the_file_as_it_is(
    sheets: Sheets, data: Path, builds: list[Path]
) -> None:
    sheets.row("events", "person-a-left")["disclosure"] = "restricted"
    before = up_to_date_store(sheets.write(data))
    inode = before.stat().st_ino
    sheets.row("events", "person-a-left")["summary"] = "Nobody may read this."
    assert up_to_date_store(sheets.write(data)) == before
    assert len(builds) == 2
    assert before.stat().st_ino == inode


@pytest.mark.parametrize("room", ["model", "evidence", "intake", "store", "assembly"])
def test_changed_code_makes_it_stale(
    room: str, sheets: Sheets, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    shutil.copytree(
        str(resources.files("timeline")), package, ignore=shutil.ignore_patterns("__pycache__")
    )
    monkeypatch.setattr(freshness.resources, "files", lambda name: package)
    sheets.write(data)
    digest = input_digest(data)
    target = next((package / room).glob("*.py"))
    target.write_text(target.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert input_digest(data) != digest


def test_changed_sql_makes_it_stale_and_changed_words_on_pages_do_not(
    sheets: Sheets, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    shutil.copytree(
        str(resources.files("timeline")), package, ignore=shutil.ignore_patterns("__pycache__")
    )
    monkeypatch.setattr(freshness.resources, "files", lambda name: package)
    digest = input_digest(sheets.write(data))
    (package / "ui" / "anything.py").write_text("", encoding="utf-8")
    assert input_digest(data) == digest
    sql = package / "store" / "schema" / "10_tables.sql"
    sql.write_text(sql.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert input_digest(data) != digest


def test_what_is_remembered_says_nothing_of_what_is_hidden(sheets: Sheets, data: Path) -> None:
    store = assemble(sheets.write(data))
    digest = input_digest(data)
    assert (data / "build/inputs").read_text(encoding="utf-8") == f"{digest} {store.name}\n"
    assert digest.encode() not in store.read_bytes(), "it changes with hidden rows"


@pytest.mark.parametrize("damage", ["", "x", "\udcff", "{digest} another.duckdb"])
def test_damaged_notes_on_the_inputs_mean_build_again(
    damage: str, sheets: Sheets, data: Path, builds: list[Path]
) -> None:
    store = up_to_date_store(sheets.write(data))
    digest = input_digest(data)
    text = damage.format(digest=digest)
    (data / "build/inputs").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert fresh_store(data, digest) is None
    assert up_to_date_store(data) == store
    assert fresh_store(data, digest) == store


def test_a_store_that_was_taken_away_is_built_again(
    sheets: Sheets, data: Path, builds: list[Path]
) -> None:
    store = up_to_date_store(sheets.write(data))
    store.unlink()
    assert up_to_date_store(data) == store
    assert store.is_file()
    shutil.rmtree(data / "build")
    assert up_to_date_store(data) == store


def test_a_server_may_be_given_the_built_store_alone(
    sheets: Sheets, data: Path, builds: list[Path]
) -> None:
    store = up_to_date_store(sheets.write(data))
    shutil.rmtree(data / "cases")
    shutil.rmtree(data / "shared")
    (data / "build/inputs").unlink()
    assert up_to_date_store(data) == store
    assert len(builds) == 1
    shutil.rmtree(data / "build")
    with pytest.raises(RecordNotCleanError):
        up_to_date_store(data)


def test_a_record_with_a_problem_keeps_the_old_store(sheets: Sheets, data: Path) -> None:
    store = up_to_date_store(sheets.write(data))
    build_folder = {path.name: path.read_bytes() for path in (data / "build").iterdir()}
    sheets.row("events", "person-a-left")["event_type"] = "departur"
    sheets.row("legs", "person-a-leg-1")["sequence"] = "first"
    sheets.write(data)
    for attempt in (assemble, up_to_date_store):
        with pytest.raises(RecordNotCleanError) as refusal:
            attempt(data)
        assert [problem.column for problem in refusal.value.problems] == ["event_type", "sequence"]
    assert current_store(data) == store
    assert {path.name: path.read_bytes() for path in (data / "build").iterdir()} == build_folder
    sheets.row("events", "person-a-left")["event_type"] = "departure"
    sheets.row("legs", "person-a-leg-1")["sequence"] = "1"
    assert up_to_date_store(sheets.write(data)) == store


def test_a_record_with_a_problem_builds_nothing_at_first(sheets: Sheets, data: Path) -> None:
    sheets.row("events", "person-a-left")["event_type"] = "departur"
    with pytest.raises(RecordNotCleanError):
        up_to_date_store(sheets.write(data))
    assert not (data / "build").exists()


def test_a_sheet_that_changes_while_it_is_read_is_read_again_next_time(
    sheets: Sheets, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The digest is taken before reading: at worst the next start builds once too often."""
    sheets.write(data)
    whole_read = assemble_module.read

    def slow(*given: object) -> object:
        reading = whole_read(*given)  # type: ignore[arg-type]
        sheets.row("case", "fictional-case-a")["title"] = "Changed meanwhile"
        sheets.write(data)
        return reading

    with monkeypatch.context() as patched:
        patched.setattr(assemble_module, "read", slow)
        assert titles(up_to_date_store(data))[0] == "Fictional Person A"
    assert titles(up_to_date_store(data))[0] == "Changed meanwhile"


def test_progress_is_told_from_nothing_to_all(sheets: Sheets, data: Path) -> None:
    told: list[float] = []
    assemble(sheets.write(data), told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert len(told) > 15
