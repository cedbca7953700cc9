"""Two half-known dates allow a least and a most number of days between them; both are said."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.chronology.offset import (
    Bounds,
    any_of,
    beginning,
    ending,
    first_of,
    offset,
    offset_from_first,
)
from timeline.i18n.catalog import catalog
from timeline.i18n.offset_words import day_number_words, offset_words
from timeline.model.edtf import parse

APART = """
from                    | to                      | least | most | words | because
2020-03-04              | 2020-03-12              | 8     | 8    | 8 days after | both days are known
2020-03-04              | 2020-03-05              | 1     | 1    | 1 day after | one day is one day
2020-03-04              | 2020-03-04              | 0     | 0    | the same day | the same day
2020-03-12              | 2020-03-04              | -8    | -8   | 8 days before | it came first
2020-03-04              | 2020-04                 | 28    | 57   | between 28 and 57 days after | the source gave only the month
2020-03                 | 2020-04-10              | 10    | 40   | between 10 and 40 days after | day 0 is a month wide
2020-03                 | 2020-03                 | -30   | 30   | between 30 days before and 30 days after | the same month: nobody knows which came first
2020-03                 | 2020-04                 | 1     | 60   | between 1 and 60 days after | the next month is at least a day later
2020-03-31              | 2020-03                 | -30   | 0    | up to 30 days before | the month that ends on that day
2020-03-01              | 2020-03                 | 0     | 30   | up to 30 days after | the month that begins on that day
2020-03-01              | [2020-03-01,2020-03-02] | 0     | 1    | the same day or 1 day after | one of two days
2020                    | 2019-12                 | -396  | -1   | between 1 and 396 days before | a vague year after a vague month
2020-03-04              | 2020-03-04/2020-06      | 0     | 0    | the same day | a period is where it began
2020-01/2020-02         | 2020-03-01              | 30    | 60   | between 30 and 60 days after | counted from its beginning, not its end
2020-03-04              | 2020-03~                | -3    | 27   | between 3 days before and 27 days after (a date is approximate) | about right stays about right
2020-03-04              | 2020-03-12~             | 8     | 8    | about 8 days after | about a day
2020-03-04              | 2020-03-05?             | 1     | 1    | 1 day after (uncertain) | a doubt is passed on
2020-03-04              | ../2020-05-01           | -     | -    | not known how long before or after | a beginning nobody noticed
2020-03-04              | [2020-05-01..]          | 58    | -    | at least 58 days after | not before that day
2020-03-04              | [..2020-03-01]          | -     | -3   | at least 3 days before | by that day
2020-03-04              | [2020-03-04..]          | 0     | -    | the same day or later | not before day 0 itself
2020-03-04              | [..2020-03-04]          | -     | 0    | the same day or earlier | by day 0 itself
2020-03-04              | [..2020-03-10]          | -     | 6    | at most 6 days after, perhaps before | an upper bound alone
2020-03-04              | [2020-03-01..]          | -3    | -    | at most 3 days before, perhaps after | a lower bound alone
2020-01-01              | 2022-12-31              | 1095  | 1095 | 1,095 days after (about 3 years) | long counts are said in years too
2020-01-01              | 2022                    | 731   | 1095 | between 731 and 1,095 days after (about 2 to 3 years) | and as a range
2020-01-01              | [2020-01-31..2022-12-31] | 30   | 1095 | between 30 and 1,095 days after (at most about 3 years) | only the far end is years away
2024-02-28              | 2024-03-01              | 2     | 2    | 2 days after | a leap year has its day
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()[1:]]


def days(text: str) -> int | None:
    return None if text == "-" else int(text)


def day(text: str) -> dt.date | None:
    return None if text == "-" else dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("since", "until", "least", "most", "words"),
    [row[:5] for row in rows(APART)],
    ids=[row[5] for row in rows(APART)],
)
def test_days_between(since: str, until: str, least: str, most: str, words: str) -> None:
    found = offset(beginning(parse(since)), beginning(parse(until)))

    assert (found.least, found.most) == (days(least), days(most))
    assert offset_words(found, catalog()) == words


ENDS = """
date              | reported   | earliest   | latest     | because
2020-03-04        | -          | 2020-03-04 | 2020-03-04 | a moment ends when it happens
2020-03           | -          | 2020-03-01 | 2020-03-31 | some moment within the month
2020-03-04/2020-06| -          | 2020-06-01 | 2020-06-30 | the end is known to the month
2020-03-04/..     | 2020-09-01 | 2020-09-01 | -          | it goes on as last reported
2020-03-04/..     | -          | 2020-03-04 | -          | it goes on, and no report is dated
2020-03-04/       | 2020-09-01 | 2020-03-04 | -          | it ended, nobody says when; a later report does not say that it lasted
../2020-03-04     | -          | 2020-03-04 | 2020-03-04 | only the beginning is open
{2020-01-01,2020-03-01} | -    | 2020-03-01 | 2020-03-01 | on each of these days, the last ends it
"""


