"""Putting pictures and words on a page: the only place that knows which Streamlit call fits."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

from timeline.charts import case_list as case_links
from timeline.charts import case_timeline as wide_timeline
from timeline.charts import overview_timeline as wide_overview
from timeline.charts.dispute_list import dispute_list
from timeline.charts.event_list import event_list
from timeline.charts.event_table import event_table
from timeline.charts.line_key import line_key
from timeline.charts.route_map import deck, fitting_height_px
from timeline.charts.route_picture import description_words
from timeline.charts.source_list import source_list
from timeline.chronology.phrase import phrase_of
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.model.edtf import parse
from timeline.store.rows import CaseSummary, Totals
from timeline.ui import data, pictures, words
from timeline.ui.land import BundledLand
from timeline.ui.selection import Selection
from timeline.viewmodel.case_dossier import CaseDossier
from timeline.viewmodel.case_timeline import CaseTimeline
from timeline.viewmodel.overview_timeline import OverviewTimeline
from timeline.viewmodel.upright_timeline import upright_timeline

CASE_ADDRESS = "/case"
MAP_WIDTHS_PX = {"wide": 740, "beside": 440}
"""Pixels that the first view of a movable map is fitted to: across the page, or beside."""


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~:$&])")


def title(text: str) -> None:
    """The headline, as it stands in the record: a title is text and never markup."""
    st.title(_MARKDOWN.sub(r"\\\1", text))


def lead(text: str) -> None:
    """A sentence under the headline."""
    if text:
        st.html(f'<p class="tl-lead">{escape(text)}</p>')


def note(text: str) -> None:
    """A quiet line of small print."""
    st.html(f'<p class="tl-muted">{escape(text)}</p>')


def state(case: CaseSummary, say: Catalog) -> None:
    """How matters stand, and as of when."""
    reported = ""
    if case.current_as_of_edtf:
        date = date_words(phrase_of(parse(case.current_as_of_edtf)), say)
        reported = f'<span class="tl-when">{escape(say("case.as_of", date=date))}</span>'
    st.html(f"<p><b>{escape(case.state)}</b> {reported}</p>")


def totals(found: Totals, leg_count: int, say: Catalog) -> None:
    """How much the filter leaves."""
    note(
        say(
            "totals.line",
            events=say.count("totals.events", found.event_count),
            legs=say.count("totals.legs", leg_count),
            claims=say.count("totals.claims", found.claim_count),
            sources=say.count("totals.sources", found.source_count),
        )
    )


def timeline(view: CaseTimeline, say: Catalog) -> None:
    """The timeline of a case: wide on wide screens, upright on narrow ones."""
    if not view.is_empty:
        with st.container(key="wide"):
            st.plotly_chart(
                wide_timeline.figure(view, say, words.palette()),
                alt=wide_timeline.alt_words(view, say),
                key="timeline",
                theme=None,
                config=wide_timeline.CONFIG,
                width="stretch",
            )
        with st.container(key="narrow"):
            st.html(event_list(upright_timeline(view), say))
    if view.undated:
        note(say("case.undated", titles="; ".join(mark.title for mark in view.undated)))


def overview(view: OverviewTimeline, say: Catalog) -> None:
    """All cases: marks on wide screens, a list of links on narrow ones."""
    with st.container(key="wide"):
        st.plotly_chart(
            wide_overview.figure(view, say, words.palette(), case_address=CASE_ADDRESS),
            alt=wide_overview.alt_words(view, say),
            key="overview",
            theme=None,
            config=wide_timeline.CONFIG,
            width="stretch",
        )
        st.html(case_links.lane_key(view, say))
    with st.container(key="narrow"):
        st.html(case_links.case_list(view, say, case_address=CASE_ADDRESS))


def dossier(found: CaseDossier, say: Catalog) -> None:
    """What sources differ on, every event as a table, and the sources."""
    if found.disputed:
        st.header(say("case.differ"))
        st.html(dispute_list(found, say))
    st.header(say("case.table"))
    st.html(event_table(found, say))
    st.header(say("case.sources"))
    st.html(source_list(found, say))


def route_map(chosen: Selection, say: Catalog, *, size: str) -> None:
    """Routes and places to be moved and zoomed, on wide screens; see `still_map` for narrow ones.

    *size* is a key of MAP_WIDTHS_PX. Under the movable map lies the same map as a picture: it
    is what a reader sees while WebGL loads, and all they see where there is none.
    """
    view = data.routes(chosen)
    if view.is_empty:
        note(say("map.empty"))
        return
    ground = words.palette()
    width = MAP_WIDTHS_PX[size]
    height = fitting_height_px(view, width)
    with st.container(key="wide_map"):
        st.html(_underlay(chosen, ground.name, width, say))
        st.pydeck_chart(
            deck(view, say, ground, land=BundledLand(), width_px=width, height_px=height),
            height=height,
            alt=description_words(view, say),
            key="map",
        )


def map_key(chosen: Selection, say: Catalog) -> None:
    """How to read the lines of the map, and what they do not say."""
    view = data.routes(chosen)
    if view.is_empty:
        return
    key = line_key(view, say)
    if key:
        st.html(key)
    hint = f'<span class="tl-wide-only">{escape(say("map.hint"))} </span>'
    caveat = escape(f"{say('map.reading')} {say('map.boundaries')}")
    st.html(f'<p class="tl-muted">{hint}{caveat}</p>')


def still_map(chosen: Selection, say: Catalog) -> None:
    """Routes and places as a picture drawn for a phone, on narrow screens only."""
    if not data.routes(chosen).is_empty:
        with st.container(key="narrow_map"):
            st.html(_still(chosen, words.palette().name, say))


def _still(chosen: Selection, ground: str, say: Catalog) -> str:
    """The picture drawn for a phone, as wide as the page."""
    width = pictures.WIDTHS_PX[0]
    address = escape(pictures.picture_url(chosen, ground, width), quote=True)
    alt = escape(description_words(data.routes(chosen), say), quote=True)
    height = pictures.picture_height_px(chosen, width)
    return (
        f'<img class="tl-still" src="{address}" alt="{alt}" width="{width}" height="{height}" '
        'loading="lazy">'
    )


def _underlay(chosen: Selection, ground: str, width: int, say: Catalog) -> str:
    """The picture under the movable map, and the sentence for where it is all there is."""
    address = escape(pictures.picture_url(chosen, ground, width), quote=True)
    alt = escape(description_words(data.routes(chosen), say), quote=True)
    return (
        f'<div class="tl-underlay"><img src="{address}" alt="{alt}">'
        f"<p>{escape(say('map.no_webgl'))}</p></div>"
    )
