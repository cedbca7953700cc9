"""What each column means, as the comments in the store say."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from timeline.i18n.catalog import Catalog
from timeline.store.rows import CodebookColumn


def codebook_table(columns: Sequence[CodebookColumn], say: Catalog) -> str:
    """The columns of one table or view; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"data.codebook.{name}"))}</th>'
        for name in ("column", "type", "meaning")
    )
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(column.column_name)}</code></th>'
        f'<td class="tl-when">{escape(column.data_type)}</td><td>{escape(column.meaning)}</td></tr>'
        for column in columns
    )
    first = columns[0]
    return (
        f'<table class="tl-table tl-codebook"><caption><code>{escape(first.table_name)}</code> '
        f"{escape(first.table_meaning)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def whole_codebook(columns: Sequence[CodebookColumn], say: Catalog) -> str:
    """Every table and view, each to be unfolded; every text escaped."""
    return "".join(
        f"<details><summary><code>{escape(name)}</code> {escape(inside[0].table_meaning)}</summary>"
        f"{codebook_table(inside, say)}</details>"
        for name, found in groupby(columns, key=lambda column: column.table_name)
        if (inside := list(found))
    )
