"""Putting questions to a store, whoever remembers the answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from timeline.store.connection import open_store

_AnswerT = TypeVar("_AnswerT")


class Ask(Protocol):
    """Puts one of the questions of `store.read` to a store: `ask(read.events, chosen)`."""

    def __call__(
        self, question: Callable[..., _AnswerT], /, *values: Any, **named: Any
    ) -> _AnswerT: ...


def asking(store: Path) -> Ask:
    """Questions to one store, nothing remembered."""
    return partial(_put, open_store(store))


def _put(
    connection: object, question: Callable[..., _AnswerT], /, *values: Any, **named: Any
) -> _AnswerT:
    return question(connection, *values, **named)
