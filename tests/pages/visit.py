"""Windows for looking closely at one page after another: sizes, grounds, and when a page is at rest."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from timeline.ui import navigation

from .browser import RunningServer, open_page

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
SMALLEST = {"width": 320, "height": 640}
TWICE_AS_LARGE = {"width": 720, "height": 450}
"""What is left of the wide window at 200 %."""

SUBJECTS = {"case": "?case=mansur-movlaev", "search": "?q=Yangulbaev"}
"""What a page has to be asked before it shows all that it can show."""

# Software graphics take half a minute for one map. Its canvas stays where it is; the test of
# its text alternative needs no drawing.
_NO_WEBGL = """const real = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return /webgl/.test(kind) ? null : real.call(this, kind, ...rest); };"""


def window(browser: Browser, ground: str) -> Page:
    """A window on a light or dark ground."""
    context = browser.new_context(
        viewport=WIDE,  # type: ignore[arg-type]
        color_scheme=ground,  # type: ignore[arg-type]
        service_workers="block",
    )
    context.add_init_script(_NO_WEBGL)
    return context.new_page()


def show(page: Page, server: RunningServer, which: navigation.Page) -> None:
    """Open a page, and wait until its pictures stand."""
    open_page(page, f"{server.url}/{which.url_path}{SUBJECTS.get(which.name, '')}")
    page.locator("h1").first.wait_for()
    for chart in page.locator("[data-testid='stPlotlyChart']").all():
        chart.locator(".main-svg").first.wait_for(state="attached")
    expect(page.locator("[data-testid='stSkeleton']")).to_have_count(0, timeout=30_000)


def sized(page: Page, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.wait_for_timeout(250)
