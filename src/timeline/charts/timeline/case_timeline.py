"""The timeline of a case as a Plotly figure: lanes, marks, labels with the date in words."""

from __future__ import annotations

import datetime as dt
from html import escape

import plotly.graph_objects as go

from timeline.charts.text_direction import isolated
from timeline.charts.timeline.defaults import empty_figure, short_notes, short_shapes, template
from timeline.charts.timeline.time_axis import fold_marks, time_axis, today_line, today_words
from timeline.charts.timeline.time_scale import TimeScale
from timeline.charts.timeline.timeline_layout import (
    MARK_GAP_PX,
    NARROWEST_PX,
    PlacedLane,
    PlacedMark,
    TimelineLayout,
    lay_out,
)
from timeline.charts.timeline.timeline_marks import MarkDrawer
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import day_words
from timeline.model.vocabulary import Lane
from timeline.theme import SANS, SMALL_PX, TEXT_PX, Palette
from timeline.viewmodel.case_timeline import CaseTimeline

CONFIG = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "displaylogo": False,
    "scrollZoom": False,
}
"""No mode bar: its buttons would be the loudest thing on the page."""

_TOP_PX = 26
_BOTTOM_PX = 6
_HOVER_STEP_PX = 24


def figure(
    view: CaseTimeline,
    say: Catalog,
    palette: Palette,
    *,
    scale: TimeScale | None = None,
    folded: frozenset[Lane] = frozenset(),
    marked: frozenset[str] = frozenset(),
    today: dt.date | None = None,
) -> go.Figure:
    """The figure; its height is its own, its width the page's, at least 600 px.

    The y axis counts pixels from the top, so that rows and shapes keep their size. A
    *scale* keeps the axis where it was; lanes in *folded* are one row without labels; the
    events in *marked* stand out; *today* is drawn where the axis reaches it.
    """
    layout = lay_out(view, say, scale, folded)
    drawer = MarkDrawer(layout, palette)
    shapes, notes = fold_marks(layout.scale, say, palette, height_px=layout.height_px)
    if today is not None:
        shapes.extend(today_line(layout.scale, today, palette, height_px=layout.height_px))
        notes.extend(today_words(layout.scale, today, say, palette))
    for lane in layout.lanes:
        notes.append(_lane_head(lane, say, palette))
        for placed in lane.marks:
            is_marked = placed.mark.event_id in marked
            if is_marked:
                shapes.append(drawer.halo(placed))
            shapes.extend(drawer.shapes(placed))
            if placed.title_lines:
                notes.append(_label(placed, layout, palette, is_marked=is_marked))
    canvas = empty_figure(palette)
    _add_hover(canvas, layout, say)
    canvas.update_layout(
        height=layout.height_px + _TOP_PX + _BOTTOM_PX,
        margin={"l": 2, "r": 2, "t": _TOP_PX, "b": _BOTTOM_PX, "autoexpand": False},
        **look(palette),
        shapes=short_shapes(shapes),
        annotations=short_notes(notes, palette),
        xaxis=time_axis(layout.scale, say, palette, narrowest_px=NARROWEST_PX),
        yaxis={"range": [layout.height_px, 0], "visible": False, "fixedrange": True},
    )
    return canvas


def look(palette: Palette) -> dict[str, object]:
    """What all timelines share in looks; nothing of Plotly's own is left where it can be seen."""
    return {
        "template": template(palette),
        "paper_bgcolor": palette.ground,
        "plot_bgcolor": palette.ground,
        "font": {"family": SANS, "size": TEXT_PX, "color": palette.ink},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": palette.ground,
            "bordercolor": palette.hairline,
            "font": {"family": SANS, "size": TEXT_PX, "color": palette.ink},
            "align": "left",
        },
        "hoverdistance": 16,
    }


def _lane_head(lane: PlacedLane, say: Catalog, palette: Palette) -> dict[str, object]:
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": lane.y_px,
        "yref": "y",
        "yanchor": "middle",
        "text": f"<b>{escape(say(f'lane.{lane.lane.lane.value}').upper())}</b>",
        "font": {"size": SMALL_PX, "color": palette.lanes[lane.lane.lane.value]},
        "bgcolor": palette.ground,
        "borderpad": 1,
        "showarrow": False,
    }


def _label(
    placed: PlacedMark, layout: TimelineLayout, palette: Palette, *, is_marked: bool
) -> dict[str, object]:
    first, last = placed.mark.first_day, placed.mark.last_day
    assert first is not None and last is not None
    scale = layout.scale
    stands_at_end = placed.is_label_left == placed.is_label_above
    place = scale.at(last) + 1 if stands_at_end else scale.at(first)
    # The label keeps its distance to a dot, which is wider than its day, and to a bar's end.
    edge_px = placed.last_px if stands_at_end else placed.first_px
    if placed.is_label_above and not placed.is_label_left:
        edge_px = placed.label_start_px
    gap_px = 0 if placed.is_label_above else MARK_GAP_PX
    at_px = place / scale.length * NARROWEST_PX
    shift = (edge_px - at_px) + (-gap_px if placed.is_label_left else gap_px)
    text = _label_text(placed, palette)
    return {
        "x": round(place, 2),
        "y": placed.label_y_px,
        "xanchor": "right" if placed.is_label_left else "left",
        "yanchor": "middle",
        "xshift": round(shift, 1),
        "align": "right" if placed.is_label_left else "left",
        "text": f"<b>{text}</b>" if is_marked else text,
        "font": {"size": TEXT_PX, "color": palette.ink},
        "bgcolor": palette.ground,
        "borderpad": 1,
        "showarrow": False,
    }


def _label_text(placed: PlacedMark, palette: Palette) -> str:
    lines = []
    for title, when in placed.lines:
        date = f"<span style='color:{palette.muted}'>{escape(when)}</span>" if when else ""
        words = escape(isolated(title) if when else title)
        lines.append(" ".join(part for part in (words, date) if part))
    return "<br>".join(lines)


def _add_hover(canvas: go.Figure, layout: TimelineLayout, say: Catalog) -> None:
    """Unseen points along every mark that carry its text and its id."""
    places: list[float] = []
    rows: list[float] = []
    ids: list[str] = []
    texts: list[str] = []
    for lane in layout.lanes:
        for placed in lane.marks:
            first, last = placed.mark.first_day, placed.mark.last_day
            assert first is not None and last is not None
            start, end = layout.scale.at(first), layout.scale.at(last) + 1
            steps = max(
                1, round((end - start) / layout.scale.length * NARROWEST_PX / _HOVER_STEP_PX)
            )
            text = _hover_text(placed, say)
            for step in range(steps):
                places.append(round(start + (end - start) * (step + 0.5) / steps, 2))
                rows.append(placed.y_px)
                ids.append(placed.mark.event_id)
                texts.append(text)
    canvas.add_scatter(
        x=places,
        y=rows,
        mode="markers",
        marker={"size": 16, "opacity": 0},
        customdata=ids,
        text=texts,
        hovertemplate="%{text}<extra></extra>",
    )


def _hover_text(placed: PlacedMark, say: Catalog) -> str:
    mark = placed.mark
    lines = [f"<b>{escape(mark.title)}</b>", escape(placed.when)]
    if mark.span is not None and mark.span.is_ongoing and mark.reported_until is not None:
        day = day_words(mark.reported_until, say)
        lines.append(escape(say("timeline.as_last_reported", day=day)))
    if mark.place_name:
        lines.append(escape(mark.place_name))
    lines.append(escape(say(f"status.{mark.verification_status}")))
    return "<br>".join(lines)
