"""What a half-known date becomes where a format knows no EDTF: never more than the text says."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.exports.data.calendar_units import Reach, Stretch, known_day, reach, stretches
from timeline.exports.edition import Edition

REACHES = """
2021-05-03             | 2021-05-03 | 2021-05-03
2021-05                | 2021-05    | 2021-05
2021                   | 2021       | 2021
2021-05-03~            | 2021-05-03 | 2021-05-03
2016-?05               | 2016-05    | 2016-05
2017-22                | 2017       | 2017
2016-XX                | 2016       | 2016
2016-05-2X             | 2016-05    | 2016-05
201X                   | 2010       | 2019
2017/2018-01           | 2017       | 2018-01
2018-12~/2019-01-14    | 2018-12    | 2019-01-14
2025-05-13/..          | 2025-05-13 |
2021-12-22/            | 2021-12-22 |
/2020                  |            | 2020
[2019-11-05,2019-11-06]| 2019-11-05 | 2019-11-06
[2025,2024]            | 2024       | 2025
[..2016]               |            | 2016
[2016..]               | 2016       |
{2016,2016-03}         | 2016       | 2016
"""


@pytest.mark.parametrize("line", REACHES.strip().splitlines())
def test_a_date_reaches_from_its_first_unit_to_its_last(line: str) -> None:
    edtf, first, last = (part.strip() or None for part in line.split("|"))

    assert reach(edtf) == Reach(first, last)


def test_ends_that_are_open_or_unknown_are_no_dates() -> None:
    assert stretches("2021-12-22/")[0].end is None
    assert stretches("../2020")[0].start is None
    assert reach(None) == Reach(None, None)
    assert Reach(None, None).single is None


def test_one_of_several_may_have_begun_and_ended_with_any() -> None:
    (one,) = stretches("[2020-03..2020-04]")

    assert one == Stretch(one.start, one.start)
    assert one.start is not None
    assert (one.start.first, one.start.last) == ("2020-03", "2020-04")


def test_all_of_several_are_several() -> None:
    assert len(stretches("{2016,2018}")) == 2


@pytest.mark.parametrize("edtf", ["2021-05-03~", "2021-05-03?", "2021-05", "[2021-05-03]", None])
def test_a_day_is_known_only_where_the_text_is_that_day(edtf: str | None) -> None:
    assert known_day("2021-05-03") == dt.date(2021, 5, 3)
    assert known_day(edtf) is None


def test_no_part_is_named_that_the_record_does_not_hold(everything: Edition) -> None:
    dates = {row.date_edtf for row in everything.article.events if row.date_edtf}
    dates |= {source.published_edtf for source in everything.article.table_sources} - {None, ""}

    for edtf in dates:
        assert edtf is not None
        for part in (reach(edtf).first, reach(edtf).last):
            assert part is None or part in edtf
