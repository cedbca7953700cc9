"""The cut: what of the record may be published.

It is made before anything is stored, so that no page, chart or export can leak
what the store does not hold. Unknown counts as restricted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from timeline.evidence.contradiction import around
from timeline.model.claim import Claim
from timeline.model.leg import Leg
from timeline.model.place import Place
from timeline.model.record import CaseFile, Record
from timeline.model.vocabulary import ClaimProperty, Disclosure, PlacePrecision

_FINENESS = {precision: rank for rank, precision in enumerate(PlacePrecision)}


def is_finer(one: PlacePrecision, other: PlacePrecision) -> bool:
    """Whether *one* tells more about where than *other*."""
    return _FINENESS[one] < _FINENESS[other]


def published_place(place: Place, places: dict[str, Place]) -> Place | None:
    """The place as it may be published: itself, or the nearest public place around it.

    A place finer than its published precision is replaced by the first place around
    it that is not; a place that is not public, by nothing at all, since even the
    town around a hiding place may be too much. None when nothing may be shown.
    """
    if place.disclosure is not Disclosure.PUBLIC:
        return None
    limit = place.published_precision
    seen: set[str] = set()
    current: Place | None = place
    while current is not None and current.place_id not in seen:
        seen.add(current.place_id)
        if current.disclosure is Disclosure.PUBLIC:
            if is_finer(limit, current.published_precision):
                limit = current.published_precision
            if not is_finer(current.precision, limit):
                return current
        current = places.get(current.within_place_id) if current.within_place_id else None
    return None


def public(record: Record) -> Record:
    """The record with nothing in it that is not public.

    Cases, events, legs, places, actors, sources, proceedings and figures that are not
    public are left out, and so is everything that only they support: a claim whose
    source or place is not public, an event without a claim, a leg without its event,
    an end of a leg that may not be shown. A place finer than may be published is
    replaced by the one around it, and the words that named it are dropped. The legs of
    each person are numbered anew, since a gap would tell of a leg that is left out.
    """
    shown_places = {
        place.place_id: published_place(place, record.place_by_id) for place in record.places
    }
    public_place_ids = {shown.place_id for shown in shown_places.values() if shown is not None}
    places = tuple(place for place in record.places if place.place_id in public_place_ids)
    actors = tuple(actor for actor in record.actors if actor.disclosure is Disclosure.PUBLIC)
    actor_ids = {actor.actor_id for actor in actors}
    sources = tuple(source for source in record.sources if source.disclosure is Disclosure.PUBLIC)
    source_ids = {source.source_id for source in sources}
    case_files = _numbered_anew(
        tuple(
            _public_case(case_file, shown_places, actor_ids, source_ids)
            for case_file in record.case_files
            if case_file.case.disclosure is Disclosure.PUBLIC
        )
    )
    return _only_what_is_used(
        Record(
            case_files=case_files,
            places=tuple(
                _in_public_place(place, record.place_by_id, shown_places) for place in places
            ),
            place_names=record.place_names,
            actors=actors,
            actor_names=record.actor_names,
            sources=tuple(
                source.model_copy(
                    update={
                        "derived_from": tuple(i for i in source.derived_from if i in source_ids)
                    }
                )
                for source in sources
            ),
        )
    )


def _in_public_place(
    place: Place, places: dict[str, Place], shown_places: dict[str, Place | None]
) -> Place:
    """The place with the nearest public place around it, as that one may be published."""
    outer_id = next(
        (
            shown.place_id
            for around_id in around(place.place_id, places)[1:]
            if (shown := shown_places.get(around_id)) is not None
        ),
        None,
    )
    if outer_id == place.within_place_id:
        return place
    return place.model_copy(update={"within_place_id": outer_id})


def _numbered_anew(case_files: tuple[CaseFile, ...]) -> tuple[CaseFile, ...]:
    """The cases with the legs of each person numbered 1, 2, 3 … in their order."""
    by_actor: dict[str, list[Leg]] = defaultdict(list)
    for case_file in case_files:
        for leg in case_file.legs:
            by_actor[leg.actor_id].append(leg)
    number = {
        leg.leg_id: place
        for legs in by_actor.values()
        for place, leg in enumerate(sorted(legs, key=lambda leg: (leg.sequence, leg.leg_id)), 1)
    }
    return tuple(
        replace(
            case_file,
            legs=tuple(
                leg
                if leg.sequence == number[leg.leg_id]
                else leg.model_copy(update={"sequence": number[leg.leg_id]})
                for leg in case_file.legs
            ),
        )
        for case_file in case_files
    )


def _only_what_is_used(record: Record) -> Record:
    """The record without shared rows that no public row refers to.

    A public place or source that only a restricted event uses would hint at the event.
    """
    used_places: set[str] = set()
    used_actors: set[str] = set()
    used_sources: set[str] = set()
    for case_file in record.case_files:
        if case_file.case.current_as_of_source_id:
            used_sources.add(case_file.case.current_as_of_source_id)
        for claim in case_file.claims:
            used_sources.add(claim.source_id)
            if claim.property is ClaimProperty.PLACE:
                used_places.add(claim.value)
        for leg in case_file.legs:
            used_places |= {leg.from_place_id, leg.to_place_id}
            used_actors.add(leg.actor_id)
        used_actors |= {involvement.actor_id for involvement in case_file.involvements}
        for figure in case_file.figures:
            used_sources.add(figure.source_id)
            if figure.said_by_actor_id:
                used_actors.add(figure.said_by_actor_id)
    waiting = list(used_places)
    while waiting:
        around = record.place_by_id[waiting.pop()].within_place_id
        if around and around not in used_places:
            used_places.add(around)
            waiting.append(around)
    waiting = list(used_sources)
    while waiting:
        for origin in record.source_by_id[waiting.pop()].derived_from:
            if origin not in used_sources:
                used_sources.add(origin)
                waiting.append(origin)
    return replace(
        record,
        places=tuple(place for place in record.places if place.place_id in used_places),
        place_names=tuple(name for name in record.place_names if name.place_id in used_places),
        actors=tuple(actor for actor in record.actors if actor.actor_id in used_actors),
        actor_names=tuple(name for name in record.actor_names if name.actor_id in used_actors),
        sources=tuple(source for source in record.sources if source.source_id in used_sources),
    )


def _public_claim(claim: Claim, shown_places: dict[str, Place | None]) -> Claim | None:
    """The claim with its place coarsened, or None when its place may not be shown."""
    if claim.property is not ClaimProperty.PLACE:
        return claim
    shown = shown_places.get(claim.value)
    if shown is None:
        return None
    if shown.place_id == claim.value:
        return claim
    # The words, the locator's neighbourhood and the note may name the finer place.
    return claim.model_copy(update={"value": shown.place_id, "value_as_stated": "", "note": ""})


def _public_case(
    case_file: CaseFile,
    shown_places: dict[str, Place | None],
    actor_ids: set[str],
    source_ids: set[str],
) -> CaseFile:
    events = {
        event.event_id: event for event in case_file.events if event.disclosure is Disclosure.PUBLIC
    }
    claims = [
        shown
        for claim in case_file.claims
        if claim.event_id in events and claim.source_id in source_ids
        if (shown := _public_claim(claim, shown_places)) is not None
    ]
    figures = tuple(
        figure
        if figure.said_by_actor_id is None or figure.said_by_actor_id in actor_ids
        else figure.model_copy(update={"said_by_actor_id": None})
        for figure in case_file.figures
        if figure.disclosure is Disclosure.PUBLIC
        and figure.event_id in events
        and figure.source_id in source_ids
    )
    supported = {claim.event_id for claim in claims} | {figure.event_id for figure in figures}
    # A proceeding of which no step may be seen would hint at the steps.
    stepped_in = {events[event_id].proceeding_id for event_id in supported}
    proceedings = tuple(
        proceeding
        for proceeding in case_file.proceedings
        if proceeding.disclosure is Disclosure.PUBLIC and proceeding.proceeding_id in stepped_in
    )
    proceeding_ids = {proceeding.proceeding_id for proceeding in proceedings}
    claim_ids = {claim.claim_id for claim in claims} | {figure.figure_id for figure in figures}
    legs = tuple(
        leg.model_copy(update={"from_place_id": start.place_id, "to_place_id": end.place_id})
        for leg in case_file.legs
        if leg.disclosure is Disclosure.PUBLIC
        and leg.event_id in supported
        and leg.actor_id in actor_ids
        and (start := shown_places.get(leg.from_place_id)) is not None
        and (end := shown_places.get(leg.to_place_id)) is not None
    )
    as_of = case_file.case.current_as_of_source_id
    return replace(
        case_file,
        case=case_file.case
        if as_of is None or as_of in source_ids
        else case_file.case.model_copy(update={"current_as_of_source_id": None}),
        events=tuple(
            event
            if event.proceeding_id is None or event.proceeding_id in proceeding_ids
            else event.model_copy(update={"proceeding_id": None})
            for event_id, event in events.items()
            if event_id in supported
        ),
        claims=tuple(
            claim.model_copy(
                update={"contradicts": tuple(i for i in claim.contradicts if i in claim_ids)}
            )
            for claim in claims
        ),
        involvements=tuple(
            involvement
            for involvement in case_file.involvements
            if involvement.event_id in supported and involvement.actor_id in actor_ids
        ),
        legs=legs,
        proceedings=proceedings,
        figures=figures,
    )
