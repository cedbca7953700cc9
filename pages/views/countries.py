"""What did this state do, how long did it take to decide, and what happened on its soil?"""

import streamlit as st

from timeline.store import read
from timeline.ui import country_chooser, data, filters, layout, words
from timeline.ui.country_facts import country_facts
from timeline.ui.show import countries as show
from timeline.ui.styles import countries as country_style
from timeline.viewmodel.country_soil import world

say = words.current()
layout.apply(words.palette(), country_style.rules)
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
subject = st.container()
chosen = filters.ask(say)
with subject:
    code = country_chooser.one_country(chosen, say)
filters.effects(chosen, say)

# 2. The world, or that the filters leave nothing of it, or of the country.
whole = world(data.ask(read.countries, chosen))
show.headline(code, say)
if whole.is_empty:
    filters.nothing(chosen, say)
    st.stop()
if code is not None and whole.row(code) is None:
    show.nothing_here(code, chosen, say)
    st.stop()
if code is None:
    show.world(whole, chosen, say)

# 3. One country. The place is chosen below its facts, whose sources are numbered with its own.
above = st.container()
point = show.passage_chooser(code, chosen, say)
facts = country_facts(code, point and point.at_id, chosen)
if code is not None:
    with above:
        show.country(code, whole, facts, chosen, say)
show.passages(facts.passages, point, chosen, say)
show.numbered_sources(facts.notes, say)
