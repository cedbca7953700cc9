"""Where marks and labels of a timeline stand, so that nothing lies on anything.

Positions are reckoned for one width. What is shown at several widths is reckoned at the
smallest: on a wider screen marks move apart while labels keep their size, so what is
clear here is clear there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.charts.label_lines import label_lines, line_width_px
from timeline.charts.text_width import text_width_px
from timeline.charts.timeline.time_scale import FOLD_DAYS, TimeScale, time_scale
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words, date_words
from timeline.model.vocabulary import Lane
from timeline.theme import TEXT_PX
from timeline.viewmodel.case_timeline import CaseTimeline, TimelineLane, TimelineMark

NARROWEST_PX = 600
"""The smallest width of the timeline on a page."""
ROW_PX = 25
LINE_PX = 15
"""What a second line of a label adds to its row."""
LANE_HEAD_PX = 30
LANE_GAP_PX = 8
MARK_GAP_PX = 10
"""Between a mark and its label."""
_BETWEEN_PX = 18
"""Between two things in one row."""
DOT_PX = 7
"""Half the width of the widest dot with its ring."""
RINGS_PX = 13
"""Half the width of two rings drawn apart because their days are too close to tell."""
CHEVRON_PX = 8
UNKNOWN_END_PX = 34
"""How far a bar fades out when its end is not known at all."""
FOLD_WORDS_PX = 20
"""Room at the bottom for how much a fold leaves out."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """One mark with its row and its label."""

    mark: TimelineMark
    y_px: float
    """Centre of the row, from the top."""
    label_y_px: float
    """Centre of the label: that of the mark, or above it when no side has room."""
    is_label_left: bool
    """Whether the label ends where the mark begins, or above it where the mark ends."""
    is_label_above: bool
    title_lines: tuple[str, ...]
    """One line, two when neither side has room for the whole label in one, more when the width
    of the timeline has none either; none in a folded lane."""
    when: str
    first_px: float
    last_px: float
    """Ends of the mark itself at the width laid out for."""
    label_start_px: float = 0.0
    """Where the label begins at that width."""
    label_width_px: float = 0.0
    when_lines: tuple[str, ...] = ()
    """The date as it is broken; its first line stands behind the last one of the title."""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The label line by line: its part of the title and its part of the date."""
        if not self.title_lines:
            return ()
        *titles, last = self.title_lines
        first_date, *dates = self.when_lines
        return (
            *((line, "") for line in titles),
            (last, first_date),
            *(("", line) for line in dates),
        )


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
    scale: TimeScale
    height_px: float
    width_px: float = NARROWEST_PX

    def x_px(self, day: dt.date) -> float:
        """Where a day stands."""
        return x_px(day, self.scale, self.width_px)


def x_px(day: dt.date, scale: TimeScale, width_px: float = NARROWEST_PX) -> float:
    """Where a day stands on an axis of a width."""
    return width_px * scale.at(day) / scale.length


def scale_of(view: CaseTimeline, *, today: dt.date | None = None) -> TimeScale:
    """The axis that holds every mark of a timeline that is not empty.

    It reaches to *today* when the last mark is not longer ago than a silence that would be
    folded: that nothing has been reported since is then to be seen.
    """
    spans = [
        (first, last)
        for mark in view.marks
        if (first := mark.first_day) is not None and (last := mark.last_day) is not None
    ]
    end = max(last for _, last in spans)
    if today is not None and 0 <= (today - end).days <= FOLD_DAYS:
        spans.append((today, today))
    return time_scale(spans)


def label_words(mark: TimelineMark, say: Catalog) -> tuple[str, str]:
    """Title and date of a mark's label; where sources differ it says every date."""
    numbers = "".join(chr(0x2460 + number - 1) for number in mark.leg_numbers if 1 <= number <= 20)
    title = f"{numbers} {mark.title}" if numbers else mark.title
    when = date_words(mark.phrase, say)
    if len(mark.said_phrases) > 1:
        words = alternatives_words(mark.said_phrases, say)
        when = say("timeline.differ", dates=words)
    return title, when


