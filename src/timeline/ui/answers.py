"""What sources answer on some events, fetched and put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.model.selection import Selection
from timeline.model.vocabulary import ClaimProperty
from timeline.store import read
from timeline.store.rows import LineageSource, ToldEvent
from timeline.ui import data
from timeline.viewmodel.answered_events import answered_events
from timeline.viewmodel.answers import AnsweredEvent


def answers(chosen: Selection, events: Sequence[ToldEvent]) -> tuple[AnsweredEvent, ...]:
    """The events with every answer to every question about them."""
    event_ids = tuple(event.event_id for event in events)
    claims = data.ask(read.event_claims, chosen, event_ids=event_ids)
    place_ids = {claim.value for claim in claims if claim.property == ClaimProperty.PLACE}
    places = data.ask(read.place_chains, place_ids=tuple(sorted(place_ids)))
    return answered_events(events, claims, places, lineage(claim.source_id for claim in claims))


def one_event(event_id: str, chosen: Selection) -> AnsweredEvent | None:
    """One event whatever the filters are, as known on the day chosen; None when it is not there."""
    told = Selection(known_on=chosen.known_on)
    events = data.ask(read.told_events, told, event_ids=(event_id,))
    return next(iter(answers(told, events)), None)


def lineage(source_ids: Iterable[str]) -> tuple[LineageSource, ...]:
    """The sources given and all they rest on."""
    return data.ask(read.lineage, tuple(sorted(set(source_ids))))
