"""The public store is the same whether hidden rows are there or were never typed.

Not only their words: no number, order, count or fingerprint may tell that there are any.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tests.builders import fictional_sheets
from tests.spec.disclosure.canaries import planted
from tests.spec.disclosure.random_record import never_typed, random_record
from timeline.assembly.assemble import assemble
from timeline.evidence.disclosure import public
from timeline.store.build import build, fingerprint_of
from timeline.store.tables import table_rows


def content_of(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table and view."""
    with duckdb.connect(str(store), read_only=True) as connection:
        names = connection.execute(
            "SELECT table_name FROM duckdb_tables() UNION ALL "
            "SELECT view_name FROM duckdb_views() WHERE NOT internal"
        ).fetchall()
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}


@pytest.mark.parametrize("seed", range(50))
def test_hidden_rows_leave_no_trace_in_the_tables(seed: int) -> None:
    whole = random_record(seed)
    less = never_typed(whole)
    assert len(str(less)) < 0.95 * len(str(whole)), "there was something to hide"
    one, other = table_rows(public(whole)), table_rows(public(less))
    assert len(one["event"]) > 0
    assert one == other
    assert fingerprint_of(one) == fingerprint_of(other)


@pytest.mark.parametrize("seed", range(100, 106))
def test_hidden_rows_leave_no_trace_in_the_file(seed: int, tmp_path: Path) -> None:
    whole = random_record(seed)
    one = build(public(whole), tmp_path / "whole")
    other = build(public(never_typed(whole)), tmp_path / "less")
    assert one.name == other.name
    assert content_of(one) == content_of(other)


@pytest.mark.parametrize("level", ["restricted", "withheld", "", "publik"])
def test_hidden_rows_in_sheets_leave_no_trace(level: str, tmp_path: Path) -> None:
    one = assemble(planted(level).sheets.write(tmp_path / "whole"))
    other = assemble(fictional_sheets().write(tmp_path / "less"))
    assert one.name == other.name
    assert content_of(one) == content_of(other)


def test_what_is_public_does_leave_a_trace(tmp_path: Path) -> None:
    one = assemble(planted("public").sheets.write(tmp_path / "more"))
    other = assemble(fictional_sheets().write(tmp_path / "less"))
    assert one.name != other.name
    assert content_of(one) != content_of(other)


def test_the_order_in_which_rows_were_typed_leaves_no_trace() -> None:
    whole = random_record(7)
    turned = replace(
        whole,
        case_files=tuple(
            replace(
                file,
                events=file.events[::-1],
                claims=file.claims[::-1],
                involvements=file.involvements[::-1],
                legs=file.legs[::-1],
                figures=file.figures[::-1],
            )
            for file in whole.case_files[::-1]
        ),
        places=whole.places[::-1],
        place_names=whole.place_names[::-1],
        actors=whole.actors[::-1],
        actor_names=whole.actor_names[::-1],
        sources=whole.sources[::-1],
    )
    assert table_rows(public(whole)) == table_rows(public(turned))
