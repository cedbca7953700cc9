"""A single EDTF date: which days of the calendar its text allows.

Covers everything between two slashes or two commas; intervals and sets are put
together in `edtf`, the only door to all this for the rest of the house.
Years are astronomical (0000 is the year before 0001) and the calendar is the
Gregorian one throughout, as ISO 8601 has it.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TypeAlias

from timeline.model.vocabulary import DatePrecision

Day: TypeAlias = tuple[int, int, int]
"""Year, month, day. Unlike datetime.date it reaches before year 1, so that bounds compare there."""

SEASON_MONTHS: dict[str, tuple[int, int]] = {
    # Winter spans two years; as the reference suite has it, it is counted as its December.
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12),
    # The same on the northern and then on the southern half of the earth.
    "25": (3, 5), "26": (6, 8), "27": (9, 11), "28": (12, 12),
    "29": (9, 11), "30": (12, 12), "31": (3, 5), "32": (6, 8),
    # Quarters, thirds and halves of a year.
    "33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12),
    "37": (1, 4), "38": (5, 8), "39": (9, 12), "40": (1, 6), "41": (7, 12),
}  # fmt: skip
"""First and last month of every EDTF season code."""

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = tuple(range(1, 13))
_FEBRUARY = 2

_DATE = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)"
    r"(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?)?)?"
)
_TIME = re.compile(
    r"(?P<day>-?[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?P<fraction>\.[0-9]+)?"
    r"(?:Z|(?P<sign>[+-])(?P<offset_hours>[0-9]{2})(?::?(?P<offset_minutes>[0-9]{2}))?)?"
)
_LONG_YEAR = re.compile(r"Y-?[1-9][0-9]{4,}(S[1-9][0-9]*)?")
_EXPONENT_YEAR = re.compile(r"Y-?[1-9][0-9]*E[1-9][0-9]*(?:S[1-9][0-9]*)?")
_ESTIMATED_YEAR = re.compile(r"(-?[0-9]{4})S[1-9][0-9]*")
_RIGHTMOST_X = re.compile(
    r"-?[0-9]{2}[0-9X]X|-?[0-9]{4}-XX(?:-XX)?|-?[0-9]{4}-[0-9]{2}-XX|XXXX(?:-XX){0,2}"
)
"""What level 1 allows to be masked; any other X is level 2."""

NOT_A_DATE = (
    "This is not a date we can read: write 2022-03-05 for a day, 2022-03 for a month, "
    "2022 for a year, 2022-03-05/2022-03-09 for a period"
)


class EdtfError(ValueError):
    """The text is not EDTF; `reason` is a sentence for the person who typed it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Single:
    """What the text of one date says."""

    level: int
    precision: DatePrecision
    first: Day | None
    last: Day | None
    """Inclusive. Both None for the Y and S notations, whose years may have millions of digits."""
    is_uncertain: bool = False
    is_approximate: bool = False
    has_time: bool = False


def read_single(text: str) -> Single:
    """One date, with or without marks, masked digits, season, time of day or long year.

    A time of day is checked and then left aside: the day is the one the text
    names, in the text's own time zone, and T24:00:00 still belongs to that day.
    """
    match = _DATE.fullmatch(text)
    if match is None:
        return _read_rarer_form(text)
    mark_before, year, mark_after, month, day = match.groups()
    if year == "-0000":
        raise EdtfError("There is no year minus zero: the year before 0001 is written 0000")
    if mark_before and mark_after:
        raise EdtfError("The year carries two marks: keep one of them; % says both ? and ~")
    is_uncertain = "?" in text or "%" in text
    is_approximate = "~" in text or "%" in text
    is_marked = is_uncertain or is_approximate
    if month in SEASON_MONTHS:
        return _read_season(text, year, month, day, is_marked=is_marked)
    level = 0
    if is_marked:
        level = 1 if text[-1] in "?~%" and not _is_marked(text[:-1]) else 2
    if "X" in text:
        plain = text.translate(_WITHOUT_MARKS) if is_marked else text
        level = max(level, 1 if _RIGHTMOST_X.fullmatch(plain) else 2)
    first, last = _day_bounds(year, month, day)
    return Single(
        level=level,
        precision=_precision(year, month, day, first, last),
        first=first,
        last=last,
        is_uncertain=is_uncertain,
        is_approximate=is_approximate,
    )


_WITHOUT_MARKS = str.maketrans("", "", "?~%")


def _is_marked(text: str) -> bool:
    return "?" in text or "~" in text or "%" in text


def _read_season(text: str, year: str, code: str, day: str | None, *, is_marked: bool) -> Single:
    if day is not None:
        raise EdtfError(f"{code} in place of a month means a season, and a season has no days")
    if "X" in year:
        raise EdtfError("A season needs a year without X")
    if is_marked:
        plain = text.translate(_WITHOUT_MARKS)
        raise EdtfError(f"A season is vague already and takes no ?, ~ or %: write {plain}")
    first_month, last_month = SEASON_MONTHS[code]
    number = int(year)
    return Single(
        level=1 if code <= "24" else 2,
        precision=DatePrecision.SEASON,
        first=(number, first_month, 1),
        last=(number, last_month, days_in_month(number, last_month)),
    )


