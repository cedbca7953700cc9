"""Where the marks and labels of one row stand, so that nothing lies on anything.

Positions are reckoned for the width of the scale; on a wider screen there is only more room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from timeline.charts.compare.day_scale import DayScale
from timeline.charts.text_width import text_width_px
from timeline.i18n.catalog import Catalog
from timeline.i18n.offset_words import day_number_words
from timeline.theme import SMALL_PX
from timeline.viewmodel.case_timeline import LANE_ORDER
from timeline.viewmodel.compared_marks import ComparedMark

LINE_PX = 17
"""Height of a line of marks with words in it."""
THIN_LINE_PX = 12
"""Height of a line without."""
LANE_GAP_PX = 3
NARROWEST_PX = 14
"""What is shorter than this is drawn as a dot: an outline would be all outline."""
DOT_PX = 5
"""Half the width of a dot with its ring."""
FADE_PX = 26
"""How far a mark fades out on a side of which nothing is known."""
GAP_PX = 6
"""Between a mark and its label."""
_BETWEEN_PX = 7


class Side(StrEnum):
    """Where a label stands."""

    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PackedMark:
    """One mark with its line and its label; events that would lie on one another share one."""

    marks: tuple[ComparedMark, ...]
    """Never empty; all of one lane and one place."""
    top_px: int
    height_px: int
    label: str
    when: str
    side: Side

    @property
    def mark(self) -> ComparedMark:
        """The one that gives the shape."""
        return self.marks[0]


@dataclass(frozen=True, slots=True)
class PackedRow:
    """The marks of one subject in their lines: lanes under one another, times left to right."""

    marks: tuple[PackedMark, ...]
    height_px: int


def pack(
    marks: Sequence[ComparedMark],
    scale: DayScale,
    say: Catalog,
    *,
    reckoned_px: float = SMALL_PX,
    has_labels: bool = True,
) -> PackedRow:
    """The lines of one row; the first of each kind of moment carries its name and day.

    Labels are given the room that type of *reckoned_px* takes. Without labels more marks share
    a line, and lines are thin.
    """
    placed: list[PackedMark] = []
    top = LANE_GAP_PX
    for lane in LANE_ORDER:
        lines: list[_Line] = []
        for together in _shared([mark for mark in marks if mark.lane is lane]):
            start, end = ends_px(together[0], scale)
            label, when = _label(together, say) if has_labels else ("", "")
            width = text_width_px(f"{label} {when}", reckoned_px) + GAP_PX if when else 0.0
            side = _side((start, end), width, scale, is_open=together[0].until is None)
            reach = (
                start - (width if side is Side.LEFT else 0) - _BETWEEN_PX,
                end + (width if side is Side.RIGHT else 0) + _BETWEEN_PX,
            )
            line = _free_line(lines, reach)
            line.taken.append(reach)
            line.inside.append(_Waiting(together, label, when, side))
        for line in lines:
            placed.extend(
                PackedMark(one.marks, top, line.height_px, one.label, one.when, one.side)
                for one in line.inside
            )
            top += line.height_px
        top += LANE_GAP_PX if lines else 0
    return PackedRow(tuple(placed), top)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What stands in a line that has no height yet."""

    marks: tuple[ComparedMark, ...]
    label: str
    when: str
    side: Side


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a lane while it fills."""

    taken: list[tuple[float, float]] = field(default_factory=list)
    inside: list[_Waiting] = field(default_factory=list)

    @property
    def height_px(self) -> int:
        return THIN_LINE_PX if all(one.side is Side.NONE for one in self.inside) else LINE_PX


def _shared(marks: Sequence[ComparedMark]) -> list[tuple[ComparedMark, ...]]:
    """The marks in order, those at one place together; the first of a kind stands alone."""
    groups: dict[object, list[ComparedMark]] = {}
    for mark in marks:
        place = (mark.start, mark.until, mark.is_ongoing, mark.is_set_day, mark.said)
        groups.setdefault(mark.event_id if mark.firsts else place, []).append(mark)
    return [tuple(group) for group in groups.values()]


def ends_px(mark: ComparedMark, scale: DayScale) -> tuple[float, float]:
    """The pixels from which to which a mark is drawn, cut at the edges."""
    start, end = scale.px(mark.first_day), scale.px(mark.last_day)
    if mark.start.least is None:
        start -= FADE_PX
    if mark.is_ongoing or mark.is_set_day:
        end += 2 * DOT_PX
    elif mark.start.most is None or (mark.until is not None and mark.until.most is None):
        end += FADE_PX
    if len(mark.said) > 1:
        start, end = start - DOT_PX, end + DOT_PX
    middle = (start + end) / 2
    return (
        max(min(start, middle - DOT_PX), 0.0),
        min(max(end, middle + DOT_PX), float(scale.track_px)),
    )


def _label(marks: tuple[ComparedMark, ...], say: Catalog) -> tuple[str, str]:
    if len(marks) > 1:
        return "", say.count("totals.events", len(marks))
    if not marks[0].firsts:
        return "", ""
    return say(f"type.{marks[0].event_type}"), day_number_words(marks[0].start, say)


def _side(mark_px: tuple[float, float], width: float, scale: DayScale, *, is_open: bool) -> Side:
    """The side with room; inside an outline that leaves none, but never on a solid bar."""
    start, end = mark_px
    if not width:
        return Side.NONE
    if end + width <= scale.track_px:
        return Side.RIGHT
    if start - width >= 0:
        return Side.LEFT
    return Side.INSIDE if is_open and end - start >= width else Side.NONE


def _free_line(lines: list[_Line], reach: tuple[float, float]) -> _Line:
    """The first line with room for the given pixels; a new one if need be."""
    for line in lines:
        if all(reach[0] >= end or reach[1] <= start for start, end in line.taken):
            return line
    lines.append(_Line())
    return lines[-1]
