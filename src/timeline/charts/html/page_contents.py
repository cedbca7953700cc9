"""What stands further down on a page, as links."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def page_contents(parts: Iterable[tuple[str, str]], label: str) -> str:
    """Links to anchors of this page, given as (anchor, words); every text escaped."""
    items = "".join(
        f'<li><a href="#{escape(anchor, quote=True)}" target="_self">{escape(words)}</a></li>'
        for anchor, words in parts
    )
    return (
        f'<nav class="tl-contents" aria-label="{escape(label, quote=True)}"><ul>{items}</ul></nav>'
    )
