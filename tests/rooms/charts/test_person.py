"""The answer, the strip and the table of custody: what they say, how they hedge, every text escaped."""

from __future__ import annotations

import datetime as dt
import re

from tests.person_builders import CHAINS, SOURCES, leg_row, report_row
from timeline.charts.html.custody_table import custody_table, custody_total
from timeline.charts.html.links import Links
from timeline.charts.html.person_lists import case_parts, event_roles, name_list
from timeline.charts.html.whereabouts_answer import whereabouts_answer
from timeline.charts.html.whereabouts_strip import whereabouts_strip
from timeline.charts.html.whereabouts_table import whereabouts_table
from timeline.charts.html.whereabouts_words import headline_words, reason_words
from timeline.i18n.catalog import catalog
from timeline.model.selection import Selection
from timeline.store.rows import Person, PersonName
from timeline.viewmodel.person_custody import person_custody
from timeline.viewmodel.person_page import person_page
from timeline.viewmodel.person_record import PersonRecord, person_record
from timeline.viewmodel.person_whereabouts import WhereaboutsView, person_whereabouts

SAY = catalog()
LINKS = Links(Selection())
HOSTILE = '<script>alert("1")</script>'


def record(*reports: object, legs: tuple[object, ...] = ()) -> PersonRecord:
    return person_record(reports, legs, CHAINS, SOURCES)  # type: ignore[arg-type]


def view(day: str, *reports: object, legs: tuple[object, ...] = ()) -> WhereaboutsView:
    return person_whereabouts(record(*reports, legs=legs), dt.date.fromisoformat(day))


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def answered(found: WhereaboutsView) -> tuple[str, str]:
    return headline_words(found.answer, SAY), reason_words(found.answer, SAY)


HELD = report_row("held", "2020-01-12/2020-02-03", event_type="imprisonment", place_id="cell")


def test_a_certain_answer_names_the_finest_place_and_what_was_done_there() -> None:
    assert answered(view("2020-01-20", HELD)) == (
        "Name of cell, Antarctica, in custody",
        "Within the time that reports give, wherever its vague ends fall.",
    )


def test_what_nobody_confirmed_is_only_probable_and_says_why() -> None:
    unconfirmed = report_row(
        "held", "2020-01-12/2020-02-03", event_type="imprisonment", verification_status="unverified"
    )
    assert answered(view("2020-01-20", unconfirmed)) == (
        "Probably Name of town, Antarctica, in custody",
        "Within the time that reports give, wherever its vague ends fall. "
        "Nobody independent has confirmed the report.",
    )


def test_possible_places_are_named_by_country() -> None:
    found = view(
        "2020-01-20",
        report_row("one", "2020-01", event_type="arrival", place_id="far-town"),
        report_row("two", "2020-01", event_type="border_stop", place_id="town"),
        report_row("three", "2020-01", event_type="arrival", place_id="other-town"),
    )
    assert headline_words(found.answer, SAY) == (
        "Possibly Antarctica (Name of town; Name of other-town) or Name of far-town, Bouvet Island"
    )


def test_a_contradiction_says_which_place_the_record_shows() -> None:
    found = view(
        "2020-03-04",
        report_row(
            event_type="attack",
            properties_said=("place", "place"),
            values_said=("town", "far-town"),
            sayers=("source-1", "source-2"),
        ),
    )
    assert answered(found) == (
        "Sources contradict each other: Name of town, Antarctica, or Name of far-town, Bouvet Island",
        "The record shows Name of town, Antarctica; other sources say Name of far-town, Bouvet Island.",
    )


def test_a_gap_says_last_and_next_and_how_many_days_lie_between() -> None:
    found = view(
        "2020-11-30",
        report_row("one", "2020-11-20", event_type="border_stop"),
        report_row("two", "[2020-12-04..2020-12-21]", event_type="arrival", place_id="far-town"),
    )
    assert answered(found) == (
        "Not known",
        "Last reported: Name of town, Antarctica (20 Nov 2020). Next reported: Name of far-town, "
        "Bouvet Island, arriving (between 4 and 21 Dec 2020), 14 to 31 days later. "
        "Nothing on record says where in between.",
    )


def test_a_departure_to_an_undisclosed_place_stays_undisclosed() -> None:
    event = report_row("left", "2020-05-01", event_type="departure")
    leg = leg_row(to_place_id="hidden", arrival_edtf=None, event_id="left")

    assert answered(view("2020-06-01", event, legs=(leg,))) == (
        "Not disclosed",
        "Last reported: Name of town, Antarctica, leaving for a place that was not disclosed "
        "(1 May 2020). No later report says where.",
    )


def test_the_answer_carries_the_footnotes_and_the_link_of_each_report() -> None:
    html = whereabouts_answer(view("2020-01-20", HELD), SAY, LINKS)

    assert "[1]" in html
    assert 'href="/case?event=held&amp;case=fictional-case"' in html
    assert "20 Jan 2020" in text(html)


