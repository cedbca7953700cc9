"""The key to the lines of a route map: only the kinds that occur, drawn by the style sheet."""

from __future__ import annotations

from html import escape

from timeline.charts.mapping.leg_style import LineKind, is_against_the_will, line_kind
from timeline.i18n.catalog import Catalog
from timeline.viewmodel.route_view import Fade, RouteMap


def line_key(view: RouteMap, say: Catalog) -> str:
    """A line of words, each behind its stroke; empty when nothing but plain journeys is drawn."""
    items = "".join(
        f'<span><i class="tl-line-{name}" aria-hidden="true"></i>{escape(say(f"map.key.{name}"))}</span>'
        for name in key_names(view)
    )
    return f'<p class="tl-key tl-line-key">{items}</p>' if items else ""


def reading_words(view: RouteMap, say: Catalog) -> str:
    """What a line of the map says and what it does not; empty where no line is drawn."""
    return say("map.reading") if any(leg.path for leg in view.legs) else ""


def key_names(view: RouteMap) -> tuple[str, ...]:
    """What the key explains, in order: ids under `map.key.`; none where all are plain journeys."""
    drawn = [leg for leg in view.legs if leg.path]
    kinds = [kind for kind in LineKind if any(line_kind(leg) is kind for leg in drawn)]
    names = [kind.value for kind in kinds]
    if any(is_against_the_will(leg) for leg in drawn):
        names.append("against_will")
    if any(leg.fades is not Fade.NONE for leg in drawn):
        names.append("undisclosed")
    return () if names == [LineKind.DOCUMENTED] else tuple(names)
