"""One mark as HTML: the grammar of the case timeline, with days from day 0 for dates.

Solid where certain, fading where possible; a dashed outline as wide as the doubt, a dot
in a dashed ring where that is too narrow; hollow marks joined where sources differ; a
chevron where it goes on; a flag for a day set in advance. The style sheet draws; here
stand only places and shares of widths.
"""

from __future__ import annotations

from html import escape

from timeline.charts.compare.day_scale import DayScale
from timeline.charts.compare.packing import DOT_PX, NARROWEST_PX, PackedMark, Side
from timeline.chronology.offset import Offset
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words, date_words
from timeline.i18n.offset_words import offset_words
from timeline.viewmodel.compared_marks import ComparedMark

_TITLES_NAMED = 6
"""Of events that share one mark."""
_TIP_FLIPS_AT = 55
"""From this hundredth of the width on, the words on pointing stand to the left."""


def mark_html(packed: PackedMark, scale: DayScale, say: Catalog, *, address: str) -> str:
    """A link at the place of the mark, with its shape, its label and the words on pointing.

    *address* is escaped already.
    It cannot be reached by keyboard: the table holds the same links in order.
    """
    mark = packed.mark
    left, right = _ends(mark, scale)
    width = right - left
    tip_side = "tl-cmp-tip-left" if left > _TIP_FLIPS_AT else "tl-cmp-tip-right"
    return (
        f'<a class="tl-cmp-mark tl-cmp-{mark.lane.value}" tabindex="-1" target="_self" '
        f'href="{address}" '
        f'style="left:{left:.2f}%;width:{width:.2f}%;top:{packed.top_px}px;height:{packed.height_px}px">'
        f"{_shape(mark, scale, left, width)}{_label(packed)}"
        f'<span class="tl-cmp-tip {tip_side}">{_titles(packed, say)}'
        f"<br>{escape(mark_date_words(mark, say))}<br>{escape(offset_words(mark.start, say))}</span></a>"
    )


def mark_date_words(mark: ComparedMark, say: Catalog) -> str:
    """The date in words; where sources differ it says every date."""
    if mark.said_phrases:
        words = alternatives_words(mark.said_phrases, say)
        return say("timeline.differ", dates=words)
    return date_words(mark.phrase, say)


def _ends(mark: ComparedMark, scale: DayScale) -> tuple[float, float]:
    """From where to where it is drawn, in hundredths of the width, cut at the ends of the scale."""
    left = max(scale.percent(mark.first_day), 0.0)
    return left, max(min(scale.percent(mark.last_day), 100.0), left)


def _label(packed: PackedMark) -> str:
    if packed.side is Side.NONE:
        return ""
    return (
        f'<span class="tl-cmp-label tl-cmp-label-{packed.side.value}">{escape(packed.label)} '
        f'<span class="tl-when">{escape(packed.when)}</span></span>'
    )


def _titles(packed: PackedMark, say: Catalog) -> str:
    names = "<br>".join(f"<b>{escape(mark.title)}</b>" for mark in packed.marks[:_TITLES_NAMED])
    rest = len(packed.marks) - _TITLES_NAMED
    return f"{names}<br>{escape(say.count('compare.more_titles', rest))}" if rest > 0 else names


def _shape(mark: ComparedMark, scale: DayScale, left: float, width: float) -> str:
    if len(mark.said) > 1:
        return _differing(mark, scale, left, width)
    if mark.is_set_day and mark.start.is_known:
        return '<i class="tl-cmp-flag"></i>'
    if mark.until is not None:
        return _bar(mark, mark.until, scale, left, width)
    return _moment(mark.start, scale)


def _moment(start: Offset, scale: DayScale) -> str:
    if start.is_known:
        return '<i class="tl-cmp-dot"></i>'
    if start.least is None or start.most is None:
        side = "before" if start.least is None else "after"
        return f'<i class="tl-cmp-fade tl-cmp-fade-{side}"></i>'
    if _width_px(start, scale) < NARROWEST_PX:
        return '<i class="tl-cmp-ring"></i>'
    return f'<i class="tl-cmp-within{_cuts(start.least, start.most, scale)}"></i>'


def _bar(mark: ComparedMark, until: Offset, scale: DayScale, left: float, width: float) -> str:
    """A bar that fades towards its possible ends; solid between its certain ones."""
    certain_from, certain_until = mark.certain_days
    first, last = mark.first_day, mark.last_day

    def share(day: float) -> float:
        place = scale.percent(day) - left
        return 100 * min(max(place / width, 0.0), 1.0) if width else 50.0

    if certain_from is not None and certain_until is not None:
        stops = (share(certain_from), share(certain_until))
    elif mark.is_ongoing:
        stops = (share(last),) * 2
    else:
        # Nothing is certain between two vague ends: it fades both ways from the middle, or from
        # the first day it may have ended where it may have begun at any time.
        stops = (share(first if mark.start.least is None else (first + last) / 2),) * 2
    classes = "tl-cmp-bar"
    if mark.start.least is None:
        classes += " tl-cmp-from-unknown"
    if mark.is_ongoing:
        classes += " tl-cmp-ongoing" if scale.percent(last) <= 100 else ""
    elif until.most is None:
        classes += " tl-cmp-until-unknown"
    return (
        f'<i class="{classes}{_cuts(first, last, scale)}" '
        f'style="--a:{stops[0]:.1f}%;--b:{stops[1]:.1f}%"></i>'
    )


def _differing(mark: ComparedMark, scale: DayScale, left: float, width: float) -> str:
    """Each answer hollow, all joined; answers too close to tell are drawn apart."""
    bounded = [one for one in mark.said if one.least is not None and one.most is not None]
    middles = [
        (one.least + one.most) / 2
        for one in bounded
        if one.least is not None and one.most is not None
    ]
    spread = scale.px(max(middles)) - scale.px(min(middles)) if middles else 0.0
    widest = max((_width_px(one, scale) for one in bounded), default=0.0)
    if not width or (spread < 2 * DOT_PX + 2 and widest < NARROWEST_PX):
        return '<i class="tl-cmp-two"></i>'
    parts = []
    for one in bounded:
        assert one.least is not None and one.most is not None
        start, end = (100 * (scale.percent(day) - left) / width for day in (one.least, one.most))
        if _width_px(one, scale) < NARROWEST_PX:
            vague = "" if one.is_known else " tl-cmp-vague"
            parts.append(
                f'<i class="tl-cmp-hollow{vague}" style="left:{(start + end) / 2:.1f}%"></i>'
            )
        else:
            parts.append(
                f'<i class="tl-cmp-within tl-cmp-empty" style="left:{start:.1f}%;right:{100 - end:.1f}%"></i>'
            )
    return f'<i class="tl-cmp-join"></i>{"".join(parts)}'


def _width_px(one: Offset, scale: DayScale) -> float:
    """How wide the doubt is at the narrowest width."""
    if one.least is None or one.most is None:
        return 0.0
    return scale.px(one.most) - scale.px(one.least)


def _cuts(first: float, last: float, scale: DayScale) -> str:
    """Classes for what goes on beyond an end of the scale."""
    before = " tl-cmp-cut-before" if first < scale.first_day else ""
    return before + (" tl-cmp-cut-after" if last > scale.last_day else "")
