"""Where marks and labels of a timeline stand, so that nothing lies on anything.

Positions are reckoned at the smallest width the timeline is shown at. On a wider
screen marks move apart while labels keep their size, so what is clear here is clear
there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.charts.text_width import text_width_px
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.theme import TEXT_PX
from timeline.viewmodel.case_timeline import CaseTimeline, TimelineLane, TimelineMark

NARROWEST_PX = 600
ROW_PX = 25
LANE_HEAD_PX = 30
LANE_GAP_PX = 8
MARK_GAP_PX = 10
"""Between a mark and its label."""
_BETWEEN_PX = 18
"""Between two things in one row."""
_DOT_PX = 7
"""Half the width of the widest dot with its ring."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """One mark with its row and its label."""

    mark: TimelineMark
    y_px: float
    """Centre of the row, from the top."""
    is_label_left: bool
    title: str
    when: str
    first_px: float
    last_px: float
    """Ends of the mark itself at the smallest width."""


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """One lane with its head and its marks."""

    lane: TimelineLane
    y_px: float
    """Baseline of the head, from the top."""
    marks: tuple[PlacedMark, ...]


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """A timeline with everything in its place."""

    lanes: tuple[PlacedLane, ...]
    first_day: dt.date
    last_day: dt.date
    """The ends of the axis, a little beyond the first and last mark."""
    height_px: float

    def x_px(self, day: dt.date) -> float:
        """Where a day stands at the smallest width."""
        return x_px(day, self.first_day, self.last_day)


def x_px(day: dt.date, first_day: dt.date, last_day: dt.date) -> float:
    """Where a day stands on an axis of the smallest width."""
    span = max((last_day - first_day).days, 1)
    return NARROWEST_PX * (day - first_day).days / span


def axis_days(view: CaseTimeline) -> tuple[dt.date, dt.date]:
    """The ends of the axis: a margin of 3 %, at least ten days, on both sides."""
    assert view.first_day is not None and view.last_day is not None
    margin = dt.timedelta(days=max(10, round((view.last_day - view.first_day).days * 0.03)))
    return view.first_day - margin, view.last_day + margin


def label_words(mark: TimelineMark, say: Catalog) -> tuple[str, str]:
    """Title and date of a mark's label; where sources differ it says every date."""
    numbers = "".join(chr(0x2460 + number - 1) for number in mark.leg_numbers if 1 <= number <= 20)
    title = f"{numbers} {mark.title}" if numbers else mark.title
    when = date_words(mark.phrase, say)
    if mark.said_phrases:
        words = list(dict.fromkeys(date_words(phrase, say) for phrase in mark.said_phrases))
        when = say("timeline.differ", dates=say("date.or").join(words)) if len(words) > 1 else when
    return title, when


def lay_out(view: CaseTimeline, say: Catalog) -> TimelineLayout:
    """Rows and label sides for every mark of a timeline that is not empty."""
    first_day, last_day = axis_days(view)
    top = 0.0
    lanes = []
    for lane in view.lanes:
        head = top + LANE_HEAD_PX * 0.55
        top += LANE_HEAD_PX
        placed, rows = _rows(lane.marks, first_day, last_day, top, say)
        lanes.append(PlacedLane(lane, head, tuple(placed)))
        top += rows * ROW_PX + LANE_GAP_PX
    return TimelineLayout(tuple(lanes), first_day, last_day, top)


def _rows(
    marks: Sequence[TimelineMark], first_day: dt.date, last_day: dt.date, top: float, say: Catalog
) -> tuple[list[PlacedMark], int]:
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for mark in marks:
        start, end = _mark_ends(mark, first_day, last_day)
        title, when = label_words(mark, say)
        width = text_width_px(title, TEXT_PX) + text_width_px("  " + when, TEXT_PX)
        is_left = end + MARK_GAP_PX + width > NARROWEST_PX and (
            start - MARK_GAP_PX - width > 0 or start > NARROWEST_PX - end
        )
        reach = (
            (start - MARK_GAP_PX - width, end) if is_left else (start, end + MARK_GAP_PX + width)
        )
        row = next(
            (
                index
                for index, spans in enumerate(taken)
                if all(reach[0] - _BETWEEN_PX > b or reach[1] + _BETWEEN_PX < a for a, b in spans)
                # Rows fill from the top in order of time, so a later event never stands
                # above an earlier one that it could be mistaken to precede.
                and index >= len(taken) - 1
            ),
            len(taken),
        )
        if row == len(taken):
            taken.append([])
        taken[row].append(reach)
        placed.append(
            PlacedMark(mark, top + (row + 0.5) * ROW_PX, is_left, title, when, start, end)
        )
    return placed, len(taken)


def _mark_ends(mark: TimelineMark, first_day: dt.date, last_day: dt.date) -> tuple[float, float]:
    first, last = mark.first_day, mark.last_day
    assert first is not None and last is not None
    if mark.span is not None and mark.span.is_ongoing:
        last = last_day
    start = x_px(first, first_day, last_day)
    end = x_px(last + dt.timedelta(days=1), first_day, last_day)
    return min(start, (start + end) / 2 - _DOT_PX), max(end, (start + end) / 2 + _DOT_PX)
