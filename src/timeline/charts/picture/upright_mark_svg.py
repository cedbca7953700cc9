"""One event on the spine of an upright timeline: the same grammar, without a scale of time.

Marks are drawn along the spine, by the pen that draws them along an axis; the group around
them turns them upright. A day is a dot, a moment within a month a ring, one within longer
an outline; a period is as long as its words are high.
"""

from __future__ import annotations

from timeline.charts.picture.mark_svg import DAY_PX, MarkPen, MarkSvg, together
from timeline.chronology.span import Span
from timeline.viewmodel.case_timeline import TimelineMark

LONGEST_RING_DAYS = 31
"""A doubt longer than this is drawn as an outline."""
_APART_PX = 16
"""From the middle of one answer to that of the next."""
_OUTLINE_PX = 22
_FADE_PX = 13
_CHEVRON_PX = 10


def turned_upright(x_px: int) -> str:
    """The transform that turns what was drawn along an axis to run down at a place."""
    return f"matrix(0 1 1 0 {x_px} 0)"


def reach_px(mark: TimelineMark, words_px: int) -> int:
    """How far a mark reaches down beside words of a height."""
    span = mark.span
    assert span is not None
    several = len(mark.said if len(mark.said) > 1 else mark.spans)
    if several > 1:
        return 2 * DAY_PX + _APART_PX * (several - 1)
    if span.is_one_day:
        return 2 * DAY_PX
    if span.is_period:
        return words_px
    return _OUTLINE_PX if _is_long(span) else 2 * DAY_PX


def upright_mark_svg(mark: TimelineMark, top_px: int, end_px: int, pen: MarkPen) -> MarkSvg:
    """The mark between two heights; nothing for a flag, which is drawn as it stands."""
    span = mark.span
    assert span is not None
    middle = top_px + DAY_PX
    if len(mark.said) > 1:
        return MarkSvg(plain=_differing(mark.said, middle, pen))
    if len(mark.spans) > 1:
        places = _places(len(mark.spans), middle)
        return together(
            pen.ring(place, 0) if one.certain_from is None else MarkSvg(plain=pen.day(place, 0))
            for place, one in zip(places, mark.spans, strict=True)
        )
    if span.is_known_day:
        return MarkSvg() if mark.is_set_day else MarkSvg(plain=pen.day(middle, 0))
    if span.is_stretch:
        return MarkSvg(plain=_period(span, top_px, end_px, pen))
    if span.possible_from is None or span.possible_until is None:
        near, far = (top_px, end_px) if span.possible_from else (end_px, top_px)
        return MarkSvg(plain=pen.fade(near, far, 0))
    return pen.outline(top_px, end_px, 0) if _is_long(span) else pen.ring(middle, 0)


def _differing(said: tuple[Span, ...], first_px: int, pen: MarkPen) -> str:
    places = _places(len(said), first_px)
    answers = "".join(
        pen.hollow(place, 0) if span.is_known_day else pen.hollow_ring(place, 0)
        for place, span in zip(places, said, strict=True)
    )
    return pen.joint(places[0], places[-1], 0) + answers


def _places(count: int, first_px: int) -> list[int]:
    """Where the middles of several stand, one after the other."""
    return [first_px + _APART_PX * number for number in range(count)]


def _period(span: Span, top_px: int, end_px: int, pen: MarkPen) -> str:
    start, end = top_px, end_px
    if span.is_ongoing:
        end -= _CHEVRON_PX
    if span.certain_from is None or span.certain_until is None:
        # Nothing is certain: it fades from the middle towards its ends, or back from the report
        # that it goes on.
        start = end = end if span.is_ongoing else (top_px + end) // 2
    else:
        if span.fades_in:
            start += _FADE_PX
        if span.fades_out:
            end -= _FADE_PX
    solid = pen.solid(start, end, 0)
    after = pen.chevron(end, 0) if span.is_ongoing else pen.fade(end, end_px, 0)
    return pen.fade(start, top_px, 0) + solid + after


def _is_long(span: Span) -> bool:
    """Whether some moment lies in more days than a ring stands for, or is bounded on one side."""
    if span.possible_from is None or span.possible_until is None:
        return True
    return (span.possible_until - span.possible_from).days >= LONGEST_RING_DAYS
