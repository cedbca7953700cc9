"""The route map on a page: movable on wide screens, a still picture on narrow ones."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from html import escape

import pydeck as pdk
import streamlit as st

from timeline.charts.deck.map_choice import map_choice
from timeline.charts.deck.map_plan import MapPlan, map_plan
from timeline.charts.deck.route_map import deck, fitting_height_px
from timeline.charts.html.line_key import line_key, reading_words
from timeline.charts.picture.route_picture import description_words
from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.theme import PALETTES
from timeline.ui import data, focus, pictures, words
from timeline.ui.land import BundledLand
from timeline.ui.show.text import note
from timeline.viewmodel.marked import NOTHING, Marked

WIDTHS_PX = {"wide": 740, "beside": 440}
"""Pixels that the first view of a movable map is fitted to: across the page, or beside."""


def route_map(
    chosen: Selection,
    say: Catalog,
    *,
    size: str,
    marked: Marked = NOTHING,
    until: dt.date | None = None,
) -> None:
    """Routes and places to be moved and zoomed, on wide screens; see `still_map` for narrow ones.

    *size* is a key of WIDTHS_PX. What is *marked* stands out and the map opens around it;
    with *until* the map is as of that day. A click puts a leg's event or a place in focus.
    Under the movable map lies the same map as a picture: it is what a reader sees while
    WebGL loads, and all they see where there is none.
    """
    view = data.routes(chosen)
    if view.is_empty:
        note(say("map.empty"))
        return
    ground = words.palette()
    width = WIDTHS_PX[size]
    height = fitting_height_px(view, width)
    with st.container(key="wide_map"):
        st.html(_underlay(chosen, ground.name, width, say))
        st.pydeck_chart(
            _deck(data.store(), chosen, ground.name, width, marked, until),
            height=height,
            alt=description_words(view, say),
            key="map",
            on_select=_chosen,
            selection_mode="single-object",
        )


@lru_cache(maxsize=64)
def _deck(
    store: str,
    chosen: Selection,
    ground: str,
    width: int,
    marked: Marked,
    until: dt.date | None,
) -> pdk.Deck:
    """The deck, built once for all readers who ask for the same; *store* as in `_plan`."""
    view = data.routes(chosen)
    return deck(
        view,
        words.current(),
        PALETTES[ground],
        land=BundledLand(),
        width_px=width,
        height_px=fitting_height_px(view, width),
        marked=marked,
        opened=marked.place_ids if len(marked.place_ids) > 1 else (),
        until=until,
        plan=_plan(store, chosen, ground, width),
    )


@lru_cache(maxsize=64)
def _plan(store: str, chosen: Selection, ground: str, width: int) -> MapPlan:
    """Where everything stands on a map; *store* stands in the key so that a new build is laid out anew."""
    view = data.routes(chosen)
    return map_plan(
        view,
        words.current(),
        PALETTES[ground],
        width_px=width,
        height_px=fitting_height_px(view, width),
    )


def _chosen() -> None:
    """A click on a leg puts its event in focus, one on a place or several the places."""
    choice = map_choice(st.session_state["map"].selection)
    if choice is None:
        return
    if choice.event_id is not None:
        focus.choose_event(choice.event_id)
    else:
        focus.choose_places(choice.place_ids)


def map_key(chosen: Selection, say: Catalog) -> None:
    """How to read the lines of the map, and what they do not say."""
    view = data.routes(chosen)
    if view.is_empty:
        return
    key = line_key(view, say)
    if key:
        st.html(key)
    hint = f'<span class="tl-wide-only">{escape(say("map.hint"))} </span>'
    caveat = escape(f"{reading_words(view, say)} {say('map.boundaries')}".strip())
    st.html(f'<p class="tl-muted">{hint}{caveat}</p>')


def still_map(chosen: Selection, say: Catalog) -> None:
    """Routes and places as a picture drawn for a phone, on narrow screens only."""
    if not data.routes(chosen).is_empty:
        with st.container(key="narrow_map"):
            st.html(_still(chosen, words.palette().name, say))


def _still(chosen: Selection, ground: str, say: Catalog) -> str:
    """The picture drawn for a phone, as wide as the page."""
    width = pictures.WIDTHS_PX[0]
    address = escape(pictures.picture_url(chosen, ground, width), quote=True)
    alt = escape(description_words(data.routes(chosen), say), quote=True)
    height = pictures.picture_height_px(chosen, width)
    return (
        f'<img class="tl-still" src="{address}" alt="{alt}" width="{width}" height="{height}" '
        'loading="lazy">'
    )


def _underlay(chosen: Selection, ground: str, width: int, say: Catalog) -> str:
    """The picture under the movable map, and the sentence for where it is all there is."""
    address = escape(pictures.picture_url(chosen, ground, width), quote=True)
    alt = escape(description_words(data.routes(chosen), say), quote=True)
    return (
        f'<div class="tl-underlay"><img src="{address}" alt="{alt}">'
        f"<p>{escape(say('map.no_webgl'))}</p></div>"
    )
