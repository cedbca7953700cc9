"""Whether public words give away what is not public.

The cut removes rows; it cannot read sentences. So the cut is made here too, and what it
leaves is searched for the names of the actors and places that it does not show, in
texts, ids and addresses alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

from timeline.evidence.disclosure import public, published_place
from timeline.intake.placed_row import PlacedRow
from timeline.intake.problem import Problem, quoted
from timeline.intake.record_of import record_of
from timeline.intake.rows import Rows
from timeline.intake.skeleton import skeleton
from timeline.model.column import CellKind
from timeline.model.noun import Noun
from timeline.model.record import Record
from timeline.model.sheet import SHEETS
from timeline.model.vocabulary import ActorKind, ClaimProperty, Disclosure

_SHORTEST_NAME = 4
"""Shorter words would be found inside ordinary language everywhere."""

_SEARCHED = (CellKind.TEXT, CellKind.ID, CellKind.URL)
_WORD = re.compile(r"\w+")
_ID_IN_TEXT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def safety_problems(rows: Rows) -> list[Problem]:
    """Public words that name what is not public, and ids that contain a protected name."""
    whole = record_of(rows)
    hidden = _Hidden(rows, whole)
    return [
        *_telling_ids(rows, hidden),
        *_telling_words(rows, public(whole), hidden),
        *_hidden_speakers(rows, public(whole)),
    ]


class _Hidden:
    """What may not be read anywhere in public."""

    def __init__(self, rows: Rows, whole: Record) -> None:
        self.phrases: dict[str, set[str]] = defaultdict(set)
        """Skeleton of each whole name to the ids of those who bear it."""
        self.words: dict[str, set[str]] = defaultdict(set)
        """Skeleton of each single name of a person to the ids of those who bear it."""
        self.ids: set[str] = set()
        """Ids of rows that are not public: even the mention would tell that there is one."""
        closed = {row.case_id for row in rows.cases if row.noun.disclosure is not Disclosure.PUBLIC}
        actors = {
            row.noun.actor_id: row.noun
            for row in rows.actors
            if row.noun.disclosure is not Disclosure.PUBLIC or row.case_id in closed
        }
        places = {
            row.noun.place_id: row.noun
            for row in rows.places
            if published_place(row.noun, whole.place_by_id) is not row.noun or row.case_id in closed
        }
        public_actors = [row for row in rows.actors if row.noun.actor_id not in actors]
        public_places = [row for row in rows.places if row.noun.place_id not in places]
        known = {skeleton(row.noun.name) for row in (*public_actors, *public_places)}
        known |= {
            skeleton(row.noun.name) for row in rows.actor_names if row.noun.actor_id not in actors
        }
        known |= {
            skeleton(row.noun.name) for row in rows.place_names if row.noun.place_id not in places
        }
        known_words = {word for name in known for word in name.split()}
        for actor_id, actor in actors.items():
            names = [actor.name] + [
                row.noun.name for row in rows.actor_names if row.noun.actor_id == actor_id
            ]
            for name in names:
                # A person is protected even under a name that somebody public bears as well.
                is_protected = actor.disclosure is not Disclosure.PUBLIC
                if is_protected or skeleton(name) not in known:
                    self._add(self.phrases, skeleton(name), actor_id)
                if actor.actor_kind is ActorKind.PERSON and _is_proper(name):
                    for word in skeleton(name).split():
                        if word not in known_words:
                            self._add(self.words, word, actor_id)
        for place_id, place in places.items():
            names = [place.name] + [
                row.noun.name for row in rows.place_names if row.noun.place_id == place_id
            ]
            for name in names:
                if skeleton(name) not in known:
                    self._add(self.phrases, skeleton(name), place_id)
        for sheet in SHEETS.values():
            if sheet.has_disclosure:
                self.ids |= {
                    str(getattr(row.noun, sheet.key[0]))
                    for row in rows.of(sheet.name)
                    if getattr(row.noun, "disclosure") is not Disclosure.PUBLIC  # noqa: B009
                }

    @staticmethod
    def _add(names: dict[str, set[str]], name: str, owner: str) -> None:
        if len(name) >= _SHORTEST_NAME:
            names[name].add(owner)

    def named_in(self, text: str, kind: CellKind) -> set[str]:
        """Ids of those whom the text names, whole or by a single name of their own."""
        if not (self.phrases or self.words or self.ids):
            return set()
        words = unquote(text) if kind is CellKind.URL else text
        flat = f" {skeleton(words)} "
        found = {
            owner
            for phrase, owners in self.phrases.items()
            if f" {phrase} " in flat
            for owner in owners
        }
        # In running text only a word with a capital is a name; addresses and ids have none.
        single = (
            {skeleton(word) for word in _WORD.findall(words) if word[0].isupper()}
            if kind is CellKind.TEXT
            else set(flat.split())
        )
        found |= {owner for word in single for owner in self.words.get(word, ())}
        if kind is CellKind.TEXT:
            found |= self.ids & set(_ID_IN_TEXT.findall(words))
        return found


def _is_proper(name: str) -> bool:
    """Whether it is a name and no description such as 'Man who introduced himself'."""
    return all(word[0].isupper() for word in _WORD.findall(name) if not word[0].isdigit())


def _telling_ids(rows: Rows, hidden: _Hidden) -> Iterator[Problem]:
    """Ids of protected actors, which stand in links, made from their names."""
    names: dict[str, set[str]] = defaultdict(set)
    for owners in (hidden.phrases, hidden.words):
        for name, actor_ids in owners.items():
            for actor_id in actor_ids:
                names[actor_id] |= set(name.split())
    for row in rows.actors:
        if row.noun.disclosure is Disclosure.PUBLIC:
            continue
        words = {word for word in names[row.noun.actor_id] if len(word) >= _SHORTEST_NAME}
        if words & set(skeleton(row.noun.actor_id).split()):
            yield row.problem(
                "actor_id",
                f"{quoted(row.noun.actor_id)}, which contains the protected name",
                "an id that does not tell who it is",
            )


def _telling_words(rows: Rows, cut: Record, hidden: _Hidden) -> Iterator[Problem]:
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
