"""Every page for people who listen, type, enlarge, or see little: rules, keys, structure, reflow.

What a machine can tell. docs/accessibility.md says what came out and what only people can tell.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.house.colour import contrast
from timeline.ui import navigation

from . import axe, reader_aids, tabbing
from .browser import RunningServer
from .visit import PHONE, SMALLEST, TWICE_AS_LARGE, WIDE, show, sized, window

pytestmark = pytest.mark.browser


def name_of(page: navigation.Page) -> str:
    return page.name


@pytest.fixture(scope="module", params=navigation.PAGES, ids=name_of)
def opened(
    browser: Browser, server: RunningServer, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Each page, opened once; whoever changes the window changes it back."""
    page = window(browser, "light")
    show(page, server, request.param)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def dark_window(browser: Browser) -> Iterator[Page]:
    page = window(browser, "dark")
    yield page
    page.context.close()


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_the_sign_that_takes_a_choice_back_is_seen(
    browser: Browser, server: RunningServer, ground: str
) -> None:
    """White on white in the dark; rules for text do not look at drawings."""
    page = window(browser, ground)
    page.goto(f"{server.url}/sources?case=salman-mukaev")
    sign = page.locator("[data-testid='stMultiSelect'] [data-tag] button svg")
    sign.wait_for()
    colours = sign.evaluate(
        """(svg) => [
          getComputedStyle(svg).color,
          getComputedStyle(svg.closest('[data-tag]')).backgroundColor,
        ]"""
    )
    page.context.close()
    sign_hex, tag_hex = (
        "#" + "".join(f"{int(part):02X}" for part in re.findall(r"\d+", colour)[:3])
        for colour in colours
    )
    assert contrast(sign_hex, tag_hex) >= 3


@pytest.fixture
def wide(opened: Page) -> Iterator[Page]:
    yield opened
    opened.emulate_media(forced_colors="none", reduced_motion="no-preference")
    sized(opened, WIDE)


def test_no_rule_is_broken_gravely(wide: Page) -> None:
    at_the_desk = axe.grave(axe.findings(wide))
    sized(wide, PHONE)
    assert (at_the_desk, axe.grave(axe.findings(wide))) == ([], [])


@pytest.mark.parametrize("which", navigation.PAGES, ids=name_of)
def test_no_rule_is_broken_gravely_in_the_dark(
    dark_window: Page, server: RunningServer, which: navigation.Page
) -> None:
    sized(dark_window, WIDE)
    show(dark_window, server, which)
    at_the_desk = axe.grave(axe.findings(dark_window))
    sized(dark_window, PHONE)
    assert (at_the_desk, axe.grave(axe.findings(dark_window))) == ([], [])


def test_a_page_that_is_only_heard_has_a_structure(wide: Page) -> None:
    assert reader_aids.structure_faults(wide) == []


def test_words_of_another_language_say_which(wide: Page) -> None:
    assert reader_aids.unmarked_languages(wide) == []


def test_tab_reaches_everything_in_order(wide: Page) -> None:
    stops = tabbing.walk(wide)
    assert tabbing.missed(wide) == []
    assert [stop.name for stop in stops if stop.back] == []
    assert [stop.name for stop in stops if stop.outside] == []
    assert [stop.name for stop in stops if not stop.seen] == []
    assert stops[0].name == "Skip to main content"


@pytest.mark.parametrize("size", [SMALLEST, PHONE, TWICE_AS_LARGE], ids=["320", "390", "200%"])
def test_nothing_has_to_be_scrolled_sideways_when_enlarged(
    wide: Page, size: dict[str, int]
) -> None:
    sized(wide, size)
    wide.wait_for_timeout(400)
    assert reader_aids.sideways(wide) == []


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_wider_spacing_cuts_no_words(wide: Page, size: dict[str, int]) -> None:
    sized(wide, size)
    before = reader_aids.cut_words(wide)
    sheet = wide.add_style_tag(content=reader_aids.SPACING)
    wide.wait_for_timeout(150)
    after, across = reader_aids.cut_words(wide), reader_aids.sideways(wide)
    sheet.evaluate("node => node.remove()")
    assert (before, after, across) == ([], [], [])


def test_nothing_moves_for_readers_who_asked_for_stillness(wide: Page) -> None:
    wide.emulate_media(reduced_motion="reduce")
    wide.wait_for_timeout(300)
    assert reader_aids.moving(wide) == []


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_marks_keep_a_shape_in_forced_colours(wide: Page, size: dict[str, int]) -> None:
    sized(wide, size)
    wide.emulate_media(forced_colors="active")
    wide.wait_for_timeout(150)
    if os.environ.get("ACCESSIBILITY_PICTURES"):
        name = wide.url.rpartition("/")[2].partition("?")[0] or "overview"
        wide.screenshot(
            path=Path(os.environ["ACCESSIBILITY_PICTURES"]) / f"{name}-{size['width']}.png"
        )
    assert reader_aids.marks_without_shape(wide) == []


