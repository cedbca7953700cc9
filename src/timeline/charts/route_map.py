"""The route map as a pydeck deck: the same marks as the still picture, to be moved and zoomed.

The land comes by address from our own server and is kept by the browser; there is no
map provider, no tile and no font to fetch. Sizes are in pixels, so that lines, dots and
names keep them at every zoom. Everything is laid out once, for the first view.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import pydeck as pdk

from timeline.charts.leg_words import has_several_people, leg_sentence
from timeline.charts.map_labels import PlacedLabel
from timeline.charts.map_layout import (
    BADGE_PX,
    BADGE_TEXT_PX,
    DOT_HALO_PX,
    DrawnLeg,
    DrawnName,
    MapLayout,
    Scene,
    Stroke,
    lay_out,
)
from timeline.charts.map_projection import Insets, MapProjection, at_zoom, mercator
from timeline.i18n.catalog import Catalog
from timeline.theme import SANS, Palette
from timeline.viewmodel.land_names import CHECHNYA
from timeline.viewmodel.route_view import Fade, RouteMap

Row = dict[str, Any]

LEAST_ZOOM, MOST_ZOOM = 1.2, 7.5
"""Closer than this the bundled outlines would show their corners."""
_CASING_PX = 3.6
_FADE_STEPS = 14
_DECIMALS = 4
_FAINTER = 140
"""Other regions of a case are marked, and less than the Chechen Republic is."""
_ROOM = Insets(46, 34, 64, 34)
_HEIGHTS_PX = (340, 540)
_HAIR_SPACE = "\N{HAIR SPACE}"


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
    layout = lay_out(Scene(view, say, palette, projection))
    centre = projection.to_degrees(np.array([[width_px / 2, height_px / 2]]))[0]
    drawn = _Drawn(view, layout, projection, palette, say)
    return pdk.Deck(
        layers=[*_land_layers(view, palette, land), *drawn.layers()],
        initial_view_state=pdk.ViewState(
            longitude=round(float(centre[0]), _DECIMALS),
            latitude=round(float(centre[1]), _DECIMALS),
            zoom=round(projection.zoom, 3),
            min_zoom=LEAST_ZOOM,
            max_zoom=MOST_ZOOM,
        ),
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
    fitted = mercator(view.frame_points, view.bounds, width_px, height_px, _ROOM)
    return at_zoom(fitted, min(max(fitted.zoom, LEAST_ZOOM), MOST_ZOOM - 1))


def _land_layers(view: RouteMap, palette: Palette, land: Land) -> list[pdk.Layer]:
    """Sea, land, land of the case, tinted regions, lakes, disputed lines; back to front."""
    border = rgb(palette.border)
    outlines: list[tuple[str, str | None, list[int]]] = [
        ("land", land.layer("countries"), rgb(palette.land))
    ]
    outlines += [
        (f"land-{iso2}", land.country(iso2), rgb(palette.land_of_case)) for iso2 in view.countries
    ]
    outlines += [
        (
            f"region-{code}",
            land.region(code),
            [*rgb(palette.chechnya), 255 if code == CHECHNYA else _FAINTER],
        )
        for code in view.regions
    ]
    outlines.append(("lakes", land.layer("lakes"), rgb(palette.sea)))
    disputed = land.layer("disputed")
    return [
        _sea(palette),
        *(_outline(name, url, fill, border) for name, url, fill in outlines if url is not None),
        *([_dashed_lines(disputed, palette)] if disputed is not None else []),
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


def _dashed_lines(address: str, palette: Palette) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        address,
        id="disputed",
        stroked=True,
        filled=False,
        get_line_color=rgb(palette.country_name),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=1,
        get_dash_array=[4, 3],
        extensions=[{"@@type": "PathStyleExtension", "dash": True}],
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


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What lies on the land, as layers."""

    view: RouteMap
    layout: MapLayout
    projection: MapProjection
    palette: Palette
    say: Catalog

    def layers(self) -> list[pdk.Layer]:
        """Back to front; a layer without a row is left out."""
        return [
            layer
            for layer in (
                self._casings(),
                self._lines(),
                self._fades(),
                self._strokes("ticks", "|", 10, self._ticks()),
                self._strokes("bars", "|", 19, self._bars()),
                self._dots(),
                self._strokes("arrows", "\N{BLACK RIGHTWARDS ARROWHEAD}", 15, self._arrows()),
                *self._names(),
                self._badges(),
                self._badge_numbers(),
            )
            if layer is not None
        ]

    def _degrees(self, x: float, y: float) -> list[float]:
        lon, lat = self.projection.to_degrees(np.array([[x, y]]))[0]
        return [round(float(lon), _DECIMALS), round(float(lat), _DECIMALS)]

    def _path(self, line: np.ndarray) -> list[list[float]]:
        degrees = self.projection.to_degrees(line)
        return [
            [round(float(lon), _DECIMALS), round(float(lat), _DECIMALS)] for lon, lat in degrees
        ]

    def _with_line(self) -> list[DrawnLeg]:
        return [leg for leg in self.layout.legs if len(leg.line)]

    def _tip(self, leg: DrawnLeg) -> str:
        return leg_sentence(leg.leg, self.say, with_person=has_several_people(self.view))

    def _casings(self) -> pdk.Layer | None:
        rows = [
            {"path": self._path(leg.line), "width": leg.style.width_px + _CASING_PX}
            for leg in self._with_line()
            if leg.leg.fades is Fade.NONE
        ]
        return _paths("casings", rows, rgb(self.palette.ground)) if rows else None

    def _lines(self) -> pdk.Layer | None:
        rows = [
            {
                "leg_id": leg.leg.leg_id,
                "tip": self._tip(leg),
                "path": self._path(leg.line),
                "width": leg.style.width_px,
                "colour": rgb(leg.style.colour),
                "dash": _dash(leg),
            }
            for leg in self._with_line()
            if leg.leg.fades is Fade.NONE
        ]
        if not rows:
            return None
        return pdk.Layer(
            "PathLayer",
            rows,
            id="legs",
            get_path="path",
            get_color="colour",
            get_width="width",
            width_units=pdk.types.String("pixels"),
            get_dash_array="dash",
            cap_rounded=True,
            joint_rounded=True,
            pickable=True,
            extensions=[{"@@type": "PathStyleExtension", "dash": True, "highPrecisionDash": True}],
        )

    def _fades(self) -> pdk.Layer | None:
        """A line towards a place that is not disclosed runs out."""
        rows: list[Row] = []
        for leg in self._with_line():
            if leg.leg.fades is Fade.NONE:
                continue
            ends = leg.line if leg.leg.fades is Fade.END else leg.line[::-1]
            path = self._path(ends)
            cuts = np.linspace(0, len(path) - 1, _FADE_STEPS + 1)
            points = np.array(path)
            spots = np.column_stack(
                [np.interp(cuts, np.arange(len(path)), points[:, axis]) for axis in (0, 1)]
            ).round(_DECIMALS)
            for step in range(_FADE_STEPS):
                opacity = round(255 * (1 - step / _FADE_STEPS))
                rows.append(
                    {
                        "leg_id": leg.leg.leg_id,
                        "tip": self._tip(leg),
                        "path": spots[step : step + 2].tolist(),
                        "width": leg.style.width_px,
                        "colour": [*rgb(leg.style.colour), opacity],
                    }
                )
        if not rows:
            return None
        return pdk.Layer(
            "PathLayer",
            rows,
            id="fades",
            get_path="path",
            get_color="colour",
            get_width="width",
            width_units=pdk.types.String("pixels"),
            pickable=True,
        )

    def _ticks(self) -> Iterable[tuple[Stroke, str]]:
        return ((tick, leg.style.colour) for leg in self._with_line() for tick in leg.ticks)

    def _bars(self) -> Iterable[tuple[Stroke, str]]:
        return ((leg.bar, leg.style.colour) for leg in self._with_line() if leg.bar is not None)

    def _arrows(self) -> Iterable[tuple[Stroke, str]]:
        return ((leg.arrow, leg.style.colour) for leg in self._with_line() if leg.arrow is not None)

    def _strokes(
        self, name: str, glyph: str, size_px: float, strokes: Iterable[tuple[Stroke, str]]
    ) -> pdk.Layer | None:
        """Short marks as turned letters: they need no picture to fetch and keep their size."""
        rows = [
            {
                "at": self._degrees(stroke.x, stroke.y),
                "angle": round(-stroke.angle_deg, 1),
                "colour": rgb(colour),
                "text": glyph,
            }
            for stroke, colour in strokes
        ]
        if not rows:
            return None
        return pdk.Layer(
            "TextLayer",
            rows,
            id=name,
            get_position="at",
            get_text="text",
            get_angle="angle",
            get_color="colour",
            get_size=size_px,
            character_set=pdk.types.String("auto"),
            font_family=pdk.types.String(SANS),
            font_weight=700,
        )

    def _dots(self) -> pdk.Layer | None:
        rows = [
            {
                "place_id": dot.mark.place_id,
                "tip": _place_tip(dot.mark.name, len(dot.mark.event_ids), self.say),
                "at": self._degrees(dot.x, dot.y),
                "radius": dot.radius_px,
                "fill": rgb(self.palette.ground if dot.mark.is_disputed else self.palette.ink),
                "line": rgb(self.palette.ink if dot.mark.is_disputed else self.palette.ground),
            }
            for dot in self.layout.dots
        ]
        if not rows:
            return None
        return pdk.Layer(
            "ScatterplotLayer",
            rows,
            id="places",
            get_position="at",
            get_radius="radius",
            radius_units=pdk.types.String("pixels"),
            get_fill_color="fill",
            stroked=True,
            get_line_color="line",
            get_line_width=DOT_HALO_PX,
            line_width_units=pdk.types.String("pixels"),
            pickable=True,
        )

    def _names(self) -> list[pdk.Layer]:
        """Names of places, of land and words beside lines, each kind in its own weight."""
        kinds: dict[str, list[Row]] = {"land-names": [], "place-names": [], "captions": []}
        for name in self.layout.names:
            if name.land is not None:
                kinds["land-names"].append(self._name_row(name, self._land_colour(name)))
            elif name.leg is not None:
                kinds["captions"].append(self._name_row(name, self.palette.muted))
            else:
                kinds["place-names"].append(self._name_row(name, self.palette.ink))
        return [
            self._text_layer(f"{kind}-{'bold' if bold else 'plain'}", chosen, bold)
            for kind, rows in kinds.items()
            for bold in (False, True)
            if (chosen := [row for row in rows if row.pop("bold", bold) is bold])
        ]

    def _land_colour(self, name: DrawnName) -> str:
        emphasised = name.land is not None and name.land.is_emphasised
        return self.palette.ink if emphasised else self.palette.country_name

    def _name_row(self, name: DrawnName, colour: str) -> Row:
        """A name held to its dot by pixels, so that zooming in does not tear them apart."""
        label = name.label
        at_x, at_y = label.x, (label.box.top + label.box.bottom) / 2
        offset = [0.0, 0.0]
        dot = next(
            (dot for dot in self.layout.dots if name.mark is not None and dot.mark is name.mark),
            None,
        )
        position = self._degrees(at_x, at_y)
        if dot is not None:
            position = self._degrees(dot.x, dot.y)
            offset = [round(at_x - dot.x, 1), round(at_y - dot.y, 1)]
        return {
            "at": position,
            "text": "\n".join(_spaced(line, label) for line in label.lines),
            "size": label.style.size_px,
            "anchor": label.anchor,
            "offset": offset,
            "colour": rgb(colour),
            "bold": label.style.is_bold,
        }

    def _text_layer(self, name: str, rows: list[Row], is_bold: bool) -> pdk.Layer:
        return pdk.Layer(
            "TextLayer",
            [{key: value for key, value in row.items() if key != "bold"} for row in rows],
            id=name,
            get_position="at",
            get_text="text",
            get_size="size",
            get_color="colour",
            get_text_anchor="anchor",
            get_pixel_offset="offset",
            get_alignment_baseline=pdk.types.String("center"),
            line_height=1.15,
            character_set=pdk.types.String("auto"),
            font_family=pdk.types.String(SANS),
            font_weight=700 if is_bold else 400,
            font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 14},
            outline_width=3.2,
            outline_color=[*rgb(self.palette.ground), 225],
        )

    def _badged(self) -> list[DrawnLeg]:
        return [leg for leg in self.layout.legs if leg.badge is not None]

    def _badges(self) -> pdk.Layer | None:
        rows = []
        for leg in self._badged():
            assert leg.badge is not None
            hollow = leg.style.has_hollow_number
            colour = rgb(leg.style.colour)
            rows.append(
                {
                    "leg_id": leg.leg.leg_id,
                    "tip": self._tip(leg),
                    "at": self._degrees(*leg.badge),
                    "fill": rgb(self.palette.ground) if hollow else colour,
                    "line": colour if hollow else rgb(self.palette.ground),
                }
            )
        if not rows:
            return None
        return pdk.Layer(
            "ScatterplotLayer",
            rows,
            id="badges",
            get_position="at",
            get_radius=BADGE_PX,
            radius_units=pdk.types.String("pixels"),
            get_fill_color="fill",
            stroked=True,
            get_line_color="line",
            get_line_width=1.4,
            line_width_units=pdk.types.String("pixels"),
            pickable=True,
        )

    def _badge_numbers(self) -> pdk.Layer | None:
        rows = []
        for leg in self._badged():
            assert leg.badge is not None
            hollow = leg.style.has_hollow_number
            rows.append(
                {
                    "at": self._degrees(*leg.badge),
                    "text": str(leg.leg.number),
                    "colour": rgb(leg.style.colour if hollow else self.palette.ground),
                }
            )
        if not rows:
            return None
        return pdk.Layer(
            "TextLayer",
            rows,
            id="badge-numbers",
            get_position="at",
            get_text="text",
            get_color="colour",
            get_size=BADGE_TEXT_PX,
            character_set=pdk.types.String("auto"),
            font_family=pdk.types.String(SANS),
            font_weight=700,
        )


def _paths(name: str, rows: list[Row], colour: list[int]) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        rows,
        id=name,
        get_path="path",
        get_color=colour,
        get_width="width",
        width_units=pdk.types.String("pixels"),
        cap_rounded=True,
        joint_rounded=True,
    )


def _dash(leg: DrawnLeg) -> list[float]:
    """Stroke and gap in widths of the line, as deck.gl counts; no gap for a solid line."""
    if leg.style.dash_px is None:
        return [0, 0]
    stroke, gap = (px / leg.style.width_px for px in leg.style.dash_px)
    # A round cap adds half a width at both ends of a stroke and takes it from the gap.
    if leg.style.is_dotted:
        return [0.1, round(max(gap, 2.6), 2)]
    return [round(max(stroke - 1, 0.5), 2), round(gap + 1.4, 2)]


def _spaced(line: str, label: PlacedLabel) -> str:
    """Letter-spacing by hair spaces: the text layer knows none of its own."""
    return _HAIR_SPACE.join(line) if label.style.spacing_px > 1 else line


def _place_tip(name: str, event_count: int, say: Catalog) -> str:
    return f"{name}\n{say.count('map.events', event_count)}" if event_count else name


def rgb(colour: str) -> list[int]:
    """#RRGGBB as three numbers."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
