"""Rows about who says what: sources with what rests on them, disputes, reports and their origins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceSupport:
    """One source, and how much of a choice rests on it."""

    source_id: str
    title: str
    title_is_ours: bool
    publisher: str
    source_kind: str
    published_edtf: str | None
    language: str
    url: str
    """Empty when the address is not on record in full."""
    derived_from: tuple[str, ...]
    rests_on: tuple[str, ...]
    """Publishers of the sources it is derived from, in the order of their ids."""
    note: str
    claim_count: int
    event_count: int
    case_count: int
    shown_count: int
    """Values shown that this source states."""
    alone_count: int
    """Values shown that no other source states."""
    source_count: int
    """Sources that the choice has, those not listed included."""


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many sources share a publisher, a language or a kind."""

    counted: str
    """publisher, language or source_kind."""
    value: str
    source_count: int
    value_count: int
    """How many different values there are, those not listed included."""


@dataclass(frozen=True, slots=True)
class SourceClaim:
    """One claim of one source, with the event it is about."""

    claim_id: str
    case_id: str
    case_title: str
    event_id: str
    event_title: str
    property: str
    value: str
    value_place_name: str | None
    """For a claim on the place: its name."""
    value_as_stated: str
    locator: str
    basis: str
    is_shown: bool
    is_disputed: bool
    note: str


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """One event, as far as a sentence on it needs to know."""

    event_id: str
    case_id: str
    case_title: str
    title: str
    summary: str
    """Empty where it may draw on reports later than the day of knowledge asked for."""
    lane: str
    verification_status: str
    date_edtf: str | None
    """None when no source dates the event."""
    source_count: int
    independent_source_count: int
    disputed_properties: tuple[str, ...]
    event_count: int
    """Events that the choice has, those not listed included."""
    dispute_count: int
    """Disputed properties of all those events."""


@dataclass(frozen=True, slots=True)
class EventClaim:
    """One claim on an event, with the source that makes it."""

    claim_id: str
    event_id: str
    property: str
    value: str
    value_place_name: str | None
    """For a claim on the place: its name."""
    value_place_precision: str | None
    value_as_stated: str
    locator: str
    basis: str
    is_preferred: bool
    is_shown: bool
    is_disputed: bool
    note: str
    source_id: str
    publisher: str
    source_title: str
    title_is_ours: bool
    source_kind: str
    published_edtf: str | None
    language: str
    url: str
    """Empty when the address is not on record in full."""
    quantity: str | None
    """For a figure, like the fields below: what is counted, as one word."""
    label: str | None
    unit: str | None
    lower: float | None
    """None also when open downwards."""
    upper: float | None
    """None also when open upwards."""
    qualifier: str | None
    said_by: str | None
    """None also when the source itself gives the number."""


@dataclass(frozen=True, slots=True)
class LineageSource:
    """One source with what it rests on."""

    source_id: str
    title: str
    publisher: str
    source_kind: str
    published_edtf: str | None
    language: str
    derived_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One source that speaks of one case or event."""

    subject_id: str
    """The id of the case or event."""
    case_id: str
    title: str
    """Of the case or event."""
    case_title: str
    """Empty when the subject is the case itself."""
    date_edtf: str | None
    """The date shown for an event; None for a case and for an undated event."""
    source_id: str
    subject_count: int
    """Cases or events that the choice has, those not listed included."""
