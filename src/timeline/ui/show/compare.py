"""Cases side by side on a page: the picture on wide screens, the list on narrow ones, the moments."""

from __future__ import annotations

import streamlit as st

from timeline.charts.compare.event_rows import event_rows
from timeline.charts.compare.moment_table import moment_sentences, moment_table
from timeline.charts.compare.rows_html import lane_key, rows_html, whose
from timeline.charts.compare.without_row import without_row_words
from timeline.charts.html.links import Links
from timeline.charts.html.source_list import source_list
from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.ui import data
from timeline.ui.compare_choices import Aligned, address_of_all, compared_by
from timeline.ui.show.export import export_control
from timeline.ui.show.text import note, plain
from timeline.viewmodel.case_dossier import CaseDossier
from timeline.viewmodel.comparison import ComparedRow, Comparison
from timeline.viewmodel.footnotes import footnotes

MOST_OPEN = 2
"""Lists that stand unfolded at first; more would bury each other."""


def comparison(chosen: Selection, by: Aligned, say: Catalog) -> None:
    """The rows aligned on a moment, who has none, the moments, the table and the sources."""
    view = compared_by(chosen, by)
    links, all_address = Links(chosen), address_of_all(chosen, by)
    moment = say(f"compare.moment.{by.moment.value}")
    note(say("compare.meaning", moment=moment, means=say(f"compare.means.{by.moment.value}")))
    if not view.rows:
        st.info(say("compare.none_aligned", moment=moment))
        _without_row(view, say)
        return
    export_control(("comparison",), chosen, say, moment=by.moment, window=by.window)
    with st.container(key="wide"):
        st.header(say("compare.picture", moment=moment))
        st.html(lane_key(view, say) + rows_html(view, say, links=links, all_address=all_address))
        note(say("compare.reading"))
    _without_row(view, say)
    note(say("compare.caption"))
    _moments(view, links, say)
    st.header(say("compare.table.heading"))
    for row in view.rows:
        _events(row, by, chosen, say, is_open=len(view.rows) <= MOST_OPEN)


@st.fragment
def _events(
    row: ComparedRow, by: Aligned, chosen: Selection, say: Catalog, *, is_open: bool
) -> None:
    """The events of one subject with their sources, sent only once they are unfolded."""
    count = say.count("totals.events", len(row.event_ids))
    folder = st.expander(
        say("compare.table.of", name=plain(whose(row, say)), events=count),
        expanded=is_open,
        key=f"events_of_{row.case_id}_{row.actor_id or ''}",
        type="compact",
        on_change="rerun",
    )
    if not folder.open:
        return
    notes = footnotes(row.event_ids, data.ask(read.citations, chosen, event_ids=row.event_ids))
    with folder:
        st.html(
            event_rows(
                row,
                by.moment,
                notes,
                say,
                links=Links(chosen),
                all_address=address_of_all(chosen, by),
            )
        )
        st.html(source_list(CaseDossier(events=(), sources=notes.sources), say))


def _moments(view: Comparison, links: Links, say: Catalog) -> None:
    table = moment_table(view, say, links=links)
    if not table:
        return
    st.header(say("compare.moments.heading"))
    st.html(table)
    with st.expander(say("compare.moments.copy"), type="compact", key="sentences"):
        st.code(moment_sentences(view, say), language=None, wrap_lines=True)


def _without_row(view: Comparison, say: Catalog) -> None:
    """Who has no row and why: nobody is left out in silence."""
    for words in without_row_words(view, say):
        note(words)
