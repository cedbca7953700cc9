"""The front door: one file that starts the server and, inside a reader's session, runs the page asked for."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

# Streamlit imports this file once as the server (no session yet) and runs it again
# for every reader. `streamlit run` finds `app` by reading the source, so the name
# and the literal call to st.App must stay here.
if get_script_run_ctx(suppress_warning=True) is None:
    from timeline.ui import server

    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.middleware(),
        lifespan=server.lifespan,
    )
else:
    from timeline.ui import navigation, preparation

    preparation.wait_until_prepared()
    navigation.run_chosen_page()
