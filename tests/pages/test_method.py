"""The page Method: every subject under a heading one can link to, every mark drawn."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from timeline.ui.show.method import sections
from timeline.viewmodel.method_marks import MARKS, line_examples

from .browser import REPOSITORY, RunningServer, Traffic, open_page, third_party_requests

APP = REPOSITORY / "app.py"


def open_method(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=90)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/views/method.py").run()


def html_of(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


def test_every_subject_stands_under_its_heading_and_in_the_contents() -> None:
    app = open_method()

    assert not app.exception
    names = [section.name for section in sections()]
    assert [heading.anchor for heading in app.header] == names
    assert re.findall(r'<a href="#(\w+)"', html_of(app)) == names


def test_it_says_which_build_it_is_and_how_new() -> None:
    html = html_of(open_method())

    assert re.search(
        r"Build [0-9a-f]{16}\. It rests on \d+ sources, the newest of them published", html
    )


def test_the_questions_of_a_lawyer_are_answered() -> None:
    html = html_of(open_method())

    for words in (
        "Confirmed by a decision, a document or by all sides",
        "It is never computed",
        "A source that is withdrawn",
        "To report a mistake",
        "Crimea and Sevastopol are drawn as part of Ukraine",
        "A source without a date never counts",
    ):
        assert words in html, words
    assert "@" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL), "no made-up mailbox"


def test_filters_of_other_pages_wait_in_the_address() -> None:
    app = open_method(country="KZ", known="2020-01-01")

    assert app.query_params["country"] in ("KZ", ["KZ"])
    assert app.query_params["known"] in ("2020-01-01", ["2020-01-01"])


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "../../etc/passwd", "x" * 5000])
def test_hostile_addresses_do_no_harm(value: str) -> None:
    app = open_method(country=value, known=value, section=value)

    assert not app.exception
    assert value not in html_of(app)


@pytest.mark.browser
def test_the_contents_lead_to_every_subject(
    page: Page, server: RunningServer, traffic: Traffic
) -> None:
    open_page(page, f"{server.url}/method")
    for name in ("boundaries", "claims", "lines"):
        page.locator(f'.tl-contents a[href="#{name}"]').click()
        expect(page.locator(f"#{name}")).to_be_in_viewport()
        expect(page).to_have_url(re.compile(f"#{name}$"))
    page.go_back()
    expect(page.locator("#claims")).to_be_in_viewport()
    assert third_party_requests(traffic.requests, server.url) == []
    assert traffic.console_errors == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_mark_is_drawn_and_says_what_it_means(
    page: Page, server: RunningServer, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page(page, f"{server.url}/method")
    samples = page.locator("img.tl-sample")

    expect(samples).to_have_count(len(MARKS) + len(line_examples()))
    drawn = samples.evaluate_all(
        "images => images.map(one => [one.complete && one.naturalWidth > 0, one.alt])"
    )
    assert all(is_drawn and alt for is_drawn, alt in drawn)


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_has_to_be_scrolled_sideways(page: Page, server: RunningServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{server.url}/method")
    expect(page.locator("#mistakes")).to_be_attached()

    wide, room = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return [main.scrollWidth, main.clientWidth]; }"
    )
    assert wide <= room
