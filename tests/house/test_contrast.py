"""Text has a contrast of at least 4.5:1 on what it stands on, marks 3:1, on both grounds."""

from __future__ import annotations

import pytest

from timeline.theme import PALETTES, Palette

from .colour import contrast

FOR_TEXT = 4.5
FOR_MARKS = 3.0

MAP_GROUNDS = ("land", "land_of_case", "chechnya", "sea")
NAME_GROUNDS = ("land", "land_of_case", "sea")
"""Where the names of countries stand. The name of the Chechen Republic is set in ink."""


def too_faint(
    palette: Palette, colours: dict[str, str], grounds: tuple[str, ...], least: float
) -> list[str]:
    """Which colours are too near to which grounds."""
    return [
        f"{name} on {ground}: {found:.2f}"
        for name, colour in colours.items()
        for ground in grounds
        if (found := contrast(colour, getattr(palette, ground))) < least
    ]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_text_can_be_read(palette: Palette) -> None:
    # The names of lanes are set in their colours.
    on_the_page = {"ink": palette.ink, "muted": palette.muted, **palette.lanes}

    assert too_faint(palette, on_the_page, ("ground",), FOR_TEXT) == []
    assert too_faint(palette, {"ink": palette.ink}, MAP_GROUNDS, FOR_TEXT) == []
    assert too_faint(palette, {"country name": palette.country_name}, NAME_GROUNDS, FOR_TEXT) == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_marks_can_be_told_from_what_they_lie_on(palette: Palette) -> None:
    legs = {"requested": palette.requested, "offered": palette.offered}

    assert too_faint(palette, {**palette.lanes, **legs}, ("ground", *MAP_GROUNDS), FOR_MARKS) == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_what_is_too_faint_is_found(palette: Palette) -> None:
    assert too_faint(palette, {"hairline": palette.hairline}, ("ground",), FOR_MARKS)


def test_the_scale_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
