"""Countries on a page: the world, what happened in one of them, what its state did."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from timeline.charts.html.act_table import act_table
from timeline.charts.html.country_bars import ANCHORS, contents, soil_table, world_table
from timeline.charts.html.flow_tables import flow_tables
from timeline.charts.html.links import Links
from timeline.charts.html.passage_list import passage_table
from timeline.charts.html.source_list import source_items
from timeline.charts.html.wait_table import uncounted_list, wait_table
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import PassingPoint
from timeline.ui import country_chooser, data, url
from timeline.ui.country_facts import CountryFacts
from timeline.ui.show.export import export_control
from timeline.ui.show.text import lead, note, title
from timeline.viewmodel.country_acts import ActGroup
from timeline.viewmodel.country_flows import FlowSide
from timeline.viewmodel.country_soil import CountryRow, Soil, World
from timeline.viewmodel.country_waits import CountryWaits
from timeline.viewmodel.footnotes import Footnotes
from timeline.viewmodel.passages import Passages


def headline(code: str | None, say: Catalog) -> None:
    """The name of the country, or what the page is about."""
    title(country_name(code, say) if code else say("countries.heading"))


def world(view: World, chosen: Selection, say: Catalog) -> None:
    """Every country with its main counts, and what counts for none."""
    lead(say("countries.lead"))
    st.html(world_table(view, say, Links(chosen)))
    counted = (
        ("countries.unplaced", view.unplaced_count),
        ("countries.undisclosed", view.undisclosed_count),
        ("countries.undisclosed_in", view.undisclosed_in_count),
        ("countries.undisclosed_out", view.undisclosed_out_count),
    )
    note(" ".join(say.count(key, count) for key, count in counted if count))


def nothing_here(code: str, chosen: Selection, say: Catalog) -> None:
    """Say that the filters leave nothing of a country, and which of them alone would bring how much."""
    here = replace(chosen, country_codes=(code,))
    advice = [
        say.count(f"nothing.without.{one.filter_name}", one.event_count)
        for one in data.ask(read.loosenings, here)
        if one.filter_name != "country"
    ]
    country = country_name(code, say)
    st.info(" ".join((say("countries.subject.nothing", country=country), *advice)))


def country(code: str, whole: World, facts: CountryFacts, chosen: Selection, say: Catalog) -> None:
    """What happened in one country, what its state did, how long it took, who came and went."""
    row = whole.row(code)
    if row is not None:
        lead(_lead_words(row, say))
    st.html(contents(say))
    _soil(facts.soil, code, chosen, say)
    _acts(facts.acts, code, chosen, say)
    _waits(facts.waits, chosen, say)
    _flows(facts.flows, code, chosen, say)


def passage_chooser(code: str | None, chosen: Selection, say: Catalog) -> PassingPoint | None:
    """Ask for the place or office; None when nobody has an event at one."""
    st.header(say("countries.passages.heading"), anchor=ANCHORS["passages"])
    point = country_chooser.one_point(code, chosen, say)
    if point is None and code is not None:
        note(say("countries.passages.none"))
    if url.has_stale():
        st.info(say("link.stale"))
    return point


def passages(view: Passages, point: PassingPoint | None, chosen: Selection, say: Catalog) -> None:
    """Who passed through a place or an office."""
    if point is not None:
        st.html(passage_table(view, point.name, say, Links(chosen)))


def numbered_sources(notes: Footnotes, say: Catalog) -> None:
    """The sources that the footnotes of the page stand for."""
    if notes.sources:
        st.header(say("case.sources"))
        st.html(source_items(notes.sources, say))


def _lead_words(row: CountryRow, say: Catalog) -> str:
    """How much there is of one country, in a sentence or two."""
    words = say(
        "countries.subject.lead",
        events=say.count("totals.events", row.event_count),
        acts=say.count("totals.events", row.act_count),
    )
    if row.accused_count:
        accused = say.count("totals.events", row.accused_count)
        words += " " + say("countries.subject.accused", events=accused)
    return words


def _soil(view: Soil, code: str, chosen: Selection, say: Catalog) -> None:
    """What happened on the soil of a country."""
    st.header(say("countries.soil.heading"), anchor=ANCHORS["soil"])
    if view.is_empty:
        note(say("countries.soil.none"))
        return
    st.html(soil_table(view, code, say, Links(chosen)))
    if view.elsewhere_count:
        note(say.count("countries.elsewhere", view.elsewhere_count))


def _acts(groups: tuple[ActGroup, ...], code: str, chosen: Selection, say: Catalog) -> None:
    """What the state did, was asked for, is accused of and said."""
    st.header(say("countries.acts.heading"), anchor=ANCHORS["acts"])
    if not groups:
        note(say("countries.acts.none"))
        return
    st.html(act_table(groups, country_name(code, say), say, Links(chosen)))


def _waits(view: CountryWaits, chosen: Selection, say: Catalog) -> None:
    """How long the state took to decide."""
    st.header(say("countries.waits.heading"), anchor=ANCHORS["waits"])
    if view.is_empty:
        note(say("countries.waits.none"))
        return
    if view.groups:
        st.html(wait_table(view, say, Links(chosen)))
    rest = uncounted_list(view, say, Links(chosen))
    if rest:
        st.html(rest)
    if view.listed_count < view.proceeding_count:
        number = f"{view.proceeding_count:,}"
        note(say("countries.waits.listed", listed=view.listed_count, number=number))


def _flows(sides: tuple[FlowSide, ...], code: str, chosen: Selection, say: Catalog) -> None:
    """Who came and who went."""
    st.header(say("countries.flow.heading"), anchor=ANCHORS["flow"])
    if not sides:
        note(say("countries.flow.none"))
        return
    note(say("countries.flow.caption"))
    export_control(("flows",), chosen, say, country=code)
    st.html(flow_tables(sides, country_name(code, say), say))
