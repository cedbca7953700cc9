"""How we decide, on a page."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from timeline.charts.html.method_text import MethodText
from timeline.charts.html.page_contents import page_contents
from timeline.chronology.phrase import phrase_of
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.intake.boundary_policy import boundary_policy
from timeline.model.edtf import parse
from timeline.publishing.land import boundaries_folder
from timeline.store.rows import NewestSource
from timeline.ui import data, words
from timeline.ui.show.text import note
from timeline.viewmodel.method_guide import Section, method_guide


@lru_cache(maxsize=1)
def sections() -> tuple[Section, ...]:
    """The subjects, with the boundary policy as it was when the server started."""
    policy = boundary_policy(boundaries_folder())
    return method_guide(policy.general, policy.decisions)


def build(newest: NewestSource, say: Catalog) -> None:
    """Which content this is, how much it rests on, and how new that is."""
    sources = say.count("method.sources", newest.source_count)
    if newest.published_edtf is None:
        note(say("method.build_undated", build=data.fingerprint(), sources=sources))
        return
    date = date_words(phrase_of(parse(newest.published_edtf)), say)
    note(say("method.build", build=data.fingerprint(), sources=sources, date=date))


def contents(say: Catalog) -> None:
    """Every subject as a link."""
    parts = [(section.name, say(f"method.title.{section.name}")) for section in sections()]
    st.html(page_contents(parts, say("method.contents")))


def subjects(say: Catalog) -> None:
    """Every subject under its heading, which a link can lead to.

    The headings come last: a browser is taken to the one that its address names as soon as
    that is drawn, and whatever then still grew above it would push it away.
    """
    text = MethodText(say, words.palette())
    headings = []
    for section in sections():
        headings.append(st.empty())
        st.html(text.section(section))
    for section, place in zip(sections(), headings, strict=True):
        place.header(say(f"method.title.{section.name}"), anchor=section.name)
