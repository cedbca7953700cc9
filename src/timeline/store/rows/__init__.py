"""The type of a row of each query, one for each `.sql` file.

A test runs every query and compares its columns with the type its header names.
"""

from timeline.store.rows.filters import Choice, Loosening, Totals
from timeline.store.rows.record import (
    BuildInfo,
    CaseSummary,
    ClaimRow,
    DateSaid,
    EventRow,
    FigureRow,
    LegRow,
    SourceRow,
)
from timeline.store.rows.search import SearchText

__all__ = [
    "BuildInfo",
    "CaseSummary",
    "Choice",
    "ClaimRow",
    "DateSaid",
    "EventRow",
    "FigureRow",
    "LegRow",
    "Loosening",
    "SearchText",
    "SourceRow",
    "Totals",
]
