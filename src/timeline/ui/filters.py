"""The filters that every page has, in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.store.rows import Choice
from timeline.ui import data, url


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader chose; an empty tuple chooses everything."""

    actor_ids: tuple[str, ...]
    country_codes: tuple[str, ...]

    def active(self, say: Catalog) -> str:
        """The names of the filters that are in use, for the sentence on an empty page."""
        names = []
        if self.actor_ids:
            names.append(say("control.person"))
        if self.country_codes:
            names.append(say("control.country"))
        return say("date.or").join(names)


def ask(say: Catalog) -> Filters:
    """Show the filters and give what is chosen."""
    # Each list counts under the other's choice, as it stood when the page was asked for.
    chosen_people = st.query_params.get_all("person")
    chosen_countries = st.query_params.get_all("country")
    people = {choice.choice_id: choice for choice in data.people(tuple(chosen_countries))}
    countries = {choice.choice_id: choice for choice in data.countries(tuple(chosen_people))}
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
    return Filters(tuple(actor_ids), tuple(country_codes))


def _labels(names: Mapping[str, str], choices: Mapping[str, Choice]) -> dict[str, str]:
    """Each choice with the number of events it would leave, in order of names."""
    return {
        key: f"{names[key]} ({choices[key].event_count})"
        for key in sorted(names, key=lambda one: names[one])
    }