def lay_out(
    view: CaseTimeline,
    say: Catalog,
    scale: TimeScale | None = None,
    folded: frozenset[Lane] = frozenset(),
    *,
    width_px: float = NARROWEST_PX,
    reckoned_px: float = TEXT_PX,
) -> TimelineLayout:
    """Rows and label sides for every mark of a timeline that is not empty.

    Without a *scale* the axis holds just these marks. The lanes in *folded* are one row
    each, without labels. No label sticks out of the width. Labels are given the room that
    type of *reckoned_px* takes: a size above theirs leaves room for wider faces.
    """
    scale = scale or scale_of(view)
    top = 0.0
    lanes = []
    for lane in view.lanes:
        head = top + LANE_HEAD_PX * 0.55
        top += LANE_HEAD_PX
        placed, rows = (
            _folded(lane.marks, scale, top, say, width_px)
            if lane.lane in folded
            else _rows(lane.marks, scale, top, say, width_px, reckoned_px)
        )
        lanes.append(PlacedLane(lane, head, tuple(placed)))
        top += rows + LANE_GAP_PX
    if scale.folds:
        top += FOLD_WORDS_PX
    return TimelineLayout(tuple(lanes), scale, top, width_px)


def _folded(
    marks: Sequence[TimelineMark], scale: TimeScale, top: float, say: Catalog, width_px: float
) -> tuple[list[PlacedMark], float]:
    """The marks of one lane in a single row without labels, and how high it is."""
    y_px = top + ROW_PX / 2
    placed = []
    for mark in marks:
        start, end = _mark_ends(mark, scale, width_px)
        when = label_words(mark, say)[1]
        placed.append(PlacedMark(mark, y_px, y_px, False, False, (), when, start, end))
    return placed, ROW_PX


