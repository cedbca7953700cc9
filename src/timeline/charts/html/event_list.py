"""The upright timeline as HTML: what a narrow screen shows, and what keyboards and screen readers get."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from timeline.charts.html.event_table import row_class
from timeline.charts.timeline.timeline_layout import label_words
from timeline.charts.timeline.timeline_words import silence_words
from timeline.i18n.catalog import Catalog
from timeline.viewmodel.upright_timeline import UprightEntry


def event_list(entries: Sequence[UprightEntry], say: Catalog) -> str:
    """An ordered list, earliest first; every text escaped."""
    items = []
    for entry in entries:
        if entry.silence_months:
            words = escape(silence_words(entry.silence_months, say))
            items.append(
                f'<li class="tl-silence"><span></span><span></span><span>{words}</span></li>'
            )
        mark = entry.mark
        title, when = label_words(mark, say)
        year = str(entry.year) if entry.year is not None else ""
        place = (
            f' <span class="tl-when">{escape(mark.place_name)}</span>' if mark.place_name else ""
        )
        items.append(
            f'<li class="tl-entry tl-lane-{mark.lane.value} {row_class(mark.event_id)}">'
            f'<span class="tl-mark {_mark_class(entry)}" aria-hidden="true"></span>'
            f'<span class="tl-year">{year}</span>'
            f'<span class="tl-text"><b>{escape(title)}</b> '
            f'<span class="tl-when">{escape(when)}</span><br>'
            f'<span class="tl-lane">{escape(say(f"lane.{mark.lane.value}"))}</span>{place}</span></li>'
        )
    return f'<ol class="tl-upright">{"".join(items)}</ol>'


def _mark_class(entry: UprightEntry) -> str:
    mark = entry.mark
    if len(mark.said) > 1:
        return "tl-mark-differ"
    span = mark.span
    if span is not None and span.is_all_known:
        return "tl-mark-day"
    if span is not None and span.is_stretch:
        begins = " tl-fades-in" if span.fades_in else ""
        return f"tl-mark-bar{begins}{' tl-fades-out' if span.fades_out else ''}"
    return "tl-mark-within"