def test_the_strip_is_a_picture_with_words_and_gaps_with_their_length() -> None:
    found = view(
        "2020-03-01",
        HELD,
        report_row("far", "2020-12-31", event_type="arrival", place_id="far-town"),
    )
    html = whereabouts_strip(found, "Fictional Person", SAY)

    assert 'role="img"' in html
    assert "Fictional Person" in html and "Antarctica, Bouvet Island" in html
    assert "11 months" in text(html)
    assert "pp-certain pp-held" in html
    assert html.count('class="pp-at"') == 3, "the day is marked in every row"


def test_bands_lie_within_the_strip_and_do_not_overlap_in_a_row() -> None:
    found = view(
        "2020-03-01",
        HELD,
        report_row("b", "2020-02/2020-05", event_type="residence", place_id="other-town"),
        report_row("c", "2020-12-31", event_type="arrival", place_id="far-town"),
    )
    html = whereabouts_strip(found, "Fictional Person", SAY)
    for row in html.split('<div class="pp-row')[1:]:
        end = 0.0
        for left, width in re.findall(r"left:([\d.]+)%;width:([\d.]+)%", row):
            assert float(left) >= end - 0.01
            end = float(left) + float(width)
        assert end <= 100.01


def test_the_table_has_the_days_of_the_strip_and_leads_to_each_answer() -> None:
    chosen = Selection(known_on=dt.date(2021, 1, 1))
    found = view("2020-01-20", HELD)
    html = whereabouts_table(found, "fictional-person", SAY, Links(chosen))

    assert html.count("<tr") == 1 + len(found.stretches)
    assert "who=fictional-person&amp;on=2020-01-12&amp;known=2021-01-01" in html
    assert '<tr class="tl-marked"><th scope="row">' in html
    assert "<caption>" in html and html.count('scope="col"') == 5


def test_the_total_is_hedged_and_the_bounds_are_explained() -> None:
    found = person_custody(
        record(
            report_row("seized", "2020-03", verification_status="unverified"),
            report_row("freed", "2020-04", event_type="release"),
            report_row("open", "2020-06-01/..", place_id="far-town"),
        ),
        (),
    )
    words = text(custody_total(found, SAY))
    table = text(custody_table(found, SAY, LINKS))

    assert words.startswith("At least 216 days, at most 275 days, up to the last report")
    assert "Still held as last reported on 31 Dec 2020; later days are not counted." in words
    assert "At least 214 days of these rest on reports that are verified" in words
    assert "Beginning: Mar 2020. End: Apr 2020, with “Title of freed”." in table
    assert "End: none, as last reported 31 Dec 2020." in table


def test_a_most_that_is_not_known_is_never_a_number() -> None:
    found = person_custody(record(report_row("seized", "2020-03-04")), ())

    assert "at most: not known" in text(custody_total(found, SAY))
    assert "None certainly" not in text(custody_table(found, SAY, LINKS))
    assert re.search(r"1 day not known", text(custody_table(found, SAY, LINKS)))


def test_what_is_disputed_is_listed_and_not_counted() -> None:
    found = person_custody(record(report_row("seized", verification_status="disputed")), ())

    assert text(custody_total(found, SAY)).startswith("No day in custody can be counted")
    assert "not counted not counted Not counted: sources contradict" in text(
        custody_table(found, SAY, LINKS)
    )


def test_every_text_is_escaped() -> None:
    reports = [
        report_row(
            HOSTILE,
            "2020-01-12/2020-02-03",
            event_type="imprisonment",
            title=HOSTILE,
            case_title=HOSTILE,
            place_name=HOSTILE,
        )
    ]
    made = record(*reports)
    person = Person("fictional-person", HOSTILE, "", 1, None, 1)
    names = [PersonName(HOSTILE, HOSTILE, "variant", False)]
    page = person_page(person, names, reports, made)
    found = person_whereabouts(made, dt.date(2020, 1, 20))
    custody = person_custody(made, ())

    html = "".join(
        (
            name_list(page, SAY),
            case_parts(page, SAY, LINKS),
            event_roles(page, SAY, LINKS),
            whereabouts_answer(found, SAY, LINKS),
            whereabouts_strip(found, HOSTILE, SAY),
            whereabouts_table(found, HOSTILE, SAY, LINKS),
            custody_total(custody, SAY),
            custody_table(custody, SAY, LINKS),
        )
    )
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'alert("1")' not in html, "nor does a quotation mark end an attribute"


def test_names_come_with_language_script_and_kind() -> None:
    person = Person("fictional-person", "Fictional Person", "", 1, None, 1)
    names = [
        PersonName("Fictional Person", "en", "preferred", True),
        PersonName("Вымышленное лицо", "ru", "preferred", False),
        PersonName("Fiktive Person", "und", "variant", False),
    ]
    page = person_page(person, names, [report_row()], record(report_row()))

    assert text(name_list(page, SAY)) == (
        "Also written Вымышленное лицо Russian, Cyrillic, usual form Fiktive Person variant"
    )
