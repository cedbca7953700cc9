"""Names in a row: 'A', 'A and B', 'A, B and C'."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.i18n.catalog import Catalog


def list_words(names: Sequence[str], say: Catalog, *, joiner: str = "and") -> str:
    """The names with commas between them and the word for 'and', or for 'or', before the last."""
    if len(names) < 2:
        return "".join(names)
    return say(f"date.{joiner}").join((say("list.comma").join(names[:-1]), names[-1]))
