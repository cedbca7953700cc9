"""Editions of views for tests of files of data: the shipped record, and texts that bite."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from tests.row_builders import event_row
from timeline.chronology.phrase import UNDATED, phrase_of
from timeline.exports.edition import Edition
from timeline.i18n.catalog import catalog
from timeline.model.edtf import parse
from timeline.model.view import View, ViewKind, view_of_link
from timeline.model.vocabulary import EventType
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.routes.outlines import CountryOutlines
from timeline.store.rows import (
    ClaimRow,
    EventRow,
    LegRow,
    SourceRow,
    TableClaim,
    TableEvent,
    TableLeg,
    TableSource,
)
from timeline.viewmodel.article import Article, ArticleCase
from timeline.viewmodel.case_dossier import case_dossier
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.case_timeline import case_timeline
from timeline.viewmodel.route_view import RouteMap

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
"""Beside the repository; not there on every machine, and nothing of it is in the repository."""

_DIFFERENT = 6
"""Legs of such a view differ in what they are by twos and by threes."""

OUR_PAYLOADS = (
    '=HYPERLINK("http://fictional.example","x")',
    "+1+1",
    "-1-1",
    "@SUM(A1)",
    "\t=1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "]]> &amp; &#61; <!-- & -->",
    "a\rb\r\nc\nd",
    "\x00\x01\x1f\ufffe",
    "_x0041_ stays",
    "Комната \u202eobratno\u202c 🧊",
    "%s %d {title} {0} ${x} {{y}}",
    "; DROP TABLE events; --",
    "a,b;c:d\\n\\e",
    " ends with a blank ",
)


@lru_cache(maxsize=4)
def edition_from(store: Path, link: str = "map") -> Edition:
    """A view of a store; `map` is all there is."""
    land = outlines()
    return Edition(article_of(view_of_link(link), asking(store), land), catalog(), land)


def payloads_beside() -> list[str]:
    """The naughty strings and injection payloads of the corpora; empty where they are not there."""
    if not CORPORA.is_dir():
        return []
    injections = CORPORA / "injection-payloads"
    found = json.loads((CORPORA / "naughty-strings" / "blns.json").read_text("utf-8"))
    for name in ("csv_injection.json", "xss_and_markup.json"):
        found += [one["payload"] for one in json.loads((injections / name).read_text("utf-8"))]
    return [text for text in found if text.strip()]


def edition_saying(texts: Sequence[str]) -> Edition:
    """One event and one leg a text, which stands wherever a text of the record can stand."""
    events = [_event(number, text) for number, text in enumerate(texts)]
    legs = [_leg(number, text) for number, text in enumerate(texts)]
    claims = [_claim(number, text) for number, text in enumerate(texts)]
    sources = [_source(number, text) for number, text in enumerate(texts)]
    land = outlines()
    article = Article(
        view=View(ViewKind.EVENTS),
        build="0123456789abcdef",
        cases=(ArticleCase("fictional-case", texts[0], texts[0], texts[0], UNDATED),),
        people=tuple(dict.fromkeys(texts)),
        filters=(),
        timeline=case_timeline(events, ()),
        routes=_routes(legs, events, land),
        dossier=case_dossier(events, claims, (), sources),
        comparison=None,
        flows=(),
        events=tuple(events),
        legs=tuple(legs),
        table_events=tuple(
            _table_event(row, text) for row, text in zip(events, texts, strict=True)
        ),
        table_legs=tuple(_table_leg(row) for row in legs),
        table_claims=tuple(
            _table_claim(row, text) for row, text in zip(claims, texts, strict=True)
        ),
        table_figures=(),
        table_sources=tuple(_table_source(row) for row in sources),
        codebook=(),
        newest=phrase_of(parse("2022-01-01")),
        newest_edtf="2022-01-01",
        latest_report=dt.date(2022, 1, 1),
    )
    return Edition(article, catalog(), land)


def _routes(legs: Sequence[LegRow], events: Sequence[EventRow], land: CountryOutlines) -> RouteMap:
    """A map of all the legs: laid out for the first six, of which the others are copies."""
    whole = case_routes(legs[:_DIFFERENT], events[:_DIFFERENT], land)
    drawn = []
    for number, leg in enumerate(legs):
        like = whole.legs[number % _DIFFERENT]
        drawn.append(
            replace(
                like,
                leg_id=leg.leg_id,
                event_id=leg.event_id,
                person=leg.person,
                start=replace(like.start, name=leg.from_name),
                end=replace(like.end, name=leg.to_name),
                note=leg.note,
            )
        )
    return replace(whole, legs=tuple(drawn))


def _event(number: int, text: str) -> EventRow:
    return event_row(
        f"fictional-{number}",
        "2020-03" if number % 2 else "2020-03-04",
        event_type=EventType.HEARING,
        title=text,
        summary=text,
        note=text,
        place_id=f"fictional-place-{number}",
        place_name=text,
        country_code="AQ",
        lon_deg=-60.25,
        lat_deg=-75.25,
        place_precision="settlement" if number % 3 else "region",
    )


def _leg(number: int, text: str) -> LegRow:
    is_journey = number % 2 == 0
    return LegRow(
        leg_id=f"fictional-leg-{number}",
        case_id="fictional-case",
        actor_id=f"fictional-person-{number}",
        person=text,
        sequence=1,
        from_place_id=f"fictional-start-{number}",
        from_name=text,
        from_country_code="AQ",
        from_region_code=None,
        from_precision="settlement",
        from_lon_deg=170.0,
        from_lat_deg=-75.25,
        to_place_id=f"fictional-end-{number}",
        to_name=text,
        to_country_code="AQ",
        to_region_code=None,
        to_precision="settlement" if number % 3 else "region",
        to_lon_deg=-170.0,
        to_lat_deg=-70.0,
        departure_edtf="2020-06" if is_journey else None,
        arrival_edtf="2020-06-05" if is_journey else None,
        date_earliest=dt.date(2020, 6, 1) if is_journey else None,
        date_latest=dt.date(2020, 6, 5) if is_journey else None,
        leg_kind="extradition",
        leg_status="travelled" if is_journey else "requested",
        leg_evidence="documented",
        event_id=f"fictional-{number}",
        note=text,
    )


def _claim(number: int, text: str) -> ClaimRow:
    return ClaimRow(
        claim_id=f"fictional-claim-{number}",
        event_id=f"fictional-{number}",
        property="detail",
        value=text,
        value_place_name=None,
        value_as_stated=text,
        source_id=f"fictional-source-{number}",
        locator=text,
        basis="stated",
        is_shown=True,
        is_disputed=False,
        note=text,
    )


def _source(number: int, text: str) -> SourceRow:
    return SourceRow(
        source_id=f"fictional-source-{number}",
        title=text,
        title_is_ours=False,
        publisher=text,
        source_kind="article",
        published_edtf="2021-05~",
        published_earliest=dt.date(2021, 5, 1),
        language="en",
        url="https://fictional.example/a" if number % 2 else text,
        derived_from=(),
        note=text,
    )


def _table_event(row: EventRow, text: str) -> TableEvent:
    names = ("case_title", "people")
    same = {
        name: getattr(row, name) for name in TableEvent.__dataclass_fields__ if name not in names
    }
    return TableEvent(case_title=text, people=(text,), **same)


def _table_leg(row: LegRow) -> TableLeg:
    others = {"from_place": row.from_name, "to_place": row.to_name}
    same = {
        name: getattr(row, name) for name in TableLeg.__dataclass_fields__ if name not in others
    }
    return TableLeg(**same, **others)


def _table_claim(row: ClaimRow, text: str) -> TableClaim:
    return TableClaim(
        claim_id=row.claim_id,
        case_id="fictional-case",
        event_id=row.event_id,
        property=row.property,
        value=row.value,
        value_as_stated=row.value_as_stated,
        source_id=row.source_id,
        source_title=text,
        publisher=text,
        published_edtf="2021-05~",
        language="en",
        locator=row.locator,
        event_title=text,
        place_name=None,
        basis=row.basis,
        is_shown=row.is_shown,
        is_disputed=row.is_disputed,
        note=row.note,
    )


def _table_source(row: SourceRow) -> TableSource:
    same = {
        name: getattr(row, name)
        for name in TableSource.__dataclass_fields__
        if name not in ("published_latest", "claim_count", "event_count")
    }
    return TableSource(published_latest=dt.date(2021, 5, 31), claim_count=1, event_count=1, **same)


@dataclass(frozen=True)
class Saying:
    """A view, and the texts that its events, legs and sources say, in order."""

    edition: Edition
    texts: tuple[str, ...]


def saying(texts: Sequence[str]) -> Saying:
    """The view that says these texts."""
    return Saying(edition_saying(texts), tuple(texts))


def vague_places(edition: Edition) -> set[str]:
    """Ids of the events of which no town and no exact place is known."""
    return {
        row.event_id
        for row in edition.article.events
        if row.place_precision not in ("settlement", "site")
    }


def pointed(edition: Edition) -> dict[str, tuple[float, float]]:
    """Longitude and latitude of every event that may have a dot, by id."""
    return {
        row.event_id: (row.lon_deg, row.lat_deg)
        for row in edition.article.events
        if row.place_precision in ("settlement", "site")
        and row.lon_deg is not None
        and row.lat_deg is not None
    }


def dates_on_record(edition: Edition) -> dict[str, str | None]:
    """The EDTF text of every event by id."""
    return {row.event_id: row.date_edtf for row in edition.article.events}


def has_line(leg: LegRow) -> bool:
    """Whether a leg goes from one point to another."""
    start, end = (leg.from_lon_deg, leg.from_lat_deg), (leg.to_lon_deg, leg.to_lat_deg)
    are_points = {leg.from_precision, leg.to_precision} <= {"settlement", "site"}
    return are_points and start != end


def known(cell: object) -> str | None:
    """A text as a data frame has it; None for what it calls not a number."""
    return cell if isinstance(cell, str) and cell else None
