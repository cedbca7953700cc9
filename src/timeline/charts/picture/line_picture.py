"""One line of a route map as a small picture, made by what draws the lines of the maps."""

from __future__ import annotations

from timeline.charts.mapping.leg_trace import trace_of
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import DOT_PX, DrawnDot, MapLayout, Scene
from timeline.charts.picture.inline_picture import inline_picture
from timeline.charts.picture.picture_marks import marks_svg
from timeline.i18n.catalog import Catalog
from timeline.theme import Palette
from timeline.viewmodel.route_view import RouteMap

WIDTH_PX, HEIGHT_PX = 132.0, 30.0
_METRES_A_PIXEL = 10_000.0


def line_picture(view: RouteMap, palette: Palette, say: Catalog, *, alt: str) -> str:
    """The legs of a small map on the equator, without land, as HTML."""
    top = HEIGHT_PX * 0.62 * _METRES_A_PIXEL
    projection = MapProjection("+proj=eqc", 1 / _METRES_A_PIXEL, 0.0, top, WIDTH_PX, HEIGHT_PX)
    scene = Scene(view, say, palette, projection)
    layout = MapLayout(legs=[trace_of(leg, scene) for leg in view.legs])
    for mark in view.marks:
        if mark.position is not None:
            ((x, y),) = projection.to_px([mark.position])
            layout.dots.append(DrawnDot(mark, float(x), float(y), DOT_PX))
    body = marks_svg(layout, palette, id_prefix="sample-")
    return inline_picture(body, width_px=WIDTH_PX, height_px=HEIGHT_PX, alt=alt)
