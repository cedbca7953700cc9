"""What can be searched: one function for each question."""

from __future__ import annotations

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.rows import SearchText, StillFound


def search_texts(connection: duckdb.DuckDBPyConnection) -> tuple[SearchText, ...]:
    """Every name, title, summary and publisher of the store."""
    return ask(connection, "search_texts", SearchText)


def still_found(
    connection: duckdb.DuckDBPyConnection, chosen: Selection, *, item_ids: tuple[str, ...]
) -> tuple[StillFound, ...]:
    """Which of the given events and sources are there under a choice."""
    return ask(connection, "still_found", StillFound, chosen=chosen, item_ids=item_ids)
