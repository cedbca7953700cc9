"""What stands in each table of a GeoPackage, as rows by the names of their columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from timeline.exports.csv_table import BETWEEN_PARTS
from timeline.exports.data.told import (
    ToldEvent,
    ToldLeg,
    people_of,
    person_id,
    told_events,
    told_legs,
    told_places,
)
from timeline.exports.edition import Edition
from timeline.routes.globe import Path
from timeline.viewmodel.article import Article

Row = Mapping[str, Any]
Geometry = tuple[Path, ...]
"""The paths of a line, or one path of one point; empty for nothing."""

LAYERS: Mapping[str, str] = {"places": "POINT", "events": "POINT", "legs": "MULTILINESTRING"}
"""The tables with a geometry, and its type."""


def tables_of(edition: Edition) -> dict[str, list[Row]]:
    """The rows of every table, by its name; those of layers with a Geometry as `geom`."""
    article = edition.article
    return {
        "places": [
            {
                "geom": _at(place.point),
                "place_id": place.place_id,
                "name": place.name,
                "precision": place.precision,
                "country_code": place.country_code,
                "region_code": place.region_code,
            }
            for place in told_places(article)
        ],
        "events": [_event(one) for one in told_events(edition)],
        "legs": [_leg(one) for one in told_legs(edition)],
        "persons": [{"person_id": key, "name": name} for name, key in people_of(edition).items()],
        "cases": [
            {
                "case_id": case.case_id,
                "title": case.title,
                "summary": case.summary,
                "state": case.state,
            }
            for case in article.cases
        ],
        "claims": list(_claims(article)),
        "sources": list(_sources(article)),
    }


def _event(event: ToldEvent) -> Row:
    row = event.row
    return {
        "geom": _at(event.point),
        "event_id": row.event_id,
        "case_id": row.case_id,
        "title": row.title,
        "summary": row.summary,
        "people": BETWEEN_PARTS.join(event.table.people),
        "event_type": row.event_type,
        "date_edtf": row.date_edtf,
        "earliest": _day(row.date_earliest),
        "latest": _day(row.date_latest),
        "date_words": event.when,
        "place_id": row.place_id,
        "place_name": row.place_name,
        "place_precision": row.place_precision,
        "country_code": row.country_code,
        "region_code": row.region_code,
        "verification_status": row.verification_status,
        "is_disputed": row.is_disputed,
        "independent_source_count": row.independent_source_count,
        "note": row.note,
    }


def _leg(leg: ToldLeg) -> Row:
    row = leg.row
    return {
        "geom": leg.lines,
        "leg_id": row.leg_id,
        "event_id": row.event_id,
        "case_id": row.case_id,
        "person_id": person_id(row.person),
        "title": leg.title,
        "took_place": leg.took_place,
        "leg_status": row.leg_status,
        "leg_kind": row.leg_kind,
        "leg_evidence": row.leg_evidence,
        "sequence": row.sequence,
        "from_place_id": row.from_place_id,
        "to_place_id": row.to_place_id,
        "departure_edtf": row.departure_edtf,
        "arrival_edtf": row.arrival_edtf,
        "earliest": _day(row.date_earliest),
        "latest": _day(row.date_latest),
        "note": row.note,
    }


def _claims(article: Article) -> Iterable[Row]:
    for claim in article.table_claims:
        yield {
            "claim_id": claim.claim_id,
            "event_id": claim.event_id,
            "property": claim.property,
            "value": claim.value,
            "value_as_stated": claim.value_as_stated,
            "source_id": claim.source_id,
            "locator": claim.locator,
            "basis": claim.basis,
            "is_shown": claim.is_shown,
            "is_disputed": claim.is_disputed,
            "note": claim.note,
        }


def _sources(article: Article) -> Iterable[Row]:
    for source in article.table_sources:
        yield {
            "source_id": source.source_id,
            "title": source.title,
            "title_is_ours": source.title_is_ours,
            "publisher": source.publisher,
            "source_kind": source.source_kind,
            "published_edtf": source.published_edtf,
            "earliest": _day(source.published_earliest),
            "latest": _day(source.published_latest),
            "language": source.language,
            "url": source.url,
            "derived_from": BETWEEN_PARTS.join(source.derived_from),
            "note": source.note,
        }


def _at(point: tuple[float, float] | None) -> Geometry:
    return ((point,),) if point is not None else ()


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None
