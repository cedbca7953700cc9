"""Which cases are followed, where did people go, and what was last reported?"""

import streamlit as st

from timeline.store import read
from timeline.ui import data, filters, focus, layout, show, words
from timeline.viewmodel.overview_timeline import overview_timeline

say = words.current()
layout.apply(words.palette())
show.title(say("overview.heading"))
show.lead(say("overview.lead"))
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
chosen = filters.ask(say)
filters.effects(chosen, say)

# 2. Fetch: remembered, read-only, plain rows. Only the cases listed are fetched and drawn.
totals = data.ask(read.totals, chosen)
if not totals.event_count and not totals.leg_count:
    filters.nothing(chosen, say)
    st.stop()
listed = show.listed_cases(chosen, totals, say)
events = data.ask(read.events, listed.chosen)
view = overview_timeline(listed.cases, events)
found = focus.focus(events, data.ask(read.legs, listed.chosen))

# 3. Show.
show.totals(totals, say)
show.still_map(listed.chosen, say)
show.route_map(listed.chosen, say, size="wide", marked=found.marked)
show.in_focus(found, events, say)
show.export_control(("map",), listed.chosen, say)
show.map_key(listed.chosen, say)
st.header(say("overview.cases"))
show.export_control(("timeline",), listed.chosen, say)
show.overview(view, say, marked=found.marked)
show.more_cases(listed, totals, say)
show.note(say("overview.caption"))
show.dates(chosen, say)
