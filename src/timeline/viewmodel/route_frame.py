"""How much of the globe a route map shows.

The frame holds what the legs touch, or without legs the place of most events. Another
place that only has events is let in when it does not cost the others much room; a far
country that is only known as a country stays out, and the line to it leaves the frame.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import shapely
from shapely.geometry import Polygon

from timeline.routes.globe import LonLat, distance_km, near_longitude
from timeline.routes.outlines import CountryOutlines, main_part
from timeline.viewmodel.land_names import CHECHNYA
from timeline.viewmodel.route_view import Bounds, EndKind, RouteEnd, RouteMark

SMALLEST_EXTENT_DEG = 3.0
MARGIN = 0.06
"""Of the width and height, on every side."""
SMALL_COUNTRY_DEG = 15.0
"""Countries up to this size are shown whole when a leg starts or ends in them."""
EVENT_PLACE_GROWTH = 1.3
"""How much the frame may grow, as a factor of its diagonal, for a place without a leg …"""
LEGLESS_GROWTH = 2.2
"""… and where there is no leg at all, so that every place is one of those."""
CHECHNYA_GROWTH = 2.2
"""The same for the Chechen Republic, without which no reader knows where they are."""
FAR_COUNTRY_GROWTH = 1.35
FAR_COUNTRY_KM = 2500.0
"""A country known only as such is left out when it is so far from all else, the frame
would grow so much for it, and a single leg leads there."""


def needed_points(
    ends: Sequence[RouteEnd], marks: Sequence[RouteMark], outlines: CountryOutlines
) -> tuple[tuple[LonLat, ...], frozenset[str]]:
    """The points the frame must hold, and the codes of the countries it leaves out.

    *marks* begin with those of greatest weight.
    """
    firm: list[LonLat] = []
    countries: Counter[str] = Counter()
    for end in ends or marks[:1]:
        if end.position is not None:
            firm.extend(_area_corners(end, outlines) or [end.position])
        country = outlines.country(end.country_code)
        if country is None:
            continue
        # A lone dot says nothing without the land around it.
        is_lone = not ends and _is_small(country.iso2, outlines)
        if is_lone or (end.position is None and end.kind is EndKind.COUNTRY):
            countries[country.iso2] += 1
    small = sorted(code for code in countries if _is_small(code, outlines))
    for code in small:
        firm.extend(_corners(main_part(outlines.countries[code].shape).bounds))
    left_out: set[str] = set()
    for code in sorted(set(countries) - set(small)):
        nearest = _nearest_edge(code, firm, outlines)
        if nearest is None:
            firm.extend(_corners(main_part(outlines.countries[code].shape).bounds))
        elif countries[code] == 1 and _is_far(nearest, firm):
            left_out.add(code)
        else:
            firm.append(nearest)
    place_growth = EVENT_PLACE_GROWTH if ends else LEGLESS_GROWTH
    for position, limit in _welcome_points(marks, outlines, place_growth):
        if not firm or _growth(firm, [position]) <= limit:
            firm.append(position)
    return tuple(firm), frozenset(left_out)


def _welcome_points(
    marks: Iterable[RouteMark], outlines: CountryOutlines, place_growth: float
) -> Iterable[tuple[LonLat, float]]:
    """Points that are let in if there is room, and by how much the frame may grow."""
    republic = outlines.region(CHECHNYA)
    if republic is not None:
        for corner in _corners(republic.shape.bounds):
            yield corner, CHECHNYA_GROWTH
    for mark in marks:
        if mark.position is not None and not mark.is_leg_end:
            yield mark.position, place_growth


def _is_far(point: LonLat, firm: Sequence[LonLat]) -> bool:
    if _growth(firm, [point]) <= FAR_COUNTRY_GROWTH:
        return False
    return min(distance_km(point, other) for other in firm) > FAR_COUNTRY_KM


def bounds_around(
    points: Iterable[LonLat], *, margin: float = MARGIN, least_deg: float = SMALLEST_EXTENT_DEG
) -> Bounds:
    """The frame around some points, widened by a margin and to *least_deg* of latitude.

    Without any point, it is the frame of the Chechen Republic and its surroundings.
    """
    found = list(points) or [(45.7, 43.4)]
    reference = found[0][0]
    lon = [near_longitude(point[0], reference) for point in found]
    lat = [point[1] for point in found]
    west, east, south, north = min(lon), max(lon), min(lat), max(lat)
    stretch = 1 / max(math.cos(math.radians((south + north) / 2)), 0.2)
    grow_lon = max((east - west) * margin, (least_deg * stretch - (east - west)) / 2)
    grow_lat = max((north - south) * margin, (least_deg - (north - south)) / 2)
    return (
        round(west - grow_lon, 4),
        round(max(south - grow_lat, -85.0), 4),
        round(east + grow_lon, 4),
        round(min(north + grow_lat, 85.0), 4),
    )


def extent_km(bounds: Bounds) -> float:
    """The larger of the frame's width and height over the ground, in kilometres."""
    west, south, east, north = bounds
    middle = (south + north) / 2
    width = (east - west) * 111.3 * math.cos(math.radians(middle))
    return max(width, (north - south) * 111.3)


