"""Rows about countries: what happened there, what the state did, who came and went."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountryCounts:
    """One country with what a choice leaves of it; every count may be zero."""

    country_code: str | None
    """ISO 3166-1 alpha-2. None for what no country is known of."""
    has_place: bool
    """With no country: True where the place is undisclosed, False where no source places the event."""
    event_count: int
    """Events on its soil, by the place shown."""
    confirmed_count: int
    """Of these: verified or partly verified, and nothing about them contested."""
    disputed_count: int
    """Of these: sources contradict each other on something."""
    person_count: int
    """Named people those events happened to or are about."""
    act_count: int
    """Events in which its state decided, or was asked for something, wherever they happened."""
    accused_count: int
    """Events in which bodies of the state are accused: accusations, not findings."""
    leg_in_count: int
    """Legs travelled into it; not those only asked for, threatened, blocked or offered."""
    leg_out_count: int


@dataclass(frozen=True, slots=True)
class SoilCount:
    """One kind of event on the soil of a country, by how sure it is."""

    event_type: str
    lane: str
    confirmed_count: int
    """Verified or partly verified; undisputed in whether and in which country."""
    reported_count: int
    """Reported, and not confirmed by anybody independent."""
    contested_count: int
    """Sources differ on whether it happened, or in which country."""
    elsewhere_count: int
    """Shown in another country, while a source puts it here."""
    refuted_count: int
    """Published and shown to be false."""


@dataclass(frozen=True, slots=True)
class StateAct:
    """One event a state has to do with, and how."""

    event_id: str
    case_id: str
    title: str
    event_type: str
    lane: str
    date_edtf: str | None
    verification_status: str
    is_disputed: bool
    part: str
    """acted, asked, accused, helped or spoke."""
    bodies: tuple[str, ...]
    """Names of its bodies that took this part; empty where the proceeding alone connects it."""
    proceeding_title: str | None
    part_count: int
    """Events of this part that the choice leaves, listed or not."""


@dataclass(frozen=True, slots=True)
class ProceedingStep:
    """One step of a proceeding, whatever the filters leave of it."""

    proceeding_id: str
    proceeding_title: str
    proceeding_kind: str
    stage: str
    """How far it had come at the latest report; unknown on an earlier day of knowledge."""
    case_id: str
    event_id: str
    title: str
    event_type: str
    dates: tuple[str, ...]
    """EDTF: the date shown, or every date that is said when sources contradict each other."""
    reported_until: dt.date | None
    proceeding_count: int
    """Proceedings of the country that the choice leaves, listed or not."""


@dataclass(frozen=True, slots=True)
class FlowCount:
    """Legs between a country and one other that took place, or were only asked for, alike."""

    direction: str
    """in, out or within."""
    other_country_code: str | None
    """None when the other end is undisclosed."""
    leg_status: str
    leg_kind: str
    leg_count: int
    documented_count: int
    """Of the legs: both ends and the order are reported, and nobody contests that it happened."""
    contested_count: int
    """Of the legs: sources differ on whether what they rest on happened."""
    person_count: int
    """Named people."""
    group_count: int
    """Groups of people who are not named one by one."""


@dataclass(frozen=True, slots=True)
class PassingPoint:
    """One place or office at which people of the choice have events."""

    at_id: str
    name: str
    kind: str
    """place or office."""
    country_code: str | None
    """None for undisclosed places and for bodies of several states."""
    person_count: int
    """People and groups."""
    event_count: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One person or group with one event at a place, or with an office."""

    actor_id: str
    person: str
    actor_kind: str
    is_followed: bool
    event_id: str
    case_id: str
    title: str
    event_type: str
    lane: str
    date_edtf: str | None
    place_name: str | None
    verification_status: str
    is_disputed: bool
    is_there: bool
    """Whether the event was at the place, or at one within it."""
    office_roles: tuple[str, ...]
    """What the office had to do with the event; empty when it is only the place."""
    person_count: int
    """People and groups that the choice leaves, listed or not."""
    passage_count: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One source that stands behind one event."""

    event_id: str
    source_id: str
    title: str
    title_is_ours: bool
    publisher: str
    published_edtf: str | None
    published_earliest: dt.date | None
    language: str
    url: str
    note: str
