"""What we make of a date: the days its text allows, and why we refuse the rest.

Every table below is a page of the manual and is run as it stands. A dash means
that there is nothing to say: no bound, no reason, no mark.
"""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model.edtf import DateKind, EdtfError, End, day_bounds, describe, parse

SPANS = """
EDTF                  | earliest   | latest     | precision | because
2019-03-04            | 2019-03-04 | 2019-03-04 | day       | a day is a day
2019-03               | 2019-03-01 | 2019-03-31 | month     | the source gave only the month
2019                  | 2019-01-01 | 2019-12-31 | year      | the source gave only the year
2019-03-XX            | 2019-03-01 | 2019-03-31 | month     | some day of March
2019-XX               | 2019-01-01 | 2019-12-31 | year      | some month of 2019
2019-XX-XX            | 2019-01-01 | 2019-12-31 | year      | some day of 2019
201X                  | 2010-01-01 | 2019-12-31 | decade    | some year of the 2010s
19XX                  | 1900-01-01 | 1999-12-31 | century   | some year of the 1900s
1XXX                  | 1000-01-01 | 1999-12-31 | interval  | a thousand years have no name here
19X5                  | 1905-01-01 | 1995-12-31 | interval  | one year of ten, not a decade
2020-02               | 2020-02-01 | 2020-02-29 | month     | 2020 is a leap year
2000-02-29            | 2000-02-29 | 2000-02-29 | day       | so was 2000, but not 1900
202X-02-29            | 2020-02-29 | 2028-02-29 | interval  | only leap years have that day
2016-05-02T16:54:59   | 2016-05-02 | 2016-05-02 | day       | the time of day is left aside
2016-05-02T01:00:00Z  | 2016-05-02 | 2016-05-02 | day       | the day is the one the text names
2016-05-02T23:00:00-12 | 2016-05-02 | 2016-05-02 | day      | whatever day it was elsewhere
2016-05-02T24:00:00   | 2016-05-02 | 2016-05-02 | day       | midnight at the end of that day
0001                  | 0001-01-01 | 0001-12-31 | year      | the first year there is
9999-12-31            | 9999-12-31 | 9999-12-31 | day       | the last day there is
"""

MASKED = """
EDTF       | earliest   | latest     | precision | because
2022-0X    | 2022-01-01 | 2022-09-30 | interval  | January to September
2022-1X    | 2022-10-01 | 2022-12-31 | interval  | October to December
2022-X2    | 2022-02-01 | 2022-12-31 | interval  | February or December
2022-X4    | 2022-04-01 | 2022-04-30 | month     | only April ends in a 4
2022-02-0X | 2022-02-01 | 2022-02-09 | interval  | the first nine days
2022-02-2X | 2022-02-20 | 2022-02-28 | interval  | to the end of that February
2022-02-X9 | 2022-02-09 | 2022-02-19 | interval  | 29 February 2022 does not exist
2022-04-3X | 2022-04-30 | 2022-04-30 | day       | April has one day in the thirties
2022-XX-31 | 2022-01-31 | 2022-12-31 | interval  | the 31st of some month
1560-XX-25 | 1560-01-25 | 1560-12-25 | interval  | the 25th of some month
156X-12-25 | 1560-12-25 | 1569-12-25 | interval  | one Christmas of ten
15XX-12-XX | 1500-12-01 | 1599-12-31 | interval  | some December of a hundred
"""

SEASONS = """
EDTF    | earliest   | latest     | precision | because
2001-21 | 2001-03-01 | 2001-05-31 | season    | spring
2001-22 | 2001-06-01 | 2001-08-31 | season    | summer
2001-23 | 2001-09-01 | 2001-11-30 | season    | autumn
2001-24 | 2001-12-01 | 2001-12-31 | season    | winter: its December, see the note below
2001-28 | 2001-12-01 | 2001-12-31 | season    | winter on the northern half of the earth
2001-29 | 2001-09-01 | 2001-11-30 | season    | spring on the southern half
2001-33 | 2001-01-01 | 2001-03-31 | season    | first quarter
2001-36 | 2001-10-01 | 2001-12-31 | season    | last quarter
2001-37 | 2001-01-01 | 2001-04-30 | season    | first third
2001-41 | 2001-07-01 | 2001-12-31 | season    | second half
"""
# Winter runs over the turn of the year and EDTF does not say which one. The suites we measure
# ourselves by count December alone. A source that says "in the winter of 2020/21" is written
# [2020-12..2021-02]: on one of these months; or 2020-12/2021-02 when it lasted.

