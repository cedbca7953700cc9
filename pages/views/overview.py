"""Which cases are followed, where did people go, and what was last reported?"""

import streamlit as st

from timeline.ui import data, filters, layout, show, url, words
from timeline.viewmodel.overview_timeline import overview_timeline

say = words.current()
layout.apply(words.palette())
st.title(say("overview.heading"))
show.lead(say("overview.lead"))
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
with st.container(key="filters", horizontal=True):
    chosen = filters.ask(say)
if url.has_stale("person", "country"):
    st.info(say("link.stale"))

# 2. Fetch: cached, read-only, plain rows.
events = data.events(chosen)
legs = data.legs(chosen)
view = overview_timeline(data.cases(), events)

# 3. Show.
if not events and not legs:
    st.info(say("overview.nothing", filters=filters.in_use(chosen, say)))
    st.stop()
show.totals(data.totals(chosen), len(legs), say)
show.still_map(chosen, say)
show.route_map(chosen, say, size="wide")
show.map_key(chosen, say)
st.header(say("overview.cases"))
show.overview(view, say)
show.note(say("overview.caption"))
