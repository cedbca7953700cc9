"""What a reader has chosen to see, as ids and days; it can be written into an address and read back.

The names in the address are promises to everyone who published a link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

LISTS = {
    "case": "case_ids",
    "person": "actor_ids",
    "country": "country_codes",
    "type": "event_types",
    "status": "verification_statuses",
    "source": "source_ids",
}
"""Names in the address that may be repeated, each with the field it fills."""

DAYS = {"from": "period_from", "to": "period_until", "known": "known_on"}
"""Names in the address that hold a day, YYYY-MM-DD, each with the field it fills."""

SWITCHES = {"certain": "is_certain", "disputed": "is_disputed"}
"""Names in the address that stand there as "1" when switched on, each with the field it fills."""


@dataclass(frozen=True, slots=True)
class Selection:
    """One choice of events; an empty tuple, None or False leaves everything in."""

    case_ids: tuple[str, ...] = ()
    actor_ids: tuple[str, ...] = ()
    country_codes: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    verification_statuses: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    period_from: dt.date | None = None
    """First day of the period, inclusive."""
    period_until: dt.date | None = None
    """Last day of the period, inclusive."""
    is_certain: bool = False
    """Only events certainly in the period; otherwise those possibly in it are in too."""
    is_disputed: bool = False
    """Only events on which sources contradict each other."""
    known_on: dt.date | None = None
    """Only what had certainly been published by the end of this day."""

    @property
    def filters_in_use(self) -> tuple[str, ...]:
        """The names, as in the address, of the filters that leave something out.

        The cases are not among them: they are the subject of a page, not a filter on it.
        The day of knowledge is: what was published later is left out.
        """
        in_use = [name for name, field in LISTS.items() if getattr(self, field) and name != "case"]
        if self.period_from or self.period_until:
            in_use.append("period")
        if self.is_disputed:
            in_use.append("disputed")
        if self.known_on:
            in_use.append("known")
        return tuple(in_use)

    def query(self) -> str:
        """The selection as the query part of an address, without the question mark."""
        pairs = [(name, one) for name, field in LISTS.items() for one in getattr(self, field)]
        pairs += [
            (name, day.isoformat())
            for name, field in DAYS.items()
            if (day := getattr(self, field)) is not None
        ]
        pairs += [(name, "1") for name, field in SWITCHES.items() if getattr(self, field)]
        return urlencode(pairs)


def selection_of(pairs: Iterable[tuple[str, str]]) -> Selection:
    """The selection that the query part of an address names.

    Other names, and days that are none, are passed over.
    """
    lists: dict[str, list[str]] = {field: [] for field in LISTS.values()}
    found: dict[str, dt.date | bool] = {}
    for name, value in pairs:
        if name in LISTS:
            lists[LISTS[name]].append(value)
        elif name in DAYS and (day := day_of(value)) is not None:
            found[DAYS[name]] = day
        elif name in SWITCHES and value == "1":
            found[SWITCHES[name]] = True
    return Selection(**{field: tuple(ids) for field, ids in lists.items()}, **found)  # type: ignore[arg-type]


def day_of(text: str) -> dt.date | None:
    """The day that YYYY-MM-DD names, or None."""
    try:
        return dt.date.fromisoformat(text) if len(text) == len("2000-01-01") else None
    except ValueError:
        return None
