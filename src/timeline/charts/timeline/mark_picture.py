"""One mark of a timeline as a small picture, made of the very shapes that the timeline draws."""

from __future__ import annotations

import datetime as dt
from typing import Any

from timeline.charts.picture.inline_picture import inline_picture
from timeline.charts.timeline.time_scale import TimeScale
from timeline.charts.timeline.timeline_layout import NARROWEST_PX, PlacedMark, TimelineLayout
from timeline.charts.timeline.timeline_marks import MarkDrawer, Shape
from timeline.theme import Palette
from timeline.viewmodel.case_timeline import TimelineMark

WIDTH_PX, HEIGHT_PX = 132, 24
PX_A_DAY = 1.0

_FIRST_DAY = dt.date(1999, 12, 24)
"""The left edge; what is drawn lies in the months that follow."""


def mark_picture(mark: TimelineMark, palette: Palette, *, alt: str) -> str:
    """The mark at a scale of one pixel a day, as HTML."""
    scale = TimeScale(
        _FIRST_DAY, _FIRST_DAY + dt.timedelta(days=round(NARROWEST_PX / PX_A_DAY)), ()
    )
    drawer = MarkDrawer(TimelineLayout((), scale, HEIGHT_PX), palette)
    placed = PlacedMark(
        mark=mark,
        y_px=HEIGHT_PX / 2,
        label_y_px=HEIGHT_PX / 2,
        is_label_left=False,
        is_label_above=False,
        title_lines=(),
        when="",
        first_px=0.0,
        last_px=0.0,
    )
    body = "".join(_element(shape) for shape in drawer.shapes(placed))
    return inline_picture(body, width_px=WIDTH_PX, height_px=HEIGHT_PX, alt=alt)


def _element(shape: Shape) -> str:
    """A shape of Plotly's as an element of SVG; in Plotly, pixels beside an anchor count upwards."""
    given: dict[str, Any] = dict(shape)
    if given["type"] == "path":
        return f'<path d="{_path(given)}" {_paint(given)}/>'
    x0, x1, y0, y1 = _corners(given)
    match given["type"]:
        case "line":
            return f'<path d="M{x0:g} {y0:g}L{x1:g} {y1:g}" {_paint(given)}/>'
        case "circle":
            middle = f'cx="{(x0 + x1) / 2:g}" cy="{(y0 + y1) / 2:g}"'
            radii = f'rx="{abs(x1 - x0) / 2:g}" ry="{abs(y1 - y0) / 2:g}"'
            return f"<ellipse {middle} {radii} {_paint(given)}/>"
    left, top = min(x0, x1), min(y0, y1)
    size = f'width="{abs(x1 - x0):g}" height="{abs(y1 - y0):g}"'
    return f'<rect x="{left:g}" y="{top:g}" {size} {_paint(given)}/>'


def _corners(given: dict[str, Any]) -> tuple[float, float, float, float]:
    x0, x1, y0, y1 = (float(given[name]) for name in ("x0", "x1", "y0", "y1"))
    if "xanchor" in given:
        x, y = float(given["xanchor"]), float(given["yanchor"])
        return x * PX_A_DAY + x0, x * PX_A_DAY + x1, y - y0, y - y1
    return x0 * PX_A_DAY, x1 * PX_A_DAY, y0, y1


def _path(given: dict[str, Any]) -> str:
    x, y = float(given["xanchor"]) * PX_A_DAY, float(given["yanchor"])
    parts = []
    for step in given["path"].split():
        if step == "Z":
            parts.append(step)
            continue
        right, up = step[1:].split(",")
        parts.append(f"{step[0]}{x + float(right):g} {y - float(up):g}")
    return "".join(parts)


def _paint(given: dict[str, Any]) -> str:
    line = given.get("line", {})
    width = line.get("width", 0)
    parts = [f'fill="{given.get("fillcolor", "none")}"']
    if width:
        parts.append(f'stroke="{line["color"]}" stroke-width="{width:g}"')
    if "dash" in line:
        parts.append(f'stroke-dasharray="{line["dash"].replace("px", "")}"')
    if "opacity" in given:
        parts.append(f'opacity="{given["opacity"]:g}"')
    return " ".join(parts)
