"""The view as KML 2.2 for Google Earth, QGIS and the maps of newsrooms.

Times are as full or as partial as they are known (`2021`, `2021-05`, a day); a span that
nobody has the end of stays open. Names and descriptions are text: viewers read descriptions
as HTML, so that they are escaped as HTML first and as XML after. `ExtendedData` has every
value as it is on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from xml.etree import ElementTree as ET

from timeline.charts.mapping.leg_style import LineKind, style_of
from timeline.exports.data.about import about_lines, title_of
from timeline.exports.data.calendar_units import Reach, reach
from timeline.exports.data.printable import printable
from timeline.exports.data.told import (
    ToldEvent,
    ToldLeg,
    source_label,
    told_events,
    told_legs,
    web_address,
)
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import LegEvidence, LegStatus
from timeline.routes.globe import LonLat
from timeline.theme import LIGHT
from timeline.viewmodel.case_dossier import NumberedSource

NAMESPACE = "http://www.opengis.net/kml/2.2"
_OPAQUE, _FAINT = "ff", "80"
_JOURNEY_PX, _NOT_TRAVELLED_PX = 3, 1


def write(edition: Edition) -> bytes:
    """The document: styles, then a folder each for events, journeys and what was no journey."""
    say = edition.say
    events, legs = told_events(edition), told_legs(edition)
    sources = {one.event_id: one.sources for one in events}
    root = ET.Element("kml", xmlns=NAMESPACE)
    document = _inside(root, "Document")
    _text(document, "name", title_of(edition))
    _text(document, "description", _html(about_lines(edition)))
    for kind in LineKind:
        _style(document, kind)
    folders = (
        ("export.data.folder.events", [_event(one, say) for one in events]),
        (
            "export.data.folder.journeys",
            [_leg(one, sources, say) for one in legs if one.took_place],
        ),
        (
            "export.data.folder.not_travelled",
            [_leg(one, sources, say) for one in legs if not one.took_place],
        ),
    )
    for key, marks in folders:
        folder = _inside(document, "Folder")
        _text(folder, "name", say(key))
        folder.extend(marks)
    text = ET.tostring(root, encoding="unicode")
    # A bare carriage return would be read as a line feed.
    whole = '<?xml version="1.0" encoding="UTF-8"?>\n' + text.replace("\r", "&#13;") + "\n"
    return whole.encode("utf-8", errors="replace")


def _event(event: ToldEvent, say: Catalog) -> ET.Element:
    row = event.row
    mark = ET.Element("Placemark", id=f"event-{event.event_id}")
    _text(mark, "name", row.title)
    _text(mark, "description", _html([event.when, *event.text, *_sources(event.sources, say)]))
    _time(mark, reach(row.date_edtf))
    _extended(
        mark,
        {
            "event_id": event.event_id,
            "case_id": row.case_id,
            "title": row.title,
            "summary": row.summary,
            "people": "; ".join(event.table.people),
            "event_type": row.event_type,
            "date_edtf": row.date_edtf,
            "date_words": event.when,
            "place_name": row.place_name,
            "place_precision": row.place_precision,
            "country_code": row.country_code,
            "region_code": row.region_code,
            "status": row.verification_status,
            "note": row.note,
            "sources": " ".join(one.source_id for one in event.sources),
        },
    )
    if event.point is not None:
        _coordinates(_inside(mark, "Point"), [event.point])
    return mark


def _leg(leg: ToldLeg, sources: dict[str, tuple[NumberedSource, ...]], say: Catalog) -> ET.Element:
    row = leg.row
    behind = sources.get(row.event_id, ())
    mark = ET.Element("Placemark", id=f"leg-{leg.leg_id}")
    _text(mark, "name", leg.title)
    _text(mark, "description", _html([*leg.text, *_sources(behind, say)]))
    _time(mark, Reach(reach(row.departure_edtf).first, reach(row.arrival_edtf).last))
    _text(mark, "styleUrl", f"#{_line_kind(leg)}")
    _extended(
        mark,
        {
            "leg_id": leg.leg_id,
            "event_id": row.event_id,
            "case_id": row.case_id,
            "person": row.person,
            "from_place": row.from_name,
            "to_place": row.to_name,
            "departure_edtf": row.departure_edtf,
            "arrival_edtf": row.arrival_edtf,
            "took_place": "true" if leg.took_place else "false",
            "leg_status": row.leg_status,
            "leg_kind": row.leg_kind,
            "leg_evidence": row.leg_evidence,
            "note": row.note,
        },
    )
    home = mark
    if len(leg.lines) > 1:
        home = _inside(mark, "MultiGeometry")
    for line in leg.lines:
        drawn = _inside(home, "LineString")
        _text(drawn, "tessellate", "1")
        _coordinates(drawn, line)
    return mark


def _line_kind(leg: ToldLeg) -> LineKind:
    """The style of a leg: what did not take place never looks like a journey."""
    match leg.row.leg_status:
        case LegStatus.REQUESTED | LegStatus.THREATENED:
            return LineKind.REQUESTED
        case LegStatus.OFFERED:
            return LineKind.OFFERED
        case LegStatus.BLOCKED:
            return LineKind.BLOCKED
    if leg.row.leg_evidence == LegEvidence.CLAIMED_BY_ONE:
        return LineKind.CLAIMED
    if leg.row.leg_evidence == LegEvidence.DOCUMENTED:
        return LineKind.DOCUMENTED
    return LineKind.WAY_UNKNOWN


def _style(document: ET.Element, kind: LineKind) -> None:
    """One kind of line. KML knows no dashes: what did not take place is thin and faint."""
    is_journey = kind in (LineKind.DOCUMENTED, LineKind.WAY_UNKNOWN, LineKind.CLAIMED)
    red, green, blue = (style_of(kind, LIGHT).colour.lstrip("#")[at : at + 2] for at in (0, 2, 4))
    line = _inside(_inside(document, "Style", id=str(kind)), "LineStyle")
    _text(line, "color", f"{_OPAQUE if is_journey else _FAINT}{blue}{green}{red}".lower())
    _text(line, "width", str(_JOURNEY_PX if is_journey else _NOT_TRAVELLED_PX))


def _time(mark: ET.Element, when: Reach) -> None:
    """A stamp for one year, month or day, a span for more, nothing for an undated event."""
    if when.single is not None:
        _text(_inside(mark, "TimeStamp"), "when", when.single)
    elif when.first is not None or when.last is not None:
        span = _inside(mark, "TimeSpan")
        for name, day in (("begin", when.first), ("end", when.last)):
            if day is not None:
                _text(span, name, day)


def _extended(mark: ET.Element, values: dict[str, str | None]) -> None:
    data = _inside(mark, "ExtendedData")
    for name, value in values.items():
        if value:
            _text(_inside(data, "Data", name=name), "value", value)


def _coordinates(geometry: ET.Element, points: Iterable[LonLat]) -> None:
    _text(geometry, "coordinates", " ".join(f"{lon},{lat}" for lon, lat in points))


def _sources(sources: Sequence[NumberedSource], say: Catalog) -> list[str]:
    return [
        " ".join(filter(None, (f"[{one.number}]", source_label(one, say), web_address(one.url))))
        for one in sources
    ]


def _html(lines: Iterable[str]) -> str:
    """Lines of text as HTML that shows them as they are."""
    return "\n".join(escape(line, quote=False) for line in lines)


def _inside(parent: ET.Element, tag: str, /, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, tag, attributes)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = printable(text)
