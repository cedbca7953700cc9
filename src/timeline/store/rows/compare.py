"""Rows for laying cases side by side from a shared moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MomentCount:
    """How many subjects have an event of one kind on record."""

    moment_id: str
    """The kind of event; crossing a border is counted from journeys too."""
    dated_count: int
    undated_count: int
    """Subjects of whom it is on record, and never with a date."""


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """Somebody whose events stand in one row."""

    case_id: str
    actor_id: str | None
    """None: everybody in the case who is not followed by name."""
    case_title: str
    person: str | None
    is_main: bool
    """Whether the row also holds what concerns nobody followed in the case."""
    standing: str
    """dated: the first event of the kind has a date; undated; unplain: one is on record, and it
    is not plain to whom it happened; lacking."""
    standing_count: int
    """How many subjects there are of that standing, listed or not."""


@dataclass(frozen=True, slots=True)
class ComparedEvent:
    """One event in the row of one subject."""

    event_id: str
    case_id: str
    actor_id: str | None
    title: str
    event_type: str
    lane: str
    verification_status: str
    date_edtf: str | None
    """None when no source dates the event."""
    reported_until: dt.date | None
    disputed_properties: tuple[str, ...]
    moments: tuple[str, ...]
    """The kinds of event of which it may be the subject's first; empty when it is somebody else's."""
    unplain_moments: tuple[str, ...]
    """The same where it is not plain to whom it happened; empty when `moments` is not."""
    dates_said: tuple[str, ...]
    """Every date that sources state, when they contradict each other; else empty."""
    unlisted_count: int
    """Events of the subject in the choice that are too far from day 0 to be listed."""
