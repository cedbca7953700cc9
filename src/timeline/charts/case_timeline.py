"""The timeline of a case as a Plotly figure.

The grammar: solid where certain, fading where possible, a dashed outline as wide as
the doubt for some moment within it, a dot for a day, hollow marks joined by a line
where sources differ, a chevron where it goes on, a flag for a day set in advance.
"""

from __future__ import annotations

import datetime as dt
from html import escape

import plotly.graph_objects as go

from timeline.charts.time_axis import time_axis
from timeline.charts.timeline_layout import (
    MARK_GAP_PX,
    PlacedLane,
    PlacedMark,
    TimelineLayout,
    lay_out,
)
from timeline.chronology.span import Span
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import day_words
from timeline.theme import SANS, SMALL_PX, TEXT_PX, Palette
from timeline.viewmodel.case_timeline import CaseTimeline

CONFIG = {"displayModeBar": False, "showSendToCloud": False, "displaylogo": False, "scrollZoom": False}
"""No mode bar: its buttons would be the loudest thing on the page."""

_TOP_PX = 26
_BOTTOM_PX = 6
_BAR_PX = 12
_FADE_STEPS = 12
_FADE_ENDS_AT = 0.08
_NARROWEST_OUTLINE_PX = 10
_UNKNOWN_END_PX = 34
"""How far a bar fades out when its end is not known at all."""


def figure(view: CaseTimeline, say: Catalog, palette: Palette) -> go.Figure:
    """The figure; its height is its own, its width the page's, at least 600 px.

    The y axis counts pixels from the top, so that rows and shapes keep their size.
    """
    layout = lay_out(view, say)
    canvas = go.Figure()
    shapes: list[dict[str, object]] = []
    notes: list[dict[str, object]] = []
    for lane in layout.lanes:
        notes.append(_lane_head(lane, say, palette))
        for placed in lane.marks:
            shapes.extend(_shapes(placed, layout, view, palette))
            notes.append(_label(placed, layout, view, palette))
        _add_dots(canvas, lane, palette)
        _add_hover(canvas, lane, layout, view, say)
    canvas.update_layout(
        height=layout.height_px + _TOP_PX + _BOTTOM_PX,
        margin={"l": 2, "r": 2, "t": _TOP_PX, "b": _BOTTOM_PX, "autoexpand": False},
        paper_bgcolor=palette.ground,
        plot_bgcolor=palette.ground,
        font={"family": SANS, "size": TEXT_PX, "color": palette.ink},
        showlegend=False,
        dragmode=False,
        hoverlabel={
            "bgcolor": palette.ground,
            "bordercolor": palette.hairline,
            "font": {"family": SANS, "size": TEXT_PX, "color": palette.ink},
            "align": "left",
        },
        hoverdistance=12,
        shapes=shapes,
        annotations=notes,
        xaxis=time_axis(layout.first_day, layout.last_day, say, palette),
        yaxis={
            "range": [layout.height_px, 0],
            "visible": False,
            "fixedrange": True,
        },
    )
    return canvas


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
    placed: PlacedMark, layout: TimelineLayout, view: CaseTimeline, palette: Palette
) -> dict[str, object]:
    first, last = _drawn_ends(placed, view)
    day = first if placed.is_label_left else last
    # The label keeps its distance to a dot, which is wider than its day, and to a bar's end.
    at_px = layout.x_px(day)
    edge_px = placed.first_px if placed.is_label_left else placed.last_px
    shift = (edge_px - at_px) + (-MARK_GAP_PX if placed.is_label_left else MARK_GAP_PX)
    return {
        "x": day.isoformat(),
        "y": placed.y_px,
        "xanchor": "right" if placed.is_label_left else "left",
        "yanchor": "middle",
        "xshift": round(shift, 1),
        "text": f"{escape(placed.title)} <span style='color:{palette.muted}'>{escape(placed.when)}</span>",
        "font": {"size": TEXT_PX, "color": palette.ink},
        "bgcolor": palette.ground,
        "borderpad": 1,
        "showarrow": False,
    }


