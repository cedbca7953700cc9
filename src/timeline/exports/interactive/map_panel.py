"""The route map as SVG for a page that moves it: laid out anew for every closeness, so that its type keeps its size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from timeline.charts.label_lines import WIDER_BOLD_FACE
from timeline.charts.mapping.gap_words import gap_sentence
from timeline.charts.mapping.leg_badges import with_badge
from timeline.charts.mapping.leg_words import has_several_people, leg_sentence
from timeline.charts.mapping.map_gatherings import gatherings
from timeline.charts.mapping.map_layout import lay_out, marks_laid_out
from timeline.charts.mapping.map_projection import MapProjection, conic, enlarged
from timeline.charts.mapping.map_scene import BADGE_PX, DrawnName, MapLayout, Scene
from timeline.charts.mapping.place_names import name_marks
from timeline.charts.picture.picture_land import land_layers, land_shapes
from timeline.charts.picture.picture_marks import marks_svg
from timeline.charts.picture.route_picture import (
    fitting_height_px,
    room_for_names,
)
from timeline.charts.picture.svg_path import line_path, number
from timeline.exports.edition import Edition
from timeline.i18n.country_names import country_name
from timeline.theme import Palette
from timeline.viewmodel.route_view import RouteMap

TOUCH_PX = 12.0
"""Half the width of what can be hit around a line or dot."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One shape of the map: for wide pages, or upright for narrow ones."""

    name: str
    width_px: float
    """At the scale 1."""
    scales: tuple[float, ...]
    """How many times that width each layout of names and numbers is made for, rising. Up to 1
    they stand close, so that type is never enlarged by much where a page is no wider; from
    there on each is a step of coming closer."""
    grounds: tuple[float, ...]
    """The same for the land below, which can be enlarged without harm for longer."""


FRAMES = (
    Frame("wide", 960.0, (0.5, 0.6, 0.75, 0.9, 1.0, 1.6, 2.6, 4.2, 7.0), (1.0, 3.5)),
    Frame("narrow", 360.0, (0.75, 0.9, 1.0, 1.15, 1.3, 2.0, 3.4, 6.0, 10.0), (1.0, 5.0)),
)
"""Type is drawn at its own size up to a quarter larger, and never smaller."""


def map_svgs(edition: Edition) -> str:
    """One drawing for each frame, every layout in it, all but the first to be hidden by style."""
    return "".join(_frame_svg(frame, edition) for frame in FRAMES)


def map_data(edition: Edition) -> dict[str, Any]:
    """What the page says of places and lines: names and sentences, and the events of each."""
    view, say = edition.article.routes, edition.say
    with_person = has_several_people(view)
    places = {
        mark.place_id: {"words": mark.name, "events": list(mark.event_ids)} for mark in view.marks
    }
    for land in view.land_names:
        if land.place_id is not None:
            name = land.name or country_name(land.code, say)
            places.setdefault(land.place_id, {"words": name, "events": list(land.event_ids)})
    return {
        "places": places,
        "legs": {
            leg.leg_id: {
                "words": leg_sentence(leg, say, with_person=with_person),
                "events": [leg.event_id],
            }
            for leg in view.legs
        },
        "frames": {
            frame.name: {
                "width": frame.width_px,
                "height": fitting_height_px(view, frame.width_px),
                "scales": list(frame.scales),
                "grounds": list(frame.grounds),
            }
            for frame in FRAMES
        },
    }


def leg_list(edition: Edition) -> str:
    """Every line of the map as a button with its sentence: a way to them that needs no pointer."""
    view, say = edition.article.routes, edition.say
    with_person = has_several_people(view)
    legs = "".join(
        f'<li><button type="button" class="tl-go" data-leg="{escape(leg.leg_id, quote=True)}">'
        f"{escape(leg_sentence(leg, say, with_person=with_person))}</button></li>"
        for leg in view.legs
    )
    gaps = "".join(f"<li>{escape(gap_sentence(gap, say))}</li>" for gap in view.gaps)
    return f'<ul class="tl-legs">{legs}{gaps}</ul>' if legs or gaps else ""


def _frame_svg(frame: Frame, edition: Edition) -> str:
    view = edition.article.routes
    height_px = fitting_height_px(view, frame.width_px)
    projection = conic(
        view.frame_points, view.bounds, frame.width_px, height_px, room_for_names(frame.width_px)
    )
    grounds = "".join(
        f'<g data-ground="{scale:g}">{_ground(view, enlarged(projection, scale), edition)}</g>'
        for scale in frame.grounds
    )
    layouts = "".join(
        _layout_svg(frame, scale, enlarged(projection, scale), edition) for scale in frame.scales
    )
    return (
        f'<svg class="tl-moved" data-frame="{frame.name}" width="{number(frame.width_px)}" '
        f'height="{number(height_px)}" aria-hidden="true" focusable="false">'
        f'<g class="tl-grounds">{grounds}</g>{layouts}</svg>'
    )


