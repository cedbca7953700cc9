"""The outlines of countries and regions, for finding where a line meets an edge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from timeline.routes.globe import LonLat, Path


@dataclass(frozen=True, slots=True)
class CountryOutline:
    """One country: its shape in WGS 84 degrees and where its name goes."""

    iso2: str
    name: str
    """As the boundary file prints it, in English."""
    shape: BaseGeometry
    label: LonLat


@dataclass(frozen=True, slots=True)
class RegionOutline:
    """One first-level unit of a country."""

    region_code: str
    name: str
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class CountryOutlines:
    """The boundaries as read from the frozen files."""

    countries: Mapping[str, CountryOutline]
    """By ISO 3166-1 alpha-2 code."""
    regions: Mapping[str, RegionOutline] = field(default_factory=dict)
    """By ISO 3166-2 code; not every country has its regions drawn."""
    nobodys: tuple[BaseGeometry, ...] = ()
    """Land that is drawn but belongs to no country."""
    disputed: tuple[BaseGeometry, ...] = ()
    """Lines to be dashed."""
    lakes: tuple[BaseGeometry, ...] = ()

    def country(self, iso2: str | None) -> CountryOutline | None:
        """The country of a code; None when it is not drawn."""
        return self.countries.get(iso2) if iso2 is not None else None

    def region(self, region_code: str | None) -> RegionOutline | None:
        """The region of a code; None when it is not drawn."""
        return self.regions.get(region_code) if region_code is not None else None


GeoJson = Mapping[str, Any]


def country_outlines(
    countries: GeoJson,
    regions: Iterable[GeoJson] = (),
    disputed: GeoJson | None = None,
    lakes: GeoJson | None = None,
) -> CountryOutlines:
    """The outlines from parsed GeoJSON FeatureCollections.

    Of *regions*, the first collection that holds a code wins: give the most detailed first.
    """
    by_iso2: dict[str, CountryOutline] = {}
    nobodys: list[BaseGeometry] = []
    for feature in countries["features"]:
        properties = feature["properties"]
        drawn = shape(feature["geometry"])
        iso2 = properties.get("iso2")
        if not iso2:
            nobodys.append(drawn)
            continue
        by_iso2[iso2] = CountryOutline(
            iso2,
            properties["name"],
            drawn,
            (float(properties["label_lon"]), float(properties["label_lat"])),
        )
    by_code: dict[str, RegionOutline] = {}
    for collection in regions:
        for feature in collection["features"]:
            properties = feature["properties"]
            code = properties["region_code"]
            if code not in by_code:
                by_code[code] = RegionOutline(code, properties["name"], shape(feature["geometry"]))
    return CountryOutlines(
        MappingProxyType(by_iso2),
        MappingProxyType(by_code),
        tuple(nobodys),
        _shapes(disputed),
        _shapes(lakes),
    )


def _shapes(collection: GeoJson | None) -> tuple[BaseGeometry, ...]:
    return tuple(shape(feature["geometry"]) for feature in (collection or {}).get("features", ()))


def main_part(area: BaseGeometry) -> BaseGeometry:
    """The largest piece of a country or region: France without its lands overseas."""
    parts = shapely.get_parts(area)
    if len(parts) < 2:
        return area
    largest: BaseGeometry = max(parts, key=lambda part: float(part.area))
    return largest


def path_up_to(path: Path, area: BaseGeometry) -> Path:
    """The path from its start to where it first enters *area*, the crossing included.

    Empty when it starts inside; the whole path when it never enters.
    """
    inside = _inside(area, path)
    if inside[0]:
        return ()
    if not inside.any():
        return path
    first = int(inside.argmax())
    return (*path[:first], _crossing(path[first - 1], path[first], area))


def path_from(path: Path, area: BaseGeometry) -> Path:
    """The path from where it last leaves *area* to its end, the crossing included.

    Empty when it ends inside; the whole path when it never was inside.
    """
    return tuple(reversed(path_up_to(tuple(reversed(path)), area)))


def _inside(area: BaseGeometry, points: Sequence[LonLat]) -> NDArray[np.bool_]:
    """Whether each point lies in the area; outlines keep to -180 to 180, paths need not."""
    lon, lat = np.asarray(points, dtype=float).T
    held: NDArray[np.bool_] = shapely.contains_xy(area, (lon + 180) % 360 - 180, lat)
    return held


def _crossing(outside: LonLat, inside: LonLat, area: BaseGeometry) -> LonLat:
    """The edge of *area* between two points, by halving to less than 100 m of a long step."""
    for _ in range(12):
        middle = ((outside[0] + inside[0]) / 2, (outside[1] + inside[1]) / 2)
        if _inside(area, [middle])[0]:
            inside = middle
        else:
            outside = middle
    return outside
