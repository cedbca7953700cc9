"""The embed as readers will see it, in frames as wide as theirs.

The one place that frames anything: addresses of our own, below /embed/, whose answers have
an origin of their own and run no script.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from timeline.exports.words.description import alt_text
from timeline.i18n.catalog import Catalog
from timeline.ui.export_choices import Ready

PHONE_PX = 360
FRAME_PX = 640
"""Height of the frames; what is longer scrolls inside."""


def frames(ready: Ready, say: Catalog) -> None:
    """A phone and an article side by side."""
    address = ready.asked.path()
    with st.container(key="export_preview", horizontal=True, vertical_alignment="top"):
        with st.container(key="export_phone", width=PHONE_PX):
            st.html(f'<p class="tl-muted">{escape(say("studio.preview.phone", px=PHONE_PX))}</p>')
            st.iframe(address, height=FRAME_PX, alt=say("studio.preview.phone_frame"))
        with st.container(key="export_desk"):
            st.html(f'<p class="tl-muted">{escape(say("studio.preview.desk"))}</p>')
            st.iframe(address, height=FRAME_PX, alt=say("studio.preview.desk_frame"))


def picture(ready: Ready, size: str) -> None:
    """The picture in the size that was chosen, which leads to the file by itself."""
    if ready.picture is None:
        return
    edition = ready.edition
    address = escape(ready.asked.path(ready.picture.file_name), quote=True)
    alt = escape(alt_text(edition.article, edition.say, edition.style), quote=True)
    name = escape(ready.picture.file_name)
    st.html(
        f'<p class="tl-muted"><a href="{address}">{name}</a>, {escape(size)}</p>'
        f'<img class="tl-picture" src="{address}" alt="{alt}" loading="lazy">'
    )
