"""What a reader has chosen to see, as ids; it can be written into an address and read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Selection:
    """Cases, people and countries; an empty tuple chooses everything."""

    case_ids: tuple[str, ...] = ()
    actor_ids: tuple[str, ...] = ()
    country_codes: tuple[str, ...] = ()

    def query(self) -> str:
        """The selection as the query part of an address, without the question mark."""
        return urlencode(
            [
                *(("case", one) for one in self.case_ids),
                *(("person", one) for one in self.actor_ids),
                *(("country", one) for one in self.country_codes),
            ]
        )


def selection_of(pairs: Iterable[tuple[str, str]]) -> Selection:
    """The selection that the query part of an address names; other names are passed over."""
    found: dict[str, list[str]] = {"case": [], "person": [], "country": []}
    for name, value in pairs:
        if name in found:
            found[name].append(value)
    return Selection(tuple(found["case"]), tuple(found["person"]), tuple(found["country"]))
