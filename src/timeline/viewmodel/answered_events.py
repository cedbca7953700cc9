"""From claims to answers: what sources say to each question about an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.chronology.phrase import DatePhrase, is_vague, phrase_of
from timeline.chronology.said import finest
from timeline.evidence.independence import independent_source_count
from timeline.evidence.resolve import Reason, why_shown
from timeline.model.claim import Claim
from timeline.model.edtf import parse
from timeline.model.source import Source
from timeline.model.vocabulary import (
    ClaimBasis,
    ClaimProperty,
    PlacePrecision,
    SourceKind,
    VerificationStatus,
)
from timeline.store.rows import EventClaim, LineageSource, PlaceChain, ToldEvent
from timeline.viewmodel.answers import Answer, AnsweredEvent, FigureSaid, Question, Standing, Voice
from timeline.viewmodel.origins import sources_of

_COARSE = (PlacePrecision.DISTRICT, PlacePrecision.REGION, PlacePrecision.COUNTRY)


@dataclass(frozen=True, slots=True)
class _Within:
    """A place, as far as it is known here: what holds it."""

    within_place_id: str | None


def answered_events(
    events: Sequence[ToldEvent],
    claims: Sequence[EventClaim],
    places: Sequence[PlaceChain],
    lineage: Sequence[LineageSource],
) -> tuple[AnsweredEvent, ...]:
    """The events in the order given, each with the questions that its claims answer.

    *places* are those claimed, *lineage* the sources of the claims and what they rest on.
    """
    by_event: dict[str, list[EventClaim]] = defaultdict(list)
    for claim in claims:
        by_event[claim.event_id].append(claim)
    held = _held(places)
    sources = sources_of(lineage)
    return tuple(_event(event, by_event[event.event_id], held, sources) for event in events)


def _event(
    event: ToldEvent,
    claims: Sequence[EventClaim],
    held: Mapping[str, _Within],
    sources: Mapping[str, Source],
) -> AnsweredEvent:
    return AnsweredEvent(
        event_id=event.event_id,
        case_id=event.case_id,
        case_title=event.case_title,
        title=event.title,
        summary=event.summary,
        lane=event.lane,
        dated=_dated(event.date_edtf, claims),
        standing=_standing(event),
        source_count=event.source_count,
        independent_source_count=event.independent_source_count,
        questions=_questions(claims, held, sources),
    )


def _standing(event: ToldEvent) -> Standing:
    status = VerificationStatus(event.verification_status)
    if status is VerificationStatus.REFUTED:
        return Standing.REFUTED
    is_denied = ClaimProperty.OCCURRENCE in event.disputed_properties
    if status is VerificationStatus.DISPUTED or is_denied:
        return Standing.DISPUTED
    return Standing.VERIFIED if status is VerificationStatus.VERIFIED else Standing.REPORTED


def _dated(shown: str | None, claims: Sequence[EventClaim]) -> tuple[DatePhrase, ...]:
    said = sorted(
        {
            claim.value
            for claim in claims
            if claim.property == ClaimProperty.DATE and claim.is_disputed
        },
        key=lambda text: (str(parse(text).earliest or ""), text),
    )
    if len(said) > 1:
        return tuple(phrase_of(date) for date in finest([parse(text) for text in said]))
    return (_phrase(shown),) if shown else ()


def _questions(
    claims: Sequence[EventClaim], held: Mapping[str, _Within], sources: Mapping[str, Source]
) -> tuple[Question, ...]:
    """The claims by what they are about, in the order of the vocabulary; numbers by what is counted."""
    groups: dict[tuple[ClaimProperty, str, str], list[EventClaim]] = defaultdict(list)
    for claim in claims:
        key = (ClaimProperty(claim.property), claim.quantity or "", claim.unit or "")
        groups[key].append(claim)
    order = list(ClaimProperty)
    return tuple(
        _question(groups[key], held, sources)
        for key in sorted(groups, key=lambda key: (order.index(key[0]), key[1:]))
    )


def _question(
    claims: Sequence[EventClaim], held: Mapping[str, _Within], sources: Mapping[str, Source]
) -> Question:
    asked = ClaimProperty(claims[0].property)
    why = why_shown([_claim(claim) for claim in claims], held, sources)
    answers = _answers(asked, claims, sources, is_chosen=why.reason is not Reason.EVERY)
    notes = dict.fromkeys(claim.note for claim in claims if claim.is_preferred and claim.note)
    return Question(
        asked=asked,
        answers=answers,
        is_disputed=any(answer.is_disputed for answer in answers),
        why=why,
        shown_phrase=_phrase(why.value) if asked is ClaimProperty.DATE else None,
        note=" ".join(notes) if why.reason is Reason.PREFERRED else "",
        lacks=_lacks(answers),
    )


def _lacks(answers: Sequence[Answer]) -> str | None:
    if any(answer.is_disputed for answer in answers):
        return None
    if all(answer.place_precision in _COARSE for answer in answers):
        return "place"
    phrases = [answer.phrase for answer in answers if answer.phrase is not None]
    if not phrases or not all(is_vague(phrase) for phrase in phrases):
        return None
    return "days" if any(phrase.form == "period" for phrase in phrases) else "day"


def _answers(
    asked: ClaimProperty,
    claims: Sequence[EventClaim],
    sources: Mapping[str, Source],
    *,
    is_chosen: bool,
) -> tuple[Answer, ...]:
    """Each different value once, with everyone who gives it."""
    said: dict[tuple[object, ...], list[EventClaim]] = defaultdict(list)
    for claim in claims:
        figure = _figure(claim)
        # Two labels of one quantity are two ways to say it.
        said[(claim.value,) if figure is None else (figure,)].append(claim)
    found = [_answer(asked, group, sources, is_chosen) for group in said.values()]
    in_order = {id(answer): place for place, answer in enumerate(found)}
    return tuple(
        sorted(
            found,
            key=lambda answer: (
                not answer.is_shown,
                _earliest(answer) if answer.is_shown else "",
                -answer.origin_count,
                in_order[id(answer)],
            ),
        )
    )


def _answer(
    asked: ClaimProperty,
    group: Sequence[EventClaim],
    sources: Mapping[str, Source],
    is_chosen: bool,
) -> Answer:
    first = group[0]
    speaking = [claim for claim in group if claim.basis != ClaimBasis.INFERRED] or group
    return Answer(
        asked=asked,
        value=first.value_place_name or first.value,
        phrase=_phrase(first.value) if asked is ClaimProperty.DATE else None,
        place_precision=first.value_place_precision,
        figure=_figure(first),
        voices=tuple(_voice(claim) for claim in group),
        origin_count=independent_source_count((claim.source_id for claim in group), sources),
        speaking_origin_count=independent_source_count(
            (claim.source_id for claim in speaking), sources
        ),
        # Of properties with several answers each stands, and none is the one shown.
        is_shown=is_chosen and any(claim.is_shown for claim in group),
        is_disputed=any(claim.is_disputed for claim in group),
    )


def _earliest(answer: Answer) -> str:
    """Several dates shown together stand in their own order."""
    return str(answer.phrase.parts[0].day) if answer.phrase and answer.phrase.parts else ""


def _figure(claim: EventClaim) -> FigureSaid | None:
    if claim.label is None or claim.qualifier is None:
        return None
    return FigureSaid(claim.label, claim.lower, claim.upper, claim.qualifier)


def _voice(claim: EventClaim) -> Voice:
    return Voice(
        source_id=claim.source_id,
        publisher=claim.publisher,
        title=claim.source_title,
        published=_phrase(claim.published_edtf),
        language=claim.language,
        url=claim.url,
        locator=claim.locator,
        words=claim.value_as_stated,
        basis=ClaimBasis(claim.basis),
        note=claim.note,
        is_hearsay=claim.source_kind == SourceKind.ORIGIN,
        said_by=claim.said_by,
    )


def _phrase(text: str | None) -> DatePhrase:
    return phrase_of(parse(text) if text else None)


def _held(places: Iterable[PlaceChain]) -> dict[str, _Within]:
    """What holds each place and each of the places around it."""
    found: dict[str, _Within] = {}
    for place in places:
        chain = (place.place_id, *place.around_ids)
        found |= {inner: _Within(outer) for inner, outer in pairwise(chain)}
        found.setdefault(chain[-1], _Within(None))
    return found


def _claim(row: EventClaim) -> Claim:
    return Claim(
        claim_id=row.claim_id,
        event_id=row.event_id,
        property=ClaimProperty(row.property),
        value=row.value,
        source_id=row.source_id,
        locator=row.locator,
        is_preferred=row.is_preferred,
    )
