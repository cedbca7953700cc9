"""The land of a static map: cut to the picture, thinned to what can be seen, as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.picture.svg_path import number, shape_path
from timeline.routes.outlines import CountryOutlines
from timeline.theme import Palette
from timeline.viewmodel.land_names import CHECHNYA

TOLERANCE_PX = 0.4
"""Detail finer than this is not drawn."""
FABRIC_TOLERANCES_PX = (0.9, 1.3, 1.8, 2.4, 3.2)
"""About the same for a fabric, which is thinned by the areas of triangles: its square root.
The next is taken while the land has more points than a page should carry."""
MOST_POINTS = (800, 2600, 3500)
"""For an inset, a phone and a wide picture; the last is about 30 kB."""
FAINTER = ' fill-opacity=".55"'
"""Other regions of a case are marked, and less than the Chechen Republic is."""
BEYOND_PX = 3.0
"""Land is cut this far outside the picture, so that the cut's outline stays out of sight."""
LONGEST_STEP_DEG = 1.5
"""Straight edges of the atlas are broken up to this length: a parallel is a curve here."""


@dataclass(frozen=True, slots=True)
class LandShapes:
    """The land in pixels."""

    neutral: tuple[BaseGeometry, ...]
    of_case: tuple[tuple[str, BaseGeometry], ...]
    """With the code of each country."""
    regions: tuple[tuple[str, BaseGeometry], ...]
    lakes: tuple[BaseGeometry, ...]
    disputed: tuple[BaseGeometry, ...]


def land_shapes(
    outlines: CountryOutlines,
    projection: MapProjection,
    *,
    countries_of_case: Iterable[str],
    regions: Iterable[str],
) -> LandShapes:
    """What of the land is in the picture; neighbours keep their edge in common exactly."""
    box = projection.shown_box()
    of_case = set(countries_of_case)
    codes = list(outlines.countries)
    whole = [outlines.countries[code].shape for code in codes] + list(outlines.nobodys)
    cut = _in_pixels(np.array(whole, dtype=object), box, projection)
    pieces = [(index, _polygons(shape)) for index, shape in enumerate(cut) if not shape.is_empty]
    # Simplified as one fabric: each on its own, neighbours would gape and overlap.
    drawn = _thinned([shape for _, shape in pieces], _most_points(projection))
    names = [*codes, *[""] * len(outlines.nobodys)]
    pairs = [(names[index], shape) for (index, _), shape in zip(pieces, drawn, strict=True)]
    tinted = [(code, outlines.regions[code].shape) for code in regions if code in outlines.regions]
    region_cut = _in_pixels(np.array([s for _, s in tinted], dtype=object), box, projection)
    return LandShapes(
        neutral=tuple(s for code, s in pairs if code not in of_case and not s.is_empty),
        of_case=tuple((code, s) for code, s in pairs if code in of_case and not s.is_empty),
        regions=tuple(
            (code, shapely.simplify(shape, TOLERANCE_PX))
            for (code, _), shape in zip(tinted, region_cut, strict=True)
            if not shape.is_empty
        ),
        lakes=_simplified(outlines.lakes, box, projection, least_px2=12.0),
        disputed=_simplified(outlines.disputed, box, projection, least_px2=0.0),
    )


def land_svg(land: LandShapes, palette: Palette) -> str:
    """The land as groups of paths: neutral, of the case, tinted regions, water, dashes."""
    border = f'stroke="{palette.border}" stroke-width=".7" stroke-linejoin="round"'
    parts = [
        f'<g fill="{palette.land}" {border}>',
        *(f'<path d="{d}"/>' for shape in land.neutral if (d := shape_path(shape))),
        "</g>",
        f'<g fill="{palette.land_of_case}" {border}>',
        *(f'<path d="{d}"/>' for _, shape in land.of_case if (d := shape_path(shape))),
        "</g>",
        f'<g fill="{palette.chechnya}" {border}>',
        *(
            f'<path d="{d}"{"" if code == CHECHNYA else FAINTER}/>'
            for code, shape in land.regions
            if (d := shape_path(shape))
        ),
        "</g>",
    ]
    if lakes := "".join(shape_path(shape) for shape in land.lakes):
        parts.append(
            f'<path d="{lakes}" fill="{palette.sea}" stroke="{palette.border}" stroke-width=".5"/>'
        )
    if disputed := "".join(shape_path(shape) for shape in land.disputed):
        # The solid line under it is painted over first, or no dash would be seen.
        parts.append(
            f'<g fill="none"><path d="{disputed}" stroke="{palette.land}" '
            f'stroke-width="{number(1.5)}"/><path d="{disputed}" stroke="{palette.border}" '
            f'stroke-width=".9" stroke-dasharray="3 2.5"/></g>'
        )
    return "".join(part for part in parts if part)


def _in_pixels(
    shapes: NDArray[np.object_],
    box: tuple[float, float, float, float],
    projection: MapProjection,
) -> NDArray[np.object_]:
    """The shapes cut to what is near the picture, in pixels, cut again to the picture.

    Shapes that are not in it are empty; places in the array are kept.
    """
    if not len(shapes):
        return shapes
    near = shapely.intersects(shapely.envelope(shapes), shapely.box(*box))
    cut = np.full(len(shapes), shapely.from_wkt("POLYGON EMPTY"), dtype=object)
    cut[near] = shapely.clip_by_rect(shapes[near], *box)
    cut[near] = shapely.segmentize(cut[near], LONGEST_STEP_DEG)
    cut[near] = shapely.transform(cut[near], projection.to_px)
    cut[near] = shapely.clip_by_rect(
        cut[near],
        -BEYOND_PX,
        -BEYOND_PX,
        projection.width_px + BEYOND_PX,
        projection.height_px + BEYOND_PX,
    )
    return cut


def _most_points(projection: MapProjection) -> int:
    inset, phone, wide = MOST_POINTS
    return inset if projection.width_px < 300 else phone if projection.width_px < 480 else wide


def _thinned(fabric: list[BaseGeometry], most_points: int) -> list[BaseGeometry]:
    """The fabric in as much detail as a page should carry, without islands it cannot show."""
    for tolerance in FABRIC_TOLERANCES_PX:
        fabric = list(shapely.coverage_simplify(fabric, tolerance))
        drawn = [_polygons(shape, 2 * tolerance) for shape in fabric]
        if int(shapely.get_num_coordinates(drawn).sum()) <= most_points:
            break
    return drawn


def _polygons(shape: BaseGeometry, least_px2: float = 0.0) -> BaseGeometry:
    """The areas of a shape, without islands too small to see; cutting may leave edges over."""
    parts = [
        part
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and part.area > least_px2
    ]
    return shapely.MultiPolygon(parts)


def _simplified(
    shapes: tuple[BaseGeometry, ...],
    box: tuple[float, float, float, float],
    projection: MapProjection,
    *,
    least_px2: float,
) -> tuple[BaseGeometry, ...]:
    cut = _in_pixels(np.array(shapes, dtype=object), box, projection)
    return tuple(
        shapely.simplify(shape, TOLERANCE_PX)
        for shape in cut
        if not shape.is_empty and (least_px2 == 0.0 or shape.area >= least_px2)
    )
