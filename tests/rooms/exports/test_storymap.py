"""A story map has a slide for what has a point, the date in its headline, and no lines."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import jsonschema

from tests.data_builders import Saying, pointed
from timeline.exports.data import storymap
from timeline.exports.edition import Edition

TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "required": ["headline", "text"],
}
SCHEMA = {
    "type": "object",
    "required": ["storymap"],
    "properties": {
        "width": {"type": "integer"},
        "height": {"type": "integer"},
        "calculate_zoom": {"type": "boolean"},
        "storymap": {
            "type": "object",
            "required": ["language", "map_type", "map_as_image", "slides"],
            "properties": {
                "map_type": {"const": "osm:standard"},
                "slides": {
                    "type": "array",
                    "minItems": 1,
                    "prefixItems": [
                        {"required": ["type"], "properties": {"type": {"const": "overview"}}}
                    ],
                    "items": {
                        "type": "object",
                        "required": ["text", "location"],
                        "properties": {
                            "location": {
                                "type": "object",
                                "required": ["lat", "lon"],
                                "properties": {
                                    "lat": {"type": "number", "minimum": -90, "maximum": 90},
                                    "lon": {"type": "number", "minimum": -180, "maximum": 180},
                                    "line": {"const": False},
                                },
                            },
                            "text": TEXT,
                        },
                    },
                },
            },
        },
    },
}
"""The fields of the documentation (advanced.html)."""
OUR_TAGS = re.compile(r'</?p>|<br>|<a href="https?://[^"<>]*">|</a>')


def slides(edition: Edition) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(storymap.write(edition))["storymap"]["slides"]
    return found


def test_it_has_the_fields_of_the_format(everything: Edition, hostile: Saying) -> None:
    for edition in (everything, hostile.edition):
        jsonschema.validate(
            json.loads(storymap.write(edition)), SCHEMA, jsonschema.Draft202012Validator
        )


def test_only_what_has_a_point_has_a_slide(everything: Edition) -> None:
    found = slides(everything)

    assert found[0]["type"] == "overview"
    assert {
        one["uniqueid"]: (one["location"]["lon"], one["location"]["lat"]) for one in found[1:]
    } == pointed(everything)


def test_the_hedged_date_comes_first(everything: Edition) -> None:
    events = {row.event_id: row for row in everything.article.events}

    for one in slides(everything)[1:]:
        title = html.escape(events[one["uniqueid"]].title)
        assert one["text"]["headline"] == f"{one['date']}: {title}"


def test_texts_that_bite_are_text_and_come_back(hostile: Saying) -> None:
    for one in slides(hostile.edition)[1:]:
        text = hostile.texts[int(one["uniqueid"].removeprefix("fictional-"))]
        assert html.unescape(one["text"]["headline"]).partition(": ")[2] == text
        assert html.unescape(one["location"]["name"]) == text
        assert OUR_TAGS.sub("", one["text"]["text"]).count("<") == 0
        assert "<" not in one["text"]["headline"] + one["location"]["name"]
