"""The land of a static map: cut to the picture, thinned to what can be seen, as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.picture.drawing import Layer
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
LAND_LAYERS = frozenset({"land", "regions", "water", "borders-disputed"})
"""Layers that go on beyond the picture."""
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
    codes, cut = land_pieces(outlines, projection)
    # Simplified as one fabric: each on its own, neighbours would gape and overlap.
    drawn = _thinned(cut, _most_points(projection))
    of_case, pairs = set(countries_of_case), list(zip(codes, drawn, strict=True))
    return LandShapes(
        neutral=tuple(s for code, s in pairs if code not in of_case and not s.is_empty),
        of_case=tuple((code, s) for code, s in pairs if code in of_case and not s.is_empty),
        regions=region_shapes(outlines, projection, regions, TOLERANCE_PX),
        lakes=fine_shapes(outlines.lakes, projection, TOLERANCE_PX, least_px2=12.0),
        disputed=fine_shapes(outlines.disputed, projection, TOLERANCE_PX),
    )


def land_pieces(
    outlines: CountryOutlines, projection: MapProjection
) -> tuple[list[str], list[BaseGeometry]]:
    """The code of every land in the picture, empty for nobody's, and its shape in full detail."""
    codes = [*outlines.countries, *[""] * len(outlines.nobodys)]
    whole = [one.shape for one in outlines.countries.values()] + list(outlines.nobodys)
    cut = _in_pixels(np.array(whole, dtype=object), projection)
    pairs = [
        (code, areas(shape)) for code, shape in zip(codes, cut, strict=True) if not shape.is_empty
    ]
    return [code for code, _ in pairs], [shape for _, shape in pairs]


def region_shapes(
    outlines: CountryOutlines,
    projection: MapProjection,
    regions: Iterable[str],
    tolerance_px: float,
) -> tuple[tuple[str, BaseGeometry], ...]:
    """The tinted regions that are in the picture, with their codes."""
    tinted = [(code, outlines.regions[code].shape) for code in regions if code in outlines.regions]
    cut = _in_pixels(np.array([shape for _, shape in tinted], dtype=object), projection)
    return tuple(
        (code, shapely.simplify(shape, tolerance_px))
        for (code, _), shape in zip(tinted, cut, strict=True)
        if not shape.is_empty
    )


def fine_shapes(
    shapes: tuple[BaseGeometry, ...],
    projection: MapProjection,
    tolerance_px: float,
    *,
    least_px2: float = 0.0,
) -> tuple[BaseGeometry, ...]:
    """Lakes or lines in the picture, thinned each by itself, without those too small to see."""
    cut = _in_pixels(np.array(shapes, dtype=object), projection)
    return tuple(
        shapely.simplify(shape, tolerance_px)
        for shape in cut
        if not shape.is_empty and (least_px2 == 0.0 or shape.area >= least_px2)
    )


def land_layers(land: LandShapes, palette: Palette) -> tuple[Layer, ...]:
    """The land by layers: neutral and of the case, tinted regions, water, dashes."""
    border = f'stroke="{palette.border}" stroke-width=".7" stroke-linejoin="round"'
    neutral = "".join(f'<path d="{d}"/>' for shape in land.neutral if (d := shape_path(shape)))
    of_case = "".join(f'<path d="{d}"/>' for _, shape in land.of_case if (d := shape_path(shape)))
    regions = "".join(
        f'<path d="{d}"{"" if code == CHECHNYA else FAINTER}/>'
        for code, shape in land.regions
        if (d := shape_path(shape))
    )
    lakes = "".join(shape_path(shape) for shape in land.lakes)
    disputed = "".join(shape_path(shape) for shape in land.disputed)
    return (
        Layer(
            "land",
            f'<g fill="{palette.land}" {border}>{neutral}</g>'
            f'<g fill="{palette.land_of_case}" {border}>{of_case}</g>',
        ),
        Layer("regions", f'<g fill="{palette.chechnya}" {border}>{regions}</g>' if regions else ""),
        Layer(
            "water",
            f'<path d="{lakes}" fill="{palette.sea}" stroke="{palette.border}" stroke-width=".5"/>'
            if lakes
            else "",
        ),
        # The solid line under it is painted over first, or no dash would be seen.
        Layer(
            "borders-disputed",
            f'<g fill="none"><path d="{disputed}" stroke="{palette.land}" '
            f'stroke-width="{number(1.5)}"/><path d="{disputed}" stroke="{palette.border}" '
            f'stroke-width=".9" stroke-dasharray="3 2.5"/></g>'
            if disputed
            else "",
        ),
    )


def _in_pixels(shapes: NDArray[np.object_], projection: MapProjection) -> NDArray[np.object_]:
    """The shapes cut to what is near the picture, in pixels, cut again to the picture.

    Shapes that are not in it are empty; places in the array are kept.
    """
    if not len(shapes):
        return shapes
    box = projection.shown_box()
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
        drawn = [areas(shape, 2 * tolerance) for shape in fabric]
        if int(shapely.get_num_coordinates(drawn).sum()) <= most_points:
            break
    return drawn


def areas(shape: BaseGeometry, least_px2: float = 0.0) -> BaseGeometry:
    """The areas of a shape, without islands too small to see; cutting may leave edges over."""
    parts = [
        part
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and part.area > least_px2
    ]
    return shapely.MultiPolygon(parts)
