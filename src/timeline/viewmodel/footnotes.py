"""Sources numbered as in a footnoted article, for a page that cites events of many cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.chronology.phrase import phrase_of
from timeline.model.edtf import parse
from timeline.store.rows import Citation
from timeline.viewmodel.case_dossier import NumberedSource


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The numbers behind each event, and the sources they stand for."""

    numbers: Mapping[str, tuple[int, ...]]
    """By event id, ascending."""
    sources: tuple[NumberedSource, ...]
    """In order of first citation."""

    def of(self, *event_ids: str | None) -> tuple[int, ...]:
        """The numbers of the sources behind some events, ascending; None stands for no event."""
        return tuple(sorted({one for key in event_ids if key for one in self.numbers.get(key, ())}))


def footnotes(event_ids: Iterable[str], citations: Sequence[Citation]) -> Footnotes:
    """Number the sources in the order in which the events come on the page."""
    cited: dict[str, list[Citation]] = {}
    for citation in citations:
        cited.setdefault(citation.event_id, []).append(citation)
    found: dict[str, tuple[int, Citation]] = {}
    numbers: dict[str, tuple[int, ...]] = {}
    for event_id in dict.fromkeys(event_ids):
        behind = cited.get(event_id, [])
        for citation in behind:
            found.setdefault(citation.source_id, (len(found) + 1, citation))
        numbers[event_id] = tuple(sorted(found[one.source_id][0] for one in behind))
    return Footnotes(
        numbers=numbers,
        sources=tuple(_source(number, citation) for number, citation in found.values()),
    )


def _source(number: int, citation: Citation) -> NumberedSource:
    published = parse(citation.published_edtf) if citation.published_edtf else None
    return NumberedSource(
        number=number,
        source_id=citation.source_id,
        title=citation.title,
        title_is_ours=citation.title_is_ours,
        publisher=citation.publisher,
        published=phrase_of(published),
        language=citation.language,
        url=citation.url,
        note=citation.note,
    )
