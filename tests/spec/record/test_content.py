"""The record itself: nothing is wrong with it, nothing known is missing, no conflict is smoothed over.

The reading notes lie beside the record. The collection of public reporting they were
taken from, which also says where sources conflict, is not part of the project; where it
is not at hand the tests that need it are skipped.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from timeline.evidence.resolve import ResolvedEvent, resolve
from timeline.intake.read import Reading, read
from timeline.model.claim import Claim
from timeline.model.edtf import day_bounds, parse
from timeline.model.figure import Figure
from timeline.model.record import Record
from timeline.model.vocabulary import ClaimBasis, ClaimProperty

REPOSITORY = Path(__file__).parents[3]
DATA = REPOSITORY / "data"
NOTES = DATA / "frozen" / "reading_notes.csv"
REPORTING = REPOSITORY.parent / "shared" / "reference" / "further_reporting.csv"

ROW_ID = re.compile(r"\b[A-Z]{3}-\d{2}\b")
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

Row = dict[str, str]


def rows_of(path: Path) -> list[Row]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def reporting() -> list[Row]:
    return rows_of(REPORTING)


needs_reporting = pytest.mark.skipif(
    not REPORTING.is_file(), reason="the collected reporting lies beside the project and not here"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(DATA)


@pytest.fixture(scope="module")
def record(reading: Reading) -> Record:
    assert reading.record is not None, [str(problem) for problem in reading.problems]
    return reading.record


@pytest.fixture(scope="module")
def said(record: Record) -> dict[str, list[Claim | Figure]]:
    """What is said on the word of each row of the collected reporting."""
    found: dict[str, list[Claim | Figure]] = defaultdict(list)
    for file in record.case_files:
        for one in (*file.claims, *file.figures):
            for row_id in ROW_ID.findall(one.locator):
                found[row_id].append(one)
    return found


@pytest.fixture(scope="module")
def resolved(record: Record) -> dict[str, ResolvedEvent]:
    return {
        event.event_id: resolve(
            event,
            [one for one in file.claims if one.event_id == event.event_id],
            [one for one in file.figures if one.event_id == event.event_id],
            record.place_by_id,
            record.source_by_id,
        )
        for file in record.case_files
        for event in file.events
    }


def test_the_check_finds_nothing(reading: Reading) -> None:
    assert [str(problem) for problem in reading.problems] == []
    assert [str(notice) for notice in reading.notices] == [], "every row says who may see it"


def test_there_is_as_much_as_there_ought_to_be(record: Record) -> None:
    files = record.case_files
    assert len(files) >= 7
    assert sum(len(file.events) for file in files) > 100
    assert sum(len(file.claims) for file in files) > 250
    assert sum(len(file.legs) for file in files) > 25
    assert sum(len(file.figures) for file in files) >= 40
    assert len(record.places) > 45
    assert len(record.sources) > 50


def test_every_case_says_how_matters_stand_and_as_of_when(record: Record) -> None:
    for file in record.case_files:
        assert file.case.summary, file.case.case_id
        assert file.case.state, file.case.case_id
        assert file.case.current_as_of_source_id, file.case.case_id
        assert not DAY.search(file.case.state), "the state is a line without a date"


def test_no_title_carries_a_date(record: Record) -> None:
    for file in record.case_files:
        for event in file.events:
            assert not re.search(r"\b(?:19|20)\d\d\b", event.title), event.event_id


def test_every_event_says_that_it_is_reported_or_what_came_of_it(
    record: Record, resolved: dict[str, ResolvedEvent]
) -> None:
    for file in record.case_files:
        for event in file.events:
            found = resolved[event.event_id]
            assert found.claim_count >= 1
            assert found.source_count >= found.independent_source_count >= 1


def test_nobody_is_called_convicted_without_a_conviction(record: Record) -> None:
    for file in record.case_files:
        verdicts = {one.event_id for one in file.events if one.event_type == "conviction"}
        called = {one.actor_id for one in file.involvements if one.role == "convicted_perpetrator"}
        found_guilty = {one.actor_id for one in file.involvements if one.event_id in verdicts}
        assert called <= found_guilty


def test_a_country_has_no_point_and_a_town_has_one(record: Record) -> None:
    for place in record.places:
        has_point = place.lon_deg is not None
        assert has_point == (place.precision not in ("country", "undisclosed")), place.place_id


@needs_reporting
@pytest.mark.parametrize("row", reporting(), ids=lambda row: row["event_id"])
def test_every_reported_row_is_cited(row: Row, said: dict[str, list[Claim | Figure]]) -> None:
    assert said[row["event_id"]], f"nobody cites {row['event_id']}: {row['summary']}"


@needs_reporting
def test_no_row_is_cited_that_is_not_there(said: dict[str, list[Claim | Figure]]) -> None:
    assert set(said) <= {row["event_id"] for row in reporting()}


@needs_reporting
@pytest.mark.parametrize(
    "row",
    [row for row in reporting() if row["remark_kind"] == "conflict"],
    ids=lambda row: row["event_id"],
)
def test_every_conflict_survives(
    row: Row, said: dict[str, list[Claim | Figure]], resolved: dict[str, ResolvedEvent]
) -> None:
    """Two claims that differ stand side by side, or the event is marked as disputed."""
    values: dict[tuple[str, ...], set[str]] = defaultdict(set)
    disputed = set()
    for one in said[row["event_id"]]:
        disputed |= {_id_of(one)} & resolved[one.event_id].disputed_claim_ids
        if isinstance(one, Claim):
            values[one.event_id, one.property].add(one.value)
        else:
            values[one.event_id, one.quantity, one.unit].add(f"{one.lower} {one.upper}")
    assert disputed or any(len(different) > 1 for different in values.values()), row["remark"]


def _id_of(one: Claim | Figure) -> str:
    return one.claim_id if isinstance(one, Claim) else one.figure_id


@needs_reporting
def test_the_notes_date_things_as_the_reporting_does() -> None:
    notes = {row["note_id"]: row for row in rows_of(NOTES)}
    for row in reporting():
        assert notes[row["event_id"]]["date_edtf"] == row["date_edtf"]


def invented_days(claim: Claim, rows: list[Row]) -> set[str]:
    """Days in the claim that none of the rows it cites names, and that nobody worked out either.

    A claim that allows every day its row allows is no finer than the row and invents nothing.
    """
    if claim.basis is not ClaimBasis.STATED and claim.note:
        return set()
    if any(_holds(claim.value, row["date_edtf"]) for row in rows):
        return set()
    named = set()
    for row in rows:
        named |= set(DAY.findall(row["date_edtf"]))
    words = " ".join([claim.value_as_stated, *(row["summary"] + row["remark"] for row in rows)])
    return {day for day in set(DAY.findall(claim.value)) - named if not _is_spelled(day, words)}


def _holds(vaguer: str, finer: str) -> bool:
    """Whether the vaguer date allows every day that the finer one allows."""
    first, last = day_bounds(vaguer)
    finer_first, finer_last = day_bounds(finer)
    if first is None or last is None or finer_first is None or finer_last is None:
        return False
    return first <= finer_first and finer_last <= last


def _is_spelled(day: str, words: str) -> bool:
    """Whether the day stands in the words as '4 March', '4-6 March' or 'March 4-6'."""
    month, number = MONTHS[int(day[5:7]) - 1][:3], int(day[8:])
    return bool(
        re.search(rf"\b{number}(?:-\d+)? {month}|\b\d+-{number} {month}", words)
        or re.search(rf"\b{month}[a-z]* (?:\d+-)?{number}\b", words)
    )


def test_no_day_is_invented_where_the_reporting_is_coarser(record: Record) -> None:
    rows = {row["note_id"]: row for row in rows_of(NOTES)}
    invented = {}
    looked_at = 0
    for file in record.case_files:
        for claim in file.claims:
            cited = [rows[row_id] for row_id in ROW_ID.findall(claim.locator) if row_id in rows]
            rests_on_more = ROW_ID.sub("", claim.locator).replace("reading note", "").strip(" ,;")
            if claim.property is ClaimProperty.DATE and cited and not rests_on_more:
                looked_at += 1
                if found := invented_days(claim, cited):
                    invented[claim.claim_id] = sorted(found)
    assert looked_at > 100
    assert invented == {}


def test_an_invented_day_would_be_noticed() -> None:
    row = {"date_edtf": "2020-03", "summary": "Seized on the 5th floor.", "remark": "Or 4 March."}
    forged = Claim(
        claim_id="forged",
        event_id="event",
        property="date",
        value="2020-03-05",
        source_id="source",
        locator="reading note MUK-01",
    )
    assert invented_days(forged, [row]) == {"2020-03-05"}
    assert invented_days(forged.model_copy(update={"value": "2020-03-04"}), [row]) == set()
    assert invented_days(forged.model_copy(update={"value": "2020-03"}), [row]) == set()
    worked_out = {"basis": ClaimBasis.RESOLVED, "note": "The day before the sixth."}
    assert invented_days(forged.model_copy(update=worked_out), [row]) == set()


def test_what_was_worked_out_says_how(record: Record) -> None:
    for file in record.case_files:
        for one in file.claims:
            assert one.basis is ClaimBasis.STATED or one.note, one.claim_id


def test_every_date_of_a_claim_is_one_that_a_calendar_can_hold(record: Record) -> None:
    for file in record.case_files:
        for claim in file.claims:
            if claim.property is ClaimProperty.DATE:
                assert parse(claim.value).refusal is None, claim.claim_id
