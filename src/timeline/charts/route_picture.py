"""The route map as a picture: one SVG, drawn for its width, with nothing to fetch.

It stands under the interactive map while that loads, in its place where it cannot run,
and alone in print.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from timeline.charts.leg_words import has_several_people, leg_sentence
from timeline.charts.map_inset import Inset, inset_of
from timeline.charts.map_labels import Box
from timeline.charts.map_layout import NARROW_PX, Scene, lay_out
from timeline.charts.map_projection import Insets, MapProjection, conic
from timeline.charts.picture_land import land_shapes, land_svg
from timeline.charts.picture_marks import marks_svg
from timeline.charts.svg_path import number
from timeline.i18n.catalog import Catalog
from timeline.routes.outlines import CountryOutlines
from timeline.theme import SANS, Palette
from timeline.viewmodel.route_view import RouteMap

MOST_PLACES_READ_OUT = 12


def picture(
    view: RouteMap,
    say: Catalog,
    palette: Palette,
    *,
    width_px: float,
    height_px: float,
    shapes: CountryOutlines,
) -> str:
    """The map as SVG text, the same for the same arguments.

    Its type sizes are those of the given width: do not scale it. Names that find no room
    are left out; what is read aloud holds every leg.
    """
    projection = conic(
        view.frame_points, view.bounds, width_px, height_px, room_for_names(width_px)
    )
    prefix = _id_prefix(view, palette, width_px, height_px)
    scene = Scene(view, say, palette, projection, shapes)
    layout = lay_out(scene)
    inset = inset_of(scene, layout, shapes)
    inset_svg = ""
    if inset is not None:
        layout = lay_out(
            replace(scene, kept_clear=inset.kept_clear, unnamed=inset.named, undrawn=inset.numbered)
        )
        inset_svg = _inset(inset, scene, shapes, prefix)
    body = "".join(
        [
            _ground(projection, palette),
            _land(view, projection, palette, shapes),
            marks_svg(layout, palette, id_prefix=f"{prefix}f"),
            inset_svg,
        ]
    )
    return _document(view, say, width_px, height_px, prefix, body)


def fitting_height_px(view: RouteMap, width_px: float) -> float:
    """The height at which a picture of this width shows its places with least empty land."""
    room = room_for_names(width_px)
    tall = conic(view.frame_points, view.bounds, width_px, 4 * width_px, room)
    y = tall.to_px(view.frame_points)[:, 1] if view.frame_points else np.zeros(1)
    wanted = float(y.max() - y.min()) + room.top + room.bottom
    lowest, highest = (0.92, 1.2) if width_px < NARROW_PX else (0.58, 0.8)
    return round(min(max(wanted, lowest * width_px), highest * width_px))


def _ground(projection: MapProjection, palette: Palette) -> str:
    return (
        f'<rect width="{number(projection.width_px)}" height="{number(projection.height_px)}" '
        f'fill="{palette.sea}"/>'
    )


def _inset(inset: Inset, scene: Scene, shapes: CountryOutlines, prefix: str) -> str:
    """The closer map, framed, with hairlines from the part of the picture that it shows."""
    palette = scene.palette
    within = Scene(
        inset.view,
        scene.say,
        palette,
        inset.projection,
        shapes,
        numbered=inset.numbered,
        has_neutral_names=False,
    )
    layout = lay_out(within)
    box, shown = inset.box, inset.shown
    width, height = number(box.right - box.left), number(box.bottom - box.top)
    frame = f'fill="none" stroke="{palette.muted}" stroke-width="1"'
    return "".join(
        [
            f'<g {frame}><rect x="{number(shown.left)}" y="{number(shown.top)}" '
            f'width="{number(shown.right - shown.left)}" '
            f'height="{number(shown.bottom - shown.top)}"/>'
            f'<path d="{_leaders(shown, box)}" stroke-opacity=".6"/></g>',
            # An svg of its own is cut at its edge without any clip path.
            f'<svg x="{number(box.left)}" y="{number(box.top)}" width="{width}" '
            f'height="{height}" overflow="hidden">',
            _ground(inset.projection, palette),
            _land(inset.view, inset.projection, palette, shapes),
            marks_svg(layout, palette, id_prefix=f"{prefix}i"),
            "</svg>",
            f'<rect x="{number(box.left)}" y="{number(box.top)}" width="{width}" '
            f'height="{height}" {frame}/>',
        ]
    )


def _leaders(shown: Box, box: Box) -> str:
    """Two lines from the corners of what is shown to those of the inset facing it."""
    shown_corners = _corners(shown)
    pairs = sorted(
        (math.hypot(x1 - x2, y1 - y2), index)
        for index, ((x1, y1), (x2, y2)) in enumerate(zip(shown_corners, _corners(box), strict=True))
    )
    parts = []
    # Of the four lines between equal corners, the outermost two do not cross either map.
    for _, index in sorted(pairs[1:3]):
        (x1, y1), (x2, y2) = shown_corners[index], _corners(box)[index]
        parts.append(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}")
    return "".join(parts)


def _corners(box: Box) -> list[tuple[float, float]]:
    return [
        (box.left, box.top),
        (box.right, box.top),
        (box.left, box.bottom),
        (box.right, box.bottom),
    ]


def room_for_names(width_px: float) -> Insets:
    """What to leave free inside the edges, so that the outermost places can be named."""
    if width_px < NARROW_PX:
        return Insets(left=34, top=26, right=34, bottom=26)
    return Insets(left=64, top=38, right=64, bottom=38)


def _land(
    view: RouteMap, projection: MapProjection, palette: Palette, shapes: CountryOutlines
) -> str:
    land = land_shapes(shapes, projection, countries_of_case=view.countries, regions=view.regions)
    return land_svg(land, palette)


def _document(
    view: RouteMap, say: Catalog, width_px: float, height_px: float, prefix: str, body: str
) -> str:
    width, height = number(width_px), number(height_px)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{prefix}t {prefix}d" font-family={quoteattr(SANS)}>'
        f'<title id="{prefix}t">{escape(title_words(view, say))}</title>'
        f'<desc id="{prefix}d">{escape(description_words(view, say))}</desc>'
        f"{body}</svg>"
    )


def title_words(view: RouteMap, say: Catalog) -> str:
    """What the map is of."""
    people = _in_order(leg.person for leg in view.legs)
    if not people:
        return say("map.title_places")
    if len(people) == 1:
        return say("map.title", people=people[0])
    return say("map.title_many", number=len(people))


def description_words(view: RouteMap, say: Catalog) -> str:
    """The map in words: every leg, and the places where something happened."""
    if view.is_empty:
        return say("map.empty")
    with_person = has_several_people(view)
    parts = [leg_sentence(leg, say, with_person=with_person) for leg in view.legs]
    places = [mark.name for mark in view.marks if mark.event_ids][:MOST_PLACES_READ_OUT]
    if places:
        parts.append(say("map.places", places=", ".join(places)))
    return say("map.description", legs=" ".join(parts))


def _in_order(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _id_prefix(view: RouteMap, palette: Palette, width_px: float, height_px: float) -> str:
    """Different for every picture that may stand on one page, the same on every run."""
    legs = ",".join(leg.leg_id for leg in view.legs)
    text = f"{legs}|{view.bounds}|{palette.name}|{width_px}x{height_px}"
    return f"m{hashlib.sha256(text.encode()).hexdigest()[:8]}"
