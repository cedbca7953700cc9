"""One function for each question in `queries/`, by subject."""

from timeline.store.read.asking import query
from timeline.store.read.filters import choices, loosenings, totals
from timeline.store.read.record import (
    build_info,
    cases,
    claims,
    dates_said,
    events,
    figures,
    legs,
    sources,
)
from timeline.store.read.search import search_texts

__all__ = [
    "build_info",
    "cases",
    "choices",
    "claims",
    "dates_said",
    "events",
    "figures",
    "legs",
    "loosenings",
    "query",
    "search_texts",
    "sources",
    "totals",
]
