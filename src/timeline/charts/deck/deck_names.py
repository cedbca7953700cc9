"""Dots, names and numbers of the movable map as layers."""

from __future__ import annotations

from collections.abc import Iterable

import pydeck as pdk
import shapely

from timeline.charts.deck.deck_legs import Tip
from timeline.charts.deck.deck_rows import Row, degrees, rgb
from timeline.charts.mapping.map_labels import PlacedLabel
from timeline.charts.mapping.map_projection import MapProjection
from timeline.charts.mapping.map_scene import (
    ARROW_GAP_PX,
    BADGE_PX,
    BADGE_TEXT_PX,
    DrawnDot,
    DrawnLeg,
    DrawnName,
    Line,
    MapLayout,
)
from timeline.charts.text_width import text_width_px
from timeline.i18n.catalog import Catalog
from timeline.theme import SANS, Palette

HALO_PX = ARROW_GAP_PX
"""Around a dot: it covers the end of each line up to the tip of its head."""
RING_PX = 1.6
FONT_SETTINGS = {"sdf": True, "fontSize": 64, "buffer": 10, "radius": 16, "cutoff": 0.19}
"""Letters as distance fields, which alone can have a halo; the cutoff gives back the weight
that small letters lose by it."""
HAIR_SPACE = "\N{HAIR SPACE}"


def dot_layers(
    dots: Iterable[DrawnDot], projection: MapProjection, palette: Palette, say: Catalog
) -> list[pdk.Layer]:
    """A dot with a halo for every place; hollow where sources differ on the place."""
    rows = [
        {
            "place_id": dot.mark.place_id,
            "tip": place_tip(dot, say),
            "at": degrees(projection, dot.x, dot.y),
            "radius": dot.radius_px,
            "ring": RING_PX if dot.mark.is_disputed else 0.0,
            "fill": rgb(palette.ground if dot.mark.is_disputed else palette.ink),
        }
        for dot in dots
    ]
    if not rows:
        return []
    halos = [
        {"at": row["at"], "radius": dot.radius_px + HALO_PX}
        for row, dot in zip(rows, dots, strict=True)
    ]
    return [
        _circles("halos", halos, get_fill_color=rgb(palette.ground)),
        _circles(
            "places",
            rows,
            get_fill_color="fill",
            stroked=True,
            get_line_color=rgb(palette.ink),
            get_line_width="ring",
            line_width_units=pdk.types.String("pixels"),
            pickable=True,
        ),
    ]


def place_tip(dot: DrawnDot, say: Catalog) -> str:
    """What a reader learns who points at a dot."""
    count = len(dot.mark.event_ids)
    return f"{dot.mark.name}\n{say.count('map.events', count)}" if count else dot.mark.name


def name_layers(layout: MapLayout, projection: MapProjection, palette: Palette) -> list[pdk.Layer]:
    """Names of land, words beside lines, names of places: each kind in its own weights."""
    kinds: dict[tuple[str, bool], list[Row]] = {}
    for name in layout.names:
        kind = "land-names" if name.land else "captions" if name.leg else "place-names"
        row = _name_row(name.label, _anchor(name, layout), projection)
        row["colour"] = rgb(_colour(name, palette))
        kinds.setdefault((kind, name.label.style.is_bold), []).append(row)
    return [
        _texts(
            f"{kind}-{'bold' if is_bold else 'plain'}",
            rows,
            is_bold=is_bold,
            get_size="size",
            get_text_anchor="anchor",
            get_pixel_offset="offset",
            line_height=1.15,
            font_settings=FONT_SETTINGS,
            outline_width=3.2,
            outline_color=[*rgb(palette.ground), 225],
        )
        for (kind, is_bold), rows in sorted(kinds.items(), key=lambda pair: _order(pair[0]))
    ]


def _order(kind: tuple[str, bool]) -> tuple[int, bool]:
    """Back to front: a place's name lies on a country's."""
    return ("land-names", "captions", "place-names").index(kind[0]), kind[1]


def _colour(name: DrawnName, palette: Palette) -> str:
    if name.land is not None and not name.land.is_emphasised:
        return palette.country_name
    return palette.muted if name.leg is not None else palette.ink


