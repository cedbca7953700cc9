"""Every room has a door sign, and it does not lie about what the room imports."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from .project_files import imported, rooms, syntax

HEADINGS = ("Lives here", "May import", "May not")

CALLED = {"viewmodel": "view-models", "i18n": "words"}
"""What a room is called on a sign, where that is not the name of its folder."""


def sign(room: Path) -> dict[str, str]:
    """The paragraphs of a room's sign by their headings."""
    docstring = ast.get_docstring(syntax(room / "__init__.py")) or ""
    parts = re.split(rf"^({'|'.join(HEADINGS)}):", docstring, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def uses(room: Path) -> set[str]:
    """The sister rooms and foreign packages that a room's modules import."""
    found: set[str] = set()
    for file in room.rglob("*.py"):
        for module in imported(syntax(file)):
            names = module.split(".")
            if names[0] == "timeline" and names[1] != room.name:
                found.add(CALLED.get(names[1], names[1]))
            elif names[0] not in ("timeline", *sys.stdlib_module_names):
                found.add(names[0])
    return found


def unnamed(may_import: str, used: set[str]) -> list[str]:
    """What is used although the sign does not name it."""
    words = " ".join(may_import.split()).casefold()
    if "everything" in words:
        return []
    return sorted(one for one in used if not re.search(rf"\b{re.escape(one.casefold())}\b", words))


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_the_sign_has_its_three_parts(room: Path) -> None:
    parts = sign(room)

    assert tuple(parts) == HEADINGS
    assert all(text.strip() for text in parts.values())


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_the_sign_names_all_that_the_room_imports(room: Path) -> None:
    assert unnamed(sign(room)["May import"], uses(room)) == []


def test_a_lying_sign_is_found() -> None:
    assert unnamed("the model, shapely.", {"model", "shapely", "plotly"}) == ["plotly"]
