"""The route map as a picture: one SVG, drawn for its width, with nothing to fetch.

It stands under the interactive map while that loads, in its place where it cannot run,
and alone in print.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from timeline.charts.label_lines import WIDER_BOLD_FACE
from timeline.charts.mapping.gap_words import gap_sentence
from timeline.charts.mapping.leg_words import has_several_people, leg_sentence
from timeline.charts.mapping.map_pair import lay_out_pair
from timeline.charts.mapping.map_projection import Insets, conic
from timeline.charts.mapping.map_scene import NARROW_PX, Scene
from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.picture_inset import frame_svg, ground_layers, inset_svg
from timeline.charts.picture.picture_marks import mark_layers
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.thrifty_marks import thrifty_marks
from timeline.i18n.catalog import Catalog
from timeline.routes.outlines import CountryOutlines
from timeline.theme import SANS, Palette
from timeline.viewmodel.route_view import RouteMap

MOST_PLACES_READ_OUT = 12
THRIFTY_BYTES = {False: 9_200, True: 6_200}
"""Of a thrifty picture, wide and narrow."""
OUTLINES_SHARE, INSET_SHARE = 0.54, 0.1
"""Of those, the most for the outlines of countries, and for those in an inset besides."""
BESIDE_OUTLINES_BYTES = 1_600
"""What regions, lakes and disputed lines take, about, and the elements that hold it all."""


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
    layers = _layers(Scene(view, say, palette, projection), shapes, prefix)
    body = "".join(layer.markup for layer in layers)
    return _document(view, say, width_px, height_px, prefix, body)


def route_drawing(
    view: RouteMap,
    say: Catalog,
    palette: Palette,
    *,
    width_px: float,
    height_px: float | None = None,
    shapes: CountryOutlines,
    prefix: str,
    is_thrifty: bool = False,
) -> Drawing:
    """The map in named layers, with room for letters wider than Arial's.

    Without a height it takes the one that fits. *palette* may be one of CSS variables. A
    thrifty one is for documents that must stay small and tell every leg in words besides.
    """
    height = fitting_height_px(view, width_px) if height_px is None else height_px
    projection = conic(view.frame_points, view.bounds, width_px, height, room_for_names(width_px))
    scene = Scene(view, say, palette, projection, stretch=WIDER_BOLD_FACE)
    most_bytes = THRIFTY_BYTES[scene.is_narrow] if is_thrifty else None
    legs = len(view.legs)
    words = say.count("export.alt.map", legs) if is_thrifty and legs else None
    return Drawing(
        width_px=width_px,
        height_px=height,
        layers=tuple(layer for layer in _layers(scene, shapes, prefix, most_bytes) if layer.markup),
        title=title_words(view, say),
        description=words or description_words(view, say),
        prefix=prefix,
    )


def _layers(
    scene: Scene, shapes: CountryOutlines, prefix: str, most_bytes: int | None = None
) -> tuple[Layer, ...]:
    """All of the picture, back to front; with *most_bytes* for all of it, drawn thriftily."""
    pair = lay_out_pair(scene, shapes)
    view, palette = scene.view, scene.palette
    draw = mark_layers if most_bytes is None else thrifty_marks
    in_inset = None if most_bytes is None else round(most_bytes * INSET_SHARE)
    frame = closer = ""
    if pair.inset is not None and pair.closer is not None:
        frame = frame_svg(pair.inset, palette)
        closer = inset_svg(pair.inset, pair.closer, palette, shapes, prefix, most_bytes=in_inset)
    marks = (
        Layer("inset-frame", frame),
        *draw(pair.layout, palette, id_prefix=f"{prefix}f"),
        Layer("inset", closer),
    )
    if most_bytes is not None:
        left = most_bytes - sum(len(layer.markup) for layer in marks) - BESIDE_OUTLINES_BYTES
        most_bytes = min(left, round(most_bytes * OUTLINES_SHARE))
    ground = ground_layers(
        view, scene.projection, palette, shapes, id_prefix=f"{prefix}f", most_bytes=most_bytes
    )
    return (*ground, *marks)


def fitting_height_px(view: RouteMap, width_px: float) -> float:
    """The height at which a picture of this width shows its places with least empty land."""
    room = room_for_names(width_px)
    tall = conic(view.frame_points, view.bounds, width_px, 4 * width_px, room)
    y = tall.to_px(view.frame_points)[:, 1] if view.frame_points else np.zeros(1)
    wanted = float(y.max() - y.min()) + room.top + room.bottom
    lowest, highest = (0.92, 1.2) if width_px < NARROW_PX else (0.58, 0.8)
    return round(min(max(wanted, lowest * width_px), highest * width_px))


def room_for_names(width_px: float) -> Insets:
    """What to leave free inside the edges, so that the outermost places can be named."""
    if width_px < NARROW_PX:
        return Insets(left=34, top=26, right=34, bottom=26)
    return Insets(left=64, top=38, right=64, bottom=38)


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
    parts.extend(gap_sentence(gap, say) for gap in view.gaps)
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
