"""Which small mark stands beside an event in the upright list; the style sheet draws it."""

from __future__ import annotations

from timeline.viewmodel.case_timeline import TimelineMark
from timeline.viewmodel.compared_marks import ComparedMark

LANE_CLASS = {
    "background": "B",
    "custody": "C",
    "proceedings": "P",
    "movement": "M",
    "threats": "T",
    "response": "R",
}
"""Class that gives an element its lane's colour: one letter, for there are hundreds."""

DAY, WITHIN, PERIOD, ONGOING, DIFFER, SET_DAY = "", " v", " p", " o", " x", " t"
"""What follows the class of the lane; a known day, the commonest, needs no word."""
FADES_IN, FADES_OUT = " s", " e"
"""Added to the class of a period whose beginning or end is only possible."""
_OPEN = f"{PERIOD}{FADES_IN}{FADES_OUT}"


def glyph_of(mark: TimelineMark) -> str:
    """The classes of the mark: the grammar of the timeline at the size of a letter."""
    span = mark.span
    if len(mark.said) > 1:
        return DIFFER
    if span is None:
        return WITHIN
    if mark.is_set_day and span.is_known_day:
        return SET_DAY
    if span.is_stretch:
        lasts = ONGOING if span.is_ongoing else PERIOD
        return f"{lasts}{FADES_IN if span.fades_in else ''}{FADES_OUT if span.fades_out else ''}"
    if span.is_all_known:
        return DAY
    is_bounded = span.possible_from is not None and span.possible_until is not None
    return WITHIN if is_bounded else _OPEN


def compared_glyph(mark: ComparedMark) -> str:
    """The same for a mark in days from day 0."""
    if len(mark.said) > 1:
        return DIFFER
    start, until = mark.start, mark.until
    if mark.is_set_day and start.is_known:
        return SET_DAY
    if until is not None:
        begins = "" if start.is_sure else FADES_IN
        if mark.is_ongoing:
            return f"{ONGOING}{begins}"
        return f"{PERIOD}{begins}{'' if until.is_sure else FADES_OUT}"
    if start.is_known:
        return DAY
    return _OPEN if start.least is None or start.most is None else WITHIN
