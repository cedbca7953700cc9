"""The places of a route map: which are drawn, as what, and with which events."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.chronology.in_order import Days
from timeline.model.vocabulary import ClaimProperty, PlacePrecision
from timeline.routes.globe import LonLat
from timeline.routes.outlines import CountryOutline, CountryOutlines, RegionOutline, main_part
from timeline.store.rows import EventRow, LegRow
from timeline.viewmodel.route_days import days_of_event, together
from timeline.viewmodel.route_view import (
    KIND_BY_PRECISION,
    Bounds,
    EndKind,
    RouteEnd,
    RouteMark,
)

PRECISION_BY_WORD = {str(term): term for term in PlacePrecision}


def leg_start(leg: LegRow) -> RouteEnd:
    """Where a leg starts."""
    return _known(
        leg.from_place_id, leg.from_name, leg.from_precision, leg.from_country_code,
        leg.from_region_code, leg.from_lon_deg, leg.from_lat_deg,
    )  # fmt: skip


def leg_end(leg: LegRow) -> RouteEnd:
    """Where a leg ends."""
    return _known(
        leg.to_place_id, leg.to_name, leg.to_precision, leg.to_country_code,
        leg.to_region_code, leg.to_lon_deg, leg.to_lat_deg,
    )  # fmt: skip


def event_place(event: EventRow) -> RouteEnd | None:
    """Where an event happened; None when no source places it."""
    if event.place_id is None or event.place_precision is None:
        return None
    return _known(
        event.place_id, event.place_name or "", event.place_precision, event.country_code,
        event.region_code, event.lon_deg, event.lat_deg,
    )  # fmt: skip


def _known(
    place_id: str,
    name: str,
    precision: str,
    country_code: str | None,
    region_code: str | None,
    lon_deg: float | None,
    lat_deg: float | None,
) -> RouteEnd:
    fineness = PRECISION_BY_WORD[precision]
    position: LonLat | None = None
    if KIND_BY_PRECISION[fineness] in (EndKind.POINT, EndKind.AREA):
        if lon_deg is None or lat_deg is None:
            raise ValueError(f"place {place_id} is known to the {precision} and has no point")
        position = (lon_deg, lat_deg)
    return RouteEnd(place_id, name, fineness, country_code, region_code, position)


@dataclass(slots=True)
class _Gathered:
    """One mark in the making."""

    places: dict[str, RouteEnd] = field(default_factory=dict)
    event_ids: list[str] = field(default_factory=list)
    days: list[Days] = field(default_factory=list)
    undisputed_count: int = 0
    is_leg_end: bool = False


def marks_of(
    legs: Iterable[LegRow],
    events: Sequence[EventRow],
    outlines: CountryOutlines,
    leg_days: Mapping[str, Days],
) -> tuple[RouteMark, ...]:
    """Every place to be drawn, ends of legs first, dots before areas, then by their events.

    Undisclosed places are no marks: a leg that ends in one has a stub, an event in one
    is in the table only.
    """
    gathered: dict[Hashable, _Gathered] = {}
    for leg in legs:
        for place in (leg_start(leg), leg_end(leg)):
            if place.kind is not EndKind.UNDISCLOSED:
                spot = gathered.setdefault(_spot(place), _Gathered())
                spot.places.setdefault(place.place_id, place)
                spot.is_leg_end = True
                spot.days.append(leg_days[leg.leg_id])
    for event in events:
        happened = event_place(event)
        if happened is not None and happened.kind is not EndKind.UNDISCLOSED:
            spot = gathered.setdefault(_spot(happened), _Gathered())
            spot.places.setdefault(happened.place_id, happened)
            spot.event_ids.append(event.event_id)
            spot.days.append(days_of_event(event))
            spot.undisputed_count += ClaimProperty.PLACE not in event.disputed_properties
    marks = [_mark(spot, outlines) for spot in gathered.values()]
    return tuple(
        sorted(
            marks,
            key=lambda mark: (
                not mark.is_leg_end,
                not mark.has_dot,
                -len(mark.event_ids),
                mark.place_id,
            ),
        )
    )


def _spot(place: RouteEnd) -> Hashable:
    """What two places must share to be drawn as one mark."""
    if place.kind is EndKind.COUNTRY:
        return place.country_code
    if place.precision is PlacePrecision.REGION:
        return place.region_code or place.place_id
    # To 100 m: a court located by its city may differ in the last decimals.
    lon_deg, lat_deg = place.position or (0.0, 0.0)
    return place.kind, round(lon_deg, 3), round(lat_deg, 3)


def _mark(spot: _Gathered, outlines: CountryOutlines) -> RouteMark:
    # "Administrative Court, Yerevan" at the point of Yerevan is Yerevan on a map.
    named = min(spot.places.values(), key=lambda place: (len(place.name), place.place_id))
    return RouteMark(
        place_id=named.place_id,
        place_ids=tuple(sorted(spot.places)),
        name=named.name,
        kind=named.kind,
        country_code=named.country_code,
        region_code=named.region_code,
        position=named.position,
        area_bounds=_area_bounds(named, outlines),
        event_ids=tuple(spot.event_ids),
        is_leg_end=spot.is_leg_end,
        is_disputed=bool(spot.event_ids) and spot.undisputed_count == 0,
        days=together(spot.days),
    )


def _area_bounds(place: RouteEnd, outlines: CountryOutlines) -> Bounds | None:
    area: RegionOutline | CountryOutline | None = None
    if place.precision is PlacePrecision.REGION:
        area = outlines.region(place.region_code)
    elif place.kind is EndKind.COUNTRY:
        area = outlines.country(place.country_code)
    if area is None:
        return None
    west, south, east, north = main_part(area.shape).bounds
    return west, south, east, north


def unplaced(events: Iterable[EventRow]) -> tuple[str, ...]:
    """The events that no map can show: not placed, or only at an undisclosed place."""
    return tuple(
        event.event_id
        for event in events
        if (place := event_place(event)) is None or place.kind is EndKind.UNDISCLOSED
    )
