"""What a state did, was asked for, is accused of and said, each in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.model.edtf import parse
from timeline.store.rows import StateAct
from timeline.viewmodel.footnotes import Footnotes

PARTS = ("acted", "asked", "accused", "helped", "spoke")
"""What a state may have to do with an event, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Act:
    """One event a state has to do with."""

    event_id: str
    case_id: str
    title: str
    phrase: DatePhrase
    bodies: tuple[str, ...]
    """Who took this part for the state; empty where only the proceeding connects it."""
    proceeding_title: str | None
    verification_status: str
    is_disputed: bool
    source_numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActGroup:
    """The events in which a state took one part, in order of time."""

    part: str
    """One of PARTS."""
    acts: tuple[Act, ...]
    """Never empty; the latest where there are more than are listed."""
    act_count: int
    """Listed or not."""


def country_acts(acts: Sequence[StateAct], notes: Footnotes) -> tuple[ActGroup, ...]:
    """The parts that the state took, each with its events; parts without any are left out."""
    return tuple(
        ActGroup(
            part=part,
            acts=tuple(
                Act(
                    event_id=one.event_id,
                    case_id=one.case_id,
                    title=one.title,
                    phrase=phrase_of(parse(one.date_edtf) if one.date_edtf else None),
                    bodies=one.bodies,
                    proceeding_title=one.proceeding_title,
                    verification_status=one.verification_status,
                    is_disputed=one.is_disputed,
                    source_numbers=notes.of(one.event_id),
                )
                for one in inside
            ),
            act_count=inside[0].part_count,
        )
        for part in PARTS
        if (inside := [one for one in acts if one.part == part])
    )


def order_of_acts(acts: Sequence[StateAct]) -> tuple[str, ...]:
    """The events as they come on the page, for numbering their sources."""
    return tuple(one.event_id for part in PARTS for one in acts if one.part == part)
