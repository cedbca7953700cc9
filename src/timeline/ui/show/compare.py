"""Cases side by side on a page: the picture on wide screens, the list on narrow ones, the moments."""

from __future__ import annotations

import streamlit as st

from timeline.charts.compare.event_rows import event_rows
from timeline.charts.compare.moment_table import moment_sentences, moment_table
from timeline.charts.compare.rows_html import lane_key, rows_html
from timeline.charts.html.links import Links
from timeline.charts.html.source_list import source_list
from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.ui import data
from timeline.ui.compare_choices import Aligned, address_of_all, compared
from timeline.ui.show.text import note
from timeline.viewmodel.case_dossier import CaseDossier
from timeline.viewmodel.comparison import Comparison, Standing
from timeline.viewmodel.footnotes import footnotes


def comparison(chosen: Selection, by: Aligned, say: Catalog) -> None:
    """The rows aligned on a moment, who has none, the moments, the table and the sources."""
    view = compared(chosen, by)
    links, all_address = Links(chosen), address_of_all(chosen, by)
    moment = say(f"compare.moment.{by.moment.value}")
    note(say(f"compare.means.{by.moment.value}"))
    if not view.rows:
        st.info(say("compare.none_aligned", moment=moment))
        _without_row(view, moment, say)
        return
    with st.container(key="wide"):
        st.header(say("compare.picture", moment=moment))
        st.html(lane_key(view, say) + rows_html(view, say, links=links, all_address=all_address))
        note(say("compare.reading"))
    if view.subject_count > len(view.rows):
        note(say("compare.rows_full", shown=len(view.rows), number=f"{view.subject_count:,}"))
    _without_row(view, moment, say)
    note(say("compare.caption"))
    _moments(view, links, say)
    event_ids = view.event_ids
    notes = footnotes(event_ids, data.ask(read.citations, chosen, event_ids=event_ids))
    st.header(say("compare.table.heading"))
    st.html(event_rows(view, notes, say, links=links, all_address=all_address))
    st.header(say("case.sources"))
    st.html(source_list(CaseDossier(events=(), sources=notes.sources), say))


def _moments(view: Comparison, links: Links, say: Catalog) -> None:
    table = moment_table(view, say, links=links)
    if not table:
        return
    st.header(say("compare.moments.heading"))
    st.html(table)
    with st.expander(say("compare.moments.copy")):
        st.code(moment_sentences(view, say), language=None, wrap_lines=True)


def _without_row(view: Comparison, moment: str, say: Catalog) -> None:
    """Who has no row and why: nobody is left out in silence."""
    if view.undated.count:
        note(say("compare.undated", moment=moment, names=_names(view.undated, say)))
    if view.lacking.count:
        note(say("compare.lacking", moment=moment, names=_names(view.lacking, say)))


def _names(standing: Standing, say: Catalog) -> str:
    names = "; ".join(standing.names)
    rest = standing.count - len(standing.names)
    return say("compare.and_more", names=names, number=f"{rest:,}") if rest > 0 else names
