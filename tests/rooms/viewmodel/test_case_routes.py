"""What the route map says: dots only where a town is known, lines no finer than the sources."""

from __future__ import annotations

import pytest
import shapely

from tests.route_builders import event_at, fictional_outlines, leg_row
from timeline.publishing.land import outlines
from timeline.store.rows import EventRow, LegRow
from timeline.viewmodel.case_routes import case_routes, numbers_by_event
from timeline.viewmodel.route_view import EndKind, Fade, RouteLeg, RouteMap


def routes(legs: list[LegRow], events: list[EventRow] | None = None) -> RouteMap:
    return case_routes(legs, events or [], fictional_outlines())


def only_leg(*legs: LegRow) -> RouteLeg:
    (leg,) = routes(list(legs)).legs
    return leg


PRECISIONS = """
place    | dot | because
ashford  | yes | a town is known
cedarby  | yes | a site is known
shire    | no  | only the region is known
lowland  | no  | only the country is known
"""


@pytest.mark.parametrize("row", PRECISIONS.strip().splitlines()[1:])
def test_only_a_town_or_finer_gets_a_dot(row: str) -> None:
    place, dot, because = (cell.strip() for cell in row.split("|"))
    (mark,) = routes([], [event_at("event-1", place)]).marks
    assert mark.has_dot is (dot == "yes"), because


def test_a_country_has_no_position_at_all() -> None:
    (mark,) = routes([], [event_at("event-1", "lowland")]).marks
    assert mark.position is None
    assert mark.kind is EndKind.COUNTRY


def test_an_undisclosed_place_is_no_mark_and_its_events_are_counted_as_unplaced() -> None:
    view = routes([], [event_at("event-1", "nowhere"), event_at("event-2", "ashford")])
    assert [mark.place_id for mark in view.marks] == ["ashford"]
    assert view.unplaced_event_ids == ("event-1",)


def test_a_line_between_towns_runs_from_dot_to_dot() -> None:
    leg = only_leg(leg_row(1, "ashford", "cedarby"))
    assert leg.path[0] == (2.0, 41.5)
    assert leg.path[-1] == (17.0, 44.0)


def test_a_line_to_a_country_ends_at_its_edge() -> None:
    leg = only_leg(leg_row(1, "ashford", "upland"))
    upland = fictional_outlines().countries["QN"].shape
    assert shapely.Point(leg.path[-1]).distance(upland.boundary) < 0.05


def test_a_line_between_neighbouring_countries_crosses_their_border_and_reaches_no_middle() -> None:
    leg = only_leg(leg_row(1, "lowland", "upland"))
    (west, _), (east, _) = leg.path[0], leg.path[-1]
    assert west < 10 < east
    assert west > 5
    assert east < 15


def test_a_line_to_an_undisclosed_place_dissolves_and_leaves_nobody_nearer_to_knowing() -> None:
    leg = only_leg(leg_row(1, "ashford", "nowhere", status="offered", kind="relocation"))
    assert leg.fades is Fade.END
    assert leg.path[0] == (2.0, 41.5)
    assert leg.end.position is None


def test_a_line_into_the_town_of_a_country_appears_inside_that_country() -> None:
    leg = only_leg(leg_row(1, "lowland", "birchton"))
    assert leg.fades is Fade.START
    assert leg.path[-1] == (8.0, 48.0)
    lowland = fictional_outlines().countries["QM"].shape
    assert all(shapely.contains_xy(lowland, *point) for point in leg.path)


NO_LINE = """
start   | end        | because
shire   | shire-barn | both lie in one region and neither spot is known
lowland | shire      | the one lies in the other, and neither has a dot
nowhere | nowhere    | nothing is known
lowland | lowland    | within one country, neither spot is known
"""


@pytest.mark.parametrize("row", NO_LINE.strip().splitlines()[1:])
def test_no_line_is_invented(row: str) -> None:
    start, end, because = (cell.strip() for cell in row.split("|"))
    assert only_leg(leg_row(1, start, end)).path == (), because


