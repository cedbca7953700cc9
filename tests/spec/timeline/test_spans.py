"""A date allows days: some are certain, some only possible, and an open end has no bound."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from timeline.chronology.span import span_of
from timeline.model.edtf import describe, parse

SPANS = """
EDTF                     | possible from | possible until | certain from | certain until | because
2020-03-04               | 2020-03-04    | 2020-03-04     | 2020-03-04   | 2020-03-04    | a day is a day
2020-03                  | 2020-03-01    | 2020-03-31     | -            | -             | some day of the month, no day is certain
[2020-03-04,2020-03-05]  | 2020-03-04    | 2020-03-05     | -            | -             | one of two days
2023-08-20/2023-11-20    | 2023-08-20    | 2023-11-20     | 2023-08-20   | 2023-11-20    | it lasted, and both ends are known
2020/2022                | 2020-01-01    | 2022-12-31     | 2020-12-31   | 2022-01-01    | whatever the ends turn out to be, 2021 is certain
2020-03/2020-04          | 2020-03-01    | 2020-04-30     | 2020-03-31   | 2020-04-01    | the turn of the month is certain
2020/2020                | 2020-01-01    | 2020-12-31     | -            | -             | two vague ends that overlap leave nothing certain
2025-05-13/..            | 2025-05-13    | -              | 2025-05-13   | 2025-05-13    | it goes on; only its first day is certain by itself
2025-05/..               | 2025-05-01    | -              | 2025-05-31   | 2025-05-31    | under way by the end of May at the latest
2021-12-22/              | 2021-12-22    | -              | 2021-12-22   | 2021-12-22    | it ended, nobody says when
2019-03-04?              | 2019-03-04    | 2019-03-04     | -            | -             | a doubtful day is drawn where it is, and is not certain
2019-03-04~              | 2019-03-04    | 2019-03-04     | -            | -             | neither is one that is about right
2023-08-20?/2023-11-20   | 2023-08-20    | 2023-11-20     | 2023-11-20   | 2023-11-20    | its beginning is doubtful; the day it ended is not
2023-08-20/2023-11-20?   | 2023-08-20    | 2023-11-20     | 2023-08-20   | 2023-08-20    | its end is doubtful; the day it began is not
2023-08-20?/2023-11-20?  | 2023-08-20    | 2023-11-20     | -            | -             | both are doubtful
2022-08/2023-01?         | 2022-08-01    | 2023-01-31     | -            | -             | it may have ended before August did
2022-08?/2023-01         | 2022-08-01    | 2023-01-31     | -            | -             | it may have begun after January did
2021?/..                 | 2021-01-01    | -              | -            | -             | by itself it says no more than the report that it goes on
2018-12~/2019-01-14      | 2018-12-01    | 2019-01-14     | 2018-12-31   | 2019-01-14    | about right is right about the days between
../2016                  | -             | 2016-12-31     | -            | -             | begun before anyone noticed
"""

ROWS = [[cell.strip() for cell in line.split("|")] for line in SPANS.strip().splitlines()[1:]]


@pytest.mark.parametrize(
    ("text", "possible_from", "possible_until", "certain_from", "certain_until"),
    [row[:5] for row in ROWS],
    ids=[row[5] for row in ROWS],
)
def test_span(
    text: str, possible_from: str, possible_until: str, certain_from: str, certain_until: str
) -> None:
    span = span_of(parse(text))
    found = [
        day.isoformat() if day else "-"
        for day in (span.possible_from, span.possible_until, span.certain_from, span.certain_until)
    ]
    assert found == [possible_from, possible_until, certain_from, certain_until]


PARTS = [
    day + doubt
    for day in ("2021", "2021-06", "2021-06-04", "2021-06-2X", "2022-01-01", "202X")
    for doubt in ("", "?", "~", "%")
]
RUNS = ["2021-06-01..2021-06-05", "2021-06..2021-08", "2021..2022", "2021-06-01..", "..2021-06-01"]


@pytest.mark.parametrize(
    "form", ["{}", "{}/{}", "{}/..", "{}/", "/{}", "[{},{}]", "{{{},{}}}", "{{{}}}"]
)
def test_certain_days_are_possible_ones_and_have_two_ends(form: str) -> None:
    members = [*PARTS, *RUNS] if form[0] in "[{" and form != "{}" else PARTS
    tried = 0
    for one, other in itertools.product(members, members):
        text = form.format(one, other)
        if describe(text)["reason"] is not None:
            continue
        whole = span_of(parse(text))
        for span in (whole, *whole.members):
            tried += 1
            first, last = span.certain_days(None)
            assert (first, last) == (span.certain_from, span.certain_until), text
            if first is not None and last is not None:
                assert (span.possible_from or first) <= first <= last, text
                assert last <= (span.possible_until or last), text
            reported = dt.date(2025, 1, 1)
            since, until = span.certain_days(reported)
            assert (until == reported) or not (span.is_ongoing and since), text
    assert tried > 20


def test_of_several_days_each_is_meant_and_none_between_them() -> None:
    span = span_of(parse("{2021-06-20,2021-06-01,2021-06-05}"))
    assert [one.certain_from for one in span.members] == [
        dt.date(2021, 6, day) for day in (1, 5, 20)
    ]
    assert all(one.is_known_day for one in span.members)
    assert span.certain_from is None

    one, run, month = span_of(parse("{2021-06-01?,2021-06-05..2021-06-09,2021-08}")).members
    assert not one.is_known_day
    assert (run.certain_from, run.certain_until) == (dt.date(2021, 6, 5), dt.date(2021, 6, 9))
    assert month.certain_from is None
    assert not span_of(parse("[2021-06-01,2021-06-05]")).members, "one of them, not each"
    assert span_of(parse("{2021-06-01..2021-06-05}")).certain_until == dt.date(2021, 6, 5)
    assert span_of(parse("{2021-06..2021-08}")).certain_from is None


def test_what_goes_on_is_certain_until_the_report_and_had_begun_by_then() -> None:
    def certain(text: str, reported: str) -> list[str]:
        days = span_of(parse(text)).certain_days(dt.date.fromisoformat(reported))
        return [day.isoformat() for day in days if day]

    assert certain("2025-05-13/..", "2026-02-27") == ["2025-05-13", "2026-02-27"]
    assert certain("2025-05?/..", "2026-02-27") == ["2026-02-27", "2026-02-27"]
    assert certain("2025-05/..", "2025-05-10") == ["2025-05-10", "2025-05-10"]
    assert certain("2025-05-13", "2026-02-27") == ["2025-05-13", "2025-05-13"]


def test_an_open_end_goes_on_and_an_unknown_end_does_not() -> None:
    assert span_of(parse("2021-12-22/..")).is_ongoing
    unknown = span_of(parse("2021-12-22/"))
    assert not unknown.is_ongoing
    assert unknown.has_unknown_end
