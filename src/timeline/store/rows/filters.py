"""Rows about a choice: what may be chosen, and how much it leaves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a reader may filter by."""

    filter_name: str
    """The filter, by its name in the address: case, person, country, type, status, source, disputed."""
    choice_id: str
    name: str | None
    """As recorded; None where the words come from the catalog."""
    event_count: int
    """Events that this choice would leave under all the other filters."""


@dataclass(frozen=True, slots=True)
class Loosening:
    """What one filter alone leaves out."""

    filter_name: str
    event_count: int
    """Events that would be in if only this filter were taken away."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a choice leaves."""

    event_count: int
    disputed_count: int
    undated_count: int
    case_count: int
    leg_count: int
    claim_count: int
    source_count: int
    later_claim_count: int
    """Claims on those events that were published after the day of knowledge asked for."""
    later_event_count: int
    """Events that fit otherwise and of which no dated report had been published by that day."""
