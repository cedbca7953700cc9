"""The route map as a pydeck deck: the same marks as the still picture, to be moved and zoomed.

The land comes by address from our own server and is kept by the browser; there is no
map provider, no tile and no font to fetch. Sizes are in pixels, so that lines, dots and
names keep them at every zoom.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import pydeck as pdk

from timeline.charts.deck.deck_dots import cluster_layers, dot_layers
from timeline.charts.deck.deck_dots import hit_layers as dot_hits
from timeline.charts.deck.deck_land import Land, land_layers
from timeline.charts.deck.deck_legs import hit_layers as leg_hits
from timeline.charts.deck.deck_legs import line_layers
from timeline.charts.deck.deck_names import name_layers, number_layers
from timeline.charts.deck.deck_spec import ShortDeck, at_zooms
from timeline.charts.deck.deck_strokes import head_layers
from timeline.charts.deck.drawing import Drawing
from timeline.charts.deck.emphasis import emphasis
from timeline.charts.deck.first_view import (
    LEAST_ZOOM,
    MOST_ZOOM,
    first_view,
    fitting_height_px,
    focused_view,
    view_state,
)
from timeline.charts.deck.map_plan import MapPlan, map_plan
from timeline.charts.mapping.leg_words import has_several_people
from timeline.i18n.catalog import Catalog
from timeline.theme import SANS, Palette
from timeline.viewmodel.marked import NOTHING, Marked
from timeline.viewmodel.route_view import RouteMap

JUST_BEFORE_ZOOM = 0.05
"""What belongs to the first view must not vanish for a rounding error."""
CONTROLLER = {
    # The wheel belongs to the page: a map that takes it stops whoever scrolls past.
    "scrollZoom": False,
    "doubleClickZoom": True,
    "touchZoom": True,
    "keyboard": True,
    "dragRotate": False,
    "touchRotate": False,
}


def deck(
    view: RouteMap,
    say: Catalog,
    palette: Palette,
    *,
    land: Land,
    width_px: float,
    height_px: float,
    marked: Marked = NOTHING,
    opened: Collection[str] = (),
    until: dt.date | None = None,
    plan: MapPlan | None = None,
) -> pdk.Deck:
    """The deck for a box of the given size; the same text for the same arguments.

    *marked* things stand out, and the map opens around them; around the places *opened*
    instead, if there are any. With *until*, the map is as of that day, inclusive. A *plan*
    of the same view, words, ground and size saves most of the work.
    """
    made = plan or map_plan(view, say, palette, width_px=width_px, height_px=height_px)
    drawing = Drawing(
        say, palette, emphasis(view, marked, until), is_of_several=has_several_people(view)
    )
    shown = focused_view(view, made.projection, marked, opened)
    return ShortDeck(
        # In a list of their own: see `deck_spec`.
        layers=[
            [
                *land_layers(view, palette, land, drawing.emphasis),
                *_mark_layers(made, drawing),
            ]
        ],
        views=[pdk.View(type="MapView", controller=CONTROLLER)],
        initial_view_state=view_state(shown, made.projection),
        # No provider and no word about a style: with a provider pydeck asks a map host for
        # tiles, and with map_style=None Streamlit asks one for a style.
        map_provider=None,
        tooltip={
            "text": "{tip}",
            "style": {
                "backgroundColor": palette.ground,
                "color": palette.ink,
                "border": f"1px solid {palette.hairline}",
                "fontFamily": SANS,
                "fontSize": "12.5px",
                "maxWidth": "18rem",
                "whiteSpace": "pre-line",
            },
        },
    )


def _mark_layers(plan: MapPlan, drawing: Drawing) -> list[pdk.Layer]:
    """What lies on the land, back to front; on top, unseen, what a hand can hit."""
    lines: list[pdk.Layer] = []
    heads: list[pdk.Layer] = []
    texts: list[pdk.Layer] = []
    hits: list[pdk.Layer] = []
    for index, level in enumerate(plan.levels):
        prefix = f"{index}-" if index else ""
        zoom = None if level.from_zoom is None else level.from_zoom - JUST_BEFORE_ZOOM
        parts = (
            (lines, "below", line_layers(prefix, level.legs, level.projection, drawing)),
            (heads, "heads", head_layers(prefix, level.legs, level.projection, drawing)),
            (
                texts,
                "above",
                [
                    *name_layers(prefix, level.names, drawing),
                    *number_layers(prefix, level.numbers, drawing),
                ],
            ),
            (hits, "hits", leg_hits(prefix, level.legs, level.projection, drawing)),
        )
        for layers, name, found in parts:
            layers.extend(at_zooms(f"{name}-{index}", found, from_zoom=zoom))
    return [
        *lines,
        *dot_layers(plan.dots, plan.projection, drawing),
        *heads,
        *hits,
        *dot_hits(plan.dots, plan.projection, drawing),
        *texts,
        *cluster_layers(plan.clusters, drawing),
    ]


__all__ = [
    "LEAST_ZOOM",
    "MOST_ZOOM",
    "Land",
    "MapPlan",
    "deck",
    "first_view",
    "fitting_height_px",
    "map_plan",
]
