"""Where everything stands on the movable map, at every zoom: the slow half of drawing it.

It does not depend on what is chosen or on the day shown, so a page keeps it and draws
anew from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.charts.deck.first_view import MOST_ZOOM, first_view
from timeline.charts.mapping.map_levels import levels_of
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import Scene
from timeline.charts.mapping.map_standing import Levels
from timeline.i18n.catalog import Catalog
from timeline.theme import Palette
from timeline.viewmodel.route_view import RouteMap


@dataclass(frozen=True, slots=True)
class MapPlan:
    """The layout of one route map for one width and ground."""

    view: RouteMap
    projection: MapProjection
    """What the map opens with when nothing is chosen."""
    levels: Levels


def map_plan(
    view: RouteMap, say: Catalog, palette: Palette, *, width_px: float, height_px: float
) -> MapPlan:
    """The layout for a box of the given size; the same for the same arguments."""
    projection = first_view(view, width_px, height_px)
    return MapPlan(view, projection, levels_of(Scene(view, say, palette, projection), MOST_ZOOM))
