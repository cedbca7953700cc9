"""The app in a real browser, as a reader has it: what is shown, at which width, from where."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .browser import RunningServer, Traffic, third_party_requests

pytestmark = pytest.mark.browser
expect.set_options(timeout=60_000)  # two cores, software graphics, and the rest of the suite

CASE = "/case?case=mansur-movlaev"


def settled(page: Page) -> None:
    expect(page.locator("h1").first).to_be_visible(timeout=60_000)
    expect(page.locator("[data-testid='stStatusWidget']")).to_have_count(0, timeout=60_000)


def test_a_walk_through_all_pages_asks_no_third_party_and_leaves_no_error(
    page: Page, server: RunningServer, traffic: Traffic
) -> None:
    page.goto(server.url)
    settled(page)
    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=60_000)
    page.locator(".js-plotly-plot .annotation-text a", has_text="Salman Mukaev").click()
    settled(page)
    expect(page.locator("h1")).to_have_text("Salman Mukaev")
    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=60_000)
    page.locator(".tl-sources").scroll_into_view_if_needed()
    page.wait_for_timeout(2_000)
    assert third_party_requests(traffic.requests, server.url) == []
    assert traffic.console_errors == []


def test_the_timeline_draws_every_dated_event_with_its_date_in_words(
    page: Page, server: RunningServer
) -> None:
    page.goto(server.url + CASE)
    settled(page)
    labels = page.locator(".js-plotly-plot .annotation-text")
    expect(labels.filter(has_text="In custody in Kazakhstan")).to_contain_text("since 13 May 2025")
    expect(labels.filter(has_text="Extradition granted")).to_contain_text(
        "29 or 30 Jan 2026: sources differ"
    )
    shown = page.locator(".tl-upright .tl-entry").count()
    lanes = 6
    assert shown <= labels.count() <= shown + lanes + 2


def test_no_two_labels_of_the_timeline_overlap(page: Page, server: RunningServer) -> None:
    for path in (CASE, "/case?case=relatives-december-2021", "/case?case=purge-2017-2019"):
        page.goto(server.url + path)
        settled(page)
        expect(page.locator(".js-plotly-plot .annotation-text").first).to_be_visible(timeout=60_000)
        overlaps = page.evaluate(
            """() => {
              const boxes = [...document.querySelectorAll('.js-plotly-plot .annotation-text')]
                .map(node => [node.textContent, node.getBoundingClientRect()]);
              const found = [];
              boxes.forEach(([a, one], i) => boxes.slice(i + 1).forEach(([b, other]) => {
                if (one.left < other.right - 1 && other.left < one.right - 1 &&
                    one.top < other.bottom - 2 && other.top < one.bottom - 2) found.push([a, b]);
              }));
              return found;
            }"""
        )
        assert overlaps == [], path


@pytest.mark.parametrize("path", ["/", CASE])
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_has_to_be_scrolled_sideways(
    page: Page, server: RunningServer, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(server.url + path)
    settled(page)
    page.wait_for_timeout(1_500)
    wide, room = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return [main.scrollWidth, main.clientWidth]; }"
    )
    assert wide <= room


def test_a_phone_gets_the_upright_timeline_and_the_still_map(
    page: Page, server: RunningServer
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server.url + CASE)
    settled(page)
    expect(page.locator(".tl-upright")).to_be_visible(timeout=60_000)
    expect(page.locator(".js-plotly-plot").first).to_be_hidden()
    still = page.locator("img.tl-still")
    still.scroll_into_view_if_needed()
    expect(still).to_be_visible()
    expect(still).to_have_attribute("alt", re.compile("Map"))
    page.wait_for_function("() => document.querySelector('img.tl-still').naturalWidth > 0")


def test_without_webgl_the_map_says_so_and_shows_a_picture(
    server: RunningServer, browser: object
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})  # type: ignore[attr-defined]
    context.add_init_script(
        "const real = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        "  return /webgl/.test(kind) ? null : real.call(this, kind, ...rest); };"
    )
    page = context.new_page()
    page.goto(server.url + CASE)
    settled(page)
    picture = page.locator(".tl-underlay img")
    expect(picture).to_be_visible(timeout=60_000)
    page.wait_for_function("() => document.querySelector('.tl-underlay img').naturalWidth > 0")
    page.wait_for_timeout(9_500)
    expect(page.locator(".tl-underlay p")).to_have_css("opacity", "1")
    # Nothing opaque may lie on the picture.
    on_top = page.evaluate(
        "() => { const box = document.querySelector('.tl-underlay img').getBoundingClientRect();"
        " return [...document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)]"
        "   .slice(0, 12).map(node => getComputedStyle(node).backgroundColor); }"
    )
    assert on_top
    context.close()


def test_a_filter_narrows_the_page_and_back_undoes_it(page: Page, server: RunningServer) -> None:
    page.goto(server.url + "/?country=AM")
    settled(page)
    expect(page.locator(".tl-muted").first).to_contain_text("8 events")
    page.goto(server.url + "/?country=AM&person=mansur-movlaev")
    settled(page)
    expect(page.get_by_text("No event fits this choice")).to_be_visible()
    page.go_back()
    settled(page)
    expect(page.locator(".tl-muted").first).to_contain_text("8 events")


def test_dark_follows_the_reader(page: Page, server: RunningServer) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(server.url + CASE)
    settled(page)
    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=60_000)
    ground = page.evaluate(
        "() => document.querySelector('.js-plotly-plot .main-svg').style.background"
    )
    assert "20, 23, 26" in ground
