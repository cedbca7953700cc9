"""Legs, dots, numbers and names of a static map as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

import shapely

from timeline.charts.mapping.map_scene import (
    ARROW_PX,
    BADGE_PX,
    BADGE_TEXT_PX,
    BAR_PX,
    DOT_HALO_PX,
    TICK_PX,
    DrawnDot,
    DrawnLeg,
    DrawnName,
    Line,
    MapLayout,
    Stroke,
)
from timeline.charts.picture.drawing import Layer
from timeline.charts.picture.svg_path import line_path, number
from timeline.theme import Palette
from timeline.viewmodel.route_view import Fade

CASING_PX = 1.8
"""White on both sides of a line."""
UNSEEN_PX = 0.15
THIN_PX = 2.0
SMALL_HEAD = 0.8
"""The head of a thin line, as a share of that of others."""
HALO_PX = 3.2
"""Width of the stroke around letters; half of it shows."""


def marks_svg(layout: MapLayout, palette: Palette, *, id_prefix: str) -> str:
    """All marks; *id_prefix* keeps the names of gradients apart from other pictures' ones."""
    return "".join(layer.markup for layer in mark_layers(layout, palette, id_prefix=id_prefix))


def mark_layers(layout: MapLayout, palette: Palette, *, id_prefix: str) -> tuple[Layer, ...]:
    """The same by layers, back to front; one without a mark is empty."""
    legs = [leg for leg in layout.legs if len(leg.line)]
    casings = (
        f'<g fill="none" stroke="{palette.ground}" stroke-linecap="round" '
        f'stroke-linejoin="round">{"".join(_casing(leg) for leg in legs)}</g>'
    )
    lines = "".join(
        f"<g data-leg={quoteattr(leg.leg.leg_id)}>"
        f"{_line(leg, gradient_id=f'{id_prefix}{index}')}</g>"
        for index, leg in enumerate(legs)
    )
    return (
        Layer("routes", f"{casings}{lines}" if legs else ""),
        Layer("places", "".join(_dot(dot, palette) for dot in layout.dots)),
        Layer("arrows", "".join(_arrow(leg, palette) for leg in legs)),
        Layer("names", _names(layout.names, palette)),
        Layer("numbers", "".join(_badge(leg, palette) for leg in layout.legs)),
    )


def _casing(leg: DrawnLeg) -> str:
    """The light edge under a line, in the colour of the group around it.

    A line that dissolves has none: its edge would stand where the line is no more.
    """
    if leg.leg.fades is not Fade.NONE:
        return ""
    width = leg.style.width_px + 2 * CASING_PX
    return f'<path d="{line_path(thinned(leg.line))}" stroke-width="{number(width)}"/>'


def _line(leg: DrawnLeg, *, gradient_id: str) -> str:
    """The line itself with its ticks or bar; *gradient_id* is used if it dissolves."""
    style = leg.style
    dissolving, colour = "", style.colour
    if leg.leg.fades is not Fade.NONE:
        dissolving, colour = gradient(leg, gradient_id), f"url(#{gradient_id})"
    dash = ""
    if style.dash_px is not None:
        # A stroke of no length with round ends is a dot; some readers want it above zero.
        stroke = max(style.dash_px[0], 0.1)
        dash = f' stroke-dasharray="{number(stroke)} {number(style.dash_px[1])}"'
    cap = ' stroke-linecap="round"' if style.is_dotted else ""
    parts = [
        f'<path d="{line_path(thinned(leg.line))}" stroke="{colour}" '
        f'stroke-width="{number(style.width_px)}"{dash}{cap}/>'
    ]
    if leg.ticks:
        across = "".join(_across(tick, TICK_PX) for tick in leg.ticks)
        parts.append(f'<g stroke="{style.colour}" stroke-width="1.4">{across}</g>')
    if leg.bar is not None:
        across = _across(leg.bar, BAR_PX)
        parts.append(f'<g stroke="{style.colour}" stroke-width="3">{across}</g>')
    return f'{dissolving}<g fill="none" stroke-linejoin="round">{"".join(parts)}</g>'


def _arrow(leg: DrawnLeg, palette: Palette) -> str:
    """A slender head with a notch, so that it reads as a direction and not as a mark."""
    tip = leg.arrow
    if tip is None:
        return ""
    length, half = ARROW_PX
    if leg.style.width_px < THIN_PX:
        length, half = length * SMALL_HEAD, half * SMALL_HEAD
    return (
        f'<path d="M0 0L{number(-length)}-{number(half)}L{number(-length * 0.68)} 0'
        f'L{number(-length)} {number(half)}z" fill="{leg.style.colour}" '
        f'stroke="{palette.ground}" stroke-width="2.4" paint-order="stroke" '
        f'stroke-linejoin="round" {_moved(tip)}/>'
    )


