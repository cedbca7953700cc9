"""The pages a reader can open, and the one they asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

SITE_NAME = "timeline"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the app."""

    file: str
    """Relative to app.py. Always inside pages/views/: a script lying directly in
    pages/ would be run without app.py when its address is the first one opened on
    a fresh server."""
    title: str
    url_path: str
    """Without slashes. Empty for exactly one page, the one that opens at `/`."""


# A new page is one line here; the order is the order of the menu.
PAGES = (
    Page("pages/views/overview.py", title="Overview", url_path=""),
    Page("pages/views/case.py", title="Case", url_path="case"),
)


def chosen_page() -> StreamlitPage:
    """Draw the menu and return the page this reader's address names, ready to run.

    An address that names no page opens the first page, with Streamlit's own notice.
    """
    page = st.navigation(
        [
            st.Page(
                page.file,
                title=page.title,
                url_path=page.url_path or None,
                default=not page.url_path,
            )
            for page in PAGES
        ],
        position="top",
    )
    st.set_page_config(
        page_title=f"{page.title} · {SITE_NAME}",
        layout="wide",
        # None removes Streamlit's own entries, which lead readers to other sites.
        menu_items={"Get help": None, "Report a bug": None, "About": None},
    )
    return page
