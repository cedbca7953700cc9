"""Sources and disputes: every part opens, links restore it, sentences can be copied, nothing does harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from .browser import RunningServer, Traffic, open_page, third_party_requests

APP = Path(__file__).resolve().parents[2] / "app.py"
EVENT = "mukaev-detained-grozny"
SOURCE = "caucasian-knot-2026-movlaev"


def open_sources(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/views/sources.py").run()


def html(app: AppTest) -> str:
    return " ".join(
        block.proto.body for block in app.get("html") if "<style" not in block.proto.body
    )


def words(app: AppTest) -> str:
    """Everything the page says in HTML, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html(app)).split())


def to_copy(app: AppTest) -> list[str]:
    """The sentences, without the link to the view and its citation."""
    said = (block.value for block in app.code)
    return [text for text in said if re.search(r"[Aa]ccording to|is reported by", text)]


def test_disputes_stand_side_by_side_with_a_sentence_each() -> None:
    app = open_sources(case="salman-mukaev")

    assert not app.exception
    assert "Sources contradict each other on 5 events" in words(app)
    assert any(
        sentence.startswith("Reported: Seized and tortured (Salman Mukaev). According to")
        and "in February 2020; according to" in sentence
        for sentence in to_copy(app)
    )
    assert "More independent origins" in words(app)


def test_a_filter_narrows_the_disputes() -> None:
    everything, narrowed = open_sources(), open_sources(country="KZ")

    assert "on 2 events" in words(narrowed)
    assert "on 2 events" not in words(everything)


def test_a_link_opens_the_list_of_sources_in_its_order() -> None:
    app = open_sources(part="sources", sort="claims")

    assert not app.exception
    assert re.search(r"\d+ sources from \d+ publishers", words(app))
    counts = [int(number) for number in re.findall(r"(\d+) claims on", words(app))]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) <= 25


def test_a_page_of_sources_is_restored_from_its_link() -> None:
    first, second = open_sources(part="sources"), open_sources(part="sources", page="2")

    assert "Sources 1 to 25 of" in words(first)
    assert "Sources 26 to 50 of" in words(second)


def test_a_source_opens_with_everything_it_says() -> None:
    app = open_sources(open=SOURCE)

    assert not app.exception
    assert re.search(r"It makes \d+ claims on \d+ events", words(app))
    assert "/case?event=movlaev-" in html(app)
    assert app.query_params["open"] in (SOURCE, [SOURCE])


def test_an_event_shows_all_claims_on_it_whatever_the_filters() -> None:
    app = open_sources(event=EVENT, country="KZ")

    assert not app.exception
    assert "whether it happened" in words(app)
    assert "of the filters only “as known on” counts here" in words(app)
    assert any("This is reported by" in sentence for sentence in to_copy(app))


def test_reports_are_set_against_origins() -> None:
    app = open_sources(part="origins")

    assert not app.exception
    assert re.search(r"\d+ reports, \d+ origins", words(app))
    assert 'class="tl-origin"' in html(app)


def test_what_was_published_later_is_neither_a_source_nor_a_dispute() -> None:
    now, then = open_sources(part="sources"), open_sources(part="sources", known="2020-01-01")

    def count(app: AppTest) -> int:
        return int(re.search(r"(\d+) sources from", words(app))[1])  # type: ignore[index]

    assert 0 < count(then) < count(now)
    assert any("not yet reported" in info.value for info in then.info)


def test_an_event_not_yet_reported_is_passed_over_with_a_note() -> None:
    app = open_sources(event=EVENT, known="2019-01-01")

    assert not app.exception
    assert any("no longer here" in info.value for info in app.info)
    assert "event" not in app.query_params


def test_an_empty_choice_says_which_filter_to_loosen() -> None:
    app = open_sources(country="AM", person="mansur-movlaev")

    assert not app.exception
    assert any("No event fits this choice" in info.value for info in app.info)


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "../../etc/passwd", "\u202e", "x" * 5000]
)
def test_hostile_addresses_do_no_harm(value: str) -> None:
    app = open_sources(event=value, open=value, part=value, sort=value, page=value, case=value)

    assert not app.exception
    assert value not in html(app)
    assert any("no longer here" in info.value for info in app.info)


@pytest.mark.browser
def test_a_sentence_is_copied_and_an_event_is_left_again(
    page: Page, server: RunningServer, traffic: Traffic
) -> None:
    expect.set_options(timeout=60_000)
    open_page(page, f"{server.url}/sources?event={EVENT}")
    first = page.locator("[data-testid='stCode']", has_text="This is reported by")
    sentence = first.locator("code").inner_text()
    first.locator("button").click()
    expect(page.locator("h2", has_text="Seized and tortured")).to_be_visible()
    page.get_by_role("button", name="Back to all events").click()
    expect(page.get_by_text("Sources contradict each other on")).to_be_visible()
    expect(page).not_to_have_url(re.compile("event="))
    # Pages may write to the clipboard and never read it: it is pasted to be seen.
    box = page.get_by_role("combobox").first
    box.focus()
    page.keyboard.press("Control+V")
    expect(box).to_have_value(sentence)
    assert third_party_requests(traffic.requests, server.url) == []
    assert traffic.console_errors == []


@pytest.mark.browser
def test_a_claim_leads_to_its_event_on_the_page_of_the_case_and_back(
    page: Page, server: RunningServer
) -> None:
    expect.set_options(timeout=60_000)
    open_page(page, f"{server.url}/sources?open={SOURCE}")
    link = page.locator(".tl-statements th a").first
    title = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text("Mansur Movlaev")
    expect(page.locator(".tl-event-title")).to_have_text(title)
    page.go_back()
    expect(page.locator(".tl-statements")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize(
    "path", ["", "?part=sources", "?part=origins", f"?event={EVENT}", f"?open={SOURCE}"]
)
def test_nothing_has_to_be_scrolled_sideways(
    page: Page, server: RunningServer, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{server.url}/sources{path}")
    page.locator(".tl-table").first.wait_for()
    wide, room = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return [main.scrollWidth, main.clientWidth]; }"
    )
    assert wide <= room
