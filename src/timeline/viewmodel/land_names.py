"""Where the names of countries and regions may stand on a map."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from timeline.routes.globe import LonLat
from timeline.routes.outlines import CountryOutlines
from timeline.viewmodel.route_view import (
    Bounds,
    EndKind,
    LandName,
    NamePosition,
    RouteMark,
)

CHECHNYA = "RU-CE"
SURROUNDINGS = 0.35
"""Of the frame on every side: a picture of another shape shows that much more of the land."""
GRID = (40, 30)
"""Points tried, across and up."""
SPREAD = 14
"""Of the land's length: two points closer than its fourteenth part count as one."""
POSITIONS = 18
"""How many are handed to the drawing, which knows what is in the way."""
CLIP_DETAIL_DEG = 400
"""A four-hundredth of the frame: finer edges make no difference to a name."""


def land_names(
    outlines: CountryOutlines,
    bounds: Bounds,
    marks: Collection[RouteMark],
    countries_of_case: Collection[str],
) -> tuple[LandName, ...]:
    """The names of all countries in the frame and of the Chechen Republic.

    Those of the case come first, then the rest from the largest part in the frame down.
    """
    as_places = {mark.country_code: mark for mark in marks if mark.kind is EndKind.COUNTRY}
    found: list[tuple[tuple[bool, bool, float, str], LandName]] = []
    for code, (positions, area) in _positions(outlines, bounds).items():
        country = outlines.countries[code]
        mark = as_places.get(code)
        name = LandName(
            code=code,
            # "North Caucasus", kept as a country without a point, is not "Russia".
            name=mark.name if mark and mark.name != country.name else None,
            is_region=False,
            is_of_case=code in countries_of_case,
            is_emphasised=mark is not None,
            place_id=mark.place_id if mark else None,
            event_ids=mark.event_ids if mark else (),
            positions=positions,
        )
        found.append(((mark is None, not name.is_of_case, -area, code), name))
    names = [name for _, name in sorted(found, key=lambda pair: pair[0])]
    return (*names, *_chechnya(outlines, marks))


def _chechnya(outlines: CountryOutlines, marks: Collection[RouteMark]) -> list[LandName]:
    """The republic is named even when it is no place of the map: it is always tinted."""
    region = outlines.regions.get(CHECHNYA)
    is_marked = any(
        mark.region_code == CHECHNYA and region is not None and mark.name == region.name
        for mark in marks
    )
    if region is None or is_marked:
        return []
    point = shapely.get_coordinates(region.shape.representative_point())[0]
    position = (round(float(point[0]), 3), round(float(point[1]), 3))
    place = NamePosition(position, 0.0)
    return [LandName(CHECHNYA, region.name, True, True, False, None, (), (place,))]


def _positions(
    outlines: CountryOutlines, bounds: Bounds
) -> Mapping[str, tuple[tuple[NamePosition, ...], float]]:
    """By country, the roomiest points inside it and the frame, and the area in the frame."""
    west, south, east, north = bounds
    width, height = (east - west) * SURROUNDINGS, (north - south) * SURROUNDINGS
    frame = (west - width, max(south - height, -84.0), east + width, min(north + height, 84.0))
    codes = list(outlines.countries)
    shapes = np.array([outlines.countries[code].shape for code in codes], dtype=object)
    near = shapely.intersects(shapes, shapely.box(*frame))
    detail = max(frame[2] - frame[0], frame[3] - frame[1]) / CLIP_DETAIL_DEG
    lon, lat = (
        axis.ravel()
        for axis in np.meshgrid(
            np.linspace(frame[0], frame[2], GRID[0] + 2)[1:-1],
            np.linspace(frame[1], frame[3], GRID[1] + 2)[1:-1],
        )
    )
    found: dict[str, tuple[tuple[NamePosition, ...], float]] = {}
    for index in np.flatnonzero(near):
        visible = shapely.simplify(shapely.clip_by_rect(shapes[index], *frame), detail)
        if visible.is_empty or visible.area == 0:
            continue
        positions = _roomiest(visible, lon, lat, outlines.countries[codes[index]].label)
        if positions:
            found[codes[index]] = positions, float(visible.area)
    return found


def _roomiest(
    visible: BaseGeometry,
    lon: np.ndarray[tuple[int], np.dtype[np.float64]],
    lat: np.ndarray[tuple[int], np.dtype[np.float64]],
    label: LonLat,
) -> tuple[NamePosition, ...]:
    inside = shapely.contains_xy(visible, lon, lat)
    points = list(zip(lon[inside].tolist(), lat[inside].tolist(), strict=True))
    if shapely.contains_xy(visible, *label):
        points.insert(0, label)
    if not points:
        point = shapely.get_coordinates(visible.representative_point())[0]
        points = [(float(point[0]), float(point[1]))]
    room = shapely.distance(shapely.boundary(visible), shapely.points(points))
    # The atlas has thought about where a name goes; the grid has not.
    if points[0] == label:
        room[0] *= 1.5
    return tuple(
        NamePosition(
            (round(points[i][0], 3), round(points[i][1], 3)), _half_width(visible, points[i])
        )
        for i in _spread(np.argsort(-room, kind="stable").tolist(), points, visible)
    )


def _spread(roomiest_first: list[int], points: list[LonLat], visible: BaseGeometry) -> list[int]:
    """The roomiest that are not next to each other: what is in the way of one is near it."""
    west, south, east, north = visible.bounds
    apart = max(east - west, north - south) / SPREAD
    kept: list[int] = []
    for index in roomiest_first:
        lon, lat = points[index]
        if all(max(abs(lon - points[k][0]), abs(lat - points[k][1])) >= apart for k in kept):
            kept.append(index)
        if len(kept) == POSITIONS:
            break
    return kept


def _half_width(visible: BaseGeometry, point: LonLat) -> float:
    """How far the land goes on to both sides of a point along its parallel."""
    lon, lat = point
    west, _, east, _ = visible.bounds
    row = shapely.intersection(visible, LineString([(west, lat), (east, lat)]))
    for piece in shapely.get_parts(row):
        start, _, end, _ = piece.bounds
        if start - 1e-9 <= lon <= end + 1e-9:
            return round(max(float(min(lon - start, end - lon)), 0.0), 3)
    return 0.0