def _ground(view: RouteMap, projection: MapProjection, edition: Edition) -> str:
    palette = edition.style.palette
    land = land_shapes(
        edition.land, projection, countries_of_case=view.countries, regions=view.regions
    )
    size = f'width="{number(projection.width_px)}" height="{number(projection.height_px)}"'
    return f'<rect {size} fill="{palette.sea}"/>' + "".join(
        layer.markup for layer in land_layers(land, palette)
    )


def _layout_svg(frame: Frame, scale: float, projection: MapProjection, edition: Edition) -> str:
    view, palette = edition.article.routes, edition.style.palette
    scene = Scene(
        view,
        edition.say,
        palette,
        projection,
        page_width_px=frame.width_px * min(scale, 1.0),
        stretch=WIDER_BOLD_FACE,
    )
    layout = _layout(scene)
    prefix = f"{frame.name}{scale:g}-".replace(".", "_")
    return (
        f'<g data-scale="{scale:g}">{_rings(layout, projection, palette)}'
        f"{marks_svg(layout, palette, id_prefix=prefix)}{_touched(layout)}</g>"
    )


def _layout(scene: Scene) -> MapLayout:
    """With a ring around places that are too near to each other at this closeness."""
    trial = marks_laid_out(scene)
    trial.legs = [with_badge(leg, scene, trial) for leg in trial.legs]
    name_marks(scene, trial)
    named = {name.mark.place_id for name in trial.names if name.mark is not None}
    shown = {dot.mark.place_id for dot in trial.dots}
    marks = [mark for mark in scene.view.marks if mark.place_id in shown]
    return lay_out(replace(scene, gatherings=gatherings(marks, scene.projection, named)))


def _rings(layout: MapLayout, projection: MapProjection, palette: Palette) -> str:
    rings = []
    for name in layout.names:
        if name.gathering is not None:
            x, y = projection.to_px([name.gathering.middle])[0]
            rings.append(
                f'<circle cx="{number(x)}" cy="{number(y)}" '
                f'r="{number(name.gathering.ring_px)}" fill="{palette.ground}" '
                f'fill-opacity=".55" stroke="{palette.muted}"/>'
            )
    return "".join(rings)


def _touched(layout: MapLayout) -> str:
    """Unseen shapes as wide as a fingertip, in the order in which they are hit: dots before lines.

    They carry the ids, and are what is made visible where something is marked.
    """
    parts = [*_leg_shapes(layout), *_name_shapes(layout.names), *_dot_shapes(layout)]
    return f'<g class="tl-touch">{"".join(parts)}</g>'


def _leg_shapes(layout: MapLayout) -> Iterator[str]:
    for leg in layout.legs:
        named = _ids("leg", [leg.leg.leg_id])
        if len(leg.line) > 1:
            yield f'<path {named} d="{line_path(leg.line)}"/>'
        if leg.badge is not None:
            x, y = leg.badge
            yield _circle(named, x, y, BADGE_PX + 3)


def _name_shapes(names: Iterable[DrawnName]) -> Iterator[str]:
    for name in names:
        if name.gathering is not None:
            named = _ids("place", name.gathering.place_ids)
        elif name.mark is not None:
            named = _ids("place", [name.mark.place_id])
        elif name.land is not None and name.land.place_id is not None:
            named = _ids("place", [name.land.place_id])
        elif name.leg is not None:
            named = _ids("leg", [name.leg.leg_id])
        else:
            continue
        box = name.label.box
        yield (
            f'<rect {named} x="{number(box.left)}" y="{number(box.top)}" '
            f'width="{number(box.right - box.left)}" height="{number(box.bottom - box.top)}"/>'
        )


def _dot_shapes(layout: MapLayout) -> Iterator[str]:
    for dot in layout.dots:
        yield _circle(_ids("place", [dot.mark.place_id]), dot.x, dot.y, TOUCH_PX)


def _circle(named: str, x: float, y: float, radius_px: float) -> str:
    return f'<circle {named} cx="{number(x)}" cy="{number(y)}" r="{number(radius_px)}"/>'


def _ids(kind: str, ids: Iterable[str]) -> str:
    """Ids hold letters, digits and hyphens, so that a blank can stand between them."""
    return f'data-{kind}="{escape(" ".join(ids), quote=True)}"'
