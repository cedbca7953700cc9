"""The type of a row of each query, one for each `.sql` file.

A test runs every query and compares its columns with the type its header names.
"""

from timeline.store.rows.compare import ComparedEvent, MomentCount, SubjectRow
from timeline.store.rows.countries import (
    Citation,
    CountryCounts,
    FlowCount,
    Passage,
    PassingPoint,
    ProceedingStep,
    SoilCount,
    StateAct,
)
from timeline.store.rows.dates import Extent, LatestRow, SetDateRow
from timeline.store.rows.filters import Choice, Loosening, Totals
from timeline.store.rows.people import Person, PersonCase, PersonName, PersonReport, PlaceChain
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
from timeline.store.rows.search import SearchText, StillFound
from timeline.store.rows.sources import (
    EventClaim,
    LineageSource,
    Report,
    SourceClaim,
    SourceCount,
    SourceSupport,
    ToldEvent,
)
from timeline.store.rows.tables import (
    CodebookColumn,
    NewestSource,
    TableClaim,
    TableEvent,
    TableFigure,
    TableLeg,
    TableSource,
    TableTotals,
)

__all__ = [
    "BuildInfo",
    "CaseSummary",
    "Choice",
    "Citation",
    "ClaimRow",
    "CodebookColumn",
    "ComparedEvent",
    "CountryCounts",
    "DateSaid",
    "EventClaim",
    "EventRow",
    "Extent",
    "FigureRow",
    "FlowCount",
    "LatestRow",
    "LegRow",
    "LineageSource",
    "Loosening",
    "MomentCount",
    "NewestSource",
    "Passage",
    "PassingPoint",
    "Person",
    "PersonCase",
    "PersonName",
    "PersonReport",
    "PlaceChain",
    "ProceedingStep",
    "Report",
    "SearchText",
    "SetDateRow",
    "SoilCount",
    "SourceClaim",
    "SourceCount",
    "SourceRow",
    "SourceSupport",
    "StateAct",
    "StillFound",
    "SubjectRow",
    "TableClaim",
    "TableEvent",
    "TableFigure",
    "TableLeg",
    "TableSource",
    "TableTotals",
    "ToldEvent",
    "Totals",
]
