"""The timeline turned upright for a narrow page: one entry under another, silences in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.viewmodel.case_timeline import CaseTimeline, TimelineMark

_DAYS_A_MONTH = 30.44
SILENCE_MONTHS = 5
"""A silence longer than this is said."""


@dataclass(frozen=True, slots=True)
class UprightEntry:
    """One event on the spine."""

    mark: TimelineMark
    year: int | None
    """The year of its first possible day, where it differs from the entry before; else None."""
    silence_months: int
    """Whole months in which nothing is dated before this entry; 0 when that is not worth saying."""


def upright_timeline(view: CaseTimeline) -> tuple[UprightEntry, ...]:
    """The dated marks in order, each with the year where it changes and the silence before it."""
    entries = []
    year: int | None = None
    covered: dt.date | None = None
    for mark in view.marks:
        first = mark.first_day
        assert first is not None
        months = 0 if covered is None else int((first - covered).days / _DAYS_A_MONTH)
        entries.append(
            UprightEntry(
                mark=mark,
                year=first.year if first.year != year else None,
                silence_months=months if months > SILENCE_MONTHS else 0,
            )
        )
        year = first.year
        last = mark.last_day or first
        covered = last if covered is None else max(covered, last)
    return tuple(entries)
