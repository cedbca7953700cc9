"""How long a state took to decide, proceeding by proceeding, on one scale of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.chronology.waiting import Ending, Since, Step, Wait, Waiting, waiting
from timeline.model.edtf import parse
from timeline.model.vocabulary import EventType, ProceedingKind, Stage
from timeline.store.rows import ProceedingStep
from timeline.viewmodel.country_soil import Bar
from timeline.viewmodel.footnotes import Footnotes

_DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step of a proceeding, as it is named."""

    event_id: str
    title: str
    phrases: tuple[DatePhrase, ...]
    """The date, or every date that is said; one that is undated says so."""
    source_numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WaitRow:
    """One decision and how long it took."""

    step: StepMark
    wait: Wait
    bar: Bar
    """Days that passed in any case, and days that may have."""
    has_no_end: bool
    """Nobody says how many days at most."""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A proceeding without a decision on record, as far as it was reported."""

    ending: Ending
    reported_on: dt.date
    least_days: int
    bar: Bar


@dataclass(frozen=True, slots=True)
class WaitGroup:
    """One proceeding whose days can be counted."""

    proceeding_id: str
    case_id: str
    title: str
    since: Since
    begun: StepMark
    rows: tuple[WaitRow, ...]
    open_row: OpenRow | None
    """None when something was decided."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """One proceeding whose days cannot be counted, and why."""

    proceeding_id: str
    case_id: str
    title: str
    reason: str
    """undated, several, no_opening, no_decision_day, nothing_decided or neither."""
    steps: tuple[StepMark, ...]
    """What is on record of it: the opening and the decisions."""


@dataclass(frozen=True, slots=True)
class CountryWaits:
    """The proceedings of one country, latest first."""

    groups: tuple[WaitGroup, ...]
    uncounted: tuple[Uncounted, ...]
    proceeding_count: int
    """Listed or not."""
    listed_count: int
    year_share: float
    """A year as a share of the longest bar; more than 1 when none is a year long."""
    longest_days: int

    @property
    def is_empty(self) -> bool:
        """Whether no proceeding is on record."""
        return not self.groups and not self.uncounted


def country_waits(steps: Sequence[ProceedingStep], notes: Footnotes) -> CountryWaits:
    """The days from what opened each proceeding to each of its decisions."""
    found = _by_proceeding(steps)
    longest = max((days for _, one in found for days in _days_drawn(one)), default=0)
    groups = tuple(
        group for rows, one in found if (group := _group(rows, one, notes, longest)) is not None
    )
    counted = {group.proceeding_id for group in groups}
    uncounted = tuple(
        _uncounted(rows, one, notes) for rows, one in found if rows[0].proceeding_id not in counted
    )
    return CountryWaits(
        groups=groups,
        uncounted=uncounted,
        proceeding_count=steps[0].proceeding_count if steps else 0,
        listed_count=len(found),
        year_share=_DAYS_A_YEAR / longest if longest else 2.0,
        longest_days=longest,
    )


def order_of_waits(steps: Sequence[ProceedingStep]) -> tuple[str, ...]:
    """The events as they come on the page, for numbering their sources."""
    return tuple(
        row.event_id
        for rows, one in _by_proceeding(steps)
        for row in rows
        if row.event_id in _named_ids(one)
    )


def _by_proceeding(
    steps: Sequence[ProceedingStep],
) -> list[tuple[tuple[ProceedingStep, ...], Waiting]]:
    grouped = (tuple(rows) for _, rows in groupby(steps, lambda one: one.proceeding_id))
    return [
        (rows, waiting(ProceedingKind(rows[0].proceeding_kind), Stage(rows[0].stage), _steps(rows)))
        for rows in grouped
    ]


def _steps(rows: Sequence[ProceedingStep]) -> list[Step]:
    return [
        Step(row.event_id, EventType(row.event_type), row.dates, row.reported_until) for row in rows
    ]


def _days_drawn(one: Waiting) -> list[int]:
    days = [wait.most if wait.most is not None else wait.least for wait in one.waits]
    if one.ending is not None and one.ending is not Ending.DECIDED:
        days.append(one.least_to_report)
    return [day for day in days if day is not None]


def _group(
    rows: Sequence[ProceedingStep], one: Waiting, notes: Footnotes, longest: int
) -> WaitGroup | None:
    """The proceeding as it is drawn; None when no day of it can be counted."""
    by_id = {row.event_id: row for row in rows}
    if one.since_id is None or not _days_drawn(one):
        return None
    open_row = None
    if one.ending is not None and one.reported_on is not None and one.least_to_report is not None:
        share = _share(one.least_to_report, longest)
        is_open = one.ending is Ending.OPEN
        open_row = OpenRow(
            ending=one.ending,
            reported_on=one.reported_on,
            least_days=one.least_to_report,
            bar=Bar(certain=share if is_open else 0.0, possible=0.0 if is_open else share),
        )
    return WaitGroup(
        proceeding_id=rows[0].proceeding_id,
        case_id=rows[0].case_id,
        title=rows[0].proceeding_title,
        since=one.since,
        begun=_mark(by_id[one.since_id], notes),
        rows=tuple(
            WaitRow(
                step=_mark(by_id[wait.event_id], notes),
                wait=wait,
                bar=_bar(wait, longest),
                has_no_end=wait.least is not None and wait.most is None,
            )
            for wait in one.waits
        ),
        open_row=open_row,
    )


def _bar(wait: Wait, longest: int) -> Bar:
    if wait.least is None:
        return Bar()
    certain = _share(wait.least, longest)
    most = wait.least if wait.most is None else wait.most
    return Bar(certain=certain, possible=_share(most, longest) - certain)


def _uncounted(rows: Sequence[ProceedingStep], one: Waiting, notes: Footnotes) -> Uncounted:
    named = _named_ids(one)
    return Uncounted(
        proceeding_id=rows[0].proceeding_id,
        case_id=rows[0].case_id,
        title=rows[0].proceeding_title,
        reason=_reason(one),
        steps=tuple(_mark(row, notes) for row in rows if row.event_id in named),
    )


def _reason(one: Waiting) -> str:
    if one.since is Since.SEVERAL:
        return "several" if one.waits else "nothing_decided"
    if one.since is Since.NOTHING:
        return "no_opening" if one.waits else "neither"
    if one.waits:
        return "undated"
    return "no_decision_day" if one.ending is Ending.DECIDED else "nothing_decided"


def _named_ids(one: Waiting) -> frozenset[str]:
    """The steps that are named on the page: where the counting begins, and every decision."""
    begun = {one.since_id} if one.since_id is not None else set(one.opening_ids)
    return frozenset(begun | {wait.event_id for wait in one.waits})


def _mark(row: ProceedingStep, notes: Footnotes) -> StepMark:
    return StepMark(
        event_id=row.event_id,
        title=row.title,
        phrases=tuple(phrase_of(parse(text)) for text in row.dates) or (phrase_of(None),),
        source_numbers=notes.of(row.event_id),
    )


def _share(days: int, longest: int) -> float:
    return days / longest if longest else 0.0
