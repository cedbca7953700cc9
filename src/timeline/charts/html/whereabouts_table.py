"""The strip as a table: from when to when, where, how sure, why, who says so."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from timeline.charts.html.event_table import footnotes
from timeline.charts.html.links import PEOPLE, Links
from timeline.charts.html.whereabouts_words import headline_words, reason_words, sureness_words
from timeline.chronology.whereabouts import Knowledge
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.person_whereabouts import Answer, Days, Seen, WhereaboutsView


def whereabouts_table(view: WhereaboutsView, actor_id: str, say: Catalog, links: Links) -> str:
    """A real table behind a heading that opens it; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"people.table.{name}"))}</th>'
        for name in ("days", "where", "sure", "why", "sources")
    )
    rows = "".join(
        _row(days, actor_id, say, links, is_chosen=days.first_day <= view.day <= days.last_day)
        for days in view.stretches
    )
    return (
        f'<details class="pp-details"><summary>{escape(say("people.table.open"))}</summary>'
        f'<table class="tl-table pp-days"><caption>{escape(say("people.table.caption"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _row(days: Days, actor_id: str, say: Catalog, links: Links, *, is_chosen: bool) -> str:
    answer = days.answer
    marked = ' class="tl-marked"' if is_chosen else ""
    numbers = {number for one in _rests_on(answer) for number in one.source_numbers}
    return (
        f'<tr{marked}><th scope="row"><a href="{_address(days, actor_id, links)}" target="_self">'
        f"{escape(date_words(days.phrase, say))}</a></th>"
        f"<td>{escape(headline_words(answer, say))}</td>"
        f"<td>{escape(sureness_words(answer, say))}</td>"
        f"<td>{escape(reason_words(answer, say))}</td>"
        f"<td>{footnotes(sorted(numbers))}</td></tr>"
    )


def _rests_on(answer: Answer) -> tuple[Seen, ...]:
    if answer.knowledge is Knowledge.PLACED:
        return answer.grounds
    return tuple(one for one in (answer.last, answer.next) if one is not None)


def _address(days: Days, actor_id: str, links: Links) -> str:
    """The same page on the first of these days."""
    query = "&".join(
        part
        for part in (
            urlencode({"who": actor_id, "on": days.first_day.isoformat()}),
            links.chosen.query(),
        )
        if part
    )
    return escape(f"{PEOPLE}?{query}", quote=True)
