"""Rows about one person across cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A followed person and how much a choice leaves of them."""

    actor_id: str
    name: str
    note: str
    event_count: int
    """Events that happened to them or are about them."""
    last_day: dt.date | None
    """The last day of the latest of these; None when the choice leaves nothing dated."""
    person_count: int
    """How many followed people the choice leaves something of, whether listed or not."""


@dataclass(frozen=True, slots=True)
class PersonCase:
    """A case in which a person has a part."""

    case_id: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name under which a person is recorded."""

    name: str
    language: str
    """BCP 47; und when it belongs to no language in particular."""
    name_kind: str
    is_shown: bool
    """Whether it is the one used on the pages."""


@dataclass(frozen=True, slots=True)
class PersonReport:
    """One event in which the person has a role."""

    event_id: str
    case_id: str
    case_title: str
    title: str
    event_type: str
    lane: str
    verification_status: str
    date_edtf: str | None
    """None when no source dates the event."""
    reported_until: dt.date | None
    place_id: str | None
    """None when no source places the event."""
    place_name: str | None
    is_disputed: bool
    roles: tuple[str, ...]
    """All roles of the person in it; never empty."""
    roles_of_others: tuple[str, ...]
    """Whether it happened to other people too (victim) or is about them (person_concerned)."""
    properties_said: tuple[str, ...]
    """date or place, for every claim on them that another one contradicts."""
    values_said: tuple[str, ...]
    """What each of these claims states."""
    sayers: tuple[str, ...]
    """The source of each of these claims."""
    source_ids: tuple[str, ...]
    report_count: int
    """How many there are in all, whether given or not."""

    def said(self, claim_property: str) -> dict[str, tuple[str, ...]]:
        """Every answer to date or place, where they contradict each other, with the sources."""
        found: dict[str, list[str]] = {}
        listed = zip(self.properties_said, self.values_said, self.sayers, strict=True)
        for name, value, source_id in listed:
            if name == claim_property:
                found.setdefault(value, []).append(source_id)
        return {value: tuple(dict.fromkeys(found[value])) for value in sorted(found)}


@dataclass(frozen=True, slots=True)
class PlaceChain:
    """A place with the larger places that hold it."""

    place_id: str
    name: str
    precision: str
    country_code: str | None
    around_ids: tuple[str, ...]
    """Smallest first; empty for a country."""
