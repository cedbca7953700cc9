"""When a page first shows something to read, on a slow machine, to a browser that holds nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from measuring.window import new_page

_PAINT = "performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime)"
_LARGEST = """new Promise((told) => {
  const none = setTimeout(() => told(null), 1000);
  new PerformanceObserver((list) => {
    clearTimeout(none);
    told(list.getEntries().pop().startTime);
  }).observe({ type: "largest-contentful-paint", buffered: true });
})"""
_LOOKS_APART_MS = 100
_REST_MS = 1_000
"""Between a window's opening and the page: the browser is at rest when a reader follows a link,
while here the last window is being taken down and the processes of this one are starting."""


@dataclass(frozen=True, slots=True)
class Load:
    """One load of one page."""

    paint_ms: float
    """First contentful paint, from the start of the navigation."""
    largest_ms: float
    """Largest contentful paint within the time given: a sign that says "Loading" is a first paint
    too. The first paint where the browser tells none, as of text inside drawings."""
    requests: int
    outside: int
    """Of them, those to another host than ours; the browser reaches none of these."""
    body_bytes: int
    """Of all that our server sent, decompressed."""
    wire_bytes: int
    """The same as it came over the wire, headers included."""


def load(
    browser: Browser, address: str, *, slower: float, patience_s: float, quiet_ms: float
) -> Load:
    """Open a page once in a window of its own; *slower* is how many times the CPU is slowed.

    After the paint the page has *quiet_ms* to fetch what else it wants, which is counted.
    Raises TimeoutError when nothing is painted in time.
    """
    with new_page(browser) as page:
        session = page.context.new_cdp_session(page)
        sizes = {"requests": 0, "outside": 0, "body": 0, "wire": 0}

        def asked(event: dict[str, Any]) -> None:
            url = event["request"]["url"]
            if not url.startswith(("data:", "blob:")):
                sizes["requests"] += 1
                sizes["outside"] += not url.startswith(address.partition("/page")[0])

        def received(event: dict[str, Any]) -> None:
            sizes["body"] += int(event["dataLength"])

        def finished(event: dict[str, Any]) -> None:
            sizes["wire"] += int(event["encodedDataLength"])

        session.on("Network.requestWillBeSent", asked)
        session.on("Network.dataReceived", received)
        session.on("Network.loadingFinished", finished)
        session.send("Network.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.wait_for_timeout(_REST_MS)
        page.goto(address, wait_until="commit")
        deadline = time.monotonic() + patience_s
        while not (painted := page.evaluate(_PAINT)):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{address} painted nothing in {patience_s:g} s")
            page.wait_for_timeout(_LOOKS_APART_MS)
        page.wait_for_timeout(quiet_ms)
        return Load(
            painted[0],
            max(page.evaluate(_LARGEST) or 0.0, painted[0]),
            sizes["requests"],
            sizes["outside"],
            sizes["body"],
            sizes["wire"],
        )