def _drawn_ends(placed: PlacedMark, view: CaseTimeline) -> tuple[dt.date, dt.date]:
    """First and last day a mark is drawn at; an open end is drawn to the last report."""
    mark = placed.mark
    first, last = mark.first_day, mark.last_day
    assert first is not None and last is not None and mark.span is not None
    if mark.span.is_ongoing and view.as_of is not None:
        last = max(last, view.as_of)
    return first, last


def _shapes(
    placed: PlacedMark, layout: TimelineLayout, view: CaseTimeline, palette: Palette
) -> list[dict[str, object]]:
    mark = placed.mark
    colour = palette.lanes[mark.lane.value]
    assert mark.span is not None
    if len(mark.said) > 1:
        return [
            shape
            for span in mark.said
            if not span.is_one_day
            for shape in _hollow_span(span, placed, layout, colour)
        ]
    if mark.is_set_day and mark.span.is_one_day:
        return _flag(placed, mark.span, colour, palette)
    if mark.span.is_one_day:
        return []
    if mark.span.is_period:
        return _bar(placed, mark.span, layout, view, colour, palette)
    return _hollow_span(mark.span, placed, layout, colour)


def _bar(
    placed: PlacedMark,
    span: Span,
    layout: TimelineLayout,
    view: CaseTimeline,
    colour: str,
    palette: Palette,
) -> list[dict[str, object]]:
    shapes: list[dict[str, object]] = []
    top, bottom = placed.y_px - _BAR_PX / 2, placed.y_px + _BAR_PX / 2
    certain_from, certain_until = span.certain_from, span.certain_until
    if span.is_ongoing and view.as_of is not None and certain_from is not None:
        certain_until = max(view.as_of, certain_from)
    if certain_from is None or certain_until is None:
        # Nothing certain between two vague ends: the whole bar is a fading one from the middle.
        if span.possible_from is None or span.possible_until is None:
            return shapes
        middle = span.possible_from + (span.possible_until - span.possible_from) / 2
        certain_from, certain_until = middle, middle
    else:
        shapes.append(_rect(certain_from, _after(certain_until), top, bottom, colour, 1.0))
    if span.possible_from is not None and span.possible_from < certain_from:
        shapes.extend(_fade(certain_from, span.possible_from, top, bottom, colour))
    if span.possible_until is not None and span.possible_until > certain_until:
        shapes.extend(_fade(_after(certain_until), _after(span.possible_until), top, bottom, colour))
    if span.is_ongoing:
        shapes.append(_chevron(_after(certain_until), placed.y_px, colour, palette))
    if span.has_unknown_end or (span.possible_until is None and not span.is_ongoing):
        shapes.extend(_fade_px(_after(certain_until), placed.y_px, colour, +1))
    if span.possible_from is None:
        shapes.extend(_fade_px(certain_from, placed.y_px, colour, -1))
    return shapes


def _after(day: dt.date) -> dt.date:
    """The day after: a bar that includes a day ends where the next begins."""
    return day + dt.timedelta(days=1)


def _rect(
    start: dt.date, end: dt.date, top: float, bottom: float, colour: str, opacity: float
) -> dict[str, object]:
    return {
        "type": "rect",
        "x0": start.isoformat(),
        "x1": end.isoformat(),
        "y0": top,
        "y1": bottom,
        "fillcolor": colour,
        "opacity": opacity,
        "line": {"width": 0},
        "layer": "above",
    }


