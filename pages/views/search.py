"""Where in the record is this name, place or word, however it is spelt?"""

import streamlit as st

from timeline.store import read
from timeline.ui import data, filters, layout, show, url, words
from timeline.ui.show import search as found
from timeline.ui.styles import search as style
from timeline.viewmodel.search_answer import search_answer

say = words.current()
layout.apply(words.palette(), style.rules)
show.title(say("search.heading"))
show.lead(say("search.lead"))
if not data.ready():
    st.stop()

# 1. Ask: every answer lives in the address, so the link is the state.
with st.container(key="subject", width=560):
    asked = url.words_asked(
        say("search.asked"), name="q", placeholder=say("search.example"), longest=200
    )
chosen = filters.ask(say)
filters.effects(chosen, say)
if not asked.strip():
    show.note(say("search.start"))
    st.stop()

# 2. Fetch: the index is built once a build.
with st.spinner(say("search.preparing")):
    matches = data.found(asked)
item_ids = tuple(match.item_id for match in matches)
still_there = data.ask(read.still_found, chosen, item_ids=item_ids)

# 3. Show.
found.answer(search_answer(matches, still_there), say)
