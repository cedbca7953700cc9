"""What the pictures of a country say: bars on one scale, doubt kept, nothing dropped in silence."""

from __future__ import annotations

import pytest

from tests.country_builders import (
    citation,
    country_counts,
    flow_count,
    passage,
    proceeding_step,
    state_act,
)
from timeline.store.rows import SoilCount
from timeline.viewmodel.country_acts import PARTS, country_acts, order_of_acts
from timeline.viewmodel.country_flows import MOST_ROWS, country_flows
from timeline.viewmodel.country_soil import Bar, soil, world
from timeline.viewmodel.country_waits import country_waits, order_of_waits
from timeline.viewmodel.footnotes import footnotes
from timeline.viewmodel.passages import passages

NO_NOTES = footnotes((), ())


def soil_count(event_type: str, lane: str, *counts: int) -> SoilCount:
    return SoilCount(event_type, lane, *counts)


def test_the_world_leaves_out_countries_without_anything_and_counts_what_has_none() -> None:
    view = world(
        [
            country_counts("AQ", event_count=4, confirmed_count=1),
            country_counts("BV", event_count=2, confirmed_count=2),
            country_counts("HM", event_count=0, confirmed_count=0),
            country_counts("GS", event_count=0, confirmed_count=0, accused_count=1),
            country_counts(None, event_count=3, leg_in_count=2, leg_out_count=1),
            country_counts(None, has_place=False, event_count=5),
        ]
    )
    assert [row.country_code for row in view.rows] == ["AQ", "BV", "GS"]
    assert view.rows[0].bar == Bar(certain=0.25, possible=0.75)
    assert view.rows[1].bar == Bar(certain=0.5, possible=0.0)
    assert (view.unplaced_count, view.undisclosed_count) == (5, 3)
    assert (view.undisclosed_in_count, view.undisclosed_out_count) == (2, 1)
    assert view.row("HM") is None
    assert not view.is_empty
    assert world([country_counts(event_count=0, confirmed_count=0)]).is_empty


def test_soil_puts_harm_first_and_keeps_what_is_only_possible_apart() -> None:
    view = soil(
        [
            soil_count("hearing", "proceedings", 4, 0, 0, 0, 0),
            soil_count("detention", "custody", 1, 1, 0, 0, 0),
            soil_count("attack", "threats", 0, 0, 1, 1, 3),
        ]
    )
    assert [lane.lane for lane in view.lanes] == ["custody", "threats", "proceedings"]
    attack = view.lanes[1].kinds[0]
    assert (attack.contested_count, attack.refuted_count, attack.shown_count) == (2, 3, 2)
    assert attack.bar == Bar(contested=0.5), "what was shown to be false is in no bar"
    assert view.lanes[0].kinds[0].bar == Bar(certain=0.25, possible=0.25)
    assert view.elsewhere_count == 1
    assert soil([]).is_empty


def test_acts_come_by_part_in_the_order_of_the_page() -> None:
    acts = [
        state_act("said", part="spoke"),
        state_act("did", part="acted", part_count=9),
        state_act("was-asked", part="asked"),
    ]
    groups = country_acts(acts, NO_NOTES)
    assert [group.part for group in groups] == ["acted", "asked", "spoke"]
    assert groups[0].act_count == 9
    assert order_of_acts(acts) == ("did", "was-asked", "said")
    assert set(PARTS) >= {group.part for group in groups}


def test_waits_share_one_scale_of_days() -> None:
    view = country_waits(
        [
            proceeding_step("asylum_application", "2021-03-01", proceeding="short"),
            proceeding_step("asylum_decision", "2021-03-11", proceeding="short"),
            proceeding_step("asylum_application", "2021", proceeding="long"),
            proceeding_step("asylum_decision", "2022-01-01", proceeding="long"),
        ],
        NO_NOTES,
    )
    short, long = view.groups
    assert view.longest_days == 365
    assert short.rows[0].bar == Bar(certain=10 / 365)
    assert long.rows[0].bar == Bar(certain=1 / 365, possible=pytest.approx(364 / 365))
    assert view.year_share == pytest.approx(365.25 / 365)


