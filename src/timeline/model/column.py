"""How one column of a sheet is described: what may stand in a cell, and what it means.

Each noun describes its columns once, with `column(...)`. The sheet reader, the
database comments, the codebook and the datapackage all read that description.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import Field
from pydantic.fields import FieldInfo

from timeline.model.vocabulary import Term


class CellKind(StrEnum):
    """What may stand in a cell."""

    ID = "id"
    REFERENCE = "reference"
    REFERENCES = "references"
    TERM = "term"
    DISCLOSURE = "disclosure"
    DATE = "date"
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    YES_NO = "yes_no"
    COUNTRY = "country"
    REGION = "region"
    LANGUAGE = "language"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one sheet."""

    name: str
    kind: CellKind
    description: str
    is_required: bool
    """False: the cell may be empty and the column may be missing altogether."""
    refers_to: str | None
    """Name of the sheet whose id stands in the cell, for REFERENCE and REFERENCES."""
    vocabulary: type[Term] | None
    example: str


def column(
    kind: CellKind,
    description: str,
    *,
    default: Any = ...,
    of: str | None = None,
    terms: type[Term] | None = None,
    example: str = "",
) -> Any:
    """A pydantic field that carries the description of its column."""
    return Field(
        default=default,
        description=description,
        json_schema_extra={
            "cell": kind.value,
            "of": terms.__name__ if terms else of,
            "example": example,
        },
    )


def column_of(name: str, field: FieldInfo, vocabularies: dict[str, type[Term]]) -> Column:
    """Read a column's description back from the pydantic field that carries it."""
    extra = field.json_schema_extra
    if not isinstance(extra, dict):
        raise TypeError(f"field {name} was not made with column()")
    kind = CellKind(str(extra["cell"]))
    of = extra["of"]
    in_vocabulary = kind in (CellKind.TERM, CellKind.DISCLOSURE)
    return Column(
        name=name,
        kind=kind,
        description=field.description or "",
        is_required=field.is_required(),
        refers_to=None if in_vocabulary or of is None else str(of),
        vocabulary=vocabularies[str(of)] if in_vocabulary else None,
        example=str(extra["example"]),
    )
