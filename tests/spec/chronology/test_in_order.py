"""What stands in an order bounds what nobody dates; on a day it is not yet, possible or over."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.chronology.in_order import Days, Moment, bounded_by_order


def day(text: str) -> dt.date | None:
    return None if text == "?" else dt.date.fromisoformat(text)


def days(text: str) -> Days:
    first, last = text.split("..")
    return Days(day(first), day(last))


BOUNDED = """
given                                                    | becomes                                                  | because
2020-01-01..2020-01-31, ?..?, 2020-06-01..2020-06-30     | 2020-01-01..2020-01-31, 2020-01-01..2020-06-30, 2020-06-01..2020-06-30 | it lies between its neighbours
?..?, 2020-06-01..2020-06-30                             | ?..2020-06-30, 2020-06-01..2020-06-30                    | nothing earlier bounds it
2020-06-01..2020-06-30, ?..?                             | 2020-06-01..2020-06-30, 2020-06-01..?                    | nothing later bounds it
2020-06-01..2020-06-30, 2020-01-01..2020-01-31           | 2020-06-01..2020-06-30, 2020-01-01..2020-01-31           | what somebody says is not corrected
?..?                                                     | ?..?                                                     | nothing is made up
2020-05-01..?, 2020-03-01..2020-04-01, ?..?              | 2020-05-01..2020-04-01, 2020-03-01..2020-04-01, 2020-05-01..? | the latest beginning counts
"""


@pytest.mark.parametrize("row", BOUNDED.strip().splitlines()[1:])
def test_an_order_bounds_what_nobody_dates(row: str) -> None:
    given, becomes, because = (cell.strip() for cell in row.split("|"))
    found = bounded_by_order(days(one.strip()) for one in given.split(","))
    assert found == tuple(days(one.strip()) for one in becomes.split(",")), because


MOMENTS = """
days                   | on         | is       | because
2020-01-10..2020-01-20 | 2020-01-09 | not_yet  | the day before its first
2020-01-10..2020-01-20 | 2020-01-10 | possible | its first day
2020-01-10..2020-01-20 | 2020-01-19 | possible | the day before its last
2020-01-10..2020-01-20 | 2020-01-20 | done     | its last day
2020-01-10..2020-01-10 | 2020-01-10 | done     | a single day is over with the day
2020-01-10..?          | 2030-01-01 | possible | nobody says that it ended
?..2020-01-20          | 1990-01-01 | possible | nobody says how early
?..?                   | 2020-01-01 | possible | nothing is known
"""


@pytest.mark.parametrize("row", MOMENTS.strip().splitlines()[1:])
def test_what_has_no_day_of_its_own_is_possible_until_it_is_sure(row: str) -> None:
    given, on, moment, because = (cell.strip() for cell in row.split("|"))
    assert days(given).at(dt.date.fromisoformat(on)) is Moment(moment), because
