"""A comparison on a narrow page, and in words: a list for each subject, days from day 0."""

from __future__ import annotations

from timeline.charts.compare.mark_html import mark_date_words
from timeline.charts.compare.moment_table import moment_sentences
from timeline.charts.compare.rows_html import day_zero_words, whose
from timeline.charts.compare.without_row import without_row_words
from timeline.exports.embed.glyph import LANE_CLASS, compared_glyph
from timeline.exports.embed.markup import text
from timeline.i18n.catalog import Catalog
from timeline.i18n.offset_words import offset_words
from timeline.viewmodel.compared_marks import ComparedMark
from timeline.viewmodel.comparison import ComparedRow, Comparison


def compared_lists(view: Comparison, say: Catalog) -> str:
    """For narrow pages: under the name of each subject what its day 0 is, and its events in order."""
    return f'<section class="n">{"".join(_subject(row, say) for row in view.rows)}</section>'


def compared_notes(view: Comparison, say: Catalog) -> str:
    """Who has no row and why, on pages of any width; empty where everybody has one."""
    return "".join(f'<p class="note">{text(words)}</p>' for words in without_row_words(view, say))


def compared_sentences(view: Comparison, say: Catalog) -> str:
    """What is counted, folded: a sentence for each moment that is on record besides."""
    items = "".join(f"<li>{text(line)}</li>" for line in moment_sentences(view, say).splitlines())
    return (
        f"<details><summary>{text(say('compare.moments.heading'))}</summary>"
        f'<ul class="said">{items}</ul></details>'
    )


def _subject(row: ComparedRow, say: Catalog) -> str:
    items = "".join(_entry(mark, say) for mark in row.marks)
    listed = f'<ol class="up cmp">{items}</ol>' if items else ""
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
