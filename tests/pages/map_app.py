"""A page with nothing but a movable map of fictional journeys, for `test_movable_map.py`."""

from __future__ import annotations

import streamlit as st

from tests.route_builders import event_at, fictional_outlines, leg_row
from timeline.charts.deck.map_choice import MapChoice, map_choice
from timeline.charts.deck.map_plan import MapPlan, map_plan
from timeline.charts.deck.route_map import deck
from timeline.i18n.catalog import catalog
from timeline.theme import LIGHT
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.marked import Marked

WIDTH_PX, HEIGHT_PX = 700, 460
LEGS = [
    leg_row(1, "ashford", "birchton"),
    leg_row(2, "birchton", "cedarby", evidence="inferred"),
    leg_row(3, "cedarby", "upland", status="requested", kind="extradition"),
]
CROWD = {"Oakham": (2.3, 41.7), "Elmham": (1.8, 41.35)}


class NoLand:
    """Nothing to fetch."""

    def layer(self, name: str) -> str | None:
        return None

    def country(self, iso2: str) -> str | None:
        return None

    def region(self, code: str) -> str | None:
        return None


def plan() -> MapPlan:
    """The same layout for the page and for its test."""
    events = [
        event_at(name, "ashford", place_id=name.lower(), place_name=name, lon_deg=lon, lat_deg=lat)
        for name, (lon, lat) in CROWD.items()
    ]
    view = case_routes(LEGS, events, fictional_outlines())
    return map_plan(view, catalog(), LIGHT, width_px=WIDTH_PX, height_px=HEIGHT_PX)


def _note_choice() -> None:
    choice = map_choice(st.session_state["map"].selection)
    if choice is not None:
        st.session_state["choice"] = choice


def _marked(choice: MapChoice | None) -> Marked:
    if choice is None:
        return Marked()
    return Marked(
        leg_ids=frozenset([choice.leg_id] if choice.leg_id else []),
        place_ids=frozenset(choice.place_ids),
    )


if __name__ == "__main__":
    made = plan()
    chosen: MapChoice | None = st.session_state.get("choice")
    with st.container(width=WIDTH_PX):
        st.pydeck_chart(
            deck(
                made.view,
                catalog(),
                LIGHT,
                land=NoLand(),
                width_px=WIDTH_PX,
                height_px=HEIGHT_PX,
                marked=_marked(chosen) if "mark" in st.query_params else Marked(),
                opened=chosen.place_ids if chosen and chosen.is_cluster else (),
                plan=made,
            ),
            height=HEIGHT_PX,
            key="map",
            on_select=_note_choice,
        )
    st.text(f"chosen: {chosen}")
