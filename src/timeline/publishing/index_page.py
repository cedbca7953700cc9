"""The first page of a published site: every case and view, with where each can be had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from timeline.exports.formats import FORMATS
from timeline.exports.pack import PACK
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.i18n.language_names import language_name
from timeline.model.view import EMBED, OF_A_CASE, ViewKind, view_of
from timeline.publishing.ledger import Ledger
from timeline.publishing.plain_page import link, page
from timeline.publishing.tombstone import day_of
from timeline.publishing.versions_page import VERSIONS_PAGE

INDEX, FEED = "index.html", "feed.atom"


def index_page(
    ledgers: Sequence[Ledger], say: Catalog, *, theme: str, languages: Iterable[tuple[str, str]]
) -> bytes:
    """Everything that stands, in the order given; withdrawn items are passed over.

    *languages* are the other languages of the site, each with the address of its index
    seen from this one.
    """
    standing = [one for one in ledgers if one.current is not None]
    body = [f"<h1>{escape(say('publish.title'))}</h1>\n<p>{escape(say('publish.intro'))}</p>\n"]
    body.append(f'<p class="quiet">{link(FEED, say("publish.feed"))}{_languages(languages)}</p>\n')
    body += [_cases(standing, say), *_groups(standing, say)]
    lines = (say("export.withheld"), say("export.method"), say("export.licence"))
    body.append(f"<footer>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</footer>\n")
    feed = (
        f'<link rel="alternate" type="application/atom+xml" href="{FEED}" '
        f'title="{escape(say("publish.feed"))}">\n'
    )
    return page(say("publish.title"), "".join(body), say, theme=theme, head=feed)


def _languages(languages: Iterable[tuple[str, str]]) -> str:
    return "".join(f" {link(address, name)}" for name, address in languages)


def _cases(ledgers: Iterable[Ledger], say: Catalog) -> str:
    by_case: dict[str, dict[str, Ledger]] = {}
    for one in ledgers:
        if one.case_id:
            by_case.setdefault(one.case_id, {})[one.kind] = one
    rows = []
    for views in by_case.values():
        links = [
            f"<li>{link(_home(views[kind]), say(f'publish.view.{kind.value}'))}</li>"
            for kind in OF_A_CASE
            if kind in views
        ]
        whole = next(iter(views.values()))
        links += [f"<li>{one}</li>" for one in _more(whole, say)]
        rows.append(
            f"<li><h3>{escape(whole.title)}</h3>{_since(whole, say)}"
            f'<ul class="views" aria-label="{escape(whole.title)}">{"".join(links)}</ul></li>\n'
        )
    return _section(say("publish.cases"), rows)


def _groups(ledgers: Sequence[Ledger], say: Catalog) -> list[str]:
    return [
        _section(
            say(key),
            [
                _row(one, say)
                for one in sorted(ledgers, key=lambda one: _name(one, say))
                if one.kind == kind and not one.case_id
            ],
        )
        for kind, key in (
            (ViewKind.COMPARISON, "publish.side_by_side"),
            (ViewKind.FLOWS, "publish.countries"),
            (ViewKind.MAP, "publish.together"),
        )
    ]


def _row(one: Ledger, say: Catalog) -> str:
    name = _name(one, say)
    links = [link(_home(one), name), *_more(one, say)]
    parts = "".join(f"<li>{part}</li>" for part in links)
    return f'<li><ul class="views" aria-label="{escape(name)}">{parts}</ul></li>\n'


def _name(one: Ledger, say: Catalog) -> str:
    """What a view of several cases is called under the heading of its kind."""
    view = view_of(one.view_id)
    if view.country is not None:
        return country_name(view.country, say)
    if view.moment is not None:
        words = say(f"compare.moment.{view.moment.value}")
        return words[:1].upper() + words[1:]
    return say("publish.view.map")


def _section(title: str, rows: Sequence[str]) -> str:
    if not rows:
        return ""
    return f'<h2>{escape(title)}</h2>\n<ul class="rows">\n{"".join(rows)}</ul>\n'


def _more(one: Ledger, say: Catalog) -> list[str]:
    home, pack = _home(one), FORMATS[PACK].file_name
    current = one.current
    files = (
        [link(f"{home}{pack}", say("publish.pack"))] if current and pack in current.files else []
    )
    return [*files, link(f"{home}{VERSIONS_PAGE}", say("publish.versions"))]


def _since(one: Ledger, say: Catalog) -> str:
    day = day_of(one.current.published, say) if one.current else ""
    return f'<p class="quiet">{escape(say("publish.since", day=day))}</p>'


def _home(one: Ledger) -> str:
    return f"{EMBED}/{one.view_id}/"


def other_languages(language: str, languages: Sequence[str], say: Catalog) -> list[tuple[str, str]]:
    """Name and address of the index in each other language, seen from the one of *language*."""
    up = "" if language == languages[0] else "../"
    return [
        (language_name(one, say), f"{up}{'' if one == languages[0] else f'{one}/'}" or "./")
        for one in languages
        if one != language
    ]
