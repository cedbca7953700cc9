"""Parquet and GeoParquet are read by GeoPandas, with dates, meanings and points."""

from __future__ import annotations

import io
import json

import geopandas
import pyarrow.parquet as pq

from tests.data_builders import Saying, pointed
from timeline.exports.data import parquet_files
from timeline.exports.edition import Edition


def test_geopandas_reads_points_of_towns_and_exact_places_only(everything: Edition) -> None:
    found = geopandas.read_parquet(io.BytesIO(parquet_files.places(everything)))

    assert found.crs == "OGC:CRS84"
    assert list(found.event_id) == [row.event_id for row in everything.article.table_events]
    assert {
        row.event_id: (row.geometry.x, row.geometry.y)
        for row in found.itertuples()
        if row.geometry is not None
    } == pointed(everything)


def test_the_file_says_how_its_geometry_is_written(everything: Edition) -> None:
    schema = pq.read_schema(io.BytesIO(parquet_files.places(everything)))
    geo = json.loads(schema.metadata[b"geo"])

    assert geo["version"] == "1.1.0"
    assert geo["columns"]["geometry"]["encoding"] == "WKB"
    assert geo["columns"]["geometry"]["geometry_types"] == ["Point"]
    lons_deg, lats_deg = zip(*pointed(everything).values(), strict=True)
    assert geo["columns"]["geometry"]["bbox"] == [
        min(lons_deg), min(lats_deg), max(lons_deg), max(lats_deg),
    ]  # fmt: skip


def test_every_column_carries_its_meaning_and_the_file_its_build(everything: Edition) -> None:
    table = pq.read_table(io.BytesIO(parquet_files.events(everything)))

    assert all(field.metadata[b"comment"] for field in table.schema)
    assert table.schema.metadata[b"build"].decode() == everything.article.build
    rows = {row["event_id"]: row for row in table.to_pylist()}
    for event in everything.article.table_events:
        assert rows[event.event_id]["date_edtf"] == event.date_edtf
        assert rows[event.event_id]["date_earliest"] == event.date_earliest


def test_texts_that_bite_come_back(hostile: Saying) -> None:
    for write in (parquet_files.events, parquet_files.places):
        rows = pq.read_table(io.BytesIO(write(hostile.edition))).to_pylist()
        assert tuple(row["title"] for row in rows) == hostile.texts
        assert [row["people"] for row in rows] == [[text] for text in hostile.texts]
