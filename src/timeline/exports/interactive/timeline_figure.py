"""The explorer's own timeline as data for Plotly in a page that stands alone, to be zoomed and moved."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from babel.dates import format_date
from plotly.utils import PlotlyJSONEncoder

from timeline.charts.timeline.case_timeline import figure
from timeline.charts.timeline.time_scale import TimeScale
from timeline.charts.timeline.timeline_layout import (
    RINGS_PX,
    PlacedMark,
    TimelineLayout,
    lay_out,
)
from timeline.charts.timeline.timeline_marks import MarkDrawer
from timeline.i18n.catalog import Catalog
from timeline.theme import DARK, LIGHT, Palette
from timeline.viewmodel.case_timeline import CaseTimeline

CONFIG: Mapping[str, object] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "showLink": False,
    "showTips": False,
    "scrollZoom": True,
    "doubleClick": "reset",
    "responsive": True,
}
"""Plotly's own buttons lead to its makers, one of them with the figure; ours stand beside the chart."""

LEAST_SHOWN_DAYS = 45.0
"""The closest look: the dates of a record are rarely finer than its months."""


def timeline_data(
    view: CaseTimeline, say: Catalog, palettes: Mapping[str, Palette]
) -> dict[str, Any]:
    """The figure by the name of its look, the ticks for every distance, bands for marked events.

    Plotly knows no style sheet, so that a page that follows its reader's system carries
    both looks.
    """
    layout = lay_out(view, say, None, frozenset())
    return {
        "config": dict(CONFIG),
        "looks": {name: _look(view, layout, say, one) for name, one in palettes.items()},
        "ticks": [
            [[round(layout.scale.at(day), 2), words] for day, words in level]
            for level in tick_levels(layout.scale, say.language)
        ],
        "days": round(layout.scale.length, 2),
        "least": min(LEAST_SHOWN_DAYS, round(layout.scale.length, 2)),
    }


def palettes_of(theme: str) -> dict[str, Palette]:
    """The looks that a page of a theme of `exports.style.THEMES` has to carry."""
    return {palette.name: palette for palette in (LIGHT, DARK) if theme in ("auto", palette.name)}


def tick_levels(scale: TimeScale, language: str) -> list[list[tuple[dt.date, str]]]:
    """Days with their words from far to near: years, quarters, months, halves of months.

    Plotly would name months in English, and would put ticks into folded stretches.
    """
    days = [
        dt.date(year, month, day)
        for year in range(scale.first_day.year, scale.last_day.year + 1)
        for month in range(1, 13)
        for day in (1, 15)
    ]
    inside = [
        day for day in days if scale.first_day <= day <= scale.last_day and not scale.is_folded(day)
    ]

    def of(months: Sequence[int], pattern: str) -> list[tuple[dt.date, str]]:
        return [
            (day, format_date(day, pattern, locale=language))
            for day in inside
            if day.month in months and day.day == 1
        ]

    every = range(1, 13)
    halves = [
        (day, format_date(day, "MMM y" if day.day == 1 else "d MMM", locale=language))
        for day in inside
    ]
    levels = [of((1,), "y"), of((1, 4, 7, 10), "MMM y"), of(every, "MMM y"), halves]
    return [level for level in levels if level]


def script_json(value: object) -> str:
    """JSON that can end no script and begin no markup, on one line."""
    text = json.dumps(
        value,
        cls=PlotlyJSONEncoder,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _look(
    view: CaseTimeline, layout: TimelineLayout, say: Catalog, palette: Palette
) -> dict[str, Any]:
    canvas = figure(view, say, palette)
    canvas.update_layout(
        dragmode="pan",
        xaxis={"fixedrange": False, "minallowed": 0, "maxallowed": layout.scale.length},
    )
    drawer = MarkDrawer(layout, palette)
    plain = canvas.to_plotly_json()
    return {
        "data": plain["data"],
        "layout": plain["layout"],
        "bands": {
            placed.mark.event_id: _band(placed, drawer)
            for lane in layout.lanes
            for placed in lane.marks
        },
    }


def _band(placed: PlacedMark, drawer: MarkDrawer) -> dict[str, Any]:
    """The band behind a marked event; behind a dot it keeps its width however close the look."""
    band: dict[str, Any] = dict(drawer.halo(placed))
    half_px = (placed.last_px - placed.first_px) / 2
    if half_px <= RINGS_PX:
        middle = (band["x0"] + band["x1"]) / 2
        band |= {"xsizemode": "pixel", "xanchor": middle, "x0": -half_px, "x1": half_px}
    return band
