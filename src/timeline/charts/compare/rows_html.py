"""The rows of a comparison as HTML: one axis of days, one row a subject, day 0 as a line or band."""

from __future__ import annotations

from html import escape

from timeline.charts.compare.day_scale import DayScale, Tick
from timeline.charts.compare.mark_html import mark_html
from timeline.charts.compare.packing import PackedMark, pack
from timeline.charts.html.links import CASE, Links
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words
from timeline.model.selection import Selection
from timeline.viewmodel.case_timeline import LANE_ORDER
from timeline.viewmodel.comparison import ComparedRow, Comparison, Hidden

_NEAR_END = 4
"""Hundredths of the width within which words over a tick would stick out."""
_TITLES_NAMED = 2
"""Of events any of which may be day 0."""


def rows_html(view: Comparison, say: Catalog, *, links: Links, all_address: str) -> str:
    """The picture; every text escaped.

    *all_address* leads to the same page with nothing left out. The heads are read aloud; the marks are for the eye, and
    the table says the same.
    """
    scale = DayScale(view.first_day, view.last_day)
    ticks = scale.ticks(say)
    lines = ", ".join(
        f"linear-gradient(var(--line) 0 0) {scale.percent(tick.day):.2f}% 0 / 1px 100% no-repeat"
        for tick in ticks
    )
    axis = "".join(_axis_label(tick, scale) for tick in ticks)
    rows = "".join(_row(row, scale, say, links=links, all_address=all_address) for row in view.rows)
    moment = escape(say(f"compare.moment.{view.moment.value}"))
    return (
        f'<section class="tl-cmp" style="--ticks: {lines}" aria-label="{escape(alt_words(view, say), quote=True)}">'
        f'<div class="tl-cmp-row tl-cmp-top"><div class="tl-cmp-head tl-when">{escape(say("compare.axis"))} {moment}</div>'
        f'<div class="tl-cmp-axis" aria-hidden="true">{axis}</div></div>{rows}</section>'
    )


def lane_key(view: Comparison, say: Catalog) -> str:
    """The lanes that occur, each with its colour."""
    present = {mark.lane for row in view.rows for mark in row.marks}
    items = "".join(
        f'<span class="tl-lane-{lane.value}"><i aria-hidden="true"></i>{escape(say(f"lane.{lane.value}"))}</span>'
        for lane in LANE_ORDER
        if lane in present
    )
    return f'<p class="tl-key">{items}</p>'


def alt_words(view: Comparison, say: Catalog) -> str:
    """What the picture shows, for those who cannot see it."""
    return say.count(
        "compare.alt",
        len(view.rows),
        moment=say(f"compare.moment.{view.moment.value}"),
        names="; ".join(row.name for row in view.rows),
        events=say.count("totals.events", view.mark_count),
    )


def whose(row: ComparedRow, say: Catalog) -> str:
    """The name of a row, with what else tells whose row it is."""
    return ", ".join(part for part in (row.name, besides(row, say)) if part)


def besides(row: ComparedRow, say: Catalog) -> str:
    """The case where it has another name; that a row holds those without a name of their own."""
    return say("compare.everybody_else") if row.actor_id is None else row.case_title or ""


def _case_link(row: ComparedRow, links: Links, say: Catalog) -> str:
    more = besides(row, say)
    words = f' <span class="tl-when">{escape(more)}</span>' if more else ""
    return (
        f'<a href="{_case_address(row, links)}" target="_self"><b>{escape(row.name)}</b></a>{words}'
    )


def _case_address(row: ComparedRow, links: Links) -> str:
    told = Selection(case_ids=(row.case_id,), known_on=links.chosen.known_on)
    return escape(f"{CASE}?{told.query()}", quote=True)


