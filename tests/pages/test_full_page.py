"""The full page in a browser, as a file that came by mail: it draws, moves, and calls nobody."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from timeline.exports.edition import Edition
from timeline.exports.interactive.full_page import write
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.viewmodel.article import Article

from .browser import Traffic

pytestmark = pytest.mark.browser

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
OURS = ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "%{x} <b>bold</b>"]
FREE_TEXT = {"title", "summary", "note", "state", "person", "publisher", "place_name", "label"}


@pytest.fixture(scope="module")
def article(shipped_store: Path) -> Article:
    return article_of(view_of_link("case-salman-mukaev"), asking(shipped_store), outlines())


@pytest.fixture
def opened(page: Page, article: Article, tmp_path: Path) -> Page:
    return _open(page, article, tmp_path)


def test_the_page_draws_both_and_asks_nobody_for_anything(opened: Page, traffic: Traffic) -> None:
    expect(opened.locator("#tl-chart .main-svg").first).to_be_visible()
    expect(opened.locator("#tl-map svg[data-frame=wide]")).to_be_visible()
    expect(opened.locator("#tl-map svg[data-frame=narrow]")).to_be_hidden()
    expect(opened.locator(".chart .still")).to_be_hidden()

    assert [
        one for one in traffic.requests if not one.startswith(("file:", "data:", "blob:"))
    ] == []
    assert traffic.console_errors == []
    assert opened.locator(".modebar").count() == 0


def test_the_timeline_comes_closer_moves_and_goes_back(opened: Page) -> None:
    whole = _days(opened)
    opened.locator("#tl-chart-tools [data-act=in]").click()
    closer = _days(opened)
    opened.locator(".chart .live").focus()
    opened.keyboard.press("ArrowLeft")
    moved = _days(opened)
    opened.keyboard.press("0")

    assert closer[1] - closer[0] < whole[1] - whole[0]
    assert moved[0] < closer[0]
    assert moved[1] - moved[0] == pytest.approx(closer[1] - closer[0])
    assert _days(opened) == whole


def test_the_wheel_scrolls_the_page_and_with_ctrl_comes_closer(opened: Page) -> None:
    whole = _days(opened)
    opened.locator("#tl-chart").hover(position={"x": 300, "y": 200})
    opened.mouse.wheel(0, 200)
    _until(opened, lambda: opened.evaluate("scrollY") > 0)
    scrolled = _days(opened)
    opened.keyboard.down("Control")
    opened.mouse.wheel(0, -200)
    opened.keyboard.up("Control")
    _until(opened, lambda: _days(opened)[1] - _days(opened)[0] < whole[1] - whole[0])

    assert scrolled == whole


def test_closer_maps_keep_the_size_of_their_type(opened: Page) -> None:
    sizes = []
    for _ in range(4):
        opened.locator("#tl-map-tools [data-act=in]").click()
        scale = opened.locator("#tl-map svg:not([hidden]) > [data-scale]:not([hidden])")
        sizes.append(float(str(scale.get_attribute("transform")).split("scale(")[1].rstrip(")")))
    opened.locator("#tl-map-tools [data-act=whole]").click()

    assert sizes == [1.0] * 4
    assert not opened.locator("#tl-map.is-closer").count()


def test_the_map_is_dragged_and_moved_by_keyboard_once_closer(opened: Page) -> None:
    box = opened.locator("#tl-map")
    box.scroll_into_view_if_needed()
    box.focus()
    opened.keyboard.press("+")
    before = _place(opened)
    opened.keyboard.press("ArrowRight")
    by_key = _place(opened)
    edge = box.bounding_box()
    assert edge
    opened.mouse.move(edge["x"] + 200, edge["y"] + 100)
    opened.mouse.down()
    opened.mouse.move(edge["x"] + 260, edge["y"] + 100, steps=4)
    opened.mouse.up()

    assert by_key < before
    assert _place(opened) > by_key


def test_a_line_that_is_chosen_is_marked_everywhere(opened: Page, article: Article) -> None:
    leg = article.routes.legs[0]
    opened.locator(f".tl-go[data-leg='{leg.leg_id}']").click()

    expect(opened.locator("#tl-panel li")).to_have_count(1)
    expect(opened.locator(f"tr[id='{leg.event_id}']")).to_have_class("is-marked")
    marked = opened.locator("[data-scale]:not([hidden]) .tl-touch .is-marked")
    assert {one.get_attribute("data-leg") for one in marked.all()} == {leg.leg_id}
    opened.keyboard.press("Escape")
    expect(opened.locator(".is-marked")).to_have_count(0)


def test_a_dot_that_is_clicked_says_what_happened_there(opened: Page, article: Article) -> None:
    dots = opened.locator(
        "#tl-map svg[data-frame=wide] [data-scale]:not([hidden]) circle[data-place]"
    )
    dots.last.click(force=True)

    words = opened.locator("#tl-panel h3").inner_text()
    assert words in {mark.name for mark in article.routes.marks}


def test_a_mark_that_is_clicked_is_found_in_the_table(opened: Page) -> None:
    point = opened.evaluate(
        """() => {
          const chart = document.getElementById("tl-chart"), at = chart._fullLayout;
          const edge = chart.getBoundingClientRect();
          return [edge.x + at.xaxis._offset + at.xaxis.d2p(chart.data[0].x[0]),
                  edge.y + at.yaxis._offset + at.yaxis.d2p(chart.data[0].y[0])];
        }"""
    )
    opened.mouse.move(*point)
    opened.mouse.click(*point)

    expect(opened.locator("tr.is-marked")).to_have_count(1)


def test_without_scripts_the_still_pictures_stand(
    browser: Browser, article: Article, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = _open(context.new_page(), article, tmp_path, is_live=False)

    expect(page.locator(".chart .still svg.time")).to_be_visible()
    expect(page.locator(".route .still svg.w")).to_be_visible()
    expect(page.locator(".live").first).to_be_hidden()
    context.close()


def test_in_the_strictest_frame_that_runs_scripts_it_draws_all_the_same(
    page: Page, traffic: Traffic, article: Article, tmp_path: Path
) -> None:
    (tmp_path / "full.html").write_bytes(write(_edition(article)))
    host = tmp_path / "host.html"
    host.write_text(
        '<iframe src="full.html" sandbox="allow-scripts" width="1000" height="900"></iframe>'
    )
    page.goto(host.as_uri())
    framed = page.frame_locator("iframe")

    expect(framed.locator("#tl-chart .main-svg").first).to_be_visible()
    assert traffic.console_errors == []


def test_the_look_follows_the_reader(page: Page, article: Article, tmp_path: Path) -> None:
    _open(page, article, tmp_path)
    ground = "document.getElementById('tl-chart').layout.paper_bgcolor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")

    _until(page, lambda: page.evaluate(ground) != light)


def test_hostile_text_in_every_field_runs_nothing(
    page: Page, traffic: Traffic, article: Article, tmp_path: Path
) -> None:
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    _open(page, _spoiled(article, _payloads()), tmp_path)
    for go in page.locator(".tl-go[data-leg]").all()[:4]:
        go.click()
    for act in ("in", "in", "whole"):
        page.locator(f"#tl-chart-tools [data-act={act}]").click()
    box = page.locator("#tl-chart").bounding_box()
    assert box
    for row in range(40, int(box["height"]), 25):
        page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + row)

    # The policy would stop what runs; that it had nothing to stop shows in the console.
    assert said == []
    assert traffic.console_errors == []
    assert page.locator("img, iframe, script[src], object, embed").count() == 0
    assert [
        one for one in traffic.requests if not one.startswith(("file:", "data:", "blob:"))
    ] == []


def _until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait as long as a slow machine may need; the page's own policy lets nobody wait inside it."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(100)
    pytest.fail("it never came to be")


def _edition(article: Article) -> Edition:
    return Edition(article, catalog(), outlines())


def _open(page: Page, article: Article, folder: Path, *, is_live: bool = True) -> Page:
    file = folder / "full.html"
    file.write_bytes(write(_edition(article)))
    page.goto(file.as_uri())
    if is_live:
        page.locator("#tl-chart-tools:not([hidden])").wait_for()
    return page


def _days(page: Page) -> list[float]:
    return page.evaluate("Array.from(document.getElementById('tl-chart').layout.xaxis.range)")


def _place(page: Page) -> float:
    moved = page.locator("#tl-map svg:not([hidden]) > .tl-grounds").get_attribute("transform")
    return float(str(moved).removeprefix("translate(").split(" ")[0])


def _payloads() -> list[str]:
    """Ours, and those of the corpora where these lie beside the repository."""
    found = list(OURS)
    injected = CORPORA / "injection-payloads" / "xss_and_markup.json"
    naughty = CORPORA / "naughty-strings" / "blns.json"
    if injected.is_file():
        found += [one["payload"] for one in json.loads(injected.read_text("utf-8"))]
    if naughty.is_file():
        found += [one for one in json.loads(naughty.read_text("utf-8")) if one.strip()]
    return found


def _spoiled(article: Article, payloads: list[str]) -> Article:
    """The article with a payload in every text that somebody wrote."""
    turn: Iterator[str] = itertools.cycle(payloads)

    def spoil(value: Any, field: str) -> Any:
        if isinstance(value, str):
            return next(turn) if field in FREE_TEXT and value else value
        if isinstance(value, tuple):
            return tuple(spoil(one, field) for one in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return dataclasses.replace(
                value,
                **{
                    one.name: spoil(getattr(value, one.name), one.name)
                    for one in dataclasses.fields(value)
                    if one.init
                },
            )
        return value

    return spoil(article, "")
