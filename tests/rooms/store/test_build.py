"""A build gives one file for one content, and whoever reads meanwhile notices nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import Sheets, case, claim, event, fictional_sheets, source
from timeline.evidence.disclosure import public
from timeline.intake.read import read
from timeline.model.record import CaseFile, Record
from timeline.store import build as build_module
from timeline.store.build import build, fingerprint_of, schema_scripts
from timeline.store.connection import open_store
from timeline.store.location import build_folder, current_store, write_whole
from timeline.store.tables import table_rows


def record_of(sheets: Sheets, folder: Path) -> Record:
    record = read(sheets.write(folder)).record
    assert record is not None
    return public(record)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return record_of(fictional_sheets(), tmp_path / "sheets")


def titled(record: Record, title: str) -> Record:
    """The same record with another title of its first case."""
    first, *rest = record.case_files
    changed = replace(first, case=first.case.model_copy(update={"title": title}))
    return replace(record, case_files=(changed, *rest))


def stores(data: Path) -> list[str]:
    return sorted(path.name for path in build_folder(data).glob("*.duckdb*"))


def title_in(store: Path) -> str:
    with duckdb.connect(str(store), read_only=True) as connection:
        row = connection.execute("SELECT title FROM case_file ORDER BY case_id").fetchone()
    assert row is not None
    return str(row[0])


def test_one_content_has_one_name_wherever_and_whenever_it_is_built(
    record: Record, tmp_path: Path
) -> None:
    one = build(record, tmp_path / "one")
    other = build(record, tmp_path / "other")
    assert one.name == other.name
    with duckdb.connect(str(one), read_only=True) as connection:
        connection.execute(f"ATTACH '{other}' AS other (READ_ONLY)")
        tables = connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = 'other'"
        ).fetchall()
        assert len(tables) == 14
        for (table,) in tables:
            assert (
                connection.execute(
                    f"SELECT * FROM main.{table} EXCEPT ALL SELECT * FROM other.{table}"
                ).fetchall()
                == []
            )
            assert (
                connection.execute(
                    f"SELECT * FROM other.{table} EXCEPT ALL SELECT * FROM main.{table}"
                ).fetchall()
                == []
            )


def test_every_public_cell_is_in_the_fingerprint(record: Record) -> None:
    tables = table_rows(record)
    whole = fingerprint_of(tables)
    seen = {whole}
    changes = 0
    for table, rows in tables.items():
        for number in {0, len(rows) - 1}:
            row = rows[number]
            for place, cell in enumerate(row):
                other = {list: ["x"], bool: cell is False}.get(type(cell), "x")
                changed = (*row[:place], other, *row[place + 1 :])
                rest = [*rows[:number], changed, *rows[number + 1 :]]
                seen.add(fingerprint_of({**tables, table: rest}))
            seen.add(fingerprint_of({**tables, table: [*rows[:number], *rows[number + 1 :]]}))
            changes += len(row) + 1
    assert len(seen) == changes + 1


def test_the_schema_is_in_the_fingerprint(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = table_rows(record)
    before = fingerprint_of(tables)
    scripts = schema_scripts()
    monkeypatch.setattr(build_module, "schema_scripts", lambda: [*scripts, "SELECT 1;"])
    assert fingerprint_of(tables) != before


def test_the_same_content_is_not_built_twice(record: Record, data: Path) -> None:
    store = build(record, data)
    first = store.stat()
    assert build(record, data) == store
    assert store.stat().st_mtime_ns == first.st_mtime_ns
    assert store.stat().st_ino == first.st_ino


def test_nor_while_this_very_process_serves_it(record: Record, data: Path) -> None:
    store = build(record, data)
    inode = store.stat().st_ino
    with open_store(store) as serving:
        assert build(record, data) == store
        assert store.stat().st_ino == inode
        assert serving.execute("SELECT count(*) FROM event").fetchone() == (4,)


def test_a_damaged_store_is_built_again(record: Record, data: Path) -> None:
    store = build(record, data)
    for damage in (b"", b"no database", store.read_bytes()[:5_000]):
        store.write_bytes(damage)
        assert build(record, data) == store
        assert title_in(store) == "Fictional Person A"


def test_a_store_under_the_name_of_another_is_built_again(record: Record, data: Path) -> None:
    store = build(record, data)
    other = build(titled(record, "Another title"), data)
    store.write_bytes(other.read_bytes())
    assert title_in(build(record, data)) == "Fictional Person A"


def test_other_content_has_another_name_and_the_pointer_follows(record: Record, data: Path) -> None:
    one = build(record, data)
    assert current_store(data) == one
    other = build(titled(record, "Another title"), data)
    assert other != one
    assert current_store(data) == other
    assert (title_in(one), title_in(other)) == ("Fictional Person A", "Another title")


def test_the_store_before_is_kept_and_older_ones_are_not(record: Record, data: Path) -> None:
    first, second, third = (build(titled(record, f"Title {n}"), data) for n in range(3))
    assert stores(data) == sorted([second.name, third.name])
    assert not first.exists()


def test_the_store_before_is_the_one_that_was_served_not_the_one_written_last(
    record: Record, data: Path
) -> None:
    one = build(titled(record, "Title 1"), data)
    other = build(titled(record, "Title 2"), data)
    for path, age in ((one, 200), (other, 100)):
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - age))
    assert build(titled(record, "Title 1"), data) == one, "the edit is taken back"
    third = build(titled(record, "Title 3"), data)
    assert stores(data) == sorted([one.name, third.name])


def test_building_again_does_not_push_out_the_store_before(record: Record, data: Path) -> None:
    one = build(titled(record, "Title 1"), data)
    other = build(titled(record, "Title 2"), data)
    build(titled(record, "Title 2"), data)
    assert stores(data) == sorted([one.name, other.name])


def test_leftovers_of_builds_that_died_are_cleared_away(record: Record, data: Path) -> None:
    folder = build_folder(data)
    folder.mkdir()
    leftovers = [
        ".timeline-0123456789abcdef.duckdb.99999.part",
        ".timeline-0123456789abcdef.duckdb.99999.part.wal",
        ".current.99999.part",
        ".inputs.99999.part",
        "timeline-0123456789abcdef.duckdb.wal",
    ]
    for name in leftovers:
        (folder / name).write_bytes(b"half a file")
    store = build(record, data)
    assert sorted(path.name for path in folder.iterdir()) == [".lock", "current", store.name]


def test_nothing_but_the_store_the_pointer_and_the_lock_is_left(record: Record, data: Path) -> None:
    store = build(record, data)
    assert {path.name for path in build_folder(data).iterdir()} == {".lock", "current", store.name}


def test_the_pointer_moves_last(
    record: Record, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it moves, the file it names is whole and the old one is still there."""
    old = build(record, data)
    seen: list[tuple[str, str]] = []

    def watched(path: Path, text: str) -> None:
        named = path.parent / text.strip()
        seen.append((title_in(named), title_in(old)))
        write_whole(path, text)

    monkeypatch.setattr(build_module, "write_whole", watched)
    build(titled(record, "Another title"), data)
    assert seen == [("Another title", "Fictional Person A")]


