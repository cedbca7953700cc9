"""Rows of the record itself: cases, events, legs, claims, figures, sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BuildInfo:
    """Which content the store holds."""

    fingerprint: str
    schema_version: int


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """One case and how much there is of it."""

    case_id: str
    title: str
    summary: str
    state: str
    current_as_of_edtf: str | None
    """None for a case of which no dated report is public."""
    current_as_of_latest: dt.date | None
    event_count: int
    """Of the choice, not of all the case has."""
    leg_count: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with the values shown for it."""

    event_id: str
    case_id: str
    title: str
    summary: str
    event_type: str
    lane: str
    verification_status: str
    note: str
    date_edtf: str | None
    """None when no source dates the event."""
    date_earliest: dt.date | None
    """Inclusive; None when the beginning is open, unknown, or the event undated."""
    date_latest: dt.date | None
    """Inclusive; None when the end is open, unknown, or the event undated."""
    date_precision: str | None
    reported_until: dt.date | None
    """The latest report on the event: open ends are drawn to here, never to today."""
    place_id: str | None
    """None when no source places the event."""
    place_name: str | None
    country_code: str | None
    region_code: str | None
    lon_deg: float | None
    """None when only the country is known, or less."""
    lat_deg: float | None
    place_precision: str | None
    claim_count: int
    source_count: int
    independent_source_count: int
    is_disputed: bool
    disputed_properties: tuple[str, ...]
    later_claim_count: int
    """Claims left out because they were published after the day of knowledge asked for."""


@dataclass(frozen=True, slots=True)
class LegRow:
    """One movement of one person, with both ends as they may be shown."""

    leg_id: str
    case_id: str
    actor_id: str
    person: str
    sequence: int
    from_place_id: str
    from_name: str
    from_country_code: str | None
    """None when the place is undisclosed."""
    from_region_code: str | None
    from_precision: str
    from_lon_deg: float | None
    """None when only the country is known, or less."""
    from_lat_deg: float | None
    to_place_id: str
    to_name: str
    to_country_code: str | None
    to_region_code: str | None
    to_precision: str
    to_lon_deg: float | None
    to_lat_deg: float | None
    departure_edtf: str | None
    arrival_edtf: str | None
    date_earliest: dt.date | None
    date_latest: dt.date | None
    leg_kind: str
    leg_status: str
    leg_evidence: str
    event_id: str
    note: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One source saying one value for one property of one event."""

    claim_id: str
    event_id: str
    property: str
    value: str
    value_place_name: str | None
    """For a claim on the place: its name."""
    value_as_stated: str
    source_id: str
    locator: str
    basis: str
    is_shown: bool
    is_disputed: bool
    note: str


@dataclass(frozen=True, slots=True)
class DateSaid:
    """One date that a source states for an event whose date is disputed."""

    event_id: str
    date_edtf: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source that the claims of a case cite."""

    source_id: str
    title: str
    title_is_ours: bool
    publisher: str
    source_kind: str
    published_edtf: str | None
    published_earliest: dt.date | None
    language: str
    url: str
    """Empty when the address is not on record in full."""
    derived_from: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One counted quantity as one source states it."""

    figure_id: str
    event_id: str
    quantity: str
    label: str
    unit: str
    lower: float | None
    """None when open downwards."""
    upper: float | None
    """None when open upwards."""
    qualifier: str
    said_by: str | None
    """None when the source itself gives the number."""
    source_id: str
    locator: str
    note: str