PERIODS = """
EDTF                  | start from | start to   | end from   | end to     | because
2019-03-04/2019-03-09 | 2019-03-04 | 2019-03-04 | 2019-03-09 | 2019-03-09 | it lasted
2004-06/2006-08       | 2004-06-01 | 2004-06-30 | 2006-08-01 | 2006-08-31 | vague ends stay vague
2023-05-03/2023-05    | 2023-05-03 | 2023-05-03 | 2023-05-03 | 2023-05-31 | till some day of May
2023/2023-05-03       | 2023-01-01 | 2023-05-03 | 2023-05-03 | 2023-05-03 | began before it ended
2004-06-01/..         | 2004-06-01 | 2004-06-01 | -          | -          | open: it may last still
../2006               | -          | -          | 2006-01-01 | 2006-12-31 | open: no beginning given
2004-06-01/           | 2004-06-01 | 2004-06-01 | -          | -          | ended, nobody says when
/2006                 | -          | -          | 2006-01-01 | 2006-12-31 | began, nobody says when
2004-06-XX/2004-07-03 | 2004-06-01 | 2004-06-30 | 2004-07-03 | 2004-07-03 | from a day of June
-0300/2006            | -          | -          | 2006-01-01 | 2006-12-31 | out of the calendar
"""

SETS = """
EDTF                               | earliest   | latest     | kind   | because
[2020-01-29,2020-01-30]            | 2020-01-29 | 2020-01-30 | one_of | one of two days
{2021-12-22,2021-12-23,2021-12-24} | 2021-12-22 | 2021-12-24 | all_of | on each of three days
[1667, 1668, 1670..1672]           | 1667-01-01 | 1672-12-31 | one_of | blanks around commas pass
[..1760-12-03]                     | -          | 1760-12-03 | one_of | that day or some day before
[1760-12..]                        | 1760-12-01 | -          | one_of | that month or later
{1960,1961-12}                     | 1960-01-01 | 1961-12-31 | all_of | a year and a month
[2020-01-29]                       | 2020-01-29 | 2020-01-29 | one_of | one of one
"""

DOUBT = """
EDTF                   | earliest   | latest     | uncertain | approximate | because
2019-03-04?            | 2019-03-04 | 2019-03-04 | yes       | -           | shown, not widened
2015-11~               | 2015-11-01 | 2015-11-30 | -         | yes         | about is not a number
2015%                  | 2015-01-01 | 2015-12-31 | yes       | yes         | % says both
2004?-06-~11           | 2004-06-11 | 2004-06-11 | yes       | yes         | the year, and the day
2001-?09~-09           | 2001-09-09 | 2001-09-09 | yes       | yes         | month; year and month
2021-12-21/2021-12-24? | 2021-12-21 | 2021-12-24 | yes       | -           | one end is enough
[2020-01-29?,2020-02]  | 2020-01-29 | 2020-02-29 | yes       | -           | one member is enough
201X?                  | 2010-01-01 | 2019-12-31 | yes       | -           | in the 2010s, perhaps
"""

LEVELS = """
EDTF          | level | because
2016-05-02    | 0     | plain ISO 8601
2016/2017     | 0     | plain ISO 8601
2016?         | 1     | a mark after the whole date
2016-05-XX    | 1     | masked from the right
2016-24       | 1     | one of the four seasons
2016/..       | 1     | an open end
?2016         | 2     | a mark on one part
2016-XX-05    | 2     | masked inside
2016-36       | 2     | a quarter
2016/2017-XX  | 2     | masked within a period
[2016,2017]   | 2     | a set
"""

