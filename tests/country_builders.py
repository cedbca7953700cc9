"""Rows about countries as the store would give them, with sensible defaults; all of it fictional."""

from __future__ import annotations

import datetime as dt

from timeline.store.rows import (
    Citation,
    CountryCounts,
    FlowCount,
    Passage,
    ProceedingStep,
    StateAct,
)


def country_counts(country_code: str | None = "AQ", **changes: object) -> CountryCounts:
    """A country with nothing but two events, one of them confirmed."""
    values: dict[str, object] = {
        "country_code": country_code,
        "has_place": True,
        "event_count": 2,
        "confirmed_count": 1,
        "disputed_count": 0,
        "person_count": 1,
        "act_count": 0,
        "accused_count": 0,
        "leg_in_count": 0,
        "leg_out_count": 0,
    }
    return CountryCounts(**{**values, **changes})  # type: ignore[arg-type]


def state_act(event_id: str = "event-1", **changes: object) -> StateAct:
    """A decision of a fictional court."""
    values: dict[str, object] = {
        "event_id": event_id,
        "case_id": "fictional-case",
        "title": f"Title of {event_id}",
        "event_type": "court_decision",
        "lane": "proceedings",
        "date_edtf": "2021-03-01",
        "verification_status": "verified",
        "is_disputed": False,
        "part": "acted",
        "bodies": ("Fictional Court",),
        "proceeding_title": None,
        "part_count": 1,
    }
    return StateAct(**{**values, **changes})  # type: ignore[arg-type]


def proceeding_step(
    event_type: str, *dates: str, proceeding: str = "claim", **changes: object
) -> ProceedingStep:
    """One step of an asylum claim, reported on 1 June 2022; its id is its proceeding and its type."""
    values: dict[str, object] = {
        "proceeding_id": proceeding,
        "proceeding_title": f"Title of {proceeding}",
        "proceeding_kind": "asylum",
        "stage": "decided",
        "case_id": "fictional-case",
        "event_id": f"{proceeding}-{event_type}",
        "title": f"Title of {event_type}",
        "event_type": event_type,
        "dates": dates,
        "reported_until": dt.date(2022, 6, 1),
        "proceeding_count": 1,
    }
    return ProceedingStep(**{**values, **changes})  # type: ignore[arg-type]


def flow_count(direction: str = "in", **changes: object) -> FlowCount:
    """One documented leg of one person from Bouvet Island."""
    values: dict[str, object] = {
        "direction": direction,
        "other_country_code": "BV",
        "leg_status": "travelled",
        "leg_kind": "own_flight",
        "leg_count": 1,
        "documented_count": 1,
        "contested_count": 0,
        "person_count": 1,
        "group_count": 0,
    }
    return FlowCount(**{**values, **changes})  # type: ignore[arg-type]


def passage(actor_id: str = "fictional-person-a", **changes: object) -> Passage:
    """One event of one person at a fictional place."""
    values: dict[str, object] = {
        "actor_id": actor_id,
        "person": f"Name of {actor_id}",
        "actor_kind": "person",
        "is_followed": True,
        "event_id": "event-1",
        "case_id": "fictional-case",
        "title": "Title of event-1",
        "event_type": "detention",
        "lane": "custody",
        "date_edtf": "2021-03-01",
        "place_name": "Fictional Settlement",
        "verification_status": "verified",
        "is_disputed": False,
        "is_there": True,
        "office_roles": (),
        "person_count": 1,
        "passage_count": 1,
    }
    return Passage(**{**values, **changes})  # type: ignore[arg-type]


def citation(event_id: str, source_id: str, **changes: object) -> Citation:
    """A source behind an event."""
    values: dict[str, object] = {
        "event_id": event_id,
        "source_id": source_id,
        "title": f"Title of {source_id}",
        "title_is_ours": False,
        "publisher": f"Publisher of {source_id}",
        "published_edtf": "2021",
        "published_earliest": dt.date(2021, 1, 1),
        "language": "en",
        "url": "",
        "note": "",
    }
    return Citation(**{**values, **changes})  # type: ignore[arg-type]
