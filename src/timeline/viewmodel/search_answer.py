"""What a search found, by kind, with the part of the record that matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.search.find import Match
from timeline.store.rows import StillFound

KINDS = ("person", "place", "case", "event", "source")
_AROUND = 60
"""Letters of a summary shown before and after the part that matched."""
_LONG = 160


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A stretch of the recorded text, and whether it matched."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found."""

    kind: str
    item_id: str
    case_id: str | None
    label: str
    how: str
    field: str
    language: str
    parts: tuple[FoundPart, ...]
    """The recorded text that led here, cut to what stands around the match."""

    @property
    def is_plain(self) -> bool:
        """Whether the label itself is what matched, so that repeating it says nothing."""
        return self.how == "exact" and "".join(part.text for part in self.parts) == self.label


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Everything found, in groups; kinds of which nothing was found are left out."""

    groups: tuple[tuple[str, tuple[Found, ...]], ...]
    count: int
    """What the filters leave of it."""
    hidden_count: int
    """What was found and does not fit the filters."""


def search_answer(matches: Sequence[Match], still_there: Iterable[StillFound]) -> SearchAnswer:
    """The matches that the filters leave, best first within each kind."""
    there = {(one.kind, one.item_id) for one in still_there}
    left = [
        match
        for match in matches
        if match.kind not in ("event", "source") or (match.kind, match.item_id) in there
    ]
    groups = tuple(
        (kind, tuple(_found(match) for match in left if match.kind == kind))
        for kind in KINDS
        if any(match.kind == kind for match in left)
    )
    return SearchAnswer(groups, len(left), len(matches) - len(left))


def _found(match: Match) -> Found:
    return Found(
        kind=match.kind,
        item_id=match.item_id,
        case_id=match.case_id,
        label=match.label,
        how=match.how,
        field=match.field,
        language=match.language,
        parts=_parts(match.matched, match.spans),
    )


def _parts(text: str, spans: Sequence[tuple[int, int]]) -> tuple[FoundPart, ...]:
    """The text in stretches that matched and that did not, cut where it is long."""
    start, end = 0, len(text)
    if len(text) > _LONG and spans:
        start = max(0, spans[0][0] - _AROUND)
        end = min(len(text), max(spans[0][1] + _AROUND, start + _LONG))
    parts = [FoundPart("… ", False)] if start else []
    at = start
    for span in spans:
        first, last = max(span[0], at), min(span[1], end)
        if first >= last:
            continue
        if first > at:
            parts.append(FoundPart(text[at:first], False))
        parts.append(FoundPart(text[first:last], True))
        at = last
    if at < end:
        parts.append(FoundPart(text[at:end], False))
    if end < len(text):
        parts.append(FoundPart(" …", False))
    return tuple(parts)
