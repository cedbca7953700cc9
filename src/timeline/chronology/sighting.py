"""What places a person: a report that they were somewhere, with the days it allows and its doubts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.chronology.reported import Spot
from timeline.chronology.window import Extent, Window
from timeline.model.vocabulary import VerificationStatus


class Manner(StrEnum):
    """What the person was doing there."""

    HELD = "held"
    LIVED = "lived"
    SEEN = "seen"
    LEFT = "left"
    CAME = "came"


class Sureness(StrEnum):
    """How sure it is that the person was there on a day, surest first."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


SURENESS = tuple(Sureness)


class Doubt(StrEnum):
    """Why a report cannot make a day certain."""

    NONE = "none"
    UNCONFIRMED = "unconfirmed"
    """Reported, and nobody independent has confirmed it."""
    APPROXIMATE = "approximate"
    """The date is about right."""
    INFERRED = "inferred"
    """The journey follows from where the person was before and after."""
    ONE_PERSON = "one_person"
    """The journey rests on the word of one person."""
    DATES_DIFFER = "dates_differ"
    """Sources contradict each other on the date, and this is the one shown."""
    OTHER_DATE = "other_date"
    """Sources contradict each other on the date, and this is not the one shown."""
    UNCERTAIN = "uncertain"
    """Its source marks the date as uncertain."""
    DISPUTED = "disputed"
    """Sources contradict each other as to whether it happened."""


CEILING = {
    Doubt.NONE: Sureness.CERTAIN,
    Doubt.UNCONFIRMED: Sureness.PROBABLE,
    Doubt.APPROXIMATE: Sureness.PROBABLE,
    Doubt.INFERRED: Sureness.PROBABLE,
    Doubt.ONE_PERSON: Sureness.PROBABLE,
    Doubt.DATES_DIFFER: Sureness.PROBABLE,
    Doubt.OTHER_DATE: Sureness.POSSIBLE,
    Doubt.UNCERTAIN: Sureness.POSSIBLE,
    Doubt.DISPUTED: Sureness.POSSIBLE,
}
"""How sure a report can make a day at best, by its gravest doubt; the gravest stands last."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report that the person was at one place."""

    event_id: str
    leg_id: str | None
    """The movement it comes from, if it does."""
    manner: Manner
    spot: Spot
    start: Window
    end: Window
    """The same as the start for what is told of a single day or moment."""
    lasted: bool
    """Whether the person stayed from start to end; otherwise they were there on one of the days."""
    doubt: Doubt
    towards: Spot | None = None
    """For LEFT: where the journey led, as far as reported."""
    date_text: str | None = None
    """The date it takes its days from, where sources give several that contradict each other."""
    is_shown: bool = True
    """False for a place that other sources give and that contradicts the one shown."""
    last_reported_on: dt.date | None = None
    """For what goes on: the day of the last report, at which it is cut off."""

    @property
    def first_day(self) -> dt.date:
        """The first day on which the person may have been there."""
        return self.start.earliest

    @property
    def last_day(self) -> dt.date:
        """The last day on which the person may have been there."""
        return self.end.latest

    def sureness_on(self, day: dt.date) -> Sureness | None:
        """How sure it is that the person was there on the day; None when the report says nothing."""
        if not self.first_day <= day <= self.last_day:
            return None
        if self.lasted:
            is_sure = self.start.latest <= day <= self.end.earliest
        else:
            is_sure = self.start.is_day
        return CEILING[self.doubt] if is_sure else Sureness.POSSIBLE


def status_doubt(status: VerificationStatus) -> Doubt:
    """The doubt that our judgement of an event leaves."""
    if status is VerificationStatus.DISPUTED:
        return Doubt.DISPUTED
    return Doubt.UNCONFIRMED if status is VerificationStatus.UNVERIFIED else Doubt.NONE


def date_doubts(extent: Extent) -> list[Doubt]:
    """The doubts that the marks of a date leave."""
    doubts = [Doubt.APPROXIMATE] if extent.is_approximate else []
    if extent.is_start_doubtful or extent.is_end_doubtful:
        doubts.append(Doubt.UNCERTAIN)
    return doubts


def gravest(doubts: Sequence[Doubt]) -> Doubt:
    """The doubt that weighs most."""
    order = list(CEILING)
    return max(doubts, key=order.index, default=Doubt.NONE)
