"""Where one journey does not begin where the last one ended, nobody knows where the person was."""

from __future__ import annotations

import pytest

from tests.route_builders import fictional_outlines, leg_row
from timeline.charts.mapping.gap_words import elapsed_words, gap_sentence
from timeline.chronology.offset import Offset
from timeline.i18n.catalog import catalog
from timeline.store.rows import LegRow
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.route_view import RouteGap


def gaps(*legs: LegRow) -> tuple[RouteGap, ...]:
    return case_routes(legs, [], fictional_outlines()).gaps


FOLLOW = """
arrived    | left       | gap | because
birchton   | birchton   | no  | one town
birchton   | cedarby    | yes | another town in another country
ashford    | birchton   | yes | another town in the same country
lowland    | ashford    | no  | the town may be where in the country they were
ashford    | lowland    | no  | the country may be this town
shire      | ashford    | no  | the town lies in the region
shire      | birchton   | yes | the town lies in another region
shire      | shire-barn | no  | both are the region
lowland    | upland     | yes | another country
nowhere    | birchton   | yes | nobody says where they were brought
birchton   | nowhere    | yes | nobody says where they came from
"""


@pytest.mark.parametrize("row", FOLLOW.strip().splitlines()[1:])
def test_a_gap_is_where_one_place_cannot_be_the_other(row: str) -> None:
    arrived, left, gap, because = (cell.strip() for cell in row.split("|"))
    found = gaps(leg_row(1, "farland", arrived), leg_row(2, left, "farland"))
    assert bool(found) is (gap == "yes"), because


def test_only_journeys_that_took_place_make_a_route() -> None:
    journey = leg_row(1, "ashford", "birchton"), leg_row(3, "birchton", "upland")
    for status in ("requested", "threatened", "offered", "blocked"):
        assert not gaps(*journey, leg_row(2, "cedarby", "farland", status=status))


def test_the_routes_of_two_people_have_no_gap_between_them() -> None:
    assert not gaps(
        leg_row(1, "ashford", "birchton"), leg_row(1, "cedarby", "upland", person="Another")
    )


LENGTHS = """
arrival                  | departure                | elapsed            | because
2020-01-10               | 2020-01-13               | 3 days             | both days are known
2020-01-10               | 2020-01-11               | 1 day              |
2020-01-10               | 2020-09-10               | 8 months           | nobody counts 244 days
2020-01                  | 2020-09                  | 7 to 9 months      | no finer than the dates
2020-01-10               | 2023-01-10               | 3 years            |
2020-01-10               | 2020-01                  | at most 21 days    | it may have been the same day
2020-01-20               | 2020-01-10               |                    | the dates contradict each other
?                        | 2020-01-10               |                    | nobody says since when
2020-01-10               | ?                        |                    | nobody says until when
"""


@pytest.mark.parametrize("row", LENGTHS.strip().splitlines()[1:])
def test_a_gap_is_as_long_as_the_dates_say_and_no_more_exact(row: str) -> None:
    arrival, departure, elapsed, because = (cell.strip() for cell in row.split("|"))
    (gap,) = gaps(
        leg_row(1, "ashford", "birchton", arrival=None if arrival == "?" else arrival),
        leg_row(2, "cedarby", "upland", departure=None if departure == "?" else departure),
    )
    assert elapsed_words(gap.elapsed, catalog()) == elapsed, because


def test_one_bound_is_said_as_one_bound() -> None:
    assert elapsed_words(Offset(100, None), catalog()) == "at least 3 months"
    assert elapsed_words(Offset(None, 100), catalog()) == "at most 4 months"
    assert elapsed_words(Offset(None, None), catalog()) == ""


def test_of_a_journey_to_nowhere_the_last_sight_is_its_beginning() -> None:
    (gap,) = gaps(
        leg_row(1, "ashford", "nowhere", departure="2020-01-10"),
        leg_row(2, "nowhere", "cedarby", arrival="2020-09-10"),
    )
    assert gap.last.place.place_id == "ashford"
    assert gap.next.place.place_id == "cedarby"
    assert gap_sentence(gap, catalog()) == "Between Ashford and Cedarby: 8 months, not known where."


def test_an_arrival_nobody_dates_is_not_dated_by_the_departure() -> None:
    (gap,) = gaps(
        leg_row(1, "ashford", "birchton", departure="2020-01-10"),
        leg_row(2, "cedarby", "upland", departure="2020-09-10"),
    )
    assert gap.last.when.form == "undated"
    assert gap.elapsed.most == 244
    assert gap.elapsed.least is None


def test_no_line_is_drawn_across_a_gap() -> None:
    view = case_routes(
        [leg_row(1, "ashford", "birchton"), leg_row(2, "cedarby", "upland")],
        [],
        fictional_outlines(),
    )
    assert view.gaps
    assert len([leg for leg in view.legs if leg.path]) == 2
