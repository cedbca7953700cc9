"""Sources with what rests on each, what one of them says, and how many there are of which sort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.model.edtf import parse
from timeline.model.vocabulary import ClaimBasis, ClaimProperty, SourceKind
from timeline.store.rows import SourceClaim, SourceCount, SourceSupport

UNKNOWN_LANGUAGE = "und"
"""The tag of BCP 47 for a language that is not determined."""
ROWS_A_PAGE = 25
"""Sources, or claims of one source, shown at once."""


@dataclass(frozen=True, slots=True)
class ListedSource:
    """One source, and how much of the choice rests on it."""

    source_id: str
    title: str
    title_is_ours: bool
    publisher: str
    kind: SourceKind
    published: DatePhrase
    language: str
    """BCP 47 tag."""
    url: str
    """Empty when the address is not on record in full."""
    rests_on: tuple[tuple[str, str], ...]
    """Id and publisher of each source it is derived from."""
    note: str
    claim_count: int
    event_count: int
    case_count: int
    shown_count: int
    """Values shown that it states."""
    alone_count: int
    """Values shown that no other source states."""


@dataclass(frozen=True, slots=True)
class SourceStatement:
    """One claim of one source."""

    case_id: str
    case_title: str
    event_id: str
    event_title: str
    asked: ClaimProperty
    value: str
    """In our form; for a place its name, for a date see `phrase`."""
    phrase: DatePhrase | None
    locator: str
    words: str
    """A few words of the source; empty where none were kept."""
    basis: ClaimBasis
    note: str
    is_shown: bool
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class CountedSources:
    """How many sources a choice has, by publisher, language and kind."""

    source_count: int
    publisher_count: int
    language_count: int
    publishers: tuple[tuple[str, int], ...]
    """Those with more than one source, most first; of a long list the first."""
    languages: tuple[tuple[str, int], ...]
    """By BCP 47 tag, most first; of a long list the first."""
    no_language_count: int
    """Sources of which the language is not known."""
    kinds: tuple[tuple[str, int], ...]


def listed_sources(rows: Sequence[SourceSupport]) -> tuple[ListedSource, ...]:
    """The sources in the order of the rows."""
    return tuple(
        ListedSource(
            source_id=row.source_id,
            title=row.title,
            title_is_ours=row.title_is_ours,
            publisher=row.publisher,
            kind=SourceKind(row.source_kind),
            published=_phrase(row.published_edtf),
            language=row.language,
            url=row.url,
            rests_on=tuple(zip(sorted(row.derived_from), row.rests_on, strict=False)),
            note=row.note,
            claim_count=row.claim_count,
            event_count=row.event_count,
            case_count=row.case_count,
            shown_count=row.shown_count,
            alone_count=row.alone_count,
        )
        for row in rows
    )


def source_statements(rows: Sequence[SourceClaim]) -> tuple[SourceStatement, ...]:
    """The claims in the order of the rows."""
    return tuple(
        SourceStatement(
            case_id=row.case_id,
            case_title=row.case_title,
            event_id=row.event_id,
            event_title=row.event_title,
            asked=ClaimProperty(row.property),
            value=row.value_place_name or row.value,
            phrase=_phrase(row.value) if row.property == ClaimProperty.DATE else None,
            locator=row.locator,
            words=row.value_as_stated,
            basis=ClaimBasis(row.basis),
            note=row.note,
            is_shown=row.is_shown,
            is_disputed=row.is_disputed,
        )
        for row in rows
    )


def counted_sources(rows: Sequence[SourceCount], source_count: int) -> CountedSources:
    """The counts, each kind of them in the order of the rows."""
    found: dict[str, list[SourceCount]] = {"publisher": [], "language": [], "source_kind": []}
    for row in rows:
        found[row.counted].append(row)

    def parts(counted: str) -> tuple[tuple[str, int], ...]:
        return tuple((row.value, row.source_count) for row in found[counted])

    def different(counted: str) -> int:
        return found[counted][0].value_count if found[counted] else 0

    unknown = [number for tag, number in parts("language") if tag == UNKNOWN_LANGUAGE]
    return CountedSources(
        source_count=source_count,
        publisher_count=different("publisher"),
        language_count=different("language") - len(unknown),
        publishers=tuple(part for part in parts("publisher") if part[1] > 1),
        languages=tuple(part for part in parts("language") if part[0] != UNKNOWN_LANGUAGE),
        no_language_count=sum(unknown),
        kinds=parts("source_kind"),
    )


def _phrase(text: str | None) -> DatePhrase:
    return phrase_of(parse(text) if text else None)
