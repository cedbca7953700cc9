"""One person's reports as the rules on custody and whereabouts take them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.chronology.custody import HOLDING, custody_of
from timeline.chronology.custody_spell import Custody
from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.chronology.placing import sightings_of
from timeline.chronology.reported import Moved, Reported, Spot
from timeline.chronology.sighting import Sighting
from timeline.chronology.whereabouts import Stretch, stretches
from timeline.model.edtf import EdtfDate, parse
from timeline.model.vocabulary import (
    ClaimProperty,
    EventType,
    LegEvidence,
    LegKind,
    LegStatus,
    PlacePrecision,
    Role,
    VerificationStatus,
)
from timeline.store.rows import LegRow, PersonReport, PlaceChain, SourceRow
from timeline.viewmodel.case_dossier import NumberedSource

_SUBJECT = frozenset({Role.VICTIM, Role.PERSON_CONCERNED})
_HARM = frozenset({EventType.TORTURE, EventType.ATTACK, EventType.KILLING})
"""Events whose victim is whom it happened to, whoever else they are about."""
_OF_ONESELF = frozenset({EventType.RESIDENCE, EventType.REAPPEARANCE})
"""Events that a person may tell of themselves and that then have no other subject."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event as a line of a list: what, when, in which case, with its footnotes."""

    event_id: str
    case_id: str
    title: str
    phrase: DatePhrase
    verification_status: str
    is_disputed: bool
    source_numbers: tuple[int, ...]
    said_dates: tuple[tuple[str, tuple[int, ...]], ...]
    """Where sources contradict each other on the date: each answer, EDTF, with its footnotes."""
    said_places: tuple[tuple[str, tuple[int, ...]], ...]
    """The same for the place, by place id."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place with what it is called."""

    place_id: str
    name: str
    country_code: str | None
    precision: PlacePrecision

    @property
    def is_undisclosed(self) -> bool:
        """Whether neither the place nor the country was said."""
        return self.precision is PlacePrecision.UNDISCLOSED

    @property
    def is_country_or_vaguer(self) -> bool:
        """Whether nothing finer than a country is known."""
        return self.is_undisclosed or self.precision is PlacePrecision.COUNTRY

    @property
    def land(self) -> str:
        """The code of its country, or its own id where there is none."""
        return self.country_code or self.place_id


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What reports say of one person, and what follows from it."""

    told: Mapping[str, Told]
    """By event id, in order of time."""
    places: Mapping[str, NamedPlace]
    around: Mapping[str, tuple[str, ...]]
    """By place id, the ids of the larger places that hold it."""
    sources: tuple[NumberedSource, ...]
    """Numbered in order of first citation."""
    custody: Custody
    sightings: tuple[Sighting, ...]
    stretches: tuple[Stretch, ...]
    unclear_event_ids: tuple[str, ...]
    """Events of custody that name several people in different roles: the record does not say
    which of them was held."""
    undated_event_ids: tuple[str, ...]
    """Events that place the person and have no date."""
    last_reported_on: dt.date | None
    """The first day on which the latest report of any kind may have been published."""

    def lies_in(self, sighting: Sighting, place_id: str) -> bool:
        """Whether a place holds the one of a sighting, or lies in it."""
        return place_id in sighting.spot.around or sighting.spot.place_id in self.around[place_id]

    @property
    def last_placed_on(self) -> dt.date | None:
        """The last day that any report allows for a place; None when none places the person."""
        return max((one.last_day for one in self.sightings), default=None)


def place_ids_of(reports: Sequence[PersonReport], legs: Sequence[LegRow]) -> tuple[str, ...]:
    """Every place that reports and legs name, in order."""
    found = {one.place_id for one in reports if one.place_id is not None}
    found |= {place_id for one in reports for place_id in one.said(ClaimProperty.PLACE)}
    found |= {place_id for leg in legs for place_id in (leg.from_place_id, leg.to_place_id)}
    return tuple(sorted(found))


def source_ids_of(reports: Sequence[PersonReport]) -> tuple[str, ...]:
    """Every source that the reports cite, in order."""
    return tuple(sorted({source_id for one in reports for source_id in one.source_ids}))


def person_record(
    reports: Sequence[PersonReport],
    legs: Sequence[LegRow],
    chains: Sequence[PlaceChain],
    sources: Sequence[SourceRow],
) -> PersonRecord:
    """The record of one person; *reports* and *legs* are theirs, *chains* hold all their places."""
    spots = {chain.place_id: _spot(chain) for chain in chains}
    about = [report for report in reports if is_subject(report)]
    reported = [_reported(report, spots) for report in about]
    by_event = {report.event_id: report for report in reports}
    # A leg whose event the filters leave out rests on nothing that could be judged or cited here.
    moves = [
        _moved(leg, spots, by_event[leg.event_id])
        for leg in legs
        if leg.leg_status == LegStatus.TRAVELLED and leg.event_id in by_event
    ]
    custody = custody_of(reported, moves)
    sightings = sightings_of(reported, moves, custody)
    last_reported_on = max(
        (report.reported_until for report in reports if report.reported_until), default=None
    )
    numbered = _numbered(reports, sources)
    numbers = {source.source_id: source.number for source in numbered}
    return PersonRecord(
        told={report.event_id: _told(report, numbers) for report in reports},
        places={
            chain.place_id: NamedPlace(
                chain.place_id, chain.name, chain.country_code, PlacePrecision(chain.precision)
            )
            for chain in chains
        },
        around={chain.place_id: chain.around_ids for chain in chains},
        sources=numbered,
        custody=custody,
        sightings=sightings,
        stretches=stretches(sightings, last_reported_on),
        unclear_event_ids=tuple(report.event_id for report in reports if _is_unclear(report)),
        undated_event_ids=tuple(
            one.event_id
            for one in reported
            if not one.dates and one.spot is not None and one.event_type is EventType.RESIDENCE
        ),
        last_reported_on=last_reported_on,
    )


def is_subject(report: PersonReport) -> bool:
    """Whether the event happened to this person, so that it can place them or hold them.

    It did when it happened to nobody else, or to the others in the same role. Where one is
    the victim and another is concerned, the record does not say to which it happened: the
    arrest of a suspect in a plot names the target of the plot as well.
    """
    own = _SUBJECT & set(report.roles)
    if Role.VICTIM in own and report.event_type in _HARM:
        return True
    if own:
        return not report.roles_of_others or own == set(report.roles_of_others)
    tells_of_self = Role.SPEAKER in report.roles and not report.roles_of_others
    return tells_of_self and report.event_type in _OF_ONESELF


def _is_unclear(report: PersonReport) -> bool:
    return (
        report.event_type in HOLDING
        and bool(_SUBJECT & set(report.roles))
        and not is_subject(report)
    )


def _spot(chain: PlaceChain) -> Spot:
    return Spot(
        chain.place_id, chain.around_ids, chain.country_code, PlacePrecision(chain.precision)
    )


def _reported(report: PersonReport, spots: Mapping[str, Spot]) -> Reported:
    shown = parse(report.date_edtf) if report.date_edtf else None
    spot = spots[report.place_id] if report.place_id is not None else None
    others = (spots[one] for one in report.said(ClaimProperty.PLACE))
    return Reported(
        event_id=report.event_id,
        event_type=EventType(report.event_type),
        dates=_dates(shown, report.said(ClaimProperty.DATE)),
        shown_date=shown,
        spot=spot,
        other_spots=tuple(one for one in others if spot is None or not one.agrees_with(spot)),
        reported_until=report.reported_until,
        status=VerificationStatus(report.verification_status),
    )


def _dates(shown: EdtfDate | None, said: Iterable[str]) -> tuple[EdtfDate, ...]:
    if shown is None:
        return ()
    return tuple(parse(text) for text in said) or (shown,)


def _moved(leg: LegRow, spots: Mapping[str, Spot], rests_on: PersonReport) -> Moved:
    return Moved(
        leg_id=leg.leg_id,
        event_id=leg.event_id,
        origin=spots[leg.from_place_id],
        destination=spots[leg.to_place_id],
        departure=parse(leg.departure_edtf) if leg.departure_edtf else None,
        arrival=parse(leg.arrival_edtf) if leg.arrival_edtf else None,
        kind=LegKind(leg.leg_kind),
        evidence=LegEvidence(leg.leg_evidence),
        status=VerificationStatus(rests_on.verification_status),
        is_date_disputed=bool(rests_on.said(ClaimProperty.DATE)),
        route_id=leg.case_id,
        sequence=leg.sequence,
    )


def _told(report: PersonReport, numbers: Mapping[str, int]) -> Told:
    return Told(
        event_id=report.event_id,
        case_id=report.case_id,
        title=report.title,
        phrase=phrase_of(parse(report.date_edtf) if report.date_edtf else None),
        verification_status=report.verification_status,
        is_disputed=report.is_disputed,
        source_numbers=_footnotes(report.source_ids, numbers),
        said_dates=_answers(report, ClaimProperty.DATE, numbers),
        said_places=_answers(report, ClaimProperty.PLACE, numbers),
    )


def _answers(
    report: PersonReport, claim_property: ClaimProperty, numbers: Mapping[str, int]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple(
        (value, _footnotes(source_ids, numbers))
        for value, source_ids in report.said(claim_property).items()
    )


def _footnotes(source_ids: Iterable[str], numbers: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers[one] for one in source_ids if one in numbers))


def _numbered(
    reports: Sequence[PersonReport], sources: Sequence[SourceRow]
) -> tuple[NumberedSource, ...]:
    """The sources, numbered like the footnotes of an article about this person."""
    published_order = {source.source_id: place for place, source in enumerate(sources)}
    by_id = {source.source_id: source for source in sources}
    numbers: dict[str, int] = {}
    for report in reports:
        cited = [one for one in report.source_ids if one in by_id]
        for source_id in sorted(cited, key=published_order.__getitem__):
            numbers.setdefault(source_id, len(numbers) + 1)
    return tuple(
        NumberedSource(
            number=number,
            source_id=source_id,
            title=source.title,
            title_is_ours=source.title_is_ours,
            publisher=source.publisher,
            published=phrase_of(parse(source.published_edtf) if source.published_edtf else None),
            language=source.language,
            url=source.url,
            note=source.note,
        )
        for source_id, number in numbers.items()
        if (source := by_id[source_id])
    )
