"""Addresses of other views: ids only, with what the reader has chosen where it still applies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlencode

from timeline.model.selection import Selection

CASE, COUNTRIES, DATA, PEOPLE = "/case", "/countries", "/data", "/people"
SOURCES = "/sources"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses from a view, each escaped for an attribute."""

    chosen: Selection
    """What the reader has chosen."""

    def event(self, case_id: str, event_id: str) -> str:
        """An event in its case: the whole case, as known on the same day."""
        told = Selection(case_ids=(case_id,), known_on=self.chosen.known_on)
        return _address(CASE, told.query(), event=event_id)

    def case(self, case_id: str) -> str:
        """A case as known on the same day."""
        told = Selection(case_ids=(case_id,), known_on=self.chosen.known_on)
        return _address(CASE, told.query())

    def person(self, actor_id: str) -> str:
        """A person across cases, as known on the same day."""
        return _address(PEOPLE, Selection(known_on=self.chosen.known_on).query(), who=actor_id)

    def country(self, country_code: str) -> str:
        """A country under the same filters."""
        return _address(COUNTRIES, self.chosen.query(), **{"in": country_code})

    def events_in(self, country_code: str, event_type: str) -> str:
        """The events of one kind in a country, under the same filters otherwise."""
        narrowed = replace(self.chosen, country_codes=(country_code,), event_types=(event_type,))
        return _address(DATA, narrowed.query())

    def source(self, source_id: str) -> str:
        """A source with all it says, under the same filters."""
        return _address(SOURCES, self.chosen.query(), open=source_id)

    def answers(self, event_id: str) -> str:
        """All that sources say on an event, as known on the same day."""
        told = Selection(known_on=self.chosen.known_on)
        return _address(SOURCES, told.query(), event=event_id)


def _address(path: str, query: str, **more: str) -> str:
    whole = "&".join(part for part in (urlencode(more), query) if part)
    return escape(f"{path}?{whole}", quote=True)
