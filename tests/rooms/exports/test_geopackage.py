"""The GeoPackage is read by GDAL layer by layer, and holds nothing beyond its rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pyogrio
import pytest

from tests.data_builders import Saying, has_line, known, pointed
from timeline.exports.data.geopackage import package
from timeline.exports.edition import Edition

LAYERS = ["places", "events", "legs", "persons", "cases", "claims", "sources"]


@pytest.fixture(scope="module")
def written(everything: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("gpkg") / "dataset.gpkg"
    file.write_bytes(package.write(everything))
    return file


def test_gdal_reads_every_layer_and_table(everything: Edition, written: Path) -> None:
    article = everything.article
    counts = {
        name: len(pyogrio.read_dataframe(written, layer=name))
        for name, _ in pyogrio.list_layers(written)
    }

    assert list(counts) == LAYERS
    assert counts["events"] == len(article.events)
    assert counts["legs"] == len(article.legs)
    assert counts["claims"] == len(article.table_claims)
    assert counts["sources"] == len(article.table_sources)
    assert counts["cases"] == len(article.cases)


def test_dates_stay_edtf_beside_the_days_they_allow(everything: Edition, written: Path) -> None:
    events = pyogrio.read_dataframe(written, layer="events").set_index("event_id")

    for row in everything.article.events:
        found = events.loc[row.event_id]
        assert known(found.date_edtf) == row.date_edtf
        for day, name in ((row.date_earliest, "earliest"), (row.date_latest, "latest")):
            assert (found[name].date() if day else None) == day


def test_only_towns_and_exact_places_are_points(everything: Edition, written: Path) -> None:
    events = pyogrio.read_dataframe(written, layer="events")
    places = pyogrio.read_dataframe(written, layer="places")

    assert {
        row.event_id: (row.geometry.x, row.geometry.y)
        for row in events.itertuples()
        if row.geometry
    } == pointed(everything)
    for row in places.itertuples():
        assert bool(row.geometry) == (row.precision in ("settlement", "site"))
    assert events.crs == "EPSG:4326"


def test_a_leg_that_was_no_journey_says_so(everything: Edition, written: Path) -> None:
    legs = pyogrio.read_dataframe(written, layer="legs").set_index("leg_id")

    for leg in everything.article.legs:
        assert legs.took_place[leg.leg_id] == (leg.leg_status == "travelled")
        assert bool(legs.geometry[leg.leg_id]) == has_line(leg)


def test_the_list_of_contents_has_no_clock_and_no_box_beyond_the_rows(
    everything: Edition, written: Path
) -> None:
    with closing(sqlite3.connect(written)) as file:
        contents = file.execute(
            "SELECT table_name, last_change, min_x, min_y, max_x, max_y FROM gpkg_contents"
        ).fetchall()
        whole = file.execute("PRAGMA integrity_check").fetchone()
        unused = file.execute("PRAGMA freelist_count").fetchone()
    lons_deg, lats_deg = zip(*pointed(everything).values(), strict=True)
    boxes = {name: tuple(box) for name, _, *box in contents}

    assert whole == ("ok",)
    assert unused == (0,)
    assert {change for _, change, *_ in contents} == {
        f"{everything.article.latest_report}T00:00:00.000Z"
    }
    assert boxes["events"] == (min(lons_deg), min(lats_deg), max(lons_deg), max(lats_deg))
    assert boxes["claims"] == (None, None, None, None)


def test_texts_that_bite_come_back(hostile: Saying, tmp_path: Path) -> None:
    file = tmp_path / "dataset.gpkg"
    file.write_bytes(package.write(hostile.edition))
    events = pyogrio.read_dataframe(file, layer="events")
    sources = pyogrio.read_dataframe(file, layer="sources")

    kept = [text.replace("\x00", "") for text in hostile.texts]
    assert list(events.title) == list(events.summary) == list(events.people) == kept
    assert list(sources.publisher) == kept


def test_a_line_across_the_180th_meridian_is_cut(hostile: Saying, tmp_path: Path) -> None:
    file = tmp_path / "dataset.gpkg"
    file.write_bytes(package.write(hostile.edition))
    legs = pyogrio.read_dataframe(file, layer="legs").set_index("leg_id")

    line = legs.geometry["fictional-leg-1"]
    assert len(line.geoms) == 2
    assert line.bounds[0] == -180
    assert line.bounds[2] == 180
