"""One thing in focus: what is chosen in the timeline, the map, the list or by arrow key shows in all of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from .browser import RunningServer

pytestmark = pytest.mark.browser
expect.set_options(timeout=60_000)  # two cores, software graphics, and the rest of the suite

CASE = "/case?case=mansur-movlaev"


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def open_case(page: Page, server: RunningServer, more: str = "") -> None:
    page.goto(server.url + CASE + more)
    expect(page.locator(".js-plotly-plot .annotation-text").first).to_be_visible(timeout=60_000)
    expect(page.locator("[data-testid='stDeckGlJsonChart'] canvas").first).to_be_visible(
        timeout=60_000
    )
    # The marks answer a hand only once Plotly has measured the page.
    page.wait_for_timeout(1_500)


def until(page: Page, is_so: Callable[[], bool]) -> None:
    for _ in range(100):
        if is_so():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never became so; the address is {page.url}")


def click_mark(page: Page, title: str) -> None:
    """Click the dot to the right of a label."""
    label = page.locator(".js-plotly-plot .annotation", has_text=title).first
    label.scroll_into_view_if_needed()
    box = label.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] + 11, box["y"] + box["height"] / 2)


def bold_labels(page: Page) -> list[str]:
    return page.locator(".js-plotly-plot .annotation-text").evaluate_all(
        "all => all.filter(one => one.querySelector('[style*=\"bold\"]') "
        "&& !/^[A-Z &]+$/.test(one.textContent)).map(one => one.textContent)"
    )


def marked_rows(page: Page) -> list[str]:
    """Titles of the rows of the table that stand on another ground than the rest."""
    titles: list[str] = page.locator("table.tl-table tr[class^='tl-of-']").evaluate_all(
        "rows => rows.filter(row => getComputedStyle(row.cells[0]).backgroundColor !== "
        "'rgba(0, 0, 0, 0)').map(row => row.querySelector('b').textContent)"
    )
    return titles


def test_a_mark_of_the_timeline_shows_in_map_text_list_and_table(
    page: Page, server: RunningServer
) -> None:
    open_case(page, server)
    before = page.locator("[data-testid='stDeckGlJsonChart']").screenshot()
    click_mark(page, "Detained in Almaty")
    until(page, lambda: asked(page).get("event") == ["movlaev-detained-almaty"])
    expect(page.locator(".tl-event-title")).to_have_text("Detained in Almaty")
    expect(page.locator(".st-key-story_list input:checked")).to_have_count(1)
    until(page, lambda: marked_rows(page) == ["Detained in Almaty"])
    until(page, lambda: any("Detained in Almaty" in one for one in bold_labels(page)))
    page.wait_for_timeout(1_000)
    assert page.locator("[data-testid='stDeckGlJsonChart']").screenshot() != before


def test_a_leg_on_the_map_marks_timeline_and_table(page: Page, server: RunningServer) -> None:
    open_case(page, server)
    canvas = page.locator("[data-testid='stDeckGlJsonChart'] canvas").first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    page.wait_for_timeout(3_000)
    # The long leg crosses the middle of the map. Clicks in quick succession would be a double click.
    found = False
    for share in (0.5, 0.48, 0.52, 0.46, 0.54):
        page.mouse.move(box["x"] + box["width"] / 2 - 4, box["y"] + box["height"] * share)
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * share)
        page.wait_for_timeout(1_500)
        found = "event" in asked(page)
        if found:
            break
    assert found, "a click on a leg was never answered"
    until(page, lambda: marked_rows(page) != [])
    until(page, lambda: bold_labels(page) != [])


def test_the_arrow_keys_walk_the_case_as_a_story(page: Page, server: RunningServer) -> None:
    open_case(page, server, "&event=movlaev-detained-almaty")
    title = page.locator(".tl-event-title")
    expect(title).to_have_text("Detained in Almaty")
    place = page.locator(".st-key-stepper")
    expect(place).to_contain_text("Event 24 of")
    page.keyboard.press("ArrowRight")
    expect(place).to_contain_text("Event 25 of")
    page.keyboard.press("ArrowLeft")
    expect(title).to_have_text("Detained in Almaty")
    page.keyboard.press("ArrowLeft")
    expect(place).to_contain_text("Event 23 of")


def test_the_list_does_what_a_mark_does_by_keyboard_alone(
    page: Page, server: RunningServer
) -> None:
    open_case(page, server)
    choice = page.locator(".st-key-story_list input[type=radio]").nth(3)
    choice.focus()
    page.keyboard.press("Space")
    until(page, lambda: "event" in asked(page))
    expect(page.locator(".tl-event-title")).to_be_visible()


def test_a_link_to_an_event_opens_on_it_and_back_returns(page: Page, server: RunningServer) -> None:
    open_case(page, server, "&event=movlaev-detained-almaty")
    expect(page.locator(".tl-event-title")).to_have_text("Detained in Almaty")
    page.get_by_role("button", name="Next").click()
    until(page, lambda: asked(page)["event"] != ["movlaev-detained-almaty"])
    page.go_back()
    expect(page.locator(".tl-event-title")).to_have_text("Detained in Almaty")
    page.get_by_role("button", name="Show all").click()
    until(page, lambda: "event" not in asked(page))
    expect(page.locator(".tl-event-title")).to_have_count(0)


def test_a_stale_or_hostile_event_falls_back_with_a_note(page: Page, server: RunningServer) -> None:
    open_case(page, server, "&event=%3Cscript%3E&place=nowhere&axis=not/a/date&fold=nolane")
    expect(page.get_by_text("no longer here")).to_be_visible()
    until(page, lambda: asked(page).keys() == {"case"})


def test_looking_closer_is_in_the_link_and_can_be_undone(page: Page, server: RunningServer) -> None:
    open_case(page, server)
    labels = page.locator(".js-plotly-plot .annotation-text")
    before = labels.count()
    page.get_by_role("button", name="Look closer").click()
    until(page, lambda: "axis" in asked(page))
    until(page, lambda: labels.count() < before)
    expect(page.get_by_text("events are outside")).to_be_visible()
    link = page.url
    page.goto(server.url)
    page.goto(link)
    expect(page.get_by_text("events are outside")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="See the whole time").click()
    until(page, lambda: "axis" not in asked(page))


def test_a_folded_lane_keeps_its_marks_and_loses_its_labels(
    page: Page, server: RunningServer
) -> None:
    open_case(page, server)
    labels = page.locator(".js-plotly-plot .annotation-text")
    expect(labels.filter(has_text="Detained in Almaty")).to_have_count(1)
    page.get_by_role("button", name="Custody", exact=True).click()
    until(page, lambda: asked(page).get("fold") == ["custody"])
    expect(labels.filter(has_text="Detained in Almaty")).to_have_count(0)
    expect(labels.filter(has_text=re.compile("CUSTODY"))).to_have_count(1)


def test_a_mark_of_the_overview_leads_into_its_case(page: Page, server: RunningServer) -> None:
    page.goto(server.url + "/?event=movlaev-detained-almaty&country=KZ")
    link = page.locator(".st-key-in_focus a")
    expect(link).to_contain_text("Detained in Almaty", timeout=60_000)
    link.click()
    expect(page.locator("h1")).to_have_text("Mansur Movlaev", timeout=60_000)
    expect(page.locator(".tl-event-title")).to_have_text("Detained in Almaty")
    assert asked(page)["country"] == ["KZ"], "the filter came along"
    page.go_back()
    expect(link).to_be_visible(timeout=60_000)
    assert asked(page) == {"event": ["movlaev-detained-almaty"], "country": ["KZ"]}
