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
_SHOWN = "export_frames"


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
            _frame("phone", address, say("studio.preview.phone_frame"))
        with st.container(key="export_desk"):
            st.html(f'<p class="tl-muted">{escape(say("studio.preview.desk"))}</p>')
            _frame("desk", address, say("studio.preview.desk_frame"))


def _frame(name: str, address: str, alt: str) -> None:
    """A frame that is put up anew for every address, in whichever of two places is free.

    One that is led on to another address adds a step for Back, and Back then moves the frame
    rather than the page. A container of another key in the same place would not do: it takes
    over the old frame until the new one arrives, and Chromium may then stay at the old address.
    """
    shown: dict[str, tuple[str, int]] = st.session_state.setdefault(_SHOWN, {})
    before, place = shown.get(name, (address, 0))
    if before != address:
        place = 1 - place
    with st.container(gap=None):
        places = (st.container(), st.container())
        places[1 - place].empty()
        with places[place]:
            st.iframe(address, height=FRAME_PX, alt=alt)
    # Not before the frame is put up: a run that is overtaken may end at any call above.
    shown[name] = (address, place)


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
