"""What the movable map shows first, how close a reader can come, and how tall it is."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import pydeck as pdk

from timeline.charts.deck.deck_rows import DECIMALS
from timeline.charts.mapping.map_gatherings import TOO_CLOSE_PX
from timeline.charts.mapping.map_levels import FARTHER_OUT_ZOOM
from timeline.charts.mapping.map_projection import Insets, MapProjection, at_zoom, mercator
from timeline.routes.globe import Path
from timeline.viewmodel.marked import Marked
from timeline.viewmodel.route_focus import points_of_marked, points_of_places
from timeline.viewmodel.route_frame import bounds_around
from timeline.viewmodel.route_view import RouteMap

LEAST_ZOOM, MOST_ZOOM = 1.2, 7.5
"""Closer than this the bundled outlines would show their corners."""
MOST_CLOSER_ZOOM = 1.6
"""How much closer than the whole route a chosen thing is shown: the reader must still know where."""
APART_PX = 2.2 * TOO_CLOSE_PX
"""Between places that a ring is opened to tell apart: rings open at each doubling."""
_ROOM = Insets(46, 34, 64, 34)
_FOCUS_ROOM = Insets(70, 60, 70, 60)
_HEIGHTS_PX = (340, 540)
_SURE_WIDTH = 0.95
"""Of the width asked for: a page narrower than expected must not cut the outermost names."""


def fitting_height_px(view: RouteMap, width_px: float) -> int:
    """The height at which a map of this width opens with least empty land above and below."""
    tall = first_view(view, width_px, 4 * width_px)
    y = tall.to_px(view.frame_points)[:, 1] if view.frame_points else np.zeros(1)
    wanted = float(y.max() - y.min()) + 2 * (_ROOM.top + _ROOM.bottom)
    lowest, highest = _HEIGHTS_PX
    return round(min(max(wanted, lowest), highest))


def first_view(view: RouteMap, width_px: float, height_px: float) -> MapProjection:
    """The Web Mercator picture that the map opens with when nothing is chosen."""
    width = width_px * _SURE_WIDTH
    fitted = mercator(view.frame_points, view.bounds, width, height_px, _ROOM)
    return at_zoom(fitted, min(max(fitted.zoom, LEAST_ZOOM), MOST_ZOOM - 1))


def focused_view(
    view: RouteMap, whole: MapProjection, marked: Marked, opened: Iterable[str]
) -> MapProjection:
    """The picture around what is chosen, or around places to be told apart; else the whole.

    Never closer than the place is known, nor so close that nobody knows where they are.
    """
    wanted = frozenset(opened)
    if wanted:
        points = points_of_places(view, wanted)
        return _apart(points, whole) if points else whole
    points = points_of_marked(view, marked)
    if not points:
        return whole
    return _around(points, whole, min(whole.zoom + MOST_CLOSER_ZOOM, MOST_ZOOM - 1))


def _apart(points: Path, whole: MapProjection) -> MapProjection:
    """As close as it takes to tell the points apart, and no closer."""
    pixels = whole.to_px(points)
    gaps = np.hypot(*(pixels[:, None, :] - pixels[None, :, :]).transpose(2, 0, 1))
    between = gaps[np.triu_indices(len(points), 1)]
    nearest = max(float(between.min(initial=APART_PX)), 0.01)
    enough = whole.zoom + math.log2(APART_PX / nearest)
    return _around(points, whole, min(max(enough, whole.zoom), MOST_ZOOM), least_deg=0.1)


def _around(
    points: Path,
    whole: MapProjection,
    most_zoom: float,
    *,
    least_deg: float = 3.0,
) -> MapProjection:
    bounds = bounds_around(points, least_deg=least_deg)
    fitted = mercator(points, bounds, whole.width_px, whole.height_px, _FOCUS_ROOM)
    return at_zoom(fitted, min(max(fitted.zoom, whole.zoom), most_zoom))


def view_state(shown: MapProjection, whole: MapProjection) -> pdk.ViewState:
    """The same in the browser's words, and how far the reader can go in and out."""
    middle = np.array([[shown.width_px / 2, shown.height_px / 2]])
    lon, lat = shown.to_degrees(middle)[0].tolist()
    return pdk.ViewState(
        longitude=round(lon, DECIMALS),
        latitude=round(lat, DECIMALS),
        zoom=round(shown.zoom, 3),
        min_zoom=round(max(whole.zoom - FARTHER_OUT_ZOOM, LEAST_ZOOM - 0.5), 3),
        max_zoom=MOST_ZOOM,
    )
