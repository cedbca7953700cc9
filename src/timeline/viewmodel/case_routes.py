"""The routes of one case or of several: which legs lead where, over which land."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.chronology.in_order import Days
from timeline.chronology.phrase import phrase_of
from timeline.model.edtf import parse
from timeline.routes.globe import LonLat
from timeline.routes.order import leg_numbers, shown_leg_numbers
from timeline.routes.outlines import CountryOutlines
from timeline.store.rows import EventRow, LegRow
from timeline.viewmodel.land_names import CHECHNYA, land_names
from timeline.viewmodel.route_days import days_of_legs
from timeline.viewmodel.route_frame import (
    bounds_around,
    country_aims,
    extent_km,
    needed_points,
)
from timeline.viewmodel.route_gaps import gaps_of
from timeline.viewmodel.route_lines import LegEnds, LegLine, Surroundings, leg_lines
from timeline.viewmodel.route_marks import leg_end, leg_start, marks_of, unplaced
from timeline.viewmodel.route_view import (
    Bounds,
    EndKind,
    Fade,
    RouteEnd,
    RouteLeg,
    RouteMap,
    RouteMark,
)

RUSSIA = "RU"
DECIMALS = 4
"""About ten metres: finer than any place is known, and short to send."""


def case_routes(
    legs: Sequence[LegRow], events: Sequence[EventRow], outlines: CountryOutlines
) -> RouteMap:
    """What the route map of these legs and events says.

    Without legs it shows where the events happened; without places either, it is empty.
    """
    days = days_of_legs(legs, events)
    marks = marks_of(legs, events, outlines, days)
    ends = {leg.leg_id: (leg_start(leg), leg_end(leg)) for leg in legs}
    flat = [end for leg in legs for end in _ends_in_frame(leg, ends[leg.leg_id])]
    points, left_out = needed_points(flat, marks, outlines)
    frame = bounds_around(points)
    around = Surroundings(
        outlines=outlines,
        country_aims=country_aims(_country_codes(ends.values()), outlines, frame),
        places=tuple(mark.position for mark in marks if mark.has_dot and mark.position),
        extent_km=extent_km(frame),
    )
    lines = leg_lines(
        [LegEnds(leg.leg_id, *ends[leg.leg_id], leg.leg_status) for leg in legs], around
    )
    numbers, shown = leg_numbers(legs), shown_leg_numbers(legs)
    drawn = tuple(
        _leg(
            leg,
            ends[leg.leg_id],
            lines[leg.leg_id],
            days[leg.leg_id],
            number=numbers[leg.leg_id],
            shows_number=leg.leg_id in shown,
            left_out=left_out,
        )
        for leg in legs
    )
    in_frame = [point for leg in drawn if not leg.ends_out_of_frame for point in leg.path]
    held = tuple(_rounded(point) for point in (*points, *in_frame))
    bounds = bounds_around(held)
    countries = _countries_of_case(marks)
    return RouteMap(
        legs=drawn,
        marks=marks,
        gaps=gaps_of(legs, ends, {leg.leg_id: leg.path for leg in drawn}),
        countries=countries,
        regions=_regions_of_case(marks),
        land_names=land_names(outlines, bounds, marks, countries),
        bounds=bounds,
        frame_points=held,
        unplaced_event_ids=unplaced(events),
    )


def numbers_by_event(legs: Iterable[LegRow]) -> Mapping[str, tuple[int, ...]]:
    """The numbers of the legs that each event supports, by event id, for the timeline.

    The same numbers as on the map: a leg that shows none there has none here.
    """
    listed = list(legs)
    numbers = shown_leg_numbers(listed)
    found: dict[str, list[int]] = {}
    for leg in listed:
        if leg.leg_id in numbers:
            found.setdefault(leg.event_id, []).append(numbers[leg.leg_id])
    return {event_id: tuple(sorted(group)) for event_id, group in found.items()}


def _ends_in_frame(leg: LegRow, ends: tuple[RouteEnd, RouteEnd]) -> list[RouteEnd]:
    """The ends that the frame is drawn around: a stopped journey only has its start."""
    start, end = ends
    return [start] if leg.leg_status == "blocked" else [start, end]


def _country_codes(ends: Iterable[tuple[RouteEnd, RouteEnd]]) -> set[str]:
    return {
        end.country_code
        for pair in ends
        for end in pair
        if end.kind is EndKind.COUNTRY and end.country_code is not None
    }


def _leg(
    leg: LegRow,
    ends: tuple[RouteEnd, RouteEnd],
    line: LegLine,
    days: Days,
    *,
    number: int,
    shows_number: bool,
    left_out: frozenset[str],
) -> RouteLeg:
    start, end = ends
    is_out = end.kind is EndKind.COUNTRY and end.country_code in left_out
    return RouteLeg(
        leg_id=leg.leg_id,
        event_id=leg.event_id,
        case_id=leg.case_id,
        actor_id=leg.actor_id,
        person=leg.person,
        number=number,
        shows_number=shows_number,
        kind=leg.leg_kind,
        status=leg.leg_status,
        evidence=leg.leg_evidence,
        start=start,
        end=end,
        departure=phrase_of(parse(leg.departure_edtf) if leg.departure_edtf else None),
        arrival=phrase_of(parse(leg.arrival_edtf) if leg.arrival_edtf else None),
        days=days,
        path=tuple(_rounded(point) for point in line.path),
        badge_position=_rounded(line.badge_position) if line.badge_position else None,
        fades=line.fades if line.path else Fade.NONE,
        ends_out_of_frame=is_out and bool(line.path),
        note=leg.note,
    )


def _rounded(point: LonLat) -> LonLat:
    return round(point[0], DECIMALS), round(point[1], DECIMALS)


def _countries_of_case(marks: Iterable[RouteMark]) -> tuple[str, ...]:
    """Russia only when it is itself a place of the map.

    Else it would be tinted on every map and say nothing; the Chechen Republic is.
    """
    return tuple(
        sorted(
            {
                mark.country_code
                for mark in marks
                if mark.country_code is not None
                and (mark.country_code != RUSSIA or mark.kind is EndKind.COUNTRY)
            }
        )
    )


def _regions_of_case(marks: Iterable[RouteMark]) -> tuple[str, ...]:
    areas = {
        mark.region_code
        for mark in marks
        if mark.kind is EndKind.AREA and mark.region_code is not None
    }
    return tuple(sorted(areas | {CHECHNYA}))


__all__ = ["Bounds", "RouteMap", "case_routes", "numbers_by_event"]
