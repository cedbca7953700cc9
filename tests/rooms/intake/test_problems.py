"""A bad cell is one problem that says where it stands, what was found and what was wanted.

Each line of the table spoils one cell of the clean fictional record. The last two columns
are part of what must be said: some of the words under `wanted`, and the nearest known value.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builders import Sheets
from timeline.intake.problem import Problem
from timeline.intake.read import read

CASE_A = "cases/fictional-case-a/{}.csv"
SHARED = "shared/{}.csv"

CELLS = """
sheet        | key                  | column              | typed                | wanted                          | nearest
case         | fictional-case-a     | case_id             | fictional-case-x     | the name of the folder          | fictional-case-a
case         | fictional-case-a     | title               |                      | text: What the case is called   | -
case         | fictional-case-a     | current_as_of_source_id | fictional-reprot | an id of the sheet sources      | fictional-report
case         | fictional-case-a     | current_as_of_source_id |                  | the latest report               | -
case         | fictional-case-a     | current_as_of_source_id | fictional-weekly | fictional-report is of 2022     | fictional-report
events       | person-a-left        | event_type          | departur             | one of detention, abduction     | departure
events       | person-a-left        | verification_status | Verified             | one of verified, partly_verified | verified
events       | person-a-left        | proceeding_id       | person-a-asylum-xx   | an id of the sheet proceedings  | person-a-asylum-bv
events       | person-a-left        | summary             |                      | text: What happened             | -
events       | person-a-left        | title               | Left the country by air and by sea and by land and never returned | at most 60 | -
claims       | person-a-left-c1     | property            | occurence            | one of occurrence               | occurrence
claims       | person-a-left-c1     | property            | number               | a row in the sheet figures      | -
claims       | person-a-left-c1     | value               | reportd              | one of reported, denied         | reported
claims       | person-a-left-c1     | event_id            | person-a-let         | an id of the sheet events       | person-a-left
claims       | person-a-left-c1     | event_id            | Person A             | an id of the sheet events       | -
claims       | person-a-left-c1     | source_id           | fictional-weakly     | an id of the sheet sources      | fictional-weekly
claims       | person-a-left-c1     | locator             |                      | text: Where in the source       | -
claims       | person-a-left-c1     | is_preferred        | Yes                  | yes or no                       | yes
claims       | person-a-left-c1     | is_preferred        | yes                  | why the editor prefers          | -
claims       | person-a-left-c1     | basis               | inferred             | how the value was inferred      | -
claims       | person-a-left-c1     | basis               | resolved             | how the value was resolved      | -
claims       | person-a-left-c1     | contradicts         | person-a-left-c9     | an id of the sheet claims       | person-a-left-c1
claims       | person-a-left-c1     | contradicts         | person-a-left-c2,    | separated by blanks             | -
claims       | person-a-left-c1     | contradicts         | person-a-asylum-c1   | of the same event               | -
claims       | person-a-left-c2     | value               | 2020-6-5             | an EDTF date                    | -
claims       | person-a-left-c2     | value               | June 2020            | an EDTF date                    | -
claims       | person-a-left-c2     | value               | 2021-02-29           | an EDTF date                    | -
claims       | person-a-left-c2     | value               | -0300                | a calendar column can hold      | -
claims       | person-a-left-c2     | value               | ../..                | a calendar column can hold      | -
claims       | person-a-left-c3     | value               | fictional-airpot     | an id of the sheet places       | fictional-airport
figures      | person-a-seized-f1   | lower               |                      | the lowest number exactly       | -
figures      | person-a-seized-f1   | upper               | 8                    | the same as lower, 7            | -
figures      | person-a-seized-f1   | upper               | 6                    | at least the lower bound 7      | -
figures      | person-a-seized-f1   | qualifier           | abuot                | one of exactly, about           | about
figures      | person-a-seized-f1   | unit                | day                  | one of people, days             | days
figures      | person-a-seized-f1   | quantity            | Days held            | lower-case letters              | days-held
figures      | person-a-seized-f1   | said_by_actor_id    | fictional-person-c   | an id of the sheet actors       | fictional-person-a
figures      | person-a-seized-f2   | lower               |                      | the lowest number more_than     | -
figures      | person-a-seized-f2   | upper               | 12                   | no upper bound for 'more_than'  | -
figures      | person-a-seized-f3   | upper               |                      | the highest number between      | -
figures      | person-a-seized-f3   | upper               | nan                  | a number with a point           | -
figures      | person-a-seized-f3   | upper               | inf                  | a number with a point           | -
figures      | person-a-seized-f3   | upper               | 1e999                | a number with a point           | -
figures      | person-a-seized-f3   | upper               | 2 000                | a number with a point           | -
legs         | person-a-leg-1       | sequence            | 0                    | 1 for the first leg             | -
legs         | person-a-leg-1       | sequence            | 1.5                  | a whole number                  | -
legs         | person-a-leg-1       | sequence            | 3000000000           | a whole number                  | -
legs         | person-a-leg-1       | arrival_edtf        | 2020-05-31           | not before the departure        | -
legs         | person-a-leg-1       | departure_edtf      | 2020-13              | an EDTF date                    | -
legs         | person-a-leg-1       | from_place_id       | fictional-setlement  | an id of the sheet places       | fictional-settlement
legs         | person-a-leg-1       | leg_status          | traveled             | one of travelled                | travelled
involvements | person-a-seized      | role                | alleged perpetrator  | one of victim                   | alleged_perpetrator
proceedings  | person-a-asylum-bv   | stage               | decidet              | one of opened                   | decided
places       | fictional-settlement | lat_deg             | 95                   | degrees from -90 to 90          | -
places       | fictional-settlement | lon_deg             | -180.5               | degrees from -180 to 180        | -
places       | fictional-settlement | lon_deg             | 60,25                | a number with a point           | -
places       | fictional-settlement | lat_deg             | NaN                  | a number with a point           | -
places       | fictional-settlement | lat_deg             |                      | both lon_deg and lat_deg        | -
places       | fictional-settlement | lon_deg             |                      | both lon_deg and lat_deg        | -
places       | fictional-settlement | country_code        | aq                   | ISO 3166-1                      | AQ
places       | fictional-settlement | country_code        |                      | a country for a place           | -
places       | fictional-settlement | region_code         | AQF1                 | ISO 3166-2                      | -
places       | fictional-settlement | region_code         | BV-F1                | a region of the country AQ      | -
places       | fictional-settlement | published_precision | site                 | nothing finer than              | -
places       | fictional-settlement | within_place_id     | fictional-regoin     | an id of the sheet places       | fictional-region
places       | fictional-settlement | within_place_id     | other-land           | a place in AQ                   | -
places       | fictional-settlement | within_place_id     | fictional-airport    | a place no finer than           | -
place_names  | fictional-settlement | language            | russian              | a BCP 47 language tag           | -
place_names  | fictional-settlement | place_id            | fictional-setlement  | an id of the sheet places       | fictional-settlement
actors       | fictional-court      | actor_kind          | Court                | one of person, group            | court
actors       | fictional-court      | country_code        | XX                   | ISO 3166-1                      | -
actor_names  | fictional-person-a   | name_kind           | mispelling           | one of preferred                | misspelling
sources      | fictional-daily      | url                 | javascript:alert(1)  | starts with https://            | -
sources      | fictional-daily      | url                 | https://a.example/ b | starts with https://            | -
sources      | fictional-daily      | published_edtf      | 29.02.2021           | an EDTF date                    | -
sources      | fictional-daily      | derived_from        | fictional-dayly      | an id of the sheet sources      | fictional-daily
"""


@dataclass(frozen=True)
class BadCell:
    sheet: str
    key: str
    column: str
    typed: str
    wanted: str
    nearest: str | None

    def __str__(self) -> str:
        return f"{self.sheet}.{self.column}={self.typed[:20]}"


def _bad_cells() -> list[BadCell]:
    rows = [[cell.strip() for cell in line.split("|")] for line in CELLS.strip().splitlines()[1:]]
    return [
        BadCell(sheet, key, column, typed, wanted, None if nearest == "-" else nearest)
        for sheet, key, column, typed, wanted, nearest in rows
    ]


SAID_ELSEWHERE = {
    ("claims", "is_preferred", "yes"): "note",
    ("claims", "basis", "inferred"): "note",
    ("claims", "basis", "resolved"): "note",
}
"""The cell that has to be filled in is not the one that was changed."""


def problems_of(sheets: Sheets, data: Path) -> list[Problem]:
    reading = read(sheets.write(data))
    assert (reading.record is None) == bool(reading.problems)
    return list(reading.problems)


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]


def label_of(sheets: Sheets, sheet: str) -> str:
    return (SHARED if sheet in sheets.shared else CASE_A).format(sheet)


def line_of(sheets: Sheets, sheet: str, key: str) -> int:
    """Line of the CSV file in which the row stands whose first cell is *key*."""
    return next(
        line
        for line, cells in enumerate(sheets.rows(sheet), start=2)
        if next(iter(cells.values())) == key
    )


def test_the_fictional_record_is_clean(sheets: Sheets, data: Path) -> None:
    reading = read(sheets.write(data))
    assert reading.problems == ()
    assert reading.notices == ()
    assert reading.record is not None
    assert len(reading.record.case_files) == 2


@pytest.mark.parametrize("bad", _bad_cells(), ids=str)
def test_a_bad_cell_is_one_problem_that_points_at_it(
    bad: BadCell, sheets: Sheets, data: Path
) -> None:
    label, line = label_of(sheets, bad.sheet), line_of(sheets, bad.sheet, bad.key)
    sheets.row(bad.sheet, bad.key)[bad.column] = bad.typed
    problem = only(problems_of(sheets, data))
    assert (problem.file, problem.sheet, problem.row) == (label, bad.sheet, line)
    column = SAID_ELSEWHERE.get((bad.sheet, bad.column, bad.typed), bad.column)
    assert problem.column == column
    assert bad.wanted in problem.wanted
    assert problem.nearest == bad.nearest
    if column != bad.column or not bad.typed:
        assert problem.found == "an empty cell"
    else:
        assert bad.typed[:7].rstrip(",") in problem.found
    assert str(problem) == (
        f"{label}, row {line}, column {column}: found {problem.found}; wanted {problem.wanted}"
        + (f"; nearest known: {bad.nearest}" if bad.nearest else "")
    )


REASONS = """
typed      | reason
2021-02-29 | 2021 is not a leap year
2020-02-30 | February
2020-13    | month
-0300      | before the year 1
../..      | no
"""


@pytest.mark.parametrize(
    ("typed", "reason"),
    [tuple(cell.strip() for cell in line.split("|")) for line in REASONS.strip().splitlines()[1:]],
)
@pytest.mark.parametrize("where", ["claims", "legs", "sources"])
def test_a_date_is_refused_with_the_reason(
    where: str, typed: str, reason: str, sheets: Sheets, data: Path
) -> None:
    key, column = {
        "claims": ("person-a-left-c2", "value"),
        "legs": ("person-a-leg-2", "departure_edtf"),
        "sources": ("fictional-daily", "published_edtf"),
    }[where]
    sheets.row(where, key)[column] = typed
    problem = only(problems_of(sheets, data))
    assert problem.column == column
    assert reason in problem.wanted


def test_a_control_character_is_named_by_its_number(sheets: Sheets, data: Path) -> None:
    for character in ("\x00", "\x1b", "\x7f", "\x85", "\ufffd"):
        sheets.row("events", "person-a-left")["summary"] = f"left{character}the country"
        problem = only(problems_of(sheets, data))
        assert problem.column == "summary"
        assert f"U+{ord(character):04X}" in problem.found
        assert str(problem).isprintable()


def test_a_value_the_spreadsheet_could_not_work_out_is_refused(sheets: Sheets, data: Path) -> None:
    sheets.row("events", "person-a-left")["summary"] = "#REF!"
    problem = only(problems_of(sheets, data))
    assert (problem.column, problem.found) == ("summary", "'#REF!'")


def test_a_row_whose_id_the_spreadsheet_could_not_work_out_is_no_comment(
    sheets: Sheets, data: Path
) -> None:
    sheets.rows("involvements").append({"event_id": "#N/A", "actor_id": "fictional-person-a"})
    found = problems_of(sheets, data)
    assert {problem.row for problem in found} == {8}
    assert {problem.column for problem in found} == {"event_id", "role"}


def test_a_doubled_id_points_at_the_second_and_names_the_first(sheets: Sheets, data: Path) -> None:
    sheets.rows("legs").append({**sheets.row("legs", "person-a-leg-3"), "sequence": "4"})
    problem = only(problems_of(sheets, data))
    assert (problem.file, problem.row, problem.column) == (CASE_A.format("legs"), 5, "leg_id")
    assert problem.wanted.endswith("the first is in cases/fictional-case-a/legs.csv, row 4")


def test_an_id_is_doubled_even_across_cases_and_folders(sheets: Sheets, data: Path) -> None:
    sheets.cases["fictional-case-b"]["sources"] = [dict(sheets.row("sources", "fictional-daily"))]
    problem = only(problems_of(sheets, data))
    assert (problem.file, problem.column) == ("cases/fictional-case-b/sources.csv", "source_id")
    assert "shared/sources.csv, row 2" in problem.wanted


def test_a_key_of_several_columns_is_doubled_only_as_a_whole(sheets: Sheets, data: Path) -> None:
    rows = sheets.rows("involvements")
    rows.append({**rows[0], "role": "witness"})
    assert problems_of(sheets, data) == []
    rows.append(dict(rows[0]))
    problem = only(problems_of(sheets, data))
    assert "'person-a-seized / fictional-person-a / victim' a second time" in problem.found


def test_a_figure_may_not_bear_the_id_of_a_claim(sheets: Sheets, data: Path) -> None:
    sheets.row("figures", "person-a-seized-f1")["figure_id"] = "person-a-seized-c1"
    problem = only(problems_of(sheets, data))
    assert (problem.column, problem.wanted) == ("figure_id", "an id that no claim has")


def test_a_row_of_another_case_is_out_of_reach(sheets: Sheets, data: Path) -> None:
    case_b = sheets.cases["fictional-case-b"]
    case_b["places"] = [
        {**sheets.row("places", "other-land"), "place_id": "land-of-b", "name": "Land of B"}
    ]
    sheets.row("claims", "person-a-left-c1")["event_id"] = "person-b-threat"
    sheets.row("claims", "person-a-left-c3")["value"] = "land-of-b"
    sheets.row("legs", "person-a-leg-2")["to_place_id"] = "land-of-b"
    found = problems_of(sheets, data)
    assert [(one.sheet, one.column, one.found) for one in found] == [
        ("claims", "event_id", "'person-b-threat', which belongs to fictional-case-b"),
        ("legs", "to_place_id", "'land-of-b', which belongs to fictional-case-b"),
        ("claims", "value", "'land-of-b', which belongs to fictional-case-b"),
    ]


def test_circles_are_found_wherever_they_close(sheets: Sheets, data: Path) -> None:
    sheets.row("places", "fictional-region")["within_place_id"] = "fictional-region"
    sheets.row("sources", "fictional-daily")["derived_from"] = "fictional-weekly"
    sheets.row("sources", "fictional-weekly")["derived_from"] = "fictional-report fictional-reprint"
    found = problems_of(sheets, data)
    assert [(one.sheet, one.row, one.column) for one in found] == [
        ("places", 3, "within_place_id"),
        ("sources", 2, "derived_from"),
        ("sources", 3, "derived_from"),
        ("sources", 4, "derived_from"),
    ]


def test_an_arrival_before_the_departure_is_refused_only_when_no_day_fits(
    sheets: Sheets, data: Path
) -> None:
    leg = sheets.row("legs", "person-a-leg-1")
    leg |= {"departure_edtf": "2020-06", "arrival_edtf": "2020-06-01"}
    assert problems_of(sheets, data) == []
    leg |= {"departure_edtf": "2020-06-02", "arrival_edtf": "2020-06-01"}
    problem = only(problems_of(sheets, data))
    assert (problem.column, problem.found) == ("arrival_edtf", "'2020-06-01'")
    assert "'2020-06-02'" in problem.wanted


def test_two_legs_of_a_person_may_not_have_one_number(sheets: Sheets, data: Path) -> None:
    sheets.row("legs", "person-a-leg-3")["sequence"] = "1"
    problem = only(problems_of(sheets, data))
    assert (problem.row, problem.column) == (4, "sequence")
    assert "person-a-leg-1 has it" in problem.wanted


def test_two_preferred_values_are_one_too_many(sheets: Sheets, data: Path) -> None:
    for claim_id in ("person-a-seized-c3", "person-a-seized-c4"):
        sheets.row("claims", claim_id).update(is_preferred="yes", note="The editor's reason.")
    problem = only(problems_of(sheets, data))
    assert (problem.row, problem.column) == (5, "is_preferred")
    assert "'2020-03'" in problem.wanted


def test_an_event_needs_somebody_who_says_so(sheets: Sheets, data: Path) -> None:
    events = sheets.rows("events")
    events.append({**events[1], "event_id": "person-a-unsaid"})
    problem = only(problems_of(sheets, data))
    assert (problem.sheet, problem.row, problem.found) == ("events", 5, "'person-a-unsaid'")
    figure = {**sheets.row("figures", "person-a-seized-f1"), "figure_id": "person-a-unsaid-f1"}
    sheets.rows("figures").append({**figure, "event_id": "person-a-unsaid"})
    assert problems_of(sheets, data) == []


def test_a_figure_cited_after_the_latest_report_counts_too(sheets: Sheets, data: Path) -> None:
    case_b = sheets.cases["fictional-case-b"]
    figure = {**sheets.row("figures", "person-a-seized-f1"), "figure_id": "person-b-threat-f1"}
    case_b["figures"] = [{**figure, "event_id": "person-b-threat", "source_id": "fictional-report"}]
    problem = only(problems_of(sheets, data))
    assert (problem.file, problem.column) == (
        "cases/fictional-case-b/case.csv",
        "current_as_of_source_id",
    )
    assert problem.nearest == "fictional-report"


def test_a_hidden_report_is_neither_the_latest_nor_later(sheets: Sheets, data: Path) -> None:
    latest = sheets.row("sources", "fictional-report")
    latest["disclosure"] = "restricted"
    problem = only(problems_of(sheets, data))
    assert (problem.sheet, problem.column) == ("case", "current_as_of_source_id")
    assert problem.found == "'fictional-report', which is restricted"
    assert problem.wanted == "a public source, as the case is public"

    sheets.row("case", "fictional-case-a")["current_as_of_source_id"] = "fictional-weekly"
    assert problems_of(sheets, data) == []


def test_the_latest_report_needs_a_date(sheets: Sheets, data: Path) -> None:
    sheets.row("sources", "fictional-report")["published_edtf"] = ""
    problem = only(problems_of(sheets, data))
    assert (problem.sheet, problem.found) == ("case", "'fictional-report'")
    assert problem.wanted == "a source whose date is known"


def test_a_second_row_in_the_case_sheet_is_refused(sheets: Sheets, data: Path) -> None:
    rows = sheets.rows("case")
    rows.append({**rows[0], "case_id": "fictional-case-x"})
    found = problems_of(sheets, data)
    assert [(one.row, one.column) for one in found] == [(3, "case_id"), (3, None)]
    assert found[0].nearest == "fictional-case-a"


def test_empty_and_unknown_disclosures_are_notices_and_no_problems(
    sheets: Sheets, data: Path
) -> None:
    sheets.row("events", "person-a-left")["disclosure"] = ""
    sheets.row("legs", "person-a-leg-3")["disclosure"] = "Public"
    reading = read(sheets.write(data))
    assert reading.problems == ()
    assert [(one.sheet, one.row, one.found, one.nearest) for one in reading.notices] == [
        ("events", 3, "an empty cell", None),
        ("legs", 4, "'Public'", "public"),
    ]
    assert reading.record is not None
    events = {one.event_id: one for one in reading.record.case_files[0].events}
    assert events["person-a-left"].disclosure == "restricted"


def test_all_problems_are_listed_at_once(sheets: Sheets, data: Path) -> None:
    sheets.row("claims", "person-a-left-c2")["value"] = "2021-02-29"
    sheets.row("claims", "person-a-left-c1")["basis"] = "guessed"
    sheets.row("places", "other-land")["country_code"] = "bv"
    sheets.row("legs", "person-a-leg-1")["sequence"] = "one"
    sheets.row("legs", "person-a-leg-1")["leg_kind"] = "flight"
    sheets.row("case", "fictional-case-b")["title"] = ""
    found = problems_of(sheets, data)
    assert {(one.file, one.row, one.column) for one in found} == {
        ("cases/fictional-case-a/claims.csv", 8, "value"),
        ("cases/fictional-case-a/claims.csv", 7, "basis"),
        ("shared/places.csv", 6, "country_code"),
        ("cases/fictional-case-a/legs.csv", 2, "sequence"),
        ("cases/fictional-case-a/legs.csv", 2, "leg_kind"),
        ("cases/fictional-case-b/case.csv", 2, "title"),
    }
    assert len(found) == 6
