"""Rows of the five tables that are handed out: each has the columns of the view of its name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableEvent:
    """One row of `event_overview`."""

    event_id: str
    case_id: str
    case_title: str
    people: tuple[str, ...]
    """Names of the persons it happened to or is about; empty when it is about nobody named."""
    title: str
    summary: str
    """Empty where it may draw on reports later than the day of knowledge asked for."""
    event_type: str
    date_edtf: str | None
    """None when no source dates the event."""
    date_earliest: dt.date | None
    date_latest: dt.date | None
    date_precision: str | None
    place_name: str | None
    """None when no source places the event."""
    country_code: str | None
    region_code: str | None
    lon_deg: float | None
    """None when only the country is known, or less."""
    lat_deg: float | None
    place_precision: str | None
    verification_status: str
    claim_count: int
    source_count: int
    independent_source_count: int
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class TableLeg:
    """One row of `leg_overview`."""

    leg_id: str
    case_id: str
    person: str
    sequence: int
    from_place: str
    from_country_code: str | None
    """None when undisclosed."""
    to_place: str
    to_country_code: str | None
    departure_edtf: str | None
    arrival_edtf: str | None
    date_earliest: dt.date | None
    date_latest: dt.date | None
    leg_kind: str
    leg_status: str
    leg_evidence: str
    from_lon_deg: float | None
    """None when only the country is known, or less."""
    from_lat_deg: float | None
    to_lon_deg: float | None
    to_lat_deg: float | None
    event_id: str
    note: str
    from_precision: str
    """Coordinates of a district or region are only its middle."""
    to_precision: str


@dataclass(frozen=True, slots=True)
class TableClaim:
    """One row of `claim_overview`."""

    claim_id: str
    case_id: str
    event_id: str
    property: str
    value: str
    """EDTF for a date, a place id for a place, words for the rest."""
    value_as_stated: str
    source_id: str
    source_title: str
    publisher: str
    published_edtf: str | None
    language: str
    locator: str
    event_title: str
    place_name: str | None
    """For a claim on the place: its name."""
    basis: str
    is_shown: bool
    is_disputed: bool
    note: str


@dataclass(frozen=True, slots=True)
class TableSource:
    """One row of `source_overview`."""

    source_id: str
    title: str
    title_is_ours: bool
    publisher: str
    source_kind: str
    published_edtf: str | None
    published_earliest: dt.date | None
    published_latest: dt.date | None
    language: str
    url: str
    """Empty when the address is not on record in full."""
    derived_from: tuple[str, ...]
    note: str
    claim_count: int
    """Of the choice, not of all the source has."""
    event_count: int


@dataclass(frozen=True, slots=True)
class TableFigure:
    """One row of `figure_overview`."""

    figure_id: str
    case_id: str
    event_id: str
    event_title: str
    quantity: str
    label: str
    lower: float | None
    """None when open downwards."""
    upper: float | None
    """None when open upwards."""
    qualifier: str
    unit: str
    said_by: str | None
    """None when the source itself gives the number."""
    value_as_stated: str
    source_id: str
    source_title: str
    publisher: str
    published_edtf: str | None
    locator: str
    basis: str
    is_disputed: bool
    note: str


@dataclass(frozen=True, slots=True)
class TableTotals:
    """How many rows each of those tables has for a choice."""

    event_count: int
    leg_count: int
    claim_count: int
    source_count: int
    figure_count: int


@dataclass(frozen=True, slots=True)
class CodebookColumn:
    """One column of a table or view of the store, with what it means."""

    table_name: str
    is_view: bool
    """Views are a promise: their columns are added, never renamed."""
    table_meaning: str
    column_name: str
    data_type: str
    """As DuckDB calls it."""
    meaning: str


@dataclass(frozen=True, slots=True)
class NewestSource:
    """How much the record rests on, and how new it is."""

    source_count: int
    published_edtf: str | None
    """None when no source is dated."""
