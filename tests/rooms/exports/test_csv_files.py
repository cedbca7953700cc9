"""The tables of a view as CSV: complete, guarded, and with no dot for a region."""

from __future__ import annotations

import csv
import io
from dataclasses import fields

from frictionless import Resource, system

from tests.data_builders import Saying, pointed, vague_places
from timeline.exports.cells import BEGINS_A_FORMULA, unguarded
from timeline.exports.data import csv_files
from timeline.exports.edition import Edition
from timeline.store.rows import TableEvent


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_columns_are_those_of_the_overview_and_the_rows_those_of_the_view(
    everything: Edition,
) -> None:
    article = everything.article
    events = rows(csv_files.events(everything))

    assert list(events[0]) == [field.name for field in fields(TableEvent)]
    assert [row["event_id"] for row in events] == [row.event_id for row in article.table_events]
    assert [row["date_edtf"] for row in events] == [
        row.date_edtf or "" for row in article.table_events
    ]
    for write, expected in (
        (csv_files.legs, article.table_legs),
        (csv_files.claims, article.table_claims),
        (csv_files.sources, article.table_sources),
        (csv_files.figures, article.table_figures),
    ):
        assert len(rows(write(everything))) == len(expected)


def test_only_towns_and_exact_places_have_coordinates(everything: Edition) -> None:
    found = {row["event_id"]: row for row in rows(csv_files.events(everything))}

    assert all(
        found[key]["lon_deg"] == found[key]["lat_deg"] == "" for key in vague_places(everything)
    )
    for key, (lon_deg, lat_deg) in pointed(everything).items():
        assert (float(found[key]["lon_deg"]), float(found[key]["lat_deg"])) == (lon_deg, lat_deg)


def test_ends_of_legs_have_coordinates_by_the_same_rule(everything: Edition) -> None:
    found = {row["leg_id"]: row for row in rows(csv_files.legs(everything))}

    for leg in everything.article.legs:
        for end in ("from", "to"):
            is_point = getattr(leg, f"{end}_precision") in ("settlement", "site")
            assert bool(found[leg.leg_id][f"{end}_lon_deg"]) == is_point


def test_a_program_that_guesses_types_reads_every_row(everything: Edition) -> None:
    with system.use_context(trusted=True):
        resource = Resource(csv_files.claims(everything), format="csv", encoding="utf-8-sig")
        assert len(resource.read_rows()) == len(everything.article.table_claims)


def test_texts_that_bite_are_text_and_come_back(hostile: Saying) -> None:
    events = rows(csv_files.events(hostile.edition))
    sources = rows(csv_files.sources(hostile.edition))

    for text, event, source in zip(hostile.texts, events, sources, strict=True):
        for cell in (*event.values(), *source.values()):
            is_number = cell.lstrip("-").replace(".", "").isdigit()
            assert is_number or not cell.startswith(BEGINS_A_FORMULA)
        assert unguarded(event["title"]) == unguarded(event["place_name"]) == text
        assert unguarded(source["title"]) == text
