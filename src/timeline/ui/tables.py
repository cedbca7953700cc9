"""The tables that are handed out, on the page and as files: one view of the store each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import (
    CodebookColumn,
    TableClaim,
    TableEvent,
    TableFigure,
    TableLeg,
    TableSource,
    TableTotals,
)
from timeline.ui import data

BLOCK_ROWS = 10_000
"""Rows fetched at a time: what one download holds in memory, however long it is."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table that is handed out."""

    view: str
    """The view of the store that has the same columns, and the rows of an empty choice."""
    row_type: type
    question: Callable[..., Sequence[object]]
    count: str
    """The field of TableTotals that says how many rows it has."""

    def row_count(self, totals: TableTotals) -> int:
        """How many rows a choice leaves."""
        count: int = getattr(totals, self.count)
        return count

    def columns(self) -> tuple[CodebookColumn, ...]:
        """What its columns mean."""
        return tuple(
            column for column in data.ask(read.codebook_columns) if column.table_name == self.view
        )

    def blocks(self, store: str, chosen: Selection) -> Iterator[Sequence[object]]:
        """All its rows, some at a time; all of one build, also when a newer one is made meanwhile.

        Each block is a question of its own: a reader with a slow line keeps no query open.
        """
        skip = 0
        while True:
            block = data.ask_of(store, self.question, chosen, limit=BLOCK_ROWS, skip=skip)
            yield block
            if len(block) < BLOCK_ROWS:
                return
            skip += BLOCK_ROWS


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "events": Table("event_overview", TableEvent, read.table_events, "event_count"),
        "legs": Table("leg_overview", TableLeg, read.table_legs, "leg_count"),
        "claims": Table("claim_overview", TableClaim, read.table_claims, "claim_count"),
        "sources": Table("source_overview", TableSource, read.table_sources, "source_count"),
        "figures": Table("figure_overview", TableFigure, read.table_figures, "figure_count"),
    }
)
"""By the name it has in addresses and file names."""
