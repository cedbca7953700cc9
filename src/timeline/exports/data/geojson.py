"""The view as GeoJSON (RFC 7946), with time as Linked Places has it: `when`.

One feature an event and one a leg. What is known no better than by its region or country
has no geometry, and stays in the file by name. Times are EDTF, so nothing of a half-known
date is lost; their hedge is said in `when.label` too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.exports.data.about import about_values
from timeline.exports.data.calendar_units import Bounds, Stretch, stretches
from timeline.exports.data.json_text import json_bytes
from timeline.exports.data.told import (
    ToldEvent,
    ToldLeg,
    source_label,
    told_events,
    told_legs,
    web_address,
)
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import ClaimProperty
from timeline.routes.globe import LonLat, Path
from timeline.viewmodel.case_dossier import NumberedSource


def write(edition: Edition) -> bytes:
    """The feature collection."""
    events = told_events(edition)
    sources = {one.event_id: one.sources for one in events}
    return json_bytes(
        {
            "type": "FeatureCollection",
            "about": about_values(edition),
            "features": [
                *(_event(one, edition.say) for one in events),
                *(
                    _leg(one, sources.get(one.row.event_id, ()), edition.say)
                    for one in told_legs(edition)
                ),
            ],
        }
    )


def _event(event: ToldEvent, say: Catalog) -> dict[str, Any]:
    row = event.row
    spans = stretches(row.date_edtf) if row.date_edtf else ()
    return {
        "type": "Feature",
        "id": event.event_id,
        "geometry": _point(event),
        "when": {"timespans": [_timespan(one) for one in spans], "label": event.when},
        "properties": {
            "feature": "event",
            "event_id": event.event_id,
            "case_id": row.case_id,
            "title": row.title,
            "summary": row.summary,
            "people": list(event.table.people),
            "event_type": row.event_type,
            "lane": row.lane,
            "date_edtf": row.date_edtf,
            "date_words": event.when,
            "place_name": row.place_name,
            "place_precision": row.place_precision,
            "ccodes": _codes(row.country_code),
            "region_code": row.region_code,
            "status": row.verification_status,
            "disputed": list(row.disputed_properties),
            "independent_source_count": row.independent_source_count,
            "note": row.note,
            "sources": [one.source_id for one in event.sources],
        },
        "citations": _citations(event.sources, say),
    }


def _leg(leg: ToldLeg, sources: Sequence[NumberedSource], say: Catalog) -> dict[str, Any]:
    row = leg.row
    return {
        "type": "Feature",
        "id": leg.leg_id,
        "geometry": _line(leg.lines),
        "when": {"timespans": _leg_timespans(leg), "label": leg.text[0]},
        "properties": {
            "feature": "leg",
            "leg_id": leg.leg_id,
            "event_id": row.event_id,
            "case_id": row.case_id,
            "title": leg.title,
            "took_place": leg.took_place,
            "status": row.leg_status,
            "leg_kind": row.leg_kind,
            "leg_evidence": row.leg_evidence,
            "person": row.person,
            "sequence": row.sequence,
            "from_place": row.from_name,
            "from_precision": row.from_precision,
            "to_place": row.to_name,
            "to_precision": row.to_precision,
            "departure_edtf": row.departure_edtf,
            "arrival_edtf": row.arrival_edtf,
            "ccodes": _codes(row.from_country_code, row.to_country_code),
            "note": row.note,
            "sources": [one.source_id for one in sources],
        },
        "citations": _citations(sources, say),
    }


def _point(event: ToldEvent) -> dict[str, Any] | None:
    if event.point is None:
        return None
    geometry: dict[str, Any] = {"type": "Point", "coordinates": list(event.point)}
    if ClaimProperty.PLACE in event.row.disputed_properties:
        geometry["certainty"] = "less-certain"
    return geometry


def _line(lines: Sequence[Path]) -> dict[str, Any] | None:
    """The great circle, in two where it crosses the 180th meridian (RFC 7946, 3.1.9)."""
    if not lines:
        return None
    paths: list[list[LonLat]] = [list(line) for line in lines]
    if len(paths) == 1:
        return {"type": "LineString", "coordinates": paths[0]}
    return {"type": "MultiLineString", "coordinates": paths}


def _timespan(span: Stretch) -> dict[str, Any]:
    """One timespan; an end that is open or not known is left out."""
    ends = {"start": span.start, "end": span.end}
    return {name: _within(bounds) for name, bounds in ends.items() if bounds is not None}


def _within(bounds: Bounds) -> dict[str, str]:
    if bounds.first is not None and bounds.first == bounds.last:
        return {"in": bounds.first}
    found = {"earliest": bounds.first, "latest": bounds.last}
    return {name: text for name, text in found.items() if text is not None}


def _leg_timespans(leg: ToldLeg) -> list[dict[str, Any]]:
    """From setting out to getting there, as far as either is known."""
    departure = stretches(leg.row.departure_edtf) if leg.row.departure_edtf else ()
    arrival = stretches(leg.row.arrival_edtf) if leg.row.arrival_edtf else ()
    span = Stretch(departure[0].start if departure else None, arrival[-1].end if arrival else None)
    return [_timespan(span)] if span != Stretch(None, None) else []


def _codes(*codes: str | None) -> list[str]:
    return list(dict.fromkeys(code for code in codes if code))


def _citations(sources: Iterable[NumberedSource], say: Catalog) -> list[dict[str, str]]:
    """Each source with its address as `@id`, where it has one on the web."""
    return [
        {"label": source_label(one, say)}
        | ({"@id": address} if (address := web_address(one.url)) else {})
        for one in sources
    ]