@pytest.mark.parametrize("step", ["_write", "flush_folder", "write_whole"])
def test_a_build_that_fails_leaves_the_old_store(
    step: str, record: Record, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = build(record, data)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space"):
        patched.setattr(build_module, step, fail)
        build(titled(record, "Another title"), data)
    assert current_store(data) == old
    assert title_in(old) == "Fictional Person A"
    new = build(titled(record, "Another title"), data)
    assert current_store(data) == new


@pytest.mark.parametrize(
    "pointer",
    [b"", b"\n", b"no-such-store.duckdb\n", b"../../elsewhere.duckdb\n", b"\xff\xfe\x00", b".\n"],
)
def test_a_damaged_pointer_names_nothing_and_the_next_build_mends_it(
    pointer: bytes, record: Record, data: Path
) -> None:
    store = build(record, data)
    (data.parent / "elsewhere.duckdb").write_bytes(store.read_bytes())
    (build_folder(data) / "current").write_bytes(pointer)
    assert current_store(data) is None
    assert build(record, data) == store
    assert current_store(data) == store


def test_before_any_build_there_is_no_current_store(data: Path) -> None:
    assert current_store(data) is None
    assert current_store(data / "nowhere") is None


def test_a_reader_keeps_its_store_and_the_next_one_sees_the_new(record: Record, data: Path) -> None:
    with open_store(build(record, data)) as reader:
        new = build(titled(record, "Another title"), data)
        build(titled(record, "A third title"), data)
        old_title = "SELECT title FROM case_file ORDER BY case_id"
        assert reader.execute(old_title).fetchall()[0] == ("Fictional Person A",)
        assert new != current_store(data)
        path = current_store(data)
        assert path is not None
        with open_store(path) as next_reader:
            assert next_reader.execute(old_title).fetchall()[0] == ("A third title",)
        assert reader.execute("SELECT count(*) FROM claim").fetchone() == (17,)


def test_two_builds_in_one_process_wait_for_each_other(record: Record, data: Path) -> None:
    records = [titled(record, f"Title {n}") for n in range(6)]
    failed: list[BaseException] = []

    def run(one: Record) -> None:
        try:
            build(one, data)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(one,)) for one in records]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    store = current_store(data)
    assert store is not None
    assert title_in(store) in {f"Title {n}" for n in range(6)}
    assert len(stores(data)) == 2


