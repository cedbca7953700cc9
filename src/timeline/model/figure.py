"""A figure: a counted quantity, as one source states it."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import ClaimBasis, Disclosure, Qualifier, Unit


class Figure(Noun):
    """A counted quantity with its bounds, as one source states it. Two sources that differ are two rows."""

    figure_id: str = column(
        CellKind.ID, "Unique among figures and claims.", example="purge-2017-detained-f1"
    )
    event_id: str = column(CellKind.REFERENCE, "The event it belongs to.", of="events")
    quantity: str = column(
        CellKind.ID,
        "What is counted; the same word for the same quantity of an event.",
        example="people-detained",
    )
    label: str = column(CellKind.TEXT, "What is counted, in words.", example="men detained")
    unit: Unit = column(CellKind.TERM, "The unit.", terms=Unit)
    lower: float | None = column(
        CellKind.DECIMAL, "Lowest value the words allow; empty when open.", default=None
    )
    upper: float | None = column(
        CellKind.DECIMAL, "Highest value the words allow; empty when open.", default=None
    )
    qualifier: Qualifier = column(CellKind.TERM, "How the number is hedged.", terms=Qualifier)
    said_by_actor_id: str | None = column(
        CellKind.REFERENCE,
        "Who gives the number, when it is not the source itself.",
        of="actors",
        default=None,
    )
    source_id: str = column(CellKind.REFERENCE, "The source that carries it.", of="sources")
    locator: str = column(CellKind.TEXT, "Where in the source.")
    value_as_stated: str = column(
        CellKind.TEXT, "The words of the source that carry it.", default=""
    )
    basis: ClaimBasis = column(
        CellKind.TERM,
        "How the value was got from the words.",
        terms=ClaimBasis,
        default=ClaimBasis.STATED,
    )
    disclosure: Disclosure = column(
        CellKind.DISCLOSURE,
        "Who may see it; empty means restricted.",
        terms=Disclosure,
        default=Disclosure.RESTRICTED,
    )
    note: str = column(CellKind.TEXT, "A caveat that readers should see.", default="")
