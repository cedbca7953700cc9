"""What pages may ask of the store, remembered by the store's own name.

The name changes with the content, so a new build is picked up by the next click and
nobody is ever shown rows of two builds. Answers are frozen rows, so readers share them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

import duckdb
import streamlit as st

from timeline.intake.folder import data_folder
from timeline.model.selection import Selection
from timeline.publishing.land import outlines
from timeline.search.find import Match, find
from timeline.search.index import SearchIndex, index_of
from timeline.store import read
from timeline.store.connection import open_store
from timeline.store.location import current_store
from timeline.store.rows import CaseSummary
from timeline.ui import words
from timeline.ui.store_build import store_build
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.case_timeline import CaseTimeline, case_timeline
from timeline.viewmodel.route_view import RouteMap

_AnswerT = TypeVar("_AnswerT")
_ANSWERS = 2_000
"""Answers kept in memory, of this build and the one before."""
_VIEWS = 256
"""Route maps kept in memory."""


def ready() -> bool:
    """Whether there is a store to read; waits, behind a bar, while it is being built.

    Says so when the record has problems. The sheets are compared with the store once a
    process; later builds are noticed by their pointer.
    """
    folder = data_folder()
    build = store_build(folder)
    say = words.current()
    if not build.finished.is_set():
        place = st.empty()
        while not build.finished.wait(0.05):
            place.progress(build.share, text=say("build.working"))
        place.empty()
    if build.problem_count:
        st.warning(say.count("build.not_clean", build.problem_count))
    if current_store(folder) is None:
        st.error(say("build.nothing"))
        return False
    return True


@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(store: str) -> duckdb.DuckDBPyConnection:
    return open_store(Path(store))


def has_store() -> bool:
    """Whether anything has been built that could be asked."""
    return current_store(data_folder()) is not None


def store() -> str:
    """The path of the store being served.

    Raises FileNotFoundError when nothing has been built.
    """
    path = current_store(data_folder())
    if path is None:
        raise FileNotFoundError("no store has been built")
    return str(path)


def ask(question: Callable[..., _AnswerT], *values: Hashable, **named: Hashable) -> _AnswerT:
    """The answer of the store being served to one of the functions of `store.read`.

    For instance `ask(read.events, chosen)`. The same question is put to a store once.
    """
    answer = _answer(store(), question, values, tuple(sorted(named.items())))
    return cast(_AnswerT, answer)


@lru_cache(maxsize=_ANSWERS)
def _answer(
    store: str,
    question: Callable[..., object],
    values: tuple[Hashable, ...],
    named: tuple[tuple[str, Hashable], ...],
) -> object:
    return question(_connection(store), *values, **dict(named))


def ask_of(
    store: str, question: Callable[..., _AnswerT], *values: object, **named: object
) -> _AnswerT:
    """The answer of one store, not remembered: for a download, whose parts must be of one build."""
    return question(_connection(store), *values, **named)


def fingerprint() -> str:
    """The fingerprint of the store being served."""
    return ask(read.build_info).fingerprint


def case_of(case_id: str) -> CaseSummary | None:
    """One case as it stands today, whatever the filters leave of it."""
    return next(iter(ask(read.cases, Selection(case_ids=(case_id,)))), None)


def found(asked: str) -> tuple[Match, ...]:
    """What a search finds; the index is built at the first search of a build."""
    return find(_search_index(store()), asked)


@st.cache_resource(max_entries=2, show_spinner=False)
def _search_index(store: str) -> SearchIndex:
    return index_of(read.search_texts(_connection(store)))


def whole_timeline(case_id: str) -> CaseTimeline:
    """The timeline of a case without filters, which gives the axis its ends."""
    chosen = Selection(case_ids=(case_id,))
    return case_timeline(ask(read.events, chosen), ask(read.dates_said, chosen))


def routes(chosen: Selection) -> RouteMap:
    """What the route map of a selection says."""
    return _routes(store(), chosen)


@lru_cache(maxsize=_VIEWS)
def _routes(store: str, chosen: Selection) -> RouteMap:
    return case_routes(ask(read.legs, chosen), ask(read.events, chosen), outlines())
