"""The land in as few bytes as it can be drawn with, for documents that must stay small.

Whole pixels, every border once, and no more detail than a number of bytes allows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.picture.drawing import Layer
from timeline.charts.picture.picture_land import (
    FAINTER,
    areas,
    fine_shapes,
    land_pieces,
    region_shapes,
)
from timeline.charts.picture.svg_path import whole_path
from timeline.routes.outlines import CountryOutlines
from timeline.theme import Palette
from timeline.viewmodel.land_names import CHECHNYA

TOLERANCES_PX = (0.9, 1.2, 1.6, 2.0, 2.5, 3.1, 3.8, 4.6, 5.6, 7.0)
"""The next is taken while the outlines have more bytes than allowed."""
JOINED_FROM_PX = 3.1
"""Where all of that is too much, countries outside the case become one land without borders:
from this tolerance on their coasts are taken again."""
BORDERS_BYTES = 1_000
"""How many more bytes the coarsest land with borders may have before they are given up: the name
of a country that no border sets apart says little."""
LEAST_ISLAND = 5.0
"""Islands smaller than this many squares of the tolerance are left out; in square pixels."""
REGION_TOLERANCE_PX, LAKE_TOLERANCE_PX, LEAST_LAKE_PX2, LEAST_DASH_PX = 0.9, 1.1, 40.0, 4.0


def thrifty_land(
    outlines: CountryOutlines,
    projection: MapProjection,
    palette: Palette,
    *,
    countries_of_case: Iterable[str],
    regions: Iterable[str],
    most_bytes: int,
    id_prefix: str,
) -> tuple[Layer, ...]:
    """The same layers as `picture_land.land_layers`; *most_bytes* is for the outlines of countries."""
    of_case = set(countries_of_case)
    codes, fabric = land_pieces(outlines, projection)
    for neutral, mine, more_bytes in _coarser_and_coarser(
        [shape for code, shape in zip(codes, fabric, strict=True) if code not in of_case],
        [shape for code, shape in zip(codes, fabric, strict=True) if code in of_case],
    ):
        paths = (_outline(neutral), _outline(mine), _seams(neutral) + _seams(mine))
        if sum(map(len, paths)) <= most_bytes + more_bytes:
            break
    land, own, seams = paths
    tinted = [
        f'<path d="{path}"{"" if code == CHECHNYA else FAINTER}/>'
        for code, shape in region_shapes(outlines, projection, regions, REGION_TOLERANCE_PX)
        if (path := _outline([shape]))
    ]
    lakes = fine_shapes(outlines.lakes, projection, LAKE_TOLERANCE_PX, least_px2=LEAST_LAKE_PX2)
    disputed = fine_shapes(outlines.disputed, projection, LAKE_TOLERANCE_PX)
    water, dashes = (
        _outline(lakes),
        "".join(_path(shape) for shape in disputed if shape.length > LEAST_DASH_PX),
    )
    return (
        Layer(
            "land",
            _bordered(
                _filled(land, palette.land)
                + _filled(own, palette.land_of_case)
                + (f'<path fill="none" d="{seams}"/>' if seams else ""),
                palette,
            ),
        ),
        Layer("regions", _bordered("".join(tinted), palette, fill=palette.chechnya)),
        Layer("water", _bordered(_filled(water, palette.sea), palette)),
        Layer(
            "borders-disputed",
            _bordered(
                f'<g stroke="{palette.land}" stroke-width="1.5"><path id="{id_prefix}d" '
                f'd="{dashes}"/></g><use href="#{id_prefix}d" stroke-dasharray="3 2.5"/>'
                if dashes
                else "",
                palette,
                fill="none",
            ),
        ),
    )


def _coarser_and_coarser(
    neutral: list[BaseGeometry], mine: list[BaseGeometry]
) -> Iterator[tuple[list[BaseGeometry], list[BaseGeometry], int]]:
    """The lands outside the case and those of it in ever less detail, in pixels.

    With each the bytes that it may have beyond those allowed.
    """
    finest = None
    for tolerance in TOLERANCES_PX:
        neutral, mine = _simplified(neutral, mine, tolerance)
        finest = finest or (neutral, mine)
        more_bytes = BORDERS_BYTES if tolerance == TOLERANCES_PX[-1] else 0
        yield *_without_islands(neutral, mine, LEAST_ISLAND * tolerance**2), more_bytes
    if not finest or not finest[0]:
        return
    neutral, mine = [shapely.coverage_union_all(finest[0])], finest[1]
    for tolerance in TOLERANCES_PX[TOLERANCES_PX.index(JOINED_FROM_PX) :]:
        neutral, mine = _simplified(neutral, mine, tolerance)
        yield *_without_islands(neutral, mine, LEAST_ISLAND * tolerance**2), 0


def _simplified(
    neutral: list[BaseGeometry], mine: list[BaseGeometry], tolerance_px: float
) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
    """Both as one fabric: neighbours keep their edge in common."""
    fabric = list(shapely.coverage_simplify([*neutral, *mine], tolerance_px))
    return fabric[: len(neutral)], fabric[len(neutral) :]


def _without_islands(
    neutral: list[BaseGeometry], mine: list[BaseGeometry], least_px2: float
) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
    """Both without what water parts from all land of that size.

    A country is measured with all it is joined to: left out, a small one would be a hole in
    its continent.
    """
    lands = [areas(shape) for shape in (*neutral, *mine)]
    masses = shapely.get_parts(shapely.coverage_union_all(lands)) if lands else np.array([])
    large = shapely.STRtree(masses[shapely.area(masses) > least_px2])
    parts, land_of = shapely.get_parts(lands, return_index=True)
    kept = np.unique(large.query(shapely.point_on_surface(parts), predicate="within")[0])
    drawn: list[BaseGeometry] = [
        shapely.MultiPolygon(list(parts[kept[land_of[kept] == land]])) for land in range(len(lands))
    ]
    return drawn[: len(neutral)], drawn[len(neutral) :]


def _bordered(paths: str, palette: Palette, *, fill: str = "") -> str:
    """Paths with the stroke of a border; empty for none."""
    if not paths:
        return ""
    filled = f' fill="{fill}"' if fill else ""
    return (
        f'<g stroke="{palette.border}" stroke-width=".7" '
        f'stroke-linejoin="round"{filled}>{paths}</g>'
    )


def _filled(path: str, colour: str) -> str:
    return f'<path fill="{colour}" d="{path}"/>' if path else ""


def _outline(shapes: Sequence[BaseGeometry]) -> str:
    """The outer edge of some neighbours together."""
    if not shapes:
        return ""
    return _path(shapely.coverage_union_all(list(shapes)))


def _path(shape: BaseGeometry) -> str:
    return "".join(
        whole_path(_steps(shapely.get_coordinates(ring)), closed=part.geom_type == "Polygon")
        for part in shapely.get_parts(shape)
        for ring in ((part.exterior, *part.interiors) if part.geom_type == "Polygon" else (part,))
    )


def _seams(shapes: Sequence[BaseGeometry]) -> str:
    """The borders between neighbours: what is an edge of two of them."""
    edges: Counter[tuple[tuple[int, int], tuple[int, int]]] = Counter()
    for part in shapely.get_parts(list(shapes)):
        for polygon in shapely.get_parts(part):
            for ring in (polygon.exterior, *polygon.interiors):
                points = [(int(x), int(y)) for x, y in _steps(shapely.get_coordinates(ring))]
                for one, other in pairwise(points):
                    if one != other:
                        edges[min(one, other), max(one, other)] += 1
    shared = [edge for edge, count in edges.items() if count > 1]
    if not shared:
        return ""
    lines = shapely.line_merge(shapely.MultiLineString(shared))
    return "".join(
        whole_path(shapely.get_coordinates(line).astype(int), closed=False)
        for line in shapely.get_parts(lines)
    )


def _steps(
    points: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.rint(points).astype(np.int64)
