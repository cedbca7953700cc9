"""Everything the page on countries says of one subject: fetched, and its sources numbered once."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.selection import Selection
from timeline.store import read
from timeline.ui import data
from timeline.viewmodel.country_acts import ActGroup, country_acts, order_of_acts
from timeline.viewmodel.country_flows import FlowSide, country_flows
from timeline.viewmodel.country_soil import Soil, soil
from timeline.viewmodel.country_waits import CountryWaits, country_waits, order_of_waits
from timeline.viewmodel.footnotes import Footnotes, footnotes
from timeline.viewmodel.passages import Passages, order_of_passages, passages


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """What is said of one country, or of a place or office anywhere."""

    soil: Soil
    acts: tuple[ActGroup, ...]
    waits: CountryWaits
    flows: tuple[FlowSide, ...]
    passages: Passages
    notes: Footnotes


def country_facts(code: str | None, at_id: str | None, chosen: Selection) -> CountryFacts:
    """What a choice leaves of a country (None: of none) and of a place or office (None: of none)."""
    acts = data.ask(read.state_acts, chosen, country=code) if code else ()
    steps = data.ask(read.proceeding_steps, chosen, country=code) if code else ()
    passed = data.ask(read.passages, chosen, point=at_id) if at_id else ()
    named = (*order_of_acts(acts), *order_of_waits(steps), *order_of_passages(passed))
    notes = footnotes(named, data.ask(read.citations, chosen, event_ids=named) if named else ())
    return CountryFacts(
        soil=soil(data.ask(read.soil_counts, chosen, country=code) if code else ()),
        acts=country_acts(acts, notes),
        waits=country_waits(steps, notes),
        flows=country_flows(data.ask(read.flows, chosen, country=code) if code else ()),
        passages=passages(passed, notes),
        notes=notes,
    )
