"""The columns of the store that hold words of a vocabulary."""

from __future__ import annotations

import duckdb

from timeline.model import vocabulary
from timeline.model.vocabulary import Term

VOCABULARY_OF = {
    "place.precision": "PlacePrecision",
    "place_name.name_kind": "NameKind",
    "actor.actor_kind": "ActorKind",
    "actor_name.name_kind": "NameKind",
    "source.source_kind": "SourceKind",
    "proceeding.proceeding_kind": "ProceedingKind",
    "proceeding.stage": "Stage",
    "event.event_type": "EventType",
    "event.lane": "Lane",
    "event.verification_status": "VerificationStatus",
    "event.date_precision": "DatePrecision",
    "claim.property": "ClaimProperty",
    "claim.basis": "ClaimBasis",
    "involvement.role": "Role",
    "leg.leg_kind": "LegKind",
    "leg.leg_status": "LegStatus",
    "leg.leg_evidence": "LegEvidence",
    "figure.unit": "Unit",
    "figure.qualifier": "Qualifier",
    "figure.basis": "ClaimBasis",
}


def words_in(store: duckdb.DuckDBPyConnection, place: str) -> set[str]:
    """The different words in a column, written 'table.column'."""
    table, column = place.split(".")
    return {
        word
        for (word,) in store.execute(
            f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
        ).fetchall()
    }


def strange_words(store: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """By column, the words that are no members of its vocabulary."""
    found = {}
    for place, name in VOCABULARY_OF.items():
        terms: type[Term] = getattr(vocabulary, name)
        if strange := words_in(store, place) - set(terms):
            found[place] = strange
    return found
