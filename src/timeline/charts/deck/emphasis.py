"""How strongly each leg and place is drawn: what is chosen stands out, what is not yet is not drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.charts.deck.deck_rows import OPAQUE
from timeline.chronology.in_order import Moment
from timeline.viewmodel.marked import Marked
from timeline.viewmodel.route_view import RouteMap, RouteMark

NOT_DRAWN = 0
POSSIBLE = 120
"""What may have happened by the day, pale as on the timeline."""
STEPPED_BACK = 90
"""What is not chosen while something else is: still there, and no rival."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Opacities from 0, not drawn, to 255."""

    legs: Mapping[str, int]
    """By leg id."""
    places: Mapping[str, int]
    """By the id of the mark."""
    marked_legs: frozenset[str]
    marked_places: frozenset[str]
    """Those that stand out."""

    def of_leg(self, leg_id: str) -> int:
        """The opacity of a leg."""
        return self.legs.get(leg_id, NOT_DRAWN)

    def of_place(self, place_id: str) -> int:
        """The opacity of a mark."""
        return self.places.get(place_id, NOT_DRAWN)


def emphasis(view: RouteMap, marked: Marked, until: dt.date | None) -> Emphasis:
    """The emphasis of everything on a map; of what is marked elsewhere, nothing steps back.

    With *until*, the map is as of that day: what cannot have begun by then is not drawn,
    what need not be over is pale.
    """
    legs = {leg.leg_id for leg in view.legs if leg.leg_id in marked.leg_ids}
    places = {mark.place_id for mark in view.marks if _is_marked(mark, marked)}
    # The ends of a leg that stands out are part of it.
    ends = {end.place_id for leg in view.legs if leg.leg_id in legs for end in (leg.start, leg.end)}
    kept = {mark.place_id for mark in view.marks if ends.intersection(mark.place_ids)}
    is_any = bool(legs or places)
    return Emphasis(
        legs={
            leg.leg_id: min(
                _at(leg.days.at(until) if until else Moment.DONE),
                OPAQUE if not is_any or leg.leg_id in legs else STEPPED_BACK,
            )
            for leg in view.legs
        },
        places={
            mark.place_id: min(
                _at(mark.days.at(until) if until else Moment.DONE),
                OPAQUE if not is_any or mark.place_id in places | kept else STEPPED_BACK,
            )
            for mark in view.marks
        },
        marked_legs=frozenset(legs),
        marked_places=frozenset(places),
    )


def _is_marked(mark: RouteMark, marked: Marked) -> bool:
    return not marked.place_ids.isdisjoint(mark.place_ids)


def _at(moment: Moment) -> int:
    return {Moment.NOT_YET: NOT_DRAWN, Moment.POSSIBLE: POSSIBLE, Moment.DONE: OPAQUE}[moment]
