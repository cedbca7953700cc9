"""What is not public is left out, with everything that only it supports, before anything is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import (
    actor,
    actor_name,
    case,
    claim,
    event,
    figure,
    involvement,
    leg,
    place,
    place_name,
    proceeding,
    source,
)
from timeline.evidence.disclosure import public, published_place
from timeline.model.record import CaseFile, Record
from timeline.model.vocabulary import Disclosure, PlacePrecision

HIDDEN = ["restricted", "withheld"]

LAND = place("fictional-land", precision="country")
REGION = place("fictional-region", precision="region", within_place_id="fictional-land")
DISTRICT = place("fictional-district", precision="district", within_place_id="fictional-region")
TOWN = place("fictional-settlement", within_place_id="fictional-district")
HOUSE = place("fictional-house", precision="site", within_place_id="fictional-settlement")
FAR_TOWN = place("other-settlement", country_code="BV")


def record(**changes: object) -> Record:
    """One public case with one row of everything; *changes* replace fields of the case or record."""
    file = CaseFile(
        case=case(current_as_of_source_id="fictional-source"),
        events=(event(proceeding_id="fictional-proceeding"),),
        claims=(
            claim(),
            claim("fictional-claim-2", property="place", value="fictional-settlement"),
        ),
        involvements=(involvement(),),
        legs=(leg(),),
        proceedings=(proceeding(),),
        figures=(figure(said_by_actor_id="fictional-speaker"),),
    )
    whole = Record(
        case_files=(file,),
        places=(LAND, REGION, DISTRICT, TOWN, HOUSE, FAR_TOWN),
        place_names=(place_name("fictional-settlement", "Settlement of fiction"),),
        actors=(actor(), actor("fictional-speaker")),
        actor_names=(actor_name("fictional-person", "Person of fiction"),),
        sources=(source(),),
    )
    in_case = {name: value for name, value in changes.items() if hasattr(file, name)}
    in_record = {name: value for name, value in changes.items() if name not in in_case}
    return replace(whole, case_files=(replace(file, **in_case),), **in_record)  # type: ignore[arg-type]


def only_case(cut: Record) -> CaseFile:
    assert len(cut.case_files) == 1
    return cut.case_files[0]


def test_a_public_record_is_left_as_it_is() -> None:
    whole = record()
    cut = public(whole)
    assert cut.case_files == whole.case_files
    assert cut.actors == whole.actors
    assert cut.sources == whole.sources
    assert cut.place_names == whole.place_names
    assert {one.place_id for one in cut.places} == {
        "fictional-land",
        "fictional-region",
        "fictional-district",
        "fictional-settlement",
        "other-settlement",
    }, "the house is used by nobody"


def test_without_a_word_nothing_is_public() -> None:
    nouns = [case, event, figure, source, place, actor, leg, proceeding]
    assert [noun(disclosure="public").disclosure for noun in nouns] == ["public"] * 8
    for noun in nouns:
        whole = noun()
        bare = type(whole)(**whole.model_dump(exclude={"disclosure"}))
        assert bare.disclosure is Disclosure.RESTRICTED


@pytest.mark.parametrize("level", HIDDEN)
def test_a_hidden_case_hides_everything_in_it(level: str) -> None:
    cut = public(record(case=case(disclosure=level)))
    assert cut == Record()


@pytest.mark.parametrize("level", HIDDEN)
def test_a_hidden_event_takes_its_claims_legs_figures_and_people_with_it(level: str) -> None:
    cut = public(record(events=(event(disclosure=level, proceeding_id="fictional-proceeding"),)))
    file = only_case(cut)
    assert (file.events, file.claims, file.involvements, file.legs, file.figures) == ((),) * 5
    assert cut.places == ()
    assert cut.place_names == ()
    assert cut.actors == ()
    assert cut.actor_names == ()
    assert [one.source_id for one in cut.sources] == ["fictional-source"], "the latest report stays"


@pytest.mark.parametrize("level", HIDDEN)
def test_a_hidden_actor_leaves_the_event_but_not_the_people_who_stay(level: str) -> None:
    cut = public(
        record(
            actors=(actor(disclosure=level), actor("fictional-speaker")),
            involvements=(involvement(), involvement(actor_id="fictional-speaker", role="witness")),
        )
    )
    file = only_case(cut)
    assert [one.event_id for one in file.events] == ["fictional-event"]
    assert [one.actor_id for one in file.involvements] == ["fictional-speaker"]
    assert file.legs == ()
    assert [one.actor_id for one in cut.actors] == ["fictional-speaker"]
    assert cut.actor_names == ()


@pytest.mark.parametrize("level", HIDDEN)
def test_a_hidden_speaker_is_not_named_by_the_figure(level: str) -> None:
    cut = public(record(actors=(actor(), actor("fictional-speaker", disclosure=level))))
    assert [one.said_by_actor_id for one in only_case(cut).figures] == [None]
    assert [one.actor_id for one in cut.actors] == ["fictional-person"]


@pytest.mark.parametrize("level", HIDDEN)
def test_a_hidden_source_takes_its_claims_and_what_only_they_support(level: str) -> None:
    cut = public(record(sources=(source(disclosure=level),)))
    file = only_case(cut)
    assert (file.events, file.claims, file.legs, file.figures) == ((),) * 4
    assert file.case.current_as_of_source_id is None
    assert cut.sources == ()


def test_an_event_stays_as_long_as_one_public_source_says_so() -> None:
    cut = public(
        record(
            sources=(source(disclosure="restricted"), source("other-source")),
            claims=(claim(), claim("other-claim", source_id="other-source")),
        )
    )
    file = only_case(cut)
    assert [one.event_id for one in file.events] == ["fictional-event"]
    assert [one.claim_id for one in file.claims] == ["other-claim"]
    assert [one.leg_id for one in file.legs] == ["fictional-leg"]


def test_a_figure_alone_keeps_an_event() -> None:
    cut = public(record(claims=(), figures=(figure(),)))
    assert [one.event_id for one in only_case(cut).events] == ["fictional-event"]


@pytest.mark.parametrize("level", HIDDEN)
def test_nobody_is_told_on_which_hidden_source_a_public_one_rests(level: str) -> None:
    cut = public(
        record(
            sources=(
                source(derived_from=("hidden-source", "fictional-agency")),
                source("hidden-source", disclosure=level),
                source("fictional-agency"),
            )
        )
    )
    assert [(one.source_id, one.derived_from) for one in cut.sources] == [
        ("fictional-source", ("fictional-agency",)),
        ("fictional-agency", ()),
    ], "and what a public source rests on comes along"


@pytest.mark.parametrize("level", HIDDEN)
def test_a_hidden_proceeding_is_forgotten_by_its_event(level: str) -> None:
    file = only_case(public(record(proceedings=(proceeding(disclosure=level),))))
    assert file.proceedings == ()
    assert [one.proceeding_id for one in file.events] == [None]


@pytest.mark.parametrize("level", HIDDEN)
def test_a_proceeding_of_which_no_step_may_be_seen_would_hint_at_the_steps(level: str) -> None:
    hidden_step = event(proceeding_id="fictional-proceeding", disclosure=level)
    assert only_case(public(record(events=(hidden_step,)))).proceedings == ()
    seen_step = event("seen-event", proceeding_id="fictional-proceeding")
    both = record(
        events=(hidden_step, seen_step),
        claims=(claim(), claim("seen-claim", event_id="seen-event")),
    )
    assert len(only_case(public(both)).proceedings) == 1


@pytest.mark.parametrize("level", HIDDEN)
def test_a_hidden_figure_or_leg_goes_alone(level: str) -> None:
    file = only_case(
        public(record(figures=(figure(disclosure=level),), legs=(leg(disclosure=level),)))
    )
    assert file.figures == ()
    assert file.legs == ()
    assert len(file.claims) == 2


def test_a_claim_forgets_the_hidden_claim_it_contradicts() -> None:
    file = only_case(
        public(
            record(
                sources=(source(), source("hidden-source", disclosure="restricted")),
                claims=(
                    claim(contradicts=("hidden-claim", "fictional-figure", "other-claim")),
                    claim("hidden-claim", source_id="hidden-source"),
                    claim("other-claim"),
                ),
            )
        )
    )
    assert [one.contradicts for one in file.claims] == [("fictional-figure", "other-claim"), ()]


def test_a_shared_row_that_only_hidden_rows_use_would_hint_at_them() -> None:
    cut = public(
        record(
            events=(event(), event("hidden-event", disclosure="restricted")),
            claims=(
                claim(),
                claim(
                    "hidden-claim",
                    event_id="hidden-event",
                    property="place",
                    value="fictional-house",
                    source_id="only-there",
                ),
            ),
            involvements=(involvement(event_id="hidden-event", actor_id="only-there"),),
            sources=(source(), source("only-there")),
            actors=(actor(), actor("fictional-speaker"), actor("only-there")),
            actor_names=(actor_name("only-there", "Name"),),
            place_names=(place_name("fictional-house", "Name"),),
            legs=(),
        )
    )
    assert [one.source_id for one in cut.sources] == ["fictional-source"]
    assert [one.actor_id for one in cut.actors] == ["fictional-speaker"]
    assert (cut.places, cut.place_names, cut.actor_names) == ((), (), ())


def test_the_numbers_of_legs_do_not_tell_that_one_is_left_out() -> None:
    file = only_case(
        public(
            record(
                legs=(
                    leg("leg-c", sequence=7),
                    leg("leg-a", sequence=1),
                    leg("leg-b", sequence=2, disclosure="withheld"),
                    leg("leg-of-other", sequence=3, actor_id="fictional-speaker"),
                )
            )
        )
    )
    assert [(one.leg_id, one.sequence) for one in file.legs] == [
        ("leg-c", 2),
        ("leg-a", 1),
        ("leg-of-other", 1),
    ]


PUBLISHED = """
place                | as fine as  | is shown as          | because
fictional-settlement | settlement  | fictional-settlement | it may be shown
fictional-settlement | district    | fictional-district   | the next larger place is coarse enough
fictional-settlement | region      | fictional-region     | the district would still be too fine
fictional-settlement | country     | fictional-land       | only the country may be told
fictional-settlement | undisclosed | nothing              | nothing around it is vague enough
fictional-house      | settlement  | fictional-settlement | the house is hidden, its town is not
fictional-house      | region      | fictional-region     | neither is its town shown
fictional-region     | country     | fictional-land       | a region can be too fine as well
fictional-land       | undisclosed | nothing              | not even the country
"""


@pytest.mark.parametrize(
    ("place_id", "limit", "shown", "because"),
    [
        tuple(cell.strip() for cell in line.split("|"))
        for line in PUBLISHED.strip().splitlines()[1:]
    ],
)
def test_a_place_is_shown_no_finer_than_it_may_be(
    place_id: str, limit: str, shown: str, because: str
) -> None:
    places = {one.place_id: one for one in (LAND, REGION, DISTRICT, TOWN, HOUSE)}
    places[place_id] = places[place_id].model_copy(
        update={"published_precision": PlacePrecision(limit)}
    )
    found = published_place(places[place_id], places)
    assert (found.place_id if found else "nothing") == shown, because


def test_a_place_around_that_is_coarser_in_public_coarsens_further() -> None:
    district = DISTRICT.model_copy(update={"published_precision": PlacePrecision.COUNTRY})
    town = TOWN.model_copy(update={"published_precision": PlacePrecision.DISTRICT})
    places = {one.place_id: one for one in (LAND, REGION, district, town)}
    found = published_place(town, places)
    assert found is not None
    assert found.place_id == "fictional-land"


def test_a_hidden_place_around_is_passed_over() -> None:
    district = DISTRICT.model_copy(update={"disclosure": Disclosure.RESTRICTED})
    town = TOWN.model_copy(update={"published_precision": PlacePrecision.DISTRICT})
    places = {one.place_id: one for one in (LAND, REGION, district, town)}
    found = published_place(town, places)
    assert found is not None
    assert found.place_id == "fictional-region"


def test_an_undisclosed_place_stands_in_where_there_is_one() -> None:
    nowhere = place("undisclosed", precision="undisclosed")
    house = HOUSE.model_copy(
        update={
            "published_precision": PlacePrecision.UNDISCLOSED,
            "within_place_id": "undisclosed",
        }
    )
    found = published_place(house, {one.place_id: one for one in (nowhere, house)})
    assert found == nowhere


def test_a_circle_of_places_ends_in_nothing() -> None:
    one = place("one", within_place_id="other", published_precision="country")
    other = place("other", within_place_id="one")
    assert published_place(one, {"one": one, "other": other}) is None


@pytest.mark.parametrize("level", HIDDEN)
def test_a_hidden_place_is_replaced_by_nothing_at_all(level: str) -> None:
    """Even the town around a hiding place may be too much."""
    hidden = TOWN.model_copy(update={"disclosure": Disclosure(level)})
    cut = public(record(places=(LAND, REGION, DISTRICT, hidden, FAR_TOWN)))
    file = only_case(cut)
    assert [one.property for one in file.claims] == ["occurrence"]
    assert file.legs == ()
    assert cut.places == ()
    assert cut.place_names == ()


def test_a_coarsened_place_takes_its_name_its_point_and_its_words_with_it() -> None:
    coarse = TOWN.model_copy(update={"published_precision": PlacePrecision.REGION})
    cut = public(
        record(
            places=(LAND, REGION, DISTRICT, coarse, FAR_TOWN),
            claims=(
                claim(
                    property="place",
                    value="fictional-settlement",
                    value_as_stated="in the settlement",
                    note="The settlement, not the district.",
                    basis="inferred",
                ),
            ),
        )
    )
    (shown,) = only_case(cut).claims
    assert (shown.value, shown.value_as_stated, shown.note) == ("fictional-region", "", "")
    assert {one.place_id for one in cut.places} == {
        "fictional-region",
        "fictional-land",
        "other-settlement",
    }
    assert cut.place_names == ()
    assert [one.from_place_id for one in only_case(cut).legs] == ["fictional-region"]


def test_what_lies_in_a_coarsened_place_lies_in_what_is_shown_of_it() -> None:
    coarse = DISTRICT.model_copy(update={"published_precision": PlacePrecision.COUNTRY})
    town = place("other-town", within_place_id="fictional-district")
    cut = public(
        record(
            places=(LAND, REGION, coarse, town, FAR_TOWN),
            claims=(claim(property="place", value="other-town"),),
            legs=(),
        )
    )
    places = {one.place_id: one.within_place_id for one in cut.places}
    assert places == {"other-town": "fictional-land", "fictional-land": None}


def test_both_ends_of_a_leg_are_coarsened_and_one_hidden_end_hides_it() -> None:
    coarse = {"published_precision": PlacePrecision.COUNTRY}
    town = TOWN.model_copy(update=coarse)
    land = place("other-land", precision="country", country_code="BV")
    far = FAR_TOWN.model_copy(update={**coarse, "within_place_id": "other-land"})
    cut = public(record(places=(LAND, REGION, DISTRICT, town, far, land)))
    (shown,) = only_case(cut).legs
    assert (shown.from_place_id, shown.to_place_id) == ("fictional-land", "other-land")
    hidden = far.model_copy(update={"disclosure": Disclosure.WITHHELD})
    cut = public(record(places=(LAND, REGION, DISTRICT, town, hidden, land)))
    assert only_case(cut).legs == ()


def test_a_hidden_row_costs_nothing_but_itself() -> None:
    """The cut never fails, whatever refers to what is gone."""
    everything_hidden = record(
        places=(),
        actors=(),
        sources=(),
        proceedings=(),
    )
    file = only_case(public(everything_hidden))
    assert (file.events, file.claims, file.legs) == ((), (), ())
