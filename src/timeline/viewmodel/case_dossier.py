"""One case as a footnoted article would give it: events, answers that differ, figures, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.model.edtf import parse
from timeline.model.vocabulary import ClaimProperty
from timeline.store.rows import ClaimRow, EventRow, FigureRow, SourceRow


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that sources give for one property."""

    value: str
    """In our form; for a place its name, for a date see `phrase`."""
    phrase: DatePhrase | None
    """For a date."""
    source_numbers: tuple[int, ...]
    """Never empty."""
    is_shown: bool
    """Whether the pictures and the table show this one."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One property on which sources contradict each other."""

    property: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class DossierFigure:
    """One counted quantity with everyone who gives it so."""

    label: str
    unit: str
    lower: float | None
    upper: float | None
    qualifier: str
    said_by: str | None
    source_numbers: tuple[int, ...]
    """Never empty."""


@dataclass(frozen=True, slots=True)
class DossierEvent:
    """One event with everything that stands behind it."""

    event_id: str
    title: str
    summary: str
    note: str
    phrase: DatePhrase
    lane: str
    place_name: str | None
    verification_status: str
    source_numbers: tuple[int, ...]
    """Never empty: an event nobody vouches for is not in the store."""
    independent_source_count: int
    disputes: tuple[Dispute, ...]
    figures: tuple[DossierFigure, ...]


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source with its footnote number."""

    number: int
    source_id: str
    title: str
    title_is_ours: bool
    publisher: str
    published: DatePhrase
    language: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseDossier:
    """The whole of one case, or of what a filter leaves of it."""

    events: tuple[DossierEvent, ...]
    sources: tuple[NumberedSource, ...]
    """Only those that the events shown cite, numbered in order of first citation."""

    @property
    def disputed(self) -> tuple[DossierEvent, ...]:
        """The events on which sources contradict each other."""
        return tuple(event for event in self.events if event.disputes)


def case_dossier(
    events: Sequence[EventRow],
    claims: Sequence[ClaimRow],
    figures: Sequence[FigureRow],
    sources: Sequence[SourceRow],
) -> CaseDossier:
    """The dossier of the given events, numbered like the footnotes of an article."""
    claims_of: dict[str, list[ClaimRow]] = defaultdict(list)
    for claim in claims:
        claims_of[claim.event_id].append(claim)
    figures_of: dict[str, list[FigureRow]] = defaultdict(list)
    for figure in figures:
        figures_of[figure.event_id].append(figure)
    published_order = {source.source_id: place for place, source in enumerate(sources)}
    numbers: dict[str, int] = {}
    for event in events:
        cited = {claim.source_id for claim in claims_of[event.event_id]}
        for source_id in sorted(cited, key=lambda one: published_order[one]):
            numbers.setdefault(source_id, len(numbers) + 1)
    by_id = {source.source_id: source for source in sources}
    return CaseDossier(
        events=tuple(
            _event(event, claims_of[event.event_id], figures_of[event.event_id], numbers)
            for event in events
        ),
        sources=tuple(
            NumberedSource(
                number=number,
                source_id=source_id,
                title=source.title,
                title_is_ours=source.title_is_ours,
                publisher=source.publisher,
                published=phrase_of(
                    parse(source.published_edtf) if source.published_edtf else None
                ),
                language=source.language,
                url=source.url,
                note=source.note,
            )
            for source_id, number in numbers.items()
            if (source := by_id[source_id])
        ),
    )


def _event(
    event: EventRow,
    claims: Sequence[ClaimRow],
    figures: Sequence[FigureRow],
    numbers: dict[str, int],
) -> DossierEvent:
    return DossierEvent(
        event_id=event.event_id,
        title=event.title,
        summary=event.summary,
        note=event.note,
        phrase=phrase_of(parse(event.date_edtf) if event.date_edtf else None),
        lane=event.lane,
        place_name=event.place_name,
        verification_status=event.verification_status,
        source_numbers=_numbers((claim.source_id for claim in claims), numbers),
        independent_source_count=event.independent_source_count,
        disputes=tuple(
            Dispute(claim_property, _answers(claim_property, claims, numbers))
            for claim_property in event.disputed_properties
        ),
        figures=_figures(figures, numbers),
    )


def _figures(figures: Iterable[FigureRow], numbers: dict[str, int]) -> tuple[DossierFigure, ...]:
    """Each different figure once, in the order of the rows."""
    given: dict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
    for figure in figures:
        same = (figure.quantity, figure.label, figure.lower, figure.upper, figure.qualifier)
        given[(*same, figure.said_by)].append(figure)
    return tuple(
        DossierFigure(
            label=group[0].label,
            unit=group[0].unit,
            lower=group[0].lower,
            upper=group[0].upper,
            qualifier=group[0].qualifier,
            said_by=group[0].said_by,
            source_numbers=_numbers((figure.source_id for figure in group), numbers),
        )
        for group in given.values()
    )


_SHOWN_ABOVE = (ClaimProperty.DATE, ClaimProperty.PLACE)
"""Properties of which one value stands in the timeline, the map and the table."""


def _answers(
    claim_property: str, claims: Iterable[ClaimRow], numbers: dict[str, int]
) -> tuple[Answer, ...]:
    """Each different value once, with everyone who says so; the value shown comes first."""
    said: dict[str, list[ClaimRow]] = defaultdict(list)
    for claim in claims:
        # Of several numbers only those that contradict each other belong side by side.
        if claim.property == claim_property and (
            claim_property != ClaimProperty.NUMBER or claim.is_disputed
        ):
            said[claim.value].append(claim)
    answers = [
        Answer(
            value=group[0].value_place_name or value,
            phrase=phrase_of(parse(value)) if claim_property == ClaimProperty.DATE else None,
            source_numbers=_numbers((claim.source_id for claim in group), numbers),
            is_shown=group[0].is_shown and claim_property in _SHOWN_ABOVE,
        )
        for value, group in said.items()
    ]
    return tuple(sorted(answers, key=lambda answer: (not answer.is_shown, answer.value)))


def _numbers(source_ids: Iterable[str], numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted({numbers[source_id] for source_id in source_ids}))
