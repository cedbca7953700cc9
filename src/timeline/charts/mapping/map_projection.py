"""From degrees to pixels: the projection of a picture, fitted to what it has to show."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from timeline.routes.globe import LonLat
from timeline.viewmodel.route_view import Bounds

Points = NDArray[np.float64]

WIDEST_CONIC_DEG = 100.0
"""Beyond this width a cone bends the land too much; a picture of half the globe is flat."""
TILE_PX = 512
"""Width of the whole world at zoom 0 in the viewer of the interactive map."""


@dataclass(frozen=True, slots=True)
class Insets:
    """Pixels to leave free inside the picture's edges, for names beside the outermost dots."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class MapProjection:
    """A picture of the globe; pixels from its top left corner, y downwards."""

    crs: str
    """In PROJ's words."""
    scale: float
    """Pixels per unit of the projection."""
    left: float
    top: float
    """The top left corner in units of the projection."""
    width_px: float
    height_px: float

    def to_px(self, points: Points | Sequence[LonLat]) -> Points:
        """Pixels of some points in degrees; points that cannot be shown are not finite."""
        degrees = np.asarray(points, dtype=float).reshape(-1, 2)
        x, y = _transformer(self.crs).transform(degrees[:, 0], degrees[:, 1])
        return np.column_stack([(x - self.left) * self.scale, (self.top - y) * self.scale])

    def to_degrees(self, pixels: Points) -> Points:
        """The inverse of `to_px`."""
        x = pixels[:, 0] / self.scale + self.left
        y = self.top - pixels[:, 1] / self.scale
        lon, lat = _transformer(self.crs).transform(x, y, direction="INVERSE")
        return np.column_stack([lon, lat])

    @property
    def zoom(self) -> float:
        """The zoom of the interactive map that has this scale; for Web Mercator only."""
        return math.log2(self.scale * 2 * math.pi * 6378137.0 / TILE_PX)

    def shown_box(self, margin_px: float = 40.0) -> tuple[float, float, float, float]:
        """West, south, east, north of all land that can be in the picture, generously."""
        x = np.linspace(-margin_px, self.width_px + margin_px, 33)
        y = np.linspace(-margin_px, self.height_px + margin_px, 25)
        grid = np.column_stack([axis.ravel() for axis in np.meshgrid(x, y)])
        degrees = self.to_degrees(grid)
        degrees = degrees[np.isfinite(degrees).all(axis=1)]
        if not len(degrees):
            return (-180.0, -85.0, 180.0, 85.0)
        west, south = degrees.min(axis=0)
        east, north = degrees.max(axis=0)
        pole = self.to_px([(0.0, 90.0)])[0]
        if (np.abs(pole) < 1e7).all() and (pole >= 0).all() and pole[0] <= self.width_px:
            west, east, north = -180.0, 180.0, 90.0
        return (
            max(float(west) - 2, -180.0),
            max(float(south) - 2, -89.0),
            min(float(east) + 2, 180.0),
            min(float(north) + 2, 89.9),
        )


def conic(
    points: Sequence[LonLat], bounds: Bounds, width_px: float, height_px: float, room: Insets
) -> MapProjection:
    """The picture for print and for a page: land in its true shape, great circles almost straight.

    A conformal cone with its two true parallels inside the extent; for more than a third
    of the globe, the equal-area plane that touches the middle.
    """
    west, south, east, north = bounds
    lon_0, lat_0 = (west + east) / 2, (south + north) / 2
    if east - west > WIDEST_CONIC_DEG or abs(lat_0) < 5:
        crs = f"+proj=laea +lat_0={lat_0:.3f} +lon_0={lon_0:.3f} +ellps=WGS84"
    else:
        sixth = (north - south) / 6
        crs = (
            f"+proj=lcc +lat_0={lat_0:.3f} +lon_0={lon_0:.3f} "
            f"+lat_1={south + sixth:.3f} +lat_2={north - sixth:.3f} +ellps=WGS84"
        )
    return _fitted(crs, points, bounds, width_px, height_px, room)


def mercator(
    points: Sequence[LonLat], bounds: Bounds, width_px: float, height_px: float, room: Insets
) -> MapProjection:
    """The picture that the interactive map shows first."""
    crs = "+proj=merc +a=6378137 +b=6378137 +lon_0=0 +units=m"
    return _fitted(crs, points, bounds, width_px, height_px, room)


def at_zoom(projection: MapProjection, zoom: float) -> MapProjection:
    """The same Web Mercator picture about the same centre at another zoom."""
    scale = TILE_PX * 2**zoom / (2 * math.pi * 6378137.0)
    half_width, half_height = projection.width_px / 2, projection.height_px / 2
    return MapProjection(
        projection.crs,
        scale,
        projection.left + half_width / projection.scale - half_width / scale,
        projection.top - half_height / projection.scale + half_height / scale,
        projection.width_px,
        projection.height_px,
    )


def enlarged(projection: MapProjection, times: float) -> MapProjection:
    """The whole picture drawn larger: the same land on more pixels."""
    return replace(
        projection,
        scale=projection.scale * times,
        width_px=projection.width_px * times,
        height_px=projection.height_px * times,
    )


def _fitted(
    crs: str,
    points: Sequence[LonLat],
    bounds: Bounds,
    width_px: float,
    height_px: float,
    room: Insets,
) -> MapProjection:
    """As large as the points allow, never closer than the bounds' smallest extent."""
    west, south, east, north = bounds
    least = min(east - west, north - south)
    shown = np.asarray(points, dtype=float).reshape(-1, 2)
    if not len(shown):
        shown = np.array([(west, south), (west, north), (east, south), (east, north)])
    x, y = _transformer(crs).transform(shown[:, 0], shown[:, 1])
    # A single town, or a few in a row, must not fill the picture with their streets.
    floor_x, floor_y = _transformer(crs).transform(
        [(west + east) / 2] * 2, [(south + north) / 2 - least / 4, (south + north) / 2 + least / 4]
    )
    floor = math.hypot(floor_x[1] - floor_x[0], floor_y[1] - floor_y[0])
    inner_width = max(width_px - room.left - room.right, 1.0)
    inner_height = max(height_px - room.top - room.bottom, 1.0)
    scale = min(
        inner_width / max(float(x.max() - x.min()), floor, 1.0),
        inner_height / max(float(y.max() - y.min()), floor, 1.0),
    )
    centre_x, centre_y = (x.max() + x.min()) / 2, (y.max() + y.min()) / 2
    return MapProjection(
        crs,
        float(scale),
        float(centre_x - (room.left + inner_width / 2) / scale),
        float(centre_y + (room.top + inner_height / 2) / scale),
        float(width_px),
        float(height_px),
    )


@lru_cache(maxsize=64)
def _transformer(crs: str) -> Transformer:
    return Transformer.from_pipeline(
        f"+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step {crs}"
    )
