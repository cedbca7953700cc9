"""The filters that every page has, in one place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.i18n.date_words import day_words
from timeline.model.selection import DAYS, LISTS, SWITCHES, Selection, selection_of
from timeline.store import read
from timeline.store.rows import Choice
from timeline.ui import data, url

EARLIEST = dt.date(1900, 1, 1)
LATEST = dt.date(2100, 12, 31)
"""The days a period may have, inclusive; whatever is outside is a slip of the keyboard."""

_ASKED = ("person", "country", "type", "status", "source")
"""The lists a reader chooses from in the bar. The case is the subject of a page."""


def bar() -> DeltaGenerator:
    """The row that filters stand in, for a page that puts its subject first in it."""
    return st.container(key="filters", horizontal=True, vertical_alignment="bottom")


def ask(
    say: Catalog, *, case_ids: tuple[str, ...] = (), row: DeltaGenerator | None = None
) -> Selection:
    """Show the filters and give what is chosen, within the given cases.

    *row* is the `bar` of a page that has one already.
    """
    wanted = replace(_wanted(), case_ids=case_ids)
    offered = _offered(wanted)
    known = _without_unknown(wanted, offered)
    if known != wanted:
        offered = _offered(known)
    chosen: dict[str, Any] = {}
    with row or bar():
        with st.container(key="filter_fold", width="content"):
            st.checkbox(say("control.fold"), key="filters_open")
        for name in ("person", "country"):
            with st.container(key=f"foldable_{name}", width=260):
                chosen[LISTS[name]] = _some(say, name, offered)
        with st.container(key="foldable_known", width=200):
            known_on = url.day(
                say("control.known"),
                name="known",
                earliest=EARLIEST,
                latest=LATEST,
                help_words=say("control.known_help"),
            )
        # Not a popover: Streamlit draws those at the end of the document, where a keyboard
        # comes to them last.
        with (
            st.container(key="foldable_more"),
            st.expander(_more_label(known, say), key="more_filters", type="compact"),
            st.container(horizontal=True, vertical_alignment="bottom"),
        ):
            for name in ("type", "status", "source"):
                with st.container(width=260):
                    chosen[LISTS[name]] = _some(say, name, offered)
            with st.container(width=170):
                period_from = url.day(
                    say("control.from"), name="from", earliest=EARLIEST, latest=LATEST
                )
            with st.container(width=170):
                period_until = url.day(
                    say("control.to"), name="to", earliest=EARLIEST, latest=LATEST
                )
            with st.container(width="content"):
                is_certain = url.switch(say("control.certain"), name="certain")
                is_disputed = url.switch(
                    say("control.disputed", number=_count_of("disputed", offered)), name="disputed"
                )
    return Selection(
        case_ids=case_ids,
        period_from=period_from,
        period_until=period_until,
        is_certain=is_certain,
        is_disputed=is_disputed,
        known_on=known_on,
        **chosen,
    )


def effects(chosen: Selection, say: Catalog) -> None:
    """Say what a day of knowledge does to the page."""
    if chosen.known_on is None:
        return
    totals = data.ask(read.totals, chosen)
    st.info(
        " ".join(
            (
                say("known.effect", day=day_words(chosen.known_on, say)),
                say.count("known.events", totals.later_event_count),
                say.count("known.claims", totals.later_claim_count),
                say("known.caveat"),
            )
        )
    )


def nothing(chosen: Selection, say: Catalog) -> None:
    """Say that no event fits, which filter alone would bring how many, and offer to clear all."""
    st.info(" ".join((say("nothing.fits"), *_advice(chosen, say))))
    if chosen.filters_in_use:
        st.button(say("nothing.clear"), on_click=clear, key="clear_filters")


def clear() -> None:
    """Take every filter off, in the address and on the page."""
    names = (*_ASKED, *DAYS, *SWITCHES)
    for name in names:
        st.session_state[name] = [] if name in LISTS else None if name in DAYS else False
    url.write({name: [] for name in names})


def _advice(chosen: Selection, say: Catalog) -> list[str]:
    loosenings = data.ask(read.loosenings, chosen)
    if loosenings:
        return [
            say.count(f"nothing.without.{one.filter_name}", one.event_count) for one in loosenings
        ]
    names = [say(f"filter.{name}") for name in chosen.filters_in_use]
    return [say("nothing.several", filters=say("date.and").join(names))] if names else []


def _wanted() -> Selection:
    """What the address asks for, or what stands in the controls when the address is old news."""
    pairs: list[tuple[str, str]] = []
    for name in (*_ASKED, *DAYS, *SWITCHES):
        asked = url.taken(name)
        given = _standing(name) if asked is None else asked
        pairs.extend((name, one) for one in given)
    return selection_of(pairs)


def _standing(name: str) -> list[str]:
    """What stands in a control, as the address would say it."""
    value = st.session_state[name]
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, dt.date):
        return [value.isoformat()]
    return ["1"] if value else []


def _offered(wanted: Selection) -> dict[str, dict[str, Choice]]:
    """What may be chosen, by filter and id."""
    found: dict[str, dict[str, Choice]] = {name: {} for name in (*LISTS, "disputed")}
    for choice in data.ask(read.choices, wanted):
        found[choice.filter_name][choice.choice_id] = choice
    return found


def _without_unknown(wanted: Selection, offered: Mapping[str, Mapping[str, Choice]]) -> Selection:
    """The wanted without ids that are not in the record: what is chosen and exists is offered."""
    kept: dict[str, Any] = {
        LISTS[name]: tuple(one for one in getattr(wanted, LISTS[name]) if one in offered[name])
        for name in _ASKED
    }
    return replace(wanted, **kept)


def _some(say: Catalog, name: str, offered: Mapping[str, Mapping[str, Choice]]) -> tuple[str, ...]:
    words = {one: _words(name, choice, say) for one, choice in offered[name].items()}
    labels = {
        one: f"{words[one]} ({offered[name][one].event_count})"
        for one in sorted(words, key=lambda one: (words[one].casefold(), one))
    }
    return tuple(
        url.some_of(say(f"filter.{name}"), labels, name=name, placeholder=say("control.all"))
    )


def _words(name: str, choice: Choice, say: Catalog) -> str:
    if name == "country":
        return country_name(choice.choice_id, say)
    if name == "type":
        return say(f"type.{choice.choice_id}")
    if name == "status":
        return say(f"status.{choice.choice_id}")
    return choice.name or choice.choice_id


def _count_of(name: str, offered: Mapping[str, Mapping[str, Choice]]) -> int:
    return sum(choice.event_count for choice in offered[name].values())


def _more_label(chosen: Selection, say: Catalog) -> str:
    hidden = [one for one in chosen.filters_in_use if one not in ("person", "country", "known")]
    return say.count("control.more", len(hidden)) if hidden else say("control.more.none")
