"""From rows that know where they stand to the record they make."""

from __future__ import annotations

from timeline.intake.placed_row import NounT, PlacedRow
from timeline.intake.rows import Rows
from timeline.model.record import CaseFile, Record


def record_of(rows: Rows) -> Record:
    """The record that the rows make, each case with its own."""
    events = _by_case(rows.events)
    claims = _by_case(rows.claims)
    involvements = _by_case(rows.involvements)
    legs = _by_case(rows.legs)
    proceedings = _by_case(rows.proceedings)
    figures = _by_case(rows.figures)
    return Record(
        case_files=tuple(
            CaseFile(
                case=row.noun,
                events=events.get(row.case_id, ()),
                claims=claims.get(row.case_id, ()),
                involvements=involvements.get(row.case_id, ()),
                legs=legs.get(row.case_id, ()),
                proceedings=proceedings.get(row.case_id, ()),
                figures=figures.get(row.case_id, ()),
            )
            for row in rows.cases
        ),
        places=tuple(row.noun for row in rows.places),
        place_names=tuple(row.noun for row in rows.place_names),
        actors=tuple(row.noun for row in rows.actors),
        actor_names=tuple(row.noun for row in rows.actor_names),
        sources=tuple(row.noun for row in rows.sources),
    )


def _by_case(placed: list[PlacedRow[NounT]]) -> dict[str | None, tuple[NounT, ...]]:
    """The rows of each case, in reading order."""
    grouped: dict[str | None, list[NounT]] = {}
    for row in placed:
        grouped.setdefault(row.case_id, []).append(row.noun)
    return {case_id: tuple(nouns) for case_id, nouns in grouped.items()}
