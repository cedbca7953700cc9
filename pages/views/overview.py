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
cases = data.cases()
events = data.events(actor_ids=chosen.actor_ids, country_codes=chosen.country_codes)
legs = data.legs(actor_ids=chosen.actor_ids, country_codes=chosen.country_codes)
totals = data.totals(actor_ids=chosen.actor_ids, country_codes=chosen.country_codes)
view = overview_timeline(cases, events)

# 3. Show.
if not events and not legs:
    st.info(say("overview.nothing", filters=chosen.active(say)))
    st.stop()
show.totals(totals, len(legs), say)
show.route_map(events, legs, say, key="map")
st.subheader(say("overview.cases"))
if not view.is_empty:
    show.overview(view, say)
show.note(say("overview.map_caption"))
show.note(say("case.caption"))
