"""What a route map says, before anyone draws it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.chronology.in_order import Days
from timeline.chronology.offset import Offset
from timeline.chronology.phrase import DatePhrase
from timeline.model.vocabulary import PlacePrecision
from timeline.routes.globe import LonLat, Path

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees; east is never less than west and may pass 180."""


class EndKind(StrEnum):
    """What is known of a place, as far as drawing it goes."""

    POINT = "point"
    AREA = "area"
    COUNTRY = "country"
    UNDISCLOSED = "undisclosed"


KIND_BY_PRECISION = {
    PlacePrecision.SITE: EndKind.POINT,
    PlacePrecision.SETTLEMENT: EndKind.POINT,
    PlacePrecision.DISTRICT: EndKind.AREA,
    PlacePrecision.REGION: EndKind.AREA,
    PlacePrecision.COUNTRY: EndKind.COUNTRY,
    PlacePrecision.UNDISCLOSED: EndKind.UNDISCLOSED,
}


class Fade(StrEnum):
    """Which end of a line dissolves because nobody says where it was."""

    NONE = "none"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class RouteEnd:
    """Where a leg starts or ends, as finely as it may be shown."""

    place_id: str
    name: str
    precision: PlacePrecision
    country_code: str | None
    region_code: str | None
    position: LonLat | None
    """None when only the country is known, or less. Only a POINT gets a dot there."""

    @property
    def kind(self) -> EndKind:
        """How it is drawn."""
        return KIND_BY_PRECISION[self.precision]


@dataclass(frozen=True, slots=True)
class RouteLeg:
    """One leg with the line that stands for it."""

    leg_id: str
    event_id: str
    case_id: str
    actor_id: str
    person: str
    number: int
    """Order along the person's route, from 1; restarts for each person."""
    shows_number: bool
    """Not where the person has no other leg, nor where too many people have several."""
    kind: str
    status: str
    evidence: str
    start: RouteEnd
    end: RouteEnd
    departure: DatePhrase
    arrival: DatePhrase
    days: Days
    """When it may have been under way; of a leg that was not travelled, when that was said."""
    path: Path
    """In order of travel. Empty when both ends lie in one area: where inside it the
    person was taken is not known, and a line would say that it was. The path of a
    blocked leg is only the beginning of the way that was meant."""
    badge_position: LonLat | None
    """Where the number goes unless it collides: on the line, or at the area. None when
    neither end can be shown, or only as a country."""
    fades: Fade
    ends_out_of_frame: bool
    """Whether the end lies so far away that the frame leaves it out."""
    note: str


@dataclass(frozen=True, slots=True)
class RouteMark:
    """One place of the map with the events that happened there.

    Places of the record that would be drawn at the same spot are one mark: a court
    that is located only by its city is the city.
    """

    place_id: str
    """The place whose name is shown."""
    place_ids: tuple[str, ...]
    name: str
    kind: EndKind
    country_code: str | None
    region_code: str | None
    position: LonLat | None
    """Where the dot or the name goes; None for a country and for undisclosed."""
    area_bounds: Bounds | None
    """The box around an area or country whose outline is known."""
    event_ids: tuple[str, ...]
    """In the order given; empty for a place that is only an end of a leg."""
    is_leg_end: bool
    is_disputed: bool
    """Whether sources contradict each other on the place of everything that happened here."""
    days: Days
    """When something may first have happened here, and by when something certainly had."""

    @property
    def has_dot(self) -> bool:
        """Whether a point may be drawn: never for an area, a country or less."""
        return self.kind is EndKind.POINT


@dataclass(frozen=True, slots=True)
class Seen:
    """Where somebody was last or next reported, and when."""

    place: RouteEnd
    when: DatePhrase
    position: LonLat | None
    """Where that is said on the map; None when even the country is not known."""


@dataclass(frozen=True, slots=True)
class RouteGap:
    """A time of which nobody says where a person was, or how they got from here to there."""

    gap_id: str
    actor_id: str
    person: str
    leg_ids: tuple[str, str]
    """The legs before and after it."""
    last: Seen
    next: Seen
    elapsed: Offset
    """Days from the one to the other."""
    days: Days
    """From the last day on which the person may have been seen to the first on which they
    may have been seen again; of the vaguest dates, the two may overlap."""


@dataclass(frozen=True, slots=True)
class NamePosition:
    """A point inside a country or region at which its name may be centred."""

    position: LonLat
    half_width_deg: float
    """How far the land goes on east and west of it, the shorter of the two, in degrees."""


@dataclass(frozen=True, slots=True)
class LandName:
    """The name of a country or region for orientation."""

    code: str
    """ISO 3166-1 alpha-2, or ISO 3166-2 for a region."""
    name: str | None
    """None for a country as such: its name is then a matter of the reader's language."""
    is_region: bool
    is_of_case: bool
    is_emphasised: bool
    """Whether the land as such is a place of the route: nothing finer is known."""
    place_id: str | None
    """The place that the name stands for, when emphasised."""
    event_ids: tuple[str, ...]
    positions: tuple[NamePosition, ...]
    """Where it may stand, inside the land and inside the frame, the roomiest first."""


@dataclass(frozen=True, slots=True)
class RouteMap:
    """The legs and places of one map, and the land they lie on."""

    legs: tuple[RouteLeg, ...]
    marks: tuple[RouteMark, ...]
    """Those of greatest weight first."""
    gaps: tuple[RouteGap, ...]
    countries: tuple[str, ...]
    """Codes of the countries of the case, to be tinted, in order."""
    regions: tuple[str, ...]
    """Codes of the regions to be tinted, in order; always with the Chechen Republic."""
    land_names: tuple[LandName, ...]
    bounds: Bounds
    frame_points: Path
    """What the picture must hold; the bounds are the box around it with a margin."""
    unplaced_event_ids: tuple[str, ...]
    """Events that no source places, or only at an undisclosed place."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw but land."""
        return not (self.legs or self.marks)
