"""All rows of the record with where they stand, sorted by sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from timeline.intake.placed_row import PlacedRow
from timeline.model.actor import Actor, ActorName
from timeline.model.case import Case
from timeline.model.claim import Claim
from timeline.model.event import Event
from timeline.model.figure import Figure
from timeline.model.involvement import Involvement
from timeline.model.leg import Leg
from timeline.model.noun import Noun
from timeline.model.place import Place, PlaceName
from timeline.model.proceeding import Proceeding
from timeline.model.source import Source


@dataclass(slots=True)
class Rows:
    """The rows of each sheet over all files, in reading order."""

    by_sheet: dict[str, list[PlacedRow[Noun]]] = field(default_factory=dict)
    left_out: dict[str, set[str]] = field(default_factory=dict)
    """Every word in rows that were left out for a bad cell, by sheet: such a row's own
    problem is enough, what refers to it is not a second one."""
    unread_sheets: set[str] = field(default_factory=set)
    """Sheets of which a file could not be read at all."""

    def add(self, rows: list[PlacedRow[Noun]], sheet: str) -> None:
        """Append rows of one sheet."""
        self.by_sheet.setdefault(sheet, []).extend(rows)

    def of(self, sheet: str) -> list[PlacedRow[Noun]]:
        """The rows of a sheet by its name."""
        return self.by_sheet.get(sheet, [])

    @property
    def cases(self) -> list[PlacedRow[Case]]:
        """Rows of the sheet `case`."""
        return cast("list[PlacedRow[Case]]", self.of("case"))

    @property
    def events(self) -> list[PlacedRow[Event]]:
        """Rows of the sheet `events`."""
        return cast("list[PlacedRow[Event]]", self.of("events"))

    @property
    def claims(self) -> list[PlacedRow[Claim]]:
        """Rows of the sheet `claims`."""
        return cast("list[PlacedRow[Claim]]", self.of("claims"))

    @property
    def involvements(self) -> list[PlacedRow[Involvement]]:
        """Rows of the sheet `involvements`."""
        return cast("list[PlacedRow[Involvement]]", self.of("involvements"))

    @property
    def legs(self) -> list[PlacedRow[Leg]]:
        """Rows of the sheet `legs`."""
        return cast("list[PlacedRow[Leg]]", self.of("legs"))

    @property
    def proceedings(self) -> list[PlacedRow[Proceeding]]:
        """Rows of the sheet `proceedings`."""
        return cast("list[PlacedRow[Proceeding]]", self.of("proceedings"))

    @property
    def figures(self) -> list[PlacedRow[Figure]]:
        """Rows of the sheet `figures`."""
        return cast("list[PlacedRow[Figure]]", self.of("figures"))

    @property
    def places(self) -> list[PlacedRow[Place]]:
        """Rows of the sheet `places`."""
        return cast("list[PlacedRow[Place]]", self.of("places"))

    @property
    def place_names(self) -> list[PlacedRow[PlaceName]]:
        """Rows of the sheet `place_names`."""
        return cast("list[PlacedRow[PlaceName]]", self.of("place_names"))

    @property
    def actors(self) -> list[PlacedRow[Actor]]:
        """Rows of the sheet `actors`."""
        return cast("list[PlacedRow[Actor]]", self.of("actors"))

    @property
    def actor_names(self) -> list[PlacedRow[ActorName]]:
        """Rows of the sheet `actor_names`."""
        return cast("list[PlacedRow[ActorName]]", self.of("actor_names"))

    @property
    def sources(self) -> list[PlacedRow[Source]]:
        """Rows of the sheet `sources`."""
        return cast("list[PlacedRow[Source]]", self.of("sources"))
