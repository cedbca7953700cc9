"""Where a view can be seen, for files that say so."""

from __future__ import annotations

from timeline.exports.style import Style
from timeline.model.view import View


def view_address(view: View, style: Style) -> str:
    """The whole address of a view: in the explorer, or on a published site the newest embed.

    A published site has no explorer. Empty where no address of either is known.
    """
    if not style.site:
        return ""
    return f"{style.site}/{view.embed_path() if style.version else view.page_path()}"
