"""A page of one of the tables that are handed out: which columns it shows, and what stands in them.

A table on a page is read, not computed with: it shows the columns that say who, what, when,
where and on whose word. The files have all columns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.model.edtf import parse
from timeline.model.vocabulary import ClaimProperty, LegEvidence, LegStatus, Occurrence
from timeline.store.rows import TableClaim, TableEvent, TableFigure, TableLeg, TableSource

ROWS_A_PAGE = 80
"""So many that a page of the longest rows still goes out in less than 100 kB."""

SORTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "events": ("earliest", "latest", "title", "case", "place"),
        "legs": ("route", "earliest", "latest", "from", "to"),
        "claims": ("event", "disputed", "property", "publisher", "published", "newest"),
        "sources": ("published", "newest", "most_cited", "publisher", "title"),
        "figures": ("event", "quantity", "largest", "publisher"),
    }
)
"""The orders each table may have, the usual one first; each ends in the id of its rows."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Text as it stands in the record."""

    text: str
    language: str = ""
    """BCP 47, where it is not the language of the record."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of persons, none of them more than the others."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the catalog."""

    key: str


@dataclass(frozen=True, slots=True)
class Count:
    """A counted thing, by the catalog's key for it."""

    key: str
    number: int


@dataclass(frozen=True, slots=True)
class When:
    """A date in words with the text it is read from."""

    phrase: DatePhrase
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 alpha-2 code."""

    code: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its hedge and what it counts."""

    lower: float | None
    upper: float | None
    qualifier: str
    label: str


@dataclass(frozen=True, slots=True)
class EventLink:
    """The title of an event, leading to it in its case."""

    title: str
    case_id: str
    event_id: str


@dataclass(frozen=True, slots=True)
class SourceLink:
    """The title of a source, leading to where it was published."""

    title: str
    url: str
    """Empty when the address is not on record in full."""
    language: str


@dataclass(frozen=True, slots=True)
class Id:
    """An id, as it stands in files and addresses."""

    text: str


Part = Recorded | Names | Word | Count | When | Country | Figure | EventLink | SourceLink | Id
Cell = tuple[Part, ...]
"""What stands in a cell, the main thing first; empty where nothing is known."""


@dataclass(frozen=True, slots=True)
class RecordTable:
    """Some rows of one table."""

    name: str
    columns: tuple[str, ...]
    """Their names in the catalog; the second says what the row is about."""
    rows: tuple[tuple[Cell, ...], ...]
    first: int
    """The number of the first row shown among all, from 1; 0 when there is none."""
    total: int

    @property
    def last(self) -> int:
        """The number of the last row shown; 0 when there is none."""
        return self.first + len(self.rows) - 1 if self.rows else 0

    @property
    def page_count(self) -> int:
        """How many pages the table has, at least one."""
        return page_count(self.total)


def page_count(total: int) -> int:
    """How many pages a table of so many rows has, at least one."""
    return max(-(-total // ROWS_A_PAGE), 1)


def record_table(name: str, rows: Sequence[Any], *, page: int, total: int) -> RecordTable:
    """The rows of one page of a table of `SORTS`; *page* counts from 1, *total* all rows."""
    columns, cells = _SHOWN[name]
    return RecordTable(
        name=name,
        columns=columns,
        rows=tuple(cells(row) for row in rows),
        first=(page - 1) * ROWS_A_PAGE + 1 if rows else 0,
        total=total,
    )


def _event(row: TableEvent) -> tuple[Cell, ...]:
    return (
        (_when(row.date_edtf),),
        (
            EventLink(row.title, row.case_id, row.event_id),
            Word(f"type.{row.event_type}"),
            Id(row.event_id),
        ),
        (Names(row.people),) if row.people else (),
        _place(row.place_name, row.country_code),
        (
            Word(f"status.{row.verification_status}"),
            *((Word("table.sources_differ"),) if row.is_disputed else ()),
        ),
        (
            Count("totals.claims", row.claim_count),
            Count("table.independent", row.independent_source_count),
        ),
    )


def _leg(row: TableLeg) -> tuple[Cell, ...]:
    return (
        (Recorded(row.person),),
        (Word(f"map.status.{row.leg_status}.{row.leg_kind}"), *_evidence(row), Id(row.leg_id)),
        _place(row.from_place, row.from_country_code),
        _place(row.to_place, row.to_country_code),
        (_when(row.departure_edtf),),
        (_when(row.arrival_edtf),),
    )


def _evidence(row: TableLeg) -> Cell:
    """What a journey rests on; of one that did not take place there is no way to know."""
    is_plain = row.leg_evidence == LegEvidence.DOCUMENTED or row.leg_status != LegStatus.TRAVELLED
    return () if is_plain else (Word(f"map.evidence.{row.leg_evidence}"),)


def _claim(row: TableClaim) -> tuple[Cell, ...]:
    value: Part = Recorded(row.value)
    if row.property == ClaimProperty.DATE:
        value = _when(row.value)
    elif row.property == ClaimProperty.PLACE:
        value = Recorded(row.place_name or row.value)
    elif row.property == ClaimProperty.OCCURRENCE and row.value in set(Occurrence):
        value = Word(f"occurrence.{row.value}")
    return (
        (EventLink(row.event_title, row.case_id, row.event_id), Id(row.claim_id)),
        (value, Word(f"property.{row.property}")),
        (Recorded(row.value_as_stated, row.language),) if row.value_as_stated else (),
        (Recorded(row.publisher), _when(row.published_edtf), Recorded(row.locator)),
        (
            Word("data.shown" if row.is_shown else "data.not_shown"),
            *((Word("data.contradicted"),) if row.is_disputed else ()),
        ),
    )


def _source(row: TableSource) -> tuple[Cell, ...]:
    return (
        (_when(row.published_edtf),),
        (
            SourceLink(row.title, row.url, row.language),
            *((Word("sources.title_is_ours"),) if row.title_is_ours else ()),
            Id(row.source_id),
        ),
        (Recorded(row.publisher),),
        (Recorded(row.language),),
        (Count("totals.claims", row.claim_count), Count("totals.events", row.event_count)),
        tuple(Id(origin) for origin in row.derived_from),
    )


def _figure(row: TableFigure) -> tuple[Cell, ...]:
    return (
        (EventLink(row.event_title, row.case_id, row.event_id), Id(row.figure_id)),
        (
            Figure(row.lower, row.upper, row.qualifier, row.label),
            *((Word("data.contradicted"),) if row.is_disputed else ()),
        ),
        (Recorded(row.said_by),) if row.said_by else (),
        (Recorded(row.publisher), _when(row.published_edtf), Recorded(row.locator)),
    )


def _when(edtf: str | None) -> When:
    return When(phrase_of(parse(edtf) if edtf else None), edtf)


def _place(name: str | None, country_code: str | None) -> Cell:
    if name is None:
        return ()
    return (Recorded(name), *((Country(country_code),) if country_code else ()))


_SHOWN: Mapping[str, tuple[tuple[str, ...], Callable[[Any], tuple[Cell, ...]]]] = MappingProxyType(
    {
        "events": (("when", "what", "who", "where", "judgement", "support"), _event),
        "legs": (("who", "movement", "from", "to", "left", "arrived"), _leg),
        "claims": (("event", "value", "as_stated", "says", "standing"), _claim),
        "sources": (
            ("published", "title", "publisher", "language", "support", "rests_on"),
            _source,
        ),
        "figures": (("event", "number", "said_by", "says"), _figure),
    }
)
