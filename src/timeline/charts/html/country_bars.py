"""Countries and kinds of event as tables with bars: the number stands beside each bar, in words."""

from __future__ import annotations

from html import escape

from timeline.charts.html.links import Links
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.viewmodel.country_soil import Bar, CountryRow, Soil, SoilKind, SoilLane, World

ANCHORS = {
    "soil": "soil",
    "acts": "acts",
    "waits": "waits",
    "flow": "flows",
    "passages": "passages",
}
"""Parts of the page on one country, each with the anchor of its heading."""
_COLUMNS = ("people", "acts", "accused", "came", "went")


def bar_html(bar: Bar, *, ends: str = "") -> str:
    """A bar: solid for what is certain, pale for what is possible, hollow where sources differ.

    *ends* names how it ends: "open" adds a chevron. It says nothing that its row does not
    say in words, so a screen reader passes over it.
    """
    total = bar.certain + bar.possible + bar.contested
    parts = "".join(
        f'<i class="ct-{name}" style="width:{share / total * 100:.2f}%"></i>'
        for name, share in (
            ("certain", bar.certain),
            ("possible", bar.possible),
            ("contested", bar.contested),
        )
        if share > 0
    )
    end = f'<i class="ct-end-{ends}"></i>' if ends else ""
    return f'<span class="ct-bar" style="--ct-length:{total:.4f}" aria-hidden="true">{parts}{end}</span>'


def contents(say: Catalog) -> str:
    """Links to the parts of the page on one country."""
    links = "".join(
        f'<a href="#{anchor}">{escape(say(f"countries.{part}.heading"))}</a>'
        for part, anchor in ANCHORS.items()
    )
    return f'<p class="ct-contents">{links}</p>'


def world_table(view: World, say: Catalog, links: Links) -> str:
    """Every country with its main counts, most events first; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"countries.head.{name}"))}</th>'
        for name in ("country", "events", *_COLUMNS)
    )
    rows = "".join(_country(row, say, links) for row in view.rows)
    return (
        f'<table class="tl-table ct-world"><caption>{escape(say("countries.world.caption"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _country(row: CountryRow, say: Catalog, links: Links) -> str:
    name = escape(country_name(row.country_code, say))
    differ = (
        f' <span class="tl-when">{escape(say.count("countries.contested", row.contested_count))}</span>'
        if row.contested_count
        else ""
    )
    counts = (
        row.person_count,
        row.act_count,
        row.accused_count,
        row.leg_in_count,
        row.leg_out_count,
    )
    cells = "".join(
        f'<td class="{"ct-some" if count else "ct-none"}" data-label="{_label(column, say)}">{count:,}</td>'
        for column, count in zip(_COLUMNS, counts, strict=True)
    )
    return (
        f'<tr><th scope="row"><a href="{links.country(row.country_code)}" target="_self">{name}</a></th>'
        f'<td class="ct-wide"><div class="ct-drawn">{bar_html(row.bar)}'
        f'<span class="ct-count">{escape(say.count("totals.events", row.event_count))}{differ}</span></div></td>'
        f"{cells}</tr>"
    )


def _label(column: str, say: Catalog) -> str:
    """The head of a column, for where a narrow screen has no row of heads."""
    return escape(say(f"countries.head.{column}"), quote=True)


def soil_table(view: Soil, country_code: str, say: Catalog, links: Links) -> str:
    """What happened in a country, by kind; every text escaped."""
    groups = "".join(_lane(lane, country_code, say, links) for lane in view.lanes)
    return (
        f'<table class="tl-table ct-soil"><caption>{escape(say("countries.soil.caption"))}</caption>'
        f"{groups}</table>"
    )


def _lane(lane: SoilLane, country_code: str, say: Catalog, links: Links) -> str:
    rows = "".join(_kind(kind, country_code, say, links) for kind in lane.kinds)
    return (
        f'<tbody class="ct-lane-{lane.lane.value}"><tr><th scope="rowgroup" colspan="2" class="ct-group">'
        f'<span class="tl-lane">{escape(say(f"lane.{lane.lane.value}"))}</span></th></tr>{rows}</tbody>'
    )


def _kind(kind: SoilKind, country_code: str, say: Catalog, links: Links) -> str:
    return (
        f'<tr><th scope="row"><a href="{links.events_in(country_code, kind.event_type)}" target="_self">'
        f"{escape(say(f'type.{kind.event_type}'))}</a></th>"
        f'<td class="ct-wide"><div class="ct-drawn">{bar_html(kind.bar)}<span class="ct-count">{escape(soil_words(kind, say))}</span></div></td></tr>'
    )


def soil_words(kind: SoilKind, say: Catalog) -> str:
    """How many there are and how sure they are: '3: 2 confirmed, 1 reported'."""
    parts = [
        say(f"countries.soil.{name}", number=f"{count:,}")
        for name, count in (
            ("confirmed", kind.confirmed_count),
            ("reported", kind.reported_count),
            ("contested", kind.contested_count),
            ("refuted", kind.refuted_count),
        )
        if count
    ]
    if len(parts) == 1:
        return parts[0]
    return say("countries.soil.sum", number=f"{kind.shown_count:,}", parts=", ".join(parts))