@pytest.fixture(scope="module")
def case(browser: Browser, server: RunningServer) -> Iterator[Page]:
    page = window(browser, "light")
    show(page, server, next(one for one in navigation.PAGES if one.name == "case"))
    yield page
    page.context.close()


@pytest.fixture
def at_a_case(case: Page) -> Page:
    """A case, with the focus at the top and nothing opened."""
    case.keyboard.press("Escape")
    tabbing.to_the_top(case)
    return case


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


def test_each_kind_of_control_shows_that_it_has_the_focus(at_a_case: Page) -> None:
    unseen: list[str] = []
    known: set[str] = set()

    def look(stop: tabbing.Stop) -> None:
        if stop.kind in known or stop.kind.startswith("MAIN"):
            return
        known.add(stop.kind)
        if not tabbing.shows_focus(at_a_case):
            unseen.append(stop.kind)

    tabbing.walk(at_a_case, look)
    assert unseen == []


def test_the_menu_can_be_skipped(at_a_case: Page) -> None:
    at_a_case.keyboard.press("Tab")
    expect(focused(at_a_case)).to_have_text("Skip to main content")
    at_a_case.keyboard.press("Enter")
    at_a_case.keyboard.press("Tab")
    expect(focused(at_a_case)).to_have_text("Skip the menu")
    expect(focused(at_a_case)).to_be_in_viewport()
    address = at_a_case.url
    at_a_case.keyboard.press("Enter")
    at_a_case.keyboard.press("Tab")
    expect(focused(at_a_case)).to_have_attribute("aria-label", "Case")
    assert at_a_case.url.partition("#")[0] == address


def test_arrow_keys_serve_the_control_and_leave_the_page_where_it_is(at_a_case: Page) -> None:
    top = "() => document.querySelector(\"[data-testid='stMain']\").scrollTop"
    case = at_a_case.get_by_role("combobox", name="Case", exact=True)
    case.focus()
    before = at_a_case.evaluate(top)
    at_a_case.keyboard.press("ArrowDown")
    expect(at_a_case.get_by_role("listbox")).to_be_visible()
    at_a_case.keyboard.press("ArrowDown")
    assert at_a_case.evaluate(top) == before
    at_a_case.keyboard.press("Escape")
    expect(at_a_case.get_by_role("listbox")).to_have_count(0)
    expect(case).to_be_focused()
    year = at_a_case.get_by_role("spinbutton").first
    year.focus()
    at_a_case.keyboard.press("ArrowUp")
    assert at_a_case.evaluate(top) == before


def test_a_fold_opens_and_closes_by_key_and_is_walked_where_it_stands(at_a_case: Page) -> None:
    fold = at_a_case.locator(".st-key-foldable_more details")
    head = fold.locator("summary")
    head.focus()
    at_a_case.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    first = fold.get_by_role("combobox").first
    expect(first).to_be_visible()
    at_a_case.keyboard.press("Tab")
    expect(first).to_be_focused()
    tabbing.walk(at_a_case)
    assert tabbing.missed(at_a_case) == []
    head.focus()
    at_a_case.keyboard.press("Enter")
    expect(first).to_be_hidden()
    expect(head).to_be_focused()


BARRED = """<!doctype html><html lang="en"><title>Fictional</title>
<main data-testid="stMain" style="width: 300px; overflow: auto"><div data-testid="stApp"></div>
<h1>One</h1><h3>Three</h3><img src="data:,"><p>Лед и снег</p><p style="color: #ccc">pale</p>
<table><tr><td>1</td></tr></table><canvas></canvas>
<a href="#" style="outline: 0">a</a><b tabindex="0">later</b><i tabindex="1">first</i>
<button style="width: 40px; overflow: hidden; white-space: nowrap">words that are cut</button>
<div style="width: 900px">wide</div><span class="tl-key"><i></i></span>
<style>@keyframes on { to { opacity: 0 } } h1 { animation: on 9s infinite }
.tl-key i { display: block; width: 9px; height: 9px }</style></main></html>"""


def test_faults_are_found(browser: Browser) -> None:
    page = window(browser, "light")
    page.set_content(BARRED)
    assert {"image-alt", "color-contrast"} <= {found.rule for found in axe.findings(page)}
    faults = " ".join(reader_aids.structure_faults(page))
    for fault in ("jump to h3", "no alt", "no text alternative", "no caption", "no header cells"):
        assert fault in faults
    assert reader_aids.unmarked_languages(page) == ["read as en: Лед и снег"]
    assert reader_aids.sideways(page)
    assert len(reader_aids.cut_words(page)) == 1
    assert reader_aids.moving(page)
    assert reader_aids.marks_without_shape(page)
    tabbing.walk(page)
    assert tabbing.missed(page) == ['I  "first"']
    page.locator("a").evaluate("node => node.focus()")
    assert not tabbing.shows_focus(page)
    page.context.close()
