"""Calendars read hearings and deadlines, and no day that nobody named goes without a warning."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import icalendar

from tests.data_builders import Saying, dates_on_record, pointed
from timeline.exports.data import calendar_file
from timeline.exports.data.printable import printable
from timeline.exports.edition import Edition

KINDS = ("hearing", "deadline")


def entries(edition: Edition) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(calendar_file.write(edition))
    return {str(entry["UID"]).removesuffix("@timeline"): entry for entry in calendar.walk("VEVENT")}


def test_every_dated_hearing_and_deadline_is_read_back(everything: Edition) -> None:
    expected = {
        row.event_id
        for row in everything.article.events
        if row.event_type in KINDS and row.date_edtf
    }

    assert expected
    assert set(entries(everything)) == expected


def test_days_are_whole_and_their_end_is_the_day_after(everything: Edition) -> None:
    rows = {row.event_id: row for row in everything.article.events}

    for event_id, entry in entries(everything).items():
        row = rows[event_id]
        assert type(entry["DTSTART"].dt) is dt.date
        assert entry["DTSTART"].dt == row.date_earliest
        assert row.date_latest is not None
        assert entry["DTEND"].dt == row.date_latest + dt.timedelta(days=1)
        assert str(entry["X-EDTF"]) == row.date_edtf


def test_a_day_that_nobody_named_says_so(everything: Edition) -> None:
    dates = dates_on_record(everything)
    warned = {
        event_id: "exact day unknown" in str(entry["SUMMARY"])
        for event_id, entry in entries(everything).items()
    }

    for event_id, is_warned in warned.items():
        is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", dates[event_id] or "") is not None
        assert is_warned == (not is_day)
    assert set(warned.values()) == {True, False}


def test_it_is_stamped_by_the_newest_source_and_keeps_nobody_busy(everything: Edition) -> None:
    for event_id, entry in entries(everything).items():
        assert entry["DTSTAMP"].dt.date() == everything.article.latest_report
        assert str(entry["TRANSP"]) == "TRANSPARENT"
        assert ("GEO" in entry) == (event_id in pointed(everything))


def test_texts_that_bite_are_text_and_come_back(hostile: Saying) -> None:
    content = calendar_file.write(hostile.edition)
    found = entries(hostile.edition)

    assert content.count(b"BEGIN:VEVENT") == len(hostile.texts)
    for number, text in enumerate(hostile.texts):
        entry = found[f"fictional-{number}"]
        shown = re.sub("\r\n?", "\n", printable(text)).replace("\ufeff", "")
        assert str(entry["LOCATION"]) == shown
        if number % 2 == 0:
            assert str(entry["SUMMARY"]) == shown
        assert str(entry.get("URL", "https://")).startswith(("https://", "http://"))
