"""Calendars read hearings and deadlines, and no day that nobody named goes without a warning."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import icalendar
import pytest

from tests.data_builders import Saying, dates_on_record, edition_saying, pointed
from timeline.exports.data import calendar_file
from timeline.exports.data.printable import printable
from timeline.exports.edition import Edition
from timeline.model.edtf import parse
from timeline.viewmodel.case_dossier import case_dossier

KINDS = ("hearing", "deadline")


def entries(edition: Edition) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(calendar_file.write(edition))
    return {str(entry["UID"]).removesuffix("@timeline"): entry for entry in calendar.walk("VEVENT")}


def dated(edtf: str) -> list[Any]:
    """The entries of one fictional hearing with this date."""
    edition = edition_saying(("Fictional hearing",))
    date, (row,) = parse(edtf), edition.article.events
    row = replace(
        row,
        date_edtf=edtf,
        date_earliest=date.earliest,
        date_latest=date.latest,
        date_precision=date.precision.value,
    )
    dossier = case_dossier((row,), (), (), ())
    article = replace(edition.article, events=(row,), dossier=dossier)
    calendar = icalendar.Calendar.from_ical(calendar_file.write(replace(edition, article=article)))
    return list(calendar.walk("VEVENT"))


def told(edtf: str) -> list[tuple[str, int, bool]]:
    """From which day on, over how many, and whether they are sure: of each entry."""
    found = []
    for entry in dated(edtf):
        is_warned = "exact day unknown" in str(entry["SUMMARY"])
        assert str(entry["STATUS"]) == ("TENTATIVE" if is_warned else "CONFIRMED")
        assert str(entry["X-EDTF"]) == edtf
        assert type(entry["DTSTART"].dt) is dt.date
        first = entry["DTSTART"].dt
        found.append((first.isoformat(), (entry["DTEND"].dt - first).days, not is_warned))
    return found


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2023-06-01", [("2023-06-01", 1, True)]),
        ("2023-06-01?", [("2023-06-01", 1, False)]),
        ("2023-06", [("2023-06-01", 30, False)]),
        # One of them, and nobody says which.
        ("[2023-06-01,2023-06-20]", [("2023-06-01", 20, False)]),
        # The day is known; nobody is told to be anywhere at an hour.
        ("2023-03-05T14:30:00+03:00", [("2023-03-05", 1, True)]),
        # On each of these days, and on none between them.
        (
            "{2023-06-01,2023-06-05,2023-06-20}",
            [("2023-06-01", 1, True), ("2023-06-05", 1, True), ("2023-06-20", 1, True)],
        ),
        (
            "{2023-06-01..2023-06-03,2023-06-20}",
            [("2023-06-01", 3, True), ("2023-06-20", 1, True)],
        ),
        ("{2023-06-01..2023-06-03}", [("2023-06-01", 3, True)]),
        # A member is as sure as it is itself.
        ("{2023-06-01,2023-08}", [("2023-06-01", 1, True), ("2023-08-01", 31, False)]),
        # Where it goes on for nobody knows how long there is no day to end an entry of its own.
        ("{2023-06-01,2023-06-05..}", [("2023-06-01", 1, False)]),
    ],
)
def test_an_entry_is_as_sure_as_its_days(edtf: str, expected: list[tuple[str, int, bool]]) -> None:
    assert told(edtf) == expected


def test_entries_of_one_hearing_keep_their_ids_when_a_day_is_added() -> None:
    before = {str(entry["UID"]) for entry in dated("{2023-06-01,2023-06-20}")}
    after = {str(entry["UID"]) for entry in dated("{2023-06-01,2023-06-05,2023-06-20}")}

    assert len(before) == 2
    assert len(after) == 3
    assert before < after


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
