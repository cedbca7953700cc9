"""Dots of the movable map, rings around what is chosen, rings around what lies too near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pydeck as pdk

from timeline.charts.deck.deck_rows import ChoosableRow, Row, degrees, rgb, short
from timeline.charts.deck.deck_spec import at_zooms
from timeline.charts.deck.drawing import Drawing
from timeline.charts.deck.first_view import MOST_ZOOM
from timeline.charts.mapping.map_clusters import Cluster
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import ARROW_GAP_PX, DrawnDot
from timeline.i18n.catalog import Catalog
from timeline.theme import SANS, SMALLEST_PX

HALO_PX = ARROW_GAP_PX
"""Around a dot: it covers the end of each line up to the tip of its head."""
RING_PX = 1.6
MARKED_RING_PX = 2.0
MARKED_GAP_PX = 4.5
"""From a chosen dot to the ring around it."""
HIT_PX = 12.0
"""Radius of a dot to the hand."""
CLUSTER_PX = 1.2
MOST_NAMED = 8
"""How many places a ring names when pointed at."""


def dot_layers(
    dots: Iterable[DrawnDot], projection: MapProjection, drawing: Drawing
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
        _circles("halos", halos, get_fill_color=rgb(ground)),
        _circles(
            "dots",
            discs,
            get_fill_color="this[2]",
            stroked=True,
            get_line_color="this[3]",
            get_line_width="this[4]",
            line_width_units=pdk.types.String("pixels"),
        ),
        *([_outlined("chosen", rings, drawing.palette.ink, MARKED_RING_PX)] if rings else []),
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


def cluster_layers(clusters: Sequence[Cluster], drawing: Drawing) -> list[pdk.Layer]:
    """Rings around places too near to each other, each at its zooms; they open on a click."""
    layers: list[pdk.Layer] = []
    for cluster in clusters:
        shown = [mark for mark in cluster.marks if drawing.emphasis.of_place(mark.place_id)]
        if len(shown) < 2:
            continue
        number = len(layers)
        until = cluster.until_zoom - 0.001 if cluster.until_zoom < MOST_ZOOM else None
        names = [mark.name for mark in shown]
        row: ChoosableRow = {
            "place_ids": [mark.place_id for mark in shown],
            "tip": _cluster_tip(names, drawing.say),
            "at": short(cluster.middle),
        }
        ring = _outlined(f"cluster-{number}", [row], drawing.palette.muted, CLUSTER_PX)
        ring.get_position = "@@=at"
        ring.get_radius = round(cluster.radius_px, 1)
        ring.get_fill_color = [0, 0, 0, 0]
        ring.filled = True
        ring.pickable = True
        layers.extend(
            at_zooms(
                f"clusters-{number}",
                [ring, *_count(number, cluster, drawing)],
                from_zoom=cluster.from_zoom - 0.05 if cluster.from_zoom else None,
                until_zoom=until,
            )
        )
    return layers


def _cluster_tip(names: Sequence[str], say: Catalog) -> str:
    """How many places there are, and which."""
    more = len(names) - MOST_NAMED
    lines = [say.count("map.places_here", len(names)), *names[:MOST_NAMED]]
    return "\n".join([*lines, say("map.and_more", number=more)] if more > 0 else lines)


def _count(number: int, cluster: Cluster, drawing: Drawing) -> list[pdk.Layer]:
    """How many places inside the ring have no name, at its upper right."""
    if not cluster.unnamed_count:
        return []
    away = round(cluster.radius_px * 0.71, 1)
    return [
        pdk.Layer(
            "TextLayer",
            [[short(cluster.middle), f"+{cluster.unnamed_count}"]],
            id=f"cluster-count-{number}",
            get_position="this[0]",
            get_text="this[1]",
            get_size=SMALLEST_PX,
            get_color=rgb(drawing.palette.ink),
            get_pixel_offset=[away, -away],
            background=True,
            get_background_color=rgb(drawing.palette.ground),
            background_padding=[3, 1],
            background_border_radius=6,
            character_set=pdk.types.String("auto"),
            font_family=pdk.types.String(SANS),
            font_weight=700,
        )
    ]


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
