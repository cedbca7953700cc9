"""The case as a story: one event after another, by button, by arrow key or from the list."""

from __future__ import annotations

import streamlit as st

from timeline.charts.html.event_text import event_text, places_text
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.ui import focus
from timeline.ui.focus import Focus
from timeline.ui.show.text import note
from timeline.viewmodel.case_dossier import CaseDossier

LIST_HEIGHT_PX = 260


def stepper(found: CaseDossier, in_focus: Focus, say: Catalog) -> None:
    """Buttons back and forth, the text of the event in focus, and the list to choose from."""
    ids = [event.event_id for event in found.events]
    at = ids.index(in_focus.event_id) if in_focus.event_id in ids else None
    with st.container(key="stepper"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                say("stepper.previous"),
                key="previous",
                shortcut="Left",
                disabled=at in (None, 0),
                on_click=focus.choose_event,
                args=(ids[at - 1] if at else None,),
            )
            st.button(
                say("stepper.next"),
                key="next",
                shortcut="Right",
                disabled=at == len(ids) - 1,
                on_click=focus.choose_event,
                args=(ids[0] if at is None else ids[min(at + 1, len(ids) - 1)],),
            )
            note(
                say("stepper.start", number=len(ids))
                if at is None
                else say("stepper.at", place=at + 1, number=len(ids))
            )
            if at is not None or in_focus.place_ids:
                st.button(
                    say("stepper.none"),
                    key="focus_none",
                    type="tertiary",
                    on_click=focus.choose_event,
                    args=(None,),
                )
        if at is not None:
            st.html(event_text(found.events[at], found.sources, say))
        elif in_focus.place_ids:
            here = [event for event in found.events if event.event_id in in_focus.marked.event_ids]
            st.html(places_text(here, say))
        words = {
            event.event_id: f"{date_words(event.phrase, say)}: {event.title}"
            for event in found.events
        }
        with st.container(key="story_list", height=LIST_HEIGHT_PX):
            st.radio(
                say("stepper.list"),
                ids,
                index=None,
                format_func=lambda one: words.get(one, one),
                key=focus.EVENT,
                on_change=_choose_from_list,
            )


def _choose_from_list() -> None:
    focus.choose_event(st.session_state[focus.EVENT])
