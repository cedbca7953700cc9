"""The cases as a list of links, for narrow screens; and the key to the lane colours."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.case_timeline import LANE_ORDER
from timeline.viewmodel.overview_timeline import OverviewTimeline


def case_list(view: OverviewTimeline, say: Catalog, *, case_address: str) -> str:
    """A list of links, every text escaped."""
    items = "".join(
        f'<li><a href="{_address(case_address, row.case_id)}" '
        f'target="_self"><b>{escape(row.title)}</b></a><br>{escape(row.state)}<br>'
        f'<span class="tl-when">{escape(say("overview.reported", date=date_words(row.reported, say)))}, '
        f"{escape(say.count('totals.events', row.event_count))}</span></li>"
        for row in view.rows
    )
    return f'<ul class="tl-cases">{items}</ul>'


def lane_key(view: OverviewTimeline, say: Catalog) -> str:
    """The lanes that occur, each with its colour; without it the small marks would stay unexplained."""
    present = {mark.lane for row in view.rows for mark in row.timeline.marks}
    items = "".join(
        f'<span class="tl-lane-{lane.value}"><i aria-hidden="true"></i>{escape(say(f"lane.{lane.value}"))}</span>'
        for lane in LANE_ORDER
        if lane in present
    )
    return f'<p class="tl-key">{items}</p>'


def _address(case_address: str, case_id: str) -> str:
    return escape(f"{case_address}?{urlencode({'case': case_id})}", quote=True)
