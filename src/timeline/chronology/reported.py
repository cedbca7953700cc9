"""What reports say about one person, as far as it bears on where they were and whether held."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.model.edtf import EdtfDate
from timeline.model.vocabulary import (
    EventType,
    LegEvidence,
    LegKind,
    PlacePrecision,
    VerificationStatus,
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a report names it."""

    place_id: str
    around: tuple[str, ...]
    """Ids of the larger places that hold it, smallest first."""
    country_code: str | None
    precision: PlacePrecision

    @property
    def is_undisclosed(self) -> bool:
        """Whether neither the place nor the country was said."""
        return self.precision is PlacePrecision.UNDISCLOSED

    def is_in(self, other: Spot) -> bool:
        """Whether it is the other place or lies in it."""
        return other.place_id == self.place_id or other.place_id in self.around

    def agrees_with(self, other: Spot) -> bool:
        """Whether both can be true of one person at one time; an undisclosed place agrees with any."""
        if self.is_undisclosed or other.is_undisclosed:
            return True
        return self.is_in(other) or other.is_in(self)


@dataclass(frozen=True, slots=True)
class Reported:
    """One event that happened to the person, or is about them and nobody else."""

    event_id: str
    event_type: EventType
    dates: tuple[EdtfDate, ...]
    """The date shown; every date stated, where they contradict each other; empty when undated."""
    shown_date: EdtfDate | None
    spot: Spot | None
    """The place shown; None when no source places the event."""
    other_spots: tuple[Spot, ...]
    """Places that other sources give and that contradict the one shown."""
    reported_until: dt.date | None
    """First day on which the latest report on the event may have been published."""
    status: VerificationStatus


@dataclass(frozen=True, slots=True)
class Moved:
    """One movement of the person that took place; what was only asked for is not given here."""

    leg_id: str
    event_id: str
    origin: Spot
    destination: Spot
    departure: EdtfDate | None
    arrival: EdtfDate | None
    kind: LegKind
    evidence: LegEvidence
    status: VerificationStatus
    """Our judgement of the event it rests on."""
    is_date_disputed: bool
    """Sources contradict each other on the date of that event."""
    route_id: str
    """Movements of one route are numbered in the order in which they were made."""
    sequence: int


WILLING = frozenset({LegKind.OWN_FLIGHT, LegKind.OWN_TRAVEL, LegKind.RELOCATION})
"""Movements that only somebody who is free can make."""

CONFIRMED = frozenset({VerificationStatus.VERIFIED, VerificationStatus.PARTLY_VERIFIED})
"""Judgements on which a bound may be built."""
