"""Pictures of views as a browser sets them: no text is cut, and none stands on another."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.data_builders import edition_from
from timeline.charts.picture.drawing import svg_document
from timeline.exports.picture.sheet import sheet
from timeline.theme import LIGHT

pytestmark = pytest.mark.browser

LINKS = ("case-purge-2017-2019", "case-mansur-movlaev", "map", "flows-ru", "comparison-detention")
SHAPES = (("full", 1200), ("full", 760), ("full", 340), ("full", 280), ("card", 0), ("story", 0))

FAULTS = """() => {
  const edge = document.querySelector('svg').getBoundingClientRect()
  const boxes = [], faults = []
  for (const text of document.querySelectorAll('svg text')) {
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(walk.currentNode)
      for (const box of range.getClientRects())
        if (box.width > 1) boxes.push({text, box, words: walk.currentNode.textContent})
    }
  }
  for (const {box, words} of boxes)
    if (box.left < -0.5 || box.top < -0.5 || box.right > edge.right + 0.5 || box.bottom > edge.bottom + 0.5)
      faults.push('cut: ' + words)
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      if (one.text === other.text) continue
      const a = one.box, b = other.box
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      // Boxes of lines hold the room for accents, so that neighbours touch a little.
      if (wide > 1 && high > 4) faults.push(one.words + ' on ' + other.words)
    }
  })
  return [boxes.length, faults]
}"""


def shown(page: Page, svg: str) -> tuple[int, list[str]]:
    page.set_viewport_size({"width": 1250, "height": 800})
    page.set_content(f'<body style="margin:0">{svg}')
    count, faults = page.evaluate(FAULTS)
    return count, faults


@pytest.mark.parametrize("link", LINKS)
def test_no_text_is_cut_or_stands_on_another(link: str, page: Page, shipped_store: Path) -> None:
    edition = edition_from(shipped_store, link)
    found = {}
    for shape, width in SHAPES:
        drawing = sheet(edition, LIGHT, width_px=width, shape=shape)
        count, faults = shown(page, svg_document(drawing, language="en"))
        assert count > 4
        if faults:
            found[shape, width] = faults
    assert found == {}


def test_a_text_on_another_and_a_cut_one_are_found(page: Page) -> None:
    texts = '<text x="5" y="20">one</text><text x="9" y="22">other</text><text x="85" y="60">long</text>'
    svg = f'<svg width="100" height="80">{texts}</svg>'
    count, faults = shown(page, svg)
    assert count == 3
    assert faults == ["cut: long", "one on other"]
