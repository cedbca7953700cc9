"""Each filter narrows every view, says how much each choice leaves, and travels in the link."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from streamlit.testing.v1 import AppTest

from .test_pages import open_app, open_case


def words(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


def event_count(app: AppTest) -> int:
    """The number of events that the overview says are left."""
    found = re.search(r"([\d,]+) events?, ", words(app))
    assert found, "the line of totals is there"
    return int(found[1].replace(",", ""))


LINKS = {
    "person": {"person": "mansur-movlaev"},
    "country": {"country": "KZ"},
    "type": {"type": ["detention", "abduction"]},
    "status": {"status": "verified"},
    "source": {"source": "newtimes-kz-2026-02"},
    "period": {"from": "2024-01-01", "to": "2024-12-31"},
    "certain": {"from": "2020-01-01", "to": "2020-12-31", "certain": "1"},
    "disputed": {"disputed": "1"},
    "known": {"known": "2019-06-30"},
}


@pytest.fixture(scope="module")
def everything() -> int:
    return event_count(open_app())


@pytest.mark.parametrize("name", LINKS)
def test_a_link_with_a_filter_restores_it_and_leaves_less(name: str, everything: int) -> None:
    query = LINKS[name]
    app = open_app(**query)
    assert not app.exception
    assert 0 < event_count(app) < everything
    for key, value in query.items():
        assert app.query_params[key] in (value, [value])


def test_certainly_in_a_period_leaves_less_than_possibly() -> None:
    period = {"from": "2020-01-01", "to": "2020-12-31"}
    assert event_count(open_app(**period, certain="1")) < event_count(open_app(**period))


def test_the_count_beside_a_choice_is_what_the_choice_leaves() -> None:
    app = open_app()
    label = next(one for one in app.multiselect(key="country").options if "Armenia" in one)
    promised = int(re.search(r"\((\d+)\)", label)[1])  # type: ignore[index]
    assert event_count(open_app(country="AM")) == promised


def test_counts_follow_the_other_filters() -> None:
    free = open_app().multiselect(key="type").options
    narrowed = open_app(person="mansur-movlaev").multiselect(key="type").options
    detention = [
        next(one for one in each if one.startswith("detention")) for each in (free, narrowed)
    ]
    assert detention[0] != detention[1]


@pytest.mark.parametrize("filtered", ["person", "type", "period", "disputed", "known"])
def test_an_empty_result_says_which_filter_to_loosen_and_can_be_cleared(filtered: str) -> None:
    impossible = {
        "person": {"person": "salman-mukaev", "country": "KZ"},
        "type": {"type": "birth", "country": "AM"},
        "period": {"from": "1901-01-01", "to": "1901-12-31"},
        "disputed": {"disputed": "1", "type": "birth", "country": "AM"},
        "known": {"known": "1999-01-01"},
    }[filtered]
    app = open_app(**impossible)
    assert not app.exception
    advice = " ".join(info.value for info in app.info)
    assert "No event fits this choice" in advice
    assert "Without" in advice or "Loosen" in advice or filtered == "known"
    app.button(key="clear_filters").click().run()
    assert not app.exception
    assert event_count(app) > 0
    assert not set(impossible) & set(app.query_params)


def test_as_known_on_hides_what_was_published_later_and_says_so() -> None:
    then = open_app(known="2019-06-30")
    assert any(
        "As it was known" in one.value or "as it was known" in one.value for one in then.info
    )
    assert then.date_input(key="known").value == dt.date(2019, 6, 30)
    assert "Mansur Movlaev" not in words(then), "nobody had reported on him by then"
    case = open_case(case="mansur-movlaev", known="2023-12-31")
    assert not case.exception
    shown = words(case)
    assert "Extradition granted" not in shown
    assert "asked Kazakhstan for asylum" not in shown, "the summary was written later"


@pytest.mark.parametrize(
    "query",
    [
        {"from": "not-a-day", "known": "2020-13-45", "certain": "yes", "disputed": "'; --"},
        {"type": "no-such-type", "status": "<b>", "source": "../../x", "person": "x" * 5000},
        {"from": "0001-01-01", "to": "9999-12-31"},
        {"page": "-1"},
        {"page": "9" * 400},
    ],
    ids="-".join,
)
def test_hostile_filters_fall_back(query: dict[str, str], everything: int) -> None:
    app = open_app(**query)
    assert not app.exception
    assert event_count(app) == everything
    assert any("no longer here" in info.value for info in app.info)


def test_filters_come_along_in_the_menu() -> None:
    app = open_app(country="KZ", known="2025-12-31")
    links = [link.proto for link in app.get("page_link")]
    assert links, "the menu is there"
    assert all("country=KZ" in link.query_string for link in links)


def test_a_click_that_follows_back_at_once_is_what_counts() -> None:
    app = open_case(case="mansur-movlaev", event="movlaev-detained-almaty")
    app.button(key="next").click().run()
    assert app.query_params["event"] not in ("movlaev-detained-almaty", ["movlaev-detained-almaty"])

    app.query_params["event"] = (
        "movlaev-detained-almaty"  # as Back does, and the same run hears of both
    )
    app.button(key="focus_none").click().run()
    assert "event" not in app.query_params

    app.query_params["event"] = "movlaev-detained-almaty"
    app.run()
    assert app.session_state["event"] == "movlaev-detained-almaty"


def test_a_choice_that_follows_back_at_once_is_what_counts() -> None:
    app = open_app(country="KZ")
    app.query_params.clear()  # as Back does, and the same run hears of both
    app.multiselect(key="country").set_value(["AM"]).run()
    assert app.query_params["country"] in ("AM", ["AM"])
