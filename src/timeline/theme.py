"""Colours, type sizes and picture sizes: the look, in one file.

Everything that draws takes its colours from here; a test checks that Streamlit's
configuration says the same, that text has a contrast of at least 4.5:1 and marks 3:1,
and that lanes stay apart for the three common colour-vision deficiencies.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from types import MappingProxyType

SANS = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans Condensed', sans-serif"
"""What a bare Linux has is named too: its sans-serif is wider than any label is reckoned for."""
SERIF = "Georgia, 'Times New Roman', serif"

TEXT_PX = 12.5
"""Labels beside marks."""
SMALL_PX = 11.5
"""Axis, lane names, notes; nothing is set smaller."""
SMALLEST_PX = 11


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one ground, as #RRGGBB."""

    name: str
    ink: str
    muted: str
    hairline: str
    ground: str
    lanes: MappingProxyType[str, str]
    """Colour by lane of `model.vocabulary.Lane`."""
    requested: str
    """Legs that a state asked for or threatened."""
    offered: str
    """Legs that were offered."""
    land: str
    land_of_case: str
    chechnya: str
    sea: str
    border: str
    country_name: str


LIGHT = Palette(
    name="light",
    ink="#1F2328",
    muted="#5B6470",
    hairline="#E5E7EB",
    ground="#FFFFFF",
    lanes=MappingProxyType(
        {
            "custody": "#B3261E",
            "proceedings": "#2F5D9B",
            "movement": "#1F2328",
            "threats": "#9A6412",
            "response": "#2E7D5B",
            "background": "#5B6470",
        }
    ),
    requested="#B3261E",
    offered="#2E7D5B",
    land="#F4F1EA",
    land_of_case="#ECE7DB",
    chechnya="#D9CDB4",
    sea="#E3ECF1",
    border="#C9C2B4",
    country_name="#6B6250",
)

DARK = Palette(
    name="dark",
    ink="#E8EAED",
    muted="#A3ABB5",
    hairline="#343A42",
    ground="#14171A",
    lanes=MappingProxyType(
        {
            "custody": "#FF8A80",
            "proceedings": "#8AB4F8",
            "movement": "#E8EAED",
            "threats": "#F0B95B",
            "response": "#7FD1AE",
            "background": "#A3ABB5",
        }
    ),
    requested="#FF8A80",
    offered="#7FD1AE",
    land="#1D2125",
    land_of_case="#262B30",
    chechnya="#3A3A33",
    sea="#101418",
    border="#3D444C",
    country_name="#9A9384",
)

PALETTES = MappingProxyType({palette.name: palette for palette in (LIGHT, DARK)})


def css_variables(palette: Palette) -> dict[str, str]:
    """Every colour by the name of its CSS variable, such as `--ink` and `--custody`."""
    plain = {
        field.name: getattr(palette, field.name)
        for field in fields(palette)
        if field.name not in ("name", "lanes")
    }
    return {f"--{name.replace('_', '-')}": value for name, value in (plain | palette.lanes).items()}


def _named_by_variables(name: str) -> Palette:
    """The palette whose colours are CSS variables: what is drawn with it follows a style sheet."""
    colours = {
        field.name: f"var(--{field.name.replace('_', '-')})"
        for field in fields(Palette)
        if field.name not in ("name", "lanes")
    }
    lanes = MappingProxyType({lane: f"var(--{lane})" for lane in LIGHT.lanes})
    return Palette(name=name, lanes=lanes, **colours)


AUTO = _named_by_variables("auto")
"""For drawings inside a document that sets the variables, light or dark as its reader's system is."""
