"""A claim: one source saying one value for one property of one event."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import ClaimBasis, ClaimProperty


class Claim(Noun):
    """One source saying one value for one property of one event; two that differ are two claims."""

    claim_id: str = column(
        CellKind.ID,
        "Assigned by hand, unique in the whole record.",
        example="mukaev-detained-grozny-c1",
    )
    event_id: str = column(CellKind.REFERENCE, "The event it is about.", of="events")
    property: ClaimProperty = column(
        CellKind.TERM, "Which value of the event is stated.", terms=ClaimProperty
    )
    value: str = column(
        CellKind.TEXT,
        "The value in our form: reported/denied/doubted for occurrence, EDTF for date, a place_id for place, "
        "the same short words for the same answer otherwise.",
        example="2020-03",
    )
    value_as_stated: str = column(
        CellKind.TEXT,
        "A few words of the source that carry the value, in its language.",
        default="",
    )
    source_id: str = column(CellKind.REFERENCE, "Who says so.", of="sources")
    locator: str = column(
        CellKind.TEXT,
        "Where in the source: 'para 11' counts the paragraphs that are not blank, the title being the first; "
        "'reading note MUK-01' names our note on it in data/frozen/reading_notes.csv.",
    )
    basis: ClaimBasis = column(
        CellKind.TERM,
        "How the value was got from the words.",
        terms=ClaimBasis,
        default=ClaimBasis.STATED,
    )
    is_preferred: bool = column(
        CellKind.YES_NO,
        "yes: the editor chose this value over the rule's; the note says why.",
        default=False,
    )
    contradicts: tuple[str, ...] = column(
        CellKind.REFERENCES,
        "Claims it contradicts in the editor's reading although no rule sees it; ids separated by a blank.",
        of="claims",
        default=(),
    )
    note: str = column(
        CellKind.TEXT, "How a value was resolved or inferred, or why it is preferred.", default=""
    )
