"""Who came and who went as a table under the drawing."""

from __future__ import annotations

from timeline.charts.html.flow_tables import flow_words
from timeline.exports.embed.markup import text
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.viewmodel.country_flows import FlowRow, FlowSide


def flow_table(sides: tuple[FlowSide, ...], country: str, say: Catalog) -> str:
    """One folded table, a part of it for each direction. *country* is a name."""
    parts = "".join(_side(side, country, say) for side in sides)
    heads = "".join(
        f'<th scope="col">{text(say(key))}</th>'
        for key in ("countries.head.country", "data.column.movement", "data.column.number")
    )
    return (
        f"<details><summary>{text(say('embed.flows'))}</summary>"
        f"<table><caption>{text(say('countries.flow.caption'))}</caption>"
        f"<thead><tr>{heads}</tr></thead>{parts}</table></details>"
    )


def _side(side: FlowSide, country: str, say: Catalog) -> str:
    heading = say(f"countries.flow.{side.direction}", country=country)
    rows = "".join(_row(row, say) for row in side.rows)
    if not rows:
        rows = f'<tr><td colspan="3">{text(say("countries.flow.nobody"))}</td></tr>'
    return f'<tbody><tr><th colspan="3" scope="rowgroup">{text(heading)}</th></tr>{rows}</tbody>'


def _row(row: FlowRow, say: Catalog) -> str:
    code = row.other_country_code
    name = country_name(code, say) if code else say("countries.flow.undisclosed")
    way = say(f"map.status.{row.leg_status}.{row.leg_kind}")
    return (
        f'<tr><th scope="row">{text(name)}</th><td>{text(way)}</td>'
        f"<td>{text(flow_words(row, say))}</td></tr>"
    )
