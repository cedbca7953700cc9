"""What the file promises to anyone who opens it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.rooms.store.vocabulary_columns import VOCABULARY_OF, strange_words, words_in
from timeline.model.vocabulary import VOCABULARIES, EventType
from timeline.store.build import schema_scripts

CONTRACTS = {
    "event_overview": """
        event_id case_id case_title people title summary event_type date_edtf date_earliest
        date_latest date_precision place_name country_code region_code lon_deg lat_deg
        place_precision verification_status claim_count source_count independent_source_count
        is_disputed""",
    "leg_overview": """
        leg_id case_id person sequence from_place from_country_code to_place to_country_code
        departure_edtf arrival_edtf date_earliest date_latest leg_kind leg_status leg_evidence
        from_lon_deg from_lat_deg to_lon_deg to_lat_deg event_id note
        from_precision to_precision""",
    "claim_overview": """
        claim_id case_id event_id property value value_as_stated source_id source_title publisher
        published_edtf language locator event_title place_name basis is_shown is_disputed note""",
    "source_overview": """
        source_id title title_is_ours publisher source_kind published_edtf published_earliest
        published_latest language url derived_from note claim_count event_count""",
    "figure_overview": """
        figure_id case_id event_id event_title quantity label lower upper qualifier unit said_by
        value_as_stated source_id source_title publisher published_edtf locator basis is_disputed
        note""",
}


@pytest.fixture(scope="module")
def file(built_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store as a stranger has it: a copy, which no connection of ours holds open."""
    return Path(shutil.copy(built_store, tmp_path_factory.mktemp("downloaded")))


@pytest.fixture
def store(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(file), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("view", CONTRACTS)
def test_the_columns_of_the_views_are_a_promise(
    view: str, store: duckdb.DuckDBPyConnection
) -> None:
    found = store.execute(f"SELECT * FROM {view} LIMIT 1").description
    assert [column[0] for column in found] == CONTRACTS[view].split()
    assert store.execute(f"SELECT count(*) FROM {view}").fetchone() != (0,)


def test_every_table_view_and_column_says_what_it_is(store: duckdb.DuckDBPyConnection) -> None:
    described = store.execute(
        "SELECT table_name, comment FROM duckdb_tables() UNION ALL "
        "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal UNION ALL "
        "SELECT table_name || '.' || column_name, comment FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    assert len(described) > 180
    assert [name for name, comment in described if not (comment or "").strip().endswith(".")] == []


def test_every_word_of_a_vocabulary_is_a_member(store: duckdb.DuckDBPyConnection) -> None:
    assert strange_words(store) == {}
    assert all(words_in(store, place) for place in VOCABULARY_OF), "each has some to look at"


def test_every_vocabulary_that_can_be_stored_is_looked_at() -> None:
    looked_at = set(VOCABULARY_OF.values())
    assert {one.__name__ for one in VOCABULARIES} - looked_at == {"Disclosure", "Occurrence"}


def test_each_event_stands_in_the_lane_of_its_type(store: duckdb.DuckDBPyConnection) -> None:
    for event_type, lane in store.execute("SELECT event_type, lane FROM event").fetchall():
        assert EventType(event_type).lane == lane


def test_the_file_is_written_in_the_format_of_duckdb_1_5(file: Path) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{file}' AS store (READ_ONLY)")
        found = connection.execute(
            "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'store'"
        ).fetchone()
    assert found == ("v1.5.0+",)


def test_the_file_says_nothing_of_disclosure_of_machines_or_of_clocks(
    store: duckdb.DuckDBPyConnection, built_store: Path
) -> None:
    columns = store.execute(
        "SELECT DISTINCT column_name FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    told = ("disclosure", "published_precision", "path", "host", "user", "built", "time", "_at")
    assert [name for (name,) in columns if any(word in name for word in told)] == []
    raw = built_store.read_bytes()
    assert str(built_store.parent.parent).encode() not in raw
    assert b"withheld" not in raw


BROKEN = """
INSERT INTO place VALUES ('x', 'X', 'site', NULL, NULL, NULL, 181, 0, 'o')
INSERT INTO place VALUES ('x', 'X', 'site', NULL, NULL, NULL, 0, 91, 'o')
INSERT INTO place VALUES ('x', 'X', 'site', NULL, NULL, NULL, 0, NULL, 'o')
INSERT INTO place VALUES ('x', 'X', 'country', NULL, NULL, NULL, 1, 1, 'o')
INSERT INTO place VALUES ('x', NULL, 'site', NULL, NULL, NULL, 1, 1, 'o')
INSERT INTO place VALUES ('x', 'X', 'site', NULL, NULL, NULL, 1, 1, 'o'), ('x', 'X', 'site', NULL, NULL, NULL, 1, 1, 'o')
INSERT INTO involvement VALUES ('e', 'a', 'victim', ''), ('e', 'a', 'victim', '')
INSERT INTO figure VALUES ('f', 'c', 'e', 'q', 'l', 'people', 2, 1, 'between', NULL, 's', 'p', '', 'stated', '')
INSERT INTO leg VALUES ('l', 'c', 'a', 1, 'p', 'q', NULL, NULL, '2020-01-02', '2020-01-01', 'k', 's', 'e', 'ev', '', NULL)
INSERT INTO event VALUES ('e', 'c', 't', 's', 'k', 'l', 'v', NULL, '', NULL, '2020-01-02', '2020-01-01', NULL, NULL, NULL, NULL, NULL, 1, 1, 1, false, [])
INSERT INTO event VALUES ('e', 'c', 't', 's', 'k', 'l', 'v', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1, 1, false, [])
INSERT INTO event VALUES ('e', 'c', 't', 's', 'k', 'l', 'v', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, 2, false, [])
INSERT INTO event VALUES ('e', 'c', 't', 's', 'k', 'l', 'v', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, 1, true, [])
"""


@pytest.mark.parametrize("statement", BROKEN.strip().splitlines())
def test_the_database_refuses_what_cannot_be(statement: str) -> None:
    with duckdb.connect(":memory:") as connection:
        for script in schema_scripts():
            connection.execute(script)
        with pytest.raises(duckdb.ConstraintException):
            connection.execute(statement)
