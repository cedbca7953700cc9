"""When each leg may have been under way, as far as the leg, its event or its route says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from timeline.chronology.in_order import Days, bounded_by_order
from timeline.chronology.offset import beginning
from timeline.model.edtf import parse
from timeline.routes.order import routes_of
from timeline.store.rows import EventRow, LegRow


def days_of_legs(legs: Sequence[LegRow], events: Iterable[EventRow]) -> Mapping[str, Days]:
    """The days of every leg by its id: its own, else of its event, else of its neighbours."""
    by_id = {event.event_id: event for event in events}
    found: dict[str, Days] = {}
    for route in routes_of(legs).values():
        own = [_own_days(leg, by_id.get(leg.event_id)) for leg in route]
        for leg, days in zip(route, bounded_by_order(own), strict=True):
            found[leg.leg_id] = days
    return found


def days_of_event(event: EventRow) -> Days:
    """From the first day it may have begun to the last on which it may have begun or happened.

    What goes on has no last day, and yet it certainly began.
    """
    if event.date_latest is not None or event.date_edtf is None:
        return Days(event.date_earliest, event.date_latest)
    return Days(event.date_earliest, beginning(parse(event.date_edtf)).latest)


def together(listed: Iterable[Days]) -> Days:
    """When the first of several may have been, and by when one of them certainly was."""
    days = list(listed)
    firsts = [one.first for one in days]
    lasts: list[dt.date] = [one.last for one in days if one.last is not None]
    first = None if None in firsts else min((one for one in firsts if one), default=None)
    return Days(first, min(lasts, default=None))


def _own_days(leg: LegRow, event: EventRow | None) -> Days:
    if leg.date_earliest is not None or leg.date_latest is not None or event is None:
        return Days(leg.date_earliest, leg.date_latest)
    return days_of_event(event)
