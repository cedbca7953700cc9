"""The time axis that all timelines share: hairlines, labels at the top, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from babel.dates import format_date

from timeline.charts.text_width import text_width_px
from timeline.charts.timeline.time_scale import TimeScale
from timeline.charts.timeline.timeline_words import fold_words
from timeline.i18n.catalog import Catalog
from timeline.theme import SMALL_PX, Palette

_BETWEEN_LABELS_PX = 12
_YEARS_APART = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MONTHS_APART = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class AxisTick:
    """One hairline of an axis."""

    place: float
    """In days of the scale."""
    words: str
    """Empty where the words have no room beside those before them."""
    middle_px: float
    """The middle of the words."""


def axis_ticks(
    scale: TimeScale, say: Catalog, *, width_px: float, kept_inside: bool = False
) -> tuple[AxisTick, ...]:
    """The hairlines of an axis of a width, with the words that have room.

    Words over an end of the axis stick out, unless they are to be *kept_inside*. Then the
    first ones after a fold are said in any case, and those before them give way: nobody
    could guess them.
    """
    ticks: list[AxisTick] = []
    free_from = float("-inf")
    said_folds = 0
    for day, pattern in _ticks(scale, width_px):
        if scale.is_folded(day):
            continue
        words = format_date(day, pattern, locale=say.language)
        at_px = scale.at(day) / scale.length * width_px
        half = text_width_px(words, SMALL_PX) / 2
        middle = min(max(at_px, half), width_px - half) if kept_inside else at_px
        fits = middle - half >= free_from and 0 <= at_px <= width_px
        passed_folds = sum(fold.last_day <= day for fold in scale.folds)
        if kept_inside and passed_folds > said_folds:
            said_folds, fits = passed_folds, True
            ticks = [_giving_way(tick, middle - half) for tick in ticks]
        ticks.append(AxisTick(scale.at(day), words if fits else "", middle))
        if fits:
            free_from = middle + half + _BETWEEN_LABELS_PX
    return tuple(ticks)


def _giving_way(tick: AxisTick, free_until_px: float) -> AxisTick:
    """The tick without its words where they come near a place."""
    end = tick.middle_px + text_width_px(tick.words, SMALL_PX) / 2
    return replace(tick, words="") if end + _BETWEEN_LABELS_PX > free_until_px else tick


def time_axis(
    scale: TimeScale, say: Catalog, palette: Palette, *, narrowest_px: float
) -> dict[str, object]:
    """A Plotly x axis in days of the scale; ticks and their words are ours.

    Plotly would name months in English whatever the reader's language.
    """
    ticks = axis_ticks(scale, say, width_px=narrowest_px)
    return {
        "type": "linear",
        "range": [0, scale.length],
        "side": "top",
        "tickvals": [round(tick.place, 3) for tick in ticks],
        "ticktext": [tick.words for tick in ticks],
        "tickfont": {"size": SMALL_PX, "color": palette.muted},
        "tickangle": 0,
        "ticklabelstandoff": 4,
        "showgrid": True,
        "gridcolor": palette.hairline,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "fixedrange": True,
    }


def fold_marks(
    scale: TimeScale, say: Catalog, palette: Palette, *, height_px: float
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Shapes and words that say where the axis is folded and how much is left out."""
    shapes: list[dict[str, object]] = []
    notes: list[dict[str, object]] = []
    for fold in scale.folds:
        start, end = scale.at(fold.first_day), scale.at(fold.last_day)
        shapes.extend(
            {
                "type": "line",
                "x0": place,
                "x1": place,
                "y0": 0,
                "y1": height_px,
                "line": {"color": palette.muted, "width": 1, "dash": "2px,4px"},
                "layer": "below",
            }
            for place in (start, end)
        )
        notes.append(
            {
                "x": (start + end) / 2,
                "y": height_px,
                "yanchor": "bottom",
                "text": fold_words(fold, say),
                "font": {"size": SMALL_PX, "color": palette.muted},
                "bgcolor": palette.ground,
                "showarrow": False,
            }
        )
    return shapes, notes


def today_line(
    scale: TimeScale, today: dt.date, palette: Palette, *, height_px: float
) -> list[dict[str, object]]:
    """A hairline at today, where the axis reaches it."""
    if not scale.first_day <= today <= scale.last_day:
        return []
    place = round(scale.at(today), 2)
    return [
        {
            "type": "line",
            "x0": place,
            "x1": place,
            "y0": 0,
            "y1": height_px,
            "line": {"color": palette.muted, "width": 1},
            "layer": "below",
        }
    ]


def today_words(
    scale: TimeScale, today: dt.date, say: Catalog, palette: Palette
) -> list[dict[str, object]]:
    """The word at the foot of that line."""
    if not scale.first_day <= today <= scale.last_day:
        return []
    return [
        {
            "x": round(scale.at(today), 2),
            "xanchor": "right",
            "xshift": -3,
            "y": 0,
            "yref": "paper",
            "yanchor": "bottom",
            "text": say("timeline.today"),
            "font": {"size": SMALL_PX, "color": palette.muted},
            "bgcolor": palette.ground,
            "showarrow": False,
        }
    ]


def _ticks(scale: TimeScale, width_px: float) -> list[tuple[dt.date, str]]:
    first, last = scale.first_day, scale.last_day
    shown_years = scale.length / 365.25
    years = range(first.year, last.year + 1)
    if shown_years > 3:
        step = _apart(_YEARS_APART, "2000", width_px / shown_years)
        return [
            (day, "y")
            for year in years
            if year % step == 0 and (day := dt.date(year, 1, 1)) >= first
        ]
    if shown_years > 0.2:
        step = _apart(_MONTHS_APART, "Sept 2000", width_px / shown_years / 12)
        return [
            (day, "MMM y")
            for year in years
            for month in range(1, 13, step)
            if first <= (day := dt.date(year, month, 1)) <= last
        ]
    step_days = 7 if shown_years > 0.06 else 2
    return [
        (first + dt.timedelta(days=one), "d MMM")
        for one in range(1, (last - first).days, step_days)
    ]


def _apart(steps: Sequence[int], longest: str, one_px: float) -> int:
    """The smallest of some steps that leaves each tick room for its words, else the largest.

    Every tick of an axis then has words: one left out here and there would look like a leap.
    """
    room_px = text_width_px(longest, SMALL_PX) + _BETWEEN_LABELS_PX
    return next((step for step in steps if step * one_px >= room_px), steps[-1])
