"""The words that explain tables and columns, from the one place each is written."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.sheet import SHEETS

TABLE_OF_SHEET = {
    "case": "case_file",
    "events": "event",
    "claims": "claim",
    "involvements": "involvement",
    "legs": "leg",
    "proceedings": "proceeding",
    "figures": "figure",
    "places": "place",
    "place_names": "place_name",
    "actors": "actor",
    "actor_names": "actor_name",
    "sources": "source",
}
"""The table that holds the public rows of each sheet."""


def comment_statements(columns_by_table: dict[str, list[str]]) -> Iterator[str]:
    """COMMENT statements for every table and column that a sheet describes.

    *columns_by_table* lists what the schema has; a described column that the store
    does not keep, such as disclosure, is passed over.
    """
    for sheet_name, table in TABLE_OF_SHEET.items():
        sheet = SHEETS[sheet_name]
        yield f"COMMENT ON TABLE {table} IS {_literal(sheet.description)}"
        described = {column.name: column.description for column in sheet.columns}
        for name in columns_by_table[table]:
            if name in described:
                yield f"COMMENT ON COLUMN {table}.{name} IS {_literal(described[name])}"
            elif name == "case_id":
                yield f"COMMENT ON COLUMN {table}.case_id IS 'The case it belongs to.'"


def _literal(text: str) -> str:
    """A SQL string literal; COMMENT takes no parameters."""
    return "'" + text.replace("'", "''") + "'"
