"""Whether rows that are well formed also make sense together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from timeline.evidence.disclosure import is_finer
from timeline.intake.placed_row import PlacedRow
from timeline.intake.problem import Problem, nearest, quoted
from timeline.intake.reference_check import homes_of, reference_problem
from timeline.intake.rows import Rows
from timeline.model.claim import Claim
from timeline.model.edtf import EdtfError, parse
from timeline.model.vocabulary import (
    ClaimBasis,
    ClaimProperty,
    Disclosure,
    Occurrence,
    PlacePrecision,
    Qualifier,
)

LONGEST_TITLE = 60


def meaning_problems(rows: Rows) -> list[Problem]:
    """Everything that no single cell shows: values of claims, bounds, circles, gaps."""
    return [
        *_case_rows(rows),
        *_claim_values(rows),
        *_contradicted(rows),
        *_preferred(rows),
        *_unsupported_events(rows),
        *_titles(rows),
        *_legs(rows),
        *_figures(rows),
        *_places(rows),
        *_circles(rows),
        *_as_of(rows),
    ]


def _case_rows(rows: Rows) -> Iterator[Problem]:
    seen: dict[str | None, int] = defaultdict(int)
    for row in rows.cases:
        seen[row.case_id] += 1
        if row.noun.case_id != row.case_id:
            yield row.problem(
                "case_id",
                quoted(row.noun.case_id),
                "the name of the folder or workbook",
                row.case_id,
            )
        if seen[row.case_id] > 1:
            yield row.problem(None, "a second row", "one row: one case is one folder")


def _claim_values(rows: Rows) -> Iterator[Problem]:
    place_homes = homes_of(rows, "places")
    for row in rows.claims:
        claim = row.noun
        match claim.property:
            case ClaimProperty.DATE:
                yield from _date_value(row)
            case ClaimProperty.PLACE:
                yield from reference_problem(row, "value", claim.value, "places", place_homes, rows)
            case ClaimProperty.OCCURRENCE if claim.value not in set(Occurrence):
                yield row.problem(
                    "value",
                    quoted(claim.value),
                    "one of " + ", ".join(Occurrence),
                    nearest(claim.value, list(Occurrence)),
                )
            case ClaimProperty.NUMBER:
                yield row.problem(
                    "property", "number", "a row in the sheet figures, which holds bounds and unit"
                )
            case _:
                pass
        if claim.basis is not ClaimBasis.STATED and not claim.note:
            yield row.problem("note", "an empty cell", f"how the value was {claim.basis}")
        if claim.is_preferred and not claim.note:
            yield row.problem("note", "an empty cell", "why the editor prefers this value")


def _date_value(row: PlacedRow[Claim]) -> Iterator[Problem]:
    try:
        date = parse(row.noun.value)
    except EdtfError as error:
        yield row.problem("value", quoted(row.noun.value), f"an EDTF date: {error}")
        return
    if date.refusal is not None:
        yield row.problem(
            "value",
            quoted(row.noun.value),
            f"a date that a calendar column can hold: {date.refusal}",
        )


def _contradicted(rows: Rows) -> Iterator[Problem]:
    """What an editor marks as contradicted is another answer about the same event."""
    event_of = {row.noun.claim_id: row.noun.event_id for row in rows.claims}
    event_of |= {row.noun.figure_id: row.noun.event_id for row in rows.figures}
    for row in rows.claims:
        for other in row.noun.contradicts:
            is_itself = other == row.noun.claim_id
            if is_itself or event_of.get(other, row.noun.event_id) != row.noun.event_id:
                yield row.problem(
                    "contradicts",
                    f"{quoted(other)}, {'this claim' if is_itself else 'of ' + event_of[other]}",
                    "another claim or figure of the same event",
                )


def _preferred(rows: Rows) -> Iterator[Problem]:
    chosen: dict[tuple[str, ClaimProperty], str] = {}
    for row in rows.claims:
        claim = row.noun
        if not claim.is_preferred:
            continue
        key = (claim.event_id, claim.property)
        if chosen.setdefault(key, claim.value) != claim.value:
            yield row.problem(
                "is_preferred",
                "a second preferred value",
                f"one preferred {claim.property} for each event; the first is {quoted(chosen[key])}",
            )


def _unsupported_events(rows: Rows) -> Iterator[Problem]:
    supported = {row.noun.event_id for row in rows.claims} | {
        row.noun.event_id for row in rows.figures
    }
    for sheet in ("claims", "figures"):
        if sheet in rows.unread_sheets:
            return
        supported |= rows.left_out.get(sheet, set())
    for row in rows.events:
        if row.noun.event_id not in supported:
            yield row.problem(
                "event_id", quoted(row.noun.event_id), "at least one claim or figure that says so"
            )


def _titles(rows: Rows) -> Iterator[Problem]:
    for row in rows.events:
        if len(row.noun.title) > LONGEST_TITLE:
            yield row.problem(
                "title",
                f"{len(row.noun.title)} characters: {quoted(row.noun.title)}",
                f"at most {LONGEST_TITLE}, so that it fits beside its mark",
            )


def _legs(rows: Rows) -> Iterator[Problem]:
    taken: dict[tuple[str, int], str] = {}
    for row in rows.legs:
        leg = row.noun
        if leg.sequence < 1:
            yield row.problem("sequence", str(leg.sequence), "1 for the first leg, then 2, 3 …")
        key = (leg.actor_id, leg.sequence)
        if taken.setdefault(key, leg.leg_id) != leg.leg_id:
            yield row.problem(
                "sequence",
                str(leg.sequence),
                f"a number that no other leg of this person has; {taken[key]} has it",
            )
        if leg.departure_edtf and leg.arrival_edtf:
            earliest = parse(leg.departure_edtf).earliest
            latest = parse(leg.arrival_edtf).latest
            if earliest is not None and latest is not None and latest < earliest:
                yield row.problem(
                    "arrival_edtf",
                    quoted(leg.arrival_edtf),
                    f"an arrival that is not before the departure {quoted(leg.departure_edtf)}",
                )


def _figures(rows: Rows) -> Iterator[Problem]:
    for row in rows.figures:
        figure = row.noun
        lower, upper = figure.lower, figure.upper
        needs_lower = figure.qualifier not in (Qualifier.FEWER_THAN, Qualifier.AT_MOST)
        needs_upper = figure.qualifier not in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
        if needs_lower and lower is None:
            yield row.problem(
                "lower", "an empty cell", f"the lowest number {figure.qualifier} allows"
            )
        if needs_upper and upper is None:
            yield row.problem(
                "upper", "an empty cell", f"the highest number {figure.qualifier} allows"
            )
        if not needs_lower and lower is not None:
            yield row.problem(
                "lower",
                f"{lower:g}",
                f"no lower bound for {quoted(figure.qualifier)}, or 'between'",
            )
        if not needs_upper and upper is not None:
            yield row.problem(
                "upper",
                f"{upper:g}",
                f"no upper bound for {quoted(figure.qualifier)}, or 'between'",
            )
        elif lower is not None and upper is not None and upper < lower:
            yield row.problem("upper", f"{upper:g}", f"at least the lower bound {lower:g}")
        elif (
            figure.qualifier is Qualifier.EXACTLY and None not in (lower, upper) and lower != upper
        ):
            yield row.problem("upper", f"{upper:g}", f"the same as lower, {lower:g}, for 'exactly'")


def _places(rows: Rows) -> Iterator[Problem]:
    places = {row.noun.place_id: row.noun for row in rows.places}
    for row in rows.places:
        place = row.noun
        has_point = place.lon_deg is not None and place.lat_deg is not None
        half = (place.lon_deg is None) != (place.lat_deg is None)
        pointless = place.precision in (PlacePrecision.COUNTRY, PlacePrecision.UNDISCLOSED)
        if half:
            yield row.problem(
                "lat_deg" if place.lat_deg is None else "lon_deg",
                "an empty cell",
                "both lon_deg and lat_deg, or neither",
            )
        elif pointless and has_point:
            yield row.problem(
                "lon_deg",
                f"{place.lon_deg:g}",
                f"no point for a place of precision {place.precision}",
            )
        elif not pointless and not has_point:
            yield row.problem(
                "lon_deg", "an empty cell", f"a point for a place of precision {place.precision}"
            )
        if place.precision is not PlacePrecision.UNDISCLOSED and place.country_code is None:
            yield row.problem(
                "country_code",
                "an empty cell",
                f"a country for a place of precision {place.precision}",
            )
        if (
            place.region_code
            and place.country_code
            and not place.region_code.startswith(place.country_code)
        ):
            yield row.problem(
                "region_code",
                quoted(place.region_code),
                f"a region of the country {place.country_code}",
            )
        if is_finer(place.published_precision, place.precision):
            yield row.problem(
                "published_precision",
                quoted(place.published_precision),
                f"nothing finer than the precision, {place.precision}",
            )
        outer = places.get(place.within_place_id) if place.within_place_id else None
        if outer is not None and is_finer(outer.precision, place.precision):
            yield row.problem(
                "within_place_id",
                f"{quoted(outer.place_id)}, a {outer.precision}",
                f"a place no finer than a {place.precision}",
            )
        if (
            outer is not None
            and None not in (outer.country_code, place.country_code)
            and (outer.country_code != place.country_code)
        ):
            yield row.problem(
                "within_place_id",
                f"{quoted(outer.place_id)} in {outer.country_code}",
                f"a place in {place.country_code}",
            )


def _circles(rows: Rows) -> Iterator[Problem]:
    around: dict[str, tuple[str, ...]] = {
        row.noun.place_id: (row.noun.within_place_id,) if row.noun.within_place_id else ()
        for row in rows.places
    }
    for row in rows.places:
        if _reaches_itself(row.noun.place_id, around):
            yield row.problem(
                "within_place_id",
                quoted(str(row.noun.within_place_id)),
                "a larger place, not a circle",
            )
    origins = {row.noun.source_id: row.noun.derived_from for row in rows.sources}
    for source_row in rows.sources:
        if _reaches_itself(source_row.noun.source_id, origins):
            yield source_row.problem(
                "derived_from",
                quoted(" ".join(source_row.noun.derived_from)),
                "sources that do not rest on this one in turn",
            )


def _reaches_itself(start: str, onward: dict[str, tuple[str, ...]]) -> bool:
    waiting = list(onward.get(start, ()))
    seen: set[str] = set()
    while waiting:
        current = waiting.pop()
        if current == start:
            return True
        if current not in seen:
            seen.add(current)
            waiting.extend(onward.get(current, ()))
    return False


def _as_of(rows: Rows) -> Iterator[Problem]:
    """A case with events says as of which report it is current, and cites none after it.

    What readers are told rests on what they may see: the report of a public case is public,
    and a later one that is not does not count.
    """
    sources = {row.noun.source_id: row.noun for row in rows.sources}
    cited: dict[str | None, set[str]] = defaultdict(set)
    for claim_row in rows.claims:
        cited[claim_row.case_id].add(claim_row.noun.source_id)
    for figure_row in rows.figures:
        cited[figure_row.case_id].add(figure_row.noun.source_id)
    for row in rows.cases:
        as_of = sources.get(row.noun.current_as_of_source_id or "")
        if as_of is None:
            if cited[row.case_id] and row.noun.current_as_of_source_id is None:
                yield row.problem(
                    "current_as_of_source_id",
                    "an empty cell",
                    "the latest report the case takes account of",
                )
            continue
        if not as_of.published_edtf:
            yield row.problem(
                "current_as_of_source_id", quoted(as_of.source_id), "a source whose date is known"
            )
            continue
        is_public = row.noun.disclosure is Disclosure.PUBLIC
        if is_public and as_of.disclosure is not Disclosure.PUBLIC:
            yield row.problem(
                "current_as_of_source_id",
                f"{quoted(as_of.source_id)}, which is {as_of.disclosure}",
                "a public source, as the case is public",
            )
            continue
        limit = parse(as_of.published_edtf).latest
        for source_id in sorted(cited[row.case_id]):
            source = sources.get(source_id)
            if source is None or not source.published_edtf or limit is None:
                continue
            if is_public and source.disclosure is not Disclosure.PUBLIC:
                continue
            earliest = parse(source.published_edtf).earliest
            if earliest is not None and earliest > limit:
                yield row.problem(
                    "current_as_of_source_id",
                    f"{quoted(as_of.source_id)} of {as_of.published_edtf}",
                    f"the latest report cited; {source_id} is of {source.published_edtf}",
                    source_id,
                )
