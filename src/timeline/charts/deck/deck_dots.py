"""Dots of the movable map, rings around what is chosen, rings around what lies too near."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import pydeck as pdk

from timeline.charts.deck.deck_names import name_layers
from timeline.charts.deck.deck_rows import ChoosableRow, Row, degrees, rgb, short
from timeline.charts.deck.deck_spec import at_zooms
from timeline.charts.deck.drawing import Drawing
from timeline.charts.deck.first_view import MOST_ZOOM
from timeline.charts.mapping.held_texts import HeldName
from timeline.charts.mapping.map_projection import TILE_PX, MapProjection
from timeline.charts.mapping.map_scene import ARROW_GAP_PX, LEAST_RING_PX, DrawnDot
from timeline.charts.mapping.map_standing import Cluster
from timeline.charts.mapping.place_names import gathering_words
from timeline.i18n.catalog import Catalog
from timeline.viewmodel.route_view import RouteMark

HALO_PX = ARROW_GAP_PX
"""Around a dot: it covers the end of each line up to the tip of its head."""
RING_PX = 1.6
MARKED_RING_PX = 2.0
MARKED_GAP_PX = 3.2
"""From a chosen dot to the ring around it."""
HIT_PX = 12.0
"""Radius of a dot to the hand."""
CLUSTER_PX = 1.2
METRES_A_PIXEL = 2 * math.pi * 6378137.0 / TILE_PX
"""On the equator at zoom 0."""
MOST_NAMED = 8
"""How many places a ring names when pointed at."""


def dot_layers(
    dots: Iterable[DrawnDot], projection: MapProjection, drawing: Drawing, prefix: str = ""
) -> list[pdk.Layer]:
    """A dot with a halo for every place; hollow where sources differ on the place."""
    shown = [dot for dot in dots if drawing.emphasis.of_place(dot.mark.place_id)]
    if not shown:
        return []
    ground = drawing.palette.ground
    halos, discs, rings = [], [], []
    for dot in shown:
        at = degrees(projection, dot.x, dot.y)
        is_hollow = dot.mark.is_disputed
        fill = _solid(drawing, dot)
        halos.append([at, dot.radius_px + HALO_PX])
        discs.append(
            [at, dot.radius_px, rgb(ground) if is_hollow else fill, fill, RING_PX * is_hollow]
        )
        if dot.mark.place_id in drawing.emphasis.marked_places:
            rings.append([at, dot.radius_px + MARKED_GAP_PX])
    return [
        _circles(f"{prefix}halos", halos, get_fill_color=rgb(ground)),
        _circles(
            f"{prefix}dots",
            discs,
            get_fill_color="this[2]",
            stroked=True,
            get_line_color="this[3]",
            get_line_width="this[4]",
            line_width_units=pdk.types.String("pixels"),
        ),
        *(
            [_outlined(f"{prefix}chosen", rings, drawing.palette.ink, MARKED_RING_PX)]
            if rings
            else []
        ),
    ]


def _solid(drawing: Drawing, dot: DrawnDot) -> list[int]:
    """The ink of a dot, as if faint over its halo: lines end under it and must not show through."""
    share = drawing.emphasis.of_place(dot.mark.place_id) / 255
    ink, ground = rgb(drawing.palette.ink), rgb(drawing.palette.ground)
    return [
        round(share * one + (1 - share) * other) for one, other in zip(ink, ground, strict=True)
    ]


def hit_layers(
    dots: Iterable[DrawnDot], projection: MapProjection, drawing: Drawing
) -> list[pdk.Layer]:
    """The dots as a hand finds them: unseen, and as large as a fingertip needs."""
    rows: list[ChoosableRow] = [
        {
            "place_id": dot.mark.place_id,
            "tip": place_tip(dot, drawing.say),
            "at": degrees(projection, dot.x, dot.y),
        }
        for dot in dots
        if drawing.emphasis.of_place(dot.mark.place_id)
    ]
    if not rows:
        return []
    return [
        pdk.Layer(
            "ScatterplotLayer",
            rows,
            id="places",
            get_position="at",
            get_radius=HIT_PX,
            radius_units=pdk.types.String("pixels"),
            get_fill_color=[0, 0, 0, 0],
            pickable=True,
        )
    ]


def place_tip(dot: DrawnDot, say: Catalog) -> str:
    """What a reader learns who points at a dot."""
    count = len(dot.mark.event_ids)
    return f"{dot.mark.name}\n{say.count('map.events', count)}" if count else dot.mark.name


def cluster_layers(
    clusters: Sequence[Cluster], first: MapProjection, drawing: Drawing
) -> list[pdk.Layer]:
    """Rings around places too near to each other, each at its zooms; they open on a click."""
    groups: dict[tuple[float | None, float | None], list[Cluster]] = {}
    for one in clusters:
        # Farther out than the first view, the rings of the first view stay.
        from_zoom = None if one.from_zoom == first.zoom else one.from_zoom
        groups.setdefault((from_zoom, one.until_zoom), []).append(one)
    return [
        layer
        for index, ((from_zoom, until_zoom), group) in enumerate(groups.items())
        for layer in at_zooms(
            f"clusters-{index}",
            _ring_layers(index, group, drawing),
            from_zoom=from_zoom,
            until_zoom=until_zoom,
        )
    ]


def _ring_layers(index: int, group: Sequence[Cluster], drawing: Drawing) -> list[pdk.Layer]:
    rows: dict[str, list[ChoosableRow]] = {"pixels": [], "meters": []}
    names: list[HeldName] = []
    words: dict[str, str] = {}
    for cluster in group:
        marks = cluster.gathering.marks
        shown = [mark for mark in marks if drawing.emphasis.of_place(mark.place_id)]
        if len(shown) > 1:
            units, radius = _radius(cluster)
            rows[units].append(_ring_row(shown, cluster, radius, drawing))
        if shown and cluster.name is not None:
            names.append(cluster.name)
            if len(shown) < len(marks):
                words[cluster.name.name.label.key] = gathering_words(shown)
    return [
        *(_rings(f"rings-{units}-{index}", units, found) for units, found in rows.items() if found),
        *name_layers(f"rings-{index}-", names, drawing, words),
    ]


def _radius(cluster: Cluster) -> tuple[str, float]:
    """A ring of one size if that holds its places to the end, else one that grows with them."""
    steady = cluster.steady_ring_px(cluster.until_zoom or MOST_ZOOM)
    if steady is not None:
        return "pixels", round(steady, 1)
    gathering = cluster.gathering
    metres_a_pixel = (
        METRES_A_PIXEL / 2**cluster.from_zoom * math.cos(math.radians(gathering.middle[1]))
    )
    return "meters", round(gathering.ring_px * metres_a_pixel)


def _ring_row(
    shown: Sequence[RouteMark], cluster: Cluster, radius: float, drawing: Drawing
) -> ChoosableRow:
    strongest = max(drawing.emphasis.of_place(mark.place_id) for mark in shown)
    return {
        "place_ids": [mark.place_id for mark in shown],
        "tip": _cluster_tip([mark.name for mark in shown], drawing.say),
        "at": short(cluster.gathering.middle),
        "radius": radius,
        "colour": rgb(drawing.palette.ink, strongest),
    }


def _rings(name: str, units: str, rows: list[ChoosableRow]) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=name,
        get_position="at",
        get_radius="radius",
        radius_units=pdk.types.String(units),
        radius_min_pixels=LEAST_RING_PX,
        get_fill_color=[0, 0, 0, 0],
        stroked=True,
        get_line_color="colour",
        get_line_width=CLUSTER_PX,
        line_width_units=pdk.types.String("pixels"),
        pickable=True,
    )


def _cluster_tip(names: Sequence[str], say: Catalog) -> str:
    """How many places there are, and which."""
    more = len(names) - MOST_NAMED
    lines = [say.count("map.places_here", len(names)), *names[:MOST_NAMED]]
    return "\n".join([*lines, say("map.and_more", number=more)] if more > 0 else lines)


def _outlined(
    name: str, rows: Sequence[Row | ChoosableRow], colour: str, width_px: float
) -> pdk.Layer:
    return _circles(
        name,
        rows,
        filled=False,
        stroked=True,
        get_line_color=rgb(colour),
        get_line_width=width_px,
        line_width_units=pdk.types.String("pixels"),
    )


def _circles(name: str, rows: Sequence[Row | ChoosableRow], **properties: object) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        list(rows),
        id=name,
        get_position="this[0]",
        get_radius="this[1]",
        radius_units=pdk.types.String("pixels"),
        **properties,
    )
