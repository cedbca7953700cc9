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