OF_NO_USE = """
EDTF       | refusal
0000       | It lies before the year 1, where the calendar of the record begins
-0300-05   | It lies before the year 1, where the calendar of the record begins
-0300/2006 | It lies before the year 1, where the calendar of the record begins
XXXX-XX-23 | It allows years before the year 1, where the calendar of the record begins
00XX       | It allows years before the year 1, where the calendar of the record begins
Y17E7      | A year written with Y or S has no place in the calendar: write 1950, 195X or 19XX
1950S2     | A year written with Y or S has no place in the calendar: write 1950, 195X or 19XX
../..      | Neither end is known, so the date says nothing: give at least one of them
/          | Neither end is known, so the date says nothing: give at least one of them
[..1984,2000..] | Neither end is known, so the date says nothing: give at least one of them
"""

NOT_EDTF = """
text                    | reason
2021-02-29              | 29 February 2021 does not exist: 2021 is not a leap year
2021-04-31              | 31 April 2021 does not exist: April has 30 days
2021-02-30              | 30 February 2021 does not exist: February has 28 days
190X-02-30              | 190X-02-30 names no day: February has 29 days at most
2X01-02-29              | 2X01-02-29 names no day: none of these years is a leap year
156X-09-31              | 156X-09-31 names no day: September has 30 days at most
2021-13                 | There is no month 13: months run from 01 to 12
2021-02-00              | There is no day 00: days run from 01 to 31
-0000                   | There is no year minus zero: the year before 0001 is written 0000
2016-05-02T24:00:01     | There is no time 24:00:01
2016-05-02T12:00:00-13  | Time zones run from -12:00 to +14:00
2016-05-02T12:30        | Leave the time of day out: 2016-05-02
2012/2011               | The period ends (2011) before it begins (2012)
[2012..2011]            | The run ends (2011) before it begins (2012)
2012/2013/2014          | A period has one slash, between its beginning and its end
2018-21/2018-23         | 2018-21 is a season, and a season stands alone: write the months in its \
place, 2018-03 to 2018-05
2018-24/2019            | 2018-24 is a season, and a season stands alone: write the months in its \
place, 2018-12
2001-21?                | A season is vague already and takes no ?, ~ or %: write 2001-21
?2001~                  | The year carries two marks: keep one of them; % says both ? and ~
[2001,2002              | A set that opens with [ closes with ], as its last sign
[2001/2003]             | A set holds no periods: write 1670..1672 for a run of years in it
[1999,..2001]           | '..' before a date stands at the very beginning of a set
[1999,]                 | A bracket or comma has no date beside it
20                      | 20 is not a whole year: write 20XX for the years 2000 to 2099, or all \
four digits
202                     | 202 is not a whole year: write 202X for the years 2020 to 2029, or all \
four digits
12345                   | A year of more than four digits begins with Y: Y12345
Y9999                   | Y is for years of more than four digits: 9999
199u                    | That is the notation of the draft of 2012; now it is written 199X
2004-06-01/unknown      | That is the notation of the draft of 2012; now it is written 2004-06-01/
2004-01-01/open         | That is the notation of the draft of 2012; now it is written 2004-01-01/..
1984?~                  | That is the notation of the draft of 2012; now it is written 1984%
2004-(06)?-11           | That is the notation of the draft of 2012; now it is written 2004-?06-11
y17e7                   | That is the notation of the draft of 2012; now it is written Y17E7
05.03.2022              | Day and month cannot be told apart safely here: write 2022-03-05 or \
2022-05-03, whichever the source means
03/05/2022              | Day and month cannot be told apart safely here: write 2022-05-03 or \
2022-03-05, whichever the source means
25.03.2022              | Write the year first, then month and day: 2022-03-25
2022-3-5                | Write the day as 2022-03-05
20220305                | Write the day as 2022-03-05
03.2022                 | Write the year first, then the month: 2022-03
2021/22                 | Both ends of a period need all four digits of the year: 2021/2022
2021/03                 | Write the month as 2021-03
2001/03                 | Write 2001/2003 for the two years, 2001-03 for the month
2022-03-05 14:30        | Leave the time of day out: 2022-03-05
5 March 2022            | This is not a date we can read: write 2022-03-05 for a day, 2022-03 for \
a month, 2022 for a year, 2022-03-05/2022-03-09 for a period
в марте 2022            | This is not a date we can read: write \
2022-03-05 for a day, 2022-03 for a month, 2022 for a year, 2022-03-05/2022-03-09 for a period
"""


