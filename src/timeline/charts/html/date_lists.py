"""The latest dates, and days set in advance with what became of them, as lists of links."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.dates_kept import DatedLine, DatesKept, SetDate


def latest_list(view: DatesKept, say: Catalog, *, case_address: str) -> str:
    """What happened last, latest first; every text escaped."""
    items = "".join(
        f'<li><span class="tl-when">{escape(date_words(line.phrase, say))}</span><br>'
        f"{_link(line, case_address)} <b>{escape(line.case_title)}</b></li>"
        for line in view.latest
    )
    return f'<ul class="tl-dates">{items}</ul>'


def set_list(view: DatesKept, say: Catalog, *, case_address: str) -> str:
    """Days set in advance; every text escaped."""
    items = "".join(f"<li>{_set_date(one, say, case_address)}</li>" for one in view.set_dates)
    return f'<ul class="tl-dates">{items}</ul>'


def _set_date(one: SetDate, say: Catalog, case_address: str) -> str:
    if one.next_line is not None:
        became = (
            f"{escape(say('dates.next'))} {_link(one.next_line, case_address)} "
            f'<span class="tl-when">{escape(date_words(one.next_line.phrase, say))}</span>'
        )
    else:
        became = escape(say("dates.ahead" if one.is_ahead else "dates.nothing"))
    return (
        f'<span class="tl-when">{escape(date_words(one.line.phrase, say))}</span><br>'
        f"{_link(one.line, case_address)} <b>{escape(one.line.case_title)}</b><br>{became}"
    )


def _link(line: DatedLine, case_address: str) -> str:
    query = urlencode({"case": line.case_id, "event": line.event_id})
    address = escape(f"{case_address}?{query}", quote=True)
    return f'<a href="{address}" target="_self">{escape(line.title)}</a>'
