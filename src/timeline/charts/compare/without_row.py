"""Who was asked for and has no row in a comparison, in words: nobody is left out in silence."""

from __future__ import annotations

from timeline.i18n.catalog import Catalog
from timeline.viewmodel.comparison import Comparison, Standing


def without_row_words(view: Comparison, say: Catalog) -> tuple[str, ...]:
    """A sentence for each reason that somebody has no row; none where everybody has one."""
    moment = say(f"compare.moment.{view.moment.value}")
    full: tuple[str, ...] = ()
    if view.rows and view.subject_count > len(view.rows):
        full = (say("compare.rows_full", shown=len(view.rows), number=f"{view.subject_count:,}"),)
    return (
        *full,
        *(
            say(f"compare.{reason}", moment=moment, names=_names(standing, say))
            for reason, standing in (
                ("undated", view.undated),
                ("unplain", view.unplain),
                ("lacking", view.lacking),
            )
            if standing.count
        ),
    )


def _names(standing: Standing, say: Catalog) -> str:
    names = "; ".join(standing.names)
    rest = standing.count - len(standing.names)
    return say("compare.and_more", names=names, number=f"{rest:,}") if rest > 0 else names
