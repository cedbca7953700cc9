"""One person across cases: names, roles, and every event in which they have one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model.vocabulary import Role
from timeline.store.rows import Person, PersonName, PersonReport
from timeline.viewmodel.person_record import PersonRecord, Told

MOST_ROWS = 100
"""Events listed on the page; all of them are on the pages of the cases."""


@dataclass(frozen=True, slots=True)
class FurtherName:
    """A name under which the person also appears."""

    name: str
    language: str
    """BCP 47, or und."""
    kind: str


@dataclass(frozen=True, slots=True)
class PartInCase:
    """What the person has to do with one case."""

    case_id: str
    title: str
    roles: tuple[tuple[str, int], ...]
    """Each role with the number of events, most first."""


@dataclass(frozen=True, slots=True)
class PersonEvent:
    """One event with the roles the person has in it."""

    told: Told
    lane: str
    place_name: str | None
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Who this is, as recorded."""

    actor_id: str
    name: str
    note: str
    names: tuple[FurtherName, ...]
    parts: tuple[PartInCase, ...]
    """The cases, in order of the first event."""
    events: tuple[PersonEvent, ...]
    """The first of them in order of time, at most MOST_ROWS."""
    event_count: int
    """How many there are in all."""
    reckoned_count: int
    """How many the answers on this page are taken from."""


def person_page(
    person: Person,
    names: Sequence[PersonName],
    reports: Sequence[PersonReport],
    record: PersonRecord,
) -> PersonPage:
    """The page of one person; *record* is made from the same *reports*."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    titles: dict[str, str] = {}
    for report in reports:
        titles.setdefault(report.case_id, report.case_title)
        counts[report.case_id].update(report.roles)
    order = {role.value: place for place, role in enumerate(Role)}
    return PersonPage(
        actor_id=person.actor_id,
        name=person.name,
        note=person.note,
        names=tuple(
            FurtherName(one.name, one.language, one.name_kind) for one in names if not one.is_shown
        ),
        parts=tuple(
            PartInCase(
                case_id,
                title,
                tuple(sorted(counts[case_id].items(), key=lambda part: (-part[1], order[part[0]]))),
            )
            for case_id, title in titles.items()
        ),
        events=tuple(
            PersonEvent(
                record.told[report.event_id],
                report.lane,
                report.place_name,
                tuple(sorted(report.roles, key=order.__getitem__)),
            )
            for report in reports[:MOST_ROWS]
        ),
        event_count=reports[0].report_count if reports else 0,
        reckoned_count=len(reports),
    )
