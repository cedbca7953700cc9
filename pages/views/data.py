"""What exactly is in the record behind this view, and how do I take it away?"""

import streamlit as st

from timeline.store import read
from timeline.ui import data, filters, layout, words
from timeline.ui.case_filter import some_cases
from timeline.ui.show import tables as show
from timeline.ui.show.text import lead, title
from timeline.ui.styles import labelled
from timeline.ui.styles import tables as table_style

say = words.current()
layout.apply(words.palette(), labelled.rules, table_style.rules)
title(say("data.heading"))
lead(say("data.lead"))
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
row = filters.bar()
with row:
    case_ids = some_cases(say)
chosen = filters.ask(say, case_ids=case_ids, row=row)
totals = data.ask(read.table_totals, chosen)
with st.container(key="table_controls", horizontal=True, vertical_alignment="bottom"):
    with st.container(width=220):
        name = show.chosen_table(totals, say)
    with st.container(width=260):
        sort = show.sort_order(name, say)
    place_of_pages = st.container(width=200)

# 2. Fetch and show: a page of rows, the files, and what helps to read them.
filters.effects(chosen, say)
show.ways_down(say)
if totals.event_count or totals.leg_count:
    show.table(name, sort, chosen, totals, place_of_pages, say)
    show.take_away(name, chosen, totals, say)
else:
    filters.nothing(chosen, say)
show.start_here(say)
show.codebook(name, say)
