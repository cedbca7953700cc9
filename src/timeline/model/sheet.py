"""The sheets of the record: which noun each holds, its columns and its key."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.actor import Actor, ActorName
from timeline.model.case import Case
from timeline.model.claim import Claim
from timeline.model.column import CellKind, Column, column_of
from timeline.model.event import Event
from timeline.model.figure import Figure
from timeline.model.involvement import Involvement
from timeline.model.leg import Leg
from timeline.model.noun import Noun
from timeline.model.place import Place, PlaceName
from timeline.model.proceeding import Proceeding
from timeline.model.source import Source
from timeline.model.vocabulary import VOCABULARIES

_VOCABULARY_BY_NAME = {vocabulary.__name__: vocabulary for vocabulary in VOCABULARIES}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the record."""

    name: str
    noun: type[Noun]
    key: tuple[str, ...]
    """Columns that together must be unique over the whole record."""
    is_shared: bool
    """True: also read from the shared folder, for rows that several cases use."""
    columns: tuple[Column, ...]

    @property
    def description(self) -> str:
        """The noun's own first line."""
        return (self.noun.__doc__ or "").strip().splitlines()[0]

    @property
    def has_disclosure(self) -> bool:
        """Whether each row says who may see it."""
        return any(column.kind is CellKind.DISCLOSURE for column in self.columns)


def _sheet(name: str, noun: type[Noun], key: tuple[str, ...], *, is_shared: bool = False) -> Sheet:
    columns = tuple(
        column_of(field_name, field, _VOCABULARY_BY_NAME)
        for field_name, field in noun.model_fields.items()
    )
    return Sheet(name, noun, key, is_shared, columns)


SHEETS: dict[str, Sheet] = {
    sheet.name: sheet
    for sheet in (
        _sheet("case", Case, ("case_id",)),
        _sheet("events", Event, ("event_id",)),
        _sheet("claims", Claim, ("claim_id",)),
        _sheet("involvements", Involvement, ("event_id", "actor_id", "role")),
        _sheet("legs", Leg, ("leg_id",)),
        _sheet("proceedings", Proceeding, ("proceeding_id",)),
        _sheet("figures", Figure, ("figure_id",)),
        _sheet("places", Place, ("place_id",), is_shared=True),
        _sheet("place_names", PlaceName, ("place_id", "name", "language"), is_shared=True),
        _sheet("actors", Actor, ("actor_id",), is_shared=True),
        _sheet("actor_names", ActorName, ("actor_id", "name", "language"), is_shared=True),
        _sheet("sources", Source, ("source_id",), is_shared=True),
    )
}
"""Every sheet by name. A case folder may hold any of them, the shared folder only the shared ones."""
