"""What a click on the map chose; whatever a browser may say instead chooses nothing."""

from __future__ import annotations

import pytest

from timeline.charts.deck.map_choice import MapChoice, map_choice


def clicked(layer: str, row: object) -> dict[str, object]:
    return {"indices": {layer: [0]}, "objects": {layer: [row]}}


def test_a_leg_brings_its_event() -> None:
    row = {"leg_id": "leg-1", "event_id": "event-1", "tip": "1.", "path": [1, 2, 3, 4]}
    assert map_choice(clicked("legs", row)) == MapChoice(leg_id="leg-1", event_id="event-1")


def test_a_place_is_one_place() -> None:
    choice = map_choice(clicked("places", {"place_id": "ashford", "tip": "Ashford", "at": [2, 41]}))
    assert choice == MapChoice(place_ids=("ashford",))


def test_a_ring_is_all_its_places() -> None:
    choice = map_choice(clicked("clusters-0", {"place_ids": ["ashford", "mill"], "tip": ""}))
    assert choice == MapChoice(place_ids=("ashford", "mill"), is_cluster=True)


NOTHING = [
    None,
    "places",
    {},
    {"objects": None},
    {"objects": {}},
    {"objects": {"places": "ashford"}},
    {"objects": {"places": [None]}},
    {"objects": {"places": [{"tip": "Ashford"}]}},
    {"objects": {"places": [{"place_id": 7}]}},
    {"objects": {"legs": [{"leg_id": "leg-1"}]}},
    {"objects": {"legs": [{"leg_id": ["leg-1"], "event_id": {}}]}},
    {"objects": {"clusters": [{"place_ids": "ashford"}]}},
    {"objects": {"clusters": [{"place_ids": []}]}},
    {"objects": {"clusters": [{"place_ids": [1, None]}]}},
]


@pytest.mark.parametrize("selection", NOTHING, ids=repr)
def test_anything_else_chooses_nothing(selection: object) -> None:
    assert map_choice(selection) is None