def _rows(
    marks: Sequence[TimelineMark],
    scale: TimeScale,
    top: float,
    say: Catalog,
    width_px: float,
    reckoned_px: float,
) -> tuple[list[PlacedMark], float]:
    """The marks of one lane in their rows, and how high the rows are together."""
    rows: list[_Row] = []
    placed = []
    for mark in marks:
        start, end = _mark_ends(mark, scale, width_px)
        title, when = label_words(mark, say)
        label = _label(title, when, (start, end), width_px, reckoned_px)
        reach = (
            (start - MARK_GAP_PX - label.width_px, end)
            if label.is_left
            else (start, end + MARK_GAP_PX + label.width_px)
        )
        if label.is_above:
            reach = (min(start, end - label.width_px), max(end, start + label.width_px))
        line_count = len(label.title_lines) + len(label.when_lines) - 1
        height = ROW_PX + LINE_PX * (line_count - 1 + label.is_above)
        # Only the last row is tried: rows then follow time from top to bottom, and a later
        # event never stands above an earlier one that it could be mistaken to precede.
        if not rows or not rows[-1].has_room(reach) or height > rows[-1].height_px:
            below = rows[-1].top_px + rows[-1].height_px if rows else top
            rows.append(_Row(below, height, []))
        rows[-1].taken.append(reach)
        middle = rows[-1].top_px + rows[-1].height_px / 2
        # A label above leaves the lower part of the row to its mark.
        drop = LINE_PX / 2 if label.is_above else 0.0
        lift = LINE_PX / 2 * line_count if label.is_above else 0.0
        placed.append(
            PlacedMark(
                mark=mark,
                y_px=middle + lift,
                label_y_px=middle - drop,
                is_label_left=label.is_left,
                is_label_above=label.is_above,
                title_lines=label.title_lines,
                when=when,
                first_px=start,
                last_px=end,
                label_start_px=label.start_px,
                label_width_px=label.width_px,
                when_lines=label.when_lines,
            )
        )
    return placed, (rows[-1].top_px + rows[-1].height_px - top if rows else 0.0)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with what already stands in it."""

    top_px: float
    height_px: float
    taken: list[tuple[float, float]]

    def has_room(self, reach: tuple[float, float]) -> bool:
        """Whether nothing in the row comes near the given pixels."""
        return all(
            reach[0] - _BETWEEN_PX >= end or reach[1] + _BETWEEN_PX <= start
            for start, end in self.taken
        )


@dataclass(frozen=True, slots=True)
class _Label:
    """How a label is broken and on which side it stands."""

    title_lines: tuple[str, ...]
    when_lines: tuple[str, ...]
    is_left: bool
    width_px: float
    start_px: float
    is_above: bool = False


def _label(
    title: str, when: str, mark_px: tuple[float, float], width_px: float, type_px: float
) -> _Label:
    """The label of a mark between two pixels: beside it if a side has room, else above it.

    On one line rather than two, and on the right rather than the left. One that is longer
    than the whole width is broken into as many lines as it takes.
    """
    start_px, end_px = mark_px
    room_left, room_right = start_px - MARK_GAP_PX, width_px - end_px - MARK_GAP_PX
    whole = text_width_px(title, type_px) + text_width_px(f" {when}", type_px)
    if whole <= room_right or whole <= room_left:
        return _beside((title,), when, whole > room_right, whole, mark_px)
    words = title.split()
    breaks = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words) + 1)]
    broken = min(breaks, key=lambda pair: max(_line_widths(pair, when, type_px)))
    width = max(_line_widths(broken, when, type_px))
    if width <= max(room_left, room_right):
        return _beside(broken, when, room_left > room_right, width, mark_px)
    return _above(title, when, whole, mark_px, width_px, type_px)


def _beside(
    lines: tuple[str, ...],
    when: str,
    is_left: bool,
    label_px: float,
    mark_px: tuple[float, float],
) -> _Label:
    start_px, end_px = mark_px
    begins = start_px - MARK_GAP_PX - label_px if is_left else end_px + MARK_GAP_PX
    return _Label(lines, (when,), is_left, label_px, begins)


def _above(
    title: str,
    when: str,
    whole_px: float,
    mark_px: tuple[float, float],
    width_px: float,
    type_px: float,
) -> _Label:
    """Over the mark: from its beginning, else up to its end, else wherever the width leaves room."""
    start_px, end_px = mark_px
    if whole_px <= width_px:
        if 0 <= start_px <= width_px - whole_px:
            return _Label((title,), (when,), False, whole_px, start_px, is_above=True)
        if whole_px <= end_px <= width_px:
            return _Label((title,), (when,), True, whole_px, end_px - whole_px, is_above=True)
    lines = label_lines(title, when, type_px, width_px)
    label_px = max(line_width_px(line, type_px) for line in lines)
    titles = tuple(line[0] for line in lines if line[0])
    dates = tuple(line[1] for line in lines if line[1])
    if not lines[len(titles) - 1][1]:
        # The date has lines of its own: an empty line of the title stands before the first.
        titles = (*titles, "")
    begins = max(min(start_px, width_px - label_px), 0.0)
    return _Label(titles, dates, False, label_px, begins, is_above=True)


def _line_widths(lines: tuple[str, str], when: str, type_px: float) -> tuple[float, float]:
    """Widths of the two lines of a broken label; the date stands behind the second."""
    second = f"{lines[1]} {when}".strip()
    return text_width_px(lines[0], type_px), text_width_px(second, type_px)


def _mark_ends(mark: TimelineMark, scale: TimeScale, width_px: float) -> tuple[float, float]:
    """The pixels from which to which a mark is drawn."""
    first, last = mark.first_day, mark.last_day
    assert first is not None and last is not None
    start = x_px(first, scale, width_px)
    end = x_px(last + dt.timedelta(days=1), scale, width_px)
    if mark.span is not None and mark.span.is_ongoing:
        end += CHEVRON_PX
    elif mark.span is not None and mark.span.possible_until is None:
        end += UNKNOWN_END_PX
    if mark.span is not None and mark.span.possible_from is None:
        start -= UNKNOWN_END_PX
    half = RINGS_PX if len(mark.said) > 1 else DOT_PX
    # The dots of several days stand out at both ends.
    beyond = DOT_PX if len(mark.said) > 1 or len(mark.spans) > 1 else 0
    middle = (start + end) / 2
    return min(start - beyond, middle - half), max(end + beyond, middle + half)
