"""One line of the key to a route map, as the maps draw it."""

from __future__ import annotations

from timeline.charts.mapping.leg_style import LineKind, style_of
from timeline.charts.mapping.map_scene import BAR_PX, TICK_PX
from timeline.charts.picture.plane import Plane
from timeline.charts.picture.svg_path import number
from timeline.theme import Palette

KEY_WIDTH_PX, KEY_HEIGHT_PX = 32.0, 12.0
AGAINST_WILL, UNDISCLOSED = "against_will", "undisclosed"
"""Names of the key beside those of `LineKind`, as `charts.html.line_key` lists them."""


def key_line(
    name: str, palette: Palette, page: Plane, *, start_px: float, middle_px: float, prefix: str
) -> str:
    """A line of KEY_WIDTH_PX that begins so far from where reading begins."""
    is_kind = name not in (AGAINST_WILL, UNDISCLOSED)
    style = style_of(LineKind(name) if is_kind else LineKind.DOCUMENTED, palette)
    y = number(middle_px)
    inset = style.width_px / 2 if style.is_dotted else 0.0
    first, last = start_px + inset, start_px + KEY_WIDTH_PX - inset
    colour, before, more = style.colour, "", ""
    if name == UNDISCLOSED:
        colour = f"url(#{prefix}key)"
        before = (
            f'<linearGradient id="{prefix}key" gradientUnits="userSpaceOnUse" '
            f'x1="{page.x(first)}" y1="0" x2="{page.x(last)}" y2="0">'
            f'<stop offset=".25" stop-color="{style.colour}"/>'
            f'<stop offset="1" stop-color="{style.colour}" stop-opacity="0"/></linearGradient>'
        )
    if name == AGAINST_WILL:
        more = "".join(
            _across(page.x(start_px + share * KEY_WIDTH_PX), middle_px, TICK_PX, style.colour, 1.4)
            for share in (0.25, 0.5, 0.75)
        )
    if style.has_bar:
        more = _across(page.x(last), middle_px, BAR_PX * 0.8, style.colour, 3)
    dash = ""
    if style.dash_px is not None:
        stroke, gap = style.dash_px
        dash = f' stroke-dasharray="{number(max(stroke, 0.1))} {number(gap)}"'
    cap = ' stroke-linecap="round"' if style.is_dotted else ""
    return (
        f'{before}<path d="M{page.x(first)} {y}H{page.x(last)}" stroke="{colour}" '
        f'stroke-width="{number(style.width_px)}"{dash}{cap}/>{more}'
    )


def _across(x: object, middle_px: float, half_px: float, colour: str, width_px: float) -> str:
    return (
        f'<path d="M{x} {number(middle_px - half_px)}v{number(2 * half_px)}" '
        f'stroke="{colour}" stroke-width="{number(width_px)}"/>'
    )
