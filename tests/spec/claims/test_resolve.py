"""Which of the claims on an event is shown: the rule, step by step.

1. A value an editor marked as preferred.
2. The value with the most independent origins; a vaguer claim that allows it counts too.
3. Dates that tie and exclude each other: all of them, as EDTF "one of these".
4. The finer value; then the one published first; then the smaller claim id.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.builders import claim, event, figure, place, source
from timeline.evidence.resolve import ResolvedEvent, resolve
from timeline.model.claim import Claim
from timeline.model.figure import Figure
from timeline.model.vocabulary import ClaimProperty

PLACES = {
    one.place_id: one
    for one in (
        place("land", precision="country"),
        place("region", precision="region", within_place_id="land"),
        place("town", within_place_id="region"),
        place("other-town", within_place_id="region"),
    )
}
SOURCES = {
    one.source_id: one
    for one in (
        source("daily", published_edtf="2020-05-02"),
        source("weekly", published_edtf="2020-05-01"),
        source("monthly", published_edtf="2020-06"),
        source("undated"),
        source("reprint", derived_from=("daily",), published_edtf="2020-05-03"),
        source("daily-again", publisher="Publisher of daily", published_edtf="2021"),
    )
}


def said(*claims: str, which: str = "date", **given: Any) -> list[Claim]:
    """Claims written 'value source', with ids c1, c2 … in that order; a * marks a preferred one."""
    return [
        claim(
            f"c{number}",
            property=which,
            value=text.rstrip("*").split()[0],
            source_id=text.rstrip("*").split()[1],
            is_preferred=text.endswith("*"),
            **given,
        )
        for number, text in enumerate(claims, start=1)
    ]


def resolved(claims: Sequence[Claim], figures: Sequence[Figure] = ()) -> ResolvedEvent:
    return resolve(event(), claims, figures, PLACES, SOURCES)


DATES = """
claims                                                    | shown             | because
2020-03 daily                                             | 2020-03           | it is the only one
2020-03 daily; 2020-03 weekly                             | 2020-03           | they agree
2020-03 daily; 2020-02 weekly*                            | 2020-02           | 1: the editor's mark
2020-03 daily; 2020-03 monthly; 2020-02 weekly*           | 2020-02           | 1: even against the majority
2020-03 daily; 2020-02 weekly; 2020-02 monthly            | 2020-02           | 2: two origins against one
2020-03 daily; 2020-03 reprint; 2020-02 weekly            | [2020-02,2020-03] | 2: a reprint adds no weight
2020-03 daily; 2020-03 daily-again; 2020-02 weekly        | [2020-02,2020-03] | 2: nor does the same publisher
2020 weekly; 2020-03 daily; 2021 monthly                  | 2020-03           | 2: the vaguer claim supports it
2020 daily; 2020-03 weekly                                | 2020-03           | 2: the finer one has both behind it
2020 daily; 2020-03 daily-again                           | 2020-03           | 4: of one origin, the finer one
2020 daily; 2020-02 weekly; 2020-03 monthly               | [2020-02,2020-03] | 2 and 3: the year supports both
2020-03-05 daily; 2020-03-04 weekly                       | [2020-03-04,2020-03-05] | 3: the earlier first
2021 daily; 2019-05 weekly; 2020-03-04 monthly            | [2019-05,2020-03-04,2021] | 3: all of them
2020-03? daily; 2020-02 weekly                            | 2020-02           | 4: a doubtful date is not put in a list; February is shorter
2020-02/2020-03 daily; 2020-05 weekly                     | 2020-05           | 4: nor is a period; the month is finer
2020-02/.. daily; 2019 weekly                             | 2019              | 4: an open end is vaguest of all
2020-01? daily; 2020-03? weekly                           | 2020-03?          | 4: as fine, but published first
2020-01? undated; 2020-03? daily                          | 2020-03?          | 4: a date of publication counts before none
2020-03? undated; 2020-01? undated                        | 2020-03?          | 4: the smaller claim id
"""


@pytest.mark.parametrize(
    ("claims", "shown", "because"),
    [[cell.strip() for cell in line.split("|")] for line in DATES.strip().splitlines()[1:]],
)
def test_the_date_shown(claims: str, shown: str, because: str) -> None:
    made = said(*(text.strip() for text in claims.split(";")))
    for order in (made, made[::-1]):
        date = resolved(order).date
        assert date is not None
        assert date.text == shown, because


PLACES_SHOWN = """
claims                                         | shown      | because
town daily                                     | town       | it is the only one
town daily; region weekly                      | town       | 2: the region supports the town
town daily; land weekly; other-town monthly    | town       | 4: tied, as fine, published first
town daily; other-town weekly; other-town monthly | other-town | 2: two origins against one
region daily; land weekly                      | region     | 2: the finer one has both behind it
land daily; town daily-again                   | town       | 4: of one origin, the finer one
town daily; region weekly*                     | region     | 1: the editor's mark
"""


@pytest.mark.parametrize(
    ("claims", "shown", "because"),
    [[cell.strip() for cell in line.split("|")] for line in PLACES_SHOWN.strip().splitlines()[1:]],
)
def test_the_place_shown(claims: str, shown: str, because: str) -> None:
    made = said(*(text.strip() for text in claims.split(";")), which="place")
    for order in (made, made[::-1]):
        assert resolved(order).place_id == shown, because


def test_without_a_claim_there_is_no_date_and_no_place() -> None:
    found = resolved([claim(source_id="daily")])
    assert found.date is None
    assert found.place_id is None


def test_the_claims_that_state_the_value_shown_are_marked() -> None:
    made = said("2020 daily", "2020-03 weekly", "2020-03 monthly", "2020-02 undated")
    assert resolved(made).shown_claim_ids == {"c2", "c3"}, "support is not statement"


def test_of_a_list_each_member_is_shown() -> None:
    made = said("2020-02 daily", "2020-03 weekly", "2020 monthly")
    found = resolved(made)
    assert found.date is not None
    assert found.date.text == "[2020-02,2020-03]"
    assert found.shown_claim_ids == {"c1", "c2"}


def test_a_dispute_is_named_by_its_property_and_its_claims() -> None:
    made = [
        *said("2020-03 daily", "2020-02 weekly", "2020 monthly"),
        claim("o1", property="occurrence", value="reported", source_id="daily"),
        claim("o2", property="occurrence", value="reported", source_id="weekly"),
        claim("m1", property="manner", value="by air", source_id="daily"),
        claim("m2", property="manner", value="by sea", source_id="weekly"),
    ]
    found = resolved(made)
    assert found.disputed_properties == (ClaimProperty.DATE, ClaimProperty.MANNER)
    assert found.disputed_claim_ids == {"c1", "c2", "m1", "m2"}


def test_agreement_is_no_dispute() -> None:
    found = resolved(said("2020 daily", "2020-03 weekly", "2020-03-04 monthly"))
    assert found.disputed_properties == ()
    assert found.disputed_claim_ids == frozenset()


def test_figures_are_disputed_by_quantity() -> None:
    figures = [
        figure("f1", source_id="daily"),
        figure("f2", source_id="weekly", lower=50.0, upper=50.0),
        figure("f3", source_id="monthly", lower=7.0, upper=7.0, quantity="days-held"),
    ]
    found = resolved([claim(source_id="daily")], figures)
    assert found.disputed_properties == (ClaimProperty.NUMBER,)
    assert found.disputed_claim_ids == {"f1", "f2"}
    assert (found.claim_count, found.source_count, found.independent_source_count) == (4, 3, 3)


def test_an_editor_may_say_that_a_claim_contradicts_a_figure() -> None:
    made = [claim(property="detail", value="alone", source_id="daily", contradicts=("f1",))]
    found = resolved(made, [figure("f1", source_id="weekly")])
    assert found.disputed_properties == (ClaimProperty.NUMBER, ClaimProperty.DETAIL)
    assert found.disputed_claim_ids == {"fictional-claim", "f1"}


def test_sources_are_counted_once_and_origins_once() -> None:
    made = said("2020-03 daily", "2020-03 daily", "2020-03 reprint", "2020-03 weekly")
    found = resolved(made)
    assert (found.claim_count, found.source_count, found.independent_source_count) == (4, 3, 2)


def test_the_editors_judgement_is_not_touched_by_counting() -> None:
    for status in ("verified", "refuted"):
        judged = event(verification_status=status)
        found = resolve(judged, said("2020 daily"), (), PLACES, SOURCES)
        assert found.event == judged
