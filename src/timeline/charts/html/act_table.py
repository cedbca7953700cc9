"""What a state did, was asked for and is accused of, as one table with a part for each."""

from __future__ import annotations

from html import escape

from timeline.charts.html.event_table import footnotes
from timeline.charts.html.links import Links
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.country_acts import Act, ActGroup


def act_table(groups: tuple[ActGroup, ...], country: str, say: Catalog, links: Links) -> str:
    """A table in order of time within each part; every text escaped. *country* is a name."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"countries.acts.{name}"))}</th>'
        for name in ("when", "what", "who", "sources")
    )
    parts = "".join(_group(group, say, links) for group in groups)
    caption = escape(say("countries.acts.caption", country=country))
    return (
        f'<table class="tl-table ct-acts"><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead>{parts}</table>"
    )


def _group(group: ActGroup, say: Catalog, links: Links) -> str:
    listed = ""
    if len(group.acts) < group.act_count:
        words = say("countries.acts.listed", listed=len(group.acts), number=f"{group.act_count:,}")
        listed = f' <span class="tl-when">{escape(words)}</span>'
    rows = "".join(_row(act, say, links) for act in group.acts)
    return (
        f'<tbody><tr><th scope="rowgroup" colspan="4" class="ct-group">'
        f"<b>{escape(say(f'countries.part.{group.part}'))}</b>{listed}</th></tr>{rows}</tbody>"
    )


def _row(act: Act, say: Catalog, links: Links) -> str:
    differ = (
        f' <span class="tl-differ">{escape(say("table.sources_differ"))}</span>'
        if act.is_disputed
        else ""
    )
    return (
        f"<tr><td>{escape(date_words(act.phrase, say))}</td> "
        f'<th scope="row"><a href="{links.event(act.case_id, act.event_id)}" target="_self">'
        f"{escape(act.title)}</a> "
        f'<span class="tl-when">{escape(say(f"status.{act.verification_status}"))}</span>{differ}</th> '
        f"<td>{escape(_who(act, say))}</td> "
        f"<td>{footnotes(act.source_numbers)}</td></tr>"
    )


def _who(act: Act, say: Catalog) -> str:
    """Who took the part, or the proceeding through which it belongs here."""
    if act.bodies:
        return say("countries.list").join(act.bodies)
    return say("countries.step_of", proceeding=act.proceeding_title or "")
