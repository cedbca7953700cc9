"""Days from application to decision: a table whose bars are the picture, the days beside them."""

from __future__ import annotations

from html import escape

from timeline.charts.html.country_bars import bar_html
from timeline.charts.html.event_table import footnotes
from timeline.charts.html.links import Links
from timeline.chronology.waiting import Ending
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words, day_words
from timeline.i18n.offset_words import offset_words
from timeline.viewmodel.country_waits import (
    CountryWaits,
    OpenRow,
    StepMark,
    Uncounted,
    WaitGroup,
    WaitRow,
)


def wait_table(view: CountryWaits, say: Catalog, links: Links) -> str:
    """Every proceeding whose days can be counted; every text escaped."""
    groups = "".join(_group(group, say, links) for group in view.groups)
    return (
        f'<table class="tl-table ct-waits" style="--ct-year:{view.year_share * 100:.3f}%">'
        f"<caption>{escape(wait_words(view, say))}</caption>{groups}</table>"
    )


def wait_words(view: CountryWaits, say: Catalog) -> str:
    """What the table shows and how to read its bars."""
    caption = say("countries.waits.caption")
    return f"{caption} {say('countries.waits.years')}" if view.year_share <= 1 else caption


def uncounted_list(view: CountryWaits, say: Catalog, links: Links) -> str:
    """The proceedings of which no day can be counted, and why; empty when there is none."""
    if not view.uncounted:
        return ""
    items = "".join(f"<li>{_uncounted(one, say, links)}</li>" for one in view.uncounted)
    return (
        f'<p class="tl-muted">{escape(say("countries.uncounted.heading"))}</p>'
        f'<ul class="ct-uncounted">{items}</ul>'
    )


def _group(group: WaitGroup, say: Catalog, links: Links) -> str:
    rows = "".join(_wait(row, group, say, links) for row in group.rows)
    if group.open_row is not None:
        rows += _open(group.open_row, say)
    begun = escape(say(f"countries.since.{group.since.value}"))
    return (
        f'<tbody class="ct-lane-proceedings"><tr><th scope="rowgroup" colspan="2" class="ct-group">'
        f"<b>{escape(group.title)}</b><br>"
        f'<span class="tl-when">{begun}</span> {_step(group.begun, group.case_id, say, links)}</th></tr>'
        f"{rows}</tbody>"
    )


def _wait(row: WaitRow, group: WaitGroup, say: Catalog, links: Links) -> str:
    if row.wait.least is None:
        drawn, days = "", say("countries.waits.undated")
    else:
        drawn = _track(bar_html(row.bar, ends="open" if row.has_no_end else ""))
        days = offset_words(row.wait, say)
    differ = (
        f' <span class="tl-differ">{escape(say("table.sources_differ"))}</span>'
        if row.wait.is_disputed
        else ""
    )
    return (
        f'<tr><th scope="row">{_step(row.step, group.case_id, say, links)}</th>'
        f'<td class="ct-wide">{drawn}<span class="ct-count"><b>{escape(days)}</b>{differ}</span></td></tr>'
    )


def _open(row: OpenRow, say: Catalog) -> str:
    key = "countries.waits.open" if row.ending is Ending.OPEN else "countries.waits.unreported"
    day = day_words(row.reported_on, say)
    ends = "open" if row.ending is Ending.OPEN else ""
    return (
        f'<tr><th scope="row">{escape(say(f"{key}.what", day=day))}</th>'
        f'<td class="ct-wide">{_track(bar_html(row.bar, ends=ends))}'
        f'<span class="ct-count"><b>{escape(say.count(f"{key}.days", row.least_days))}</b></span></td></tr>'
    )


def _track(bar: str) -> str:
    """The bar on a ground with a hairline at each year."""
    return f'<span class="ct-track">{bar}</span>'


def _step(step: StepMark, case_id: str, say: Catalog, links: Links) -> str:
    return (
        f'<a href="{links.event(case_id, step.event_id)}" target="_self">{escape(step.title)}</a>, '
        f'<span class="tl-when">{escape(alternatives_words(step.phrases, say))}</span> '
        f"{footnotes(step.source_numbers)}"
    )


def _uncounted(one: Uncounted, say: Catalog, links: Links) -> str:
    reason = escape(say(f"countries.uncounted.{one.reason}"))
    steps = "; ".join(_step(step, one.case_id, say, links) for step in one.steps)
    return f"<b>{escape(one.title)}</b>: {reason}{f'<br>{steps}' if steps else ''}"
