"""A leg: one movement of one person from place to place."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import Disclosure, LegEvidence, LegKind, LegStatus


class Leg(Noun):
    """One movement from place to place. A route is its legs in order; it is computed, never stored."""

    leg_id: str = column(CellKind.ID, "Unique in the whole record.", example="mukaev-leg-1")
    actor_id: str = column(CellKind.REFERENCE, "Who moved, or was to.", of="actors")
    sequence: int = column(CellKind.INTEGER, "Order among the legs of this person, from 1.")
    from_place_id: str = column(
        CellKind.REFERENCE, "Where it starts; a country or undisclosed is allowed.", of="places"
    )
    to_place_id: str = column(
        CellKind.REFERENCE, "Where it ends; a country or undisclosed is allowed.", of="places"
    )
    departure_edtf: str | None = column(
        CellKind.DATE, "When it started, EDTF; empty when not known.", default=None
    )
    arrival_edtf: str | None = column(
        CellKind.DATE, "When it ended, EDTF; empty when not known.", default=None
    )
    leg_kind: LegKind = column(CellKind.TERM, "How the person came to move.", terms=LegKind)
    leg_status: LegStatus = column(CellKind.TERM, "Whether it took place.", terms=LegStatus)
    leg_evidence: LegEvidence = column(CellKind.TERM, "What it rests on.", terms=LegEvidence)
    event_id: str = column(CellKind.REFERENCE, "The event whose claims support it.", of="events")
    disclosure: Disclosure = column(
        CellKind.DISCLOSURE,
        "Who may see the leg; empty means restricted.",
        terms=Disclosure,
        default=Disclosure.RESTRICTED,
    )
    note: str = column(CellKind.TEXT, "A caveat that readers should see.", default="")