def test_an_open_wait_is_certain_only_when_it_is_reported_as_open() -> None:
    applied = proceeding_step("asylum_application", "2022-05-02", stage="pending")
    (group,) = country_waits([applied], NO_NOTES).groups
    assert group.rows == ()
    assert group.open_row is not None
    assert (group.open_row.least_days, group.open_row.bar) == (30, Bar(certain=1.0))
    unknown = proceeding_step("asylum_application", "2022-05-02", stage="unknown")
    (group,) = country_waits([unknown], NO_NOTES).groups
    assert group.open_row is not None
    assert group.open_row.bar == Bar(possible=1.0)


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ([proceeding_step("asylum_decision", "2021")], "no_opening"),
        ([proceeding_step("hearing", "2021")], "neither"),
        (
            [proceeding_step("asylum_application"), proceeding_step("asylum_decision", "2021")],
            "undated",
        ),
        ([proceeding_step("asylum_application", "2021")], "no_decision_day"),
        ([proceeding_step("asylum_application", stage="pending")], "nothing_decided"),
        (
            [
                proceeding_step("asylum_application", "2020", event_id="one"),
                proceeding_step("asylum_application", "2021", event_id="two"),
                proceeding_step("asylum_decision", "2022"),
            ],
            "several",
        ),
    ],
)
def test_a_proceeding_whose_days_cannot_be_counted_is_named_with_the_reason(
    steps: list[object], reason: str
) -> None:
    view = country_waits(steps, NO_NOTES)  # type: ignore[arg-type]
    assert view.groups == ()
    assert [one.reason for one in view.uncounted] == [reason]
    named = {one.event_id for one in view.uncounted[0].steps}
    assert named == set(order_of_waits(steps))  # type: ignore[arg-type]
    assert not view.is_empty


def test_flows_put_what_took_place_first_and_hide_no_direction() -> None:
    asked = flow_count("in", leg_status="requested", leg_kind="extradition", leg_count=4)
    came = flow_count("in", leg_count=2, documented_count=1, contested_count=1)
    side, out = country_flows([asked, came])
    assert (out.direction, out.rows) == ("out", ())
    assert country_flows([]) == ()
    assert [row.leg_status for row in side.rows] == ["travelled", "requested"]
    assert [row.took_place for row in side.rows] == [True, False]
    assert side.rows[0].bar == Bar(certain=0.25, possible=0.0, contested=0.25)
    assert (side.travelled_count, side.other_count) == (2, 4)
    many = [flow_count("out", other_country_code=f"X{at}") for at in range(MOST_ROWS + 2)]
    _, side = country_flows(many)
    assert (len(side.rows), side.row_count) == (MOST_ROWS, MOST_ROWS + 2)


def test_passages_gather_the_events_of_a_person_and_say_where() -> None:
    view = passages(
        [
            passage("person-a", event_id="one", passage_count=3, person_count=2),
            passage("person-a", event_id="two", is_there=False, office_roles=("decision_maker",)),
            passage("person-b", actor_kind="group", is_followed=False),
        ],
        NO_NOTES,
    )
    first, second = view.passers
    assert [one.event_id for one in first.events] == ["one", "two"]
    assert [one.place_name for one in first.events] == ["Fictional Settlement", None]
    assert (first.is_group, second.is_group) == (False, True)
    assert (view.passer_count, view.listed_count, view.passage_count) == (2, 3, 3)


def test_sources_are_numbered_in_the_order_in_which_the_page_cites_them() -> None:
    notes = footnotes(
        ("second", "first", "second"),
        [citation("first", "a"), citation("first", "b"), citation("second", "b")],
    )
    assert [(one.number, one.source_id) for one in notes.sources] == [(1, "b"), (2, "a")]
    assert notes.of("first") == (1, 2)
    assert notes.of("first", "second", None) == (1, 2)
    assert notes.of("unknown") == ()
