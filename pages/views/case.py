"""What happened in one case, when, where, and who says so?"""

import streamlit as st

from timeline.ui import data, filters, layout, show, url, words
from timeline.viewmodel.case_dossier import case_dossier
from timeline.viewmodel.case_routes import numbers_by_event
from timeline.viewmodel.case_timeline import case_timeline

say = words.current()
layout.apply(words.palette())
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
cases = {case.case_id: case for case in data.cases()}
if not cases:
    st.info(say("case.none"))
    st.stop()
with st.container(key="filters", horizontal=True):
    case_id = url.one_of(
        say("control.case"), {key: case.title for key, case in cases.items()}, name="case"
    )
    chosen = filters.ask(say, case_ids=(case_id,))
if url.has_stale("case", "person", "country"):
    st.info(say("link.stale"))

# 2. Fetch: cached, read-only, plain rows.
case = cases[case_id]
events = data.events(chosen)
legs = data.legs(chosen)
timeline = case_timeline(events, data.dates_said(case_id), leg_numbers=numbers_by_event(legs))
dossier = case_dossier(events, data.claims(case_id), data.figures(case_id), data.sources(case_id))

# 3. Show.
show.title(case.title)
show.lead(case.summary)
show.state(case, say)
if not events and not legs:
    st.info(say("case.nothing", filters=filters.in_use(chosen, say)))
    st.stop()
show.still_map(chosen, say)
with st.container(key="pictures"):
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header(say("case.timeline"))
        show.timeline(timeline, say)
    with right, st.container(key="beside"):
        show.route_map(chosen, say, size="beside")
        show.map_key(chosen, say)
show.note(say("case.caption"))
show.dossier(dossier, say)