def _fade(
    near: dt.date, far: dt.date, top: float, bottom: float, colour: str
) -> list[dict[str, object]]:
    """Strips that fade from the certain end to the possible one."""
    seconds = (far - near).days * 86_400 / _FADE_STEPS
    start = dt.datetime.combine(near, dt.time())
    strips = []
    for step in range(_FADE_STEPS):
        one = start + dt.timedelta(seconds=seconds * step)
        other = start + dt.timedelta(seconds=seconds * (step + 1))
        share = (step + 0.5) / _FADE_STEPS
        strips.append(
            {
                "type": "rect",
                "x0": min(one, other).isoformat(),
                "x1": max(one, other).isoformat(),
                "y0": top,
                "y1": bottom,
                "fillcolor": colour,
                "opacity": round(0.75 * (1 - share) + _FADE_ENDS_AT * share, 3),
                "line": {"width": 0},
                "layer": "above",
            }
        )
    return strips


def _fade_px(day: dt.date, y_px: float, colour: str, direction: int) -> list[dict[str, object]]:
    """Strips of fixed width beside a day, for an end of which nothing is known."""
    width = _UNKNOWN_END_PX / _FADE_STEPS
    return [
        {
            "type": "rect",
            "xsizemode": "pixel",
            "xanchor": day.isoformat(),
            "x0": direction * width * step,
            "x1": direction * width * (step + 1),
            "y0": y_px - _BAR_PX / 2,
            "y1": y_px + _BAR_PX / 2,
            "fillcolor": colour,
            "opacity": round(0.75 * (1 - (step + 0.5) / _FADE_STEPS), 3),
            "line": {"width": 0},
            "layer": "above",
        }
        for step in range(_FADE_STEPS)
    ]


def _chevron(day: dt.date, y_px: float, colour: str, palette: Palette) -> dict[str, object]:
    return {
        "type": "path",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": day.isoformat(),
        "yanchor": y_px,
        "path": f"M1,{-_BAR_PX / 2} L7,0 L1,{_BAR_PX / 2}",
        "line": {"color": colour, "width": 2},
        "fillcolor": palette.ground,
        "layer": "above",
    }


def _flag(placed: PlacedMark, span: Span, colour: str, palette: Palette) -> list[dict[str, object]]:
    assert span.possible_from is not None
    anchor = {
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": span.possible_from.isoformat(),
        "yanchor": placed.y_px,
        "layer": "above",
    }
    return [
        {**anchor, "type": "line", "x0": 0, "x1": 0, "y0": -8, "y1": 8, "line": {"color": colour, "width": 2}},
        {**anchor, "type": "path", "path": "M0,8 L8,5 L0,2 Z", "fillcolor": colour, "line": {"width": 0}},
    ]


def _hollow_span(
    span: Span, placed: PlacedMark, layout: TimelineLayout, colour: str
) -> list[dict[str, object]]:
    """A dashed outline as wide as the doubt; a dashed ring where that is too narrow to see."""
    first, last = span.possible_from, span.possible_until
    if first is None or last is None:
        known = first or last
        return [] if known is None else _fade_px(known, placed.y_px, colour, 1 if first else -1)
    width = layout.x_px(_after(last)) - layout.x_px(first)
    line = {"color": colour, "width": 1.4, "dash": "3px,2px"}
    if width >= _NARROWEST_OUTLINE_PX:
        return [
            {
                "type": "rect",
                "x0": first.isoformat(),
                "x1": _after(last).isoformat(),
                "y0": placed.y_px - _BAR_PX / 2,
                "y1": placed.y_px + _BAR_PX / 2,
                "line": line,
                "fillcolor": _tint(colour),
                "layer": "above",
            }
        ]
    middle = first + (last - first) / 2
    return [
        {
            "type": "circle",
            "xsizemode": "pixel",
            "ysizemode": "pixel",
            "xanchor": middle.isoformat(),
            "yanchor": placed.y_px,
            "x0": -7,
            "x1": 7,
            "y0": -7,
            "y1": 7,
            "line": line,
            "fillcolor": _tint(colour),
            "layer": "above",
        }
    ]


def _tint(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.14)"


