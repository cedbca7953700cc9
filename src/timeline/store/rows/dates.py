"""Rows about the latest dates and the days set in advance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetDateRow:
    """One day set in advance and what is next on record."""

    event_id: str
    case_id: str
    case_title: str
    title: str
    date_edtf: str | None
    """None when the day itself is not on record."""
    proceeding_title: str | None
    is_ahead: bool
    """Whether it may still be to come."""
    next_event_id: str | None
    """The next dated event of the same proceeding; None when there is none on record."""
    next_title: str | None
    next_date_edtf: str | None


@dataclass(frozen=True, slots=True)
class LatestRow:
    """One of the events that began last."""

    event_id: str
    case_id: str
    case_title: str
    title: str
    lane: str
    date_edtf: str


@dataclass(frozen=True, slots=True)
class Extent:
    """From when to when a choice reaches."""

    first_day: dt.date | None
    """Inclusive; None when nothing in it is dated."""
    last_day: dt.date | None
    """Inclusive; an event that goes on reaches to its latest report."""