def rows(table: str) -> list[dict[str, str | None]]:
    """The lines of a table as records; a dash alone is None."""
    head, *body = [
        [cell.strip() for cell in line.split(" | ")] for line in table.split("\n") if line
    ]
    return [
        {key: None if cell == "-" else cell for key, cell in zip(head, line, strict=True)}
        for line in body
    ]


def first_cell(row: dict[str, str | None]) -> str:
    return next(iter(row.values())) or ""


def iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


@pytest.mark.parametrize("row", rows(SPANS) + rows(MASKED) + rows(SEASONS), ids=first_cell)
def test_a_date_allows_a_span_of_days(row: dict[str, str]) -> None:
    date = parse(row["EDTF"])
    assert (iso(date.earliest), iso(date.latest)) == (row["earliest"], row["latest"])
    assert date.precision.value == row["precision"]
    assert date.kind is DateKind.MOMENT
    assert date.refusal is None


@pytest.mark.parametrize("row", rows(PERIODS), ids=first_cell)
def test_a_period_has_two_ends_and_each_keeps_its_own_vagueness(row: dict[str, str]) -> None:
    date = parse(row["EDTF"])
    assert date.kind is DateKind.PERIOD
    assert (iso(date.start_earliest), iso(date.start_latest)) == (
        row["start from"],
        row["start to"],
    )
    assert (iso(date.end_earliest), iso(date.end_latest)) == (row["end from"], row["end to"])
    assert (date.earliest, date.latest) == (date.start_earliest, date.end_latest)


@pytest.mark.parametrize("row", rows(SETS), ids=first_cell)
def test_a_set_spans_its_members(row: dict[str, str]) -> None:
    date = parse(row["EDTF"])
    assert (iso(date.earliest), iso(date.latest)) == (row["earliest"], row["latest"])
    assert date.kind.value == row["kind"]


@pytest.mark.parametrize("row", rows(DOUBT), ids=first_cell)
def test_doubt_is_kept_and_widens_nothing(row: dict[str, str]) -> None:
    date = parse(row["EDTF"])
    assert (iso(date.earliest), iso(date.latest)) == (row["earliest"], row["latest"])
    assert date.is_uncertain == (row["uncertain"] == "yes")
    assert date.is_approximate == (row["approximate"] == "yes")


@pytest.mark.parametrize("row", rows(LEVELS), ids=first_cell)
def test_a_date_knows_its_level_of_the_standard(row: dict[str, str]) -> None:
    assert parse(row["EDTF"]).level == int(row["level"])


@pytest.mark.parametrize("row", rows(OF_NO_USE), ids=first_cell)
def test_a_valid_date_may_be_of_no_use_to_the_record(row: dict[str, str]) -> None:
    told = describe(row["EDTF"])
    assert told["valid"] is True
    assert told["reason"] == parse(row["EDTF"]).refusal == row["refusal"]
    assert told["earliest"] is told["latest"] is None


@pytest.mark.parametrize("row", rows(NOT_EDTF), ids=first_cell)
def test_a_refused_text_is_told_why_and_what_to_write(row: dict[str, str]) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(row["text"])
    assert str(caught.value) == caught.value.reason == row["reason"]


