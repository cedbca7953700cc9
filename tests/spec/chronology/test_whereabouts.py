"""Where somebody was on a day, and how sure that is: the rule, as stories with their answers.

An answer is how sure it is and the places, or what stands on both sides of a gap:
'between town and far-town, 14 to 31'.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.person_builders import story
from timeline.chronology.custody import custody_of
from timeline.chronology.placing import sightings_of
from timeline.chronology.sighting import Sighting
from timeline.chronology.whereabouts import Knowledge, Whereabouts, stretches, whereabouts_on

ANSWERS = """
story                                                                          | day        | answer                                | because
detention@cell 2020-01-12/2020-02-03                                           | 2020-01-20 | certain: held cell                    | detained on the 12th, released on 3 February
detention@cell 2020-01-12; release@town 2020-02                                | 2020-01-20 | certain: held cell                    | released not before 1 February
detention@cell 2020-01-12; release@town 2020-02                                | 2020-02-10 | possible: held cell, seen town        | released some day of February
detention@cell 2020-01-12/2020-02-03 unverified                                | 2020-01-20 | probable: held cell                   | nobody independent has confirmed it
detention@cell 2020-01-12/2020-02-03 disputed                                  | 2020-01-20 | possible: held cell                   | whether it happened is disputed
detention@cell 2020-01-12/2020-02-03 refuted                                   | 2020-01-20 | nowhere                               | it is known to be false
detention@cell 2020-01-12/2020-02-03?                                          | 2020-01-20 | possible: held cell                   | its source doubts it
residence@town 2019-11~/2020-05-13                                             | 2020-02-01 | probable: lived town                  | about November is not a day
residence@town 2019-11/2020-05-13                                              | 2019-11-20 | possible: lived town                  | perhaps not there yet
detention@cell 2020-01-12/.. until=2020-03-31                                  | 2020-03-31 | certain: held cell                    | as last reported
detention@cell 2020-01-12/.. until=2020-03-31                                  | 2020-04-01 | since cell                            | nothing is known after the last report
detention@cell 2020-01-12                                                      | 2020-01-13 | since cell                            | how long is not said
arrival@town 2020-01-12                                                        | 2020-01-12 | certain: came town                    | a report names the day
arrival@town 2020-01                                                           | 2020-01-12 | possible: came town                   | one of the days that the report allows
arrival@town [2020-01-12,2020-01-14]                                           | 2020-01-13 | possible: came town                   | between two days of which it was one
attack@town 2020-01-12; arrival@far-town 2020-01                               | 2020-01-12 | certain: seen town                    | the surest report answers
release@town 2020-11-20; arrival@far-town [2020-12-04..2020-12-21]             | 2020-11-30 | between town and far-town, 14 to 31   | nothing is filled in between two reports
release@town 2020-11-20; arrival@town 2020-12-04                               | 2020-11-30 | between town and town, 14             | not even the same town on both sides
residence@town 2020-01/2020-03; residence@far-town 2020-05/2020-08             | 2020-04-15 | between town and far-town, 31 to 91   | from the last day it may have ended to the first it may have begun
arrival@town 2020-01-12                                                        | 2020-01-11 | before town                           | nor before the first report
hearing@town 2020-01-12                                                        | 2020-01-12 | nowhere                               | a hearing may be held without the person
threat@town 2020-01-12                                                         | 2020-01-12 | nowhere                               | a threat reaches anybody anywhere
plot@town 2020-01-12                                                           | 2020-01-12 | nowhere                               | what was planned there was not done there
search@town 2020-01-12                                                         | 2020-01-12 | nowhere                               | nobody need be at home
statement@town 2020-01-12; asylum_application@town 2020-01-12                  | 2020-01-12 | nowhere                               | words place nobody
own_flight town>far-town left=2020-01-12 came=2020-01-14                       | 2020-01-12 | certain: left town                    | a journey that took place starts here
own_flight town>far-town left=2020-01-12 came=2020-01-14                       | 2020-01-13 | between town and far-town, 2          | on the way there is no place
own_flight town>far-town left=2020-01-12 came=2020-01-14 inferred              | 2020-01-14 | probable: came far-town               | the journey is inferred
own_flight town>far-town left=2020-01-12 came=2020-01-14 claimed_by_one        | 2020-01-14 | probable: came far-town               | it rests on the word of one person
own_flight town>hidden left=2020-01-12                                         | 2020-01-20 | since town towards hidden             | an undisclosed place stays undisclosed
own_flight town>hidden left=2020-01-12; reappearance@hidden 2021-03-04         | 2021-03-04 | certain: seen hidden                  | seen, and still not said where
residence@hidden 2019/2021; residence@town 2019/2021                           | 2020-05-05 | certain: lived town                   | one report does not say where, another does
detention@cell 2020-01-12/2020-02-03; residence@far-town 2020-01-20/2020-01-25 | 2020-01-22 | certain: held cell                    | where one was held outranks where one lived
residence@town 2019/2021; attack@far-town 2020-01-12                           | 2020-01-12 | certain: seen far-town                | so does where one was seen
residence@land 2019/2021; attack@town 2020-01-12                               | 2020-01-12 | certain: seen town                    | the finest place is named
detention@cell 2020-01-12/2020-02-03; detention@far-town 2020-01-20/2020-01-25 | 2020-01-22 | certain: contradiction held cell, held far-town | two certain places exclude each other
attack@town 2020-01-12 elsewhere=far-town                                      | 2020-01-12 | certain: contradiction seen town, seen far-town | sources give two places
attack@town 2020-01-12 or=2020-01-15                                           | 2020-01-12 | probable: seen town                   | sources give two days, and this is the one shown
attack@town 2020-01-12 or=2020-01-15                                           | 2020-01-15 | possible: seen town                   | and this the other
attack@town 2020-01-12 or=2020-01                                              | 2020-01-12 | certain: seen town                    | a vaguer date is no other date
departure@town 2020-01-12; arrival@far-town 2020-01-12                         | 2020-01-12 | certain: move left town, came far-town | a journey of one day
detention@cell 2020-01-12/2020-02-03; arrival@far-town 2020-02-03              | 2020-02-03 | certain: move held cell, came far-town | set free and gone
detention@land 2020-01-12/2020-02-03; own_travel town>other-town came=2020-01-20~ | 2020-01-20 | certain: held land finer other-town | a less sure report is finer
own_flight town>far-town left=[2020..2021] came=[2020..2021]; own_travel far-town>far-land came=2020-06-01 | 2021-02-01 | since far-land | what comes earlier on a route was not later
own_flight town>far-town left=[2020..2021] came=[2020..2021]; departure@land 2020-03 | 2020-02-01 | before town | the leg takes the finer days of the event
own_travel far-land>far-town came=[2020..2021]; arrival@far-land 2020-03        | 2021-05-01 | possible: came far-town               | coming to a country is not coming to its town
own_travel far-land>far-town came=2020 event=attack-2; attack@far-town 2020-03-04 | 2020-05-01 | since far-town                     | whoever was attacked there had come by then
detention@cell 2020-03; departure@cell 2020                                    | 2020-02-01 | before cell                           | nobody escapes before being held
"""

ROWS = [[cell.strip() for cell in line.split("|")] for line in ANSWERS.strip().splitlines()[1:]]


def sightings(text: str) -> tuple[Sighting, ...]:
    reports, moves = story(text)
    return sightings_of(reports, moves, custody_of(reports, moves))


def in_words(found: Whereabouts) -> str:
    if found.knowledge is Knowledge.PLACED:
        kind = "contradiction " if found.is_contradiction else "move " if found.is_move else ""
        places = ", ".join(f"{one.manner} {one.spot.place_id}" for one in found.places)
        finer = "".join(f" finer {one.spot.place_id}" for one in found.finer)
        return f"{found.sureness}: {kind}{places}{finer}"
    last = found.last.spot.place_id if found.last else ""
    following = found.next.spot.place_id if found.next else ""
    if found.knowledge is Knowledge.BETWEEN:
        days = dict.fromkeys((found.least_days, found.most_days))
        return f"between {last} and {following}, {' to '.join(map(str, days))}"
    if found.knowledge is Knowledge.SINCE:
        towards = found.last.towards if found.last else None
        return f"since {last}" + (f" towards {towards.place_id}" if towards else "")
    return f"before {following}" if following else "nowhere"


@pytest.mark.parametrize(
    ("text", "day", "answer"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS]
)
def test_answer(text: str, day: str, answer: str) -> None:
    found = whereabouts_on(dt.date.fromisoformat(day), sightings(text))

    assert in_words(found) == answer


@pytest.mark.parametrize("text", [row[0] for row in ROWS])
def test_the_strip_says_of_every_day_what_the_answer_says(text: str) -> None:
    seen = sightings(text)
    found = stretches(seen, dt.date(2022, 1, 1))

    for one in found:
        for day in {
            one.first_day,
            one.last_day,
            one.first_day + (one.last_day - one.first_day) / 2,
        }:
            assert whereabouts_on(day, seen) == one.whereabouts, day


_DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2020, 6, 30))


@st.composite
def _stories(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        first, last = sorted((draw(_DAYS), draw(_DAYS)))
        start, end = (
            day.isoformat() if draw(st.booleans()) else day.isoformat()[:7] for day in (first, last)
        )
        kind = draw(st.sampled_from(["detention", "residence", "arrival", "departure", "attack"]))
        place = draw(st.sampled_from(["cell", "town", "land", "far-town", "hidden"]))
        status = draw(st.sampled_from(["", " unverified", " disputed"]))
        lasts = kind in ("detention", "residence") and draw(st.booleans())
        parts.append(f"{kind}@{place} {start}{f'/{end}' if lasts else ''}{status}")
    return "; ".join(parts)


@given(_stories())
@settings(max_examples=150, deadline=None)
def test_the_strip_has_no_hole_and_no_overlap_and_agrees_with_the_answer(text: str) -> None:
    seen = sightings(text)
    found = stretches(seen)

    for before, after in pairwise(found):
        assert before.last_day + dt.timedelta(days=1) == after.first_day
    for one in found:
        for day in (one.first_day, one.last_day):
            assert whereabouts_on(day, seen) == one.whereabouts, (text, day)
