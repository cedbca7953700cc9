"""The core wakes neither the screen nor the database.

The import contracts see what is written; this sees what happens: all modules of a room
are imported in an interpreter of their own.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from .project_files import rooms

SLEEPERS = ("streamlit", "duckdb")

IMPORT_ALL = """
import importlib, json, pkgutil, sys
room, skipped, sleepers = json.loads(sys.argv[1])

def import_all(name):
    package = importlib.import_module(name)
    for module in pkgutil.iter_modules(getattr(package, "__path__", []), f"{name}."):
        if module.name not in skipped:
            import_all(module.name)

import_all(room)
print(json.dumps([name for name in sleepers if name in sys.modules]))
"""

NEEDS_DUCKDB = {
    "store": {"build", "connection", "dictionary", "read"},
    "assembly": {"assemble"},
    "cli": {"build", "dictionary", "export", "publish"},
    "publishing": {"article_of", "asking", "compared", "items", "site", "work"},
}
"""Modules that need the database; the rest of their rooms must let it sleep."""

QUIET = sorted({room.name for room in rooms()} - {"ui"} | {"theme"})


def awake(room: str, skipped: set[str] = frozenset()) -> list[str]:  # type: ignore[assignment]
    """Which of the sleepers importing a room woke."""
    names = [f"timeline.{room}.{module}" for module in skipped]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, json.dumps([f"timeline.{room}", names, SLEEPERS])],
        capture_output=True,
        check=True,
        text=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("room", QUIET)
def test_neither_the_screen_nor_the_database_wakes(room: str) -> None:
    assert awake(room, NEEDS_DUCKDB.get(room, set())) == []


@pytest.mark.parametrize("room", NEEDS_DUCKDB)
def test_a_room_that_builds_wakes_the_database_and_not_the_screen(room: str) -> None:
    assert awake(room) == ["duckdb"]


def test_the_screen_is_seen_when_it_wakes() -> None:
    assert awake("ui.words") == ["streamlit"]
