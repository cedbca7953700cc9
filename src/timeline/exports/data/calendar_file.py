"""Hearings and deadlines as iCalendar (RFC 5545).

A calendar knows days only. What is dated by a month or a span becomes an entry over all its
days, whose title says that the exact day is not known; what is dated by several days, on each
of which it happened, has an entry for each. A time of day is left aside: nobody is told to be
anywhere at an hour. The date on record stands in `X-EDTF`. What nobody dates has no entry. No
entry keeps anybody's time busy.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from timeline.chronology.phrase import phrase_of
from timeline.exports.data.about import about_lines, made_on, title_of
from timeline.exports.data.printable import printable
from timeline.exports.data.told import ToldEvent, source_label, told_events, web_address
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.model.edtf import DateKind, parse
from timeline.model.vocabulary import EventType

IN_A_CALENDAR = frozenset({EventType.HEARING, EventType.DEADLINE})
"""What happens on a day that was set."""
_MADE_BY = "-//timeline//dates//EN"
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
"""A day without a mark of doubt, with or without a time of day."""


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of one entry, both included."""

    uid: str
    first: dt.date
    last: dt.date
    when: str
    """The date of these days in words."""
    is_known: bool
    """It happened on each of these days, without a doubt about any."""


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
        if EventType(event.row.event_type) in IN_A_CALENDAR:
            for days in _days_of(event, edition.say):
                calendar.add_component(_entry(event, days, edition.say, stamp))
    return bytes(calendar.to_ical())


def _entry(event: ToldEvent, days: _Days, say: Catalog, stamp: dt.datetime) -> Any:
    from icalendar import Event  # noqa: PLC0415

    row = event.row
    entry = Event()
    entry.add("uid", f"{days.uid}@timeline")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", days.first)
    # The end of a day in a calendar is the day after it.
    if days.last < dt.date.max:
        entry.add("dtend", days.last + dt.timedelta(days=1))
    key = "export.data.calendar.known" if days.is_known else "export.data.calendar.vague"
    entry.add("summary", _value(say(key, title=row.title, when=days.when)))
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
    entry.add("status", "CONFIRMED" if days.is_known else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    web = next((one for source in event.sources if (one := web_address(source.url))), None)
    if web is not None:
        entry.add("url", web)
    entry.add("x-edtf", row.date_edtf)
    return entry


def _days_of(event: ToldEvent, say: Catalog) -> tuple[_Days, ...]:
    """One for a date; one for each member of a set on all of which it happened."""
    row = event.row
    # Of a date without a beginning, its last day.
    first = row.date_earliest or row.date_latest
    if row.date_edtf is None or first is None:
        return ()
    date = parse(row.date_edtf)
    parts = {part.text: part for part in date.parts} if date.kind is DateKind.ALL_OF else {}
    if len(parts) < 2 or not all(part.earliest and part.latest for part in parts.values()):
        last = row.date_latest or first
        return (_Days(event.event_id, first, last, event.when, _is_known(row.date_edtf)),)
    return tuple(
        # No id of an event has a dot: an entry keeps its id whatever other days are added.
        _Days(
            uid=f"{event.event_id}.{text}",
            first=part.earliest,
            last=part.latest,
            when=date_words(phrase_of(part), say),
            is_known=_is_known(text),
        )
        for text, part in parts.items()
        if part.earliest and part.latest
    )


def _is_known(edtf: str) -> bool:
    """Whether the text names each day it allows: one day, or a run a..b of an all-of set."""
    inside = edtf[1:-1] if edtf.startswith("{") else edtf
    return all(_DAY.fullmatch(day) for day in inside.split(".."))


def _value(text: str) -> str:
    """Text that a line of a calendar can hold: line breaks of one kind, no control characters.

    Nor a byte order mark, which readers take off wherever it stands.
    """
    return printable(text).replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
