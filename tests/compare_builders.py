"""Rows of fictional subjects laid side by side, with sensible defaults."""

from __future__ import annotations

from timeline.model.vocabulary import EventType
from timeline.store.rows import ComparedEvent, SubjectRow


def compared_event(
    event_id: str = "event-1",
    date: str | None = "2020-03-04",
    *,
    event_type: EventType = EventType.HEARING,
    **changes: object,
) -> ComparedEvent:
    """An event that happened to a fictional person."""
    values: dict[str, object] = {
        "event_id": event_id,
        "case_id": "fictional-case",
        "actor_id": "fictional-person",
        "title": f"Title of {event_id}",
        "event_type": event_type.value,
        "lane": event_type.lane.value,
        "verification_status": "unverified",
        "date_edtf": date,
        "reported_until": None,
        "disputed_properties": (),
        "moments": (event_type.value,),
        "unplain_moments": (),
        "dates_said": (),
        "unlisted_count": 0,
    }
    return ComparedEvent(**{**values, **changes})  # type: ignore[arg-type]


def detained(date: str | None, event_id: str = "detained", **changes: object) -> ComparedEvent:
    """A detention of the fictional person."""
    return compared_event(event_id, date, event_type=EventType.DETENTION, **changes)


def subject(**changes: object) -> SubjectRow:
    """A fictional person whose detention has a date."""
    values: dict[str, object] = {
        "case_id": "fictional-case",
        "actor_id": "fictional-person",
        "case_title": "Fictional Person",
        "person": "Fictional Person",
        "is_main": True,
        "standing": "dated",
        "standing_count": 1,
    }
    return SubjectRow(**{**values, **changes})  # type: ignore[arg-type]
