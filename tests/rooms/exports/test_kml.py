"""KML keeps months and years, fits its schema, and shows hostile text as text."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import fastkml
import pyogrio
from lxml import etree

from tests.data_builders import Saying, dates_on_record, known, pointed
from timeline.exports.data import kml
from timeline.exports.data.printable import printable
from timeline.exports.edition import Edition

SCHEMA = Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd"
NAMES = {"k": kml.NAMESPACE}
PARTIAL = re.compile(r"\d{4}(-\d\d){0,2}")


def marks(content: bytes) -> dict[str, ET.Element]:
    return {
        str(mark.get("id")): mark
        for mark in ET.fromstring(content).iterfind(".//k:Placemark", NAMES)
    }


def values(mark: ET.Element) -> dict[str, str]:
    return {
        str(data.get("name")): data.findtext("k:value", "", NAMES)
        for data in mark.iterfind("k:ExtendedData/k:Data", NAMES)
    }


def test_it_fits_the_schema_of_the_standard(everything: Edition, hostile: Saying) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))

    for edition in (everything, hostile.edition):
        schema.assertValid(etree.fromstring(kml.write(edition)))


def test_a_document_in_another_order_does_not_fit(everything: Edition) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    root = etree.fromstring(kml.write(everything))
    mark = root.find(".//k:Placemark", NAMES)
    assert mark is not None
    mark.append(mark[0])

    assert not schema.validate(root)


def test_gdal_reads_every_event_and_leg(everything: Edition, tmp_path: Path) -> None:
    file = tmp_path / "dataset.kml"
    file.write_bytes(kml.write(everything))
    layers = [pyogrio.read_dataframe(file, layer=name) for name, _ in pyogrio.list_layers(file)]
    events, journeys, others = layers
    article = everything.article

    assert list(events.event_id) == [row.event_id for row in article.events]
    assert [known(one) for one in events.date_edtf] == list(dates_on_record(everything).values())
    assert len(journeys) == sum(leg.leg_status == "travelled" for leg in article.legs)
    assert len(journeys) + len(others) == len(article.legs)
    assert {
        row.event_id: (row.geometry.x, row.geometry.y)
        for row in events.itertuples()
        if row.geometry
    } == pointed(everything)


def test_times_have_the_parts_on_record_and_no_others(everything: Edition) -> None:
    found = marks(kml.write(everything))

    for event_id, edtf in dates_on_record(everything).items():
        mark = found[f"event-{event_id}"]
        times = [
            str(one.text)
            for path in ("k:TimeStamp/k:when", "k:TimeSpan/k:begin", "k:TimeSpan/k:end")
            for one in mark.iterfind(path, NAMES)
        ]
        assert bool(times) == bool(edtf)
        assert all(PARTIAL.fullmatch(time) and time in (edtf or "") for time in times)
        if edtf in ("2018-01~", "2017"):
            assert times == [edtf.rstrip("~")]


def test_what_was_no_journey_does_not_look_like_one(everything: Edition) -> None:
    content = kml.write(everything)
    widths = {
        style.get("id"): style.findtext(".//k:width", "", NAMES)
        for style in ET.fromstring(content).iterfind(".//k:Style", NAMES)
    }

    found = marks(content)
    for leg in everything.article.legs:
        style = found[f"leg-{leg.leg_id}"].findtext("k:styleUrl", "", NAMES)
        is_thin = widths[style.removeprefix("#")] == "1"
        assert is_thin == (leg.leg_status != "travelled")


def test_texts_that_bite_are_text_and_come_back(hostile: Saying) -> None:
    content = kml.write(hostile.edition)
    found = marks(content)

    assert b"CDATA" not in content.replace(b"]]&gt;", b"")
    for number, text in enumerate(hostile.texts):
        mark = found[f"event-fictional-{number}"]
        assert mark.findtext("k:name", None, NAMES) == printable(text)
        assert values(mark).get("title", "") == printable(text)
        description = mark.findtext("k:description", "", NAMES)
        assert "<" not in description
        assert printable(text) in html.unescape(description)


def test_fastkml_reads_it_too(everything: Edition) -> None:
    read = fastkml.KML.parse(io.BytesIO(kml.write(everything)))
    events, journeys, others = read.features[0].features

    assert len(events.features) == len(everything.article.events)
    assert str(events.features[0].time_stamp or events.features[0].times) != ""
    assert len(journeys.features) + len(others.features) == len(everything.article.legs)