def _read_rarer_form(text: str) -> Single:
    match = _TIME.fullmatch(text)
    if match is not None:
        _check_time(match)
        day = read_single(match["day"])
        return Single(day.level, day.precision, day.first, day.last, has_time=True)
    match = _LONG_YEAR.fullmatch(text)
    if match is not None:
        return Single(2 if match[1] else 1, DatePrecision.YEAR, None, None)
    match = _ESTIMATED_YEAR.fullmatch(text)
    if _EXPONENT_YEAR.fullmatch(text) or (match is not None and match[1] != "-0000"):
        return Single(2, DatePrecision.YEAR, None, None)
    if text[:1] == "Y":
        raise EdtfError("Y stands before a year of more than four digits and nothing else")
    if re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}T", text):
        raise EdtfError(
            "A time is written in full, as in 2016-05-02T16:54:59 or with +03:00 after it; "
            "the day alone is enough"
        )
    if re.fullmatch("-?[0-9X?~%]{1,3}(?:-[0-9X?~%]*)*", text):
        raise EdtfError("A date begins with all four digits of its year, as in 2022-03")
    raise EdtfError(NOT_A_DATE)


_FURTHEST_OFFSET_MINUTES = {"+": 14 * 60, "-": 12 * 60}


def _check_time(time: re.Match[str]) -> None:
    hour, minute, second, fraction = time["hour"], time["minute"], time["second"], time["fraction"]
    is_midnight = hour == "24" and minute == second == "00" and fraction is None
    if not is_midnight and (hour > "23" or minute > "59" or second > "59"):
        raise EdtfError(f"There is no time {hour}:{minute}:{second}{fraction or ''}")
    if time["sign"] is None:
        return
    offset_minutes = time["offset_minutes"] or "00"
    offset = int(time["offset_hours"]) * 60 + int(offset_minutes)
    if offset_minutes > "59" or offset > _FURTHEST_OFFSET_MINUTES[time["sign"]]:
        raise EdtfError("Time zones run from -12:00 to +14:00")
    if time["sign"] == "-" and offset == 0:
        raise EdtfError("There is no time zone -00:00: write Z or +00:00")


def days_in_month(year: int, month: int) -> int:
    """How many days the month has, in any year, also before year 1."""
    is_leap_february = month == _FEBRUARY and isleap(year)
    return 29 if is_leap_february else _MONTH_LENGTHS[month - 1]


def _day_bounds(year: str, month: str | None, day: str | None) -> tuple[Day, Day]:
    months = _MONTHS if month is None else _numbers(month, 12)
    if not months:
        raise EdtfError(f"There is no month {month}: months run from 01 to 12")
    days = None if day is None or day == "XX" else _numbers(day, 31)
    if days is not None and not days:
        raise EdtfError(f"There is no day {day}: days run from 01 to 31")
    # 2000 is a leap year: what it lacks, every year lacks, and masked years need no search.
    if days is None or any(days[0] <= days_in_month(2000, number) for number in months):
        first = _first_day(_years(year, from_last=False), months, days)
        if first is not None:
            last = _last_day(_years(year, from_last=True), months, days)
            return first, last or first
    raise EdtfError(_why_no_day(year, month, day))


def _first_day(
    years: Iterator[int], months: tuple[int, ...], days: tuple[int, ...] | None
) -> Day | None:
    for year in years:
        for month in months:
            if days is None:
                return year, month, 1
            if days[0] <= days_in_month(year, month):
                return year, month, days[0]
    return None


def _last_day(
    years: Iterator[int], months: tuple[int, ...], days: tuple[int, ...] | None
) -> Day | None:
    for year in years:
        for month in reversed(months):
            length = days_in_month(year, month)
            if days is None:
                return year, month, length
            for day in reversed(days):
                if day <= length:
                    return year, month, day
    return None


def _years(mask: str, *, from_last: bool) -> Iterator[int]:
    """Every year the mask allows, one by one: XXXX alone allows ten thousand."""
    if "X" not in mask:
        return iter((int(mask),))
    is_negative = mask[0] == "-"
    largest_first = from_last != is_negative
    any_digit = "9876543210" if largest_first else "0123456789"
    choices = (any_digit if digit == "X" else digit for digit in mask.lstrip("-"))
    sign = -1 if is_negative else 1
    return (sign * int("".join(digits)) for digits in product(*choices))


@cache
def _numbers(mask: str, highest: int) -> tuple[int, ...]:
    """The months or days a two-digit mask allows: 0X is 1 to 9, 1X up to the highest there is."""
    return tuple(
        number
        for number in range(1, highest + 1)
        if all(wanted in ("X", digit) for wanted, digit in zip(mask, f"{number:02}", strict=True))
    )


def _precision(
    year: str, month: str | None, day: str | None, first: Day, last: Day
) -> DatePrecision:
    if first == last:
        return DatePrecision.DAY
    if day is not None and day != "XX":
        return DatePrecision.INTERVAL
    if month is not None and month != "XX":
        # Neither several months (0X) nor the same month of several years is one month.
        is_one_month = first[:2] == last[:2]
        return DatePrecision.MONTH if is_one_month else DatePrecision.INTERVAL
    stem = year.rstrip("X")
    if "X" in stem:
        return DatePrecision.INTERVAL
    return _PRECISION_BY_MASKED_DIGITS.get(len(year) - len(stem), DatePrecision.INTERVAL)


_PRECISION_BY_MASKED_DIGITS = {
    0: DatePrecision.YEAR,
    1: DatePrecision.DECADE,
    2: DatePrecision.CENTURY,
}


def _why_no_day(year: str, month: str | None, day: str | None) -> str:
    text = "-".join(part for part in (year, month, day) if part is not None)
    if month is None or day is None or "X" in month:
        return f"{text} names no day of the calendar"
    name = _MONTH_NAMES[int(month) - 1]
    is_leap_day = month == "02" and day == "29"
    if "X" in year + day:
        if is_leap_day:
            return f"{text} names no day: none of these years is a leap year"
        return f"{text} names no day: {name} has {days_in_month(2000, int(month))} days at most"
    said = f"{int(day)} {name} {year} does not exist"
    if is_leap_day:
        return f"{said}: {year} is not a leap year"
    return f"{said}: {name} has {days_in_month(int(year), int(month))} days"
