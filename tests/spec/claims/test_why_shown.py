"""Why a value is the one shown: the reason names the step of the rule that settled it."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import claim, event, place, source
from timeline.evidence.resolve import Reason, WhyShown, resolve, why_shown
from timeline.model.claim import Claim
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
        source("unprinted"),
        source("reprint", derived_from=("daily",), published_edtf="2020-05-03"),
    )
}

REASONS = """
asked   | claims                                                 | shown             | reason    | origins | next
date    | 2020-03 daily                                          | 2020-03           | only      | 0 | 0
date    | 2020-03 daily; 2020-03 weekly                          | 2020-03           | only      | 0 | 0
date    | 2020-03 daily; 2020-03 monthly; 2020-02 weekly*        | 2020-02           | preferred | 0 | 0
date    | 2020-03 daily; 2020-02 weekly; 2020-02 monthly         | 2020-02           | origins   | 2 | 1
date    | 2020-03 daily; 2020-03 reprint; 2020-02 weekly         | [2020-02,2020-03] | tied      | 1 | 1
date    | 2020 weekly; 2020-03 daily                             | 2020-03           | origins   | 2 | 1
date    | 2020 weekly; 2020-03 daily; 2021-04 monthly            | 2020-03           | origins   | 2 | 1
date    | 2020-02/2020-03 daily; 2020-05 weekly                  | 2020-05           | finer     | 1 | 1
date    | 2020-01? daily; 2020-03? weekly                        | 2020-03?          | first     | 1 | 1
date    | 2020-03? undated; 2020-01? unprinted                   | 2020-03?          | order     | 1 | 1
place   | town daily; other-town weekly                          | other-town        | first     | 1 | 1
place   | town daily; region weekly                              | town              | origins   | 2 | 1
manner  | by-air daily; by-sea weekly; by-sea monthly            | by-sea            | origins   | 2 | 1
manner  | by-air undated; by-sea unprinted                       | by-air            | order     | 1 | 1
detail  | alone daily; with-others weekly; with-others monthly   |                   | every     | 0 | 0
"""


def said(asked: str, cells: str) -> list[Claim]:
    return [
        claim(
            f"c{number}",
            property=asked,
            value=text.rstrip("*").split()[0],
            source_id=text.rstrip("*").split()[1],
            is_preferred=text.endswith("*"),
        )
        for number, text in enumerate((cell.strip() for cell in cells.split(";")), start=1)
    ]


@pytest.mark.parametrize(
    ("asked", "cells", "shown", "reason", "origins", "following"),
    [[cell.strip() for cell in line.split("|")] for line in REASONS.strip().splitlines()[1:]],
)
def test_the_reason(
    asked: str, cells: str, shown: str, reason: str, origins: str, following: str
) -> None:
    wanted = WhyShown(shown, Reason(reason), int(origins), int(following))
    for order in permutations(said(asked, cells)):
        assert why_shown(order, PLACES, SOURCES) == wanted


def test_every_reason_is_in_the_table() -> None:
    assert {line.split("|")[3].strip() for line in REASONS.strip().splitlines()[1:]} == set(Reason)


VALUES = {
    "date": (
        "2020",
        "2020-03",
        "2020-03-04",
        "2020-02?",
        "2020-02/2020-05",
        "2021/..",
        "[2019,2020]",
    ),
    "place": ("town", "other-town", "region", "land"),
    "manner": ("by-air", "by-sea", "on-foot"),
}
claims_on_one_property = st.sampled_from(sorted(VALUES)).flatmap(
    lambda asked: st.lists(
        st.tuples(
            st.sampled_from(VALUES[asked]), st.sampled_from(sorted(SOURCES)), st.integers(0, 9)
        ),
        min_size=1,
        max_size=6,
    ).map(
        lambda rows: [
            claim(
                f"c{number}", property=asked, value=value, source_id=one, is_preferred=chance == 0
            )
            for number, (value, one, chance) in enumerate(rows)
        ]
    )
)


@given(claims_on_one_property)
def test_the_value_it_gives_a_reason_for_is_the_value_shown(made: list[Claim]) -> None:
    found = resolve(event(), made, (), PLACES, SOURCES)
    why = why_shown(made, PLACES, SOURCES)
    if made[0].property is ClaimProperty.DATE:
        assert found.date is not None
        assert found.date.text == why.value
    elif made[0].property is ClaimProperty.PLACE:
        assert found.place_id == why.value
    else:
        shown = {one.value for one in made if one.claim_id in found.shown_claim_ids}
        assert shown == {why.value}