@pytest.mark.parametrize(
    "text",
    [" 1863-03-29", "1863-03-29 ", "1863-03 -29", "1863-03-29\n", "\u00a01863-03-29"],
    ids=["before", "after", "within", "line end", "no-break"],
)
def test_blanks_are_refused_rather_than_trimmed(text: str) -> None:
    with pytest.raises(EdtfError, match=r"^Write it without blanks: 1863-03-29$"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2021\u201303\u201305", "2021-03-05"),
        ("199\u0425", "199X"),
        ("\u0662\u0660\u0662\u0661", "2021"),
        ("2021-03-05\u200b", "2021-03-05"),
        ("2021-03/\u2026", "2021-03/.."),
    ],
    ids=["long dash", "Cyrillic letter", "Arabic digits", "invisible sign", "ellipsis"],
)
def test_signs_that_only_look_right_are_named(text: str, meant: str) -> None:
    with pytest.raises(EdtfError, match=re.escape(f"type {meant} anew")):
        parse(text)


def test_a_text_that_is_no_date_at_all_is_cut_short() -> None:
    assert describe("")["reason"] == describe("  ")["reason"] == "The date is empty"
    assert describe("X" * 201)["reason"] == "The text is longer than 200 characters; no date is"


def test_ends_say_whether_they_are_known_open_or_unknown() -> None:
    assert (parse("2004/").start, parse("2004/").end) == (End.KNOWN, End.UNKNOWN)
    assert (parse("../2004").start, parse("../2004").end) == (End.OPEN, End.KNOWN)
    assert (parse("[..2004]").start, parse("[..2004]").end) == (End.OPEN, End.KNOWN)
    assert (parse("2004").start, parse("2004").end) == (End.KNOWN, End.KNOWN)


def test_parts_are_the_known_ends_or_the_members() -> None:
    assert [part.text for part in parse("2004-06~/..").parts] == ["2004-06~"]
    assert [part.text for part in parse("[1667, 1670..1672]").parts] == ["1667", "1670..1672"]
    assert parse("{1667,1670..1672}").parts[1].kind is DateKind.ALL_OF
    assert parse("2004").parts == ()


def test_a_period_or_set_of_one_day_is_as_precise_as_a_day() -> None:
    for text in ("2019-03-04/2019-03-04", "[2019-03-04]", "{2019-03-04,2019-03-04}"):
        assert parse(text).precision.value == "day"


def test_describe_tells_programs_the_same() -> None:
    assert describe("2015-11~") == {
        "text": "2015-11~",
        "valid": True,
        "earliest": "2015-11-01",
        "latest": "2015-11-30",
        "precision": "month",
        "level": 1,
        "reason": None,
    }
    assert describe("2015-13")["valid"] is False
    assert day_bounds("2015-11/..") == (dt.date(2015, 11, 1), None)


SIGNS_OF_EDTF = "0123456789X-/.?~%[]{},YESTZ: +u"


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=250) | st.text(alphabet=SIGNS_OF_EDTF, max_size=30))
def test_whatever_is_typed_there_is_a_date_or_a_reason(text: str) -> None:
    told = describe(text)
    assert json.loads(json.dumps(told)) == told
    assert told["valid"] or told["reason"]


DAYS = [(dt.date(1889, 1, 1) + dt.timedelta(days=number)).isoformat() for number in range(365 * 33)]


@settings(deadline=None, max_examples=200)
@given(
    year=st.sampled_from(["1896", "1900", "1904", "189X", "190X", "191X"]),
    month=st.from_regex(r"(-[01X][0-9X])?", fullmatch=True),
    day=st.from_regex(r"(-[0-3X][0-9X])?", fullmatch=True),
)
def test_the_bounds_are_the_first_and_last_day_that_fit_the_mask(
    year: str, month: str, day: str
) -> None:
    text = year + month + (day if month else "")
    mask = re.compile(text.replace("X", "[0-9]") + ".*")
    fitting = [written for written in DAYS if mask.fullmatch(written)]
    told = describe(text)
    assert told["valid"] == bool(fitting)
    if fitting:
        assert (told["earliest"], told["latest"]) == (fitting[0], fitting[-1])
