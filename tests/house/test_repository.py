"""What git keeps is ours to give away, small, and cannot be built from the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from .project_files import ROOT, named, tracked_files

LARGEST_BYTES = 1_500_000

BUILT = (".duckdb", ".wal", ".pyc")

NOT_OURS = {"corpora", "naughty-strings", "injection-payloads", "storymapjs", "timelinejs"}
"""Folders of third-party test data: tests look for them beside the repository."""


def is_not_ours(path: Path) -> bool:
    """Whether a path lies in a folder of third-party test data."""
    return not NOT_OURS.isdisjoint(path.parts)


def test_third_party_test_data_stays_outside() -> None:
    assert [named(file) for file in tracked_files() if is_not_ours(file.relative_to(ROOT))] == []


def test_no_file_is_large() -> None:
    sizes = {named(file): file.stat().st_size for file in tracked_files()}

    assert {name: size for name, size in sizes.items() if size > LARGEST_BYTES} == {}


def test_nothing_built_is_kept() -> None:
    kept = [named(file) for file in tracked_files()]

    assert [name for name in kept if name.endswith(BUILT) or name.startswith("data/build/")] == []


@pytest.mark.parametrize("name", ["tests/corpora/dates.csv", "naughty-strings/blns.txt"])
def test_test_data_of_others_is_found(name: str) -> None:
    assert is_not_ours(Path(name))
