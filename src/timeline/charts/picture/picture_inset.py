"""The inset of a static map as SVG, with the frame around what it shows."""

from __future__ import annotations

from itertools import pairwise

import shapely

from timeline.charts.mapping.map_inset import Inset
from timeline.charts.mapping.map_labels import Box
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import MapLayout
from timeline.charts.picture.drawing import Layer
from timeline.charts.picture.picture_land import land_layers, land_shapes
from timeline.charts.picture.picture_marks import mark_layers
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.thrifty_land import thrifty_land
from timeline.charts.picture.thrifty_marks import thrifty_marks
from timeline.routes.outlines import CountryOutlines
from timeline.theme import Palette
from timeline.viewmodel.route_view import RouteMap


def ground_layers(
    view: RouteMap,
    projection: MapProjection,
    palette: Palette,
    shapes: CountryOutlines,
    *,
    id_prefix: str,
    most_bytes: int | None = None,
) -> tuple[Layer, ...]:
    """Sea and land of one picture; with *most_bytes* for the outlines, drawn thriftily."""
    width, height = number(projection.width_px), number(projection.height_px)
    sea = Layer("sea", f'<rect width="{width}" height="{height}" fill="{palette.sea}"/>')
    if most_bytes is None:
        land = land_shapes(
            shapes, projection, countries_of_case=view.countries, regions=view.regions
        )
        return (sea, *land_layers(land, palette))
    return (
        sea,
        *thrifty_land(
            shapes,
            projection,
            palette,
            countries_of_case=view.countries,
            regions=view.regions,
            most_bytes=most_bytes,
            id_prefix=id_prefix,
        ),
    )


def frame_svg(inset: Inset, palette: Palette) -> str:
    """The frame around what the inset shows, and two hairlines that lead to it.

    Drawn before the marks, so that no line of it crosses a name.
    """
    box, shown = inset.box, inset.shown
    return (
        f'<g fill="none" stroke="{palette.muted}">{_rect(shown)}'
        f'<path d="{_leaders(shown, box)}" stroke-opacity=".6"/></g>'
    )


def inset_svg(
    inset: Inset,
    layout: MapLayout,
    palette: Palette,
    shapes: CountryOutlines,
    prefix: str,
    *,
    most_bytes: int | None = None,
) -> str:
    """The closer map in its corner; with *most_bytes* for its outlines, drawn thriftily.

    *layout* is what the inset holds, in pixels of its box.
    """
    box = inset.box
    draw = mark_layers if most_bytes is None else thrifty_marks
    layers = (
        *ground_layers(
            inset.view,
            inset.projection,
            palette,
            shapes,
            id_prefix=f"{prefix}i",
            most_bytes=most_bytes,
        ),
        *draw(layout, palette, id_prefix=f"{prefix}i"),
    )
    return "".join(
        [
            # An svg of its own is cut at its edge without any clip path.
            f'<svg x="{number(box.left)}" y="{number(box.top)}" '
            f'width="{number(box.right - box.left)}" height="{number(box.bottom - box.top)}" '
            'overflow="hidden">',
            *(layer.markup for layer in layers),
            "</svg>",
            f'<g fill="none" stroke="{palette.muted}">{_rect(box)}</g>',
        ]
    )


def _rect(box: Box) -> str:
    return (
        f'<rect x="{number(box.left)}" y="{number(box.top)}" '
        f'width="{number(box.right - box.left)}" height="{number(box.bottom - box.top)}"/>'
    )


def _leaders(shown: Box, box: Box) -> str:
    """The two sides of the hull around both rectangles that lead from one to the other."""
    ours = _corners(shown)
    hull = shapely.MultiPoint([*ours, *_corners(box)]).convex_hull
    ring = [(float(x), float(y)) for x, y in shapely.get_coordinates(hull)]
    return "".join(
        f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"
        for (x1, y1), (x2, y2) in pairwise(ring)
        if ((x1, y1) in ours) != ((x2, y2) in ours)
    )


def _corners(box: Box) -> list[tuple[float, float]]:
    return [
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    ]
