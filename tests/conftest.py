"""The tiny fictional record that rooms and pages are tested on, written and built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Sheets, fictional_sheets
from timeline.assembly.assemble import assemble, up_to_date_store

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def sheets() -> Sheets:
    """A clean fictional record that a test may spoil."""
    return fictional_sheets()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty folder for a record."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def built_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the fictional record; nobody may write to it."""
    return assemble(fictional_sheets().write(tmp_path_factory.mktemp("fictional")))


@pytest.fixture(scope="session")
def shipped_store() -> Path:
    """The store of the record as it is shipped; nobody may write to it."""
    return up_to_date_store(ROOT / "data")
