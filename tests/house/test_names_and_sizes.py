"""Files are small, are named for their subject, and are finished."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .project_files import PACKAGE, ROOT, named, source_files, tracked_files

NO_SUBJECT = {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}
MOST_LINES = 400

UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME)\b")
"""Written in two parts, or this file would find itself."""

WRITTEN_BY_HAND = {".py", ".sql", ".toml", ".md", ".yaml", ".csv"}


def without_subject(path: Path) -> bool:
    """Whether a file, or a folder it lies in, is called after nothing."""
    return any(part.partition(".")[0].lower() in NO_SUBJECT for part in path.parts)


def test_every_file_and_folder_is_named_for_its_subject() -> None:
    ours = [*source_files(), *ROOT.glob("tests/**/*"), *ROOT.glob("docs/**/*")]

    assert [named(path) for path in ours if without_subject(path.relative_to(ROOT))] == []


@pytest.mark.parametrize("name", ["src/timeline/utils.py", "tests/helpers/dates.py"])
def test_a_name_without_a_subject_is_found(name: str) -> None:
    assert without_subject(Path(name))


def test_no_source_file_is_too_long_to_be_read_at_a_sitting() -> None:
    ours = [*source_files(), *PACKAGE.rglob("*.sql")]
    lengths = {named(file): len(file.read_text(encoding="utf-8").splitlines()) for file in ours}

    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_nothing_is_left_to_be_done() -> None:
    found = [
        f"{named(file)}:{number}"
        for file in tracked_files()
        if file.suffix in WRITTEN_BY_HAND
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]

    assert found == []


def test_a_leftover_is_found() -> None:
    assert UNFINISHED.search("# TO" + "DO: say who")
