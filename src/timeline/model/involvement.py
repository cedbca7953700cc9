"""An involvement: what one actor has to do with one event."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import Role


class Involvement(Noun):
    """One actor in one role in one event."""

    event_id: str = column(CellKind.REFERENCE, "The event.", of="events")
    actor_id: str = column(CellKind.REFERENCE, "The actor.", of="actors")
    role: Role = column(CellKind.TERM, "What the actor has to do with it.", terms=Role)
    note: str = column(CellKind.TEXT, "A caveat that readers should see.", default="")
