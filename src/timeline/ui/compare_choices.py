"""What a reader chooses on the page that lays cases side by side, and what is asked of the store for it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline.i18n.catalog import Catalog
from timeline.model.moment import Moment
from timeline.model.selection import Selection
from timeline.publishing.compared import MOST_ROWS, compared, whole_of
from timeline.store import read
from timeline.ui import data, url
from timeline.ui.case_filter import cases_asked
from timeline.viewmodel.comparison import AUTO, WINDOWS, Comparison


@dataclass(frozen=True, slots=True)
class Aligned:
    """What is laid side by side."""

    moment: Moment
    window: str
    """An id of WINDOWS."""


def bar() -> DeltaGenerator:
    """The row for what the page is about, above the filters; filled in two goes."""
    return st.container(key="align_by", horizontal=True, vertical_alignment="bottom")


def cases(say: Catalog) -> tuple[str, ...]:
    """Ask which cases to compare, at most MOST_ROWS; none chosen means all."""
    with st.container(width=420):
        return cases_asked(say("compare.cases"), say, name="compared_cases", at_most=MOST_ROWS)


def aligned(chosen: Selection, say: Catalog) -> Aligned | None:
    """Ask for the moment and how far to look; None when there is no such moment on record."""
    counts = {one.moment_id: one.dated_count for one in data.ask(read.moments, whole_of(chosen))}
    offered = sorted(
        (moment for moment in Moment if counts.get(moment.event_type)),
        # Among equals the detention, which most readers come for.
        key=lambda moment: (-counts[moment.event_type], moment is not Moment.DETENTION),
    )
    if not offered:
        return None
    with st.container(width=340):
        moment = url.one_of(
            say("compare.align"),
            {
                one.value: say(
                    "compare.align_option",
                    moment=say(f"compare.moment.{one.value}"),
                    number=f"{counts[one.event_type]:,}",
                )
                for one in offered
            },
            name="align",
        )
    with st.container(width=240):
        window = url.one_of(
            say("compare.window"),
            {one: say(f"compare.windows.{one}") for one in WINDOWS},
            name="window",
            default=AUTO,
        )
    return Aligned(Moment(moment), window)


def compared_by(chosen: Selection, by: Aligned) -> Comparison:
    """The rows of what was chosen, remembered."""
    return compared(data.ask, chosen, by.moment, by.window)


def address_of_all(chosen: Selection, by: Aligned) -> str:
    """The address of the same view with nothing left out, not escaped."""
    query = urlencode({"align": by.moment.value, "window": WINDOWS[-1]})
    return f"/compare?{query}{f'&{told}' if (told := chosen.query()) else ''}"
