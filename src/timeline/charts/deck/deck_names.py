"""Names and numbers of the movable map as layers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pydeck as pdk

from timeline.charts.deck.deck_rows import ChoosableRow, Row, rgb, short
from timeline.charts.deck.drawing import Drawing
from timeline.charts.mapping.held_texts import HeldName, HeldNumber
from timeline.charts.mapping.map_labels import PlacedLabel
from timeline.charts.mapping.map_scene import BADGE_PX, BADGE_TEXT_PX, DrawnName
from timeline.charts.text_width import text_width_px
from timeline.theme import SANS, Palette

FONT_SETTINGS = {"sdf": True, "fontSize": 64, "buffer": 10, "radius": 16, "cutoff": 0.19}
"""Letters as distance fields, which alone can have a halo; the cutoff gives back the weight
that small letters lose by it."""
HAIR_SPACE = "\N{HAIR SPACE}"


def name_layers(
    prefix: str,
    names: Iterable[HeldName],
    drawing: Drawing,
    words: Mapping[str, str] = MappingProxyType({}),
) -> list[pdk.Layer]:
    """Names of land, words beside lines, names of places: each weight of letters in one layer.

    Back to front: a place's name lies on a country's. *words*, by the key of a label, stand
    in the place of its own.
    """
    by_weight: dict[bool, list[Row]] = {}
    for held in sorted(names, key=lambda held: _order(held.name)):
        opacity = _opacity(held.name, drawing)
        if opacity:
            row = _name_row(held, _colour(held.name, drawing.palette), opacity, words)
            by_weight.setdefault(held.name.label.style.is_bold, []).append(row)
    return [
        _texts(
            f"{prefix}names-{'bold' if is_bold else 'plain'}",
            rows,
            is_bold=is_bold,
            get_position="this[0]",
            get_text="this[1]",
            get_color="this[2]",
            get_size="this[3]",
            get_pixel_offset="this[4]",
            get_text_anchor="this[5]",
            line_height=1.15,
            font_settings=FONT_SETTINGS,
            outline_width=3.2,
            outline_color=[*rgb(drawing.palette.ground), 225],
        )
        for is_bold, rows in sorted(by_weight.items())
    ]


def _order(name: DrawnName) -> int:
    return 0 if name.land is not None else 2 if name.mark is not None else 1


def _opacity(name: DrawnName, drawing: Drawing) -> int:
    """As strong as what it is the name of; names of land are always there for orientation."""
    if name.gathering is not None:
        return max(map(drawing.emphasis.of_place, name.gathering.place_ids))
    if name.mark is not None:
        return drawing.emphasis.of_place(name.mark.place_id)
    if name.leg is not None:
        return drawing.emphasis.of_leg(name.leg.leg_id)
    if name.gap_end is not None:
        return drawing.emphasis.of_leg(name.gap_end.leg_id)
    return 255


def _colour(name: DrawnName, palette: Palette) -> str:
    if name.land is not None and not name.land.is_emphasised:
        return palette.country_name
    return palette.ink if name.land is not None or name.mark is not None else palette.muted


def _name_row(held: HeldName, colour: str, opacity: int, words: Mapping[str, str]) -> Row:
    """A name held to its anchor by pixels, so that zooming in does not tear them apart."""
    label = held.name.label
    own = "\n".join(_spaced(line, label) for line in label.lines)
    return [
        short(held.at),
        words.get(label.key, own),
        rgb(colour, opacity),
        label.style.size_px,
        [round(value, 1) for value in held.offset_px],
        label.anchor,
    ]


def _spaced(line: str, label: PlacedLabel) -> str:
    """Letter-spacing by hair spaces: the viewer knows none of its own."""
    return HAIR_SPACE.join(line) if label.style.spacing_px > 1 else line


def number_layers(prefix: str, numbers: Iterable[HeldNumber], drawing: Drawing) -> list[pdk.Layer]:
    """The numbers of legs: text on a round ground, held to the line by pixels."""
    rows: list[ChoosableRow] = []
    for held in numbers:
        leg, style = held.leg.leg, held.leg.style
        opacity = drawing.emphasis.of_leg(leg.leg_id)
        if not opacity:
            continue
        # Whatever lies under a number, it must stay legible: it is paled, never seen through.
        colour, ground = (
            _paled(style.colour, drawing.palette.ground, opacity),
            drawing.palette.ground,
        )
        rows.append(
            {
                "leg_id": leg.leg_id,
                "event_id": leg.event_id,
                "tip": drawing.tip(leg),
                "at": short(held.at),
                "offset": [round(value, 1) for value in held.offset_px],
                "text": str(leg.number),
                "colours": [colour, rgb(ground)]
                if style.has_hollow_number
                else [rgb(ground), colour],
            }
        )
    if not rows:
        return []
    return [
        _texts(
            f"{prefix}badges",
            rows,
            is_bold=True,
            get_position="at",
            get_text="text",
            get_color="colours[0]",
            get_size=BADGE_TEXT_PX,
            get_pixel_offset="offset",
            background=True,
            get_background_color="colours[1]",
            get_border_color="colours[0]",
            get_border_width=1.5,
            background_border_radius=BADGE_PX,
            background_padding=_PADDING,
            pickable=True,
        )
    ]


def _paled(colour: str, ground: str, opacity: int) -> list[int]:
    share = opacity / 255
    return [
        round(share * one + (1 - share) * other)
        for one, other in zip(rgb(colour), rgb(ground), strict=True)
    ]


_PADDING = [
    round(BADGE_PX - text_width_px("0", BADGE_TEXT_PX, bold=True) / 2, 1),
    round(BADGE_PX - BADGE_TEXT_PX / 2, 1),
]
"""Around a number, so that the ground of one digit is a circle."""


def _texts(
    name: str, rows: list[Row] | list[ChoosableRow], *, is_bold: bool, **properties: object
) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        rows,
        id=name,
        get_alignment_baseline=pdk.types.String("center"),
        # Without these two, accents are lost or the text is a pixel high.
        character_set=pdk.types.String("auto"),
        font_family=pdk.types.String(SANS),
        font_weight=700 if is_bold else 400,
        **properties,
    )
