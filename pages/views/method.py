"""How do you decide what is shown, and who answers for it?"""

import streamlit as st

from timeline.store import read
from timeline.ui import data, layout, words
from timeline.ui.show import method as show
from timeline.ui.show.text import lead, title
from timeline.ui.styles import labelled
from timeline.ui.styles import method as method_style

say = words.current()
layout.apply(words.palette(), labelled.rules, method_style.rules)
title(say("method.heading"))
lead(say("method.lead"))
if data.ready():
    show.build(data.ask(read.newest_source), say)

# The text is the same whatever the record holds; the filters of other pages wait in the address.
with st.container(key="method"):
    left, right = st.columns([1, 3], gap="large")
    with left, st.container(key="method_contents"):
        show.contents(say)
    with right:
        show.subjects(say)
