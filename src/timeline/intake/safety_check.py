"""Whether public words give away what is not public.

The cut removes rows; it cannot read sentences. So every public text is searched for
the names of actors and places that are not public, and ids for the names they hide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from timeline.intake.placed_row import PlacedRow
from timeline.intake.problem import Problem, quoted
from timeline.intake.rows import Rows
from timeline.model.column import CellKind
from timeline.model.noun import Noun
from timeline.model.sheet import SHEETS
from timeline.model.vocabulary import Disclosure

_SHORTEST_NAME = 4
"""Shorter words would be found inside ordinary language everywhere."""


def safety_problems(rows: Rows) -> list[Problem]:
    """Public texts that name what is not public, and ids that contain a protected name."""
    hidden = _hidden_names(rows)
    return [*_telling_ids(rows, hidden), *_telling_texts(rows, hidden)]


def _hidden_names(rows: Rows) -> dict[str, set[str]]:
    """Id of each actor and place that is not public, with every name it has."""
    names: dict[str, set[str]] = defaultdict(set)
    for actor in rows.actors:
        if actor.noun.disclosure is not Disclosure.PUBLIC:
            names[actor.noun.actor_id].add(actor.noun.name)
    for place in rows.places:
        if place.noun.disclosure is not Disclosure.PUBLIC:
            names[place.noun.place_id].add(place.noun.name)
    for actor_name in rows.actor_names:
        if actor_name.noun.actor_id in names:
            names[actor_name.noun.actor_id].add(actor_name.noun.name)
    for place_name in rows.place_names:
        if place_name.noun.place_id in names:
            names[place_name.noun.place_id].add(place_name.noun.name)
    return names


def _telling_ids(rows: Rows, hidden: dict[str, set[str]]) -> Iterator[Problem]:
    for row in rows.actors:
        actor_id = row.noun.actor_id
        words = {
            word
            for name in hidden.get(actor_id, ())
            for word in re.split(r"[^a-z0-9]+", name.casefold())
            if len(word) >= _SHORTEST_NAME
        }
        told = sorted(words & set(actor_id.split("-")))
        if told:
            yield row.problem(
                "actor_id",
                f"{quoted(actor_id)}, which contains the protected name",
                "an id that does not tell who it is",
            )


def _telling_texts(rows: Rows, hidden: dict[str, set[str]]) -> Iterator[Problem]:
    patterns = {
        owner: re.compile(
            r"(?<!\w)(?:" + "|".join(re.escape(name) for name in sorted(names)) + r")(?!\w)",
            re.IGNORECASE,
        )
        for owner, all_names in sorted(hidden.items())
        if (names := {name for name in all_names if len(name) >= _SHORTEST_NAME})
    }
    if not patterns:
        return
    hidden_events = {
        row.noun.event_id for row in rows.events if row.noun.disclosure is not Disclosure.PUBLIC
    }
    hidden_cases = {
        row.case_id for row in rows.cases if row.noun.disclosure is not Disclosure.PUBLIC
    }
    for sheet in SHEETS.values():
        texts = [column.name for column in sheet.columns if column.kind is CellKind.TEXT]
        for row in rows.of(sheet.name):
            if not _is_public(row, hidden, hidden_events, hidden_cases):
                continue
            for column in texts:
                text = str(getattr(row.noun, column))
                for owner, pattern in patterns.items():
                    if pattern.search(text):
                        yield row.problem(
                            column,
                            f"a name of {quoted(owner)}, which is not public",
                            "public words that do not give it away, or a row that is not public either",
                        )


def _is_public(
    row: PlacedRow[Noun],
    hidden: dict[str, set[str]],
    hidden_events: set[str],
    hidden_cases: set[str | None],
) -> bool:
    noun = row.noun
    if row.case_id in hidden_cases:
        return False
    if getattr(noun, "disclosure", Disclosure.PUBLIC) is not Disclosure.PUBLIC:
        return False
    if getattr(noun, "event_id", None) in hidden_events:
        return False
    return not (
        getattr(noun, "actor_id", None) in hidden or getattr(noun, "place_id", None) in hidden
    )
