"""Reports on a fictional person, written as short stories; nobody and nothing in them exists.

A story is a line of parts with ';' between them:

    detention@cell 2020-03-04; release 2020-03-10
    residence@town 2020/2021 unverified; own_flight land>far-land left=2020-05 came=2020-06

An event is its type, its place behind '@', its EDTF date, and if need be one of: a
verification status, until=<day of the latest report>, or=<another date that sources give>,
elsewhere=<another place that sources give>. A journey is its kind, both places, and its dates.
"""

from __future__ import annotations

import datetime as dt

from timeline.chronology.reported import Moved, Reported, Spot
from timeline.model.edtf import parse
from timeline.model.vocabulary import (
    EventType,
    LegEvidence,
    LegKind,
    PlacePrecision,
    VerificationStatus,
)
from timeline.store.rows import LegRow, PersonReport, PlaceChain, SourceRow


def _spot(place_id: str, precision: PlacePrecision, *around: str, country: str | None) -> Spot:
    return Spot(place_id, around, country, precision)


SPOTS = {
    spot.place_id: spot
    for spot in (
        _spot("land", PlacePrecision.COUNTRY, country="AQ"),
        _spot("town", PlacePrecision.SETTLEMENT, "land", country="AQ"),
        _spot("cell", PlacePrecision.SITE, "town", "land", country="AQ"),
        _spot("other-town", PlacePrecision.SETTLEMENT, "land", country="AQ"),
        _spot("far-land", PlacePrecision.COUNTRY, country="BV"),
        _spot("far-town", PlacePrecision.SETTLEMENT, "far-land", country="BV"),
        _spot("hidden", PlacePrecision.UNDISCLOSED, country=None),
    )
}
"""Two towns in one land, one town in another, and a place that was not disclosed."""


def story(text: str) -> tuple[list[Reported], list[Moved]]:
    """The events and journeys of a story; an event's id is its type and place in the line."""
    reports: list[Reported] = []
    moves: list[Moved] = []
    for number, part in enumerate((part.strip() for part in text.split(";")), start=1):
        first, *words = part.split()
        if first in set(LegKind):
            moves.append(_journey(number, first, words))
        elif first:
            reports.append(_event(number, first, words))
    return reports, moves


def _event(number: int, first: str, words: list[str]) -> Reported:
    kind, _, place = first.partition("@")
    date, status = None, VerificationStatus.VERIFIED
    said: list[str] = []
    others: list[Spot] = []
    until: dt.date | None = None
    for word in words:
        name, _, value = word.partition("=")
        if name == "until":
            until = dt.date.fromisoformat(value)
        elif name == "or":
            said.append(value)
        elif name == "elsewhere":
            others.append(SPOTS[value])
        elif word in set(VerificationStatus):
            status = VerificationStatus(word)
        else:
            date = word
    shown = parse(date) if date else None
    return Reported(
        event_id=f"{kind}-{number}",
        event_type=EventType(kind),
        dates=(shown, *(parse(text) for text in said)) if shown else (),
        shown_date=shown,
        spot=SPOTS[place] if place else None,
        other_spots=tuple(others),
        reported_until=until,
        status=status,
    )


def _journey(number: int, kind: str, words: list[str]) -> Moved:
    ends, *rest = words
    origin, _, destination = ends.partition(">")
    dates = dict(word.split("=") for word in rest if "=" in word)
    marks = [word for word in rest if "=" not in word]
    status = next((word for word in marks if word in set(VerificationStatus)), "verified")
    evidence = next((word for word in marks if word in set(LegEvidence)), "documented")
    return Moved(
        leg_id=f"leg-{number}",
        event_id=dates.get("event", f"journey-{number}"),
        origin=SPOTS[origin],
        destination=SPOTS[destination],
        departure=parse(dates["left"]) if "left" in dates else None,
        arrival=parse(dates["came"]) if "came" in dates else None,
        kind=LegKind(kind),
        evidence=LegEvidence(evidence),
        status=VerificationStatus(status),
        is_date_disputed=False,
        route_id="route",
        sequence=number,
    )


def report_row(
    event_id: str = "event-1", date: str | None = "2020-03-04", **changes: object
) -> PersonReport:
    """An event of a fictional person as the store would give it."""
    values: dict[str, object] = {
        "event_id": event_id,
        "case_id": "fictional-case",
        "case_title": "A fictional case",
        "title": f"Title of {event_id}",
        "event_type": "detention",
        "lane": "custody",
        "verification_status": "verified",
        "date_edtf": date,
        "reported_until": dt.date(2020, 12, 31),
        "place_id": "town",
        "place_name": "Name of town",
        "is_disputed": False,
        "roles": ("victim",),
        "roles_of_others": (),
        "properties_said": (),
        "values_said": (),
        "sayers": (),
        "source_ids": ("source-1",),
        "report_count": 1,
    }
    return PersonReport(**{**values, **changes})  # type: ignore[arg-type]


def leg_row(leg_id: str = "leg-1", **changes: object) -> LegRow:
    """A journey of a fictional person as the store would give it."""
    values: dict[str, object] = {
        "leg_id": leg_id,
        "case_id": "fictional-case",
        "actor_id": "fictional-person",
        "person": "Fictional Person",
        "sequence": 1,
        "from_place_id": "town",
        "from_name": "Name of town",
        "from_country_code": "AQ",
        "from_region_code": None,
        "from_precision": "settlement",
        "from_lon_deg": -60.25,
        "from_lat_deg": -75.25,
        "to_place_id": "far-town",
        "to_name": "Name of far-town",
        "to_country_code": "BV",
        "to_region_code": None,
        "to_precision": "settlement",
        "to_lon_deg": 3.25,
        "to_lat_deg": -54.25,
        "departure_edtf": "2020-05-01",
        "arrival_edtf": "2020-05-02",
        "date_earliest": dt.date(2020, 5, 1),
        "date_latest": dt.date(2020, 5, 2),
        "leg_kind": "own_flight",
        "leg_status": "travelled",
        "leg_evidence": "documented",
        "event_id": "event-1",
        "note": "",
    }
    return LegRow(**{**values, **changes})  # type: ignore[arg-type]


CHAINS = tuple(
    PlaceChain(
        spot.place_id,
        f"Name of {spot.place_id}",
        spot.precision.value,
        spot.country_code,
        spot.around,
    )
    for spot in SPOTS.values()
)
"""Every fictional place as the store would give it."""


def source_row(source_id: str = "source-1", **changes: object) -> SourceRow:
    """A source that nobody printed."""
    values: dict[str, object] = {
        "source_id": source_id,
        "title": f"Title of {source_id}",
        "title_is_ours": False,
        "publisher": f"Publisher of {source_id}",
        "source_kind": "article",
        "published_edtf": "2020-12-31",
        "published_earliest": dt.date(2020, 12, 31),
        "language": "en",
        "url": f"https://{source_id}.example/",
        "derived_from": (),
        "note": "",
    }
    return SourceRow(**{**values, **changes})  # type: ignore[arg-type]


SOURCES = tuple(source_row(f"source-{number}") for number in (1, 2, 3))
"""Three fictional sources."""
