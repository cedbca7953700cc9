"""Names, numbers and rings of a movable map at every zoom: what stands from where to where.

Coming closer, points move apart and texts keep their size, so what has found its place
mostly keeps it, and more finds room. The map is laid out once for each doubling: what
stands already is left alone, what is missing looks for a place, places that share a ring
come apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from timeline.charts.mapping.gap_captions import caption_gaps, gap_key
from timeline.charts.mapping.held_texts import (
    HeldName,
    HeldNumber,
    boxes_at,
    held_name,
    held_number,
)
from timeline.charts.mapping.land_labels import name_land
from timeline.charts.mapping.leg_badges import with_badge
from timeline.charts.mapping.leg_captions import caption_legs
from timeline.charts.mapping.map_gatherings import gatherings
from timeline.charts.mapping.map_layout import lay_out, marks_laid_out, take_rings
from timeline.charts.mapping.map_projection import MapProjection, at_zoom, enlarged
from timeline.charts.mapping.map_scene import Gathering, MapLayout, Scene
from timeline.charts.mapping.map_standing import (
    STEP_ZOOM,
    Cluster,
    Levels,
    NewLines,
    Standing,
    StandingHead,
    end_before_collision,
)
from timeline.charts.mapping.place_names import NAMELESS_PX, distance_px, name_marks
from timeline.routes.globe import LonLat
from timeline.viewmodel.route_view import LandName, NamePosition

FARTHER_OUT_ZOOM = 1.0
"""How far out from the first view a reader can go."""
MOST_COVER = 0.8
"""Of its height: with more line than this under it, a name looks for another place."""
MOST_TURN_DEG = 12.0
"""A head that points amiss by more than this is turned."""
AGAIN_PX = 520.0
"""So far from its name, a country of the case is named again."""
AGAIN_TIMES = (4, 16)
"""How many times as close the map is when such names are added."""
NEUTRAL_STEPS = 2
"""For how many levels more and more countries outside the case are named."""


def levels_of(scene: Scene, most_zoom: float) -> Levels:
    """The levels of a map that opens with this scene and can be looked at as closely as given."""
    first = scene.projection
    layout, rings = _first_layout(scene)
    lined = tuple(leg for leg in layout.legs if len(leg.line))
    made = Levels(tuple(layout.dots), [NewLines(None, first, lined)])
    made.heads = [StandingHead(leg, first, None) for leg in lined if leg.arrow is not None]
    _take_in(made, layout, first, first.zoom)
    _take_in_rings(made, rings, layout, first, first.zoom)
    end_before_collision(scene, made, first.zoom)
    _keep_farther_out(scene, made)
    zoom = first.zoom + STEP_ZOOM
    while zoom < most_zoom:
        _come_closer(scene, made, zoom)
        end_before_collision(scene, made, zoom)
        zoom += STEP_ZOOM
    made.late = _late_dots(made, layout, first.zoom)
    return made


def _late_dots(levels: Levels, layout: MapLayout, zoom: float) -> dict[str, float]:
    """The dots that wait for their name, with the zoom at which they have it.

    In the first view each is a small dot of no leg, without a name and beside that of an area,
    which would be taken for its own: a region is no point.
    """
    named = layout.named_places
    areas = [
        box
        for name in layout.names
        if name.mark is not None and not name.mark.has_dot and name.gathering is None
        for box in name.label.line_boxes(0)
    ]
    found: dict[str, float] = {}
    for dot in layout.dots:
        place_id = dot.mark.place_id
        is_apart = all(distance_px(dot.x, dot.y, box) > NAMELESS_PX for box in areas)
        if dot.mark.is_leg_end or place_id in named or is_apart:
            continue
        zooms = [
            one.from_zoom
            for one in levels.texts
            if isinstance(one.held, HeldName)
            and one.held.name.mark is not None
            and one.held.name.mark.place_id == place_id
            and one.from_zoom is not None
        ]
        found[place_id] = min(zooms, default=zoom + STEP_ZOOM)
    return found


def _first_layout(scene: Scene) -> tuple[MapLayout, tuple[Gathering, ...]]:
    """The layout of the first view, and the places that have to share a ring in it."""
    # Which places find a name of their own shows only by trying.
    trial = marks_laid_out(scene)
    trial.legs = [with_badge(leg, scene, trial) for leg in trial.legs]
    name_marks(scene, trial)
    named = {name.mark.place_id for name in trial.names if name.mark is not None}
    shown = {dot.mark.place_id for dot in trial.dots}
    marks = [mark for mark in scene.view.marks if mark.place_id in shown]
    rings = gatherings(marks, scene.projection, named)
    return lay_out(replace(scene, gatherings=rings)), rings


def _take_in(levels: Levels, layout: MapLayout, projection: MapProjection, zoom: float) -> None:
    """Hold on to the texts of a layout from a zoom on."""
    levels.texts.extend(
        Standing(held_number(leg, projection), zoom) for leg in layout.legs if leg.badge is not None
    )
    for name in layout.names:
        if name.gathering is None:
            levels.texts.append(Standing(held_name(name, layout, projection), zoom))


def _take_in_rings(
    levels: Levels,
    rings: Iterable[Gathering],
    layout: MapLayout,
    projection: MapProjection,
    zoom: float,
) -> None:
    names = {
        name.gathering.place_ids: held_name(name, layout, projection)
        for name in layout.names
        if name.gathering is not None
    }
    levels.clusters.extend(Cluster(ring, names.get(ring.place_ids), zoom) for ring in rings)


def _keep_farther_out(scene: Scene, levels: Levels) -> None:
    """Let what covers nothing farther out stand there too, in the order of weight."""
    zoom = scene.projection.zoom - FARTHER_OUT_ZOOM
    far = replace(scene, projection=at_zoom(scene.projection, zoom))
    room = marks_laid_out(far).room
    for boxes in boxes_at([one.name for one in levels.clusters if one.name], far.projection):
        room.take(boxes)
    for one in levels.texts:
        (boxes,) = boxes_at([one.held], far.projection)
        if all(room.is_free(box) for box in boxes):
            room.take(boxes)
            one.from_zoom = None


def _come_closer(scene: Scene, levels: Levels, zoom: float) -> None:
    """Add what finds room at a closer zoom, and part what has come apart."""
    projection = enlarged(scene.projection, 2 ** (zoom - scene.projection.zoom))
    bare = replace(
        scene,
        projection=projection,
        page_width_px=scene.page_width_px or scene.projection.width_px,
    )
    layout = marks_laid_out(bare)
    standing = [one for one in levels.texts if one.until_zoom is None]
    crossed = _crossed(standing, layout, projection)
    kept = [one for one in standing if one not in crossed]
    named = _named(kept)
    unnamed = [mark for mark in scene.view.marks if mark.place_id not in named]
    rings = gatherings(unnamed, projection, ())
    lasting = _lasting(levels, rings, zoom)
    new_rings = tuple(
        ring for ring in rings if ring.place_ids not in {one.gathering.place_ids for one in lasting}
    )
    closer = replace(
        bare,
        gatherings=new_rings,
        unnamed=named | {one for ring in lasting for one in ring.gathering.place_ids},
        uncaptioned=_said(kept),
        numbered=frozenset(leg.leg_id for leg in scene.view.legs) - _numbered(kept),
        has_neutral_names=zoom <= scene.projection.zoom + NEUTRAL_STEPS * STEP_ZOOM,
    )
    take_rings(closer, layout)
    held = [*(one.held for one in kept), *(one.name for one in lasting if one.name is not None)]
    for boxes in boxes_at(held, projection):
        layout.room.take(boxes)
    _name_missing(closer, layout, kept)
    _take_in(levels, layout, projection, zoom)
    _take_in_rings(levels, new_rings, layout, projection, zoom)
    replaced = {name.mark.place_id for name in layout.names if name.mark is not None}
    for one in crossed:
        if _named([one]) <= replaced:
            one.until_zoom = zoom
    _turn_heads(levels, layout, projection, zoom)
    seen = {leg.leg.leg_id for lines in levels.lines for leg in lines.legs}
    legs = tuple(leg for leg in layout.legs if len(leg.line) and leg.leg.leg_id not in seen)
    if legs:
        levels.lines.append(NewLines(zoom, projection, legs))


def _turn_heads(levels: Levels, layout: MapLayout, projection: MapProjection, zoom: float) -> None:
    """Heads of lines of which closer by more is seen: a short arc arrives from elsewhere."""
    standing = {one.leg.leg.leg_id: one for one in levels.heads if one.until_zoom is None}
    for leg in layout.legs:
        if leg.arrow is None or not len(leg.line):
            continue
        before = standing.get(leg.leg.leg_id)
        if before is not None and before.leg.arrow is not None:
            turn = abs((leg.arrow.angle_deg - before.leg.arrow.angle_deg + 180) % 360 - 180)
            if turn <= MOST_TURN_DEG:
                continue
            before.until_zoom = zoom
        levels.heads.append(StandingHead(leg, projection, zoom))


def _name_missing(scene: Scene, layout: MapLayout, kept: Sequence[Standing]) -> None:
    """Numbers, names and words for what has none yet."""
    layout.legs = [with_badge(leg, scene, layout) if len(leg.line) else leg for leg in layout.legs]
    name_marks(scene, layout)
    caption_gaps(scene, layout)
    caption_legs(scene, layout)
    name_land(scene, layout, _lands_to_name(scene, kept))


def _lands_to_name(scene: Scene, kept: Sequence[Standing]) -> list[LandName]:
    """Land without a name, and land of the case where its name is far out of sight."""
    named: dict[str, list[LonLat]] = {}
    is_again = round(scene.projection.width_px / (scene.page_width_px or 1)) in AGAIN_TIMES
    for one in kept:
        if isinstance(one.held, HeldName) and one.held.name.land is not None:
            named.setdefault(one.held.name.land.code, []).append(one.held.at)
    lands = []
    for land in scene.view.land_names:
        if land.code not in named:
            lands.append(land)
        elif land.is_of_case and not land.is_region and is_again:
            spots = _far_spots(land, scene.projection, named[land.code])
            if spots:
                lands.append(replace(land, positions=spots))
    return lands


def _far_spots(
    land: LandName, projection: MapProjection, named: Sequence[LonLat]
) -> tuple[NamePosition, ...]:
    spots = projection.to_px([spot.position for spot in land.positions])
    names = projection.to_px(named)
    gaps = np.hypot(*(spots[:, None, :] - names[None, :, :]).transpose(2, 0, 1)).min(axis=1)
    return tuple(
        spot for spot, gap in zip(land.positions, gaps.tolist(), strict=True) if gap > AGAIN_PX
    )


def _crossed(
    standing: Sequence[Standing], layout: MapLayout, projection: MapProjection
) -> list[Standing]:
    """The names of dots that too much line now runs through."""
    return [
        one
        for one, boxes in zip(
            standing, boxes_at([one.held for one in standing], projection), strict=True
        )
        if isinstance(one.held, HeldName)
        and one.held.name.mark is not None
        and one.held.name.mark.has_dot
        and max(layout.room.line_cover(box) for box in boxes) > MOST_COVER
    ]


def _lasting(levels: Levels, rings: Iterable[Gathering], zoom: float) -> list[Cluster]:
    """The rings that go on; the others end here."""
    groups = {ring.place_ids for ring in rings}
    lasting = []
    for cluster in levels.clusters:
        if cluster.until_zoom is not None:
            continue
        # A ring that found no room for its name tries again as a new one.
        is_steady = cluster.steady_ring_px(zoom + STEP_ZOOM) is not None
        if cluster.gathering.place_ids in groups and cluster.name is not None and is_steady:
            lasting.append(cluster)
        else:
            cluster.until_zoom = zoom
    return lasting


def _named(texts: Iterable[Standing]) -> frozenset[str]:
    return frozenset(
        one.held.name.mark.place_id
        for one in texts
        if isinstance(one.held, HeldName) and one.held.name.mark is not None
    )


def _numbered(texts: Iterable[Standing]) -> frozenset[str]:
    return frozenset(one.held.leg.leg.leg_id for one in texts if isinstance(one.held, HeldNumber))


def _said(texts: Iterable[Standing]) -> frozenset[str]:
    """The legs and gaps that have their words."""
    names = [one.held.name for one in texts if isinstance(one.held, HeldName)]
    return frozenset(
        [
            *(name.leg.leg_id for name in names if name.leg is not None),
            *(gap_key(name.gap_end) for name in names if name.gap_end is not None),
        ]
    )
