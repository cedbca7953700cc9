"""Where was this person on a given day, how sure is that, and how long were they held?"""

import streamlit as st

from timeline.store import read
from timeline.ui import data, filters, focus, layout, person, show, words
from timeline.ui.styles import people as style
from timeline.viewmodel.case_routes import numbers_by_event
from timeline.viewmodel.case_timeline import case_timeline
from timeline.viewmodel.person_custody import person_custody
from timeline.viewmodel.person_page import person_page
from timeline.viewmodel.person_whereabouts import person_whereabouts

say = words.current()
layout.apply(words.palette(), style.rules)
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
row = filters.bar()
with row:
    who = person.choose(say)
if who is None:
    st.info(say("people.none"))
    st.stop()
chosen = filters.ask(say, row=row)

# 2. Fetch: remembered, read-only, plain rows.
found = person.fetch(who.actor_id, chosen)
names = data.ask(read.person_names, who.actor_id)
page = person_page(who, names, found.reports, found.record)
filters.effects(found.chosen, say)

# 3. Show.
show.person_head(page, chosen, say)
if not found.reports:
    filters.nothing(found.chosen, say)
    st.stop()
st.header(say("people.where_heading"))
day = person.ask_day(who.actor_id, found.record, say)
if day is not None:
    show.whereabouts(person_whereabouts(found.record, day), page, chosen, say)
st.header(say("people.custody_heading"))
figures = data.ask(read.figures, found.chosen)
show.custody(person_custody(found.record, figures), page, chosen, say)
events = data.ask(read.events, found.chosen)
timeline = case_timeline(
    events,
    data.ask(read.dates_said, found.chosen),
    leg_numbers=numbers_by_event(found.legs),
)
in_focus = focus.focus(events, found.legs)
with st.container(key="pictures"):
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header(say("people.timeline_heading"))
        whole = person.whole_timeline(who.actor_id)
        show.export_control(("timeline",), found.chosen, say)
        show.timeline(timeline, say, whole=whole, marked=in_focus.marked)
    with right, st.container(key="beside"):
        show.still_map(found.chosen, say)
        show.route_map(found.chosen, say, size="beside", marked=in_focus.marked)
        show.export_control(("map",), found.chosen, say)
        show.map_key(found.chosen, say)
show.note(say("case.caption"))
show.person_events(page, found.record.sources, chosen, say)
