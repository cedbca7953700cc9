"""Whether every point lies in the country and region that its place names.

Catches what no single cell shows: longitude and latitude exchanged, a town of the same
name in another country, a code copied from the row above.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from timeline.intake.problem import Problem
from timeline.intake.rows import Rows

_TOLERANCE_DEG = 0.1
"""About 11 km north to south: the bundled outlines are simplified, and ports stand on the line."""
_COAST_DEG = 0.8
"""The same at sea, where a whole spit or headland may have been simplified away."""

Outlines = Mapping[str, BaseGeometry]


def point_problems(rows: Rows, data_folder: Path) -> list[Problem]:
    """Points outside their country or region; nothing when the boundaries are not at hand."""
    folder = data_folder / "frozen" / "boundaries"
    if not any(place.noun.lon_deg is not None for place in rows.places) or not folder.is_dir():
        return []
    countries, regions = _outlines(folder)
    return list(_misplaced(rows, countries, regions))


def _misplaced(rows: Rows, countries: Outlines, regions: Outlines) -> Iterator[Problem]:
    for row in rows.places:
        place = row.noun
        if place.lon_deg is None or place.lat_deg is None:
            continue
        point = Point(place.lon_deg, place.lat_deg)
        found = f"the point {place.lon_deg:g}, {place.lat_deg:g} (longitude, latitude)"
        country = countries.get(place.country_code or "")
        region = regions.get(place.region_code or "")
        if country is not None and _is_off(point, country, countries):
            yield row.problem(
                "lon_deg",
                f"{found} in {_holder(point, countries)}",
                f"a point in {place.country_code}",
                _exchanged(place.lon_deg, place.lat_deg, country),
            )
        elif region is not None and _is_off(point, region, regions, within=country):
            yield row.problem(
                "lon_deg",
                f"{found} in {_holder(point, regions)}",
                f"a point in {place.region_code}",
            )


def _is_off(
    point: Point, own: BaseGeometry, all_of_kind: Outlines, *, within: BaseGeometry | None = None
) -> bool:
    """Whether a point is too far from its outline: at sea farther than on land.

    A point off the coast must lie nearest to its own outline, and for a region outside of
    the land of the country it is *within*: not every region of a country is bundled.
    """
    distance = own.distance(point)
    if distance <= _TOLERANCE_DEG:
        return False
    if distance > _COAST_DEG or (within is not None and within.covers(point)):
        return True
    return any(other.distance(point) < distance for other in all_of_kind.values())


def _holder(point: Point, outlines: Outlines) -> str:
    return next((code for code, outline in outlines.items() if outline.covers(point)), "no land")


def _exchanged(lon_deg: float, lat_deg: float, country: BaseGeometry) -> str | None:
    """The point with longitude and latitude exchanged, if that would be right."""
    if country.distance(Point(lat_deg, lon_deg)) > _TOLERANCE_DEG:
        return None
    return f"{lat_deg:g}, {lon_deg:g} (longitude and latitude exchanged)"


@lru_cache(maxsize=2)
def _outlines(folder: Path) -> tuple[Outlines, Outlines]:
    """Countries by ISO 3166-1 code and regions by ISO 3166-2 code, WGS 84."""
    countries = _by_code(folder / "countries.geojson", "iso2")
    regions = _by_code(folder / "regions.geojson", "region_code")
    return countries, regions | _by_code(folder / "regions_caucasus.geojson", "region_code")


def _by_code(path: Path, code: str) -> dict[str, BaseGeometry]:
    if not path.is_file():
        return {}
    found: dict[str, BaseGeometry] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        key = feature["properties"].get(code)
        if key:
            outline = shape(feature["geometry"])
            found[key] = found[key].union(outline) if key in found else outline
    return found