def gradient(leg: DrawnLeg, gradient_id: str) -> str:
    """The colour of a stub, running out along it."""
    (x1, y1), (x2, y2) = leg.line[0], leg.line[-1]
    if leg.leg.fades is Fade.START:
        x1, y1, x2, y2 = x2, y2, x1, y1
    colour = leg.style.colour
    return (
        f'<defs><linearGradient id="{gradient_id}" gradientUnits="userSpaceOnUse" '
        f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}">'
        f'<stop offset=".25" stop-color="{colour}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></linearGradient></defs>'
    )


def _across(stroke: Stroke, half_px: float) -> str:
    return f'<path d="M0-{number(half_px)}V{number(half_px)}" {_moved(stroke)}/>'


def _moved(stroke: Stroke) -> str:
    return (
        f'transform="translate({number(stroke.x)} {number(stroke.y)})'
        f'rotate({stroke.angle_deg:.0f})"'
    )


def thinned(line: Line, unseen_px: float = UNSEEN_PX) -> Line:
    """The line without points that nobody would miss: an arc needs few."""
    kept: Line = shapely.get_coordinates(shapely.simplify(shapely.LineString(line), unseen_px))
    return kept


def _dot(dot: DrawnDot, palette: Palette) -> str:
    """A solid dot; hollow where sources contradict each other on the place."""
    ink = palette.ink
    at = f'cx="{number(dot.x)}" cy="{number(dot.y)}"'
    halo = f'<circle {at} r="{number(dot.radius_px + DOT_HALO_PX)}" fill="{palette.ground}"/>'
    if dot.mark.is_disputed:
        core = (
            f'<circle {at} r="{number(dot.radius_px - 0.8)}" fill="{palette.ground}" '
            f'stroke="{ink}" stroke-width="1.6"/>'
        )
    else:
        core = f'<circle {at} r="{number(dot.radius_px)}" fill="{ink}"/>'
    return f"<g data-place={quoteattr(dot.mark.place_id)}>{halo}{core}</g>"


def _badge(leg: DrawnLeg, palette: Palette) -> str:
    if leg.badge is None:
        return ""
    x, y = leg.badge
    style = leg.style
    fill, text = (style.colour, palette.ground)
    ring = f' stroke="{palette.ground}" stroke-width="1.6"'
    radius = BADGE_PX
    if style.has_hollow_number:
        fill, text = palette.ground, style.colour
        ring = f' stroke="{style.colour}" stroke-width="1.6"'
        radius -= 0.6
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"{ring}/>'
        f'<text x="{number(x)}" y="{number(y + BADGE_TEXT_PX * 0.36)}" '
        f'font-size="{number(BADGE_TEXT_PX)}" font-weight="700" text-anchor="middle" '
        f'fill="{text}">{leg.leg.number}</text>'
    )


def _names(names: Iterable[DrawnName], palette: Palette) -> str:
    """Every name with a halo, lightest first so that a place's name lies on a country's."""
    parts = []
    for name in by_weight(names):
        placed, style = name.label, name.label.style
        colour, halo = name_colours(name, palette)
        spacing = f' letter-spacing="{number(style.spacing_px)}"' if style.spacing_px else ""
        weight = ' font-weight="700"' if style.is_bold else ""
        # The space after the last letter is part of the text's width to a browser.
        x = placed.x + (style.spacing_px / 2 if placed.anchor == "middle" else 0)
        lines = "".join(
            f'<text x="{number(x)}" y="{number(y)}">{escape(line)}</text>'
            for line, y in zip(placed.lines, placed.baselines, strict=True)
        )
        anchor = "" if placed.anchor == "start" else f' text-anchor="{placed.anchor}"'
        parts.append(
            f'<g fill="{colour}" stroke="{halo}" stroke-width="{number(HALO_PX)}" '
            f'font-size="{style.size_px:g}"{weight}{spacing}{anchor}>{lines}</g>'
        )
    body = "".join(parts)
    # Where a name stands on the map does not turn round with the page's language.
    return (
        f'<g direction="ltr" paint-order="stroke" stroke-linejoin="round">{body}</g>'
        if body
        else ""
    )


def by_weight(names: Iterable[DrawnName]) -> list[DrawnName]:
    """The lightest names first: countries, captions, places."""
    return sorted(names, key=lambda name: (name.land is None, name.mark is not None))


def name_colours(name: DrawnName, palette: Palette) -> tuple[str, str]:
    """The colour of a name and of its halo."""
    if name.land is not None:
        if name.land.is_emphasised:
            return palette.ink, palette.land_of_case
        return palette.country_name, palette.land_of_case if name.land.is_of_case else palette.land
    if name.mark is None:
        return palette.muted, palette.ground
    return palette.ink, palette.ground
