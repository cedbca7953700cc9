"""The events of one subject as a table: on a narrow page the upright list, elsewhere the picture in words."""

from __future__ import annotations

from html import escape

from timeline.charts.compare.mark_html import mark_date_words
from timeline.charts.compare.rows_html import day_zero_words, left_out
from timeline.charts.html.event_table import footnotes
from timeline.charts.html.links import Links
from timeline.chronology.phrase import UNDATED, phrase_of
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words, date_words
from timeline.i18n.offset_words import offset_words
from timeline.model.edtf import parse
from timeline.model.moment import Moment
from timeline.store.rows import ComparedEvent
from timeline.viewmodel.compared_marks import ComparedMark
from timeline.viewmodel.comparison import ComparedRow
from timeline.viewmodel.footnotes import Footnotes


def event_rows(
    row: ComparedRow,
    moment: Moment,
    notes: Footnotes,
    say: Catalog,
    *,
    links: Links,
    all_address: str,
) -> str:
    """What day 0 is, and a table of the events of one subject; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"compare.table.{name}"))}</th>'
        for name in ("days", "what", "when", "sources")
    )
    lines = "".join(_line(row, mark, notes, say, links) for mark in row.marks)
    lines += "".join(
        _unmarked_line(row, event, notes, say, links) for event in (*row.uncounted, *row.undated)
    )
    caption = say(
        "compare.table.caption",
        name=row.name,
        moment=say(f"compare.moment.{moment.value}"),
    )
    return (
        f"<p>{escape(day_zero_words(row, say))}</p>{left_out(row, say, all_address=all_address)}"
        f'<table class="tl-table tl-cmp-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
    )


def _line(
    row: ComparedRow, mark: ComparedMark, notes: Footnotes, say: Catalog, links: Links
) -> str:
    zero = ' class="tl-cmp-is-zero"' if mark.is_day_zero else ""
    is_zero = mark.is_day_zero and mark.start.is_exact
    days = escape(say("compare.tick.zero") if is_zero else offset_words(mark.start, say))
    if mark.until is not None:
        key = "compare.table.goes_on" if mark.is_ongoing else "compare.table.ends"
        until = mark.until
        days += (
            f'<br><span class="tl-when">{escape(say(key, words=offset_words(until, say)))}</span>'
        )
    doubted = (
        f' <span class="tl-differ">{escape(say("compare.doubted"))}</span>'
        if mark.is_doubted
        else ""
    )
    return (
        f"<tr{zero}><td>{days}</td>"
        f"{_title(row.case_id, mark.event_id, mark.title, mark.lane.value, say, links, doubted)}"
        f"<td>{escape(mark_date_words(mark, say))}</td>"
        f"<td>{footnotes(notes.of(mark.event_id))}</td></tr>"
    )


def _unmarked_line(
    row: ComparedRow, event: ComparedEvent, notes: Footnotes, say: Catalog, links: Links
) -> str:
    return (
        f'<tr><td class="tl-when">{escape(say("compare.table.not_counted"))}</td>'
        f"{_title(row.case_id, event.event_id, event.title, event.lane, say, links, '')}"
        f"<td>{escape(_date_words(event, say))}</td>"
        f"<td>{footnotes(notes.of(event.event_id))}</td></tr>"
    )


def _date_words(event: ComparedEvent, say: Catalog) -> str:
    if len(event.dates_said) > 1:
        phrases = [phrase_of(parse(text)) for text in event.dates_said]
        return say("timeline.differ", dates=alternatives_words(phrases, say))
    return date_words(phrase_of(parse(event.date_edtf)) if event.date_edtf else UNDATED, say)


def _title(
    case_id: str, event_id: str, title: str, lane: str, say: Catalog, links: Links, more: str
) -> str:
    address = links.event(case_id, event_id)
    return (
        f'<th scope="row" class="tl-lane-{escape(lane)}"><a href="{address}" target="_self">{escape(title)}</a>{more} '
        f'<span class="tl-lane">{escape(say(f"lane.{lane}"))}</span></th>'
    )
