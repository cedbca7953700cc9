"""From the public record to the rows of each table, with everything derived worked out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TypeAlias

from timeline.chronology.span import span_of
from timeline.evidence.resolve import ResolvedEvent, resolve
from timeline.model.case import Case
from timeline.model.claim import Claim
from timeline.model.edtf import parse
from timeline.model.figure import Figure
from timeline.model.leg import Leg
from timeline.model.record import CaseFile, Record
from timeline.model.source import Source
from timeline.model.vocabulary import ClaimProperty, Qualifier
from timeline.store.knowledge import KnownState, known_states, leg_known_from, reported_until

Cell: TypeAlias = str | int | float | bool | dt.date | list[str] | None
TableRow: TypeAlias = tuple[Cell, ...]


def table_rows(record: Record) -> dict[str, list[TableRow]]:
    """Rows by table, columns in the order of the schema, rows in order of their ids.

    *record* must be public already: what is given is what is stored.
    """
    tables: dict[str, list[TableRow]] = defaultdict(list)
    for place in record.places:
        tables["place"].append(
            (
                place.place_id,
                place.name,
                place.precision.value,
                place.country_code,
                place.region_code,
                place.within_place_id,
                place.lon_deg,
                place.lat_deg,
                place.origin,
            )
        )
    tables["place_name"] = [
        (name.place_id, name.name, name.language, name.name_kind.value)
        for name in record.place_names
    ]
    tables["actor"] = [
        (
            actor.actor_id,
            actor.name,
            actor.actor_kind.value,
            actor.country_code,
            actor.is_followed,
            actor.note,
        )
        for actor in record.actors
    ]
    tables["actor_name"] = [
        (name.actor_id, name.name, name.language, name.name_kind.value)
        for name in record.actor_names
    ]
    tables["source"] = [_source_row(source) for source in record.sources]
    for case_file in record.case_files:
        tables["case_file"].append(_case_row(case_file.case, record))
        _add_case(tables, case_file, record)
    return {
        table: sorted(rows, key=lambda row: tuple(map(str, row[:3])))
        for table, rows in tables.items()
    }


def _add_case(tables: dict[str, list[TableRow]], case_file: CaseFile, record: Record) -> None:
    case_id = case_file.case.case_id
    claims: dict[str, list[Claim]] = defaultdict(list)
    figures: dict[str, list[Figure]] = defaultdict(list)
    known_from: dict[str, dt.date | None] = {}
    for claim in case_file.claims:
        claims[claim.event_id].append(claim)
    for figure in case_file.figures:
        figures[figure.event_id].append(figure)
    for event in case_file.events:
        found = resolve(
            event,
            claims[event.event_id],
            figures[event.event_id],
            record.place_by_id,
            record.source_by_id,
        )
        tables["event"].append(
            _event_row(
                found,
                case_id,
                reported_until(
                    claims[event.event_id], figures[event.event_id], record.source_by_id
                ),
            )
        )
        tables["event_as_known"].extend(
            _known_row(state)
            for state in known_states(
                event, claims[event.event_id], figures[event.event_id], record
            )
        )
        known_from[event.event_id] = leg_known_from(
            found, claims[event.event_id], figures[event.event_id], record.source_by_id
        )
        tables["claim"].extend(
            _claim_row(claim, found, case_id) for claim in claims[event.event_id]
        )
        tables["claim"].extend(
            _figure_claim_row(figure, found, case_id) for figure in figures[event.event_id]
        )
    tables["involvement"].extend(
        (one.event_id, one.actor_id, one.role.value, one.note) for one in case_file.involvements
    )
    tables["proceeding"].extend(
        (
            one.proceeding_id,
            case_id,
            one.title,
            one.proceeding_kind.value,
            one.forum,
            one.country_code,
            one.stage.value,
            one.outcome,
        )
        for one in case_file.proceedings
    )
    tables["figure"].extend(
        (
            one.figure_id,
            case_id,
            one.event_id,
            one.quantity,
            one.label,
            one.unit.value,
            one.lower,
            one.upper,
            one.qualifier.value,
            one.said_by_actor_id,
            one.source_id,
            one.locator,
            one.value_as_stated,
            one.basis.value,
            one.note,
        )
        for one in case_file.figures
    )
    tables["leg"].extend(_leg_row(leg, case_id, known_from[leg.event_id]) for leg in case_file.legs)


def _case_row(case: Case, record: Record) -> TableRow:
    as_of = record.source_by_id.get(case.current_as_of_source_id or "")
    published = as_of.published_edtf if as_of else None
    return (
        case.case_id,
        case.title,
        case.summary,
        case.state,
        case.current_as_of_source_id,
        published,
        parse(published).latest if published else None,
    )


def _source_row(source: Source) -> TableRow:
    published = parse(source.published_edtf) if source.published_edtf else None
    return (
        source.source_id,
        source.title,
        source.title_is_ours,
        source.publisher,
        source.source_kind.value,
        source.published_edtf,
        published.earliest if published else None,
        published.latest if published else None,
        source.language,
        source.url,
        list(source.derived_from),
        source.note,
    )


def _event_row(found: ResolvedEvent, case_id: str, reported_until: dt.date | None) -> TableRow:
    event = found.event
    return (
        event.event_id,
        case_id,
        event.title,
        event.summary,
        event.event_type.value,
        event.event_type.lane.value,
        event.verification_status.value,
        event.proceeding_id,
        event.note,
        *_shown_cells(found, reported_until),
    )


def _known_row(state: KnownState) -> TableRow:
    found = state.resolved
    return (
        found.event.event_id,
        state.known_from,
        state.known_until,
        *_shown_cells(found, state.reported_until),
        sorted(found.shown_claim_ids),
        sorted(found.disputed_claim_ids),
    )


def _shown_cells(found: ResolvedEvent, reported_until: dt.date | None) -> TableRow:
    """What is shown of an event and what stands behind it, today or on an earlier day."""
    date = found.date
    span = span_of(date) if date else None
    certain_from, certain_until = span.certain_days(reported_until) if span else (None, None)
    return (
        date.text if date else None,
        date.earliest if date else None,
        date.latest if date else None,
        date.precision.value if date else None,
        certain_from,
        certain_until,
        reported_until,
        found.place_id,
        found.claim_count,
        found.source_count,
        found.independent_source_count,
        bool(found.disputed_properties),
        [term.value for term in found.disputed_properties],
    )


def _claim_row(claim: Claim, found: ResolvedEvent, case_id: str) -> TableRow:
    date = parse(claim.value) if claim.property is ClaimProperty.DATE else None
    return (
        claim.claim_id,
        case_id,
        claim.event_id,
        claim.property.value,
        claim.value,
        claim.value_as_stated,
        claim.source_id,
        claim.locator,
        claim.basis.value,
        claim.is_preferred,
        claim.claim_id in found.shown_claim_ids,
        claim.claim_id in found.disputed_claim_ids,
        date.earliest if date else None,
        date.latest if date else None,
        claim.note,
    )


def _figure_claim_row(figure: Figure, found: ResolvedEvent, case_id: str) -> TableRow:
    """A figure as the claim it is: the number with its hedge, the unit and what is counted."""
    return (
        figure.figure_id,
        case_id,
        figure.event_id,
        ClaimProperty.NUMBER.value,
        _number_in_words(figure),
        figure.value_as_stated,
        figure.source_id,
        figure.locator,
        figure.basis.value,
        False,
        True,
        figure.figure_id in found.disputed_claim_ids,
        None,
        None,
        figure.note,
    )


def _number_in_words(figure: Figure) -> str:
    bounds = [bound for bound in (figure.lower, figure.upper) if bound is not None]
    between = " and " if figure.qualifier is Qualifier.BETWEEN else " to "
    numbers = between.join(dict.fromkeys(f"{bound:,.10g}" for bound in bounds))
    hedge = "" if figure.qualifier is Qualifier.EXACTLY else figure.qualifier.value + " "
    return f"{hedge.replace('_', ' ')}{numbers} {figure.label}"


def _leg_row(leg: Leg, case_id: str, known_from: dt.date | None) -> TableRow:
    departure = parse(leg.departure_edtf) if leg.departure_edtf else None
    arrival = parse(leg.arrival_edtf) if leg.arrival_edtf else None
    earliest = departure.earliest if departure else arrival.earliest if arrival else None
    latest = arrival.latest if arrival else departure.latest if departure else None
    return (
        leg.leg_id,
        case_id,
        leg.actor_id,
        leg.sequence,
        leg.from_place_id,
        leg.to_place_id,
        leg.departure_edtf,
        leg.arrival_edtf,
        earliest,
        latest,
        leg.leg_kind.value,
        leg.leg_status.value,
        leg.leg_evidence.value,
        leg.event_id,
        leg.note,
        known_from,
    )
