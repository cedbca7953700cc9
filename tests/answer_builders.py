"""Claims on a fictional event as the store would give them, written as short as a table cell."""

from __future__ import annotations

from typing import Any

from timeline.store.rows import EventClaim, LineageSource, PlaceChain, ToldEvent
from timeline.viewmodel.answered_events import answered_events
from timeline.viewmodel.answers import AnsweredEvent

NAMES = {
    "daily": "Fictional Daily",
    "weekly": "Fictional Weekly",
    "monthly": "Fictional Monthly",
    "union": "Fictional Union",
    "herald": "Fictional Herald",
    "reprint": "Fictional Gazette",
    "daily-again": "Fictional Daily",
    "cited": "Fictional Bureau",
}
PUBLISHED: dict[str, str | None] = {
    "daily": "2020-05-01",
    "weekly": "2020-05-02",
    "monthly": "2020-06",
    "union": "2020-07-01",
    "herald": "2020-07-02",
    "reprint": "2020-05-03",
    "daily-again": "2021-01-09",
    "cited": None,
}
PLACES = (
    PlaceChain("town", "Fictional Town", "settlement", "AQ", ("region", "land")),
    PlaceChain("other-town", "Other Town", "settlement", "AQ", ("region", "land")),
    PlaceChain("region", "Fictional Region", "region", "AQ", ("land",)),
    PlaceChain("land", "Fictional Land", "country", "AQ", ()),
    PlaceChain("nowhere", "undisclosed place", "undisclosed", None, ()),
)
LINEAGE = tuple(
    LineageSource(
        source_id=source_id,
        title=f"Title of {source_id}",
        publisher=name,
        source_kind="origin" if source_id == "cited" else "article",
        published_edtf=PUBLISHED[source_id],
        language="en",
        derived_from=("daily",) if source_id == "reprint" else (),
    )
    for source_id, name in NAMES.items()
)


def told_event(**changes: Any) -> ToldEvent:
    """A fictional event that nobody has verified."""
    values: dict[str, Any] = {
        "event_id": "fictional-event",
        "case_id": "fictional-case",
        "case_title": "Fictional Person A",
        "title": "Seized",
        "summary": "It is said to have happened.",
        "lane": "custody",
        "verification_status": "unverified",
        "date_edtf": None,
        "source_count": 1,
        "independent_source_count": 1,
        "disputed_properties": (),
        "event_count": 1,
        "dispute_count": 0,
    }
    return ToldEvent(**{**values, **changes})


def event_claim(
    claim_id: str, asked: str, value: str, source_id: str, **changes: Any
) -> EventClaim:
    """A claim of one of the sources above."""
    place = next((one for one in PLACES if asked == "place" and one.place_id == value), None)
    values: dict[str, Any] = {
        "claim_id": claim_id,
        "event_id": "fictional-event",
        "property": asked,
        "value": value,
        "value_place_name": place.name if place else None,
        "value_place_precision": place.precision if place else None,
        "value_as_stated": "",
        "locator": "para 1",
        "basis": "stated",
        "is_preferred": False,
        "is_shown": True,
        "is_disputed": False,
        "note": "",
        "source_id": source_id,
        "publisher": NAMES[source_id],
        "source_title": f"Title of {source_id}",
        "title_is_ours": False,
        "source_kind": "origin" if source_id == "cited" else "article",
        "published_edtf": PUBLISHED[source_id],
        "language": "en",
        "url": "",
        **dict.fromkeys(
            ("quantity", "label", "unit", "lower", "upper", "qualifier", "said_by"), None
        ),
    }
    return EventClaim(**{**values, **changes})


def figure_claim(
    claim_id: str, lower: float | None, upper: float | None, source_id: str, **changes: Any
) -> EventClaim:
    """A figure for the number of days held."""
    given = {
        "quantity": "days-held",
        "label": "days held",
        "unit": "days",
        "lower": lower,
        "upper": upper,
        "qualifier": "exactly",
        **changes,
    }
    return event_claim(claim_id, "number", f"{lower} {upper}", source_id, **given)


def claims(asked: str, cells: str, *, is_disputed: bool = False) -> list[EventClaim]:
    """Claims written 'value = source source; value = source', the value shown first.

    A source with a ~ behind it only lets the value be inferred, a value with a * is preferred.
    """
    found = []
    for place, cell in enumerate(cells.split(";")):
        value, _, sources = (part.strip() for part in cell.partition("="))
        for source in sources.split():
            found.append(
                event_claim(
                    f"c{len(found) + 1:02}",
                    asked,
                    value.rstrip("*"),
                    source.rstrip("~"),
                    basis="inferred" if source.endswith("~") else "stated",
                    is_preferred=value.endswith("*"),
                    is_shown=place == 0,
                    is_disputed=is_disputed,
                )
            )
    return found


def answered(rows: list[EventClaim], **changes: Any) -> AnsweredEvent:
    """The fictional event with the questions that those claims answer."""
    found = answered_events([told_event(**changes)], rows, PLACES, LINEAGE)
    return found[0]
