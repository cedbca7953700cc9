"""One person on a page: who it is, where they were, how long they were held, every event."""

from __future__ import annotations

import streamlit as st

from timeline.charts.html.custody_table import custody_table, custody_total, unclear_list
from timeline.charts.html.links import Links
from timeline.charts.html.person_lists import case_parts, event_roles, name_list
from timeline.charts.html.source_list import source_items
from timeline.charts.html.whereabouts_answer import whereabouts_answer
from timeline.charts.html.whereabouts_strip import whereabouts_strip
from timeline.charts.html.whereabouts_table import whereabouts_table
from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.ui.show.text import note, title
from timeline.viewmodel.case_dossier import NumberedSource
from timeline.viewmodel.person_custody import CustodyView
from timeline.viewmodel.person_page import PersonPage
from timeline.viewmodel.person_whereabouts import WhereaboutsView


def person_head(page: PersonPage, chosen: Selection, say: Catalog) -> None:
    """Name, further names, parts in cases, and what the page is reckoned from."""
    links = Links(chosen)
    title(page.name)
    if page.note:
        note(page.note)
    st.html(name_list(page, say) + case_parts(page, say, links))
    if chosen.actor_ids and page.actor_id not in chosen.actor_ids:
        note(say("people.person_filter"))
    if set(chosen.filters_in_use) - {"known", "person"}:
        note(say("people.filtered"))
    if page.reckoned_count < page.event_count:
        note(
            say(
                "people.reckoned",
                shown=f"{page.reckoned_count:,}",
                number=f"{page.event_count:,}",
            )
        )


def whereabouts(view: WhereaboutsView, page: PersonPage, chosen: Selection, say: Catalog) -> None:
    """The answer for the day, the strip over the whole time, and the same as a table."""
    links = Links(chosen)
    st.html(whereabouts_answer(view, say, links))
    strip = whereabouts_strip(view, page.name, say)
    if strip:
        st.html(strip)
        note(say("people.caption"))
        st.html(whereabouts_table(view, page.actor_id, say, links))


def custody(view: CustodyView, page: PersonPage, chosen: Selection, say: Catalog) -> None:
    """Days in custody as a range, each spell with its bounds."""
    links = Links(chosen)
    if view.is_empty:
        note(say("people.custody.none", name=page.name))
    else:
        st.html(custody_total(view, say) + custody_table(view, say, links))
    unclear = unclear_list(view, page.name, say, links)
    if unclear:
        st.html(unclear)


def person_events(
    page: PersonPage, sources: tuple[NumberedSource, ...], chosen: Selection, say: Catalog
) -> None:
    """Every event with the roles of the person, and the sources behind the whole page."""
    st.header(say("people.events_heading"))
    st.html(event_roles(page, say, Links(chosen)))
    st.header(say("people.sources_heading"))
    st.html(source_items(sources, say))
