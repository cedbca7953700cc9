"""The embed in a browser: nothing clipped, nothing foreign, without scripts, on paper, aloud."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from pypdf import PdfReader

from tests.data_builders import edition_from
from timeline.exports.edition import Edition
from timeline.exports.embed.document import document
from timeline.exports.embed.heights import WIDTHS_PX
from timeline.i18n.catalog import Catalog, catalog

from .axe import findings

pytestmark = pytest.mark.browser

WIDTHS = (280, 320, 400, 480, 599, 600, 720, 900, 1200)
LARGEST = ("case-mansur-movlaev", "case-purge-2017-2019", "case-tumso-abdurakhmanov")
OTHERS = ("comparison-detention", "flows-kz", "map", "events-salman-mukaev")
SMALLEST_PX, LARGEST_PX = 10.9, 18.0
HOST = "http://embed.test"

FIT = """() => {
  const page = document.documentElement, wrong = [], sizes = [];
  if (page.scrollWidth > page.clientWidth) wrong.push(`scrolls: ${page.scrollWidth} px`);
  const shown = (one) => one.getClientRects().length > 0;
  for (const svg of [...document.querySelectorAll('main svg')].filter(shown)) {
    if (svg.parentNode.closest('svg')) continue;
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const boxes = [...svg.querySelectorAll('text')].filter(shown).map((text) => {
      sizes.push(parseFloat(getComputedStyle(text).fontSize) * scale);
      const box = text.getBoundingClientRect();
      const room = text.closest('svg').getBoundingClientRect();
      if (box.left < room.left - 1 || box.right > room.right + 1 ||
          box.top < room.top - 1 || box.bottom > room.bottom + 2)
        wrong.push(`cut: ${text.textContent}`);
      // A line of type is higher than its letters.
      const spare = Math.min(box.height * .2, 4);
      return {words: text.textContent, left: box.left + 1, right: box.right - 1,
              top: box.top + spare, bottom: box.bottom - spare};
    });
    boxes.forEach((one, place) => boxes.slice(place + 1).forEach((other) => {
      if (one.left < other.right && other.left < one.right &&
          one.top < other.bottom && other.top < one.bottom)
        wrong.push(`on each other: ${one.words} / ${other.words}`);
    }));
  }
  for (const list of document.querySelectorAll('.up'))
    if (getComputedStyle(list).listStyleType !== 'none') wrong.push('numbers beside marks');
  return {wrong, sizes};
}"""


@cache
def _written(store: Path, link: str) -> str:
    return document(edition_from(store, link))


@contextmanager
def served(browser: Browser, documents: Mapping[str, str], **options: object) -> Iterator[Page]:
    """A window for which some documents lie on a host; whatever else it asks for is refused."""
    context = browser.new_context(**options)  # type: ignore[arg-type]

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST).split("?")[0]
        if path in documents:
            route.fulfill(body=documents[path], content_type="text/html; charset=utf-8")
        else:
            route.abort()

    context.route("**/*", answer)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("link", [*LARGEST, *OTHERS])
def test_nothing_is_clipped_and_no_labels_overlap_at_any_width(
    browser: Browser, shipped_store: Path, link: str
) -> None:
    written = _written(shipped_store, link)
    with served(browser, {"/": written}, java_script_enabled=False) as page:
        page.goto(HOST)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 600})
            found = page.evaluate(FIT)

            assert (width, found["wrong"]) == (width, [])
            assert all(SMALLEST_PX <= size <= LARGEST_PX for size in found["sizes"]), width


def test_one_request_and_no_complaint(browser: Browser, shipped_store: Path) -> None:
    written = _written(shipped_store, LARGEST[0])
    asked: list[str] = []
    said: list[str] = []
    with served(browser, {"/": written}) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(HOST)
        page.locator("summary").click()

        assert page.locator("table").is_visible()
    assert (asked, said) == ([f"{HOST}/"], [])


def test_it_works_in_a_frame_in_which_nothing_may_run(
    browser: Browser, shipped_store: Path
) -> None:
    written = document(edition_from(shipped_store, LARGEST[0]), with_script=True)
    host = '<!DOCTYPE html><title>x</title><iframe sandbox="" src="/e/" width="700" height="900">'
    with served(browser, {"/": host, "/e/": written}) as page:
        page.goto(HOST)
        frame = page.frame_locator("iframe")

        assert frame.locator("svg.time").is_visible()
        assert frame.locator(".step").count() == 0
        frame.locator("summary").click()
        frame.locator("td a").first.click()
        assert frame.locator("li:target").count() == 1


def test_paper_has_the_table_and_a_light_ground(browser: Browser, shipped_store: Path) -> None:
    edition = edition_from(shipped_store, "case-minkail-malizaev")
    with served(browser, {"/": document(edition)}, color_scheme="dark") as page:
        page.goto(HOST)
        paper = PdfReader(io.BytesIO(page.pdf(format="A4")))
        page.emulate_media(media="print")

        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(31, 35, 40)"
    words = " ".join("".join(sheet.extract_text() for sheet in paper.pages).split())
    for event in edition.article.dossier.events:
        assert event.title in words
    assert edition.article.dossier.sources[-1].title[:30] in words


@pytest.mark.parametrize(
    ("link", "scheme"),
    [
        ("case-salman-mukaev", "light"),
        ("case-salman-mukaev", "dark"),
        ("comparison-detention", "dark"),
        ("flows-kz", "light"),
    ],
)
def test_nothing_bars_anybodys_way(
    browser: Browser, shipped_store: Path, link: str, scheme: str
) -> None:
    written = _written(shipped_store, link)
    with served(browser, {"/": written}, color_scheme=scheme) as page:
        page.goto(HOST)
        for width in (320, 800):
            page.set_viewport_size({"width": width, "height": 900})
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")

            assert (width, [str(one) for one in findings(page)]) == (width, [])


def test_each_event_is_read_aloud_in_one_layout_only(browser: Browser, shipped_store: Path) -> None:
    edition = edition_from(shipped_store, "case-salman-mukaev")
    with served(browser, {"/": document(edition)}) as page:
        page.goto(HOST)
        for width, pictures, lists in ((320, 1, 1), (800, 2, 0)):
            page.set_viewport_size({"width": width, "height": 900})
            heard = page.locator("main").aria_snapshot()

            assert (heard.count('img "'), len(re.findall(r"- list\b", heard))) == (pictures, lists)


def test_a_language_written_from_right_to_left(browser: Browser, shipped_store: Path) -> None:
    edition = edition_from(shipped_store, LARGEST[0])
    turned = {**catalog().words, "language.direction": "rtl"}
    written = document(replace(edition, say=Catalog("en", turned)))
    with served(browser, {"/": written}) as page:
        page.goto(HOST)
        for width in (280, 599, 600, 1200):
            page.set_viewport_size({"width": width, "height": 600})

            assert (width, page.evaluate(FIT)["wrong"]) == (width, [])
        page.set_viewport_size({"width": 320, "height": 600})
        spine = page.locator(".up li").first.bounding_box()
        words = page.locator(".up li b").first.bounding_box()
    assert spine and words
    assert spine["x"] + spine["width"] - words["x"] - words["width"] > 50


def test_the_height_it_says_is_about_the_height_it_has(
    browser: Browser, shipped_store: Path
) -> None:
    for link in (*LARGEST, *OTHERS):
        for width, share in _told_shares(browser, shipped_store, link).items():
            assert 0.85 <= share <= 1.15, (link, width)


def test_the_height_of_a_table_is_told_closely(browser: Browser, shipped_store: Path) -> None:
    for link in ("events-mansur-movlaev", "events-salman-mukaev", "events-purge-2017-2019"):
        for width, share in _told_shares(browser, shipped_store, link).items():
            assert 0.97 <= share <= 1.06, (link, width)


def _told_shares(browser: Browser, store: Path, link: str) -> dict[int, float]:
    """By width, the height that a document says of itself as a share of the one it has."""
    shares = {}
    with served(browser, {"/": _written(store, link)}) as page:
        page.goto(HOST)
        for width in WIDTHS_PX:
            page.set_viewport_size({"width": width, "height": 200})
            has = page.evaluate("document.documentElement.getBoundingClientRect().height")
            says = page.locator("html").get_attribute(f"data-height-{width}")
            shares[width] = int(says or 0) / has
    return shares


def _framed(edition: Edition) -> dict[str, str]:
    host = (
        "<!DOCTYPE html><title>x</title><script>heard = []; onmessage = (event) => "
        "heard.push(event.data);</script>"
        '<iframe sandbox="allow-scripts" src="/e/?childId=fig" width="700" height="900"></iframe>'
    )
    return {"/": host, "/e/": document(edition, with_script=True)}


def test_the_script_tells_its_height_to_whoever_listens(
    browser: Browser, shipped_store: Path
) -> None:
    edition = edition_from(shipped_store, "case-salman-mukaev")
    with served(browser, _framed(edition)) as page:
        page.goto(HOST)
        page.wait_for_function("heard.length >= 4")
        page.evaluate("frames[0].postMessage({type: 'setHeight', id: 7}, '*')")
        page.wait_for_function("heard.some(one => one.type === 'setHeight')")
        heard = page.evaluate("heard")
    (datawrapper,) = (one for one in heard if "datawrapper-height" in one)
    height = datawrapper["datawrapper-height"]["case-salman-mukaev"]

    assert {"sentinel": "amp", "type": "embed-size", "height": height} in heard
    assert {"type": "setHeight", "id": 7, "height": height} in heard
    assert f"pymxPYMxfigxPYMxheightxPYMx{height}" in heard
    (resize,) = (json.loads(one) for one in heard if isinstance(one, str) and one[0] == "{")
    assert resize == {
        "src": f"{HOST}/e/?childId=fig",
        "context": "iframe.resize",
        "height": height,
    }


def test_the_script_steps_through_the_events_by_keyboard(
    browser: Browser, shipped_store: Path
) -> None:
    edition = edition_from(shipped_store, "case-salman-mukaev")
    titles = [event.title for event in edition.article.dossier.events]
    with served(browser, {"/": document(edition, with_script=True)}) as page:
        page.goto(HOST)
        for key, at in (("ArrowRight", 0), ("ArrowRight", 1), ("End", -1), ("ArrowLeft", -2)):
            page.keyboard.press(key)

            assert page.locator("output b").text_content() == titles[at]
            assert page.locator("tr.on th").text_content() == titles[at]
        assert page.locator("output").get_attribute("aria-live") == "polite"
        page.keyboard.press("Home")
        assert page.locator("svg.time .band").count() == 1
        assert [str(one) for one in findings(page)] == []


def test_the_script_says_what_a_mark_is_on_pointing(browser: Browser, shipped_store: Path) -> None:
    edition = edition_from(shipped_store, "case-salman-mukaev")
    marks = [mark.title for lane in edition.article.timeline.lanes for mark in lane.marks]
    with served(browser, {"/": document(edition, with_script=True)}) as page:
        page.goto(HOST)
        label = page.locator("svg.time>g:last-of-type>g:last-of-type>text").nth(3)
        label.hover()

        assert page.locator(".tip b").text_content() == marks[3]
