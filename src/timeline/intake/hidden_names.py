"""The names and ids that may not be read anywhere in public."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote

from timeline.evidence.disclosure import published_place
from timeline.intake.rows import Rows
from timeline.intake.skeleton import skeleton
from timeline.model.actor import Actor
from timeline.model.column import CellKind
from timeline.model.place import Place
from timeline.model.sheet import SHEETS
from timeline.model.vocabulary import ActorKind, Disclosure

_SHORTEST_NAME = 4
"""Shorter words would be found inside ordinary language everywhere."""

_WORD = re.compile(r"\w+")
_ID_IN_TEXT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


class HiddenNames:
    """Names of actors and places that the public record does not show, and ids of hidden rows.

    An actor is hidden when its row, or the case whose folder it lies in, is not public; a
    place also when it is finer than may be published. Names are skeletons throughout.
    """

    def __init__(self, rows: Rows) -> None:
        closed = {row.case_id for row in rows.cases if row.noun.disclosure is not Disclosure.PUBLIC}
        place_by_id = {row.noun.place_id: row.noun for row in rows.places}
        actors = {
            row.noun.actor_id: row.noun
            for row in rows.actors
            if row.noun.disclosure is not Disclosure.PUBLIC or row.case_id in closed
        }
        places = {
            row.noun.place_id: row.noun
            for row in rows.places
            if published_place(row.noun, place_by_id) != row.noun or row.case_id in closed
        }
        names = _names_by_owner(rows)
        self._known = {
            skeleton(name)
            for owner, all_names in names.items()
            if owner not in actors and owner not in places
            for name in all_names
        }
        # Only people and places lend their single words: 'Police who hunt X' must not free X.
        groups = {
            row.noun.actor_id for row in rows.actors if row.noun.actor_kind is not ActorKind.PERSON
        }
        self._known_words = {
            word
            for owner, all_names in names.items()
            if owner not in actors and owner not in places and owner not in groups
            for name in all_names
            if _is_proper(name)
            for word in skeleton(name).split()
        }
        self._phrases: dict[str, set[str]] = defaultdict(set)
        """Each whole name to the ids of those who bear it."""
        self._words: dict[str, set[str]] = defaultdict(set)
        """Each single name of a person to the ids of those who bear it."""
        for actor in actors.values():
            self._add_actor(actor, names[actor.actor_id])
        for place in places.values():
            self._add_place(place, names[place.place_id])
        self._ids = {
            str(getattr(row.noun, sheet.key[0]))
            for sheet in SHEETS.values()
            if sheet.has_disclosure
            for row in rows.of(sheet.name)
            if getattr(row.noun, "disclosure", None) is not Disclosure.PUBLIC
        }

    def _add_actor(self, actor: Actor, names: Iterable[str]) -> None:
        for name in names:
            # A person is protected even under a name that somebody public bears as well.
            if actor.disclosure is not Disclosure.PUBLIC or skeleton(name) not in self._known:
                _add(self._phrases, skeleton(name), actor.actor_id)
            if actor.actor_kind is ActorKind.PERSON and _is_proper(name):
                for word in skeleton(name).split():
                    if word not in self._known_words:
                        _add(self._words, word, actor.actor_id)

    def _add_place(self, place: Place, names: Iterable[str]) -> None:
        for name in names:
            if skeleton(name) not in self._known:
                _add(self._phrases, skeleton(name), place.place_id)

    def named_in(self, text: str, kind: CellKind) -> set[str]:
        """Ids of those whom the text names, in whole or by a single name of their own.

        In a text also the ids of hidden rows it mentions: they would tell that there are any.
        """
        if not (self._phrases or self._words or self._ids):
            return set()
        words = unquote(text) if kind is CellKind.URL else text
        flat = f" {skeleton(words)} "
        found = {
            owner
            for phrase, owners in self._phrases.items()
            if f" {phrase} " in flat
            for owner in owners
        }
        # In running text only a word with a capital is a name; addresses and ids have none.
        single = set(flat.split())
        if kind is CellKind.TEXT:
            single = {skeleton(word) for word in _WORD.findall(words) if word[0].isupper()}
            found |= self._ids & set(_ID_IN_TEXT.findall(words))
        return found | {owner for word in single for owner in self._words.get(word, ())}

    def words_of(self, actor_id: str) -> set[str]:
        """Every word of every name of a hidden actor."""
        return {
            word
            for names in (self._phrases, self._words)
            for name, owners in names.items()
            if actor_id in owners
            for word in name.split()
            if len(word) >= _SHORTEST_NAME
        }


def _names_by_owner(rows: Rows) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for actor in rows.actors:
        names[actor.noun.actor_id].append(actor.noun.name)
    for actor_name in rows.actor_names:
        names[actor_name.noun.actor_id].append(actor_name.noun.name)
    for place in rows.places:
        names[place.noun.place_id].append(place.noun.name)
    for place_name in rows.place_names:
        names[place_name.noun.place_id].append(place_name.noun.name)
    return names


def _add(names: dict[str, set[str]], name: str, owner: str) -> None:
    if len(name) >= _SHORTEST_NAME:
        names[name].add(owner)


def _is_proper(name: str) -> bool:
    """Whether it is a name and no description such as 'Man who introduced himself'."""
    return all(word[0].isupper() for word in _WORD.findall(name) if not word[0].isdigit())
