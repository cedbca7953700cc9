"""Who says what, where do they differ, and how many of them are independent of each other?"""

import streamlit as st

from timeline.store import read
from timeline.ui import data, filters, layout, source_choices, words
from timeline.ui.case_filter import some_cases
from timeline.ui.show import sources as show
from timeline.ui.show.text import lead, title
from timeline.ui.styles import sources as source_style

say = words.current()
layout.apply(words.palette(), source_style.rules)
title(say("who.heading"))
lead(say("who.lead"))
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
row = filters.bar()
with row:
    case_ids = some_cases(say)
chosen = filters.ask(say, case_ids=case_ids, row=row)
event = source_choices.event_asked(chosen)
if event is None:
    part = source_choices.part(say)
filters.effects(chosen, say)

# 2. Fetch and show: one event, or the part of the page that was asked for.
totals = data.ask(read.totals, chosen)
if event is not None:
    show.one_event(event, chosen, say)
elif totals.event_count:
    show.part(part, chosen, totals, say)
else:
    filters.nothing(chosen, say)
