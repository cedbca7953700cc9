"""What is drawn on the land of a route map, in pixels: legs, dots, names, and for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from timeline.charts.mapping.leg_style import LegStyle
from timeline.charts.mapping.map_labels import Box, LabelRoom, PlacedLabel
from timeline.charts.mapping.map_projection import MapProjection
from timeline.i18n.catalog import Catalog
from timeline.routes.globe import LonLat
from timeline.theme import Palette
from timeline.viewmodel.route_view import LandName, RouteGap, RouteLeg, RouteMap, RouteMark

NARROW_PX = 480.0
"""Below this width, fewer names and no captions but the necessary."""
DOT_PX, SMALL_DOT_PX = 4.2, 3.0
"""Radius of the dot of a place that a leg touches, and of one that only has events."""
DOT_HALO_PX = 1.6
BADGE_PX = 8.5
"""Radius of the circle around a number."""
BADGE_TEXT_PX = 11.0
ARROW_PX = (11.5, 4.7)
"""Length and half width of an arrowhead."""
ARROW_GAP_PX = 3.0
"""What an arrowhead keeps from the dot it points at."""
RING_MARGIN_PX, LEAST_RING_PX = 7.0, 10.0
"""What the ring around places too near to each other keeps from their dots."""
TICK_PX, BAR_PX = 4.0, 7.0
"""Half the length of a cross-tick and of the bar across a stopped journey."""

Line = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A short mark across or along a line."""

    x: float
    y: float
    angle_deg: float
    """Direction of travel in the picture, clockwise from right."""


@dataclass(frozen=True, slots=True)
class DrawnLeg:
    """One leg as it is drawn."""

    leg: RouteLeg
    style: LegStyle
    line: Line
    """From where it may start to where its arrowhead begins; empty for no line."""
    arrow: Stroke | None
    """The tip."""
    bar: Stroke | None
    ticks: tuple[Stroke, ...]
    badge: tuple[float, float] | None
    """The middle of the number; None when there is no room or no number."""


@dataclass(frozen=True, slots=True)
class DrawnDot:
    """One place with a point."""

    mark: RouteMark
    x: float
    y: float
    radius_px: float


@dataclass(frozen=True, slots=True)
class Gathering:
    """Places too near to each other in a picture: one ring and one name for all of them."""

    marks: tuple[RouteMark, ...]
    """The weightiest first, which lends its name; at least two."""
    middle: LonLat
    reach_px: float
    """From the middle to the farthest of them."""

    @property
    def place_ids(self) -> tuple[str, ...]:
        """The ids of the places inside."""
        return tuple(mark.place_id for mark in self.marks)

    @property
    def ring_px(self) -> float:
        """Radius of the ring around them."""
        return max(self.reach_px + RING_MARGIN_PX, LEAST_RING_PX)


@dataclass(frozen=True, slots=True)
class GapEnd:
    """One side of a gap: where somebody was last seen, or next."""

    gap: RouteGap
    is_next: bool

    @property
    def leg_id(self) -> str:
        """The leg that leads to where the gap begins, or away from where it ends."""
        return self.gap.leg_ids[self.is_next]


@dataclass(frozen=True, slots=True)
class DrawnName:
    """One name, and what it is the name of."""

    label: PlacedLabel
    mark: RouteMark | None = None
    land: LandName | None = None
    spot: LonLat | None = None
    """Of the name of land: the point of it that the name stands at or beside."""
    leg: RouteLeg | None = None
    gap_end: GapEnd | None = None
    gathering: Gathering | None = None
    """With the mark that lends its name."""


@dataclass(slots=True)
class MapLayout:
    """All marks and texts of one picture."""

    legs: list[DrawnLeg] = field(default_factory=list)
    dots: list[DrawnDot] = field(default_factory=list)
    names: list[DrawnName] = field(default_factory=list)
    room: LabelRoom = field(default_factory=lambda: LabelRoom(0, 0))

    @property
    def named_places(self) -> frozenset[str]:
        """The ids of the places that have a name here, alone or with those around them."""
        named = {name.mark.place_id for name in self.names if name.mark is not None}
        for name in self.names:
            named.update(name.gathering.place_ids if name.gathering is not None else ())
        return frozenset(named)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is laid out, and for whom."""

    view: RouteMap
    say: Catalog
    palette: Palette
    projection: MapProjection
    kept_clear: tuple[Box, ...] = ()
    """Parts of the picture that carry something else, such as an inset."""
    unnamed: frozenset[str] = frozenset()
    """Marks, by place id, that an inset names or that have their name already."""
    left_out: frozenset[str] = frozenset()
    """Marks, by place id, that have no dot and no name here."""
    uncaptioned: frozenset[str] = frozenset()
    """Legs and gaps, by id, that have their words already."""
    undrawn: frozenset[str] = frozenset()
    """Legs that an inset shows."""
    gatherings: tuple[Gathering, ...] = ()
    """Places that share a ring and a name."""
    is_inset: bool = False
    """Whether this is a closer part of another picture: its lines go on there."""
    numbered: frozenset[str] | None = None
    """The legs whose number may stand here; None for all."""
    has_neutral_names: bool = True
    stretch: float = 1.0
    """How much wider than Arial the reader's letters may be, as a factor: room is kept for them."""
    page_width_px: float | None = None
    """The width the reader sees, where the picture is larger than that."""

    @property
    def is_narrow(self) -> bool:
        """Whether the picture is for a phone."""
        return (self.page_width_px or self.projection.width_px) < NARROW_PX


def is_in(x: float, y: float, projection: MapProjection) -> bool:
    """Whether a pixel lies in the picture."""
    return 0 <= x <= projection.width_px and 0 <= y <= projection.height_px


def square(x: float, y: float, half_px: float) -> Box:
    """A box around a point."""
    return Box(x - half_px, y - half_px, x + half_px, y + half_px)
