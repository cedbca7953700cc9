"""Through the connection nothing can be reached but the tables, whatever SQL is tried on it."""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from tests.builders import fictional_sheets
from timeline.assembly.assemble import assemble
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.connection import open_store

ATTACKS = """
SELECT * FROM read_csv('{file}', header = false)
SELECT * FROM read_csv_auto('{file}')
SELECT * FROM sniff_csv('{file}')
SELECT * FROM read_text('{file}')
SELECT * FROM read_blob('{file}')
SELECT * FROM read_text('/proc/self/environ')
SELECT * FROM read_json('{file}')
SELECT * FROM read_parquet('{folder}/x.parquet')
SELECT * FROM parquet_schema('{folder}/x.parquet')
SELECT * FROM read_duckdb('{other}')
SELECT * FROM '{file}'
SELECT * FROM 'file://{file}'
SELECT * FROM '{folder}/../../../../etc/passwd'
SELECT * FROM glob('{folder}/*')
SELECT * FROM query('SELECT * FROM read_text(''{file}'')')
SELECT * FROM query_table('{file}')
SELECT * FROM read_blob('{store}')
SELECT * FROM read_text('{store}.wal')
COPY (SELECT 1) TO '{folder}/out.csv'
COPY event TO '{folder}/out.parquet' (FORMAT parquet)
COPY (SELECT 1) TO '{store}'
COPY (SELECT 'x'::BLOB) TO '{store}.wal' (FORMAT blob)
COPY event FROM '{file}'
EXPORT DATABASE '{folder}/out'
IMPORT DATABASE '{folder}'
EXPLAIN ANALYZE COPY (SELECT 1) TO '{folder}/out.csv'
ATTACH '{other}' AS other
ATTACH '{store}' AS again (READ_ONLY)
ATTACH '{folder}/new.duckdb' AS new
INSTALL httpfs
INSTALL spatial FROM community
FORCE INSTALL '{folder}/x.duckdb_extension'
LOAD httpfs
LOAD '{folder}/x.duckdb_extension'
SELECT * FROM 'http://127.0.0.1:9/x.csv'
SELECT * FROM read_csv('https://127.0.0.1:9/x.csv')
SELECT * FROM 's3://bucket/x.parquet'
ATTACH 'http://127.0.0.1:9/x.duckdb' AS remote
ATTACH '{folder}/x.sqlite' AS lite (TYPE sqlite)
SELECT * FROM a_python_variable
CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')
SET enable_external_access = true
RESET enable_external_access
PRAGMA enable_external_access = true
SET disabled_filesystems = ''
SET lock_configuration = false
SET GLOBAL lock_configuration = false
SET memory_limit = '100GB'
SET max_execution_time = 0
SET threads = 64
SET temp_directory = '{folder}'
SET home_directory = '{folder}'
SET secret_directory = '{folder}'
SET extension_directory = '{folder}'
SET custom_extension_repository = 'http://127.0.0.1:9'
SET autoload_known_extensions = true
SET allow_community_extensions = true
SET python_enable_replacements = true
SET log_query_path = '{folder}/log.txt'
SET allowed_directories = ['{folder}']
PRAGMA enable_profiling = 'json'
PRAGMA profiling_output = '{folder}/profile.json'
CALL enable_logging(storage = 'file', storage_path = '{folder}/log')
INSERT INTO case_file SELECT * FROM case_file
UPDATE event SET title = 'forged'
DELETE FROM claim
DROP TABLE event
CREATE TABLE forged AS SELECT 1
CREATE OR REPLACE VIEW event_overview AS SELECT 1
ALTER TABLE event ADD COLUMN forged INTEGER
COMMENT ON TABLE event IS 'forged'
TRUNCATE claim
CHECKPOINT
VACUUM event
"""

HARMLESS = {"CHECKPOINT", "VACUUM event", "PRAGMA enable_profiling = 'json'"}
"""May be accepted: what counts is that no file changes."""


def state_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    data = fictional_sheets().write(tmp_path_factory.mktemp("attacked"))
    store = assemble(data)
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.csv").write_text("a,b\nsecret,1\n")
    with duckdb.connect(str(folder / "other.duckdb")) as other:
        other.execute("CREATE TABLE secret AS SELECT 'secret' AS a")
        other.execute(f"COPY secret TO '{folder}/x.parquet' (FORMAT parquet)")
    yield {
        "store": store,
        "file": folder / "secret.csv",
        "folder": folder,
        "other": folder / "other.duckdb",
        "data": data,
    }


