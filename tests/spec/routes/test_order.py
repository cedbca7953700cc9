"""A route is the legs of one person in order; its numbers are the same wherever they stand."""

from __future__ import annotations

import pytest

from tests.route_builders import leg_row
from timeline.routes.order import leg_numbers, route_of, shown_leg_numbers


def test_legs_are_ordered_by_sequence_whatever_came_first() -> None:
    legs = [leg_row(3, "upland", "lowland"), leg_row(1, "ashford", "birchton")]
    assert [leg.sequence for leg in route_of(legs)] == [1, 3]


def test_a_route_belongs_to_one_person() -> None:
    legs = [leg_row(1, "ashford", "upland"), leg_row(2, "upland", "ashford", person="Someone Else")]
    with pytest.raises(ValueError, match="one person"):
        route_of(legs)


def test_numbers_count_legs_that_were_not_travelled_and_restart_for_each_person() -> None:
    legs = [
        leg_row(2, "ashford", "upland"),
        leg_row(5, "upland", "lowland", status="requested", kind="extradition"),
        leg_row(7, "upland", "farland"),
        leg_row(1, "ashford", "birchton", person="Someone Else"),
    ]
    assert leg_numbers(legs) == {
        "nobody-invented-2": 1,
        "nobody-invented-5": 2,
        "nobody-invented-7": 3,
        "someone-else-1": 1,
    }


def test_a_person_with_one_leg_shows_no_number() -> None:
    legs = [
        leg_row(1, "ashford", "upland"),
        leg_row(2, "upland", "farland"),
        leg_row(1, "ashford", "birchton", person="Someone Else"),
    ]
    assert set(shown_leg_numbers(legs)) == {"nobody-invented-1", "nobody-invented-2"}


def test_with_many_routes_in_one_picture_no_number_is_shown() -> None:
    legs = [
        leg_row(number, "ashford", "upland", person=f"Nobody {name}")
        for name in ("One", "Two", "Three")
        for number in (1, 2)
    ]
    assert shown_leg_numbers(legs) == {}