def country_aims(
    codes: Iterable[str], outlines: CountryOutlines, bounds: Bounds
) -> dict[str, LonLat]:
    """Where a line towards each country as a whole is aimed.

    The point at which its name stands, if that is in the frame; else the point of the
    part in the frame that is farthest from its edge: a line towards Siberia would be a
    strange way to say "Russia" on a map of Europe. Never the capital.
    """
    west, south, east, north = bounds
    aims: dict[str, LonLat] = {}
    for code in codes:
        if code not in outlines.countries:
            continue
        country = outlines.countries[code]
        lon, lat = country.label
        if west <= near_longitude(lon, (west + east) / 2) <= east and south <= lat <= north:
            aims[code] = country.label
            continue
        visible = main_part(shapely.clip_by_rect(country.shape, west, south, east, north))
        if not isinstance(visible, Polygon) or visible.is_empty:
            aims[code] = country.label
            continue
        centre = shapely.maximum_inscribed_circle(visible, tolerance=0.2).coords[0]
        aims[code] = (round(float(centre[0]), 3), round(float(centre[1]), 3))
    return aims


def _is_small(code: str, outlines: CountryOutlines) -> bool:
    west, south, east, north = main_part(outlines.countries[code].shape).bounds
    width = (east - west) * math.cos(math.radians((south + north) / 2))
    return max(width, north - south) <= SMALL_COUNTRY_DEG


def _area_corners(end: RouteEnd | RouteMark, outlines: CountryOutlines) -> list[LonLat]:
    if end.kind is EndKind.AREA and (region := outlines.region(end.region_code)):
        west, south, east, north = main_part(region.shape).bounds
        if east - west <= SMALL_COUNTRY_DEG:
            return _corners((west, south, east, north))
    return []


def _corners(bounds: tuple[float, float, float, float]) -> list[LonLat]:
    west, south, east, north = bounds
    return [(west, south), (east, north)]


def _growth(points: Sequence[LonLat], further: Sequence[LonLat]) -> float:
    """By what factor the frame's diagonal grows when it takes in further points."""
    if not points:
        return 1.0
    return _diagonal_deg([*points, *further]) / _diagonal_deg(points)


def _diagonal_deg(points: Sequence[LonLat]) -> float:
    west, south, east, north = bounds_around(points, margin=0)
    return math.hypot((east - west) * math.cos(math.radians((south + north) / 2)), north - south)


def _nearest_edge(code: str, points: Sequence[LonLat], outlines: CountryOutlines) -> LonLat | None:
    """The point of a country nearest to the middle of the frame."""
    if not points:
        return None
    west, south, east, north = bounds_around(points, margin=0)
    middle = shapely.Point((west + east) / 2, (south + north) / 2)
    line = shapely.shortest_line(main_part(outlines.countries[code].shape), middle)
    lon, lat = shapely.get_coordinates(line)[0]
    return float(lon), float(lat)
