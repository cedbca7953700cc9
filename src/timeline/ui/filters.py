"""The filters that every page has, in one place."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.store.rows import Choice
from timeline.ui import data, url
from timeline.ui.selection import Selection


def ask(say: Catalog, *, case_ids: tuple[str, ...] = ()) -> Selection:
    """Show the filters and give what is chosen, within the given cases."""
    # Each list counts under the other's choice, as it stood when the page was asked for.
    people = {
        choice.choice_id: choice
        for choice in data.people(tuple(st.query_params.get_all("country")))
    }
    countries = {
        choice.choice_id: choice
        for choice in data.countries(tuple(st.query_params.get_all("person")))
    }
    actor_ids = url.some_of(
        say("control.person"),
        _labels({key: choice.name or key for key, choice in people.items()}, people),
        name="person",
        placeholder=say("control.all"),
    )
    country_codes = url.some_of(
        say("control.country"),
        _labels({key: country_name(key, say) for key in countries}, countries),
        name="country",
        placeholder=say("control.all"),
    )
    return Selection(case_ids, tuple(actor_ids), tuple(country_codes))


def in_use(chosen: Selection, say: Catalog) -> str:
    """The names of the filters that are in use, for the sentence on an empty page."""
    names = []
    if chosen.actor_ids:
        names.append(say("control.person"))
    if chosen.country_codes:
        names.append(say("control.country"))
    return say("date.or").join(names)


def _labels(names: Mapping[str, str], choices: Mapping[str, Choice]) -> dict[str, str]:
    """Each choice with the number of events it would leave, in order of names."""
    return {
        key: f"{names[key]} ({choices[key].event_count})"
        for key in sorted(names, key=lambda one: names[one])
    }
