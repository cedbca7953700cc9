"""How long a proceeding took from what opened it to each of its decisions: at least, and at most.

Only steps of one proceeding are put together, because only those the record connects. What
opens a proceeding and what decides in it depends on its kind (`RULES`); two applications in
one proceeding leave it open which of them was decided, so then nothing is counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from timeline.chronology.offset import Bounds, any_of, beginning, offset
from timeline.model.edtf import parse
from timeline.model.vocabulary import EventType, ProceedingKind, Stage


@dataclass(frozen=True, slots=True)
class Rule:
    """What opens a proceeding of a kind, and what decides in it."""

    openings: tuple[EventType, ...]
    """The first of these of which there is a step counts as what opened it."""
    decisions: tuple[EventType, ...]


RULES: Mapping[ProceedingKind, Rule] = MappingProxyType(
    {
        ProceedingKind.ASYLUM: Rule(
            (EventType.ASYLUM_APPLICATION,), (EventType.ASYLUM_DECISION, EventType.COURT_DECISION)
        ),
        # A court that prolongs custody does not decide on the request.
        ProceedingKind.EXTRADITION: Rule(
            (EventType.EXTRADITION_REQUEST,), (EventType.EXTRADITION_DECISION,)
        ),
        ProceedingKind.REMOVAL: Rule((), (EventType.REMOVAL_DECISION,)),
        ProceedingKind.CRIMINAL: Rule(
            (EventType.CRIMINAL_CASE, EventType.COMPLAINT, EventType.HEARING),
            (EventType.CONVICTION, EventType.OFFICIAL_INQUIRY),
        ),
        ProceedingKind.INTERNATIONAL: Rule(
            (EventType.COMPLAINT,), (EventType.INTERIM_MEASURE, EventType.COURT_DECISION)
        ),
        ProceedingKind.OTHER: Rule(
            (EventType.COMPLAINT,), (EventType.COURT_DECISION, EventType.OFFICIAL_INQUIRY)
        ),
    }
)

_OPEN_STAGES = frozenset({Stage.OPENED, Stage.PENDING, Stage.SUSPENDED, Stage.UNDER_APPEAL})
_DECIDED_STAGES = frozenset({Stage.DECIDED, Stage.ENDED})


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a proceeding."""

    event_id: str
    event_type: EventType
    dates: tuple[str, ...]
    """EDTF: the date shown, or all that are said when sources differ; empty when undated."""
    reported_until: dt.date | None


class Since(StrEnum):
    """From where the days are counted."""

    OPENING = "opening"
    FIRST_DECISION = "first_decision"
    """Nothing on record opened the proceeding, and one of its decisions certainly came first."""
    NOTHING = "nothing"
    """Nothing on record opened it, and there are no two decisions in a certain order."""
    SEVERAL = "several"
    """Several steps may have opened it, and nobody says which of them was decided."""


class Ending(StrEnum):
    """How it stands with a proceeding in which nothing was decided, as far as is on record."""

    OPEN = "open"
    """Not decided at the latest report."""
    DECIDED = "decided"
    """Decided or over at the latest report, and no event says when."""
    UNREPORTED = "unreported"
    """Nobody says whether."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Days from where the counting begins to one decision; the same day is zero days."""

    event_id: str
    least: int | None
    """None when nothing can be counted: one of the two is not dated."""
    most: int | None
    """None when it has no bound."""
    is_disputed: bool
    """Sources differ on one of the two dates; the days allow for all of them."""
    is_uncertain: bool = False
    """A source is doubtful of one of the two dates."""
    is_approximate: bool = False
    """One of the two dates is only about right."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One proceeding: where the counting begins, each decision, and how it stands without one."""

    since: Since
    since_id: str | None
    """The event from which the days are counted; None when they are not."""
    opening_ids: tuple[str, ...]
    """Every step that may have opened it, in the order given."""
    waits: tuple[Wait, ...]
    """Every decision but the one counted from, in the order given."""
    ending: Ending | None
    """None when there is a decision."""
    reported_on: dt.date | None
    """The first day on which the latest report on any step may have been published."""
    least_to_report: int | None
    """Days from where the counting begins to that report, at least; None when not countable."""


