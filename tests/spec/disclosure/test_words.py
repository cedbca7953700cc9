"""Public words that name what is hidden are refused by the check, since no cut can read sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Sheets
from timeline.intake.problem import Problem
from timeline.intake.read import read
from timeline.intake.skeleton import skeleton


@pytest.fixture
def guarded(sheets: Sheets) -> Sheets:
    """The fictional record with a protected person and a hidden house, both used by hidden rows."""
    sheets.shared["actors"].append(
        {
            "actor_id": "protected-7",
            "name": "Zarinda Canaryova",
            "actor_kind": "person",
            "disclosure": "withheld",
        }
    )
    sheets.shared["actor_names"].append(
        {
            "actor_id": "protected-7",
            "name": "Зӏаринда Ёлкина",
            "language": "ru",
            "name_kind": "preferred",
        }
    )
    sheets.shared["places"].append(
        {
            **sheets.row("places", "fictional-settlement"),
            "place_id": "hiding-house",
            "name": "Shelter of Canaries",
            "precision": "site",
            "published_precision": "site",
            "within_place_id": "fictional-settlement",
            "disclosure": "restricted",
        }
    )
    sheets.rows("involvements").append(
        {"event_id": "person-a-left", "actor_id": "protected-7", "role": "witness"}
    )
    return sheets


def problems_of(sheets: Sheets, data: Path) -> list[Problem]:
    return list(read(sheets.write(data)).problems)


def test_hidden_rows_alone_are_no_problem(guarded: Sheets, data: Path) -> None:
    assert problems_of(guarded, data) == []


NAMED = """
sheet        | key                  | column          | typed
case         | fictional-case-a     | title           | Zarinda Canaryova and others
case         | fictional-case-a     | state           | zarinda  canaryova is safe
events       | person-a-left        | title           | Left with Canaryova
events       | person-a-left        | summary         | She left with ZARINDA CANARYOVA.
events       | person-a-left        | summary         | She left with her friend (Zarinda).
events       | person-a-left        | note            | Зӏаринда Ёлкина was there
events       | person-a-left        | note            | Говорит ЗIАРИНДА ЕЛКИНА.
events       | person-a-left        | summary         | They slept at the shelter of canaries.
events       | person-a-left        | note            | See protected-7 as well.
claims       | person-a-left-c4     | value           | with Zarinda Canaryova
claims       | person-a-left-c4     | value_as_stated | with Zarinda Canaryova
claims       | person-a-left-c4     | locator         | caption: Zarinda Canaryova
claims       | person-a-left-c4     | note            | with Zarinda\u00a0Canaryova
claims       | person-a-left-c2     | note            | with Zarinda\u200bCanaryova
figures      | person-a-seized-f1   | label           | days Canaryova was held
figures      | person-a-seized-f1   | value_as_stated | Canaryova counted them
figures      | person-a-seized-f1   | note            | so said Canaryova
figures      | person-a-seized-f1   | locator         | interview with Canaryova
legs         | person-a-leg-2       | note            | with Zarinda Canaryova
legs         | person-a-leg-2       | note            | by way of the Shelter of Canaries
involvements | person-a-seized      | note            | as Canaryova saw
proceedings  | person-a-asylum-bv   | title           | Canaryova and others
proceedings  | person-a-asylum-bv   | forum           | Court of Canaryova
proceedings  | person-a-asylum-bv   | outcome         | granted to Canaryova
sources      | fictional-daily      | title           | Who is Zarinda Canaryova?
sources      | fictional-daily      | publisher       | Canaryova Press
sources      | fictional-daily      | note            | written by Canaryova
sources      | fictional-daily      | url             | https://daily.example/zarinda-canaryova.html
sources      | fictional-daily      | url             | https://daily.example/%D0%95%D0%BB%D0%BA%D0%B8%D0%BD%D0%B0
places       | fictional-settlement | origin          | as told by Canaryova
place_names  | fictional-settlement | name            | Shelter of Canaryova and others
actors       | fictional-police     | name            | Police who hunt Canaryova
actors       | fictional-police     | note            | They hunt Canaryova.
actor_names  | fictional-person-a   | name            | Zarinda Canaryova
"""


@pytest.mark.parametrize(
    ("sheet", "key", "column", "typed"),
    [[cell.strip() for cell in line.split("|")] for line in NAMED.strip().splitlines()[1:]],
)
def test_a_public_text_that_names_the_hidden_is_refused(
    sheet: str, key: str, column: str, typed: str, guarded: Sheets, data: Path
) -> None:
    guarded.row(sheet, key)[column] = typed
    found = problems_of(guarded, data)
    assert [(one.sheet, one.column) for one in found] == [(sheet, column)]
    assert found[0].found in (
        "a name of 'protected-7', which is not public",
        "a name of 'hiding-house', which is not public",
    )
    assert "canaryova" not in str(found[0]).casefold(), "the name itself is not repeated"


@pytest.mark.parametrize(
    "typed",
    [
        "The canaryovas are birds",
        "A zarinda is a plant, says the dictionary",
        "A house of canaries",
        "Zarindas",
        "This shelter is of canaries",
    ],
)
def test_words_that_only_resemble_a_name_are_let_pass(
    typed: str, guarded: Sheets, data: Path
) -> None:
    guarded.row("events", "person-a-left")["summary"] = typed
    assert problems_of(guarded, data) == []


def test_a_single_name_that_somebody_public_bears_too_gives_nothing_away(
    guarded: Sheets, data: Path
) -> None:
    guarded.row("actors", "fictional-person-b")["name"] = "Zarinda Publicova"
    guarded.row("events", "person-a-left")["summary"] = "Zarinda waved. Her friend left."
    assert problems_of(guarded, data) == []
    guarded.row("events", "person-a-left")["summary"] = "Zarinda Canaryova waved."
    assert len(problems_of(guarded, data)) == 1


def test_a_description_is_protected_as_a_whole_and_not_word_by_word(
    guarded: Sheets, data: Path
) -> None:
    guarded.row("actors", "protected-7")["name"] = "Sister of Fictional Person A"
    guarded.row("events", "person-a-left")["summary"] = "Sister Ship is the name of the airline."
    assert problems_of(guarded, data) == []
    guarded.row("events", "person-a-left")["summary"] = "The sister of Fictional Person A left too."
    assert len(problems_of(guarded, data)) == 1


@pytest.mark.parametrize(
    ("sheet", "key", "column", "typed"),
    [
        ("events", "person-a-left", "event_id", "canaryova-left"),
        ("claims", "person-a-left-c4", "claim_id", "person-a-left-zarinda-canaryova"),
        ("legs", "person-a-leg-2", "leg_id", "zarinda-leg-2"),
        ("sources", "fictional-weekly", "source_id", "weekly-on-canaryova"),
        ("proceedings", "person-a-asylum-bv", "proceeding_id", "canaryova-asylum"),
        ("places", "fictional-airport", "place_id", "airport-shelter-of-canaries"),
        ("figures", "person-a-seized-f3", "quantity", "canaryova-ransom"),
    ],
)
def test_a_public_id_that_contains_a_protected_name_is_refused(
    sheet: str, key: str, column: str, typed: str, guarded: Sheets, data: Path
) -> None:
    row = guarded.row(sheet, key)
    before, row[column] = row[column], typed
    for home in (guarded.shared, *guarded.cases.values()):
        for rows in home.values():
            for other in rows:
                for name, value in other.items():
                    if value == before and name not in ("claim_id", "quantity"):
                        other[name] = typed
    found = problems_of(guarded, data)
    assert {(one.sheet, one.column) for one in found} == {(sheet, column)}


@pytest.mark.parametrize("actor_id", ["zarinda", "canaryova-z", "witness-zarinda"])
def test_the_id_of_a_protected_person_may_not_contain_the_name(
    actor_id: str, guarded: Sheets, data: Path
) -> None:
    for sheet in ("actors", "actor_names", "involvements"):
        for row in guarded.rows(sheet):
            if row["actor_id"] == "protected-7":
                row["actor_id"] = actor_id
    found = problems_of(guarded, data)
    assert [(one.sheet, one.column) for one in found] == [("actors", "actor_id")]
    assert found[0].wanted == "an id that does not tell who it is"


def test_the_public_may_have_their_names_in_their_ids(guarded: Sheets, data: Path) -> None:
    guarded.row("actors", "protected-7")["disclosure"] = "public"
    guarded.row("events", "person-a-left")["summary"] = "She left with Zarinda Canaryova."
    assert problems_of(guarded, data) == []


def test_a_figure_of_a_hidden_speaker_is_refused_rather_than_given_to_its_source(
    guarded: Sheets, data: Path
) -> None:
    row = guarded.row("figures", "person-a-seized-f1")
    row["said_by_actor_id"] = "protected-7"
    found = problems_of(guarded, data)
    assert [(one.sheet, one.column) for one in found] == [("figures", "said_by_actor_id")]
    row["disclosure"] = "restricted"
    assert problems_of(guarded, data) == []


HIDDEN_ROWS = """
sheet        | key                | column          | hide
events       | person-a-left      | summary         | events person-a-left
claims       | person-a-left-c4   | value_as_stated | events person-a-left
claims       | person-a-left-c4   | note            | sources fictional-weekly
legs         | person-a-leg-2     | note            | legs person-a-leg-2
legs         | person-a-leg-2     | note            | places fictional-airport
figures      | person-a-seized-f1 | note            | figures person-a-seized-f1
figures      | person-a-seized-f1 | note            | sources fictional-daily
involvements | person-a-seized    | note            | actors fictional-person-a
proceedings  | person-a-asylum-bv | forum           | proceedings person-a-asylum-bv
case         | fictional-case-b   | title           | case fictional-case-b
"""


@pytest.mark.parametrize(
    ("sheet", "key", "column", "hide"),
    [[cell.strip() for cell in line.split("|")] for line in HIDDEN_ROWS.strip().splitlines()[1:]],
)
def test_a_row_that_is_cut_may_say_what_it_likes(
    sheet: str, key: str, column: str, hide: str, guarded: Sheets, data: Path
) -> None:
    guarded.row(sheet, key)[column] = "Zarinda Canaryova"
    assert [(one.sheet, one.column) for one in problems_of(guarded, data)] == [(sheet, column)]
    hidden_sheet, hidden_key = hide.split()
    guarded.row(hidden_sheet, hidden_key)["disclosure"] = "restricted"
    found = [one for one in problems_of(guarded, data) if "protected-7" in one.found]
    assert found == []


def test_the_claim_that_puts_an_event_in_a_hidden_place_may_name_it(
    guarded: Sheets, data: Path
) -> None:
    guarded.rows("claims").append(
        {
            **guarded.row("claims", "person-a-left-c3"),
            "claim_id": "person-a-left-c5",
            "value": "hiding-house",
            "value_as_stated": "in the Shelter of Canaries",
        }
    )
    assert problems_of(guarded, data) == []


def test_a_place_finer_than_may_be_published_is_a_hidden_name_too(
    guarded: Sheets, data: Path
) -> None:
    guarded.row("places", "fictional-airport")["published_precision"] = "region"
    assert problems_of(guarded, data) == [], "the claim that names it loses its words"
    guarded.row("claims", "person-a-left-c3")["value_as_stated"] = "from Fictional Airport"
    assert problems_of(guarded, data) == []
    guarded.row("events", "person-a-left")["summary"] = "The flight was from Fictional Airport."
    assert [one.found for one in problems_of(guarded, data)] == [
        "a name of 'fictional-airport', which is not public"
    ]


def test_people_and_places_of_a_hidden_case_are_hidden_names(guarded: Sheets, data: Path) -> None:
    case_b = guarded.cases["fictional-case-b"]
    case_b["actors"] = [
        {
            "actor_id": "fictional-relative",
            "name": "Relativa Hiddenova",
            "actor_kind": "person",
            "disclosure": "public",
        }
    ]
    guarded.row("events", "person-a-left")["summary"] = "She left with Relativa Hiddenova."
    assert problems_of(guarded, data) == []
    guarded.row("case", "fictional-case-b")["disclosure"] = "restricted"
    assert [one.found for one in problems_of(guarded, data)] == [
        "a name of 'fictional-relative', which is not public"
    ]


ALIKE = """
one                | other              | because
Zarinda Canaryova  | ZARINDA  CANARYOVA | capitals and blanks
Ёлкина             | Елкина             | ё is often printed as е
Зӏаринда           | ЗIаринда           | the palochka typed as a capital i
Зӏаринда           | Зlаринда           | as a small L
Зӏаринда           | З1аринда           | as a one
Зӏаринда           | ЗӀаринда           | as a capital palochka
Café               | Cafe\u0301         | one character or two
Canaryova          | Can\u00adary\u200bova | what cannot be seen
Canaryova          | Саnаrуоvа          | Cyrillic letters that look Latin
Al-Canary          | al Canary          | a hyphen or none
"""


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [[cell.strip() for cell in line.split("|")] for line in ALIKE.strip().splitlines()[1:]],
)
def test_names_are_compared_as_a_reader_would_see_them(one: str, other: str, because: str) -> None:
    assert one != other
    assert skeleton(one) == skeleton(other), because


def test_different_names_stay_different() -> None:
    names = ["Canaryova", "Canaryov", "Zarinda", "Ёлкина", "Галкина", "Fictional Person A"]
    assert len({skeleton(name) for name in names}) == len(names)
