"""The route map as a pydeck deck: the same marks as the still picture, to be moved and zoomed.

The land comes by address from our own server and is kept by the browser; there is no
map provider, no tile and no font to fetch. Sizes are in pixels, so that lines, dots and
names keep them at every zoom. Everything is laid out once, for the first view.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
import pydeck as pdk

from timeline.charts.deck.deck_legs import DASHES, head_layer, leg_layers
from timeline.charts.deck.deck_names import badge_layers, dot_layers, name_layers
from timeline.charts.deck.deck_rows import DECIMALS, rgb
from timeline.charts.mapping.leg_words import has_several_people, leg_sentence
from timeline.charts.mapping.map_layout import lay_out
from timeline.charts.mapping.map_projection import Insets, MapProjection, at_zoom, mercator
from timeline.charts.mapping.map_scene import DrawnLeg, Scene
from timeline.i18n.catalog import Catalog
from timeline.theme import SANS, Palette
from timeline.viewmodel.land_names import CHECHNYA
from timeline.viewmodel.route_view import RouteMap

LEAST_ZOOM, MOST_ZOOM = 1.2, 7.5
"""Closer than this the bundled outlines would show their corners."""
_FAINTER = 140
"""Other regions of a case are marked, and less than the Chechen Republic is."""
_ROOM = Insets(46, 34, 64, 34)
_HEIGHTS_PX = (340, 540)
_SURE_WIDTH = 0.95
"""Of the width asked for: a page narrower than expected must not cut the outermost names."""
CONTROLLER = {
    # The wheel belongs to the page: a map that takes it stops whoever scrolls past.
    "scrollZoom": False,
    "doubleClickZoom": True,
    "touchZoom": True,
    "keyboard": True,
    "dragRotate": False,
    "touchRotate": False,
}


class Land(Protocol):
    """Where the outlines lie: addresses of our own server, None for what is not drawn."""

    def layer(self, name: str) -> str | None:
        """A whole layer: countries, disputed or lakes."""
        ...

    def country(self, iso2: str) -> str | None:
        """One country by its ISO 3166-1 alpha-2 code."""
        ...

    def region(self, code: str) -> str | None:
        """One region by its ISO 3166-2 code."""
        ...


def deck(
    view: RouteMap,
    say: Catalog,
    palette: Palette,
    *,
    land: Land,
    width_px: float,
    height_px: float,
) -> pdk.Deck:
    """The deck, its first view fitted to a box of the given size; the same for the same view."""
    projection = first_view(view, width_px, height_px)
    return pdk.Deck(
        layers=[
            *_land_layers(view, palette, land),
            *_mark_layers(view, say, palette, projection),
        ],
        views=[pdk.View(type="MapView", controller=CONTROLLER)],
        initial_view_state=_view_state(projection),
        # No provider and no word about a style: with a provider pydeck asks a map host for
        # tiles, and with map_style=None Streamlit asks one for a style.
        map_provider=None,
        tooltip={
            "text": "{tip}",
            "style": {
                "backgroundColor": palette.ground,
                "color": palette.ink,
                "border": f"1px solid {palette.hairline}",
                "fontFamily": SANS,
                "fontSize": "12.5px",
                "maxWidth": "18rem",
                "whiteSpace": "pre-line",
            },
        },
    )


def fitting_height_px(view: RouteMap, width_px: float) -> int:
    """The height at which a map of this width opens with least empty land above and below."""
    tall = first_view(view, width_px, 4 * width_px)
    y = tall.to_px(view.frame_points)[:, 1] if view.frame_points else np.zeros(1)
    wanted = float(y.max() - y.min()) + 2 * (_ROOM.top + _ROOM.bottom)
    lowest, highest = _HEIGHTS_PX
    return round(min(max(wanted, lowest), highest))


def first_view(view: RouteMap, width_px: float, height_px: float) -> MapProjection:
    """The Web Mercator picture that the map opens with."""
    width = width_px * _SURE_WIDTH
    fitted = mercator(view.frame_points, view.bounds, width, height_px, _ROOM)
    return at_zoom(fitted, min(max(fitted.zoom, LEAST_ZOOM), MOST_ZOOM - 1))


def _view_state(projection: MapProjection) -> pdk.ViewState:
    middle = np.array([[projection.width_px / 2, projection.height_px / 2]])
    lon, lat = projection.to_degrees(middle)[0]
    return pdk.ViewState(
        longitude=round(float(lon), DECIMALS),
        latitude=round(float(lat), DECIMALS),
        zoom=round(projection.zoom, 3),
        min_zoom=LEAST_ZOOM,
        max_zoom=MOST_ZOOM,
    )


def _mark_layers(
    view: RouteMap, say: Catalog, palette: Palette, projection: MapProjection
) -> list[pdk.Layer]:
    """What lies on the land, back to front."""
    layout = lay_out(Scene(view, say, palette, projection))
    with_person = has_several_people(view)

    def tip(leg: DrawnLeg) -> str:
        return leg_sentence(leg.leg, say, with_person=with_person)

    heads = head_layer(layout.legs, projection)
    return [
        *leg_layers(layout.legs, projection, palette, tip),
        *dot_layers(layout.dots, projection, palette, say),
        *([heads] if heads is not None else []),
        *name_layers(layout, projection, palette),
        *badge_layers(layout.legs, projection, palette, tip),
    ]


def _land_layers(view: RouteMap, palette: Palette, land: Land) -> list[pdk.Layer]:
    """Sea, land, land of the case, tinted regions, lakes, disputed lines; back to front."""
    outlines: list[tuple[str, str | None, list[int]]] = [
        ("land", land.layer("countries"), rgb(palette.land)),
        *(
            (f"land-{iso2}", land.country(iso2), rgb(palette.land_of_case))
            for iso2 in view.countries
        ),
        *(
            (
                f"region-{code}",
                land.region(code),
                [*rgb(palette.chechnya), 255 if code == CHECHNYA else _FAINTER],
            )
            for code in view.regions
        ),
        ("lakes", land.layer("lakes"), rgb(palette.sea)),
    ]
    border = rgb(palette.border)
    return [
        _sea(palette),
        *(_outline(name, url, fill, border) for name, url, fill in outlines if url is not None),
        *_dashed_lines(land.layer("disputed"), palette),
    ]


def _sea(palette: Palette) -> pdk.Layer:
    """The whole sheet: without it the page would shine through between the lands."""
    return pdk.Layer(
        "SolidPolygonLayer",
        [{"ring": [[-180, -85], [0, -85], [180, -85], [180, 85], [0, 85], [-180, 85]]}],
        id="sea",
        get_polygon="ring",
        get_fill_color=rgb(palette.sea),
    )


def _outline(name: str, address: str, fill: list[int], border: list[int]) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        address,
        id=name,
        stroked=True,
        filled=True,
        get_fill_color=fill,
        get_line_color=border,
        line_width_units=pdk.types.String("pixels"),
        get_line_width=0.7,
    )


def _dashed_lines(address: str | None, palette: Palette) -> list[pdk.Layer]:
    """Disputed lines; the solid line under them is painted over, or no dash would be seen."""
    if address is None:
        return []
    return [
        _line("disputed-ground", address, palette.land, 1.6),
        _line(
            "disputed",
            address,
            palette.border,
            1.0,
            get_dash_array=[3, 2.5],
            dash_units=pdk.types.String("pixels"),
            extensions=[DASHES],
        ),
    ]


def _line(name: str, address: str, colour: str, width_px: float, **properties: object) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        address,
        id=name,
        stroked=True,
        filled=False,
        get_line_color=rgb(colour),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=width_px,
        **properties,
    )
