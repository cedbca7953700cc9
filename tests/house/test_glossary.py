"""Every word of the record stands in docs/glossary.md, and nothing stands there that is gone."""

from __future__ import annotations

import re
import runpy

import duckdb
import pytest

from timeline.model.sheet import SHEETS
from timeline.model.vocabulary import VOCABULARIES
from timeline.store.build import schema_scripts

from .project_files import DOCS, PACKAGE

GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")
BY_HAND, _, VOCABULARY_PART = GLOSSARY.partition("## Vocabularies\n")

WORKED_OUT = {
    "route",
    "date_edtf",
    "date_earliest",
    "date_latest",
    "date_precision",
    "reported_until",
    "verification_status",
    "independent_source_count",
    "is_disputed",
    "disclosure",
    "published_precision",
}
"""Words that no sheet is called after and that readers of the store meet all the same."""

IN_BOLD = re.compile(r"\*\*(.+?)\*\*")
IN_CODE = re.compile(r"`([a-z_]+)`")


def tables_and_views() -> set[str]:
    """Everything in the store that has rows."""
    with duckdb.connect(":memory:") as connection:
        for script in schema_scripts():
            connection.execute(script)
        return {
            name
            for (name,) in connection.execute(
                "SELECT table_name FROM duckdb_columns() WHERE NOT internal"
            ).fetchall()
        }


def terms(text: str) -> list[str]:
    """The words explained: in bold, in the first column of a table."""
    rows = [line for line in text.splitlines() if line.startswith("| **")]
    return [term for row in rows for term in IN_BOLD.findall(row.split("|")[1])]


def code() -> str:
    """All that the package says, in every language it is written in."""
    files = [file for kind in ("*.py", "*.sql", "*.toml") for file in PACKAGE.rglob(kind)]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def not_in(text: str, words: list[str]) -> list[str]:
    """The words that occur nowhere in the text, also not as part of a name like case_id."""
    return [word for word in words if not re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", text)]


def test_every_sheet_table_and_view_is_explained() -> None:
    explained = set(IN_CODE.findall(BY_HAND))

    assert set(SHEETS) - explained == set()
    assert tables_and_views() - explained == set()


def test_every_noun_of_the_record_is_explained() -> None:
    nouns = {sheet.noun.__name__.lower() for sheet in SHEETS.values()} - {"placename", "actorname"}

    assert (nouns | WORKED_OUT) - set(terms(BY_HAND)) == set()


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda one: one.__name__)
def test_every_word_of_a_vocabulary_is_explained(vocabulary: type) -> None:
    part = re.search(
        rf"^### {vocabulary.__name__}\n(.*?)(?=^### |\Z)", VOCABULARY_PART, re.MULTILINE | re.DOTALL
    )

    assert part is not None
    assert re.findall(r"^\| `(\w+)` \| (.+) \|$", part[1], re.MULTILINE) == [
        (str(term), term.definition) for term in vocabulary
    ]


def test_the_vocabularies_are_written_by_their_script() -> None:
    script = runpy.run_path(str(DOCS / "make_glossary.py"))

    assert script["with_vocabularies"](GLOSSARY) == GLOSSARY, "run docs/make_glossary.py"


def test_nothing_is_explained_that_the_code_no_longer_has() -> None:
    assert not_in(code(), terms(BY_HAND)) == []


def test_no_word_is_explained_twice() -> None:
    assert len(terms(BY_HAND)) == len(set(terms(BY_HAND)))


def test_a_word_that_is_gone_is_found() -> None:
    assert not_in("case_id place events", ["case", "place", "event"]) == ["event"]
