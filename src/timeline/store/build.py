"""Writing the store: a new file under a new name, then the pointer moved to it.

A crash at any moment leaves the old store or the new one and never half of one,
because the file is finished, flushed and renamed before the pointer names it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import duckdb
import pandas as pd

from timeline.model.record import Record
from timeline.store.comments import comment_statements
from timeline.store.connection import open_store
from timeline.store.location import (
    POINTER,
    build_folder,
    build_lock,
    current_store,
    flush_folder,
    store_name,
    write_whole,
)
from timeline.store.tables import TableRow, table_rows

SCHEMA_VERSION = 2


def schema_scripts() -> list[str]:
    """The SQL of the schema, in the order of the file names."""
    folder = resources.files("timeline.store") / "schema"
    return [
        entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".sql")
    ]


def fingerprint_of(tables: dict[str, list[TableRow]]) -> str:
    """SHA-256 over the rows and the schema, first 16 hexadecimal digits.

    Only public rows are in it, so that neither the name of the file nor anything in it
    tells whether something is withheld. No clock and no path are in it either.
    """
    digest = hashlib.sha256()
    for script in schema_scripts():
        digest.update(script.encode())
    digest.update(str(SCHEMA_VERSION).encode())
    for table in sorted(tables):
        digest.update(table.encode())
        digest.update(json.dumps(tables[table], ensure_ascii=True, default=_as_text).encode())
    return digest.hexdigest()[:16]


def _as_text(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"a cell of type {type(value).__name__} has no canonical text")


def build(
    record: Record, data_folder: Path, progress: Callable[[float], None] = lambda _: None
) -> Path:
    """Store the public record and return the path of the store that is now current.

    Builds nothing when the current store already holds this content. One build runs at
    a time; a second one waits. Leftovers of builds that died are removed.
    """
    folder = build_folder(data_folder)
    folder.mkdir(parents=True, exist_ok=True)
    tables = table_rows(record)
    fingerprint = fingerprint_of(tables)
    target = folder / store_name(fingerprint)
    progress(0.2)
    with build_lock(data_folder):
        for leftover in folder.glob(".*.part*"):
            leftover.unlink(missing_ok=True)
        if not (target.is_file() and _holds(target, fingerprint)):
            part = folder / f".{target.name}.{os.getpid()}.part"
            _write(part, tables, fingerprint, progress)
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(target)
            flush_folder(folder)
        before = current_store(data_folder)
        if before != target:
            write_whole(folder / POINTER, target.name + "\n")
        _remove_old(folder, target, before)
    progress(1.0)
    return target


def _holds(path: Path, fingerprint: str) -> bool:
    """Whether the file can be opened and says that it holds this content."""
    try:
        # Opened as readers open it: a process that serves the file may be the one that builds.
        with open_store(path) as connection:
            row = connection.execute("SELECT fingerprint FROM build_info").fetchone()
    except duckdb.Error:
        return False
    return row is not None and row[0] == fingerprint


def _write(
    path: Path,
    tables: dict[str, list[TableRow]],
    fingerprint: str,
    progress: Callable[[float], None],
) -> None:
    connection = duckdb.connect(":memory:")
    try:
        # The 1.5 format, so that the file can be handed to people with an older DuckDB. Small
        # blocks, because a record of hundreds of rows would otherwise fill 6.5 MB with air.
        connection.execute(
            f"ATTACH '{str(path).replace(chr(39), chr(39) * 2)}' AS store "
            "(STORAGE_VERSION 'v1.5.0', BLOCK_SIZE 16384)"
        )
        connection.execute("USE store")
        connection.execute("BEGIN")
        for script in schema_scripts():
            connection.execute(script)
        columns = _columns(connection)
        for statement in comment_statements(columns):
            connection.execute(statement)
        connection.execute("INSERT INTO build_info VALUES (?, ?)", [fingerprint, SCHEMA_VERSION])
        for done, (table, rows) in enumerate(tables.items(), start=1):
            if rows:
                frame = pd.DataFrame(rows, columns=columns[table], dtype=object)
                connection.register("incoming", frame)
                connection.execute(f"INSERT INTO {table} SELECT * FROM incoming")  # noqa: S608 - our own table names
                connection.unregister("incoming")
            progress(0.2 + 0.7 * done / len(tables))
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT store")
        connection.execute("USE memory")
        connection.execute("DETACH store")
    finally:
        connection.close()


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Column names by table, in the order of the schema."""
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE database_name = 'store' ORDER BY table_name, column_index"
    ).fetchall():
        found.setdefault(table, []).append(column)
    return found


def _remove_old(folder: Path, current: Path, before: Path | None) -> None:
    """Remove all stores but the current one and the one before, which an app may have open."""
    stores = sorted(
        (path for path in folder.glob("timeline-*.duckdb") if path != current),
        key=lambda path: (path == before, path.stat().st_mtime),
        reverse=True,
    )
    for path in stores[1:]:
        # On systems that lock open files the next build removes it.
        with contextlib.suppress(OSError):
            path.unlink()
    for log in folder.glob("timeline-*.duckdb.wal"):
        with contextlib.suppress(OSError):
            log.unlink()
