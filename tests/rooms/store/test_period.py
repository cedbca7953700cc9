"""Certainly in a period, or possibly: what the dates allow decides, and an undated event is in neither."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.builders import case, claim, event, source
from timeline.model.record import CaseFile, Record
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.build import build
from timeline.store.connection import open_store

IN_MARCH = """
2020-03-15            | certainly | a day inside
2020-03-01            | certainly | the first day counts
2020-03-31            | certainly | the last day counts
2020-02-29            | not       | the day before
2020-04-01            | not       | the day after
2020-03               | certainly | whichever day it was, it lies inside
2020-03-20/2020-03-25 | certainly | it lasted inside
2020-01-10/2020-06-10 | certainly | it was under way all the time
2020                  | possibly  | some day of the year
2020-02/2020-04       | certainly | it began by the end of February and went on to April
2020-03-31/..         | certainly | it began inside and went on
2020-02-10/..         | certainly | it was going on, as reported in April
../2020-03-05         | possibly  | when it began is open
2020-04-02/..         | not       | it began later
[2020-03-10,2020-05-10] | possibly | one of two days
2020-02-25/2020-03-XX | certainly | it ended on some day inside
2020-03-15?           | possibly  | the source is doubtful
2020-03~              | possibly  | about March may be a little beside it
2020-02?/2020-03-20   | certainly | doubtful is when it began, not the day it ended
2020-02-10?/..        | possibly  | only that it went on in April is sure
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in IN_MARCH.strip().splitlines()]


@pytest.mark.parametrize(("edtf", "verdict", "because"), ROWS, ids=[row[0] for row in ROWS])
def test_what_lies_in_march_2020(edtf: str, verdict: str, because: str, tmp_path: Path) -> None:
    record = Record(
        case_files=(
            CaseFile(
                case=case(),
                events=(event(), event("undated-event")),
                claims=(
                    claim("c1", property="date", value=edtf),
                    claim("c2", event_id="undated-event", property="occurrence", value="reported"),
                ),
            ),
        ),
        sources=(source(published_edtf="2020-04-30"),),
    )
    march = {"period_from": dt.date(2020, 3, 1), "period_until": dt.date(2020, 3, 31)}
    with open_store(build(record, tmp_path)) as store:
        certainly = read.events(store, Selection(**march, is_certain=True))
        possibly = read.events(store, Selection(**march))
    found = "certainly" if certainly else "possibly" if possibly else "not"
    assert found == verdict, because
    assert "undated-event" not in {one.event_id for one in possibly}
