"""A page asks, fetches and shows; it defines nothing, computes nothing and reaches past nobody."""

from __future__ import annotations

import ast

import pytest

from timeline.ui import navigation

from .project_files import PAGES, ROOT, imported, named, syntax

MAY_IMPORT = ("streamlit", "timeline.ui", "timeline.viewmodel", "timeline.store.read")
# Of the store only the names of its questions, to put to `data.ask`; without a connection they are no more.
APP_MAY_IMPORT = ("streamlit", "timeline.ui")

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
ARITHMETIC = (ast.BinOp, ast.AugAssign)

PAGE_FILES = sorted(PAGES.rglob("*.py"))


def breaches(tree: ast.Module, may_import: tuple[str, ...]) -> list[str]:
    """What a page does that it may not."""
    found = [
        f"imports {module}"
        for module in sorted(imported(tree))
        if not any(module == one or module.startswith(f"{one}.") for one in may_import)
    ]
    found += [f"defines, line {n.lineno}" for n in ast.walk(tree) if isinstance(n, DEFINITIONS)]
    found += [f"computes, line {n.lineno}" for n in ast.walk(tree) if isinstance(n, ARITHMETIC)]
    return found


@pytest.mark.parametrize("page", PAGE_FILES, ids=named)
def test_a_page_only_asks_fetches_and_shows(page: object) -> None:
    assert breaches(syntax(page), MAY_IMPORT) == []  # type: ignore[arg-type]


def test_the_front_door_only_opens() -> None:
    assert breaches(syntax(ROOT / "app.py"), APP_MAY_IMPORT) == []


@pytest.mark.parametrize(
    "bad",
    [
        "import duckdb",
        "from timeline.store import build",
        "from timeline.store.connection import open_store",
        "def helper():\n    pass",
        "show = lambda: None",
        "share = 100 * done / total",
    ],
)
def test_a_breach_is_found(bad: str) -> None:
    assert breaches(ast.parse(bad), MAY_IMPORT)


@pytest.mark.parametrize("page", PAGE_FILES, ids=named)
def test_a_page_begins_with_the_readers_question(page: object) -> None:
    docstring = ast.get_docstring(syntax(page)) or ""  # type: ignore[arg-type]

    assert docstring.endswith("?")
    assert len(docstring.splitlines()) == 1


def test_every_page_is_in_the_menu_and_none_lies_where_streamlit_looks_by_itself() -> None:
    assert {named(page) for page in PAGE_FILES} == {page.file for page in navigation.PAGES}
    assert list(PAGES.glob("*.py")) == []
