"""The key to the lines of the map: only what the labels on the map leave unexplained."""

from __future__ import annotations

from timeline.charts.html.line_key import key_names
from timeline.exports.embed.markup import text
from timeline.i18n.catalog import Catalog
from timeline.viewmodel.route_view import RouteMap


def map_key(view: RouteMap, say: Catalog) -> str:
    """A line of words, each behind its stroke; empty when nothing but plain journeys is drawn."""
    items = "".join(
        f'<span><i class="{name}"></i>{text(say(f"map.key.{name}"))}</span> '
        for name in key_names(view)
    )
    return f'<p class="key">{items}</p>' if items else ""
