"""Two claims contradict each other when no history satisfies both, and not before."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import claim, figure, place
from timeline.evidence.contradiction import (
    EXCLUSIVE,
    around,
    claims_contradict,
    contradicting_pairs,
    dates_contradict,
    figure_span,
    figures_contradict,
)
from timeline.model.edtf import parse
from timeline.model.vocabulary import ClaimProperty, Qualifier


def table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()[1:]]


DATES = """
one                     | other                   | contradict | because
2020-03                 | 2020-03                 | no  | they agree
2020-03                 | 2020-02                 | yes | no day is in both
2020                    | 2020-03                 | no  | the year holds the month
2020                    | 2020-03-04              | no  | the year holds the day
2020-03                 | 2020-03-04              | no  | the month holds the day
2020-02-29              | 2020-03                 | yes | the day is not in the month
2020-03-04              | 2020-03-05              | yes | two days
2020~                   | 2019                    | yes | doubt is no licence to widen
2020-21                 | 2020-04                 | no  | April is in spring
2020-21                 | 2020-07                 | yes | July is not
2020-03/2020-05         | 2020-04                 | no  | it was going on in April
2020-03/2020-05         | 2020-06                 | yes | it was over by June
2020-03-01/2020-03-08   | 2020-03-02/2020-03-08   | yes | two beginnings
2020-03/2020-05         | 2020-03-09/2020-05      | no  | the vaguer beginning holds the finer
2020-03-01/2020-03-08   | 2020-03-01/2020-03-09   | yes | two ends
2020/..                 | 2021-05                 | no  | it goes on
2020/..                 | 2019-12                 | yes | it had not begun
../2020                 | 2021                    | yes | it was over
../2020                 | 2019/2021               | yes | two ends
[2020-02,2020-03]       | 2020-02                 | no  | one of the two
[2020-02,2020-04]       | 2020-03                 | yes | March is between the two and neither
[2020-02,2020-04]       | 2020                    | no  | either is in the year
[2020-02..2020-04]      | 2020-03                 | no  | a range has no gap
[2020-02,2020-04]       | [2020-03,2020-04]       | no  | both allow April
[2020-02,2020-04]       | [2020-03,2020-05]       | yes | no month is in both
{2020-02-01,2020-04-01} | 2020-03                 | yes | on neither day
{2020-02-01,2020-04-01} | 2020-04                 | no  | on one of them
"""


@pytest.mark.parametrize(("one", "other", "contradict", "because"), table(DATES))
def test_dates(one: str, other: str, contradict: str, because: str) -> None:
    assert dates_contradict(parse(one), parse(other)) == (contradict == "yes"), because
    assert dates_contradict(parse(other), parse(one)) == (contradict == "yes"), because


PLACES = {
    one.place_id: one
    for one in (
        place("land", precision="country"),
        place("region", precision="region", within_place_id="land"),
        place("other-region", precision="region", within_place_id="land"),
        place("town", within_place_id="region"),
        place("lost-town", within_place_id="not-in-the-record"),
        place("circle-a", within_place_id="circle-b"),
        place("circle-b", within_place_id="circle-a"),
    )
}


def test_the_places_around_a_place() -> None:
    assert around("town", PLACES) == ("town", "region", "land")
    assert around("land", PLACES) == ("land",)
    assert around("lost-town", PLACES) == ("lost-town", "not-in-the-record")
    assert around("circle-a", PLACES) == ("circle-a", "circle-b")
    assert around("unknown", PLACES) == ("unknown",)


CLAIMS = """
property       | one      | other        | contradict | because
place          | town     | region       | no  | the region holds the town
place          | town     | land         | no  | so does the country
place          | town     | other-region | yes | it lies in another region
place          | region   | other-region | yes | neither holds the other
occurrence     | reported | denied       | yes | one of them is wrong
occurrence     | reported | doubted      | yes | doubt is a contradiction too
occurrence     | denied   | doubted      | no  | both are against it
occurrence     | reported | reported     | no  | they agree
outcome        | granted  | refused      | yes | it has one answer
charge         | theft    | arson        | yes | it has one answer
manner         | by air   | by sea       | yes | it has one answer
cause          | a speech | a post       | no  | there may be two causes
perpetrator    | police   | officials    | no  | there may be two
age            | 39       | 40           | no  | each is true at its source's date
detail         | hooded   | handcuffed   | no  | two details do not exclude each other
date           | 2020-03  | 2020-02      | yes | as for dates
date           | 2020-03  | 2020         | no  | as for dates
"""


@pytest.mark.parametrize(("which", "one", "other", "contradict", "because"), table(CLAIMS))
def test_claims(which: str, one: str, other: str, contradict: str, because: str) -> None:
    said = claim("c1", property=which, value=one)
    against = claim("c2", property=which, value=other)
    assert claims_contradict(said, against, PLACES) == (contradict == "yes"), because
    assert claims_contradict(against, said, PLACES) == (contradict == "yes"), because


def test_every_property_that_has_one_answer_is_exclusive() -> None:
    for which in ClaimProperty:
        said = claim("c1", property=which, value="2020")
        against = claim("c2", property=which, value="2021")
        ruled = {ClaimProperty.DATE, ClaimProperty.PLACE}
        assert claims_contradict(said, against, PLACES) == (which in EXCLUSIVE | ruled)


def test_claims_on_different_properties_do_not_contradict_each_other() -> None:
    assert not claims_contradict(
        claim("c1", property="outcome", value="granted"),
        claim("c2", property="sentence", value="refused"),
        PLACES,
    )


def test_an_editor_may_see_more_than_the_rule() -> None:
    said = claim("c1", property="detail", value="hooded", contradicts=("c2",))
    against = claim("c2", property="age", value="39")
    assert claims_contradict(said, against, PLACES)
    assert claims_contradict(against, said, PLACES)


FIGURES = """
one            | other            | contradict | because
exactly 40     | exactly 40       | no  | they agree
exactly 40     | exactly 41       | yes | no common number
about 40       | exactly 44       | no  | a tenth more is still about 40
about 40       | exactly 36       | no  | and a tenth less
about 40       | exactly 45       | yes | more than a tenth is not
about 40       | about 48         | no  | 44 is about both
about 40       | about 50         | yes | 44 and 45
more_than 40   | exactly 41       | no  | 41 is more
more_than 40   | exactly 40       | yes | 40 is not more than 40
more_than 40   | at_most 40       | yes | no number is both
more_than 40   | at_most 41       | no  | 41 is
more_than 40   | about 40         | no  | 42 is
more_than 40   | more_than 100    | no  | 200 is more than both
at_least 40    | exactly 40       | no  | 40 is at least 40
at_least 40    | at_most 40       | no  | 40 is both
at_least 40    | exactly 39       | yes | 39 is fewer
fewer_than 40  | exactly 40       | yes | 40 is not fewer than 40
fewer_than 40  | at_least 40      | yes | no number is both
fewer_than 40  | exactly 39       | no  | 39 is fewer
at_most 40     | exactly 41       | yes | 41 is more
at_most 40     | exactly 0        | no  | none is at most 40
between 30-40  | exactly 35       | no  | it lies between
between 30-40  | exactly 40       | no  | the ends are included
between 30-40  | exactly 41       | yes | it lies outside
between 30-40  | between 40-50    | no  | 40 is in both
between 30-40  | more_than 40     | yes | nothing up to 40 is more than 40
"""


def counted(figure_id: str, text: str, **given: Any) -> Any:
    qualifier, number = text.split()
    lower, _, upper = number.partition("-")
    bounds: dict[str, float | None] = {"lower": float(lower), "upper": float(upper or lower)}
    if qualifier in ("more_than", "at_least"):
        bounds["upper"] = None
    if qualifier in ("fewer_than", "at_most"):
        bounds["lower"] = None
    return figure(figure_id, qualifier=qualifier, **bounds, **given)


@pytest.mark.parametrize(("one", "other", "contradict", "because"), table(FIGURES))
def test_figures(one: str, other: str, contradict: str, because: str) -> None:
    said, against = counted("f1", one), counted("f2", other)
    assert figures_contradict(said, against) == (contradict == "yes"), because
    assert figures_contradict(against, said) == (contradict == "yes"), because


def test_figures_for_different_things_do_not_contradict_each_other() -> None:
    said = counted("f1", "exactly 40")
    assert not figures_contradict(said, counted("f2", "exactly 41", quantity="people-killed"))
    assert not figures_contradict(said, counted("f2", "exactly 41", unit="days"))


def test_every_qualifier_has_a_span() -> None:
    for qualifier in Qualifier:
        lower, upper = figure_span(figure(qualifier=qualifier, lower=30.0, upper=40.0))
        assert lower < upper


def test_every_pair_is_found_once_in_the_order_given() -> None:
    assert contradicting_pairs([3, 1, 2], lambda one, other: one > other) == [(3, 1), (3, 2)]
