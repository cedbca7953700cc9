"""Opening the store so that nothing can be reached through it but its own tables.

Read-only alone protects nothing but the tables: DuckDB would still read and write
other files. The settings below close that, in the only order DuckDB accepts.
"""

from __future__ import annotations

import threading
from pathlib import Path

import duckdb

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "python_enable_replacements": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "memory_limit": "512MB",
    "threads": "2",
    "max_execution_time": "5000",
}

_LOCKS = (
    "SET temp_directory=''",
    "SET enable_external_access=false",
    "SET disabled_filesystems='LocalFileSystem'",
    "SET lock_configuration=true",
)

_OPENING = threading.Lock()
"""Two threads that open one file at once would lock it in each other's way."""


def open_store(path: Path) -> duckdb.DuckDBPyConnection:
    """A locked read-only connection: no file, no network, no extension, 512 MB, 5 s a query.

    Ask through `connection.cursor()`, one cursor a query: a connection shared by
    threads hands one reader's rows to another.
    """
    with _OPENING:
        connection = duckdb.connect(str(path), read_only=True, config=_CONFIG)
        try:
            # DuckDB opens a file once a process: a second connection finds the locks in place.
            if not _is_locked(connection):
                for statement in _LOCKS:
                    connection.execute(statement)
        except duckdb.Error:
            connection.close()
            raise
    return connection


def _is_locked(connection: duckdb.DuckDBPyConnection) -> bool:
    row = connection.execute("SELECT current_setting('lock_configuration')").fetchone()
    return row is not None and bool(row[0])
