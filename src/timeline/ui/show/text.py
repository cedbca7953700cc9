"""Words on a page: headline, lead, small print."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

from timeline.chronology.phrase import phrase_of
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.model.edtf import parse
from timeline.model.selection import Selection
from timeline.store.rows import CaseSummary, Totals

_TITLE = "title_shown"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~:$&])")


def title(text: str) -> None:
    """The headline, as it stands in the record: a title is text and never markup."""
    st.session_state[_TITLE] = text
    st.title(plain(text))


def plain(text: str) -> str:
    """Text as it stands, for a call that would read it as markup."""
    return _MARKDOWN.sub(r"\\\1", text)


def last_title() -> str:
    """The headline of the page as drawn last, for citing it."""
    return str(st.session_state.get(_TITLE, ""))


def lead(text: str) -> None:
    """A sentence under the headline."""
    if text:
        st.html(f'<p class="tl-lead">{escape(text)}</p>')


def note(text: str) -> None:
    """A quiet line of small print."""
    st.html(f'<p class="tl-muted">{escape(text)}</p>')


def case_words(case: CaseSummary, chosen: Selection, say: Catalog) -> None:
    """What a case is about and how matters stand, unless a later report may be behind it."""
    as_of = case.current_as_of_latest
    if chosen.known_on is not None and (as_of is None or as_of > chosen.known_on):
        note(say("case.later"))
        return
    lead(case.summary)
    reported = ""
    if case.current_as_of_edtf:
        date = date_words(phrase_of(parse(case.current_as_of_edtf)), say)
        reported = f'<span class="tl-when">{escape(say("case.as_of", date=date))}</span>'
    st.html(f"<p><b>{escape(case.state)}</b> {reported}</p>")


def totals(found: Totals, say: Catalog) -> None:
    """How much the filter leaves."""
    note(
        say(
            "totals.line",
            events=say.count("totals.events", found.event_count),
            legs=say.count("totals.legs", found.leg_count),
            claims=say.count("totals.claims", found.claim_count),
            sources=say.count("totals.sources", found.source_count),
        )
    )
