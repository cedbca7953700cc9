"""All cases as a Plotly figure: one row a case, its lanes stacked inside the row.

Small marks in the same grammar: solid where certain, pale where only possible. The
title of each row leads to the case.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from urllib.parse import urlencode

import plotly.graph_objects as go

from timeline.charts.text_width import text_width_px
from timeline.charts.time_axis import time_axis
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.theme import SANS, SMALL_PX, TEXT_PX, Palette
from timeline.viewmodel.case_timeline import LANE_ORDER, TimelineMark
from timeline.viewmodel.overview_timeline import OverviewRow, OverviewTimeline

CONFIG = {"displayModeBar": False, "showSendToCloud": False, "displaylogo": False, "scrollZoom": False}

ROW_PX = 62
_TITLES_PX = 330
"""Room for titles on the left."""
_TOP_PX = 28
_LANE_PX = 8
_DOT_PX = 7


def figure(
    view: OverviewTimeline, say: Catalog, palette: Palette, *, case_address: str
) -> go.Figure:
    """The figure; *case_address* is the path of the page that a title leads to."""
    assert view.first_day is not None and view.last_day is not None
    margin = dt.timedelta(days=max(20, round((view.last_day - view.first_day).days * 0.02)))
    first_day, last_day = view.first_day - margin, view.last_day + margin
    canvas = go.Figure()
    shapes: list[dict[str, object]] = []
    notes: list[dict[str, object]] = []
    for place, row in enumerate(view.rows):
        top = place * ROW_PX
        shapes.append(_rule(top, palette))
        notes.extend(_title(row, top, say, palette, case_address))
        for mark in row.timeline.marks:
            y_px = top + 10 + LANE_ORDER.index(mark.lane) * _LANE_PX
            shapes.extend(_bars(mark, y_px, row, palette))
    _add_dots(canvas, view, palette)
    _add_hover(canvas, view, say)
    height = len(view.rows) * ROW_PX
    canvas.update_layout(
        height=height + _TOP_PX + 4,
        margin={"l": _TITLES_PX, "r": 4, "t": _TOP_PX, "b": 4, "autoexpand": False},
        paper_bgcolor=palette.ground,
        plot_bgcolor=palette.ground,
        font={"family": SANS, "size": TEXT_PX, "color": palette.ink},
        showlegend=False,
        dragmode=False,
        hoverdistance=10,
        hoverlabel={
            "bgcolor": palette.ground,
            "bordercolor": palette.hairline,
            "font": {"family": SANS, "size": TEXT_PX, "color": palette.ink},
            "align": "left",
        },
        shapes=shapes,
        annotations=notes,
        xaxis=time_axis(first_day, last_day, say, palette),
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )
    return canvas


def _rule(top: float, palette: Palette) -> dict[str, object]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": top,
        "y1": top,
        "line": {"color": palette.hairline, "width": 1},
        "layer": "below",
    }


def _title(
    row: OverviewRow, top: float, say: Catalog, palette: Palette, case_address: str
) -> list[dict[str, object]]:
    address = f"{case_address}?{urlencode({'case': row.case_id})}"
    reported = say("overview.reported", date=date_words(row.reported, say))
    lines = [
        (16, f"<a href='{escape(address, quote=True)}' target='_self'><b>{escape(row.title)}</b></a>", palette.ink, TEXT_PX + 1.5),
        (34, escape(_fitted(row.state)), palette.ink, SMALL_PX),
        (50, escape(reported), palette.muted, SMALL_PX),
    ]
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": -_TITLES_PX,
            "y": top + offset,
            "yref": "y",
            "yanchor": "middle",
            "align": "left",
            "text": text,
            "font": {"size": size, "color": colour},
            "showarrow": False,
        }
        for offset, text, colour, size in lines
    ]


def _fitted(text: str) -> str:
    """The text, cut at a word with an ellipsis when it is wider than its room."""
    if text_width_px(text, SMALL_PX) <= _TITLES_PX - 16:
        return text
    words = text.split()
    while words and text_width_px(" ".join(words) + " …", SMALL_PX) > _TITLES_PX - 16:
        words.pop()
    return " ".join(words) + " …"


def _bars(mark: TimelineMark, y_px: float, row: OverviewRow, palette: Palette) -> list[dict[str, object]]:
    """What lasted, solid where certain; a moment within a longer span, pale."""
    span = mark.span
    assert span is not None
    colour = palette.lanes[mark.lane.value]
    if span.is_one_day:
        return []
    parts: list[tuple[dt.date | None, dt.date | None, float]] = []
    until = span.possible_until
    if span.is_ongoing:
        until = max(row.timeline.as_of or dt.date.min, span.certain_until or dt.date.min)
    parts.append((span.possible_from or span.certain_from, until or span.certain_until, 0.28))
    if span.is_period and span.certain_from is not None:
        certain_until = until if span.is_ongoing else span.certain_until
        parts.append((span.certain_from, certain_until, 1.0))
    return [
        {
            "type": "rect",
            "x0": start.isoformat(),
            "x1": (end + dt.timedelta(days=1)).isoformat(),
            "y0": y_px - 2.5,
            "y1": y_px + 2.5,
            "fillcolor": colour,
            "opacity": opacity,
            "line": {"width": 0.6 if opacity < 1 else 0, "color": colour},
            "layer": "above",
        }
        for start, end, opacity in parts
        if start is not None and end is not None
    ]


def _add_dots(canvas: go.Figure, view: OverviewTimeline, palette: Palette) -> None:
    for lane in LANE_ORDER:
        days, rows = [], []
        for place, row in enumerate(view.rows):
            for mark in row.timeline.marks:
                if mark.lane is lane and mark.span is not None and mark.span.is_one_day:
                    assert mark.span.possible_from is not None
                    days.append(mark.span.possible_from.isoformat())
                    rows.append(place * ROW_PX + 10 + LANE_ORDER.index(lane) * _LANE_PX)
        if days:
            canvas.add_scatter(
                x=days,
                y=rows,
                mode="markers",
                marker={
                    "size": _DOT_PX,
                    "color": palette.lanes[lane.value],
                    "line": {"color": palette.ground, "width": 0.8},
                },
                hoverinfo="skip",
            )


def _add_hover(canvas: go.Figure, view: OverviewTimeline, say: Catalog) -> None:
    days, rows, texts, ids = [], [], [], []
    for place, row in enumerate(view.rows):
        for mark in row.timeline.marks:
            first = mark.first_day
            last = mark.last_day or first
            assert first is not None and last is not None
            days.append((first + (last - first) / 2).isoformat())
            rows.append(place * ROW_PX + 10 + LANE_ORDER.index(mark.lane) * _LANE_PX)
            texts.append(f"<b>{escape(mark.title)}</b><br>{escape(date_words(mark.phrase, say))}")
            ids.append(mark.event_id)
    canvas.add_scatter(
        x=days,
        y=rows,
        mode="markers",
        marker={"size": 9, "opacity": 0},
        customdata=ids,
        text=texts,
        hovertemplate="%{text}<extra></extra>",
    )
