"""Legs, dots, numbers and names in as few bytes as they can be drawn with.

The look of `picture_marks`, with marks of one kind in one path and names of one style in
one group. Nothing carries the id of a leg or place.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

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
    MapLayout,
    Stroke,
)
from timeline.charts.picture.drawing import Layer
from timeline.charts.picture.picture_marks import (
    CASING_PX,
    HALO_PX,
    SMALL_HEAD,
    THIN_PX,
    by_weight,
    gradient,
    name_colours,
    thinned,
)
from timeline.charts.picture.svg_path import line_path, number
from timeline.theme import Palette
from timeline.viewmodel.route_view import Fade

UNSEEN_PX = 0.3
"""A line may be this far off its arc."""
RING_PX = 1.6
"""Width of the ring of a hollow mark."""

Points = Iterable[tuple[float, float]]


def thrifty_marks(layout: MapLayout, palette: Palette, *, id_prefix: str) -> tuple[Layer, ...]:
    """The layers of `picture_marks.mark_layers`; *id_prefix* is that of ids of this picture."""
    legs = [leg for leg in layout.legs if len(leg.line)]
    return (
        Layer("routes", _routes(legs, palette, id_prefix)),
        Layer("places", _places(layout.dots, palette)),
        Layer("arrows", _arrows(legs, palette)),
        Layer("names", _names(layout.names, palette)),
        Layer("numbers", _numbers(layout.legs, palette)),
    )


def _routes(legs: Sequence[DrawnLeg], palette: Palette, id_prefix: str) -> str:
    """The lines of one look as one path, used twice: for their light edge and for themselves."""
    lines: dict[tuple[float, str], str] = defaultdict(str)
    strokes: dict[tuple[str, float], str] = defaultdict(str)
    dissolving = []
    for index, leg in enumerate(legs):
        style, path = leg.style, line_path(thinned(leg.line, UNSEEN_PX))
        look = f'stroke-width="{number(style.width_px)}"'
        if style.dash_px is not None:
            stroke, gap = max(style.dash_px[0], 0.1), style.dash_px[1]
            look += f' stroke-dasharray="{number(stroke)} {number(gap)}"'
        if style.is_dotted:
            look += ' stroke-linecap="round"'
        if leg.leg.fades is Fade.NONE:
            lines[style.width_px, f'stroke="{style.colour}" {look}'] += path
        else:
            name = f"{id_prefix}{index}"
            dissolving.append(
                f'{gradient(leg, name)}<path stroke="url(#{name})" {look} d="{path}"/>'
            )
        for tick in leg.ticks:
            strokes[style.colour, 1.4] += _across(tick, TICK_PX)
        if leg.bar is not None:
            strokes[style.colour, 3.0] += _across(leg.bar, BAR_PX)
    names = [f"{id_prefix}l{index}" for index in range(len(lines))]
    # The width stands outside the path: its own would hold for both uses.
    casings = "".join(
        f'<g stroke-width="{number(width + 2 * CASING_PX)}"><path id="{name}" d="{path}"/></g>'
        for name, ((width, _), path) in zip(names, lines.items(), strict=True)
    )
    parts = [f'<g stroke="{palette.ground}">{casings}</g>'] if casings else []
    parts += [f'<use href="#{name}" {look}/>' for name, (_, look) in zip(names, lines, strict=True)]
    parts += dissolving
    parts += [
        f'<path stroke="{colour}" stroke-width="{number(width)}" d="{path}"/>'
        for (colour, width), path in strokes.items()
    ]
    return f'<g fill="none" stroke-linejoin="round">{"".join(parts)}</g>' if parts else ""


def _across(stroke: Stroke, half_px: float) -> str:
    """A short line across the direction of travel."""
    angle = math.radians(stroke.angle_deg)
    dx, dy = -math.sin(angle) * half_px, math.cos(angle) * half_px
    return f"M{_pair(stroke.x - dx, stroke.y - dy)}l{_pair(2 * dx, 2 * dy)}"


def _places(dots: Sequence[DrawnDot], palette: Palette) -> str:
    """Dots are lines of no length with round ends: one path for all of one size."""
    halos, cores, hollow = (defaultdict[float, list[tuple[float, float]]](list) for _ in range(3))
    for dot in dots:
        at = (dot.x, dot.y)
        halos[dot.radius_px + DOT_HALO_PX].append(at)
        cores[dot.radius_px].append(at)
        if dot.mark.is_disputed:
            hollow[dot.radius_px - RING_PX].append(at)
    parts = [
        f'<g stroke="{colour}">{"".join(_round(radius, points) for radius, points in sizes.items())}</g>'
        for colour, sizes in (
            (palette.ground, halos),
            (palette.ink, cores),
            (palette.ground, hollow),
        )
        if sizes
    ]
    return f'<g stroke-linecap="round">{"".join(parts)}</g>' if parts else ""


def _round(radius_px: float, points: Points) -> str:
    # Some readers draw nothing for a line of no length at all.
    path = "".join(f"M{_pair(x, y)}h.1" for x, y in points)
    return f'<path stroke-width="{number(2 * radius_px)}" d="{path}"/>'


def _arrows(legs: Iterable[DrawnLeg], palette: Palette) -> str:
    """The heads, one path for each colour."""
    heads: dict[str, str] = defaultdict(str)
    for leg in legs:
        if leg.arrow is None:
            continue
        length, half = ARROW_PX
        if leg.style.width_px < THIN_PX:
            length, half = length * SMALL_HEAD, half * SMALL_HEAD
        angle = math.radians(leg.arrow.angle_deg)
        corners = [
            (
                x * math.cos(angle) - y * math.sin(angle),
                x * math.sin(angle) + y * math.cos(angle),
            )
            for x, y in ((-length, -half), (-length * 0.68, 0.0), (-length, half))
        ]
        steps, before = [], (0.0, 0.0)
        for corner in corners:
            steps.append(_pair(corner[0] - before[0], corner[1] - before[1]))
            before = corner
        heads[leg.style.colour] += f"M{_pair(leg.arrow.x, leg.arrow.y)}l{_joined(steps)}z"
    paths = "".join(f'<path fill="{colour}" d="{path}"/>' for colour, path in heads.items())
    return (
        f'<g stroke="{palette.ground}" stroke-width="2.4" paint-order="stroke" '
        f'stroke-linejoin="round">{paths}</g>'
        if paths
        else ""
    )


def _numbers(legs: Iterable[DrawnLeg], palette: Palette) -> str:
    """Numbers in circles, hollow and full ones each in one group."""
    groups: dict[tuple[bool, str], list[DrawnLeg]] = defaultdict(list)
    for leg in legs:
        if leg.badge is not None:
            groups[leg.style.has_hollow_number, leg.style.colour].append(leg)
    parts = []
    for (is_hollow, colour), found in groups.items():
        points = [leg.badge for leg in found if leg.badge is not None]
        edge, inner, text = palette.ground, colour, palette.ground
        radius = BADGE_PX + RING_PX / 2
        if is_hollow:
            edge, inner, text, radius = colour, palette.ground, colour, BADGE_PX + 0.2
        texts = "".join(
            f'<text x="{number(leg.badge[0])}" y="{number(leg.badge[1] + BADGE_TEXT_PX * 0.36)}">'
            f"{leg.leg.number}</text>"
            for leg in found
            if leg.badge is not None
        )
        parts.append(
            f'<g stroke-linecap="round"><g stroke="{edge}">{_round(radius, points)}</g>'
            f'<g stroke="{inner}">{_round(radius - RING_PX, points)}</g></g>'
            f'<g fill="{text}">{texts}</g>'
        )
    return (
        f'<g font-size="{number(BADGE_TEXT_PX)}" font-weight="700" text-anchor="middle">'
        f"{''.join(parts)}</g>"
        if parts
        else ""
    )


def _names(names: Iterable[DrawnName], palette: Palette) -> str:
    """Names with halos, those of one look together, the lightest first."""
    looks: dict[str, str] = defaultdict(str)
    for name in by_weight(names):
        placed, style = name.label, name.label.style
        colour, halo = name_colours(name, palette)
        look = f'fill="{colour}" stroke="{halo}" font-size="{style.size_px:g}"'
        if style.is_bold:
            look += ' font-weight="700"'
        if style.spacing_px:
            look += f' letter-spacing="{number(style.spacing_px)}"'
        if placed.anchor != "start":
            look += f' text-anchor="{placed.anchor}"'
        # The space after the last letter is part of the text's width to a browser.
        x = placed.x + (style.spacing_px / 2 if placed.anchor == "middle" else 0)
        looks[look] += "".join(
            f'<text x="{x:.0f}" y="{y:.0f}">{escape(line)}</text>'
            for line, y in zip(placed.lines, placed.baselines, strict=True)
        )
    groups = "".join(f"<g {look}>{texts}</g>" for look, texts in looks.items())
    return (
        f'<g direction="ltr" paint-order="stroke" stroke-linejoin="round" stroke-width="{number(HALO_PX)}">'
        f"{groups}</g>"
        if groups
        else ""
    )


def _pair(x: float, y: float) -> str:
    return _joined((number(x), number(y)))


def _joined(numbers: Iterable[str]) -> str:
    """Numbers in a path: a minus sign is separator enough."""
    text = ""
    for one in numbers:
        text += one if not text or one.startswith("-") else f" {one}"
    return text
