"""One function for each question in `queries/`, by subject."""

from timeline.store.read.asking import query
from timeline.store.read.compare import compared, moments, subjects
from timeline.store.read.countries import (
    citations,
    countries,
    flows,
    passages,
    passing_points,
    proceeding_steps,
    soil_counts,
    state_acts,
)
from timeline.store.read.dates import latest, set_dates
from timeline.store.read.filters import choices, loosenings, totals
from timeline.store.read.people import (
    people,
    person_names,
    person_reports,
    person_sources,
    place_chains,
)
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
from timeline.store.read.tables import (
    codebook_columns,
    newest_source,
    table_claims,
    table_events,
    table_figures,
    table_legs,
    table_sources,
    table_totals,
)

__all__ = [
    "build_info",
    "cases",
    "choices",
    "citations",
    "claims",
    "codebook_columns",
    "compared",
    "countries",
    "dates_said",
    "events",
    "figures",
    "flows",
    "latest",
    "legs",
    "loosenings",
    "moments",
    "newest_source",
    "passages",
    "passing_points",
    "people",
    "person_names",
    "person_reports",
    "person_sources",
    "place_chains",
    "proceeding_steps",
    "query",
    "search_texts",
    "set_dates",
    "soil_counts",
    "sources",
    "state_acts",
    "subjects",
    "table_claims",
    "table_events",
    "table_figures",
    "table_legs",
    "table_sources",
    "table_totals",
    "totals",
]
