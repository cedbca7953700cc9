"""How many days somebody was held, at least and at most: the rule, as stories with their bounds.

'least' and 'most' are the total; a dash means that the most is not known.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.person_builders import story
from timeline.chronology.custody import custody_of
from timeline.chronology.custody_spell import Ending

BOUNDS = """
story                                                                       | least | most | because
detention@cell 2020-03-04/2020-03-10                                        | 7     | 7    | first and last day both count
detention@cell 2020-03-04; release@cell 2020-03-10                          | 7     | 7    | from the detention to the release
detention@cell 2020-03-04; release@cell 2020-03-04                          | 1     | 1    | held for a part of one day
detention@cell 2020-03; release@cell 2020-04                                | 2     | 61   | the turn of the month is certain
detention@cell 2020-03; release@cell [2020-03..2020-04]                     | 1     | 61   | perhaps released on the day it began
imprisonment@land 2020/2022                                                 | 367   | 1096 | whatever the ends turn out to be
imprisonment@land 2020/2022; release@land 2021-12                           | 336   | 1096 | end and release exclude each other, so both are allowed
imprisonment@land 2020/2022; release@land 2022-06                           | 518   | 912  | a release within the stated end narrows it
detention@cell 2020-03-04; detention@cell 2020-03-04/2020-03-10             | 7     | 7    | the beginning is not counted again
detention@cell 2020-03-04/2020-03-10; torture@cell 2020-03-05               | 7     | 7    | nor is what happened meanwhile
detention@cell 2020-03-04; torture 2020-03-05; release@cell 2020-03-10          | 7     | 7    | torture belongs to a detention without a stated end as well
detention@cell 2020-03-04; release@cell 2020-03-10; torture@cell 2020-05-01     | 8     | -    | unless the person was free in between
torture 2020-05-01                                                              | 1     | -    | whoever is tortured is held
detention@cell 2020-03-04/2020-03-10; detention@cell 2020-03-08/2020-03-12  | 9     | 9    | days that two reports share count once
detention@cell 2020-03-04/2020-03-10; detention@far-town 2020-05-01/2020-05-02 | 9  | 9    | two times in custody
detention@cell 2020-03-04                                                   | 1     | -    | nobody says when it ended
abduction@cell 2020-03                                                      | 1     | -    | on some day of March at the least
disappearance@town 2020-03                                                  | 1     | -    | not seen again is no end
detention@cell 2020-03-04; arrival@far-town 2020-03-20                      | 1     | 17   | free at the latest when arriving abroad
detention@cell 2020-03-04; arrival@far-town 2020-03-20 unverified           | 1     | -    | an unconfirmed report sets no bound
detention@cell 2020-03; arrival@far-town 2020-03                            | 1     | -    | which of the two came first is not known
detention@cell 2020-03-04; own_flight land>far-land left=2020-03-20         | 1     | 17   | nobody flees who is held
detention@cell 2020-03-04; extradition land>far-land left=2020-03-20        | 1     | -    | whoever is handed over is not free
detention@cell 2020-03-04; residence@far-town 2021/2022                     | 1     | 668  | free when living somewhere, at the latest on the last day it can have begun
detention@cell 2020-03-04/.. until=2020-03-31                               | 28    | 28   | counted to the last report
detention@cell 2020-03/.. until=2020-03-31                                  | 1     | 31   | begun by the end of March
detention@cell 2020-03-04/.. until=2020-03-31; release@cell 2020-04-10      | 38    | 38   | a release ends what was reported to go on
detention@cell 2020-03-04/2020-05-10?                                       | 1     | 68   | an uncertain end makes no day certain
detention@cell 2020-03-04/2020-05-10?; release@cell 2020-04                 | 29    | 68   | the doubtful end is one of two that may be
detention@cell 2020-03-04/                                                  | 1     | -    | it ended, nobody says when
detention@cell 2020-03-04/2020-03-10 or=2020-03-06/2020-03-12               | 5     | 9    | sources differ: both are allowed
abduction@cell 2020-02 or=2020-03; release@town 2020-03                     | 1     | 60   | the release at the town is one from the cell in it
abduction 2020-03; imprisonment@land 2020-02/2020-04                        | 33    | -    | a seizure may fall into the time, and yet nobody says how long it lasted
abduction 2021; imprisonment@land 2020-02/2020-04; arrival@far-town 2022-01-01 | 34 | 456  | or not, and then it was a day more
departure@cell 2020-05-03; detention@cell 2020-04-28                        | 6     | 6    | getting away from the cell is an end
departure@cell 2021-05-03; detention@cell 2020-04-28/2020-05-01             | 4     | 4    | leaving it a year later is not
departure@land 2020-05-03; detention@land 2020-04-28/2020-05-01             | 4     | 4    | leaving the country says nothing of the cell
imprisonment@far-town 2020/2020-08-31; own_flight land>far-land came=2020-03-01 | 1 | 184  | not before the journey there
imprisonment@town 2020-03-01/2020; own_flight land>far-land left=2020-06-30     | 1 | 122  | not after the journey away
imprisonment@far-town 2020/2020-08-31; own_flight land>far-land came=2020-03-01 unverified | 1 | 244 | an unconfirmed journey narrows nothing
detention@cell 2020-03-04/2020-03-10 disputed                               | 0     | 0    | whether it happened is disputed
detention@cell 2020-03-04/2020-03-10 refuted                                | 0     | 0    | it is known to be false
detention@cell; detention@far-town 2020-03-04/2020-03-05                    | 2     | 2    | without a date it cannot be counted
detention@hidden 2020-03-04; detention@cell 2020-03-04/2020-03-10           | 7     | -    | a place not disclosed may be another one
detention@cell 2020-03-04; release@far-town 2020-03-10 unverified           | 1     | -    | a release elsewhere is not from here
abduction@cell 2020-03; abduction@far-town 2020-03                              | 1     | -    | two seizures in one month may have been on one day
abduction@cell 2020-03; abduction@cell 2020-05                                  | 2     | -    | two in different months were on two days at least
detention@cell 2020-03-04; arrival@far-town 2020-06-01; release@cell 2021-01-10 | 1     | 90   | a release after a time at large is not from this custody
detention@land 2020-04-28/2020-05-31; departure@land 2020-05-03                 | 34    | 34   | leaving the country is no escape from a place within it
detention@cell 2020-03-04/2020-05?; release@cell 2020-05-10                     | 59    | 89   | a doubtful end narrows nothing, and a day confirms nothing it does not name
detention@cell 2020-03-04; extradition land>far-land came=2020-03-20 event=arrival-3; arrival@far-town 2020-03-20 | 1 | - | nor whoever arrives because of it
search@town 2020-03-04                                                      | 0     | 0    | a search holds nobody
"""

ROWS = [[cell.strip() for cell in line.split("|")] for line in BOUNDS.strip().splitlines()[1:]]


@pytest.mark.parametrize(
    ("text", "least", "most"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS]
)
def test_days(text: str, least: str, most: str) -> None:
    found = custody_of(*story(text))

    assert [str(found.least_days), "-" if found.most_days is None else str(found.most_days)] == [
        least,
        most,
    ]


def test_what_is_not_counted_is_still_listed() -> None:
    found = custody_of(*story("detention@cell 2020-03-04 disputed; detention@cell"))

    assert [(spell.is_counted, spell.event_ids) for spell in found.spells] == [
        (False, ("detention-1",)),
        (False, ("detention-2",)),
    ]


def test_a_spell_says_what_its_end_rests_on() -> None:
    def ending(text: str) -> tuple[Ending, str | None]:
        (spell,) = custody_of(*story(text)).spells
        return spell.ending, spell.ending_event_id

    assert ending("detention@cell 2020-03-04/2020-03-10") == (Ending.STATED, None)
    assert ending("detention@cell 2020-03-04; release@cell 2020-03-10") == (
        Ending.RELEASED,
        "release-2",
    )
    assert ending("detention@cell 2020-03-04; departure@cell 2020-03-10") == (
        Ending.LEFT,
        "departure-2",
    )
    assert ending("detention@cell 2020-03-04; arrival@far-town 2020-03-10") == (
        Ending.FREE_BY,
        "arrival-2",
    )
    assert ending("detention@cell 2020-03-04/.. until=2020-03-10") == (Ending.STILL_HELD, None)
    assert ending("detention@cell 2020-03-04") == (Ending.NOT_KNOWN, None)


def test_a_release_ends_the_time_that_ends_then_and_not_a_later_one() -> None:
    found = custody_of(
        *story("imprisonment@land 2020/2022; release@land 2022; abduction@cell 2022-08/2023-01")
    )

    assert [spell.ending_event_id for spell in found.spells] == ["release-2", None]


def test_the_last_report_on_who_is_still_held_is_said() -> None:
    found = custody_of(*story("detention@cell 2020-03-04/.. until=2020-03-31"))

    assert found.held_as_last_reported_on == dt.date(2020, 3, 31)


def test_what_nobody_confirmed_is_told_apart() -> None:
    found = custody_of(
        *story(
            "detention@cell 2020-03-04/2020-03-10 unverified; detention@town 2021-01-01/2021-01-02"
        )
    )

    assert (found.least_days, found.least_confirmed_days) == (9, 2)


_DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2020, 12, 31))


@st.composite
def _stories(draw: st.DrawFn) -> str:
    """Any mixture of periods and moments, with days or months."""
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        first, last = sorted((draw(_DAYS), draw(_DAYS)))
        start, end = (
            day.isoformat() if draw(st.booleans()) else day.isoformat()[:7] for day in (first, last)
        )
        kind = draw(st.sampled_from(["detention", "abduction", "torture"]))
        place = draw(st.sampled_from(["cell", "town", "far-town"]))
        date = f"{start}/{end}" if draw(st.booleans()) else start
        parts.append(f"{kind}@{place} {date}")
    return "; ".join(parts)


@given(_stories())
@settings(max_examples=200, deadline=None)
def test_the_least_is_never_more_than_the_most_and_never_more_than_its_parts(text: str) -> None:
    found = custody_of(*story(text))

    if found.most_days is not None:
        assert found.least_days <= found.most_days
    assert found.least_days <= sum(spell.least_days for spell in found.spells)
    assert found.least_days >= max(
        (spell.least_days for spell in found.spells if spell.certain), default=0
    )