def waiting(kind: ProceedingKind, stage: Stage, steps: Sequence[Step]) -> Waiting:
    """How long the proceeding took to each decision.

    A decision that certainly came before what opened the proceeding is no answer to it
    and is left out. One that may have come before is counted from zero days.
    """
    rule = RULES[kind]
    decisions = [step for step in steps if step.event_type in rule.decisions]
    openings = _openings(rule, steps)
    since, first = _beginning(openings, decisions)
    reported = max((step.reported_until for step in steps if step.reported_until), default=None)
    if first is None:
        return Waiting(
            since=since,
            since_id=None,
            opening_ids=tuple(step.event_id for step in openings),
            waits=tuple(_uncounted(step) for step in decisions),
            ending=None if decisions else _ending(stage),
            reported_on=reported,
            least_to_report=None,
        )
    waits = tuple(
        _wait(first, step)
        for step in decisions
        if step is not first and not _is_certainly_before(step, first)
    )
    has_decision = bool(waits) or since is Since.FIRST_DECISION
    begun = _bounds(first)
    return Waiting(
        since=since,
        since_id=first.event_id,
        opening_ids=tuple(step.event_id for step in openings),
        waits=waits,
        ending=None if has_decision else _ending(stage),
        reported_on=reported,
        least_to_report=None if begun is None else _days_at_least(begun, reported),
    )


def _openings(rule: Rule, steps: Sequence[Step]) -> list[Step]:
    for event_type in rule.openings:
        found = [step for step in steps if step.event_type is event_type]
        if found:
            return found
    return []


def _beginning(openings: Sequence[Step], decisions: Sequence[Step]) -> tuple[Since, Step | None]:
    if openings:
        return (Since.OPENING, openings[0]) if len(openings) == 1 else (Since.SEVERAL, None)
    for step in decisions:
        others = [other for other in decisions if other is not step]
        # An undated one may have come before: then it is not certain which was the first.
        if others and all(_is_certainly_before(step, other) for other in others):
            return Since.FIRST_DECISION, step
    return Since.NOTHING, None


def _wait(first: Step, step: Step) -> Wait:
    since, until = _bounds(first), _bounds(step)
    if since is None or until is None:
        return _uncounted(step)
    between = offset(since, until)
    return Wait(
        event_id=step.event_id,
        least=max(between.least or 0, 0),
        most=between.most,
        is_disputed=len(first.dates) > 1 or len(step.dates) > 1,
        is_uncertain=between.is_uncertain,
        is_approximate=between.is_approximate,
    )


def _uncounted(step: Step) -> Wait:
    return Wait(step.event_id, least=None, most=None, is_disputed=len(step.dates) > 1)


def _bounds(step: Step) -> Bounds | None:
    """The days on which the step may have been; None when no source dates it."""
    if not step.dates:
        return None
    found = any_of(beginning(parse(text)) for text in step.dates)
    return None if found.earliest is None and found.latest is None else found


def _is_certainly_before(step: Step, other: Step) -> bool:
    one, two = _bounds(step), _bounds(other)
    return (
        one is not None
        and two is not None
        and one.latest is not None
        and two.earliest is not None
        and one.latest < two.earliest
    )


def _days_at_least(begun: Bounds, reported: dt.date | None) -> int | None:
    if begun.latest is None or reported is None:
        return None
    return max((reported - begun.latest).days, 0)


def _ending(stage: Stage) -> Ending:
    if stage in _OPEN_STAGES:
        return Ending.OPEN
    return Ending.DECIDED if stage in _DECIDED_STAGES else Ending.UNREPORTED
