"""The Frictionless description that travels with the tables: what each column means, and its type."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.exports.csv_table import BETWEEN_PARTS
from timeline.intake.datapackage import LICENCE, TITLE
from timeline.model.vocabulary import (
    ClaimBasis,
    ClaimProperty,
    DatePrecision,
    EventType,
    LegEvidence,
    LegKind,
    LegStatus,
    PlacePrecision,
    Qualifier,
    SourceKind,
    Term,
    Unit,
    VerificationStatus,
)
from timeline.store.rows import CodebookColumn

VOCABULARY_OF: Mapping[str, type[Term]] = {
    "event_type": EventType,
    "date_precision": DatePrecision,
    "place_precision": PlacePrecision,
    "from_precision": PlacePrecision,
    "to_precision": PlacePrecision,
    "verification_status": VerificationStatus,
    "leg_kind": LegKind,
    "leg_status": LegStatus,
    "leg_evidence": LegEvidence,
    "property": ClaimProperty,
    "basis": ClaimBasis,
    "source_kind": SourceKind,
    "qualifier": Qualifier,
    "unit": Unit,
}
"""The columns of the tables that hold a word of a closed list."""

_TYPES = {"INTEGER": "integer", "DOUBLE": "number", "BOOLEAN": "boolean", "DATE": "date"}
_LIST = "[]"


@dataclass(frozen=True, slots=True)
class DescribedTable:
    """One CSV file of the package."""

    file_name: str
    """Where it lies, seen from the description; with the query that chose its rows, if any."""
    columns: tuple[CodebookColumn, ...]
    """Those of its view, in order; the first is its key."""


def datapackage(tables: Iterable[DescribedTable], *, fingerprint: str, selection: str) -> str:
    """The description as JSON.

    *fingerprint* is that of the build the rows come from. *selection* is the query part of
    the address that chose them; empty for all.
    """
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": "timeline-tables",
        "title": TITLE,
        "version": fingerprint,
        "licenses": [LICENCE],
        **({"selection": selection} if selection else {}),
        "resources": [_resource(table) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: DescribedTable) -> dict[str, object]:
    first = table.columns[0]
    return {
        "profile": "tabular-data-resource",
        "name": first.table_name.replace("_", "-"),
        "path": table.file_name,
        "description": first.table_meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": [first.column_name],
            "missingValues": [""],
        },
    }


def _field(column: CodebookColumn) -> dict[str, object]:
    meaning = column.meaning
    if column.data_type.endswith(_LIST):
        meaning = f"{meaning} Several are joined by {BETWEEN_PARTS.strip()!r}."
    vocabulary = VOCABULARY_OF.get(column.column_name)
    return {
        "name": column.column_name,
        "type": _TYPES.get(column.data_type, "string"),
        "description": meaning,
        **({"constraints": {"enum": [str(term) for term in vocabulary]}} if vocabulary else {}),
    }


def columns_of(view: str, codebook: Sequence[CodebookColumn]) -> tuple[CodebookColumn, ...]:
    """The columns of one view, in order."""
    return tuple(column for column in codebook if column.table_name == view)
