"""A time in custody with half-known ends, and how many days several of them make together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.chronology.reported import Spot
from timeline.chronology.window import Window
from timeline.model.vocabulary import VerificationStatus


class Ending(StrEnum):
    """What the end of a spell rests on."""

    STATED = "stated"
    """The dates of the reports on the custody itself."""
    RELEASED = "released"
    LEFT = "left"
    """The person got away from the place of custody."""
    FREE_BY = "free_by"
    """A later event shows the person free; when they came free is not said."""
    STILL_HELD = "still_held"
    """Held as last reported."""
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Spell:
    """One time in custody."""

    event_ids: tuple[str, ...]
    """The report that gives the times first, then those that fall into it."""
    spot: Spot | None
    start: Window | None
    """None when not known."""
    end: Window | None
    """The last day in custody; for STILL_HELD the day of the last report; None when not known."""
    ending: Ending
    ending_event_id: str | None
    """The release, departure or later event that the end rests on besides the reports themselves."""
    entered_by_event_id: str | None
    """The journey before which it cannot have begun, when that narrows the beginning."""
    is_differing: bool
    """Sources contradict each other on its dates; the bounds allow them all."""
    is_start_doubtful: bool
    is_end_doubtful: bool
    is_approximate: bool
    status: VerificationStatus
    is_counted: bool
    """False when it is disputed whether it happened, or when it has no date."""

    @property
    def certain(self) -> Window | None:
        """The days that are certain; None when there are none."""
        if self.start is None or self.end is None:
            return None
        if self.is_start_doubtful or self.is_end_doubtful:
            return None
        first, last = self.start.latest, self.end.earliest
        return Window(first, last) if first <= last else None

    @property
    def possible(self) -> Window | None:
        """Every day that the dates allow; None when one side is not known."""
        if self.start is None or self.end is None:
            return None
        return Window(self.start.earliest, self.end.latest)

    @property
    def touched(self) -> Window | None:
        """Days of which at least one was spent in custody, though nobody can say which."""
        return self.start if self.start is not None and not self.is_start_doubtful else self.end

    @property
    def least_days(self) -> int:
        """At least so many days; one, when not a single day is certain."""
        return days_in(self.certain) if self.certain is not None else 1

    @property
    def most_days(self) -> int | None:
        """At most so many days, up to the last report; None when not known."""
        return days_in(self.possible) if self.possible is not None else None


@dataclass(frozen=True, slots=True)
class Custody:
    """All the time somebody was held, as reported."""

    spells: tuple[Spell, ...]
    """Earliest possible beginning first; those without a date at the end."""
    least_days: int
    """Of the spells that count. Days that two spells share are counted once."""
    most_days: int | None
    """None when the end of one of them is not known."""
    least_confirmed_days: int
    """The same, resting only on what is verified or partly verified."""
    held_as_last_reported_on: dt.date | None
    """The day of the last report on a spell that goes on; None when none does."""


def days_in(window: Window) -> int:
    """The number of days, first and last counted."""
    return (window.latest - window.earliest).days + 1


def least_days(spells: Sequence[Spell]) -> int:
    """The fewest days that satisfy every spell: the certain ones, and one for each spell left out."""
    certain = union(one.certain for one in spells)
    days = sum(days_in(one) for one in certain)
    waiting = sorted(
        (
            one.touched
            for one in spells
            if one.touched is not None and not any(one.touched.overlaps(day) for day in certain)
        ),
        key=lambda window: window.latest,
    )
    last: dt.date | None = None
    for window in waiting:
        if last is None or window.earliest > last:
            last = window.latest
            days += 1
    return days


def most_days(spells: Sequence[Spell]) -> int | None:
    """Every day that any spell allows, once; None when one of them has no bound."""
    possible = [one.possible for one in spells]
    if None in possible:
        return None
    return sum(days_in(one) for one in union(possible))


def union(windows: Iterable[Window | None]) -> list[Window]:
    """The same days as windows that do not touch, in order."""
    joined: list[Window] = []
    for window in sorted(
        (one for one in windows if one is not None), key=lambda one: (one.earliest, one.latest)
    ):
        if joined and window.earliest <= joined[-1].latest + dt.timedelta(days=1):
            joined[-1] = Window(joined[-1].earliest, max(joined[-1].latest, window.latest))
        else:
            joined.append(window)
    return joined
