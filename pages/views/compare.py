"""How does this case compare with that one, in days since the same moment?"""

import streamlit as st

from timeline.store import read
from timeline.ui import compare_choices, data, filters, layout, show, words
from timeline.ui.styles import compare as compare_style

say = words.current()
layout.apply(words.palette(), compare_style.rules)
show.title(say("compare.heading"))
show.lead(say("compare.lead"))
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
subject = compare_choices.bar()
with subject:
    case_ids = compare_choices.cases(say)
chosen = filters.ask(say, case_ids=case_ids)
with subject:
    by = compare_choices.aligned(chosen, say)
filters.effects(chosen, say)
if not data.ask(read.totals, chosen).event_count:
    filters.nothing(chosen, say)
    st.stop()
if by is None:
    st.info(say("compare.no_moment"))
    st.stop()

# 2. Fetch and show.
show.comparison(chosen, by, say)
