"""The embed as readers will see it, in frames as wide as theirs.

The one place that frames anything: addresses of our own, below /embed/, whose answers have
an origin of their own and run no script.
"""

from __future__ import annotations

import hashlib
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

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
            # On a phone itself the frame is as wide as there is room.
            st.html(
                f'<p class="tl-muted tl-wide-only">{escape(say("studio.preview.phone", px=PHONE_PX))}</p>'
                f'<p class="tl-muted tl-narrow-only">{escape(say("studio.preview.phone_here"))}</p>'
            )
            with _anew("phone", address):
                st.iframe(address, height=FRAME_PX, alt=say("studio.preview.phone_frame"))
        with st.container(key="export_desk"):
            st.html(f'<p class="tl-muted">{escape(say("studio.preview.desk"))}</p>')
            with _anew("desk", address):
                st.iframe(address, height=FRAME_PX, alt=say("studio.preview.desk_frame"))


def _anew(name: str, address: str) -> DeltaGenerator:
    """A place whose frame is put up anew for every address.

    One that is led on to another address adds a step for Back, and Back then moves the frame
    rather than the page.
    """
    key = hashlib.sha256(address.encode()).hexdigest()[:16]
    return st.container(key=f"export_{name}_{key}")


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
