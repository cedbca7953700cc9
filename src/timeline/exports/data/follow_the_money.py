"""The view as Follow-the-Money entities, one JSON object a line, for Aleph and OpenSanctions.

The format has dates of as many parts as are known, and no doubt and no alternatives: the
hedge is said in `summary`, and the EDTF text stands in `notes`. Only journeys that were made
are trips; what was asked for, announced, offered or stopped is an event, and its name says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from timeline.exports.data.about import about_values
from timeline.exports.data.calendar_units import Reach, reach
from timeline.exports.data.told import (
    ToldEvent,
    ToldLeg,
    ToldPlace,
    people_of,
    person_id,
    source_label,
    told_events,
    told_legs,
    told_places,
    web_address,
)
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog
from timeline.store.rows import TableSource

PREFIX = "timeline-"
"""Before every id of ours: the entities of many projects lie in one pool."""
_LANGUAGE_PAIRS = """
af=afr ar=ara az=aze be=bel bg=bul bs=bos ca=cat cs=ces da=dan de=deu el=ell en=eng es=spa
et=est fa=fas fi=fin fr=fra he=heb hi=hin hr=hrv hu=hun hy=hye id=ind is=isl it=ita ja=jpn
ka=kat kk=kaz km=khm ko=kor ky=kir lb=ltz lt=lit lv=lav mk=mkd mn=mon ms=msa mt=mlt my=mya
ne=nep nl=nld no=nor pl=pol pt=por ro=ron ru=rus sk=slk sl=slv sq=sqi sr=srp sv=swe sw=swa
tg=tgk tk=tuk tr=tur uk=ukr ur=urd uz=uzb zh=zho
"""
_LANGUAGES = dict(pair.split("=") for pair in _LANGUAGE_PAIRS.split())
"""What the format knows, in its letters (ISO 639-3) by ours. It refuses any other."""

_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")

Entity = dict[str, Any]


def write(edition: Edition) -> bytes:
    """Persons, places, sources, events and trips; none refers to one that is not in the file."""
    article, say = edition.article, edition.say
    licence = about_values(edition)["licence"]
    entities = [
        *(_entity(key, "Person", {"name": name}) for name, key in people_of(edition).items()),
        *(_address(place) for place in told_places(article)),
        *(_article(source) for source in article.table_sources),
        *(_event(event, say, licence) for event in told_events(edition)),
        *(_leg(leg, say, licence) for leg in told_legs(edition)),
    ]
    return "".join(f"{_line(one)}\n" for one in entities).encode("utf-8", errors="replace")


def _line(entity: Entity) -> str:
    """The entity on one line, whatever a reader takes for the end of one."""
    text = json.dumps(entity, ensure_ascii=False, separators=(",", ":"))
    return _LINE_ENDS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _entity(key: str, schema: str, values: Mapping[str, str | Iterable[str] | None]) -> Entity:
    """One entity: every value in a list, nothing empty."""
    listed = {
        name: [given] if isinstance(given, str) else list(given or ())
        for name, given in values.items()
    }
    properties = {
        name: [one for one in dict.fromkeys(found) if one.strip()] for name, found in listed.items()
    }
    return {
        "id": f"{PREFIX}{key}",
        "schema": schema,
        "properties": {name: found for name, found in properties.items() if found},
    }


def _address(place: ToldPlace) -> Entity:
    """A place; only a town or an exact place has a point."""
    lon_deg, lat_deg = place.point or (None, None)
    return _entity(
        f"place-{place.place_id}",
        "Address",
        {
            "full": place.name,
            "country": _country(place.country_code),
            "latitude": None if lat_deg is None else str(lat_deg),
            "longitude": None if lon_deg is None else str(lon_deg),
        },
    )


def _article(source: TableSource) -> Entity:
    """A source. The format calls a thing that can be cited an article or a file; ours are no files."""
    published = reach(source.published_edtf)
    return _entity(
        _source_key(source.source_id),
        "Article",
        {
            "title": source.title,
            "publisher": source.publisher,
            "language": _LANGUAGES.get(source.language.partition("-")[0]),
            "publishedAt": published.first if published.single else None,
            "sourceUrl": web_address(source.url),
            "notes": [source.note, source.published_edtf or ""],
        },
    )


def _event(event: ToldEvent, say: Catalog, licence: str) -> Entity:
    row = event.row
    return _entity(
        f"event-{event.event_id}",
        "Event",
        {
            "name": row.title,
            "summary": f"{event.when}. {row.summary}".strip(),
            "description": "\n".join(event.text),
            **_dates(reach(row.date_edtf)),
            "location": row.place_name,
            "addressEntity": f"{PREFIX}place-{row.place_id}" if row.place_id else None,
            "country": _country(row.country_code),
            "involved": [f"{PREFIX}{person_id(name)}" for name in event.table.people],
            "recordId": row.event_id,
            "proof": [f"{PREFIX}{_source_key(one.source_id)}" for one in event.sources],
            "sourceUrl": [web for one in event.sources if (web := web_address(one.url))],
            "notes": [
                _edtf(say, row.date_edtf),
                *(source_label(one, say) for one in event.sources),
                licence,
            ],
        },
    )


def _leg(leg: ToldLeg, say: Catalog, licence: str) -> Entity:
    """A trip, or what was to be one."""
    row = leg.row
    when = Reach(reach(row.departure_edtf).first, reach(row.arrival_edtf).last)
    values: dict[str, str | Iterable[str] | None] = {
        "name": leg.title,
        "summary": leg.text[0],
        "description": "\n".join(leg.text),
        **_dates(when),
        "country": [
            code
            for code in map(_country, (row.from_country_code, row.to_country_code))
            if code is not None
        ],
        "involved": f"{PREFIX}{person_id(row.person)}",
        "recordId": row.leg_id,
        "notes": [_edtf(say, row.departure_edtf), _edtf(say, row.arrival_edtf), licence],
    }
    if not leg.took_place:
        return _entity(f"leg-{leg.leg_id}", "Event", values)
    ends = {
        "startLocation": f"{PREFIX}place-{row.from_place_id}",
        "endLocation": f"{PREFIX}place-{row.to_place_id}",
    }
    return _entity(f"leg-{leg.leg_id}", "Trip", values | ends)


def _dates(when: Reach) -> dict[str, str | None]:
    """One date of one unit; the two ends of anything longer, as far as they are known."""
    if when.single is not None:
        return {"date": when.single}
    return {"startDate": when.first, "endDate": when.last}


def _edtf(say: Catalog, edtf: str | None) -> str:
    return say("export.data.edtf", edtf=edtf) if edtf else ""


def _country(code: str | None) -> str | None:
    return code.lower() if code else None


def _source_key(source_id: str) -> str:
    return f"source-{source_id}"
