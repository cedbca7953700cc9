"""One event of a timeline as SVG marks; the places are those of `charts.timeline.timeline_marks`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.charts.picture.mark_svg import (
    NARROWEST_OUTLINE_PX,
    MarkPen,
    MarkSvg,
    together,
)
from timeline.charts.timeline.time_scale import TimeScale
from timeline.charts.timeline.timeline_layout import DOT_PX, RINGS_PX, UNKNOWN_END_PX
from timeline.chronology.span import Span
from timeline.viewmodel.case_timeline import TimelineMark


@dataclass(frozen=True, slots=True)
class DayRuler:
    """Where days stand on an axis of a width."""

    scale: TimeScale
    width_px: float

    def at(self, day: dt.date) -> float:
        """Where a day begins."""
        return self.scale.at(day) / self.scale.length * self.width_px

    def after(self, day: dt.date) -> float:
        """Where a day ends: a bar that includes a day reaches to the next."""
        return (self.scale.at(day) + 1) / self.scale.length * self.width_px

    def middle(self, span: Span) -> float:
        """The middle of what is possible; a single bound stands for both."""
        first, last = span.possible_from, span.possible_until
        known = first or last
        assert known is not None
        return (self.at(first or known) + self.after(last or known)) / 2

    def extent(self, span: Span) -> float:
        """How wide the possible days are; 0 where they have no bound."""
        if span.possible_from is None or span.possible_until is None:
            return 0.0
        return self.after(span.possible_until) - self.at(span.possible_from)


def timeline_mark_svg(mark: TimelineMark, ruler: DayRuler, y_px: float, pen: MarkPen) -> MarkSvg:
    """Everything of one dated mark."""
    if len(mark.said) > 1:
        return MarkSvg(plain=_differing(mark.said, ruler, y_px, pen))
    return together(_one(mark, span, ruler, y_px, pen) for span in mark.spans)


def _one(mark: TimelineMark, span: Span, ruler: DayRuler, y_px: float, pen: MarkPen) -> MarkSvg:
    """What the source says it was, or one of the several it names."""
    if span.is_known_day:
        draw = pen.flag if mark.is_set_day else pen.day
        return MarkSvg(plain=draw(ruler.middle(span), y_px))
    if span.is_stretch:
        return MarkSvg(plain=_period(span, mark.reported_until, ruler, y_px, pen))
    if span.possible_from is None or span.possible_until is None:
        return MarkSvg(plain=_one_bound(span, ruler, y_px, pen))
    if ruler.extent(span) >= NARROWEST_OUTLINE_PX:
        return pen.outline(ruler.at(span.possible_from), ruler.after(span.possible_until), y_px)
    return pen.ring(ruler.middle(span), y_px)


def _period(
    span: Span, reported_until: dt.date | None, ruler: DayRuler, y_px: float, pen: MarkPen
) -> str:
    certain_from, certain_until = span.certain_days(reported_until)
    solid = ""
    if certain_from is not None and certain_until is not None:
        start, end = ruler.at(certain_from), ruler.after(certain_until)
        solid = pen.solid(start, end, y_px)
    elif span.possible_from is not None and span.possible_until is not None:
        # Nothing is certain between two vague ends: it fades both ways from the middle.
        start = end = (ruler.at(span.possible_from) + ruler.after(span.possible_until)) / 2
    else:
        known = span.possible_from or span.possible_until
        assert known is not None
        start = end = ruler.at(known)
    before = after = ""
    if span.possible_from is not None:
        before = pen.fade(start, ruler.at(span.possible_from), y_px)
    elif span.has_unknown_start:
        before = pen.fade(start, start - UNKNOWN_END_PX, y_px)
    if span.is_ongoing:
        after = pen.chevron(end, y_px)
    elif span.possible_until is not None:
        after = pen.fade(end, ruler.after(span.possible_until), y_px)
    else:
        after = pen.fade(end, end + UNKNOWN_END_PX, y_px)
    return before + solid + after


def _one_bound(span: Span, ruler: DayRuler, y_px: float, pen: MarkPen) -> str:
    """Some moment before or after a day, and nobody says how long."""
    first, last = span.possible_from, span.possible_until
    known = first or last
    assert known is not None
    start = ruler.at(known)
    return pen.fade(start, start + (UNKNOWN_END_PX if first else -UNKNOWN_END_PX), y_px)


def _differing(said: tuple[Span, ...], ruler: DayRuler, y_px: float, pen: MarkPen) -> str:
    """Each answer hollow, all joined; answers too close to tell are drawn apart."""
    places = [ruler.middle(span) for span in said]
    low, high = min(places), max(places)
    if high - low < 2 * DOT_PX + 2 and all(
        ruler.extent(span) < NARROWEST_OUTLINE_PX for span in said
    ):
        middle = (low + high) / 2
        apart = RINGS_PX / 2 + 0.5
        return (
            pen.joint(middle - RINGS_PX / 2, middle + RINGS_PX / 2, y_px)
            + pen.hollow(middle - apart, y_px)
            + pen.hollow(middle + apart, y_px)
        )
    answers = "".join(_answer(span, ruler, y_px, pen) for span in said)
    return pen.joint(low, high, y_px) + answers


def _answer(span: Span, ruler: DayRuler, y_px: float, pen: MarkPen) -> str:
    """One of several answers, hollow."""
    if span.is_known_day:
        return pen.hollow(ruler.middle(span), y_px)
    first, last = span.possible_from, span.possible_until
    if first is None or last is None:
        return _one_bound(span, ruler, y_px, pen)
    if ruler.extent(span) >= NARROWEST_OUTLINE_PX:
        return pen.hollow_outline(ruler.at(first), ruler.after(last), y_px)
    return pen.hollow_ring(ruler.middle(span), y_px)
