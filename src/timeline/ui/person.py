"""Choosing the person and the day that the page of people is about, and fetching what is on record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import LegRow, Person, PersonReport
from timeline.ui import data, filters, url
from timeline.viewmodel.case_timeline import CaseTimeline, case_timeline
from timeline.viewmodel.person_record import (
    PersonRecord,
    person_record,
    place_ids_of,
    source_ids_of,
)

WHO = "who"
ON = "on"
_MOST_ASKED = 3
"""Ids of an address that are looked up, should it name many."""
_ON_OF = "on_of"
"""Whose day it is that stands in the control."""


def choose(say: Catalog) -> Person | None:
    """Ask for a person as ?who=<actor_id>; None when nobody is followed.

    Without one the person of the shared filter is taken, else whoever has the latest
    event. The person of the address is offered even when not among the listed.
    """
    filtered = st.query_params.get_all("person")
    asked = [*st.query_params.get_all(WHO), *filtered]
    if WHO in st.session_state:
        asked.append(st.session_state[WHO])
    people: dict[str, Person] = {}
    for who in asked[:_MOST_ASKED] or [""]:
        if who not in people:
            found = data.ask(read.people, Selection(), who=who)
            people |= {person.actor_id: person for person in found}
    if not people:
        return None
    latest = max(people.values(), key=lambda one: (one.last_day or dt.date.min, one.actor_id))
    default = next((who for who in filtered if who in people), latest.actor_id)
    names = {one.actor_id: one.name for one in sorted(people.values(), key=_by_name)}
    with st.container(key="subject", width=320):
        return people[url.one_of(say("people.choose"), names, name=WHO, default=default)]


def _by_name(person: Person) -> tuple[str, str]:
    return person.name.casefold(), person.actor_id


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the filters leave of one person."""

    chosen: Selection
    """The events that happened to the person or are about them, under the filters."""
    reports: tuple[PersonReport, ...]
    legs: tuple[LegRow, ...]
    record: PersonRecord


def fetch(who: str, chosen: Selection) -> Fetched:
    """Everything on one person that the filters leave; the filter on persons does not apply."""
    everybody = replace(_in_cases(who, chosen), actor_ids=())
    subject = replace(everybody, actor_ids=(who,))
    reports = data.ask(read.person_reports, everybody, who=who)
    legs = data.ask(read.legs, subject)
    chains = data.ask(read.place_chains, place_ids_of(reports, legs))
    sources = data.ask(read.sources_named, source_ids_of(reports))
    return Fetched(subject, reports, legs, person_record(reports, legs, chains, sources))


def whole_timeline(who: str) -> CaseTimeline:
    """The timeline of a person without filters, whose axis stays while filters come and go."""
    everything = _in_cases(who, Selection(actor_ids=(who,)))
    return case_timeline(data.ask(read.events, everything), data.ask(read.dates_said, everything))


def _in_cases(who: str, chosen: Selection) -> Selection:
    """The same choice within the cases of the person: it leaves as much and is found far sooner."""
    cases = data.ask(read.person_cases, who)
    return replace(chosen, case_ids=tuple(case.case_id for case in cases))


def ask_day(who: str, record: PersonRecord, say: Catalog) -> dt.date | None:
    """Ask for a day as ?on=YYYY-MM-DD; None when there is no report to take one from.

    Without one it is the last day on which any report places the person, else that of the
    last report.
    """
    default = record.last_placed_on or record.last_reported_on
    if default is None:
        return None
    if st.session_state.get(_ON_OF) != who and not st.query_params.get_all(ON):
        st.session_state.pop(ON, None)
    st.session_state[_ON_OF] = who
    with st.container(key="on_day", width=200):
        day = url.day(
            say("people.day"),
            name=ON,
            earliest=filters.EARLIEST,
            latest=filters.LATEST,
            default=default,
        )
    return day or default
