"""What stands on a movable map between which zooms."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from timeline.charts.mapping.held_texts import HeldName, HeldNumber, boxes_at
from timeline.charts.mapping.map_projection import MapProjection, enlarged
from timeline.charts.mapping.map_scene import (
    LEAST_RING_PX,
    RING_MARGIN_PX,
    DrawnDot,
    DrawnLeg,
    Gathering,
    Scene,
)

STEP_ZOOM = 1.0
"""From one level to the next: twice as close."""
LOOKS = 8
"""How often between two levels it is checked that no text has run into another."""
MOST_STEADY_RING_PX = 16.0
"""A larger ring grows with the land, and is drawn anew on every level."""
TOUCH_PX = 2.0
"""The margins of two texts together."""


@dataclass(slots=True)
class Standing:
    """One text and between which zooms it stands."""

    held: HeldName | HeldNumber
    from_zoom: float | None
    """None for however far out the reader is."""
    until_zoom: float | None = None
    """None for however close."""


@dataclass(slots=True)
class Cluster:
    """Places that share a ring and a name, and between which zooms they do."""

    gathering: Gathering
    """Its pixels are those of the picture at from_zoom."""
    name: HeldName | None
    """None where there was no room for it."""
    from_zoom: float
    until_zoom: float | None = None
    """None where even the closest look does not part them."""

    def steady_ring_px(self, until_zoom: float) -> float | None:
        """The radius of a ring of one size that holds its places so long; None if it were large."""
        reach = self.gathering.reach_px * 2 ** (until_zoom - self.from_zoom)
        ring = max(reach + RING_MARGIN_PX, LEAST_RING_PX)
        return ring if ring <= MOST_STEADY_RING_PX else None


@dataclass(frozen=True, slots=True)
class NewLines:
    """Lines that are long enough to be seen from a zoom on."""

    from_zoom: float | None
    projection: MapProjection
    """The picture in whose pixels they are given."""
    legs: tuple[DrawnLeg, ...]


@dataclass(slots=True)
class StandingHead:
    """The arrowhead of one line and between which zooms it points that way."""

    leg: DrawnLeg
    projection: MapProjection
    """The picture in whose pixels the line is given."""
    from_zoom: float | None
    until_zoom: float | None = None


@dataclass(slots=True)
class Levels:
    """All of a movable map but its land, at every zoom."""

    dots: tuple[DrawnDot, ...]
    """In the pixels of the first view."""
    lines: list[NewLines]
    heads: list[StandingHead] = field(default_factory=list)
    texts: list[Standing] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    late: dict[str, float] = field(default_factory=dict)
    """Of the dots, by place id, those that show from a zoom on only."""


def end_before_collision(scene: Scene, levels: Levels, zoom: float) -> None:
    """Let no text stand where it would run into another before the next level.

    Coming closer, points move apart, and what hangs on the left one at its right may meet
    what hangs on the right one at its left. The lesser of the two ends there, and looks
    for another place on the next level.
    """
    standing = [one for one in levels.texts if one.until_zoom is None]
    standing.sort(key=lambda one: _rank(one.held))
    rings = [one.name for one in levels.clusters if one.until_zoom is None and one.name]
    held = [*rings, *(one.held for one in standing)]
    ended: set[int] = set()
    for look in range(1, LOOKS + 1):
        at = zoom + look * STEP_ZOOM / LOOKS
        groups = boxes_at(held, enlarged(scene.projection, 2 ** (at - scene.projection.zoom)))
        boxes = np.array([box for group in groups for box in group]).reshape(-1, 4)
        owner = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        left, top, right, bottom = boxes.T
        across = np.minimum(right[:, None], right) - np.maximum(left[:, None], left)
        down = np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top)
        touching = (across > TOUCH_PX) & (down > TOUCH_PX) & (owner[:, None] < owner)
        for first, second in np.argwhere(touching).tolist():
            lesser = int(owner[second])
            if lesser >= len(rings) and not ended & {lesser, int(owner[first])}:
                ended.add(lesser)
                standing[lesser - len(rings)].until_zoom = zoom + (look - 1) * STEP_ZOOM / LOOKS


def _rank(held: HeldName | HeldNumber) -> int:
    """Numbers before names of places, these before words and names of land."""
    if isinstance(held, HeldNumber):
        return 0
    return 1 if held.name.mark is not None else 2 if held.name.land is None else 3
