"""Sources on a page: disputes with sentences to copy, what rests on whom, reports against origins."""

from __future__ import annotations

import streamlit as st

from timeline.charts.html.answer_table import event_heading, question_table
from timeline.charts.html.links import Links
from timeline.charts.html.origin_rows import origin_table
from timeline.charts.html.source_table import (
    counts_sentence,
    publisher_words,
    source_heading,
    source_table,
    statement_table,
)
from timeline.charts.sentence.hedged_sentence import hedged_sentence, sentences
from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import Totals
from timeline.ui import data, source_choices, url
from timeline.ui.answers import answers, lineage
from timeline.ui.pager import page_of
from timeline.ui.show.text import lead, note
from timeline.viewmodel.answers import AnsweredEvent
from timeline.viewmodel.origins import origin_rows
from timeline.viewmodel.source_pages import (
    ROWS_A_PAGE,
    counted_sources,
    listed_sources,
    source_statements,
)

EVENTS_A_PAGE = 10
CASES_A_PAGE = 12
EVENTS_RETOLD = 12
PUBLISHERS_NAMED = 12


def part(name: str, chosen: Selection, totals: Totals, say: Catalog) -> None:
    """One of the three parts of the page."""
    shows = {
        source_choices.DISPUTES: disputes,
        source_choices.SOURCES: sources,
        source_choices.ORIGINS: origins,
    }
    above = st.container()
    shows[name](chosen, totals, say)
    # Orders, pages and open sources are only asked for inside the parts.
    if url.has_stale():
        above.info(say("link.stale"))


def disputes(chosen: Selection, totals: Totals, say: Catalog) -> None:
    """Every disputed question of some events, side by side, each with a sentence to copy."""
    if not totals.disputed_count:
        note(say("who.nothing_disputed"))
        return
    with st.container(key="source_controls", horizontal=True, vertical_alignment="bottom"):
        with st.container(width=260):
            sort = source_choices.order(source_choices.DISPUTES, say)
        page = page_of(
            say, _pages(totals.disputed_count, EVENTS_A_PAGE), ("disputes", sort, chosen)
        )
    skip = (page - 1) * EVENTS_A_PAGE
    events = data.ask(read.told_events, chosen, sort=sort, limit=EVENTS_A_PAGE, skip=skip)
    counted = say.count("totals.events", totals.disputed_count)
    lead(say.count("who.disputed", events[0].dispute_count, events=counted))
    note(f"{say('who.copy')} {say('who.rule')} {say('who.reading_note')}")
    for event in answers(chosen, events):
        _event(event, say, Links(chosen))
    _listed("events", skip, len(events), totals.disputed_count, say)


def one_event(event: AnsweredEvent, chosen: Selection, say: Catalog) -> None:
    """Everything sources say about one event."""
    st.button(say("who.all_events"), on_click=source_choices.leave_event, type="tertiary")
    st.html(event_heading(event, Links(chosen), say))
    lead(event.summary)
    note(f"{say('who.unfiltered')} {say('who.copy')} {say('who.reading_note')}")
    said = {id(question): text for question, text in sentences(event, say)}
    for at, question in enumerate(event.questions):
        text = said.get(id(question))
        if text is None and not question.is_disputed:
            text = hedged_sentence(event, question, say)
        with st.container(key=f"sentence_{event.event_id}_{at}"):
            st.html(question_table(question, Links(chosen), say))
            _to_copy(text)


def sources(chosen: Selection, totals: Totals, say: Catalog) -> None:
    """All sources with what rests on each, or one of them with all it says."""
    found = source_choices.source_asked(chosen)
    if found is not None:
        _open_source(found, chosen, say)
        return
    rows = data.ask(read.source_counts, chosen, limit=PUBLISHERS_NAMED)
    counts = counted_sources(rows, totals.source_count)
    lead(counts_sentence(counts, say))
    if counts.publishers:
        note(publisher_words(counts, say))
    with st.container(key="source_controls", horizontal=True, vertical_alignment="bottom"):
        with st.container(width=260):
            sort = source_choices.order(source_choices.SOURCES, say)
        page = page_of(say, _pages(totals.source_count, ROWS_A_PAGE), ("sources", sort, chosen))
    skip = (page - 1) * ROWS_A_PAGE
    listed = data.ask(read.source_supports, chosen, sort=sort, limit=ROWS_A_PAGE, skip=skip)
    st.html(
        source_table(listed_sources(listed), Links(chosen), say, caption=say("support.caption"))
    )
    _listed("sources", skip, len(listed), totals.source_count, say)


def origins(chosen: Selection, totals: Totals, say: Catalog) -> None:
    """How many reports speak of each case, and from how many origins; and the most retold events."""
    page = page_of(say, _pages(totals.case_count, CASES_A_PAGE), ("origins", chosen))
    skip = (page - 1) * CASES_A_PAGE
    cases = data.ask(read.case_reports, chosen, limit=CASES_A_PAGE, skip=skip)
    rows = origin_rows(cases, lineage(report.source_id for report in cases))
    st.html(origin_table(rows, Links(chosen), say, caption=say("origins.caption_cases")))
    _listed("cases", skip, len(rows), totals.case_count, say)
    retold = data.ask(read.event_reports, chosen, limit=EVENTS_RETOLD)
    if retold:
        st.header(say("origins.heading_events"))
        events = origin_rows(retold, lineage(report.source_id for report in retold))
        st.html(origin_table(events, Links(chosen), say, caption=say("origins.caption_events")))
    note(say("origins.limits"))


def _open_source(source_id: str, chosen: Selection, say: Catalog) -> None:
    """One source with every claim it makes."""
    source = listed_sources(data.ask(read.source_supports, chosen, source_ids=(source_id,)))[0]
    st.button(say("who.all_sources"), on_click=source_choices.leave_source, type="tertiary")
    st.html(source_heading(source, Links(chosen), say))
    if not source.claim_count:
        note(say("support.nothing"))
        return
    page = page_of(say, _pages(source.claim_count, ROWS_A_PAGE), ("source", source_id, chosen))
    skip = (page - 1) * ROWS_A_PAGE
    rows = data.ask(read.source_claims, chosen, source_id=source_id, limit=ROWS_A_PAGE, skip=skip)
    st.html(statement_table(source_statements(rows), source, Links(chosen), say))
    _listed("claims", skip, len(rows), source.claim_count, say)


def _event(event: AnsweredEvent, say: Catalog, links: Links) -> None:
    st.html(event_heading(event, links, say))
    said = {id(question): text for question, text in sentences(event, say)}
    for at, question in enumerate(event.disputed):
        with st.container(key=f"sentence_{event.event_id}_{at}"):
            st.html(question_table(question, links, say, only_differing=True))
            _to_copy(said.get(id(question)))


def _to_copy(sentence: str | None) -> None:
    """A sentence with a button that copies it."""
    if sentence is not None:
        st.code(sentence, language=None, wrap_lines=True)


def _listed(what: str, skip: int, count: int, total: int, say: Catalog) -> None:
    """Which part of a long list this is; nothing when it is all there."""
    if count < total:
        first, last = f"{skip + 1:,}", f"{skip + count:,}"
        note(say(f"who.listed.{what}", first=first, last=last, number=f"{total:,}"))


def _pages(count: int, rows_a_page: int) -> int:
    return max(1, -(-count // rows_a_page))
