"""The page of one person: it opens, its links restore it, and it never says more than was reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from .browser import RunningServer, Traffic, open_page, third_party_requests

APP = Path(__file__).resolve().parents[2] / "app.py"

FOLLOWED = (
    "abubakar-yangulbaev",
    "mansur-movlaev",
    "maxim-lapunov",
    "minkail-malizaev",
    "mokhmad-abdurakhmanov",
    "movsar-umarov",
    "salman-mukaev",
    "tumso-abdurakhmanov",
)


def open_people(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/views/people.py").run()


def words(app: AppTest) -> str:
    """Everything the page says in HTML, without its tags."""
    html = " ".join(
        block.proto.body for block in app.get("html") if "<style" not in block.proto.body
    )
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("who", FOLLOWED)
def test_every_followed_person_has_a_page(who: str) -> None:
    app = open_people(who=who)

    assert not app.exception
    assert app.query_params["who"] in (who, [who])


def test_without_a_person_the_one_with_the_latest_event_is_shown() -> None:
    app = open_people()

    assert not app.exception
    assert app.title[0].value == "Mansur Movlaev"


def test_without_a_person_the_one_of_the_shared_filter_is_shown() -> None:
    assert open_people(person="salman-mukaev").title[0].value == "Salman Mukaev"


@pytest.mark.parametrize(
    ("who", "on", "answer"),
    [
        ("mansur-movlaev", "2023-09-15", "15 Sep 2023 Kyrgyzstan, in custody Certain."),
        ("mansur-movlaev", "2022-10-15", "15 Oct 2022 Possibly Russia"),
        (
            "mansur-movlaev",
            "2023-05-01",
            "1 May 2023 Not known Not known. Last reported: Kyrgyzstan",
        ),
        ("mansur-movlaev", "2024-06-01", "1 Jun 2024 Probably Almaty, Kazakhstan"),
        ("mansur-movlaev", "2027-01-01", "1 Jan 2027 Not known"),
        ("salman-mukaev", "2022-06-01", "1 Jun 2022 Not known"),
        ("tumso-abdurakhmanov", "2017-12-31", "31 Dec 2017 Warsaw, Poland, in custody Certain."),
        ("tumso-abdurakhmanov", "2020-02-26", "26 Feb 2020 Sources contradict each other"),
        ("tumso-abdurakhmanov", "2023-02-21", "21 Feb 2023 A place that was not disclosed"),
        ("abubakar-yangulbaev", "2022-03-01", "1 Mar 2022 Not disclosed"),
        (
            "mokhmad-abdurakhmanov",
            "2021-01-01",
            "1 Jan 2021 Not known Not known. No report on record",
        ),
    ],
)
def test_a_link_opens_on_the_answer_for_its_day(who: str, on: str, answer: str) -> None:
    app = open_people(who=who, on=on)

    assert answer in words(app)


def test_a_day_that_is_not_the_default_stays_in_the_address() -> None:
    app = open_people(who="salman-mukaev", on="2022-06-01")

    assert app.query_params["on"] in ("2022-06-01", ["2022-06-01"])


@pytest.mark.parametrize(
    ("who", "total"),
    [
        ("mansur-movlaev", "At least 749 days, at most 1,508 days, up to the last report"),
        ("salman-mukaev", "At least 1 day, at most 90 days, as reported"),
        ("tumso-abdurakhmanov", "At least 2 days, at most 245 days, as reported"),
        ("movsar-umarov", "At least 1 day, as reported; at most: not known"),
        ("mokhmad-abdurakhmanov", "No report on record says that Mokhmad Abdurakhmanov was held."),
    ],
)
def test_days_in_custody_are_a_range(who: str, total: str) -> None:
    assert total in words(open_people(who=who))


def test_as_known_on_an_earlier_day_later_reports_say_nothing() -> None:
    app = open_people(who="mansur-movlaev", known="2023-12-01")

    assert "Detained in Almaty" not in words(app)
    assert any(
        "As it was known" in info.value or "as it was known" in info.value for info in app.info
    )


def test_a_filter_says_that_the_answers_rest_on_what_it_leaves() -> None:
    filtered = open_people(who="mansur-movlaev", country="KG")

    assert "Only the events that the filters leave" in words(filtered)
    assert "Only the events that the filters leave" not in words(open_people(who="mansur-movlaev"))


def test_an_empty_choice_says_which_filter_to_loosen() -> None:
    app = open_people(who="salman-mukaev", country="KZ")

    assert not app.exception
    assert any("country" in info.value for info in app.info)
    assert "Days in custody" not in " ".join(header.value for header in app.header)


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "../../etc/passwd", "\u202e", "x" * 5000]
)
def test_hostile_addresses_do_no_harm(value: str) -> None:
    app = open_people(who=value, on=value, person=value, event=value)

    assert not app.exception
    assert value not in words(app)
    assert any("no longer here" in info.value for info in app.info)


def test_another_person_opens_on_a_day_of_their_own() -> None:
    app = open_people(who="mansur-movlaev")
    assert "24 Feb 2026 Kazakhstan, in custody" in words(app)

    app.selectbox(key="who").set_value("tumso-abdurakhmanov").run()

    assert "21 Feb 2023 A place that was not disclosed" in words(app)
    assert "on" not in app.query_params


@pytest.mark.browser
def test_a_day_of_the_table_leads_to_its_answer_and_nobody_else_is_asked(
    server: RunningServer, page: Page, traffic: Traffic
) -> None:
    open_page(page, f"{server.url}/people?who=mansur-movlaev")
    expect(page.locator(".pp-answer .pp-where")).to_have_text("Kazakhstan, in custody")

    page.get_by_text("The same as a table").press("Enter")
    page.get_by_role("link", name="20 Aug 2023", exact=True).click()

    expect(page.locator(".pp-answer .pp-where")).to_have_text(
        "Issyk-Kul Region, Kyrgyzstan, in custody"
    )
    assert "on=2023-08-20" in page.url
    assert third_party_requests(traffic.requests, server.url) == []
    assert traffic.console_errors == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_width_needs_sideways_scrolling(server: RunningServer, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{server.url}/people?who=tumso-abdurakhmanov")
    expect(page.locator(".pp-strip")).to_be_visible(timeout=20_000)

    assert (
        page.evaluate(
            "(() => { const main = document.querySelector('[data-testid=stMain]');"
            " return main.scrollWidth - main.clientWidth })()"
        )
        <= 0
    )
