"""A few lines to start from, for whoever opens the store by hand; each is run by a test."""

from __future__ import annotations

from functools import cache
from importlib import resources

QUESTIONS = ("disputes", "custody", "journeys", "known_on")
"""The SQL files in `starters/`, in the order in which they are shown."""
FIRST_STEPS = "first_steps.txt"
"""The Python to open the store with; a text, because nothing here runs it."""


@cache
def starter(name: str) -> str:
    """The text of one of QUESTIONS, or of FIRST_STEPS, as it is to be copied."""
    file = name if name == FIRST_STEPS else f"{name}.sql"
    return (resources.files("timeline.store") / "starters" / file).read_text("utf-8")
