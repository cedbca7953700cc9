"""The route map as a pydeck deck: the same marks as the still picture, to be moved and zoomed.

The land comes by address from our own server and is kept by the browser; there is no
map provider, no tile and no font to fetch. Sizes are in pixels, so that lines, dots and
names keep them at every zoom.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable

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
from timeline.charts.mapping.held_texts import HeldName, HeldNumber
from timeline.charts.mapping.leg_words import has_several_people
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import DrawnLeg
from timeline.charts.mapping.map_standing import Levels, Standing, StandingHead
from timeline.i18n.catalog import Catalog
from timeline.theme import SANS, Palette
from timeline.viewmodel.marked import NOTHING, Marked
from timeline.viewmodel.route_view import RouteMap

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
        say,
        palette,
        emphasis(view, marked, until),
        is_of_several=has_several_people(view),
        leg_count=len(view.legs),
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
    levels = plan.levels
    return [
        *_of_lines("lines", line_layers, levels, drawing),
        *_dots(plan, drawing),
        *_heads(levels, drawing),
        *_of_lines("hits", leg_hits, levels, drawing),
        *dot_hits(levels.dots, plan.projection, drawing),
        *_texts(levels, drawing),
        *cluster_layers(levels.clusters, plan.projection, drawing),
    ]


def _dots(plan: MapPlan, drawing: Drawing) -> list[pdk.Layer]:
    """All dots; those that wait for their name from closer by, unless chosen."""
    levels = plan.levels
    waiting = {
        place_id: zoom
        for place_id, zoom in levels.late.items()
        if place_id not in drawing.emphasis.marked_places
    }
    layers = dot_layers(
        [dot for dot in levels.dots if dot.mark.place_id not in waiting], plan.projection, drawing
    )
    for index, zoom in enumerate(sorted(set(waiting.values()))):
        late = [dot for dot in levels.dots if waiting.get(dot.mark.place_id) == zoom]
        drawn = dot_layers(late, plan.projection, drawing, f"late-{index}-")
        layers += at_zooms(f"late-{index}", drawn, from_zoom=zoom)
    return layers


def _of_lines(
    name: str,
    drawn: Callable[[str, Iterable[DrawnLeg], MapProjection, Drawing], list[pdk.Layer]],
    levels: Levels,
    drawing: Drawing,
) -> list[pdk.Layer]:
    """One kind of layer for all lines, those seen from closer by too."""
    return [
        layer
        for index, lines in enumerate(levels.lines)
        for layer in at_zooms(
            f"{name}-{index}",
            drawn(_prefix(index), lines.legs, lines.projection, drawing),
            from_zoom=lines.from_zoom,
        )
    ]


def _heads(levels: Levels, drawing: Drawing) -> list[pdk.Layer]:
    """Arrowheads, those with the same zooms together."""
    groups: dict[tuple[float | None, float | None], list[StandingHead]] = {}
    for one in levels.heads:
        groups.setdefault((one.from_zoom, one.until_zoom), []).append(one)
    return [
        layer
        for index, ((from_zoom, until_zoom), group) in enumerate(groups.items())
        for layer in at_zooms(
            f"heads-at-{index}",
            head_layers(f"{_prefix(index)}heads", group, drawing),
            from_zoom=from_zoom,
            until_zoom=until_zoom,
        )
    ]


def _texts(levels: Levels, drawing: Drawing) -> list[pdk.Layer]:
    """Names and numbers, those with the same zooms together."""
    groups: dict[tuple[float | None, float | None], list[Standing]] = {}
    for one in levels.texts:
        groups.setdefault((one.from_zoom, one.until_zoom), []).append(one)
    layers: list[pdk.Layer] = []
    for index, ((from_zoom, until_zoom), group) in enumerate(groups.items()):
        held = [one.held for one in group]
        names = [one for one in held if isinstance(one, HeldName)]
        numbers = [one for one in held if isinstance(one, HeldNumber)]
        found = [
            *name_layers(_prefix(index), names, drawing),
            *number_layers(_prefix(index), numbers, drawing),
        ]
        layers.extend(
            at_zooms(
                f"texts-{index}",
                found,
                from_zoom=from_zoom,
                until_zoom=until_zoom,
            )
        )
    return layers


def _prefix(index: int) -> str:
    """Keeps the names of layers apart; the first have none."""
    return f"{index}-" if index else ""


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
