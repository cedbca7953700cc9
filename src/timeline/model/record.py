"""The whole record as read: every case with its rows, and what the cases share."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.model.actor import Actor, ActorName
from timeline.model.case import Case
from timeline.model.claim import Claim
from timeline.model.event import Event
from timeline.model.figure import Figure
from timeline.model.involvement import Involvement
from timeline.model.leg import Leg
from timeline.model.place import Place, PlaceName
from timeline.model.proceeding import Proceeding
from timeline.model.source import Source


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case with the rows of its sheets."""

    case: Case
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    legs: tuple[Leg, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """All cases, and the places, actors and sources they refer to."""

    case_files: tuple[CaseFile, ...] = ()
    places: tuple[Place, ...] = ()
    place_names: tuple[PlaceName, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_names: tuple[ActorName, ...] = ()
    sources: tuple[Source, ...] = ()
    place_by_id: dict[str, Place] = field(init=False, repr=False, compare=False)
    actor_by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)
    source_by_id: dict[str, Source] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what is looked up by id."""
        object.__setattr__(self, "place_by_id", {place.place_id: place for place in self.places})
        object.__setattr__(self, "actor_by_id", {actor.actor_id: actor for actor in self.actors})
        object.__setattr__(
            self, "source_by_id", {source.source_id: source for source in self.sources}
        )