def _anchor(name: DrawnName, layout: MapLayout) -> tuple[float, float] | None:
    """What a name is held to: its dot, or its line; None for what is as large as the land."""
    label = name.label
    if name.mark is not None:
        dots = (dot for dot in layout.dots if dot.mark is name.mark)
        return next(((dot.x, dot.y) for dot in dots), None)
    if name.leg is not None:
        lines = (leg.line for leg in layout.legs if leg.leg is name.leg and len(leg.line) > 1)
        middle_y = (label.box.top + label.box.bottom) / 2
        return next((_nearest(line, label.x, middle_y) for line in lines), None)
    return None


def _name_row(
    label: PlacedLabel, anchor: tuple[float, float] | None, projection: MapProjection
) -> Row:
    """A name held to its anchor by pixels, so that zooming in does not tear them apart."""
    x, y = label.x, (label.box.top + label.box.bottom) / 2
    anchor_x, anchor_y = anchor or (x, y)
    return {
        "at": degrees(projection, anchor_x, anchor_y),
        "text": "\n".join(_spaced(line, label) for line in label.lines),
        "size": label.style.size_px,
        "anchor": label.anchor,
        "offset": [round(x - anchor_x, 1), round(y - anchor_y, 1)],
    }


def _spaced(line: str, label: PlacedLabel) -> str:
    """Letter-spacing by hair spaces: the viewer knows none of its own."""
    return HAIR_SPACE.join(line) if label.style.spacing_px > 1 else line


def badge_layers(
    legs: Iterable[DrawnLeg], projection: MapProjection, palette: Palette, tip: Tip
) -> list[pdk.Layer]:
    """The numbers of legs: text on a round ground, held to the line by pixels."""
    rows: list[Row] = []
    for leg in legs:
        if leg.badge is None:
            continue
        x, y = leg.badge
        anchor_x, anchor_y = _nearest(leg.line, x, y) if len(leg.line) > 1 else (x, y)
        colour, ground = rgb(leg.style.colour), rgb(palette.ground)
        is_hollow = leg.style.has_hollow_number
        rows.append(
            {
                "leg_id": leg.leg.leg_id,
                "tip": tip(leg),
                "at": degrees(projection, anchor_x, anchor_y),
                "offset": [round(x - anchor_x, 1), round(y - anchor_y, 1)],
                "text": str(leg.leg.number),
                "colour": colour if is_hollow else ground,
                "fill": ground if is_hollow else colour,
                "ring": colour if is_hollow else ground,
            }
        )
    if not rows:
        return []
    return [
        _texts(
            "badges",
            rows,
            is_bold=True,
            get_size=BADGE_TEXT_PX,
            get_pixel_offset="offset",
            background=True,
            get_background_color="fill",
            get_border_color="ring",
            get_border_width=1.5,
            background_border_radius=BADGE_PX,
            background_padding=_PADDING,
            pickable=True,
        )
    ]


_PADDING = [
    round(BADGE_PX - text_width_px("0", BADGE_TEXT_PX, bold=True) / 2, 1),
    round(BADGE_PX - BADGE_TEXT_PX / 2, 1),
]
"""Around a number, so that the ground of one digit is a circle."""


def _nearest(line: Line, x: float, y: float) -> tuple[float, float]:
    """The point of a line nearest to a pixel."""
    path = shapely.LineString(line)
    point = path.interpolate(path.project(shapely.Point(x, y)))
    return float(point.x), float(point.y)


def _circles(name: str, rows: list[Row], **properties: object) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=name,
        get_position="at",
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        **properties,
    )


def _texts(name: str, rows: list[Row], *, is_bold: bool, **properties: object) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        rows,
        id=name,
        get_position="at",
        get_text="text",
        get_color="colour",
        get_alignment_baseline=pdk.types.String("center"),
        # Without these two, accents are lost or the text is a pixel high.
        character_set=pdk.types.String("auto"),
        font_family=pdk.types.String(SANS),
        font_weight=700 if is_bold else 400,
        **properties,
    )
