"""A map for kepler.gl: its layers find their data, and no journey is drawn that was none."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from tests.data_builders import Saying, pointed
from timeline.exports.data import kepler
from timeline.exports.edition import Edition

FIELD = {
    "type": "object",
    "required": ["name", "type", "format", "analyzerType"],
    "properties": {"type": {"enum": ["string", "real", "date"]}},
}
SCHEMA = {
    "type": "object",
    "required": ["datasets", "config", "info"],
    "properties": {
        "datasets": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["version", "data"],
                "properties": {
                    "version": {"const": "v1"},
                    "data": {
                        "type": "object",
                        "required": ["id", "label", "color", "allData", "fields"],
                        "properties": {
                            "fields": {"type": "array", "items": FIELD},
                            "allData": {"type": "array", "items": {"type": "array"}},
                            "color": {"type": "array", "minItems": 3, "maxItems": 3},
                        },
                    },
                },
            },
        },
        "config": {
            "type": "object",
            "required": ["version", "config"],
            "properties": {
                "version": {"const": "v1"},
                "config": {"type": "object", "required": ["visState", "mapState", "mapStyle"]},
            },
        },
        "info": {
            "type": "object",
            "required": ["app", "created_at", "title", "description", "source"],
            "properties": {"app": {"const": "kepler.gl"}},
        },
    },
}


def sets(edition: Edition) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for one in json.loads(kepler.write(edition))["datasets"]:
        names = [field["name"] for field in one["data"]["fields"]]
        found[one["data"]["id"]] = [
            dict(zip(names, row, strict=True)) for row in one["data"]["allData"]
        ]
    return found


def test_it_has_the_fields_of_the_format(everything: Edition, hostile: Saying) -> None:
    for edition in (everything, hostile.edition):
        jsonschema.validate(json.loads(kepler.write(edition)), SCHEMA)


def test_every_layer_finds_its_data_and_its_columns(everything: Edition) -> None:
    read = json.loads(kepler.write(everything))
    names = {
        one["data"]["id"]: {field["name"] for field in one["data"]["fields"]}
        for one in read["datasets"]
    }

    for layer in read["config"]["config"]["visState"]["layers"]:
        columns = {name for name in layer["config"]["columns"].values() if name}
        assert columns <= names[layer["config"]["dataId"]]


def test_no_map_is_fetched(everything: Edition) -> None:
    style = json.loads(kepler.write(everything))["config"]["config"]["mapStyle"]

    assert style["styleType"] == "no_map"
    assert style["mapStyles"] == {}


def test_only_towns_and_exact_places_are_drawn(everything: Edition) -> None:
    rows = {row["event_id"]: row for row in sets(everything)["events"]}

    assert len(rows) == len(everything.article.events)
    assert {
        key: (row["longitude"], row["latitude"])
        for key, row in rows.items()
        if row["latitude"] is not None
    } == pointed(everything)


def test_journeys_are_apart_from_what_was_none(everything: Edition) -> None:
    found = sets(everything)

    assert {row["leg_status"] for row in found["journeys"]} == {"travelled"}
    assert "travelled" not in {row["leg_status"] for row in found["not_travelled"]}
    assert len(found["journeys"]) + len(found["not_travelled"]) == len(everything.article.legs)


def test_a_time_is_given_only_where_the_day_is_known(everything: Edition) -> None:
    found = sets(everything)

    for row in found["events"]:
        assert row["date"] in (None, row["date_edtf"])
    for row in (*found["journeys"], *found["not_travelled"]):
        assert row["departure"] in (None, row["departure_edtf"])
        assert row["arrival"] in (None, row["arrival_edtf"])
    assert any(row["date"] for row in found["events"])


def test_texts_that_bite_come_back(hostile: Saying) -> None:
    found = sets(hostile.edition)

    assert tuple(row["title"] for row in found["events"]) == hostile.texts
    assert {row["person"] for row in (*found["journeys"], *found["not_travelled"])} == set(
        hostile.texts
    )
