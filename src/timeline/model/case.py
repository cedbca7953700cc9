"""A case: one matter that is followed."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import Disclosure


class Case(Noun):
    """One matter that is followed; one folder, one row in its `case` sheet."""

    case_id: str = column(
        CellKind.ID, "The folder's name; a promise, never reused.", example="salman-mukaev"
    )
    title: str = column(
        CellKind.TEXT, "What the case is called on a page.", example="Salman Mukaev"
    )
    summary: str = column(CellKind.TEXT, "One or two sentences in our own words.", default="")
    state: str = column(
        CellKind.TEXT,
        "How matters stood at the latest report, in one line without a date.",
        default="",
    )
    current_as_of_source_id: str | None = column(
        CellKind.REFERENCE,
        "The latest report the case takes account of; its date is shown as 'as last reported on'.",
        of="sources",
        default=None,
    )
    disclosure: Disclosure = column(
        CellKind.DISCLOSURE,
        "Who may see the case; empty means restricted, and hides everything in it.",
        terms=Disclosure,
        default=Disclosure.RESTRICTED,
    )
