"""The files of the project, as these tests read them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "timeline"
PAGES = ROOT / "pages"
DATA = ROOT / "data"
DOCS = ROOT / "docs"


def rooms() -> list[Path]:
    """The rooms of the house: the folders of the package that hold modules."""
    return sorted(entry.parent for entry in PACKAGE.glob("*/__init__.py"))


def source_files() -> list[Path]:
    """Every Python file that runs in the app or at the command line."""
    return [*sorted(PACKAGE.rglob("*.py")), *sorted(PAGES.rglob("*.py")), ROOT / "app.py"]


@cache
def syntax(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def strings(tree: ast.AST) -> list[ast.Constant]:
    """The text constants of a tree, those inside f-strings too, without the docstrings."""
    docstrings = {
        id(body[0].value)
        for node in ast.walk(tree)
        if isinstance(body := getattr(node, "body", None), list)
        and body
        and isinstance(body[0], ast.Expr)
    }
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]


def imported(tree: ast.AST) -> set[str]:
    """The modules that a tree imports; `from a import b` counts as a.b."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def named(file: Path) -> str:
    """What a file is called in a failure."""
    return file.relative_to(ROOT).as_posix()


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git keeps and that is there."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if listing.returncode:
        pytest.skip("this copy of the project is not a git repository")
    files = (ROOT / name for name in listing.stdout.split("\0") if name)
    return tuple(file for file in files if file.is_file())
