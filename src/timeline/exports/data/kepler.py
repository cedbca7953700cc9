"""The view as a map of kepler.gl: events as points, legs as arcs, no map behind them.

Journeys and what was no journey are two sets of data with two layers, so that nobody sees
one for the other. A row without a point stays in its table and is not drawn. Times are
given only where the very day is known: the format has no half-known ones, and the words
beside hold them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.exports.data.about import about_lines, about_values, title_of
from timeline.exports.data.calendar_units import known_day
from timeline.exports.data.json_text import json_bytes
from timeline.exports.data.told import ToldEvent, ToldLeg, told_events, told_legs
from timeline.exports.edition import Edition
from timeline.theme import LIGHT

_Field = tuple[str, str]
_EVENT_FIELDS: tuple[_Field, ...] = (
    ("event_id", "string"),
    ("title", "string"),
    ("date", "date"),
    ("date_edtf", "string"),
    ("date_words", "string"),
    ("people", "string"),
    ("event_type", "string"),
    ("place_name", "string"),
    ("place_precision", "string"),
    ("status", "string"),
    ("summary", "string"),
    ("latitude", "real"),
    ("longitude", "real"),
)
_LEG_FIELDS: tuple[_Field, ...] = (
    ("leg_id", "string"),
    ("title", "string"),
    ("person", "string"),
    ("source_name", "string"),
    ("target_name", "string"),
    ("source_lat", "real"),
    ("source_lng", "real"),
    ("target_lat", "real"),
    ("target_lng", "real"),
    ("departure", "date"),
    ("departure_edtf", "string"),
    ("arrival", "date"),
    ("arrival_edtf", "string"),
    ("leg_status", "string"),
    ("leg_kind", "string"),
    ("leg_evidence", "string"),
)
_ANALYZED = {"string": "STRING", "real": "FLOAT", "date": "DATE"}
_FORMATS = {"string": "", "real": "", "date": "YYYY-M-D"}
_NO_MAP = "no_map"
"""The style of kepler.gl that draws nothing behind the data, and fetches nothing."""
_WIDEST_DEG, _LEAST_DEG = 360.0, 0.5


def write(edition: Edition) -> bytes:
    """The map, with its data in it."""
    events, legs = told_events(edition), told_legs(edition)
    say = edition.say
    sets = (
        ("events", say("export.data.folder.events"), _EVENT_FIELDS, map(_event_row, events)),
        (
            "journeys",
            say("export.data.folder.journeys"),
            _LEG_FIELDS,
            (_leg_row(one) for one in legs if one.took_place),
        ),
        (
            "not_travelled",
            say("export.data.folder.not_travelled"),
            _LEG_FIELDS,
            (_leg_row(one) for one in legs if not one.took_place),
        ),
    )
    about = about_values(edition)
    return json_bytes(
        {
            "datasets": [_data_set(*one) for one in sets],
            "config": {
                "version": "v1",
                "config": {
                    "visState": _vis_state(edition),
                    "mapState": _map_state(events, legs),
                    "mapStyle": {"styleType": _NO_MAP, "topLayerGroups": {}, "mapStyles": {}},
                },
            },
            "info": {
                "app": "kepler.gl",
                "created_at": about.get("updated", ""),
                "title": title_of(edition),
                "description": " ".join(about_lines(edition)),
                "source": about.get("link", ""),
            },
        }
    )


def _data_set(
    key: str, label: str, columns: Sequence[_Field], rows: Iterable[list[Any]]
) -> dict[str, Any]:
    return {
        "version": "v1",
        "data": {
            "id": key,
            "label": label,
            "color": _rgb(_colour(key)),
            "allData": list(rows),
            "fields": [
                {
                    "name": name,
                    "type": kind,
                    "format": _FORMATS[kind],
                    "analyzerType": _ANALYZED[kind],
                }
                for name, kind in columns
            ],
        },
    }


def _event_row(event: ToldEvent) -> list[Any]:
    row = event.row
    lon_deg, lat_deg = event.point or (None, None)
    return [
        row.event_id,
        row.title,
        _day(row.date_edtf),
        row.date_edtf,
        event.when,
        "; ".join(event.table.people),
        row.event_type,
        row.place_name,
        row.place_precision,
        row.verification_status,
        row.summary,
        lat_deg,
        lon_deg,
    ]


def _leg_row(leg: ToldLeg) -> list[Any]:
    row = leg.row
    (from_lon, from_lat), (to_lon, to_lat) = leg.start or (None, None), leg.end or (None, None)
    return [
        row.leg_id,
        leg.title,
        row.person,
        row.from_name,
        row.to_name,
        from_lat,
        from_lon,
        to_lat,
        to_lon,
        _day(row.departure_edtf),
        row.departure_edtf,
        _day(row.arrival_edtf),
        row.arrival_edtf,
        row.leg_status,
        row.leg_kind,
        row.leg_evidence,
    ]


def _day(edtf: str | None) -> str | None:
    day = known_day(edtf)
    return day.isoformat() if day is not None else None


def _vis_state(edition: Edition) -> dict[str, Any]:
    say = edition.say
    ends = {"lat0": "source_lat", "lng0": "source_lng", "lat1": "target_lat", "lng1": "target_lng"}
    point = {"lat": "latitude", "lng": "longitude", "altitude": None}
    return {
        "filters": [],
        "layers": [
            _layer("events", "point", point, say("export.data.folder.events")),
            _layer("journeys", "arc", ends, say("export.data.folder.journeys")),
            _layer("not_travelled", "arc", ends, say("export.data.folder.not_travelled")),
        ],
        "interactionConfig": {
            "tooltip": {
                "enabled": True,
                "fieldsToShow": {
                    "events": _shown("title", "date_words", "place_name", "status"),
                    "journeys": _shown("title", "departure_edtf", "arrival_edtf"),
                    "not_travelled": _shown("title"),
                },
            }
        },
        "layerBlending": "normal",
        "splitMaps": [],
    }


def _layer(key: str, kind: str, columns: Mapping[str, str | None], label: str) -> dict[str, Any]:
    """One layer; what was no journey is thin and faint."""
    is_faint = key == "not_travelled"
    return {
        "id": f"layer-{key}",
        "type": kind,
        "config": {
            "dataId": key,
            "label": label,
            "color": _rgb(_colour(key)),
            "columns": columns,
            "isVisible": True,
            "visConfig": {"opacity": 0.3 if is_faint else 0.8, "thickness": 1 if is_faint else 3},
        },
    }


def _shown(*names: str) -> list[dict[str, str | None]]:
    return [{"name": name, "format": None} for name in names]


def _colour(key: str) -> str:
    return {
        "events": LIGHT.lanes["custody"],
        "journeys": LIGHT.lanes["movement"],
        "not_travelled": LIGHT.requested,
    }[key]


def _rgb(colour: str) -> list[int]:
    return list(bytes.fromhex(colour.removeprefix("#")))


def _map_state(events: Sequence[ToldEvent], legs: Sequence[ToldLeg]) -> dict[str, Any]:
    """Around all points; the whole world where there are none."""
    points = [event.point for event in events if event.point is not None]
    points += [end for leg in legs for end in (leg.start, leg.end) if end is not None]
    if not points:
        return {"latitude": 0, "longitude": 0, "zoom": 1, "bearing": 0, "pitch": 0}
    lons_deg, lats_deg = zip(*points, strict=True)
    extent_deg = max(max(lons_deg) - min(lons_deg), max(lats_deg) - min(lats_deg), _LEAST_DEG)
    zoom = 0
    while extent_deg * 2 ** (zoom + 1) <= _WIDEST_DEG:
        zoom += 1
    return {
        "latitude": (min(lats_deg) + max(lats_deg)) / 2,
        "longitude": (min(lons_deg) + max(lons_deg)) / 2,
        "zoom": zoom + 1,
        "bearing": 0,
        "pitch": 0,
    }