def test_two_builds_at_once_both_end_well(tmp_path: Path) -> None:
    """Two processes build different records into one folder, over and over."""
    script = (
        "import sys, shutil; from pathlib import Path; "
        "from timeline.intake.read import read; from timeline.evidence.disclosure import public; "
        "from timeline.store.build import build; from timeline.assembly.freshness import remember\n"
        "record = public(read(Path(sys.argv[1])).record)\n"
        "for _ in range(8):\n"
        "    store = build(record, Path(sys.argv[2])); remember(Path(sys.argv[2]), 'x', store)\n"
    )
    data = tmp_path / "data"
    running = []
    for number in range(2):
        sheets = fictional_sheets()
        sheets.row("case", "fictional-case-a")["title"] = f"Title {number}"
        folder = sheets.write(tmp_path / f"sheets-{number}")
        running.append(
            subprocess.Popen(
                [sys.executable, "-c", script, str(folder), str(data)], stderr=subprocess.PIPE
            )
        )
    for one in running:
        _, errors = one.communicate(timeout=60)
        assert one.returncode == 0, errors.decode()
    store = current_store(data)
    assert store is not None
    assert title_in(store) in ("Title 0", "Title 1")
    assert len(stores(data)) == 2
    assert not list(build_folder(data).glob(".*part*"))


def test_progress_is_told_from_nothing_to_all(record: Record, data: Path) -> None:
    told: list[float] = []
    build(record, data, told.append)
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] == 1.0


def test_a_record_of_nothing_can_be_stored(data: Path) -> None:
    store = build(Record(), data)
    with open_store(store) as connection:
        assert connection.execute("SELECT count(*) FROM event_overview").fetchone() == (0,)


def test_quotes_in_the_path_are_no_difficulty(record: Record, tmp_path: Path) -> None:
    folder = tmp_path / 'it\'s "here"; ok'
    folder.mkdir()
    assert title_in(build(record, folder)) == "Fictional Person A"


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\"'\\;%{}"), max_size=60
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    texts=st.lists(
        TEXT | st.sampled_from(["nan", "None", "NULL", "", "1e5", "2020-01-01"]),
        min_size=3,
        max_size=3,
    )
)
def test_texts_come_out_as_they_went_in(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    title, words, note = texts
    record = Record(
        case_files=(
            CaseFile(
                case=case(title=title),
                events=(event(summary=words),),
                claims=(claim(value_as_stated=words, note=note),),
            ),
        ),
        sources=(source(title=title, derived_from=("fictional-source",)),),
    )
    with open_store(build(record, tmp_path_factory.mktemp("texts"))) as connection:
        found = connection.execute(
            "SELECT case_file.title, event.summary, value_as_stated, claim.note, source.title, derived_from "
            "FROM case_file, event, claim, source"
        ).fetchall()
    assert found == [(title, words, words, note, title, ["fictional-source"])]


def test_numbers_and_days_come_out_as_they_went_in_however_rare_they_are(data: Path) -> None:
    """A column that is empty in its first thousand rows is no column of nothing."""
    empty = [claim(f"c{n:04d}", source_id="fictional-source") for n in range(2_500)]
    dated = claim("c9999", property="date", value="2020-02-29")
    record = Record(
        case_files=(CaseFile(case=case(), events=(event(),), claims=(*empty, dated)),),
        sources=(source(),),
    )
    with open_store(build(record, data)) as connection:
        found = connection.execute(
            "SELECT claim_id, date_earliest::VARCHAR FROM claim WHERE date_earliest IS NOT NULL"
        ).fetchall()
    assert found == [("c9999", "2020-02-29")]
