"""TimelineJS is given the parts of a date that are known, the hedge, and no markup but ours."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from typing import Any

import jsonschema

from tests.data_builders import Saying, dates_on_record
from timeline.exports.cells import BEGINS_A_FORMULA
from timeline.exports.data import timelinejs
from timeline.exports.edition import Edition

DATE = {
    "type": "object",
    "properties": {
        name: {"type": "string", "pattern": r"^\d+$"} for name in ("year", "month", "day")
    },
    "required": ["year"],
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "required": ["headline", "text"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["events", "title"],
    "properties": {
        "title": {"type": "object", "required": ["text"], "properties": {"text": TEXT}},
        "eras": {"type": "array"},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text", "unique_id", "display_date"],
                "properties": {
                    "start_date": DATE,
                    "end_date": DATE,
                    "text": TEXT,
                    "group": {"type": "string"},
                    "display_date": {"type": "string", "minLength": 1},
                    "unique_id": {"type": "string", "minLength": 1},
                    "autolink": {"const": False},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""The fields that TimelineJS reads, as its documentation names them."""
TAG = re.compile(r"<[^>]*>")
OUR_TAGS = re.compile(r'</?p>|<br>|<a href="https?://[^"<>]*">|</a>')


def events(edition: Edition) -> dict[str, dict[str, Any]]:
    return {one["unique_id"]: one for one in json.loads(timelinejs.as_json(edition))["events"]}


def sheet(edition: Edition) -> list[dict[str, str]]:
    content = timelinejs.as_sheet(edition).decode("utf-8")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def text_of(part: dict[str, str]) -> str:
    year, month, day = (part.get(name, "") for name in ("year", "month", "day"))
    return "-".join(one.zfill(2) for one in (year, month, day) if one)


def test_it_has_the_fields_of_the_format(everything: Edition, hostile: Saying) -> None:
    for edition in (everything, hostile.edition):
        jsonschema.validate(json.loads(timelinejs.as_json(edition)), SCHEMA)


def test_no_part_of_a_date_is_made_up(everything: Edition) -> None:
    found = events(everything)

    for event_id, edtf in dates_on_record(everything).items():
        assert (event_id in found) == (edtf is not None)
        if edtf is not None:
            one = found[event_id]
            assert text_of(one["start_date"]) in edtf
            assert text_of(one.get("end_date", {})) in edtf


def test_a_month_is_no_day_and_its_hedge_is_said(everything: Edition) -> None:
    dates = dates_on_record(everything)
    found = events(everything)
    month = next(key for key, edtf in dates.items() if edtf == "2018-12~")

    assert found[month]["start_date"] == {"year": "2018", "month": "12"}
    assert "end_date" not in found[month]
    assert found[month]["display_date"] == "about Dec 2018"


def test_events_without_a_date_are_named_on_the_first_slide(everything: Edition) -> None:
    title = json.loads(timelinejs.as_json(everything))["title"]["text"]["text"]

    for row in everything.article.events:
        if row.date_edtf is None:
            assert html.escape(row.title) in title


def test_the_sheet_has_the_columns_the_viewer_looks_for_and_the_same_events(
    everything: Edition,
) -> None:
    rows = sheet(everything)
    content = timelinejs.as_sheet(everything)

    assert content.startswith(b"Year,Month,Day,Time,End Year,End Month,End Day,End Time,")
    assert tuple(rows[0]) == timelinejs.COLUMNS
    assert [row["Type"] for row in rows].count("title") == 1
    drawn = json.loads(timelinejs.as_json(everything))["events"]
    for row, event in zip(rows[1:], drawn, strict=True):
        date = {name: row[name.capitalize()] for name in ("year", "month", "day")}
        assert {name: part for name, part in date.items() if part} == event["start_date"]
        assert row["Headline"] == event["text"]["headline"]
        assert row["Display Date"] == event["display_date"]


def test_texts_that_bite_are_text_and_come_back(hostile: Saying) -> None:
    found = events(hostile.edition)

    for number, text in enumerate(hostile.texts):
        one = found[f"fictional-{number}"]
        assert "<" not in one["text"]["headline"]
        assert html.unescape(one["text"]["headline"]) == text
        assert OUR_TAGS.sub("", one["text"]["text"]).count("<") == 0
        # The viewer strips markup from these two before it reads them as HTML.
        for name in ("group", "display_date"):
            assert "<" not in html.unescape(one[name])


def test_no_cell_of_the_sheet_begins_a_formula(hostile: Saying) -> None:
    for text, row in zip(hostile.texts, sheet(hostile.edition)[1:], strict=True):
        assert not any(cell.startswith(BEGINS_A_FORMULA) for cell in row.values())
        assert html.unescape(row["Headline"]) == html.unescape(html.escape(text))
