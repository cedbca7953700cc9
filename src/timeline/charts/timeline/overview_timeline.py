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
from timeline.charts.timeline.case_timeline import look
from timeline.charts.timeline.defaults import empty_figure, short_notes, short_shapes
from timeline.charts.timeline.time_axis import time_axis
from timeline.charts.timeline.time_scale import TimeScale, time_scale
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.model.vocabulary import Lane
from timeline.theme import SMALL_PX, TEXT_PX, Palette
from timeline.viewmodel.case_timeline import LANE_ORDER, TimelineMark
from timeline.viewmodel.overview_timeline import OverviewRow, OverviewTimeline

ROW_PX = 62
_TITLES_PX = 330
"""Room for titles on the left."""
_TOP_PX = 28
_LANE_PX = 8
_DOT_PX = 7
_PALE = 0.3
"""Opacity of what is only possible."""
_NARROWEST_PX = 350
"""Narrowest the axis gets beside the titles."""


def figure(
    view: OverviewTimeline,
    say: Catalog,
    palette: Palette,
    *,
    case_address: str,
    scale: TimeScale | None = None,
    marked: frozenset[str] = frozenset(),
) -> go.Figure:
    """The figure; *case_address* is the path of the page that a title leads to.

    The events in *marked* stand out. Without a *scale* the axis holds just these rows. It is not folded: the rows are there
    to be compared.
    """
    scale = scale or scale_of(view)
    shapes: list[dict[str, object]] = []
    notes: list[dict[str, object]] = []
    dots: dict[tuple[Lane, float], tuple[list[float], list[float]]] = {
        (lane, opacity): ([], []) for opacity in (_PALE, 1.0) for lane in LANE_ORDER
    }
    for place, row in enumerate(view.rows):
        top = place * ROW_PX
        shapes.append(_rule(top, palette))
        notes.extend(_title(row, top, say, palette, case_address))
        for mark in row.timeline.marks:
            y_px = _y_px(place, mark.lane)
            if mark.event_id in marked:
                shapes.append(_halo(mark, y_px, scale, palette))
            shapes.extend(_bars(mark, y_px, scale, palette))
            for one in mark.spans:
                if one.is_one_day and one.possible_from:
                    is_known = one.is_known_day and len(mark.said) < 2
                    places, rows = dots[mark.lane, 1.0 if is_known else _PALE]
                    places.append(scale.at(one.possible_from) + 0.5)
                    rows.append(y_px)
    canvas = empty_figure(palette)
    for (lane, opacity), (places, rows) in dots.items():
        if places:
            canvas.add_scatter(
                x=places,
                y=rows,
                mode="markers",
                marker={
                    "size": _DOT_PX,
                    "color": palette.lanes[lane.value],
                    "opacity": opacity,
                    "line": {"color": palette.ground, "width": 0.8},
                },
                hoverinfo="skip",
            )
    _add_hover(canvas, view, scale, say)
    height = len(view.rows) * ROW_PX
    canvas.update_layout(
        height=height + _TOP_PX + 4,
        margin={"l": _TITLES_PX, "r": 4, "t": _TOP_PX, "b": 4, "autoexpand": False},
        **look(palette),
        shapes=short_shapes(shapes),
        annotations=short_notes(notes, palette),
        xaxis=time_axis(scale, say, palette, narrowest_px=_NARROWEST_PX),
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )
    return canvas


def scale_of(view: OverviewTimeline) -> TimeScale:
    """The axis that holds every mark of an overview that is not empty."""
    return time_scale(
        [
            (first, mark.last_day or first)
            for row in view.rows
            for mark in row.timeline.marks
            if (first := mark.first_day) is not None
        ],
        may_fold=False,
    )


def alt_words(view: OverviewTimeline, say: Catalog) -> str:
    """What the picture shows, for those who cannot see it."""
    assert view.first_day is not None and view.last_day is not None
    return say.count(
        "overview.alt",
        len(view.rows),
        first=view.first_day.year,
        last=view.last_day.year,
        cases="; ".join(row.title for row in view.rows),
    )


def _y_px(place: int, lane: Lane) -> float:
    return place * ROW_PX + 11 + LANE_ORDER.index(lane) * _LANE_PX


def _halo(mark: TimelineMark, y_px: float, scale: TimeScale, palette: Palette) -> dict[str, object]:
    """A ring around a mark that stands out."""
    first, last = mark.first_day, mark.last_day
    assert first is not None and last is not None
    return {
        "type": "circle",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": round((scale.at(first) + scale.at(last) + 1) / 2, 2),
        "yanchor": y_px,
        "x0": -_DOT_PX,
        "x1": _DOT_PX,
        "y0": -_DOT_PX,
        "y1": _DOT_PX,
        "line": {"color": palette.lanes[mark.lane.value], "width": 2},
        "layer": "above",
    }


def _rule(top: float, palette: Palette) -> dict[str, object]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": -1,
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
        (
            16,
            f"<a href='{escape(address, quote=True)}' target='_self' style='color:{palette.ink}'><b>{escape(row.title)}</b></a>",
            palette.ink,
            TEXT_PX + 1.5,
        ),
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


def _bars(
    mark: TimelineMark, y_px: float, scale: TimeScale, palette: Palette
) -> list[dict[str, object]]:
    """What lasted, solid where certain; a moment within a longer span, pale."""
    parts: list[tuple[dt.date | None, dt.date | None, float]] = []
    for span in mark.spans:
        if span.is_one_day:
            continue
        until = mark.last_day if span is mark.span else span.possible_until
        parts.append((span.possible_from or span.certain_from or until, until, _PALE))
        certain_from, certain_until = span.certain_days(mark.reported_until)
        if span.is_period and certain_from is not None:
            parts.append((certain_from, until if span.is_ongoing else certain_until, 1.0))
    return [
        {
            "type": "rect",
            "x0": round(scale.at(start), 2),
            "x1": round(scale.at(end) + 1, 2),
            "y0": y_px - 2.5,
            "y1": y_px + 2.5,
            "fillcolor": palette.lanes[mark.lane.value],
            "opacity": opacity,
            "line": {"width": 0},
            "layer": "above",
        }
        for start, end, opacity in parts
        if start is not None and end is not None
    ]


def _add_hover(canvas: go.Figure, view: OverviewTimeline, scale: TimeScale, say: Catalog) -> None:
    places, rows, texts, ids = [], [], [], []
    for place, row in enumerate(view.rows):
        for mark in row.timeline.marks:
            first, last = mark.first_day, mark.last_day
            assert first is not None and last is not None
            places.append(round((scale.at(first) + scale.at(last) + 1) / 2, 2))
            rows.append(_y_px(place, mark.lane))
            texts.append(f"<b>{escape(mark.title)}</b><br>{escape(date_words(mark.phrase, say))}")
            ids.append(mark.event_id)
    canvas.add_scatter(
        x=places,
        y=rows,
        mode="markers",
        marker={"size": 9, "opacity": 0},
        customdata=ids,
        text=texts,
        hovertemplate="%{text}<extra></extra>",
    )
