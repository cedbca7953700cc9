"""Whether public words give away what is not public.

The cut removes rows; it cannot read sentences. So the cut is made here too, and what it
leaves is searched for the names of the actors and places that it does not show, in
texts, ids and addresses alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.evidence.disclosure import public
from timeline.intake.hidden_names import HiddenNames
from timeline.intake.placed_row import PlacedRow
from timeline.intake.problem import Problem, quoted
from timeline.intake.record_of import record_of
from timeline.intake.rows import Rows
from timeline.intake.skeleton import skeleton
from timeline.model.column import CellKind
from timeline.model.noun import Noun
from timeline.model.record import Record
from timeline.model.sheet import SHEETS
from timeline.model.vocabulary import ClaimProperty, Disclosure

_SEARCHED = (CellKind.TEXT, CellKind.ID, CellKind.URL)


def safety_problems(rows: Rows) -> list[Problem]:
    """Public words that name what is not public, and ids that contain a protected name."""
    hidden = HiddenNames(rows)
    cut = public(record_of(rows))
    return [
        *_telling_ids(rows, hidden),
        *_telling_words(rows, cut, hidden),
        *_hidden_speakers(rows, cut),
    ]


def _telling_ids(rows: Rows, hidden: HiddenNames) -> Iterator[Problem]:
    """Ids of protected actors, which stand in links, made from their names."""
    for row in rows.actors:
        if row.noun.disclosure is Disclosure.PUBLIC:
            continue
        if hidden.words_of(row.noun.actor_id) & set(skeleton(row.noun.actor_id).split()):
            yield row.problem(
                "actor_id",
                f"{quoted(row.noun.actor_id)}, which contains the protected name",
                "an id that does not tell who it is",
            )


def _telling_words(rows: Rows, cut: Record, hidden: HiddenNames) -> Iterator[Problem]:
    for sheet in SHEETS.values():
        columns = [column for column in sheet.columns if column.kind in _SEARCHED]
        placed = _by_key(rows, sheet.name)
        for noun in _nouns_of(cut, sheet.name):
            row = placed[tuple(getattr(noun, name) for name in sheet.key)]
            for column in columns:
                if column.name == "value" and _is_place_claim(noun):
                    continue
                text = str(getattr(noun, column.name))
                for owner in sorted(hidden.named_in(text, column.kind)):
                    yield row.problem(
                        column.name,
                        f"a name of {quoted(owner)}, which is not public",
                        "public words that do not give it away, or a row that is not public either",
                    )


def _hidden_speakers(rows: Rows, cut: Record) -> Iterator[Problem]:
    """Figures whose speaker the cut would drop, so that the source itself would seem to say it."""
    shown = {figure.figure_id: figure for file in cut.case_files for figure in file.figures}
    actor_ids = {row.noun.actor_id for row in rows.actors}
    for row in rows.figures:
        said_by = row.noun.said_by_actor_id
        figure = shown.get(row.noun.figure_id)
        if said_by in actor_ids and figure is not None and figure.said_by_actor_id is None:
            yield row.problem(
                "said_by_actor_id",
                f"{quoted(str(said_by))}, who is not public",
                "an actor who may be named, or a figure that is not public either",
            )


def _is_place_claim(noun: Noun) -> bool:
    return getattr(noun, "property", None) is ClaimProperty.PLACE


def _by_key(rows: Rows, sheet: str) -> dict[tuple[object, ...], PlacedRow[Noun]]:
    key = SHEETS[sheet].key
    return {tuple(getattr(row.noun, name) for name in key): row for row in rows.of(sheet)}


def _nouns_of(record: Record, sheet: str) -> Iterator[Noun]:
    """The rows of one sheet over all cases."""
    if SHEETS[sheet].is_shared:
        yield from getattr(record, sheet)
        return
    for case_file in record.case_files:
        if sheet == "case":
            yield case_file.case
        else:
            yield from getattr(case_file, sheet)
