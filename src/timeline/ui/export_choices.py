"""What a reader chooses on the page that makes a view ready for an article; all of it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline.exports.edition import Edition
from timeline.exports.formats import Format, Group, formats_of
from timeline.exports.look import one_line
from timeline.exports.style import LONGEST_HEADLINE, LONGEST_NOTE, THEMES
from timeline.i18n.catalog import DEFAULT, Catalog, catalog
from timeline.i18n.country_names import country_name
from timeline.model.selection import Selection
from timeline.model.view import View, ViewKind
from timeline.publishing.languages import languages
from timeline.store import read
from timeline.store.rows import Totals
from timeline.ui import choosers, compare_choices, data, editions, filters, url
from timeline.ui.case_filter import some_cases
from timeline.ui.embed_address import VIEW, Asked
from timeline.ui.site import own_site
from timeline.viewmodel.article import NothingError, TooMuchError

_SUBJECT = "exported_subject"
_SIZE = "size"
_FIRST = next(iter(ViewKind))
"""The kind of an address that names none."""
_OF_EVENTS = (ViewKind.TIMELINE, ViewKind.EVENTS)
"""Kinds that legs alone would leave empty."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be exported, before the filters."""

    kind: ViewKind
    case_ids: tuple[str, ...]
    is_cut: bool = False
    """Whether more cases had been chosen than this kind of view holds."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A view in the look that was chosen, ready to be written in every format."""

    asked: Asked
    edition: Edition
    picture: Format | None
    """The size of picture that was chosen; None while no picture of this view can be made."""


def bar() -> DeltaGenerator:
    """The row for what the page is about, above the filters; filled in two goes."""
    return st.container(key="export_subject", horizontal=True, vertical_alignment="bottom")


def subject(say: Catalog) -> Subject | None:
    """Ask what to draw and of which cases; None when there is no case at all.

    Who chooses another kind keeps the cases, as many as it holds.
    """
    before = _kept_over(st.session_state.get(_SUBJECT))
    named = dict.fromkeys(st.query_params.get_all("case"))
    with st.container(width=260):
        kind = ViewKind(
            url.one_of(
                say("studio.what"),
                {one.value: say(f"studio.kind.{one.value}") for one in ViewKind},
                name=VIEW,
            )
        )
    if kind is ViewKind.CASE:
        case = choosers.one_case(say)
        if case is None:
            return None
        one = (case.case_id,)
        is_still_cut = before is not None and before.is_cut and before.case_ids == one
        found = Subject(kind, one, is_cut=len(named) > 1 or is_still_cut)
    else:
        found = Subject(kind, some_cases(say))
    st.session_state[_SUBJECT] = found
    return found


def _kept_over(before: Subject | None) -> Subject | None:
    """What the run before was about, where this page goes on from it; None where a link or Back was followed.

    When the reader has just chosen another kind, its cases are put into the address together
    with the kind, and a size that it does not have leaves it: all one step for Back.
    """
    if url.taken(VIEW) is not None or before is None:
        return None
    kind = ViewKind(st.session_state[VIEW])
    if kind is before.kind:
        return before
    case_ids = before.case_ids
    if kind is ViewKind.CASE and case_ids:
        case_ids = case_ids[:1]
        st.session_state["case"] = case_ids[0]
    sizes = [one for one in st.query_params.get_all(_SIZE) if one in formats_of(kind)]
    url.write({VIEW: [] if kind is _FIRST else [kind.value], "case": case_ids, _SIZE: sizes})
    return Subject(kind, case_ids, is_cut=case_ids != before.case_ids)


def view(of: Subject, chosen: Selection, totals: Totals, say: Catalog) -> View | None:
    """The view, once its moment or country is chosen; None when the record has none to offer."""
    if of.kind in _OF_EVENTS and not totals.event_count:
        return None
    if of.kind is ViewKind.COMPARISON:
        by = compare_choices.aligned(chosen, say)
        return View(of.kind, chosen, moment=by.moment, window=by.window) if by else None
    if of.kind is ViewKind.FLOWS:
        country = _country(chosen, say)
        return View(of.kind, chosen, country=country) if country else None
    return View(of.kind, chosen)


def _country(chosen: Selection, say: Catalog) -> str | None:
    """Ask for a country that anybody came to or left, most legs first."""
    legs = {
        one.country_code: one.leg_in_count + one.leg_out_count
        for one in data.ask(read.countries, chosen)
        if one.country_code
    }
    offered = sorted((code for code in legs if legs[code]), key=lambda code: (-legs[code], code))
    if not offered:
        return None
    with st.container(width=260):
        return url.one_of(
            say("studio.country"), {code: country_name(code, say) for code in offered}, name="in"
        )


def look(of: View, say: Catalog) -> tuple[Asked, Format | None]:
    """Ask how it is to look and what it is to say, and for the size of the picture."""
    with st.container(key="export_look", horizontal=True, vertical_alignment="bottom"):
        with st.container(width=220):
            theme = url.one_of(
                say("studio.theme"),
                {one: say(f"studio.themes.{one}") for one in THEMES},
                name="theme",
            )
        with st.container(width=260):
            picture = _picture(of.kind, say)
        language = _language(say)
    with st.container(key="export_words", horizontal=True, vertical_alignment="top"):
        with st.container(width=460):
            headline = url.words_asked(
                say("studio.headline"),
                name="headline",
                placeholder=say("studio.headline_none"),
                longest=LONGEST_HEADLINE,
            )
        with st.container(width=460):
            note = url.words_asked(
                say("studio.note"),
                name="note",
                placeholder=say("studio.note_none"),
                longest=LONGEST_NOTE,
            )
    asked = Asked(of, theme, one_line(headline), one_line(note), language)
    return asked, picture


def _picture(kind: ViewKind, say: Catalog) -> Format | None:
    """Ask for the size of the picture; None while there is none to be had."""
    offered = {name: one for name, one in formats_of(kind).items() if is_picture(one)}
    if not offered:
        return None
    sizes = {name: say.words.get(f"studio.size_of.{name}", name) for name in offered}
    return offered[url.one_of(say("studio.size"), sizes, name=_SIZE)]


def is_picture(one: Format) -> bool:
    """Whether an article can show the file as a picture."""
    return one.group is Group.PICTURE and one.media_type.startswith("image/")


def _language(say: Catalog) -> str:
    """Ask for the language, where there is more than one."""
    offered = {one: catalog(one)("language.name") for one in languages()}
    if len(offered) == 1:
        return DEFAULT
    with st.container(width=200):
        return url.one_of(say("studio.language"), offered, name="lang", default=DEFAULT)


def ready(asked: Asked, picture: Format | None, say: Catalog) -> Ready | None:
    """The view with all its rows; says why where there is nothing to export, or too much."""
    chosen = asked.view.chosen
    try:
        edition = editions.edition(data.store(), asked, own_site())
    except NothingError:
        filters.nothing(chosen, say)
        return None
    except TooMuchError as much:
        st.info(
            say("studio.refused.too_much", number=f"{much.event_count:,}", most=f"{much.most:,}")
        )
        return None
    return Ready(asked, edition, picture)
