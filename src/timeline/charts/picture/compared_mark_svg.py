"""One event of a comparison as SVG marks: the grammar of the timeline, with days from day 0.

The shapes are those of `charts.compare.mark_html`. What lies beyond an end of the scale is cut.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.charts.compare.day_scale import DayScale
from timeline.charts.compare.packing import DOT_PX, FADE_PX, NARROWEST_PX
from timeline.charts.picture.mark_svg import DAY_PX, MarkPen, MarkSvg
from timeline.chronology.offset import Offset
from timeline.viewmodel.compared_marks import ComparedMark

BAR_PX = 8
SMALLER = DOT_PX / DAY_PX
"""Rows of a comparison are lower than those of a timeline."""
_APART_PX = DOT_PX + 1


@dataclass(frozen=True, slots=True)
class TrackRuler:
    """Where days stand in a picture whose track begins at a place."""

    scale: DayScale
    from_px: float

    def at(self, day: float) -> float:
        """Where a day stands; days beyond an end stand there."""
        inside = min(max(day, self.scale.first_day), self.scale.last_day)
        return self.from_px + self.scale.px(inside)

    def extent(self, one: Offset) -> float:
        """How wide the doubt is; 0 where it has no bound."""
        if one.least is None or one.most is None:
            return 0.0
        return self.scale.px(one.most) - self.scale.px(one.least)


def compared_mark_svg(mark: ComparedMark, ruler: TrackRuler, y_px: float, pen: MarkPen) -> MarkSvg:
    """Everything of one mark."""
    if len(mark.said) > 1:
        return MarkSvg(plain=_differing(mark, ruler, y_px, pen))
    if mark.is_set_day and mark.start.is_known:
        return MarkSvg(plain=pen.flag(ruler.at(mark.first_day), y_px))
    if mark.until is not None:
        return MarkSvg(plain=_bar(mark, mark.until, ruler, y_px, pen))
    return _moment(mark.start, ruler, y_px, pen)


def _moment(start: Offset, ruler: TrackRuler, y_px: float, pen: MarkPen) -> MarkSvg:
    least, most = start.least, start.most
    if least is None or most is None:
        known = ruler.at(least if least is not None else most or 0)
        step = FADE_PX if most is None else -FADE_PX
        return MarkSvg(plain=pen.fade(known, known + step, y_px))
    if start.is_known:
        return MarkSvg(plain=pen.day(ruler.at(least), y_px))
    if ruler.extent(start) < NARROWEST_PX:
        return pen.ring((ruler.at(least) + ruler.at(most)) / 2, y_px)
    scale = ruler.scale
    return pen.outline(
        ruler.at(least),
        ruler.at(most),
        y_px,
        is_cut_before=least < scale.first_day,
        is_cut_after=most > scale.last_day,
    )


def _bar(mark: ComparedMark, until: Offset, ruler: TrackRuler, y_px: float, pen: MarkPen) -> str:
    """Solid between its certain ends, fading towards the possible ones."""
    first, last = ruler.at(mark.first_day), ruler.at(mark.last_day)
    certain_from, certain_until = mark.certain_days
    solid = ""
    if certain_from is not None and certain_until is not None:
        start, end = ruler.at(certain_from), ruler.at(certain_until)
        # What is certain only beyond an end of the scale is not certain here.
        if mark.last_day >= ruler.scale.first_day and mark.first_day <= ruler.scale.last_day:
            solid = pen.solid(start, end, y_px)
    elif mark.is_ongoing:
        start = end = last
    else:
        # Nothing is certain between two vague ends: it fades both ways from the middle, or from
        # the first day it may have ended where it may have begun at any time.
        start = end = first if mark.start.least is None else (first + last) / 2
    before = pen.fade(start, first if mark.start.least is not None else start - FADE_PX, y_px)
    if mark.is_ongoing:
        is_inside = mark.last_day <= ruler.scale.last_day
        after = pen.chevron(end, y_px) if is_inside else pen.fade(end, last, y_px)
    else:
        after = pen.fade(end, last if until.most is not None else end + FADE_PX, y_px)
    return before + solid + after


def _differing(mark: ComparedMark, ruler: TrackRuler, y_px: float, pen: MarkPen) -> str:
    """Each answer hollow, all joined; answers too close to tell are drawn apart."""
    bounded = [one for one in mark.said if one.least is not None and one.most is not None]
    places = [_middle(one, ruler) for one in bounded]
    widest = max((ruler.extent(one) for one in bounded), default=0.0)
    if not places or (max(places) - min(places) < 2 * DOT_PX + 2 and widest < NARROWEST_PX):
        middle = (ruler.at(mark.first_day) + ruler.at(mark.last_day)) / 2
        return (
            pen.joint(middle - _APART_PX, middle + _APART_PX, y_px)
            + pen.hollow(middle - _APART_PX, y_px)
            + pen.hollow(middle + _APART_PX, y_px)
        )
    return pen.joint(min(places), max(places), y_px) + "".join(
        _answer(one, place, ruler, y_px, pen) for one, place in zip(bounded, places, strict=True)
    )


def _answer(one: Offset, place: float, ruler: TrackRuler, y_px: float, pen: MarkPen) -> str:
    if ruler.extent(one) >= NARROWEST_PX and one.least is not None and one.most is not None:
        return pen.hollow_outline(ruler.at(one.least), ruler.at(one.most), y_px)
    return pen.hollow(place, y_px) if one.is_known else pen.hollow_ring(place, y_px)


def _middle(one: Offset, ruler: TrackRuler) -> float:
    assert one.least is not None and one.most is not None
    return (ruler.at(one.least) + ruler.at(one.most)) / 2
