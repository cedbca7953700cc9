"""Legs in the order in which a person made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar


class InSequence(Protocol):
    """What a leg must say about itself to be put in order."""

    @property
    def leg_id(self) -> str: ...

    @property
    def actor_id(self) -> str: ...

    @property
    def sequence(self) -> int: ...


LegT = TypeVar("LegT", bound=InSequence)


def route_of(legs: Iterable[LegT]) -> tuple[LegT, ...]:
    """The legs of one person in order; legs that share a sequence are in order of their ids.

    Legs that were not travelled keep their place in the order. Raises ValueError for
    the legs of several people: their order among each other is not known.
    """
    ordered = sorted(legs, key=lambda leg: (leg.sequence, leg.leg_id))
    if len({leg.actor_id for leg in ordered}) > 1:
        raise ValueError("a route is the legs of one person")
    return tuple(ordered)


def routes_of(legs: Iterable[LegT]) -> Mapping[str, tuple[LegT, ...]]:
    """The route of each person, by actor id, in the order in which people first appear."""
    by_person: dict[str, list[LegT]] = {}
    for leg in legs:
        by_person.setdefault(leg.actor_id, []).append(leg)
    return {actor_id: route_of(group) for actor_id, group in by_person.items()}


def leg_numbers(legs: Iterable[LegT]) -> Mapping[str, int]:
    """The number of each leg along its person's route, from 1, by leg id.

    The timeline and the map take their numbers from here, so they are the same.
    Numbers restart for each person; legs not travelled are counted too.
    """
    return {
        leg.leg_id: number
        for route in routes_of(legs).values()
        for number, leg in enumerate(route, start=1)
    }


MOST_NUMBERED_PEOPLE = 2
"""With more routes than this in one picture, equal numbers would say nothing."""


def shown_leg_numbers(legs: Iterable[LegT]) -> Mapping[str, int]:
    """The numbers to be shown, by leg id: those of people with more than one leg.

    Whoever has a single leg needs no number for it. Where more than two people have
    several, as in a picture of all cases, none is shown.
    """
    listed = list(legs)
    routes = [route for route in routes_of(listed).values() if len(route) > 1]
    if len(routes) > MOST_NUMBERED_PEOPLE:
        return {}
    return leg_numbers(leg for route in routes for leg in route)
