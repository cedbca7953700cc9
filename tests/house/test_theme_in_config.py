"""Streamlit's configuration and theme.py say the same colours and fonts."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields

import pytest

from timeline.theme import PALETTES, SANS, SERIF, Palette

from .project_files import ROOT

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

HUES = {
    "red": "custody",
    "blue": "proceedings",
    "orange": "threats",
    "yellow": "threats",
    "green": "response",
    "gray": "background",
}
"""Streamlit's names for hues, and the lanes whose colours stand behind them."""


def expected(palette: Palette) -> dict[str, object]:
    """What the configuration must say for one ground, and nothing else."""
    ink = dict.fromkeys(("primaryColor", "textColor", "linkColor", "codeTextColor"), palette.ink)
    paper = dict.fromkeys(("backgroundColor", "dataframeHeaderBackgroundColor"), palette.ground)
    land = dict.fromkeys(("secondaryBackgroundColor", "codeBackgroundColor"), palette.land)
    lines = dict.fromkeys(("borderColor", "dataframeBorderColor"), palette.hairline)
    hues = {
        f"{hue}{use}": palette.lanes[lane]
        for hue, lane in HUES.items()
        for use in ("Color", "TextColor")
    }
    charts = [
        palette.lanes[lane]
        for lane in ("custody", "proceedings", "movement", "threats", "response")
    ]
    return {
        **ink,
        **paper,
        **land,
        **lines,
        **hues,
        "dataframeHeaderTextColor": palette.muted,
        "chartCategoricalColors": charts,
    }


@pytest.mark.parametrize("name", PALETTES)
def test_the_colours_are_the_themes(name: str) -> None:
    assert THEME[name] == expected(PALETTES[name])


def test_the_fonts_are_the_themes() -> None:
    assert THEME["font"] == SANS
    assert THEME["headingFont"] == SERIF


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_colour_is_written_in_full(palette: Palette) -> None:
    colours = [
        getattr(palette, field.name)
        for field in fields(palette)
        if field.name not in ("name", "lanes")
    ]

    assert all(re.fullmatch("#[0-9A-F]{6}", one) for one in [*colours, *palette.lanes.values()])