def _add_dots(canvas: go.Figure, lane: PlacedLane, palette: Palette) -> None:
    """Known days as dots; where sources differ, hollow ones joined by a line."""
    colour = palette.lanes[lane.lane.lane.value]
    days: list[str] = []
    rows: list[float] = []
    for placed in lane.marks:
        mark = placed.mark
        if len(mark.said) > 1:
            ends = [
                one.possible_from + (one.possible_until - one.possible_from) / 2
                for one in mark.said
                if one.possible_from and one.possible_until
            ]
            canvas.add_scatter(
                x=[min(ends).isoformat(), max(ends).isoformat()] if ends else [],
                y=[placed.y_px] * min(len(ends), 2),
                mode="lines",
                line={"color": colour, "width": 1.6},
                hoverinfo="skip",
            )
            known = [one.possible_from.isoformat() for one in mark.said if one.is_one_day and one.possible_from]
            canvas.add_scatter(
                x=known,
                y=[placed.y_px] * len(known),
                mode="markers",
                marker={"size": 11, "color": palette.ground, "line": {"color": colour, "width": 2.2}},
                hoverinfo="skip",
            )
        elif mark.span is not None and mark.span.is_one_day and not mark.is_set_day:
            assert mark.span.possible_from is not None
            days.append(mark.span.possible_from.isoformat())
            rows.append(placed.y_px)
        elif mark.span is not None and not mark.span.is_period and _needs_core(placed):
            assert mark.span.possible_from is not None and mark.span.possible_until is not None
            middle = mark.span.possible_from + (mark.span.possible_until - mark.span.possible_from) / 2
            canvas.add_scatter(
                x=[middle.isoformat()],
                y=[placed.y_px],
                mode="markers",
                marker={"size": 5, "color": colour, "line": {"width": 0}},
                hoverinfo="skip",
            )
    if days:
        canvas.add_scatter(
            x=days,
            y=rows,
            mode="markers",
            marker={"size": 12, "color": colour, "line": {"color": palette.ground, "width": 1}},
            hoverinfo="skip",
        )


def _needs_core(placed: PlacedMark) -> bool:
    """Whether the doubt is too narrow for an outline and is drawn as a dot in a dashed ring."""
    span = placed.mark.span
    if span is None or span.possible_from is None or span.possible_until is None:
        return False
    return placed.last_px - placed.first_px <= 2 * 7 + 1e-6


def _add_hover(
    canvas: go.Figure, lane: PlacedLane, layout: TimelineLayout, view: CaseTimeline, say: Catalog
) -> None:
    """Unseen points along every mark that carry its text and its id."""
    days: list[str] = []
    rows: list[float] = []
    ids: list[str] = []
    texts: list[str] = []
    for placed in lane.marks:
        first, last = _drawn_ends(placed, view)
        steps = max(1, round((layout.x_px(last) - layout.x_px(first)) / 14))
        text = _hover_text(placed, view, say)
        for step in range(steps + 1 if steps > 1 else 1):
            share = step / steps if steps > 1 else 0.5
            days.append((first + (last - first) * share).isoformat())
            rows.append(placed.y_px)
            ids.append(placed.mark.event_id)
            texts.append(text)
    canvas.add_scatter(
        x=days,
        y=rows,
        mode="markers",
        marker={"size": 16, "opacity": 0},
        customdata=ids,
        text=texts,
        hovertemplate="%{text}<extra></extra>",
    )


def _hover_text(placed: PlacedMark, view: CaseTimeline, say: Catalog) -> str:
    mark = placed.mark
    lines = [f"<b>{escape(mark.title)}</b>", escape(placed.when)]
    if mark.span is not None and mark.span.is_ongoing and view.as_of is not None:
        lines.append(escape(say("timeline.as_last_reported", day=day_words(view.as_of, say))))
    if mark.place_name:
        lines.append(escape(mark.place_name))
    lines.append(escape(say(f"status.{mark.verification_status}")))
    return "<br>".join(lines)
