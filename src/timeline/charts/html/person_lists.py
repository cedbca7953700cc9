"""Who somebody is, as recorded: further names, parts in cases, and every event with their roles."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from timeline.charts.html.event_table import footnotes
from timeline.charts.html.links import CASE, Links
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.i18n.language_names import language_name, script_name
from timeline.viewmodel.person_page import FurtherName, PartInCase, PersonEvent, PersonPage


def name_list(page: PersonPage, say: Catalog) -> str:
    """The names under which the person also appears; empty when there are none."""
    if not page.names:
        return ""
    items = "".join(_name(one, say) for one in page.names)
    return (
        f'<dl class="pp-facts"><dt>{escape(say("people.names"))}</dt><dd><ul>{items}</ul></dd></dl>'
    )


def _name(one: FurtherName, say: Catalog) -> str:
    script = script_name(one.name, say)
    said = [
        language_name(one.language, say),
        script if script and script != script_name(say("language.name"), say) else "",
        say(f"people.name_kind.{one.kind}"),
    ]
    tag = one.language if one.language != "und" else ""
    words = escape(", ".join(part for part in said if part))
    return (
        f'<li><bdi lang="{escape(tag, quote=True)}">{escape(one.name)}</bdi> '
        f'<span class="tl-when">{words}</span></li>'
    )


def case_parts(page: PersonPage, say: Catalog, links: Links) -> str:
    """The cases the person has a part in, each with the roles."""
    items = "".join(_part(one, say, links) for one in page.parts)
    return (
        f'<dl class="pp-facts"><dt>{escape(say("people.cases"))}</dt><dd><ul>{items}</ul></dd></dl>'
    )


def _part(one: PartInCase, say: Catalog, links: Links) -> str:
    query = urlencode({"case": one.case_id})
    if links.chosen.known_on is not None:
        query += "&" + urlencode({"known": links.chosen.known_on.isoformat()})
    roles = ", ".join(
        say.count("people.in_role", count, role=say(f"people.role.{role}"))
        for role, count in one.roles
    )
    return (
        f'<li><a href="{escape(f"{CASE}?{query}", quote=True)}" target="_self">'
        f'{escape(one.title)}</a> <span class="tl-when">{escape(roles)}</span></li>'
    )


def event_roles(page: PersonPage, say: Catalog, links: Links) -> str:
    """Every event with the roles of the person, as a table; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(words)}</th>'
        for words in (
            say("table.when"),
            say("table.what"),
            say("people.role_head"),
            say("table.where"),
            say("table.status"),
            say("table.sources"),
        )
    )
    rows = "".join(_event(one, say, links) for one in page.events)
    caption = (
        say("people.events.some", shown=len(page.events), number=f"{page.event_count:,}")
        if page.event_count > len(page.events)
        else say("people.events.all")
    )
    return (
        f'<table class="tl-table pp-events"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _event(one: PersonEvent, say: Catalog, links: Links) -> str:
    told = one.told
    roles = ", ".join(say(f"people.role.{role}") for role in one.roles)
    differ = (
        f'<br><span class="tl-differ">{escape(say("table.sources_differ"))}</span>'
        if told.is_disputed
        else ""
    )
    return (
        f"<tr><td>{escape(date_words(told.phrase, say))}</td>"
        f'<th scope="row"><a href="{links.event(told.case_id, told.event_id)}" target="_self">'
        f"{escape(told.title)}</a></th><td>{escape(roles)}</td>"
        f"<td>{escape(one.place_name or say('table.no_place'))}</td>"
        f"<td>{escape(say(f'status.{told.verification_status}'))}{differ}</td>"
        f"<td>{footnotes(told.source_numbers)}</td></tr>"
    )