@pytest.mark.parametrize(
    ("text", "reported", "earliest", "latest"),
    [row[:4] for row in rows(ENDS)],
    ids=[row[4] for row in rows(ENDS)],
)
def test_when_it_ended(text: str, reported: str, earliest: str, latest: str) -> None:
    found = ending(parse(text), reported_until=day(reported))

    assert (found.earliest, found.latest) == (day(earliest), day(latest))


def test_what_happened_on_each_of_several_days_began_on_the_first() -> None:
    found = beginning(parse("{2020-01-01,2020-03-01}"))

    assert (found.earliest, found.latest) == (dt.date(2020, 1, 1), dt.date(2020, 1, 1))


FIRST = """
days                                  | earliest   | latest     | because
2020-03-04                            | 2020-03-04 | 2020-03-04 | there is only one
2020-03-04 ; 2021-05-06               | 2020-03-04 | 2020-03-04 | the earlier of two
2020-03 ; 2020-03-20                  | 2020-03-01 | 2020-03-20 | the month may hold an earlier day, and no later one than the other
2020 ; 2020-02                        | 2020-01-01 | 2020-02-29 | a vague year may hide an earlier one, the month sets the end
2020-03-10 ; [..2020-01-05]           | -          | 2020-01-05 | nobody says how early the other was
2020-03-10 ; [2020-04-01..]           | 2020-03-10 | 2020-03-10 | the other came later, however late
[2020-01-01..]                        | 2020-01-01 | -          | nobody says how late it was
"""


@pytest.mark.parametrize(
    ("texts", "earliest", "latest"),
    [row[:3] for row in rows(FIRST)],
    ids=[row[3] for row in rows(FIRST)],
)
def test_the_first_of_several(texts: str, earliest: str, latest: str) -> None:
    found = first_of(beginning(parse(text.strip())) for text in texts.split(";"))

    assert (found.earliest, found.latest) == (day(earliest), day(latest))


def test_only_what_may_have_been_the_first_lends_its_doubt() -> None:
    early, late = beginning(parse("2020-03-04")), beginning(parse("2021?"))

    assert not first_of([early, late]).is_uncertain
    assert first_of([beginning(parse("2020-03?")), early]).is_uncertain


def test_when_sources_differ_every_date_said_may_be_right() -> None:
    either = any_of(beginning(parse(text)) for text in ("2020-03-12", "2020-03-04", "2020-05"))
    found = offset(beginning(parse("2020-03-01")), either)

    assert (found.least, found.most) == (3, 91)
    assert any_of([either, Bounds(None, dt.date(2020, 6, 1))]).earliest is None


def test_none_of_several_came_before_the_first_of_them() -> None:
    month, certain = beginning(parse("2020-03")), beginning(parse("2020-03-10"))
    first = first_of([month, certain])

    assert (first.earliest, first.latest) == (dt.date(2020, 3, 1), dt.date(2020, 3, 10))
    found = offset_from_first(first, month)
    assert (found.least, found.most) == (0, 30)
    assert offset_from_first(first, Bounds(None, None)).least == 0


def test_a_period_that_is_day_zero_lasted_from_its_least_to_its_most() -> None:
    date = parse("2020-03/2020-04")
    found = offset_from_first(beginning(date), ending(date))

    assert (found.least, found.most) == (1, 60)


def test_a_doubt_about_the_end_of_a_period_is_none_about_its_beginning() -> None:
    date = parse("2022-08/2023-01?")

    assert not beginning(date).is_uncertain
    assert ending(date).is_uncertain
    assert beginning(parse("2022-08~/2023-01")).is_approximate
    assert not ending(parse("2022-08~/2023-01")).is_approximate


def test_no_answer_has_no_bounds() -> None:
    with pytest.raises(ValueError, match="no answer"):
        any_of([])
    with pytest.raises(ValueError, match="first of nothing"):
        first_of([])


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2020-03-04", "2020-03-12", "day 8"),
        ("2020-03-12", "2020-03-04", "day −8"),
        ("2020-03-04", "2023-01-01", "day 1,033"),
        ("2020-03-04", "2020-04", "day 28 to 57"),
        ("2020-03-04", "[2020-05-01..]", "day 58 or later"),
        ("2020-03-04", "[..2020-03-01]", "day −3 or earlier"),
        ("2020-03-04", "2020-03-12~", "about day 8"),
        ("2020-03-04", "../2020-05-01", "not known how long before or after"),
    ],
)
def test_a_label_is_short(since: str, until: str, words: str) -> None:
    found = offset(beginning(parse(since)), beginning(parse(until)))

    assert day_number_words(found, catalog()) == words


def test_the_doubt_about_a_day_is_counted_in_days() -> None:
    assert beginning(parse("2020-03")).doubt_days == 30
    assert beginning(parse("2020-03-04")).doubt_days == 0
    assert beginning(parse("[2020-03-04..]")).doubt_days is None
    assert beginning(parse("2020-03-04")).is_one_day
    assert not Bounds(None, None).is_one_day
