"""The rows that a search looks through."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchText:
    """One name, title or other text under which something is found."""

    kind: str
    """person, place, case, event or source."""
    item_id: str
    """The id of the actor, place, case, event or source."""
    case_id: str | None
    """The case it belongs to; None when it belongs to none, or to several."""
    label: str
    """What it is called on the page."""
    text: str
    """What is searched: a name variant, a title, a summary, a publisher. Never empty."""
    field: str
    """name, title, summary or publisher."""
    language: str
    """BCP 47, as recorded; und where the record does not say."""


@dataclass(frozen=True, slots=True)
class StillFound:
    """One found thing that a choice leaves in."""

    kind: str
    """event or source."""
    item_id: str
