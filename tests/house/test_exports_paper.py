"""The paper on exports names every file that can be made, and no other."""

from __future__ import annotations

import re

from timeline.exports.formats import FORMATS

from .project_files import DOCS


def files_named(paper: str) -> set[str]:
    """The files in the first column of the table of files."""
    _, _, table = paper.partition("## Files\n")
    rows = re.findall(r"^\| (`[^|]+) \|", table.partition("\n## ")[0], re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_the_paper_names_every_file() -> None:
    paper = (DOCS / "exports.md").read_text(encoding="utf-8")
    assert files_named(paper) == {one.file_name for one in FORMATS.values()}


def test_a_file_without_a_line_is_noticed() -> None:
    assert files_named("## Files\n\n| `a.svg` `b.svg` | two |\n") == {"a.svg", "b.svg"}
