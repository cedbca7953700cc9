"""How countries look: every number in words beside its bar, ids in every link, every text escaped."""

from __future__ import annotations

import datetime as dt
import re

from tests.country_builders import (
    citation,
    country_counts,
    flow_count,
    passage,
    proceeding_step,
    state_act,
)
from timeline.charts.html.act_table import act_table
from timeline.charts.html.country_bars import ANCHORS, bar_html, contents, soil_table, world_table
from timeline.charts.html.flow_tables import flow_tables
from timeline.charts.html.links import Links
from timeline.charts.html.passage_list import passage_table
from timeline.charts.html.wait_table import uncounted_list, wait_table
from timeline.i18n.catalog import catalog
from timeline.model.selection import Selection
from timeline.store.rows import SoilCount
from timeline.viewmodel.country_acts import country_acts
from timeline.viewmodel.country_flows import country_flows
from timeline.viewmodel.country_soil import Bar, soil, world
from timeline.viewmodel.country_waits import country_waits
from timeline.viewmodel.footnotes import footnotes
from timeline.viewmodel.passages import passages

SAY = catalog()
HOSTILE = "<img src=x onerror=alert(1)>"
CHOSEN = Selection(actor_ids=("fictional-person-a",), known_on=dt.date(2022, 1, 2))
LINKS = Links(CHOSEN)
NO_NOTES = footnotes((), ())


