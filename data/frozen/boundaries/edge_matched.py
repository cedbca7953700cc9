"""Polygons that share their edges exactly: joining two maps, simplifying, finding edges.

"Edge-matched" means that neighbours use the very same points along their common border,
so that a map drawn from them shows neither gaps nor doubled lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

Shapes = dict[str, BaseGeometry]
"""Polygons by the name of the unit they show."""

SLIVER_DEG = 0.02
"""Wider than the thinning of the coarse map, whose outlines are off by up to 0.012."""


def set_in(coarse: Shapes, fine: Shapes) -> Shapes:
    """One edge-matched map out of a coarse one and a finer one that overlies part of it.

    The fine shapes keep their ground. Slivers between the two that neither covers go to
    the neighbour with the longest common border.
    """
    ground = shapely.union_all(list(fine.values()))
    around = {
        name: _polygons_of(shapely.difference(shape, ground)) if shape.intersects(ground) else shape
        for name, shape in coarse.items()
    }
    together = {**fine, **around}
    shapes = cleaned(list(together.values()), gap_deg=SLIVER_DEG)
    return dict(zip(together, shapes, strict=True))


def cleaned(shapes: Sequence[BaseGeometry], gap_deg: float = 0.0) -> list[BaseGeometry]:
    """The shapes with their common edges made identical; the earlier one wins an overlap.

    Gaps narrower than `gap_deg` are closed.
    """
    result = shapely.coverage_clean(
        np.array(shapes), gap_width=gap_deg, snapping_distance=1e-6, merge_strategy="min_index"
    )
    return [_polygons_of(shape) for shape in result]


def simplified(shapes: Shapes, tolerances_deg: Sequence[tuple[float, set[str]]]) -> Shapes:
    """The shapes with fewer points, each group at its own tolerance, still edge-matched.

    `tolerances_deg` goes from fine to coarse. An edge between two groups, or between a
    group and the sea, belongs to the finer group.
    """
    result = dict(shapes)
    done: set[str] = set()
    for tolerance_deg, group in tolerances_deg:
        rest = [name for name in result if name not in done]
        # The sea takes part as one more shape, so that every edge still to be simplified
        # has a shape on both sides, and the edges of the groups already done have one:
        # those are held fast.
        sea = shapely.difference(
            shapely.box(-180, -90, 180, 90), shapely.union_all(list(result.values()))
        )
        changed = shapely.coverage_simplify(
            np.array([*(result[name] for name in rest), sea]),
            tolerance_deg,
            simplify_boundary=False,
        )
        result.update(zip(rest, changed[:-1], strict=True))
        done |= group
    return result


def without_specks(shapes: Shapes, smallest_deg2: Mapping[str, float]) -> Shapes:
    """The shapes without small islands, each at its own limit.

    A unit's largest part always stays, and so does a part that touches another unit:
    without it there would be a hole in the land.
    """
    parts = [part for shape in shapes.values() for part in shapely.get_parts(shape)]
    tree = shapely.STRtree(parts)
    result: Shapes = {}
    for name, shape in shapes.items():
        own = sorted(shapely.get_parts(shape), key=lambda part: part.area, reverse=True)
        kept = own[:1] + [
            part
            for part in own[1:]
            if part.area >= smallest_deg2[name] or len(tree.query(part, "intersects")) > 1
        ]
        result[name] = kept[0] if len(kept) == 1 else MultiPolygon(kept)
    return result


def rounded(shape: BaseGeometry, decimals: int) -> BaseGeometry:
    """The shape with rounded coordinates and without the points that fell together."""
    moved = shapely.transform(shape, lambda points: np.round(points, decimals) + 0.0)
    return shapely.remove_repeated_points(moved)


def rounded_together(shapes: Shapes, decimals: int) -> Shapes:
    """Edge-matched shapes with rounded coordinates, each valid, still edge-matched.

    Rounding can push a point across a nearby edge; cleaning mends that and puts in a new
    point, which is rounded in turn. Raises ValueError when this does not settle.
    """
    names = list(shapes)
    current = [rounded(shapes[name], decimals) for name in names]
    for _ in range(5):
        if shapely.is_valid(current).all() and shapely.coverage_is_valid(np.array(current)):
            return dict(zip(names, current, strict=True))
        current = [rounded(shape, decimals) for shape in cleaned(current)]
    raise ValueError("rounding does not settle")


def joined(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """Edge-matched shapes as one."""
    return shapely.coverage_union_all(list(shapes))


def shared_edge(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """The line along which two edge-matched shapes touch; empty when they do not."""
    common = shapely.intersection(one.boundary, other.boundary)
    lines = [part for part in shapely.get_parts(common) if part.geom_type == "LineString"]
    return shapely.line_merge(shapely.MultiLineString(lines))


def _polygons_of(shape: BaseGeometry) -> BaseGeometry:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)
