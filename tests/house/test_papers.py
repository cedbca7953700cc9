"""The papers agree with the project: paths exist, links lead somewhere, quoted rules are the rules."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from timeline.cli.main import COMMANDS

from .project_files import DATA, DOCS, PACKAGE, ROOT, named

PAPERS = sorted(
    [
        *DOCS.rglob("*.md"),
        *ROOT.glob("*.md"),
        DATA / "README.md",
    ]
)
RULINGS = sorted((DOCS / "decisions").glob("*.md"))

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
IN_CODE = re.compile(r"`([^`\n]+)`")
IS_A_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)+/?")
NOT_KEPT = ("data/build/", "build/")
"""What is built is not in a fresh copy."""


def gone(paper: Path, text: str) -> list[str]:
    """Paths in code marks and relative links that lead nowhere, seen from the paper."""
    links = [
        link
        for link in LINK.findall(text)
        if "://" not in link and not (paper.parent / link.partition("#")[0]).exists()
    ]
    # The papers name a module by its room: `store/build.py`.
    homes = (ROOT, PACKAGE, paper.parent)
    paths = [
        path
        for path in IN_CODE.findall(text)
        if IS_A_PATH.fullmatch(path)
        and path.partition("/")[0] in {entry.name for home in homes for entry in home.iterdir()}
        and not path.startswith(NOT_KEPT)
        and "ada-example" not in path
        and not any((home / path).exists() for home in homes)
    ]
    return [*links, *paths]


def anchors(text: str) -> set[str]:
    """The anchors of a paper's headings, as they are usually made."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_path_and_link_leads_somewhere(paper: Path) -> None:
    assert gone(paper, paper.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_anchor_is_a_heading(paper: Path) -> None:
    for link in LINK.findall(paper.read_text(encoding="utf-8")):
        target, _, anchor = link.partition("#")
        if anchor and "://" not in link:
            text = (paper.parent / target if target else paper).read_text(encoding="utf-8")
            assert anchor in anchors(text), link


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_command_exists(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    asked = re.findall(r"(?:uv run |`)timeline (?:--data \S+ )?([a-z]+)", text)

    assert set(asked) <= set(COMMANDS)


def test_a_path_that_is_gone_is_found() -> None:
    assert gone(DOCS / "method.md", "`store/lost.py`, [there](lost.md), `store/build.py`") == [
        "lost.md",
        "store/lost.py",
    ]


def test_the_method_says_of_boundaries_what_the_policy_says() -> None:
    policy = tomllib.loads((DATA / "frozen" / "boundaries" / "policy.toml").read_text("utf-8"))
    _, _, section = (DOCS / "method.md").read_text(encoding="utf-8").partition("## Boundaries\n")
    section = section.partition("\n## ")[0]

    assert policy["general"]["says"] in section
    assert re.findall(r"^- (.+)$", section, re.MULTILINE) == [
        decision["says"] for decision in policy["decision"]
    ]


@pytest.mark.parametrize("ruling", RULINGS, ids=lambda ruling: ruling.stem)
def test_a_decision_is_numbered_dated_and_has_its_three_parts(ruling: Path) -> None:
    text = ruling.read_text(encoding="utf-8")
    number = int(ruling.stem.partition("-")[0])

    assert text.startswith(f"# {number}. ")
    assert re.match(r"\d{4}-\d{2}-\d{2} · (accepted|replaced by \d+)$", text.splitlines()[2])
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(ruling.stem.partition("-")[0]) for ruling in RULINGS]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_test_command_of_the_readme_is_the_one_that_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    command = re.search(r'^step "tests"\n(.+)$', script, re.MULTILINE)
    assert command is not None

    assert command[1] in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()


def test_hooks_fetch_nothing() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")

    assert re.findall(r"repo: (\S+)", hooks) == ["local"]
    assert "http" not in hooks
