"""The pages a reader can open, and the one they asked for."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from timeline.ui import menu, share, url, words


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the app."""

    file: str
    """Relative to app.py. Inside pages/views/, never directly in pages/, where
    Streamlit would take it for a page of its own accord."""
    name: str
    """The last part of the key of its title in the catalog."""
    url_path: str
    """Without slashes. Empty for exactly one page, the one that opens at `/`."""

    @property
    def title(self) -> str:
        """What the page is called in the menu."""
        say = words.current()
        return say(f"page.{self.name}")


# A new page is one line here. The order is the order of the menu.
PAGES = (
    Page("pages/views/overview.py", name="overview", url_path=""),
    Page("pages/views/case.py", name="case", url_path="case"),
    Page("pages/views/search.py", name="search", url_path="search"),
    Page("pages/views/people.py", name="people", url_path="people"),
    Page("pages/views/compare.py", name="compare", url_path="compare"),
    Page("pages/views/countries.py", name="countries", url_path="countries"),
    Page("pages/views/sources.py", name="sources", url_path="sources"),
    Page("pages/views/data.py", name="data", url_path="data"),
    Page("pages/views/export.py", name="export", url_path="export"),
    Page("pages/views/method.py", name="method", url_path="method"),
)


def window_title(page_title: str) -> str:
    """What the browser writes on the tab of a page."""
    say = words.current()
    return f"{page_title} · {say('app.title')}"


def run_chosen_page() -> None:
    """Run the page this reader's address names, under the menu.

    An address that names no page opens the first one, with a notice by Streamlit.
    """
    pages = {
        page.name: st.Page(
            page.file, title=page.title, url_path=page.url_path or None, default=not page.url_path
        )
        for page in PAGES
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(
        page_title=window_title(chosen.title),
        layout="wide",
        # None takes out Streamlit's own entries, which lead readers to other sites.
        menu_items={"Get help": None, "Report a bug": None, "About": None},
    )
    url.begin(chosen.url_path)
    past_the_menu = st.container(key="skip")
    top = st.container(key="menu", horizontal=True, vertical_alignment="center")
    # Streamlit's own skip link leads to the top of this menu; ours leads past it.
    with st.container(key="page_top"):
        st.html('<span id="page" tabindex="-1"></span>')
    notice = st.container(key="notice")
    try:
        chosen.run()
    finally:
        # Only now does the address hold what was chosen on this run. Pages may also stop early.
        say = words.current()
        with past_the_menu:
            st.html(f'<a class="tl-skip" href="#page">{escape(say("menu.skip"))}</a>')
        with top:
            menu.draw(pages)
            share.draw(chosen.title)
        if url.has_stale():
            notice.info(say("link.stale"))
