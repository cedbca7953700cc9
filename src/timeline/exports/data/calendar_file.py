"""Hearings and deadlines as iCalendar (RFC 5545).

A calendar knows days only. What is dated by a month or a span becomes an entry over all its
days, whose title says that the exact day is not known; the date on record stands in
`X-EDTF`. What nobody dates has no entry. No entry keeps anybody's time busy.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from timeline.exports.data.about import about_lines, made_on, title_of
from timeline.exports.data.printable import printable
from timeline.exports.data.told import ToldEvent, source_label, told_events, web_address
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import EventType

IN_A_CALENDAR = frozenset({EventType.HEARING, EventType.DEADLINE})
"""What happens on a day that was set."""
_MADE_BY = "-//timeline//dates//EN"


def write(edition: Edition) -> bytes:
    """The calendar; empty of entries where the view has no hearing and no deadline."""
    from icalendar import Calendar  # noqa: PLC0415 - most runs write none

    calendar = Calendar()
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _value(title_of(edition)))
    calendar.add("x-wr-caldesc", _value(" ".join(about_lines(edition))))
    stamp = dt.datetime.combine(made_on(edition), dt.time(), dt.UTC)
    for event in told_events(edition):
        if EventType(event.row.event_type) in IN_A_CALENDAR and _first(event) is not None:
            calendar.add_component(_entry(event, edition.say, stamp))
    return bytes(calendar.to_ical())


def _entry(event: ToldEvent, say: Catalog, stamp: dt.datetime) -> Any:
    from icalendar import Event  # noqa: PLC0415

    row, first = event.row, _first(event)
    last = row.date_latest or first
    assert first is not None and last is not None
    is_known = first == last and row.date_edtf == first.isoformat()
    entry = Event()
    entry.add("uid", f"{event.event_id}@timeline")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", first)
    # The end of a day in a calendar is the day after it.
    if last < dt.date.max:
        entry.add("dtend", last + dt.timedelta(days=1))
    key = "export.data.calendar.known" if is_known else "export.data.calendar.vague"
    entry.add("summary", _value(say(key, title=row.title, when=event.when)))
    sources = [
        " ".join(filter(None, (source_label(one, say), web_address(one.url))))
        for one in event.sources
    ]
    entry.add("description", _value("\n".join([event.when, *event.text, *sources])))
    if row.place_name:
        entry.add("location", _value(row.place_name))
    if event.point is not None:
        lon_deg, lat_deg = event.point
        entry.add("geo", (lat_deg, lon_deg))
    entry.add("categories", [say(f"type.{row.event_type}")])
    entry.add("class", "PUBLIC")
    entry.add("status", "CONFIRMED" if is_known else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    web = next((one for source in event.sources if (one := web_address(source.url))), None)
    if web is not None:
        entry.add("url", web)
    entry.add("x-edtf", row.date_edtf)
    return entry


def _first(event: ToldEvent) -> dt.date | None:
    """The first day of the entry: of a date without a beginning, its last."""
    return event.row.date_earliest or event.row.date_latest


def _value(text: str) -> str:
    """Text that a line of a calendar can hold: line breaks of one kind, no control characters.

    Nor a byte order mark, which readers take off wherever it stands.
    """
    return printable(text).replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
