"""A proceeding: a legal or official process."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import Disclosure, ProceedingKind, Stage


class Proceeding(Noun):
    """A legal or official process with its forum, stage and outcome."""

    proceeding_id: str = column(
        CellKind.ID, "Unique in the whole record.", example="mukaev-asylum-armenia"
    )
    title: str = column(CellKind.TEXT, "What it is called.", example="Asylum claim in Armenia")
    proceeding_kind: ProceedingKind = column(
        CellKind.TERM, "What sort of process.", terms=ProceedingKind
    )
    forum: str = column(CellKind.TEXT, "The court or body it is before, as reported.")
    country_code: str | None = column(
        CellKind.COUNTRY, "ISO 3166-1 alpha-2; empty for an international body.", default=None
    )
    stage: Stage = column(CellKind.TERM, "How far it had come at the latest report.", terms=Stage)
    outcome: str = column(
        CellKind.TEXT, "What came of it, in a few words; empty while open.", default=""
    )
    disclosure: Disclosure = column(
        CellKind.DISCLOSURE,
        "Who may see it; empty means restricted.",
        terms=Disclosure,
        default=Disclosure.RESTRICTED,
    )
