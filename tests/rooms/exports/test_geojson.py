"""GeoJSON is read by GDAL without loss; what has no exact place has no geometry."""

from __future__ import annotations

import io
import json
from typing import Any

import geopandas
import pytest

from tests.data_builders import Saying, dates_on_record, has_line, known, pointed
from timeline.exports.data import geojson
from timeline.exports.data.told import web_address
from timeline.exports.edition import Edition
from timeline.model.edtf import parse


def features(edition: Edition) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in json.loads(geojson.write(edition))["features"]}


def dates_in(span: dict[str, dict[str, str]]) -> list[str]:
    return [text for end in span.values() for text in end.values()]


def test_gdal_reads_every_feature_with_its_id_and_date(everything: Edition) -> None:
    article = everything.article
    found = geopandas.read_file(io.BytesIO(geojson.write(everything)))
    events = found[found.feature == "event"].set_index("event_id")

    assert list(found.id) == [row.event_id for row in article.events] + [
        row.leg_id for row in article.legs
    ]
    assert found.crs == "EPSG:4326"
    for row in article.events:
        assert known(events.date_edtf[row.event_id]) == row.date_edtf
        assert events.title[row.event_id] == row.title


def test_only_towns_and_exact_places_are_points(everything: Edition) -> None:
    found = features(everything)

    assert {
        key: tuple(one["geometry"]["coordinates"])
        for key, one in found.items()
        if one["properties"]["feature"] == "event" and one["geometry"]
    } == pointed(everything)


def test_only_legs_between_two_points_are_lines(everything: Edition) -> None:
    found = features(everything)

    for leg in everything.article.legs:
        assert bool(found[leg.leg_id]["geometry"]) == has_line(leg)
        assert found[leg.leg_id]["properties"]["took_place"] == (leg.leg_status == "travelled")


def test_times_are_on_record_to_the_letter(everything: Edition) -> None:
    found = features(everything)

    for event_id, edtf in dates_on_record(everything).items():
        spans = found[event_id]["when"]["timespans"]
        assert bool(spans) == bool(edtf)
        assert found[event_id]["when"]["label"]
        for span in spans:
            for text in dates_in(span):
                assert text in (edtf or "")
                assert parse(text).refusal is None


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("2021-05~", {"start": {"in": "2021-05~"}, "end": {"in": "2021-05~"}}),
        ("2025-05-13/..", {"start": {"in": "2025-05-13"}}),
        (
            "[2020-03..2020-04]",
            {
                "start": {"earliest": "2020-03", "latest": "2020-04"},
                "end": {"earliest": "2020-03", "latest": "2020-04"},
            },
        ),
        ("[..2016]", {"start": {"latest": "2016"}, "end": {"latest": "2016"}}),
    ],
)
def test_a_date_as_linked_places_has_it(edtf: str, span: dict[str, Any]) -> None:
    (one,) = geojson.stretches(edtf)

    assert geojson._timespan(one) == span


def test_a_line_across_the_180th_meridian_is_cut(hostile: Saying) -> None:
    (line,) = [
        one["geometry"]
        for key, one in features(hostile.edition).items()
        if key == "fictional-leg-1"
    ]

    assert line["type"] == "MultiLineString"
    assert len(line["coordinates"]) == 2
    assert all(-180 <= lon <= 180 for path in line["coordinates"] for lon, _ in path)


def test_texts_that_bite_come_back_and_only_the_web_is_cited(hostile: Saying) -> None:
    found = features(hostile.edition)

    for number, text in enumerate(hostile.texts):
        event = found[f"fictional-{number}"]
        assert event["properties"]["title"] == event["properties"]["place_name"] == text
        assert event["properties"]["people"] == [text]
        for one in event["citations"]:
            assert text in one["label"]
            assert one.get("@id", "https://").startswith(("https://", "http://"))
    assert geopandas.read_file(io.BytesIO(geojson.write(hostile.edition))).shape[0] == len(found)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//x.example", "https://x.example/ y", ""],
)
def test_what_a_click_could_run_is_no_address(address: str) -> None:
    assert web_address(address) is None
    assert web_address("https://x.example/y") == "https://x.example/y"
