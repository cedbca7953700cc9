"""The events, legs and places of a view with all that its files say of them, joined once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.charts.mapping.leg_words import leg_sentence
from timeline.exports.edition import Edition
from timeline.exports.words.description import when_words
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.model.vocabulary import ClaimProperty, LegStatus, PlacePrecision
from timeline.routes.globe import MEASURABLE, LonLat, Path, antimeridian_parts, great_circle
from timeline.store.rows import EventRow, LegRow, TableEvent, TableLeg
from timeline.viewmodel.article import Article
from timeline.viewmodel.case_dossier import Dispute, DossierEvent, NumberedSource

_STEP_KM = 100
_DECIMALS = 4
"""Of the points between the two ends of a line: about ten metres."""
_LETTERS = 16


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """One event."""

    row: EventRow
    table: TableEvent
    dossier: DossierEvent
    sources: tuple[NumberedSource, ...]
    """Those it rests on, by number."""
    when: str
    """The date in words, hedges included, and every date where sources differ."""
    text: tuple[str, ...]
    """What happened, where, how sure it is, on what sources differ, what to bear in mind."""
    point: LonLat | None
    """Only of a town or an exact place."""

    @property
    def event_id(self) -> str:
        """The id on record."""
        return self.row.event_id

    @property
    def hedged_title(self) -> str:
        """The date in words before the title, for formats that have no room for a doubt."""
        return f"{self.when}: {self.row.title}"


@dataclass(frozen=True, slots=True)
class ToldLeg:
    """One leg."""

    row: LegRow
    title: str
    """Who, from where to where, and how: what did not take place says so."""
    text: tuple[str, ...]
    took_place: bool
    """Not when it was only asked for, announced, offered or stopped."""
    start: LonLat | None
    """Only of a town or an exact place."""
    end: LonLat | None
    lines: tuple[Path, ...]
    """The great circle, cut at the 180th meridian; empty unless both ends are points."""

    @property
    def leg_id(self) -> str:
        """The id on record."""
        return self.row.leg_id


@dataclass(frozen=True, slots=True)
class ToldPlace:
    """One place that an event or the end of a leg lies at."""

    place_id: str
    name: str
    precision: str
    country_code: str | None
    region_code: str | None
    point: LonLat | None
    """Only of a town or an exact place."""


def told_events(edition: Edition) -> tuple[ToldEvent, ...]:
    """Every event of the view, in its order."""
    article, say = edition.article, edition.say
    tables = {one.event_id: one for one in article.table_events}
    sources = {one.number: one for one in article.dossier.sources}
    found = []
    for row, dossier in zip(article.events, article.dossier.events, strict=True):
        point = point_of(row.place_precision, row.lon_deg, row.lat_deg)
        found.append(
            ToldEvent(
                row=row,
                table=tables[row.event_id],
                dossier=dossier,
                sources=tuple(sources[number] for number in dossier.source_numbers),
                when=when_words(dossier, say),
                text=tuple(_event_text(row, dossier, say, has_point=point is not None)),
                point=point,
            )
        )
    return tuple(found)


def told_legs(edition: Edition) -> tuple[ToldLeg, ...]:
    """Every leg of the view, in its order."""
    say = edition.say
    drawn = {leg.leg_id: leg for leg in edition.article.routes.legs}
    found = []
    for row in edition.article.legs:
        how = say(f"map.status.{row.leg_status}.{row.leg_kind}")
        start = point_of(row.from_precision, row.from_lon_deg, row.from_lat_deg)
        end = point_of(row.to_precision, row.to_lon_deg, row.to_lat_deg)
        sentence = leg_sentence(drawn[row.leg_id], say, with_person=True)
        found.append(
            ToldLeg(
                row=row,
                title=say(
                    "export.data.leg",
                    person=row.person,
                    start=row.from_name,
                    end=row.to_name,
                    how=how,
                ),
                text=tuple(text for text in (sentence, row.note) if text),
                took_place=row.leg_status == LegStatus.TRAVELLED,
                start=start,
                end=end,
                lines=_lines(start, end),
            )
        )
    return tuple(found)


def told_places(article: Article) -> tuple[ToldPlace, ...]:
    """Every place that an event or an end of a leg of the view lies at, by id."""
    found: dict[str, ToldPlace] = {}
    for row in article.events:
        if row.place_id is not None:
            found[row.place_id] = ToldPlace(
                row.place_id,
                row.place_name or "",
                row.place_precision or PlacePrecision.UNDISCLOSED,
                row.country_code,
                row.region_code,
                point_of(row.place_precision, row.lon_deg, row.lat_deg),
            )
    for leg in article.legs:
        for end in ("from", "to"):
            place_id, name, precision, country_code, region_code, lon_deg, lat_deg = (
                getattr(leg, f"{end}_{part}")
                for part in (
                    "place_id",
                    "name",
                    "precision",
                    "country_code",
                    "region_code",
                    "lon_deg",
                    "lat_deg",
                )
            )
            point = point_of(precision, lon_deg, lat_deg)
            found[place_id] = ToldPlace(place_id, name, precision, country_code, region_code, point)
    return tuple(found[place_id] for place_id in sorted(found))


def point_of(precision: str | None, lon_deg: float | None, lat_deg: float | None) -> LonLat | None:
    """The point that may be drawn: never the middle of a district, region or country."""
    if precision is None or PlacePrecision(precision) not in MEASURABLE:
        return None
    return (lon_deg, lat_deg) if lon_deg is not None and lat_deg is not None else None


def pointed_events(article: Article) -> tuple[TableEvent, ...]:
    """The rows of the table of events with coordinates only of towns and exact places.

    Programs put a dot wherever a row has a pair of coordinates, and read no column beside it.
    """
    return tuple(
        row
        if point_of(row.place_precision, row.lon_deg, row.lat_deg) is not None
        else replace(row, lon_deg=None, lat_deg=None)
        for row in article.table_events
    )


def pointed_legs(article: Article) -> tuple[TableLeg, ...]:
    """The rows of the table of legs with coordinates only of towns and exact places."""
    rows = {leg.leg_id: leg for leg in article.legs}
    found = []
    for table in article.table_legs:
        row = rows[table.leg_id]
        start = point_of(row.from_precision, row.from_lon_deg, row.from_lat_deg)
        end = point_of(row.to_precision, row.to_lon_deg, row.to_lat_deg)
        (from_lon, from_lat), (to_lon, to_lat) = start or (None, None), end or (None, None)
        found.append(
            replace(
                table,
                from_lon_deg=from_lon,
                from_lat_deg=from_lat,
                to_lon_deg=to_lon,
                to_lat_deg=to_lat,
            )
        )
    return tuple(found)


def people_of(edition: Edition) -> dict[str, str]:
    """Ids of the persons of the view by name: those it is about, then those who moved."""
    article = edition.article
    names = dict.fromkeys([*article.people, *(leg.person for leg in article.legs)])
    return {name: person_id(name) for name in names}


def person_id(name: str) -> str:
    """An id that the same name has in every file; a view knows people by name only."""
    return f"person-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:_LETTERS]}"


def source_label(source: NumberedSource, say: Catalog) -> str:
    """A source on one line: title, publisher, day."""
    return f"{source.title}. {source.publisher}, {date_words(source.published, say)}"


def web_address(url: str) -> str | None:
    """The address where it is one of the web; None for anything that a click could run."""
    is_web = url.lower().startswith(("https://", "http://"))
    return url if is_web and not any(sign.isspace() or sign in "<>\"'" for sign in url) else None


def _event_text(
    row: EventRow, dossier: DossierEvent, say: Catalog, *, has_point: bool
) -> Iterable[str]:
    if row.summary:
        yield row.summary
    if row.place_name and has_point:
        yield say("export.data.place", place=row.place_name)
    elif row.place_name:
        yield say("export.data.place_vague", place=row.place_name)
    yield say("export.data.judgement", status=say(f"status.{row.verification_status}"))
    for dispute in dossier.disputes:
        answers = _answers(dispute, say)
        if len(answers) > 1:
            what = say(f"property.{dispute.property}")
            yield say("export.data.differ", property=what, answers=" / ".join(answers))
    if row.note:
        yield row.note


def _answers(dispute: Dispute, say: Catalog) -> list[str]:
    """Each different answer once; just one where it is another property that it contradicts."""
    words = []
    for answer in dispute.answers:
        if answer.phrase is not None:
            words.append(date_words(answer.phrase, say))
        elif dispute.property == ClaimProperty.OCCURRENCE:
            words.append(say(f"occurrence.{answer.value}"))
        else:
            words.append(answer.value)
    return list(dict.fromkeys(words))


def _lines(start: LonLat | None, end: LonLat | None) -> tuple[Path, ...]:
    """The shortest line over the globe between two points; nothing where one is not known."""
    if start is None or end is None or start == end:
        return ()
    whole = great_circle(start, end, _STEP_KM)
    inner = [(round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in whole[1:-1]]
    return antimeridian_parts([whole[0], *inner, whole[-1]])
