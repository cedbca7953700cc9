"""What was known of an event on an earlier day: the same rule, on what had been published by then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.builders import case, claim, event, source
from timeline.model.record import CaseFile, Record
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.build import build
from timeline.store.connection import open_store

DAY = dt.date


@pytest.fixture
def store(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """One event: an early source says May, a month-dated one 3 May, a later one 5 May, one has no date."""
    record = Record(
        case_files=(
            CaseFile(
                case=case(),
                events=(event(summary="Held for weeks."),),
                claims=(
                    claim("c1", property="date", value="2020-05", source_id="early"),
                    claim("c2", property="date", value="2020-05-03", source_id="in-june"),
                    claim("c3", property="date", value="2020-05-05", source_id="late"),
                    claim("c4", property="date", value="2020-05-05", source_id="undated"),
                ),
            ),
        ),
        sources=(
            source("early", published_edtf="2020-05-20", publisher="One"),
            source("in-june", published_edtf="2020-06", publisher="Two"),
            source("late", published_edtf="2021-01-10", publisher="Three"),
            source("undated", published_edtf=None, publisher="Four"),
        ),
    )
    with open_store(build(record, tmp_path)) as connection:
        yield connection


def shown(store: duckdb.DuckDBPyConnection, day: dt.date | None) -> list[tuple[object, ...]]:
    return [
        (one.date_edtf, one.is_disputed, one.claim_count, one.later_claim_count)
        for one in read.events(store, Selection(known_on=day))
    ]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (DAY(2020, 5, 19), []),
        (DAY(2020, 5, 20), [("2020-05", False, 1, 3)]),
        # A source of June counts only from the last day of June.
        (DAY(2020, 6, 29), [("2020-05", False, 1, 3)]),
        (DAY(2020, 6, 30), [("2020-05-03", False, 2, 2)]),
        (DAY(2021, 1, 10), [("[2020-05-03,2020-05-05]", True, 3, 1)]),
        # Whatever has no date of publication is in today's view alone.
        (DAY(2099, 1, 1), [("[2020-05-03,2020-05-05]", True, 3, 1)]),
        (None, [("2020-05-05", True, 4, 0)]),
    ],
    ids=str,
)
def test_the_event_is_shown_as_it_was_known(
    store: duckdb.DuckDBPyConnection, day: dt.date | None, found: list[tuple[object, ...]]
) -> None:
    assert shown(store, day) == found


def test_a_summary_stands_only_where_nothing_was_reported_later(
    store: duckdb.DuckDBPyConnection,
) -> None:
    (then,) = read.events(store, Selection(known_on=DAY(2020, 7, 1)))
    (today,) = read.events(store, Selection())
    assert (then.summary, today.summary) == ("", "Held for weeks.")


def test_later_claims_sources_and_disputes_are_hidden_with_the_effect_counted(
    store: duckdb.DuckDBPyConnection,
) -> None:
    chosen = Selection(known_on=DAY(2020, 7, 1))
    claims = {one.claim_id: one for one in read.claims(store, chosen)}
    assert set(claims) == {"c1", "c2"}
    assert claims["c2"].is_shown
    assert not claims["c2"].is_disputed
    assert [one.source_id for one in read.sources(store, chosen)] == ["early", "in-june"]
    totals = read.totals(store, chosen)
    assert (totals.claim_count, totals.source_count, totals.later_claim_count) == (2, 2, 2)
    before_all = read.totals(store, Selection(known_on=DAY(2020, 1, 1)))
    assert (before_all.event_count, before_all.later_event_count) == (0, 1)


def test_filters_look_at_what_was_known_then(store: duckdb.DuckDBPyConnection) -> None:
    """In July 2020 nobody knew of a dispute, nor of the later source."""
    then = DAY(2020, 7, 1)
    assert read.events(store, Selection(known_on=then, is_disputed=True)) == ()
    assert read.events(store, Selection(known_on=then, source_ids=("late",))) == ()
    assert read.events(store, Selection(source_ids=("late",))) != ()
