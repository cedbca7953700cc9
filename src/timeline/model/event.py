"""An event: something that happened, or is said to have."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import Disclosure, EventType, VerificationStatus


class Event(Noun):
    """Something that happened. Its date, place and particulars are claims, not columns."""

    event_id: str = column(
        CellKind.ID,
        "Assigned by hand, unique in the whole record, never reused.",
        example="mukaev-detained-grozny",
    )
    title: str = column(
        CellKind.TEXT,
        "At most 60 characters, no date in it: it stands beside the mark.",
        example="Seized and tortured",
    )
    summary: str = column(
        CellKind.TEXT, "What happened, in our own words, accusations as accusations."
    )
    event_type: EventType = column(CellKind.TERM, "What kind of thing happened.", terms=EventType)
    verification_status: VerificationStatus = column(
        CellKind.TERM, "Our judgement of the event as a whole.", terms=VerificationStatus
    )
    proceeding_id: str | None = column(
        CellKind.REFERENCE, "The proceeding the event is a step of.", of="proceedings", default=None
    )
    disclosure: Disclosure = column(
        CellKind.DISCLOSURE,
        "Who may see the event; empty means restricted.",
        terms=Disclosure,
        default=Disclosure.RESTRICTED,
    )
    note: str = column(CellKind.TEXT, "A caveat that readers should see.", default="")
