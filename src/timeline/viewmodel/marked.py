"""What a reader has chosen in a picture: the same things stand out in all of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timeline.store.rows import EventRow, LegRow


@dataclass(frozen=True, slots=True)
class Marked:
    """The events, legs and places that stand out; nothing does when all are empty."""

    event_ids: frozenset[str] = frozenset()
    leg_ids: frozenset[str] = frozenset()
    place_ids: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands out."""
        return not (self.event_ids or self.leg_ids or self.place_ids)


NOTHING = Marked()


def marked_by_event(event_id: str, events: Sequence[EventRow], legs: Sequence[LegRow]) -> Marked:
    """An event, the place it is shown at and the legs that rest on it."""
    places = {event.place_id for event in events if event.event_id == event_id}
    return Marked(
        event_ids=frozenset([event_id]),
        leg_ids=frozenset(leg.leg_id for leg in legs if leg.event_id == event_id),
        place_ids=frozenset(place for place in places if place is not None),
    )


def marked_by_places(
    place_ids: Collection[str], events: Sequence[EventRow], legs: Sequence[LegRow]
) -> Marked:
    """Places, the events at them and the legs that start or end there."""
    return Marked(
        event_ids=frozenset(event.event_id for event in events if event.place_id in place_ids),
        leg_ids=frozenset(
            leg.leg_id
            for leg in legs
            if leg.from_place_id in place_ids or leg.to_place_id in place_ids
        ),
        place_ids=frozenset(place_ids),
    )
