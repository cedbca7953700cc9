"""The land under the movable map, by address: the browser fetches it once and keeps it."""

from __future__ import annotations

from typing import Protocol

import pydeck as pdk

from timeline.charts.deck.deck_legs import DASHES
from timeline.charts.deck.deck_rows import rgb
from timeline.charts.deck.emphasis import Emphasis
from timeline.theme import Palette
from timeline.viewmodel.land_names import CHECHNYA
from timeline.viewmodel.route_view import EndKind, RouteMap

FAINTER = 140
"""Other regions of a case are marked, and less than the Chechen Republic is."""
MARKED_EDGE_PX = 1.8
"""The edge of a chosen country or region, as the ring is of a dot."""


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


def land_layers(
    view: RouteMap, palette: Palette, land: Land, emphasis: Emphasis
) -> list[pdk.Layer]:
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
                rgb(palette.chechnya, 255 if code == CHECHNYA else FAINTER),
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
        *_chosen_land(view, palette, land, emphasis),
    ]


def _chosen_land(
    view: RouteMap, palette: Palette, land: Land, emphasis: Emphasis
) -> list[pdk.Layer]:
    layers = []
    for mark in view.marks:
        if mark.place_id not in emphasis.marked_places:
            continue
        address = None
        if mark.kind is EndKind.COUNTRY and mark.country_code is not None:
            address = land.country(mark.country_code)
        elif mark.kind is EndKind.AREA and mark.area_bounds and mark.region_code is not None:
            address = land.region(mark.region_code)
        if address is not None:
            name = f"chosen-{mark.place_id}"
            layers.append(_line(name, address, palette.ink, MARKED_EDGE_PX))
    return layers


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
