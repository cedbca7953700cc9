"""The strip: one row for each country, a band for the time somebody was there, gaps in words.

Drawn in shares of the width, so that it fits any screen; labels are only drawn where they
fit at the smallest wide width, and the table beside says the rest.
"""

from __future__ import annotations

import datetime as dt
from html import escape

from timeline.charts.html.whereabouts_words import length_words
from timeline.charts.text_width import text_width_px
from timeline.chronology.sighting import Sureness
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.i18n.date_words import day_words
from timeline.theme import SMALL_PX
from timeline.viewmodel.person_whereabouts import Band, StripRow, WhereaboutsView

NARROWEST_PX = 480
"""Width of the bands at which labels are placed: wider screens only give them more room."""
_APART_PX = 8
_MOST_TICKS = 8
_TICK_PX = 34
_SHORTEST_GAP_PX = 10
"""A shorter gap has no room for the words that say how long it is."""


def whereabouts_strip(view: WhereaboutsView, name: str, say: Catalog) -> str:
    """The strip as HTML, every text escaped; empty when no report places the person."""
    if view.first_day is None or view.last_day is None:
        return ""
    scale = _Scale(view.first_day, view.last_day)
    marker = _marker(view.day, scale)
    rows = "".join(_row(row, scale, marker, say) for row in view.rows)
    return (
        f'<div class="pp-strip" role="img" aria-label="{escape(alt_words(view, name, say), quote=True)}">'
        f'<div class="pp-axis"><div class="pp-line">{_ticks(scale, say)}'
        f"{_marker_label(view.day, scale, say)}</div></div>{rows}</div>"
    )


def alt_words(view: WhereaboutsView, name: str, say: Catalog) -> str:
    """What the strip shows, for those who cannot see it."""
    assert view.first_day is not None and view.last_day is not None
    lands = [_row_name(row, say) for row in view.rows if row.kind != "unknown"]
    return say(
        "people.strip.alt",
        name=name,
        first=day_words(view.first_day, say),
        last=day_words(view.last_day, say),
        lands=", ".join(lands),
    )


class _Scale:
    """Days as shares of the strip, in per cent."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first, self.last = first, last
        self.days = (last - first).days + 1

    def at(self, day: dt.date) -> float:
        return round((day - self.first).days / self.days * 100, 3)

    def width(self, band: Band) -> float:
        return round(band.days / self.days * 100, 3)

    def px(self, share: float) -> float:
        """A share in pixels at the smallest width."""
        return share / 100 * NARROWEST_PX


def _row(row: StripRow, scale: _Scale, marker: str, say: Catalog) -> str:
    bands = "".join(
        _band(band, row, scale, joined=_joins(row, at)) for at, band in enumerate(row.bands)
    )
    return (
        f'<div class="pp-row pp-{row.kind}"><div class="pp-name">{escape(_row_name(row, say))}</div>'
        f'<div class="pp-line">{_labels(row, scale, say)}{bands}{marker}</div></div>'
    )


def _row_name(row: StripRow, say: Catalog) -> str:
    if row.kind != "country":
        return say(f"people.strip.{row.kind}")
    if row.country_code is not None:
        return country_name(row.country_code, say)
    return row.place.name if row.place is not None else ""


def _joins(row: StripRow, at: int) -> list[str]:
    """Sides on which a band goes on in a neighbour that looks the same."""
    band = row.bands[at]
    before = row.bands[at - 1] if at else None
    after = row.bands[at + 1] if at + 1 < len(row.bands) else None
    return [
        *(["pp-from"] if before is not None and _is_one(before, band) else []),
        *(["pp-on-to"] if after is not None and _is_one(band, after) else []),
    ]


def _is_one(first: Band, second: Band) -> bool:
    return first.last_day + dt.timedelta(days=1) == second.first_day and (
        first.sureness,
        first.is_held,
        first.is_contradiction,
    ) == (second.sureness, second.is_held, second.is_contradiction)


def _band(band: Band, row: StripRow, scale: _Scale, *, joined: list[str]) -> str:
    classes = ["pp-band", *joined]
    if row.kind == "unknown":
        classes.append("pp-gap")
    elif band.is_contradiction:
        classes.append("pp-differ")
    else:
        classes.append(f"pp-{(band.sureness or Sureness.POSSIBLE).value}")
    if band.is_held:
        classes.append("pp-held")
    if band.is_open:
        classes.append("pp-open")
    return (
        f'<i class="{" ".join(classes)}" style="left:{scale.at(band.first_day)}%;'
        f'width:{scale.width(band)}%"></i>'
    )


def _labels(row: StripRow, scale: _Scale, say: Catalog) -> str:
    """The names of places, and the lengths of gaps, where there is room for them."""
    words: list[str] = []
    free_from, before = float("-inf"), ""
    for band in row.bands:
        text = _label(band, row, say)
        if not text or text == before:
            continue
        at = scale.at(band.first_day)
        width_px = text_width_px(text, SMALL_PX)
        start_px = scale.px(at)
        if row.kind == "unknown" and scale.px(scale.width(band)) < _SHORTEST_GAP_PX:
            continue
        # At the right edge a label ends with the strip.
        if start_px + width_px > NARROWEST_PX:
            start_px = NARROWEST_PX - width_px
            at = round(start_px / NARROWEST_PX * 100, 3)
        if start_px < max(free_from, 0):
            continue
        words.append(f'<span style="left:{at}%">{escape(text)}</span>')
        free_from, before = start_px + width_px + _APART_PX, text
    return "".join(words)


def _label(band: Band, row: StripRow, say: Catalog) -> str:
    if row.kind == "unknown":
        return length_words(band.days, say)
    return ", ".join(place.name for place in band.places[:1]) if row.kind == "country" else ""


def _ticks(scale: _Scale, say: Catalog) -> str:
    years = range(scale.first.year + 1, scale.last.year + 1)
    step = max(1, -(-len(years) // _MOST_TICKS))
    days = [dt.date(year, 1, 1) for year in years if (year - years[0]) % step == 0]
    if len(days) < 2:
        return "".join(
            f'<span class="pp-edge-{edge}">{escape(day_words(day, say))}</span>'
            for edge, day in (("first", scale.first), ("last", scale.last))
        )
    return "".join(
        f'<span style="left:{scale.at(day)}%">{day.year}</span>'
        for day in days
        if scale.px(scale.at(day)) + _TICK_PX <= NARROWEST_PX
    )


def _marker(day: dt.date, scale: _Scale) -> str:
    if not scale.first <= day <= scale.last:
        return ""
    return f'<b class="pp-at" style="left:{scale.at(day)}%"></b>'


def _marker_label(day: dt.date, scale: _Scale, say: Catalog) -> str:
    if not scale.first <= day <= scale.last:
        return ""
    at = scale.at(day)
    side = "left" if at < 50 else "right"
    place = at if side == "left" else round(100 - at, 3)
    return (
        f'<b class="pp-at-day pp-{side}" style="{side}:{place}%">{escape(day_words(day, say))}</b>'
    )
