"""Who came and who went: two tables side by side, the country in between."""

from __future__ import annotations

from html import escape

from timeline.charts.html.country_bars import bar_html
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.viewmodel.country_flows import FlowRow, FlowSide


def flow_tables(sides: tuple[FlowSide, ...], country: str, say: Catalog) -> str:
    """One table a direction; every text escaped. *country* is a name."""
    tables = "".join(_side(side, country, say) for side in sides)
    return f'<div class="ct-flows">{tables}</div>'


def _side(side: FlowSide, country: str, say: Catalog) -> str:
    rows = "".join(_row(row, say) for row in side.rows)
    if not rows:
        rows = f'<tr><td class="ct-none">{escape(say("countries.flow.nobody"))}</td></tr>'
    listed = ""
    if len(side.rows) < side.row_count:
        words = say("countries.flow.listed", listed=len(side.rows), number=side.row_count)
        listed = f' <span class="tl-when">{escape(words)}</span>'
    heading = escape(say(f"countries.flow.{side.direction}", country=country))
    return (
        f'<table class="tl-table ct-flow ct-flow-{side.direction}">'
        f"<caption><b>{heading}</b>{listed}</caption><tbody>{rows}</tbody></table>"
    )


def _row(row: FlowRow, say: Catalog) -> str:
    code = row.other_country_code
    name = country_name(code, say) if code else say("countries.flow.undisclosed")
    way = say(f"map.status.{row.leg_status}.{row.leg_kind}")
    undisclosed = "" if code else " ct-undisclosed"
    return (
        f'<tr class="ct-status-{row.leg_status}{undisclosed}">'
        f'<th scope="row">{escape(name)}<br><span class="tl-when">{escape(way)}</span></th>'
        f'<td class="ct-wide"><div class="ct-drawn">{bar_html(row.bar)}<span class="ct-count">{escape(flow_words(row, say))}</span></div></td></tr>'
    )


def flow_words(row: FlowRow, say: Catalog) -> str:
    """How many people and legs: '1 person, 1 group, 2 legs'."""
    counted = (
        ("countries.people", row.person_count),
        ("countries.groups", row.group_count),
    )
    parts = [say.count(key, count) for key, count in counted if count]
    parts.append(say.count("totals.legs", row.leg_count))
    if row.contested_count:
        parts.append(say.count("countries.contested", row.contested_count))
    return ", ".join(parts)
