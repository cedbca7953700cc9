"""The full interactive page: timeline and map to move, the table, the sources, in one file that needs nobody.

Everything that runs stands in the file and is named by its hash in the policy, so that
nothing else can. The still pictures stand there first; what is live takes their place.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

from timeline.charts.picture.route_picture import description_words
from timeline.charts.timeline.timeline_words import alt_words
from timeline.exports.edition import Edition
from timeline.exports.embed.event_rows import event_table
from timeline.exports.embed.foot import foot
from timeline.exports.embed.key import map_key
from timeline.exports.embed.look import collapsed, style_sheet
from timeline.exports.embed.markup import attribute, permitted, text
from timeline.exports.embed.source_rows import source_list
from timeline.exports.interactive.map_panel import leg_list, map_data, map_svgs
from timeline.exports.interactive.still import still_map, still_timeline
from timeline.exports.interactive.timeline_figure import palettes_of, script_json, timeline_data
from timeline.exports.words.description import when_words
from timeline.exports.words.headline import headline, standfirst, state_words
from timeline.model.view import ViewKind

KINDS = frozenset({ViewKind.CASE, ViewKind.TIMELINE, ViewKind.MAP})
"""The views that something can be explored in; the others are lists."""
BUNDLE = "plotly-basic.min.js"
_SCRIPTS = ("explore.js", "explore_timeline.js", "explore_map.js")
_TOOLS = ("out", "in", "whole")


def write(edition: Edition) -> bytes:
    """The page; the same bytes for the same edition."""
    return permitted(_document(edition)).encode("utf-8")


def _document(edition: Edition) -> str:
    say, article = edition.say, edition.article
    has_timeline = article.view.kind is not ViewKind.MAP and not article.timeline.is_empty
    has_map = article.view.kind is not ViewKind.TIMELINE and not article.routes.is_empty
    scripts = [*([_packaged(BUNDLE)] if has_timeline else []), _explorer()]
    title = text(headline(article, say, edition.style))
    looked_at = [
        _timeline(edition) if has_timeline else "",
        f'<div class="beside">{_map(edition) if has_map else ""}'
        '<section id="tl-panel" class="panel" aria-live="polite" '
        f'aria-label="{_said(edition, "chosen")}"></section></div>',
    ]
    both = " both" if has_timeline and has_map else ""
    parts = [
        f"<header><h1>{title}</h1>{_paragraphs(edition)}</header>",
        f'<div class="looked-at{both}">{"".join(looked_at)}</div>',
        f'<details class="table" open="open"><summary>{text(say("embed.table"))}</summary>',
        event_table(article.dossier, say),
        source_list(article.dossier.sources, say),
        f"</details><footer>{foot(edition)}</footer>",
    ]
    body = "".join(parts)
    sheet = style_sheet(edition.style.theme, collapsed(_packaged("page.css")), body)
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(say.language)}" dir="{edition.direction}" class="full">'
        f'<head><meta charset="utf-8"/>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"/>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts)}"/>'
        f'<meta name="referrer" content="no-referrer"/><meta name="robots" content="noindex"/>'
        f"<title>{title}</title>"
        f"<style>{sheet}</style></head><body><main>{body}</main>"
        f'<script type="application/json" id="tl-data">'
        f"{script_json(_data(edition, has_timeline=has_timeline, has_map=has_map))}</script>"
        f"{''.join(f'<script>{one}</script>' for one in scripts)}</body></html>\n"
    )


def policy(scripts: list[str]) -> str:
    """What the page may do: run these very scripts, and nothing that leaves it."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'"
        for one in scripts
    )
    return (
        f"default-src 'none';script-src {hashes};style-src 'unsafe-inline';"
        "img-src data: blob:;base-uri 'none';form-action 'none'"
    )


def _paragraphs(edition: Edition) -> str:
    article, say = edition.article, edition.say
    lines = (standfirst(article, say), state_words(article, say))
    return "".join(f"<p>{text(line)}</p>" for line in lines if line)


def _timeline(edition: Edition) -> str:
    """The still timeline, and the empty place of the live one, which narrow pages do without."""
    view, say = edition.article.timeline, edition.say
    return (
        f'<div class="chart">{_tools(edition, "tl-chart-tools")}'
        f'<div class="still">{still_timeline(edition)}</div>'
        f'<div class="live" tabindex="0" role="group" aria-label="{_said(edition, "timeline")}">'
        f'<div id="tl-chart" role="img" aria-label="{attribute(alt_words(view, say))}"></div></div>'
        "</div>"
    )


def _map(edition: Edition) -> str:
    view, say = edition.article.routes, edition.say
    return (
        f'<div class="route">{_tools(edition, "tl-map-tools")}'
        f'<div class="still">{still_map(edition)}</div>'
        f'<div class="live"><div id="tl-map" tabindex="0" role="group" '
        f'aria-label="{attribute(description_words(view, say))}">{map_svgs(edition)}</div></div>'
        f"{map_key(view, say)}{leg_list(edition)}</div>"
    )


def _tools(edition: Edition, tools_id: str) -> str:
    """Buttons that are shown once there is something for them to do."""
    say = edition.say
    signs = {"out": "−", "in": "+", "whole": say("full.whole")}
    buttons = "".join(
        f'<button type="button" data-act="{act}" aria-label="{attribute(say(f"full.tool.{act}"))}">'
        f"{text(signs[act])}</button>"
        for act in _TOOLS
    )
    hint = text(say("full.hint"))
    return f'<p id="{tools_id}" class="tools" hidden="hidden">{buttons}<small>{hint}</small></p>'


def _said(edition: Edition, name: str) -> str:
    return attribute(edition.say(f"full.name.{name}"))


def _data(edition: Edition, *, has_timeline: bool, has_map: bool) -> dict[str, Any]:
    article, say = edition.article, edition.say
    return {
        "events": {
            event.event_id: {"title": event.title, "when": when_words(event, say)}
            for event in article.dossier.events
        },
        "timeline": timeline_data(article.timeline, say, palettes_of(edition.style.theme))
        if has_timeline
        else None,
        "map": map_data(edition) if has_map else None,
    }


@cache
def _packaged(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


@cache
def _explorer() -> str:
    return "".join(_packaged(name) for name in _SCRIPTS)
