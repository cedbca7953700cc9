"""Rows as the store would give them, with sensible defaults; all of it fictional."""

from __future__ import annotations

from timeline.model.edtf import parse
from timeline.model.vocabulary import EventType
from timeline.store.rows import EventRow


def event_row(
    event_id: str = "event-1",
    date: str | None = "2020-03-04",
    *,
    event_type: EventType = EventType.DETENTION,
    **changes: object,
) -> EventRow:
    """An event of a fictional case."""
    known = parse(date) if date else None
    values: dict[str, object] = {
        "event_id": event_id,
        "case_id": "fictional-case",
        "title": f"Title of {event_id}",
        "summary": "A fictional thing happened.",
        "event_type": event_type.value,
        "lane": event_type.lane.value,
        "verification_status": "unverified",
        "note": "",
        "date_edtf": date,
        "date_earliest": known.earliest if known else None,
        "date_latest": known.latest if known else None,
        "date_precision": known.precision.value if known else None,
        "reported_until": None,
        "place_id": None,
        "place_name": None,
        "country_code": None,
        "region_code": None,
        "lon_deg": None,
        "lat_deg": None,
        "place_precision": None,
        "claim_count": 1,
        "source_count": 1,
        "independent_source_count": 1,
        "is_disputed": False,
        "disputed_properties": (),
        "later_claim_count": 0,
    }
    return EventRow(**{**values, **changes})  # type: ignore[arg-type]