def test_a_leg_without_a_line_keeps_its_number_at_its_area() -> None:
    legs = [leg_row(1, "shire", "shire-barn"), leg_row(2, "shire", "upland")]
    first = routes(legs).legs[0]
    assert first.shows_number
    assert first.badge_position == (1.75, 41.5)


def test_a_stopped_journey_is_only_its_beginning_and_does_not_widen_the_map() -> None:
    stopped = leg_row(1, "ashford", "farland", status="blocked")
    view = routes([stopped, leg_row(2, "ashford", "birchton")])
    leg = view.legs[0]
    assert leg.path[0] == (2.0, 41.5)
    assert leg.path[-1][0] > -3
    assert view.bounds[0] > -10


def test_a_far_country_is_left_out_of_the_frame_and_its_line_leads_there() -> None:
    legs = [
        leg_row(1, "ashford", "birchton"),
        leg_row(2, "birchton", "cedarby"),
        leg_row(3, "cedarby", "farland"),
    ]
    view = routes(legs)
    assert view.legs[2].ends_out_of_frame
    assert view.legs[2].path[-1][0] < -50
    assert view.bounds[0] > -20


def test_a_single_town_is_not_shown_street_by_street() -> None:
    west, south, east, north = routes([], [event_at("event-1", "ashford")]).bounds
    assert north - south >= 3
    assert east - west >= 3


def test_without_legs_the_map_holds_where_most_happened_wherever_the_republic_lies() -> None:
    shipped = outlines()
    there = event_at("event-1", "ashford", country_code="DE", lon_deg=13.41, lat_deg=52.52)
    west, south, east, north = case_routes([], [there], shipped).bounds
    assert west < 13.41 < east
    assert south < 52.52 < north
    assert east < 25, "the Chechen Republic lies too far from there to be on the same map"
    assert west < 6.0, "all of a small country is shown around its one dot"
    somewhere = event_at("event-1", "lowland", country_code="DE")
    assert case_routes([], [somewhere], shipped).bounds == (west, south, east, north)


def test_places_at_one_spot_are_one_mark_with_the_plainer_name() -> None:
    court = event_at("event-2", "ashford", place_id="court", place_name="Court, Ashford")
    (mark,) = routes([], [event_at("event-1", "ashford"), court]).marks
    assert mark.name == "Ashford"
    assert mark.place_ids == ("ashford", "court")
    assert mark.event_ids == ("event-1", "event-2")


def test_a_dot_is_hollow_only_where_every_event_there_is_disputed_in_place() -> None:
    disputed = event_at("event-1", "ashford", disputed_properties=("place",))
    assert routes([], [disputed]).marks[0].is_disputed
    assert not routes([], [disputed, event_at("event-2", "ashford")]).marks[0].is_disputed


def test_countries_of_the_case_are_tinted_and_those_that_are_places_emphasised() -> None:
    view = routes([leg_row(1, "ashford", "upland")])
    assert view.countries == ("QM", "QN")
    emphasised = {name.code for name in view.land_names if name.is_emphasised}
    assert emphasised == {"QN"}


def test_the_republic_is_always_tinted() -> None:
    assert "RU-CE" in routes([], [event_at("event-1", "cedarby")]).regions
    assert "RU-CE" in routes([]).regions


def test_without_legs_or_places_there_is_nothing_to_draw() -> None:
    assert routes([]).is_empty


def test_the_timeline_gets_the_numbers_of_the_map() -> None:
    legs = [
        leg_row(1, "ashford", "upland"),
        leg_row(2, "upland", "lowland", status="requested", kind="extradition"),
        leg_row(1, "ashford", "birchton", person="Someone Else"),
    ]
    shown = {leg.event_id: leg.number for leg in routes(legs).legs if leg.shows_number}
    assert numbers_by_event(legs) == {event: (number,) for event, number in shown.items()}


def test_a_place_known_to_the_town_must_have_a_point() -> None:
    with pytest.raises(ValueError, match="has no point"):
        routes([], [event_at("event-1", "ashford", lon_deg=None)])


def test_the_same_rows_say_the_same() -> None:
    legs = [leg_row(1, "ashford", "upland"), leg_row(2, "upland", "nowhere")]
    assert routes(legs) == routes(legs)
