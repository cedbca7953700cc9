"""Countries: the world first, then one, all of it in the address; how long decisions took is said as it is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from .browser import RunningServer, Traffic, third_party_requests

APP = Path(__file__).resolve().parents[2] / "app.py"


def open_countries(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/views/countries.py").run()


def html_of(app: AppTest) -> str:
    bodies = [block.proto.body for block in app.get("html")]
    return " ".join(body for body in bodies if not body.startswith("<style"))


def words_of(app: AppTest) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html_of(app)))


def only(value: object) -> object:
    return value[0] if isinstance(value, list) else value


def test_the_world_comes_first_and_says_what_counts_for_no_country() -> None:
    app = open_countries()
    assert not app.exception
    assert "in" not in app.query_params, "the default leaves no trace"
    html = html_of(app)
    assert "ct-world" in html
    assert html.index("Russia") < html.index("Kazakhstan") < html.index("Belgium")
    assert re.search(r"\d+ legs lead to an undisclosed country", html)
    assert re.search(r"\d+ events are placed nowhere", html)


def test_a_link_opens_a_country_with_all_its_parts_and_their_sources() -> None:
    app = open_countries(**{"in": "KZ"})
    assert not app.exception
    assert app.title[0].value == "Kazakhstan"
    assert len(app.header) == 6
    text = words_of(app)
    assert "219 days after" in text, "asked on 21 May, refused on 26 Dec 2025"
    assert "between 34 and 258 days after" in text
    assert "29 or 30 Jan 2026" in text
    assert "extradition requested, not carried out" in text
    assert "Supreme Court of Kazakhstan" in text
    assert "tl-sources" in html_of(app)


def test_a_country_only_lists_what_its_bodies_did_and_not_what_others_did_there() -> None:
    app = open_countries(**{"in": "FR"})
    assert "No event names a body of this state" not in words_of(app), "it helped"
    assert "No proceeding of this state is on record." in words_of(app)
    assert "Decided, did" not in words_of(app)


def test_a_link_to_an_office_opens_on_its_country_and_lists_who_passed() -> None:
    app = open_countries(at="grozny-leninsky-police")
    assert not app.exception
    assert app.title[0].value == "Russia"
    assert app.selectbox(key="at").value == "grozny-leninsky-police"
    table = html_of(app).partition("ct-passages")[2]
    assert "Salman Mukaev" in table
    assert "event=mukaev-detained-grozny" in table


def test_an_office_of_several_states_is_found_in_the_world() -> None:
    app = open_countries(at="un-human-rights-committee")
    assert "in" not in app.query_params, "the default leaves no trace"
    assert "Mansur Movlaev" in html_of(app).partition("ct-passages")[2]


def test_choosing_another_country_leaves_the_old_place_behind_without_a_complaint() -> None:
    app = open_countries(**{"in": "RU", "at": "grozny"})
    app.selectbox(key="in").set_value("KZ").run()
    assert only(app.query_params["in"]) == "KZ"
    assert app.query_params.get("at") not in ("grozny", ["grozny"])
    assert not app.info


def test_a_filter_that_leaves_nothing_of_a_country_says_which_to_loosen() -> None:
    app = open_countries(**{"in": "BE", "type": "torture"})
    assert not app.exception
    assert app.title[0].value == "Belgium"
    assert "Without the filter on what happened there would be 1 event." in app.info[0].value
    assert "ct-soil" not in html_of(app)


def test_a_filter_that_leaves_nothing_at_all_offers_to_clear_it() -> None:
    app = open_countries(person="salman-mukaev", type="plot")
    assert not app.exception
    assert "No event fits" in app.info[0].value
    assert app.button(key="clear_filters")


def test_before_the_decision_was_reported_the_wait_is_open() -> None:
    app = open_countries(**{"in": "AM", "known": "2023-12-31"})
    assert not app.exception
    text = words_of(app)
    assert "No decision on record" in text
    assert "Court rules that he is a refugee" not in text
    assert "Court rules that he is a refugee" in words_of(open_countries(**{"in": "AM"}))


def test_a_stale_link_opens_on_the_world_and_says_so() -> None:
    app = open_countries(**{"in": "ZZ", "at": "no-such-place"})
    assert not app.exception
    assert "in" not in app.query_params, "the default leaves no trace"
    assert any("no longer here" in info.value for info in app.info)


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "../../etc/passwd", "\u202e", "x" * 5000, "'; DROP"]
)
def test_hostile_addresses_do_no_harm(value: str) -> None:
    app = open_countries(**{"in": value, "at": value, "type": value})
    assert not app.exception
    assert value not in html_of(app)


@pytest.mark.browser
def test_a_reader_opens_a_country_jumps_to_its_parts_and_comes_back(
    page: Page, server: RunningServer, traffic: Traffic
) -> None:
    page.goto(f"{server.url}/countries")
    expect(page.locator(".ct-world")).to_be_visible(timeout=60_000)
    page.locator(".ct-world a", has_text="Poland").click()
    expect(page.locator("h1")).to_have_text("Poland", timeout=60_000)
    expect(page.locator(".ct-waits")).to_contain_text("between 392 and 483 days after")
    page.locator(".ct-contents a", has_text="How long").click()
    expect(page.locator("#waits")).to_be_in_viewport()
    assert "in=PL" in page.url
    page.locator(".ct-soil a", has_text="asylum decision").click()
    expect(page.locator("h1")).not_to_have_text("Poland", timeout=60_000)
    assert "country=PL" in page.url
    assert "type=asylum_decision" in page.url
    page.go_back()
    expect(page.locator("h1")).to_have_text("Poland", timeout=60_000)
    assert third_party_requests(traffic.requests, server.url) == []
    assert traffic.console_errors == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_bars_are_as_long_as_their_numbers_and_nothing_scrolls_sideways(
    page: Page, server: RunningServer, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{server.url}/countries?in=RU")
    expect(page.locator(".ct-soil")).to_be_visible(timeout=60_000)
    expect(page.locator(".ct-passages")).to_be_visible(timeout=60_000)
    assert (
        page.evaluate(
            "() => { const main = document.querySelector('[data-testid=stMain]');"
            " return main.scrollWidth - main.clientWidth; }"
        )
        <= 0
    )
    drawn = page.evaluate(
        "() => [...document.querySelectorAll('.ct-soil tr')].filter(row => row.querySelector('.ct-bar'))"
        ".map(row => [parseInt(row.querySelector('.ct-count').textContent),"
        " row.querySelector('.ct-bar').getBoundingClientRect().width])"
    )
    longest = max(px for _, px in drawn)
    most = max(number for number, _ in drawn)
    assert longest > 60
    for number, px in drawn:
        assert px == pytest.approx(longest * number / most, abs=1.5)
