"""How do I put this view into my article?"""

import streamlit as st

from timeline.store import read
from timeline.ui import data, export_choices, filters, layout, words
from timeline.ui.show import studio as show
from timeline.ui.show.text import lead, title
from timeline.ui.styles import export as export_style

say = words.current()
layout.apply(words.palette(), export_style.rules)
title(say("studio.heading"))
lead(say("studio.lead"))
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
row = export_choices.bar()
with row:
    subject = export_choices.subject(say)
if subject is None:
    st.info(say("case.none"))
    st.stop()
if subject.is_cut:
    st.info(say("studio.one_case"))
chosen = filters.ask(say, case_ids=subject.case_ids)
filters.effects(chosen, say)
totals = data.ask(read.totals, chosen)
if not totals.event_count and not totals.leg_count:
    filters.nothing(chosen, say)
    st.stop()
with row:
    view = export_choices.view(subject, chosen, totals, say)
if view is None:
    st.info(say("studio.none_to_choose"))
    st.stop()
asked, picture = export_choices.look(view, say)

# 2. Fetch: everything of the view at once, as every file has it.
ready = export_choices.ready(asked, picture, say)
if ready is None:
    st.stop()

# 3. Show.
show.preview(ready, say)
show.snippets(ready, say)
show.files(ready, say)
show.words(ready, say)
show.link(ready, say)