@pytest.fixture(scope="module")
def locked(attacked: dict[str, Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(attacked["store"]) as connection:
        yield connection


@pytest.mark.parametrize("statement", ATTACKS.strip().splitlines())
def test_an_attack_is_refused_and_touches_no_file(
    statement: str, attacked: dict[str, Path], locked: duckdb.DuckDBPyConnection
) -> None:
    a_python_variable = pd.DataFrame({"a": ["secret"]})
    assert len(a_python_variable) == 1
    before = state_of(attacked["folder"]) | state_of(attacked["data"])
    text = statement.format(**attacked)
    with locked.cursor() as cursor:
        if statement in HARMLESS:
            with contextlib.suppress(duckdb.Error):
                cursor.execute(text)
        else:
            with pytest.raises(duckdb.Error):
                cursor.execute(text).fetchall()
        assert cursor.execute("SELECT count(*) FROM event").fetchone() == (4,)
        assert cursor.execute(
            "SELECT current_setting('enable_external_access'), "
            "current_setting('lock_configuration'), current_setting('memory_limit')"
        ).fetchone() == (False, True, "488.2 MiB")
    assert state_of(attacked["folder"]) | state_of(attacked["data"]) == before


def test_the_same_attacks_succeed_without_the_locks(
    attacked: dict[str, Path], tmp_path: Path
) -> None:
    """A table of statements that fail anyway would prove nothing."""
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(attacked["store"].read_bytes())
    open_to_all = {**attacked, "store": copy}
    a_python_variable = pd.DataFrame({"a": ["secret"]})
    assert len(a_python_variable) == 1
    with duckdb.connect(str(copy), read_only=True) as connection:
        for statement in (
            "SELECT * FROM read_text('{file}')",
            "SELECT * FROM read_blob('{store}')",
            "ATTACH '{other}' AS other (READ_ONLY)",
            "SELECT * FROM glob('{folder}/*')",
            "SELECT * FROM a_python_variable",
            "SET threads = 64",
        ):
            connection.execute(statement.format(**open_to_all))


def test_every_guard_is_in_place_even_where_another_would_do(
    locked: duckdb.DuckDBPyConnection,
) -> None:
    wanted = {
        "enable_external_access": False,
        "lock_configuration": True,
        "python_enable_replacements": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "allow_persistent_secrets": False,
        "allow_unsigned_extensions": False,
        "temp_directory": "",
        "memory_limit": "488.2 MiB",
        "threads": 2,
    }
    names = ", ".join(f"current_setting('{name}')" for name in wanted)
    found = locked.execute(f"SELECT {names}").fetchone()
    assert found is not None
    assert dict(zip(wanted, found, strict=True)) == wanted


def test_a_second_connection_of_the_process_is_locked_as_well(
    attacked: dict[str, Path],
) -> None:
    with open_store(attacked["store"]) as one, open_store(attacked["store"]) as other:
        for connection in (one, other, one.cursor(), other.cursor()):
            with pytest.raises(duckdb.Error):
                connection.execute(f"SELECT * FROM read_text('{attacked['file']}')")


def test_many_threads_may_open_one_store_at_once(built_store: Path) -> None:
    failed: list[BaseException] = []
    start = threading.Barrier(8)

    def run() -> None:
        try:
            start.wait()
            for _ in range(10):
                with open_store(built_store) as connection:
                    assert connection.execute("SELECT count(*) FROM event").fetchone() == (4,)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_store_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "timeline-x.duckdb"
    with pytest.raises(duckdb.Error):
        open_store(path)
    assert not path.exists(), "a missing store is not made"
    path.write_bytes(b"no database at all")
    with pytest.raises(duckdb.Error):
        open_store(path)


def test_a_runaway_query_is_stopped_after_five_seconds(built_store: Path) -> None:
    with open_store(built_store) as connection:
        # Should the limit ever be lost, this test is to fail and not to run for hours.
        rescue = threading.Timer(12, connection.interrupt)
        rescue.start()
        begun = time.monotonic()
        with pytest.raises(duckdb.Error):
            connection.execute(
                "SELECT count(*) FROM range(10000000) AS a, range(10000000) AS b "
                "WHERE a.range % 7 = b.range % 5"
            ).fetchall()
        lasted = time.monotonic() - begun
        rescue.cancel()
        assert lasted < 9
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (4,)


def test_a_query_that_wants_all_the_memory_is_refused(built_store: Path) -> None:
    with open_store(built_store) as connection, pytest.raises(duckdb.Error):
        connection.execute(
            "SELECT count(*) FROM (SELECT DISTINCT md5(range::VARCHAR) || repeat('x', 200) "
            "FROM range(20000000))"
        ).fetchall()


def test_sixteen_threads_never_get_one_anothers_rows(built_store: Path) -> None:
    """1,600 questions over one connection: each answer is the one that was asked for."""
    wanted: dict[str, object] = {}
    wrong: list[object] = []
    with open_store(built_store) as connection:
        questions = {
            "case-a": lambda: read.events(connection, Selection(case_ids=("fictional-case-a",))),
            "case-b": lambda: read.events(connection, Selection(case_ids=("fictional-case-b",))),
            "claims": lambda: read.claims(connection, Selection(case_ids=("fictional-case-a",))),
            "legs": lambda: read.legs(connection, Selection(country_codes=("AQ",))),
            "choices": lambda: read.choices(connection, Selection(country_codes=("AQ",))),
            "totals": lambda: read.totals(connection, Selection(actor_ids=("fictional-person-b",))),
            "figures": lambda: read.figures(connection, Selection(case_ids=("fictional-case-a",))),
            "cases": lambda: read.cases(connection),
        }
        wanted = {name: ask() for name, ask in questions.items()}
        names = list(questions)

        def run(number: int) -> None:
            for turn in range(100):
                name = names[(number + turn) % len(names)]
                try:
                    answer = questions[name]()
                except Exception as error:
                    answer = error
                if answer != wanted[name]:
                    wrong.append((name, answer))

        threads = [threading.Thread(target=run, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []
