"""Everybody who has events at one place, or with one office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.model.edtf import parse
from timeline.model.vocabulary import ActorKind
from timeline.store.rows import Passage
from timeline.viewmodel.footnotes import Footnotes


@dataclass(frozen=True, slots=True)
class Passing:
    """One event of one person there."""

    event_id: str
    case_id: str
    title: str
    phrase: DatePhrase
    place_name: str | None
    """None when the event was elsewhere: only the office has to do with it."""
    office_roles: tuple[str, ...]
    verification_status: str
    is_disputed: bool
    source_numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passer:
    """One person or group, with their events there in order of time."""

    actor_id: str
    name: str
    is_group: bool
    is_followed: bool
    events: tuple[Passing, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """Who passed through: followed people first, then by name."""

    passers: tuple[Passer, ...]
    passer_count: int
    """Listed or not."""
    listed_count: int
    """Events listed, one for each person they concern."""
    passage_count: int


def passages(rows: Sequence[Passage], notes: Footnotes) -> Passages:
    """The people of the rows, which come ordered by person."""
    return Passages(
        passers=tuple(
            _passer(tuple(inside), notes) for _, inside in groupby(rows, lambda row: row.actor_id)
        ),
        passer_count=rows[0].person_count if rows else 0,
        listed_count=len(rows),
        passage_count=rows[0].passage_count if rows else 0,
    )


def _passer(rows: Sequence[Passage], notes: Footnotes) -> Passer:
    first = rows[0]
    return Passer(
        actor_id=first.actor_id,
        name=first.person,
        is_group=first.actor_kind != ActorKind.PERSON,
        is_followed=first.is_followed,
        events=tuple(
            Passing(
                event_id=row.event_id,
                case_id=row.case_id,
                title=row.title,
                phrase=phrase_of(parse(row.date_edtf) if row.date_edtf else None),
                place_name=row.place_name if row.is_there else None,
                office_roles=row.office_roles,
                verification_status=row.verification_status,
                is_disputed=row.is_disputed,
                source_numbers=notes.of(row.event_id),
            )
            for row in rows
        ),
    )


def order_of_passages(rows: Sequence[Passage]) -> tuple[str, ...]:
    """The events as they come on the page, for numbering their sources."""
    return tuple(row.event_id for row in rows)
