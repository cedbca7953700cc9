"""What a click on the movable map chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapChoice:
    """A leg, a place or several places. The ids are the browser's word: look them up."""

    leg_id: str | None = None
    event_id: str | None = None
    """The event that the leg rests on."""
    place_ids: tuple[str, ...] = ()
    is_cluster: bool = False
    """Whether the places were too near each other to be chosen one by one."""


def map_choice(selection: object) -> MapChoice | None:
    """What `st.pydeck_chart` reports as selected; None for nothing, or for what no map of ours has."""
    objects = selection.get("objects") if isinstance(selection, Mapping) else None
    if not isinstance(objects, Mapping):
        return None
    for rows in objects.values():
        for row in rows if isinstance(rows, Sequence) and not isinstance(rows, str) else ():
            if isinstance(row, Mapping) and (choice := _choice(row)) is not None:
                return choice
    return None


def _choice(row: Mapping[object, object]) -> MapChoice | None:
    leg_id, event_id = row.get("leg_id"), row.get("event_id")
    if isinstance(leg_id, str) and isinstance(event_id, str):
        return MapChoice(leg_id=leg_id, event_id=event_id)
    place_id, place_ids = row.get("place_id"), row.get("place_ids")
    if isinstance(place_id, str):
        return MapChoice(place_ids=(place_id,))
    if isinstance(place_ids, Sequence) and not isinstance(place_ids, str):
        known = tuple(one for one in place_ids if isinstance(one, str))
        return MapChoice(place_ids=known, is_cluster=True) if known else None
    return None