def day_zero_words(row: ComparedRow, say: Catalog) -> str:
    """What day 0 of a row is, and how well it is known."""
    zero = row.day_zero
    date = alternatives_words(zero.phrases, say)
    if len(zero.titles) == 1:
        words = say("compare.day_zero.one", date=date, title=zero.titles[0])
    else:
        titles = "; ".join(zero.titles[:_TITLES_NAMED])
        rest = len(zero.titles) - _TITLES_NAMED
        if rest > 0:
            titles = f"{titles}; {say.count('compare.more_titles', rest)}"
        words = say("compare.day_zero.several", date=date, titles=titles)
    parts = [words]
    if zero.bounds.doubt_days:
        parts.append(say.count("compare.day_zero.doubt", zero.bounds.doubt_days))
    if zero.is_doubted:
        parts.append(say("compare.day_zero.differ"))
    if zero.has_undated:
        parts.append(say("compare.day_zero.undated"))
    if zero.has_unbegun:
        parts.append(say("compare.day_zero.unbegun"))
    return " ".join(parts)


def _axis_label(tick: Tick, scale: DayScale) -> str:
    """The words of a tick, over it; those close to an end stay inside."""
    place = scale.percent(tick.day)
    near = (
        ' class="tl-cmp-first"'
        if place < _NEAR_END
        else ' class="tl-cmp-last"'
        if place > 100 - _NEAR_END
        else ""
    )
    return f'<span{near} style="left:{place:.2f}%">{escape(tick.words)}</span>'


def _row(row: ComparedRow, scale: DayScale, say: Catalog, *, links: Links, all_address: str) -> str:
    packed = pack(row.marks, scale, say)
    marks = "".join(
        mark_html(one, scale, say, address=_address(one, row, links)) for one in packed.marks
    )
    return (
        f'<div class="tl-cmp-row"><div class="tl-cmp-head"><h3>{_case_link(row, links, say)}</h3>'
        f"<p>{escape(day_zero_words(row, say))}</p>{left_out(row, say, all_address=all_address)}</div>"
        f'<div class="tl-cmp-track" style="height:{packed.height_px}px" aria-hidden="true">'
        f'{_zero(row, scale)}<div class="tl-cmp-marks">{marks}</div></div></div>'
    )


def _address(packed: PackedMark, row: ComparedRow, links: Links) -> str:
    """Of an event in its case; of the case where several events share the mark."""
    if len(packed.marks) > 1:
        return _case_address(row, links)
    return links.event(row.case_id, packed.mark.event_id)


def left_out(row: ComparedRow, say: Catalog, *, all_address: str) -> str:
    """What of a row is not drawn, in words; empty when everything is."""
    address = escape(all_address, quote=True)
    parts = [
        *(
            f'<a href="{address}" target="_self">{escape(words)}</a>'
            for words in outside_words(row, say)
        ),
        *(escape(words) for words in undrawn_words(row, say)),
    ]
    return f'<p class="tl-when">{" · ".join(parts)}</p>' if parts else ""


def outside_words(row: ComparedRow, say: Catalog) -> list[str]:
    """How many events of a row the window leaves out on each side."""
    return [
        say.count(f"compare.{side}", hidden.count, years=_years(hidden, say))
        for side, hidden in (("earlier", row.earlier), ("later", row.later))
        if hidden is not None
    ]


def undrawn_words(row: ComparedRow, say: Catalog) -> list[str]:
    """What else of a row has no mark."""
    parts = []
    if row.undated:
        parts.append(say.count("compare.undated_events", len(row.undated)))
    if row.uncounted:
        parts.append(say.count("compare.uncounted_events", len(row.uncounted)))
    if row.unlisted_count > 0:
        parts.append(say.count("compare.unlisted", row.unlisted_count))
    if not row.marks:
        parts.append(say("compare.nothing_left"))
    return parts


def _years(hidden: Hidden, say: Catalog) -> str:
    if hidden.first_year == hidden.last_year:
        return str(hidden.first_year)
    return say("date.period", first=hidden.first_year, last=hidden.last_year)


def _zero(row: ComparedRow, scale: DayScale) -> str:
    """Day 0: a line, or a band as wide as the doubt about it."""
    doubt = row.day_zero.bounds.doubt_days or 0
    left, right = (scale.percent(side * doubt / 2) for side in (-1, 1))
    left, right = max(left, 0.0), min(right, 100.0)
    kind = "tl-cmp-zero-band" if doubt else "tl-cmp-zero-line"
    return f'<i class="tl-cmp-zero {kind}" style="left:{left:.2f}%;width:{right - left:.2f}%"></i>'