def words(html: str) -> str:
    """The text a reader gets, without the marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_bar_draws_each_part_in_its_own_way_and_is_passed_over_when_read_aloud() -> None:
    html = bar_html(Bar(certain=0.25, possible=0.25, contested=0.5), ends="open")
    assert 'aria-hidden="true"' in html
    assert re.findall(r'class="(ct-[a-z-]+)"', html) == [
        "ct-bar",
        "ct-certain",
        "ct-possible",
        "ct-contested",
        "ct-end-open",
    ]
    assert "width:25.00%" in html
    assert "<i" not in bar_html(Bar())


def test_the_world_links_to_each_country_with_the_filters_and_says_its_counts() -> None:
    html = world_table(world([country_counts("AQ", disputed_count=2)]), SAY, LINKS)
    assert 'href="/countries?in=AQ&amp;person=fictional-person-a&amp;known=2022-01-02"' in html
    assert "Antarctica" in html
    assert "2 events sources differ on 2" in words(html)
    assert 'data-label="People named">1</td>' in html
    assert '<th scope="row">' in html
    assert "<caption>" in html


def test_a_kind_of_event_says_how_sure_it_is_and_links_to_its_events() -> None:
    counts = [
        SoilCount("detention", "custody", 2, 1, 0, 0, 0),
        SoilCount("killing", "threats", 0, 0, 0, 0, 1),
    ]
    html = soil_table(soil(counts), "AQ", SAY, LINKS)
    assert "3: 2 confirmed, 1 reported" in words(html)
    assert "1 shown to be false" in words(html)
    assert "country=AQ&amp;type=detention" in html
    assert "person=fictional-person-a" in html


def test_acts_say_who_acted_and_an_accusation_is_called_one() -> None:
    acts = [
        state_act("did", bodies=("Fictional Court", "Fictional Ministry"), part_count=7),
        state_act("step", bodies=(), proceeding_title="A claim of asylum", part_count=7),
        state_act("harm", part="accused", bodies=("Fictional Police",), is_disputed=True),
    ]
    html = act_table(country_acts(acts, NO_NOTES), "Fictional Land", SAY, LINKS)
    text = words(html)
    assert "Fictional Court, Fictional Ministry" in text
    assert "a step of: A claim of asylum" in text
    assert "the latest 2 of 7" in text
    assert "accusations, not findings" in text
    assert text.count("sources differ") == 1
    assert 'href="/case?event=did&amp;case=fictional-case&amp;known=2022-01-02"' in html


def test_waits_say_days_and_dates_in_words_with_footnotes() -> None:
    steps = [
        proceeding_step("asylum_application", "2021-03"),
        proceeding_step("asylum_decision", "2021-05-01", "2021-05-02"),
        proceeding_step("court_decision"),
        proceeding_step("asylum_decision", "2021", proceeding="bare"),
    ]
    notes = footnotes(
        [step.event_id for step in steps], [citation(step.event_id, "only") for step in steps]
    )
    view = country_waits(steps, notes)
    text = words(wait_table(view, SAY, LINKS))
    assert "From Title of asylum_application , Mar 2021 [1]" in text
    assert "1 or 2 May 2021" in text
    assert "between 31 and 62 days after" in text
    assert "sources differ" in text
    assert "day not known" in text
    assert "hairline" not in text, "no year is reached"
    rest = words(uncounted_list(view, SAY, LINKS))
    assert "Title of bare : what opened it is not on record. Title of asylum_decision" in rest
    assert uncounted_list(country_waits(steps[:3], notes), SAY, LINKS) == ""


def test_a_wait_without_a_decision_ends_in_an_arrow_only_when_it_is_open() -> None:
    def drawn(stage: str) -> str:
        step = proceeding_step("asylum_application", "2020-05-02", stage=stage)
        return wait_table(country_waits([step], NO_NOTES), SAY, LINKS)

    assert "ct-end-open" in drawn("pending")
    assert "at least 760 days" in words(drawn("pending"))
    assert "A hairline stands at each year." in words(drawn("pending"))
    assert "ct-end-open" not in drawn("unknown")
    assert "No decision on record" in words(drawn("unknown"))


def test_flows_name_the_way_and_never_take_a_request_for_a_journey() -> None:
    sides = country_flows(
        [
            flow_count("in", group_count=1, leg_count=3, contested_count=1),
            flow_count("out", leg_status="requested", leg_kind="extradition"),
            flow_count("out", other_country_code=None),
        ]
    )
    html = flow_tables(sides, "Fictional Land", SAY)
    text = words(html)
    assert "1 person, 1 group, 3 legs, sources differ on 1" in text
    assert "extradition requested, not carried out" in text
    assert "undisclosed country" in text
    assert 'class="ct-status-requested"' in html
    assert 'class="ct-status-travelled ct-undisclosed"' in html
    alone = words(flow_tables(country_flows([flow_count("in")]), "Fictional Land", SAY))
    assert "Left Fictional Land, or was to leave No leg on record." in alone


def test_passages_link_to_people_who_are_followed_and_to_no_others() -> None:
    view = passages(
        [
            passage("person-a", passage_count=5, person_count=2),
            passage(
                "person-b", is_followed=False, is_there=False, office_roles=("decision_maker",)
            ),
        ],
        NO_NOTES,
    )
    html = passage_table(view, "Fictional Court", SAY, LINKS)
    assert 'href="/people?who=person-a&amp;known=2022-01-02"' in html
    assert "who=person-b" not in html
    assert "2 people and groups with events at or with: Fictional Court." in words(html)
    assert "The latest 2 of 5" in words(html)
    assert "the office decided" in words(html)


def test_no_text_of_the_record_becomes_markup() -> None:
    notes = footnotes(("event-1",), [citation("event-1", "a")])
    acts = [state_act(title=HOSTILE, bodies=(HOSTILE,), case_id='"><b>', event_id="'x")]
    steps = [
        proceeding_step("asylum_application", "2021", title=HOSTILE, proceeding_title=HOSTILE),
        proceeding_step("asylum_decision", "2022", title=HOSTILE),
        proceeding_step("asylum_decision", "2022", proceeding="b", proceeding_title=HOSTILE),
    ]
    rows = [passage(person=HOSTILE, title=HOSTILE, place_name=HOSTILE)]
    waits = country_waits(steps, notes)
    for html in (
        act_table(country_acts(acts, notes), HOSTILE, SAY, LINKS),
        wait_table(waits, SAY, LINKS),
        uncounted_list(waits, SAY, LINKS),
        flow_tables(country_flows([flow_count()]), HOSTILE, SAY),
        passage_table(passages(rows, notes), HOSTILE, SAY, LINKS),
    ):
        assert "<img" not in html
        assert "<b>'" not in html
        assert '"><b>"' not in html


def test_every_part_of_the_page_can_be_jumped_to() -> None:
    html = contents(SAY)
    assert re.findall(r'href="#(\w+)"', html) == list(ANCHORS.values())
