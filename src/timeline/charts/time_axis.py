"""The time axis that all timelines share: hairlines, labels at the top, in words."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from timeline.i18n.catalog import Catalog
from timeline.theme import SMALL_PX, Palette

_MOST_LABELS = 14


def time_axis(
    first_day: dt.date, last_day: dt.date, say: Catalog, palette: Palette
) -> dict[str, object]:
    """A Plotly x axis from the first to the last day; ticks and their words are ours.

    Plotly would name months in English whatever the reader's language.
    """
    days, pattern = _ticks(first_day, last_day)
    return {
        "type": "date",
        "range": [first_day.isoformat(), last_day.isoformat()],
        "side": "top",
        "tickvals": [day.isoformat() for day in days],
        "ticktext": [format_date(day, pattern, locale=say.language) for day in days],
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


def _ticks(first_day: dt.date, last_day: dt.date) -> tuple[list[dt.date], str]:
    years = (last_day - first_day).days / 365.25
    if years > 3:
        step = 1
        while years / step > _MOST_LABELS:
            step += 1
        start = first_day.year + (first_day > dt.date(first_day.year, 1, 1))
        return [dt.date(y, 1, 1) for y in range(start, last_day.year + 1) if y % step == 0], "y"
    step_months = 6 if years > 1.5 else 3 if years > 0.75 else 1
    if years * 12 > 2.5:
        months = [
            dt.date(year, month, 1)
            for year in range(first_day.year, last_day.year + 1)
            for month in range(1, 13, step_months)
        ]
        return [day for day in months if first_day <= day <= last_day], "MMM y"
    step_days = 7 if years * 12 > 0.75 else 1 if years * 365 < 10 else 2
    count = (last_day - first_day).days // step_days
    return [first_day + dt.timedelta(days=step_days * one) for one in range(1, count + 1)], "d MMM"
