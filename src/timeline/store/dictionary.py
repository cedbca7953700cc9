"""The codebook, made from the comments that the store itself carries."""

from __future__ import annotations

import duckdb

from timeline.model.vocabulary import VOCABULARIES
from timeline.store.build import schema_scripts
from timeline.store.comments import comment_statements


def codebook() -> str:
    """Markdown: every table and view with its columns, then every vocabulary.

    Made from an empty store, so that it is the same whatever the record holds.
    """
    with duckdb.connect(":memory:") as connection:
        for script in schema_scripts():
            connection.execute(script)
        columns: dict[str, list[str]] = {}
        for table, column in connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal "
            "ORDER BY table_name, column_index"
        ).fetchall():
            columns.setdefault(table, []).append(column)
        for statement in comment_statements(columns):
            connection.execute(statement)
        tables = connection.execute(
            "SELECT view_name, comment, 0 AS place FROM duckdb_views() WHERE NOT internal "
            "UNION ALL SELECT table_name, comment, 1 FROM duckdb_tables() WHERE NOT internal "
            "ORDER BY place, 1"
        ).fetchall()
        described = connection.execute(
            "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
            "WHERE NOT internal ORDER BY table_name, column_index"
        ).fetchall()
    lines = [
        "# Codebook",
        "",
        "Made by `timeline dictionary` from the comments in the store. The views are a promise to",
        "anyone who opens the file: columns are added, never renamed.",
        "",
    ]
    for table, comment, place in tables:
        lines += [f"## {'View' if place == 0 else 'Table'} `{table}`", "", comment or "", ""]
        lines += ["| column | type | meaning |", "| --- | --- | --- |"]
        lines += [
            f"| `{name}` | {data_type} | {meaning or ''} |"
            for owner, name, data_type, meaning in described
            if owner == table
        ]
        lines.append("")
    lines += ["## Vocabularies", ""]
    for vocabulary in VOCABULARIES:
        lines += [
            f"### {vocabulary.__name__}",
            "",
            (vocabulary.__doc__ or "").strip().splitlines()[0],
            "",
        ]
        lines += ["| word | meaning |", "| --- | --- |"]
        lines += [f"| `{term}` | {term.definition} |" for term in vocabulary]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
