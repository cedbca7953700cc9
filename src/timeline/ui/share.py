"""The link to exactly this view, and how to cite it."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode, urlsplit

import streamlit as st

from timeline.i18n.date_words import day_words
from timeline.ui import data, url, words
from timeline.ui.show.text import last_title


def draw(page_title: str) -> None:
    """A button that opens the link and the citation, each to be copied."""
    say = words.current()
    if not data.has_store():
        return
    link = address()
    build = data.fingerprint()
    with st.popover(say("link.open"), type="tertiary", key="share"):
        st.caption(say("link.copy"))
        st.code(link, language=None, wrap_lines=True)
        st.caption(say("link.cite"))
        st.code(
            say(
                "link.citation",
                title=last_title() or page_title,
                build=build,
                link=link,
                day=day_words(dt.datetime.now(dt.UTC).date(), say),
            ),
            language=None,
            wrap_lines=True,
        )


def address() -> str:
    """The whole address of the view, as it stands after this run, defaults included."""
    here = urlsplit(st.context.url or "")
    said = [(name, one) for name in st.query_params for one in st.query_params.get_all(name)]
    unsaid = [(name, one) for name, one in url.implied().items() if name not in st.query_params]
    query = urlencode(said + unsaid)
    return here._replace(query=query, fragment="").geturl()
