"""A walk through a page with the Tab key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

MOST_STOPS = 800

_START = """() => {
  document.activeElement?.blur();
  getSelection().removeAllRanges();
  const root = document.documentElement;
  root.tabIndex = -1; root.focus({preventScroll: true}); root.removeAttribute('tabindex');
  window.tabbed = [];
}"""

_STOP = """() => {
  const node = document.activeElement, known = window.tabbed;
  if (node?.tagName === 'IFRAME' && known.at(-1) === node) return 'inside';
  if (!node || node === document.body || node === document.documentElement
      || known.includes(node)) return null;
  const last = known.at(-1);
  known.push(node);
  const back = last && last.isConnected && node.isConnected
    && !(last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
  const main = document.querySelector("[data-testid='stMain']");
  const box = node.getBoundingClientRect(), frame = main.getBoundingClientRect();
  const where = node.closest('[data-testid], [class*=tl-]');
  return {
    name: (node.getAttribute('aria-label') || node.textContent || node.value || '').trim().slice(0, 60),
    kind: [node.tagName, node.getAttribute('role'), where?.dataset.testid
      ?? [...(where?.classList ?? [])].find(one => one.startsWith('tl-'))].join(' '),
    back: Boolean(back),
    outside: node !== main && (box.bottom < 0 || box.top > frame.bottom
      || box.right < 0 || box.left > frame.right),
    // Of a frame it is a link inside that has the focus, and shows it.
    seen: node.tagName === 'IFRAME' || node.matches(':focus-visible'),
  };
}"""

# One stop serves a whole group where the arrow keys move within it.
_MISSED = """() => {
  const can = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const group = node => node.closest('[role=radiogroup], [role=toolbar], [role=tablist], [role=listbox]');
  const groups = new Set(window.tabbed.map(group).filter(Boolean));
  return [...document.querySelectorAll(can)].filter(node =>
    node.checkVisibility({visibilityProperty: true}) && node.getBoundingClientRect().width > 0
    && !node.disabled && !node.closest('[inert], [aria-hidden=true]') && node.tabIndex >= 0
    && !window.tabbed.includes(node) && !groups.has(group(node))
  ).map(node => `${node.tagName} ${node.className} "${(node.textContent || '').trim().slice(0, 40)}"`);
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """One element that Tab came to rest on."""

    name: str
    kind: str
    """Tag, role and the part of Streamlit or of ours it belongs to."""
    back: bool
    """Whether it stands before the stop before it in the document."""
    outside: bool
    """Whether it lay outside what the window shows when it had the focus."""
    seen: bool
    """Whether the browser holds its focus for one to be shown."""


def to_the_top(page: Page) -> None:
    """Put the focus where it is when a page has just opened, and forget the last walk."""
    page.evaluate(_START)


def walk(page: Page, look: Callable[[Stop], None] = lambda stop: None) -> list[Stop]:
    """Tab from the top until the page has no more to offer; the stops in their order.

    Ends where the focus leaves the page or comes round again. A trap is a walk that ends early,
    which `missed` tells. *look* is called while a stop has the focus.
    """
    to_the_top(page)
    stops: list[Stop] = []
    within = 0
    while len(stops) < MOST_STOPS:
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None and page.locator("iframe").count():
            stop = _a_moment_later(page)
        if stop == "inside":
            # What lies in a frame has stops of its own, which count for none of the page's.
            within += 1
            if within > MOST_STOPS:
                raise AssertionError("the focus does not leave a frame")
            continue
        if stop is None:
            return stops
        stops.append(Stop(**stop))
        look(stops[-1])
    raise AssertionError(f"more than {MOST_STOPS} stops")


def _a_moment_later(page: Page) -> Any:
    """The next stop of a page with frames.

    Into them and out of them the focus goes by way of another process, and for a moment
    nothing has it.
    """
    for _ in range(12):
        page.wait_for_timeout(250)
        stop = page.evaluate(_STOP)
        if stop is not None:
            return stop
    return None


def missed(page: Page) -> list[str]:
    """What can be clicked, and the last walk did not come to."""
    found: list[str] = page.evaluate(_MISSED)
    return found


def shows_focus(page: Page) -> bool:
    """Whether what has the focus, or what lies round it, looks different when it has not."""
    page.wait_for_timeout(250)
    x, y, width, height = page.evaluate(
        "() => { const node = document.activeElement;"
        " const box = (node.closest('label') ?? node).getBoundingClientRect();"
        " return [box.x, box.y, box.width, box.height]; }"
    )
    around = {"x": max(0, x - 12), "y": max(0, y - 12), "width": width + 24, "height": height + 24}
    focused = page.screenshot(clip=around, caret="hide")  # type: ignore[arg-type]
    node = page.evaluate_handle("() => document.activeElement").as_element()
    assert node is not None
    node.evaluate("node => node.blur()")
    page.wait_for_timeout(250)
    left = page.screenshot(clip=around, caret="hide")  # type: ignore[arg-type]
    node.evaluate("node => node.focus({preventScroll: true})")
    return bool(focused != left)
