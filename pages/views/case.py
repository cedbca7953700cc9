"""What happened in one case, when, where, and who says so?"""

import streamlit as st

from timeline.store import read
from timeline.ui import choosers, data, filters, focus, layout, show, words
from timeline.viewmodel.case_dossier import case_dossier
from timeline.viewmodel.case_routes import numbers_by_event
from timeline.viewmodel.case_timeline import case_timeline

say = words.current()
layout.apply(words.palette())
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
row = filters.bar()
with row:
    case = choosers.one_case(say)
if case is None:
    st.info(say("case.none"))
    st.stop()
chosen = filters.ask(say, case_ids=(case.case_id,), row=row)
filters.effects(chosen, say)

# 2. Fetch: remembered, read-only, plain rows.
events = data.ask(read.events, chosen)
legs = data.ask(read.legs, chosen)
numbers = numbers_by_event(legs)
timeline = case_timeline(events, data.ask(read.dates_said, chosen), leg_numbers=numbers)
whole = data.whole_timeline(case.case_id)
dossier = case_dossier(
    events,
    data.ask(read.claims, chosen),
    data.ask(read.figures, chosen),
    data.ask(read.sources, chosen),
)

# 3. Show.
show.title(case.title)
show.case_words(case, chosen, say)
if not events and not legs:
    filters.nothing(chosen, say)
    st.stop()
show.advance()
in_focus = focus.focus(events, legs)
show.still_map(chosen, say)
with st.container(key="pictures"):
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header(say("case.timeline"))
        show.export_control(("timeline", "case"), chosen, say)
        show.timeline(timeline, say, whole=whole, marked=in_focus.marked)
    with right, st.container(key="beside"):
        map_place = st.container()
        until = show.playback(events, legs, data.routes(chosen), in_focus, say)
        with map_place:
            show.route_map(chosen, say, size="beside", marked=in_focus.marked, until=until)
            show.export_control(("map",), chosen, say)
        show.stepper(dossier, in_focus, say)
        show.map_key(chosen, say)
show.note(say("case.caption"))
show.mark_rows(in_focus.marked)
show.dossier(dossier, say)
