"""Choosing the subject of the page on countries: one country or all, and a place or office in it."""

from __future__ import annotations

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import PassingPoint
from timeline.ui import data, url

WORLD = "world"
"""What stands in the address for all countries."""
NOWHERE = "none"
"""What stands in the address while no place or office is chosen among those of the world."""


def one_country(chosen: Selection, say: Catalog) -> str | None:
    """Ask for a country, most events first; None for all of them.

    Every country of the record is offered, also one of which the filters leave nothing. A
    link that names only a place or an office opens on its country.
    """
    counts = [one for one in data.ask(read.countries, chosen) if one.country_code is not None]
    options = {WORLD: say("countries.all")}
    for one in counts:
        code = one.country_code or WORLD
        options[code] = say(
            "countries.option", country=country_name(code, say), number=f"{one.event_count:,}"
        )
    with st.container(key="subject", width=440):
        code = url.one_of(
            say("countries.choose"), options, name="in", default=_country_of_point(chosen)
        )
    return None if code == WORLD else code


def one_point(code: str | None, chosen: Selection, say: Catalog) -> PassingPoint | None:
    """Ask for a place or office of a country, most people first; None when there is none.

    Among those of all countries none is chosen until the reader does. The one the address names is offered even when it is not among the first.
    """
    points = {
        one.at_id: one
        for one in data.ask(read.passing_points, chosen, country=code or "", asked=_asked_point())
    }
    if not points:
        url.write({"at": []})
        return None
    options = {} if code else {NOWHERE: say("countries.passages.nowhere")}
    for key, one in points.items():
        people = say.count("countries.people", one.person_count)
        options[key] = say("countries.option", country=one.name, number=people)
    with st.container(key="point", width=440):
        return points.get(url.one_of(say("countries.passages.choose"), options, name="at"))


def _asked_point() -> str:
    asked = st.query_params.get_all("at")
    return asked[0] if asked else ""


def _country_of_point(chosen: Selection) -> str | None:
    asked = _asked_point()
    if not asked or "in" in st.query_params:
        return None
    points = data.ask(read.passing_points, chosen, asked=asked)
    return next((one.country_code for one in points if one.at_id == asked), None)
