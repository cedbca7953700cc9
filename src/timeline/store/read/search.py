"""What can be searched: one function for the one question."""

from __future__ import annotations

import duckdb

from timeline.store.read.asking import ask
from timeline.store.rows import SearchText


def search_texts(connection: duckdb.DuckDBPyConnection) -> tuple[SearchText, ...]:
    """Every name, title, summary and publisher of the store."""
    return ask(connection, "search_texts", SearchText)
