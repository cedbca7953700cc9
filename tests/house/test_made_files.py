"""Files that are made from the code are as the code would make them now."""

from __future__ import annotations

import json

from timeline.intake.datapackage import datapackage
from timeline.store.dictionary import codebook

from .project_files import DATA, DOCS

AGAIN = "run: uv run timeline dictionary --write docs"


def test_the_codebook_is_up_to_date() -> None:
    assert (DOCS / "codebook.md").read_text(encoding="utf-8") == codebook(), AGAIN


def test_the_datapackage_is_up_to_date() -> None:
    written = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))

    assert written == datapackage(DATA), AGAIN


def test_every_column_of_the_codebook_has_a_meaning() -> None:
    rows = [line for line in codebook().splitlines() if line.startswith("| `")]

    assert rows
    assert [row for row in rows if row.endswith("|  |")] == []
