"""A comparison on a narrow page, and in words: a list for each subject, days from day 0."""

from __future__ import annotations

from timeline.charts.compare.mark_html import mark_date_words
from timeline.charts.compare.rows_html import day_zero_words, whose
from timeline.exports.embed.glyph import LANE_CLASS, compared_glyph
from timeline.exports.embed.markup import text
from timeline.i18n.catalog import Catalog
from timeline.i18n.offset_words import offset_words
from timeline.viewmodel.compared_marks import ComparedMark
from timeline.viewmodel.comparison import ComparedRow, Comparison


def compared_lists(view: Comparison, say: Catalog) -> str:
    """Under the name of each subject what its day 0 is, and its events in order.

    On a wide page the drawing has the marks, so only the words on day 0 stand there.
    """
    return "".join(_subject(row, say) for row in view.rows)


def _subject(row: ComparedRow, say: Catalog) -> str:
    items = "".join(_entry(mark, say) for mark in row.marks)
    listed = f'<ol class="n up cmp">{items}</ol>' if items else ""
    return (
        f"<h2>{text(whose(row, say))}</h2>"
        f'<p class="note">{text(day_zero_words(row, say))}</p>{listed}'
    )


def _entry(mark: ComparedMark, say: Catalog) -> str:
    is_zero = mark.is_day_zero and mark.start.is_exact
    days = say("compare.tick.zero") if is_zero else offset_words(mark.start, say)
    return (
        f'<li class="{LANE_CLASS[mark.lane.value]}{compared_glyph(mark)}"><b>{text(mark.title)}</b> '
        f"{text(days)}, {text(mark_date_words(mark, say))} "
        f"<i>{text(say(f'lane.{mark.lane.value}'))}</i></li>"
    )
