"""A fictional part of the globe and legs across it.

Lowland (QM) and Upland (QN) share a border; Farland (QO) lies across an ocean. The codes
are among those that ISO 3166 leaves to whoever needs some.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.row_builders import event_row
from timeline.model.edtf import parse
from timeline.routes.outlines import CountryOutlines, country_outlines
from timeline.store.rows import EventRow, LegRow

Box = tuple[float, float, float, float]

LOWLAND: Box = (0, 40, 10, 50)
UPLAND: Box = (10, 40, 20, 50)
FARLAND: Box = (-90, 40, -60, 60)
SHIRE: Box = (1, 41, 2.5, 42)
HILLS: Box = (3, 43, 4, 44)


def box_feature(box: Box, **properties: object) -> dict[str, Any]:
    """A rectangle as a GeoJSON feature."""
    west, south, east, north = box
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


@cache
def fictional_outlines() -> CountryOutlines:
    """Three countries, a region, the Chechen Republic's code on a made-up square."""
    countries = [
        box_feature(LOWLAND, iso2="QM", name="Lowland", label_lon=5, label_lat=45),
        box_feature(UPLAND, iso2="QN", name="Upland", label_lon=15, label_lat=45),
        box_feature(FARLAND, iso2="QO", name="Farland", label_lon=-75, label_lat=50),
    ]
    regions = [
        box_feature(SHIRE, iso2="QM", region_code="QM-1", name="Shire"),
        box_feature(HILLS, iso2="QM", region_code="RU-CE", name="Hills"),
    ]
    return country_outlines(
        {"type": "FeatureCollection", "features": countries},
        [{"type": "FeatureCollection", "features": regions}],
    )


PLACES: dict[str, dict[str, object]] = {
    "ashford": {"name": "Ashford", "country_code": "QM", "region_code": "QM-1",
                "precision": "settlement", "lon_deg": 2.0, "lat_deg": 41.5},
    "birchton": {"name": "Birchton", "country_code": "QM", "region_code": "QM-2",
                 "precision": "settlement", "lon_deg": 8.0, "lat_deg": 48.0},
    "cedarby": {"name": "Cedarby", "country_code": "QN", "region_code": "QN-1",
                "precision": "site", "lon_deg": 17.0, "lat_deg": 44.0},
    "mill": {"name": "Ashford Mill", "country_code": "QM", "region_code": "QM-1",
             "precision": "site", "lon_deg": 2.25, "lat_deg": 41.75},
    "weir": {"name": "Ashford Weir", "country_code": "QM", "region_code": "QM-1",
             "precision": "site", "lon_deg": 2.3, "lat_deg": 41.4},
    "shire": {"name": "Shire", "country_code": "QM", "region_code": "QM-1",
              "precision": "region", "lon_deg": 1.75, "lat_deg": 41.5},
    "shire-barn": {"name": "A barn in the Shire", "country_code": "QM", "region_code": "QM-1",
                   "precision": "region", "lon_deg": 1.75, "lat_deg": 41.5},
    "lowland": {"name": "Lowland", "country_code": "QM", "region_code": None,
                "precision": "country", "lon_deg": None, "lat_deg": None},
    "upland": {"name": "Upland", "country_code": "QN", "region_code": None,
               "precision": "country", "lon_deg": None, "lat_deg": None},
    "farland": {"name": "Farland", "country_code": "QO", "region_code": None,
                "precision": "country", "lon_deg": None, "lat_deg": None},
    "nowhere": {"name": "a place that was not said", "country_code": None, "region_code": None,
                "precision": "undisclosed", "lon_deg": None, "lat_deg": None},
}  # fmt: skip


def leg_row(
    number: int,
    start: str,
    end: str,
    *,
    person: str = "Nobody Invented",
    status: str = "travelled",
    evidence: str = "documented",
    kind: str = "own_flight",
    departure: str | None = None,
    arrival: str | None = None,
) -> LegRow:
    """A leg between two of PLACES."""
    actor_id = person.lower().replace(" ", "-")
    set_out = parse(departure) if departure else None
    arrived = parse(arrival) if arrival else None
    known = set_out or arrived, arrived or set_out
    ends = {
        f"{side}_{key}": value
        for side, place in (("from", start), ("to", end))
        for key, value in {"place_id": place, **PLACES[place]}.items()
    }
    return LegRow(
        leg_id=f"{actor_id}-{number}",
        case_id="fictional-case",
        actor_id=actor_id,
        person=person,
        sequence=number,
        departure_edtf=departure,
        arrival_edtf=arrival,
        date_earliest=known[0].earliest if known[0] else None,
        date_latest=known[1].latest if known[1] else None,
        leg_kind=kind,
        leg_status=status,
        leg_evidence=evidence,
        event_id=f"event-{number}",
        note="",
        **ends,  # type: ignore[arg-type]
    )


def event_at(event_id: str, place: str, **changes: object) -> EventRow:
    """An event at one of PLACES."""
    known = PLACES[place]
    where: dict[str, object] = {
        "place_id": place,
        "place_name": known["name"],
        "country_code": known["country_code"],
        "region_code": known["region_code"],
        "lon_deg": known["lon_deg"],
        "lat_deg": known["lat_deg"],
        "place_precision": known["precision"],
    }
    return event_row(event_id, **{**where, **changes})
