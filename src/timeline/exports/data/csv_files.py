"""The five tables of the view as CSV: the columns and cells that the page Data hands out.

Coordinates are the one thing left out: a row of a region has none, because programs that
draw dots do not read the column which says that the point is only its middle.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.exports.csv_table import csv_blocks
from timeline.exports.data.told import pointed_events, pointed_legs
from timeline.exports.edition import Edition
from timeline.store.rows import TableClaim, TableEvent, TableFigure, TableLeg, TableSource


def events(edition: Edition) -> bytes:
    """One row an event: the columns of `event_overview`."""
    return _csv(TableEvent, pointed_events(edition.article))


def legs(edition: Edition) -> bytes:
    """One row a leg: the columns of `leg_overview`."""
    return _csv(TableLeg, pointed_legs(edition.article))


def claims(edition: Edition) -> bytes:
    """One row for everything that one source says: the columns of `claim_overview`."""
    return _csv(TableClaim, edition.article.table_claims)


def sources(edition: Edition) -> bytes:
    """One row a source: the columns of `source_overview`."""
    return _csv(TableSource, edition.article.table_sources)


def figures(edition: Edition) -> bytes:
    """One row a counted quantity as one source states it: the columns of `figure_overview`."""
    return _csv(TableFigure, edition.article.table_figures)


def _csv(row_type: type, rows: Sequence[object]) -> bytes:
    return b"".join(csv_blocks(row_type, [rows]))
