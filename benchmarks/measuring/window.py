"""A browser window on one of the two apps: open it, choose, wait until its charts stand still."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Locator, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from measuring.choices import EVERYTHING, Choice

QUIET_MS = 1_200
"""Stillness that counts as done. The end that is reported lies before it, at the last change."""
_MOST_PRESSES = 20
_WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
_FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# WebGL without a graphics card, so that every machine measures the same way.
_SOFTWARE_WEBGL = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
_VIEWPORT = {"width": 1440, "height": 900}


@dataclass(frozen=True, slots=True)
class Answer:
    """What followed one choice, or the opening of a page; times in ms from the choice."""

    seconds: float
    """Until the charts stood as they were going to stand."""
    websocket_bytes: int
    parts_ms: dict[str, float | None] = field(default_factory=dict)
    largest_frames: tuple[int, ...] = ()


class NotSettledError(Exception):
    """The charts were not drawn in the time allowed."""


# Where the controls are, in one place: what a change of the interface has to change here.


def ours_box(page: Page, name: str) -> Locator:
    """The control of one of our filters, by the words of the catalog."""
    words = {"person": "Person", "country": "Country"}
    return page.get_by_role("combobox", name=words[name])


def bare_box(page: Page) -> Locator:
    """The one list of the bare page."""
    return page.get_by_role("combobox", name="Choice")


class Window:
    """A page of one app; the same for both but for the way to the control."""

    def __init__(self, page: Page, patience_s: float) -> None:
        self.page = page
        self._address = ""
        self._patience_ms = patience_s * 1000
        page.set_default_timeout(self._patience_ms)
        page.add_init_script(_WATCH)

    def open(self, address: str) -> None:
        """Go to an address and wait until the charts stand."""
        self._address = address
        self.page.goto(address)
        self._settle(needs_change=False)

    def open_again(self) -> None:
        """Start over where it was opened, after something went wrong."""
        self.open(self._address)

    def seen(self) -> dict[str, Any]:
        """The notes of the page's own watch."""
        notes: dict[str, Any] = self.page.evaluate("window.__watch.seen()")
        return notes

    def choose(self, choice: Choice) -> Answer:
        """Choose, from everything, and wait."""
        raise NotImplementedError

    def clear(self) -> Answer:
        """Go back to everything, and wait."""
        raise NotImplementedError

    def _pick(self, box: Locator, words: str) -> Answer:
        """Type into a list and take what it offers first; the key Enter is the choice."""
        box.focus()
        box.press_sequentially(words)
        option = self.page.get_by_role("option", name=words).first
        option.wait_for()
        # Some lists highlight the only match by themselves, some wait for the arrow key.
        for _ in range(_MOST_PRESSES):
            if box.get_attribute("aria-activedescendant") == option.get_attribute("id"):
                break
            box.press("ArrowDown")
        else:
            raise LookupError(f"{words!r} cannot be reached with the arrow key")
        answer = self._answer_to(lambda: box.press("Enter"))
        self._close_list()
        return answer

    def _close_list(self) -> None:
        """Close a list that stays open for a further choice; while open it hides all else."""
        for _ in range(_MOST_PRESSES):
            if not self.page.get_by_role("listbox").count():
                return
            self.page.keyboard.press("Escape")
            self.page.wait_for_timeout(100)

    def _answer_to(self, choosing: Callable[[], None]) -> Answer:
        self.page.evaluate("window.__watch.arm('keydown')")
        choosing()
        self._settle(needs_change=True)
        notes = self.seen()
        return _answer(notes, notes["chosen"])

    def _settle(self, *, needs_change: bool) -> None:
        try:
            self.page.wait_for_function(
                "([quiet, change]) => window.__watch.isSettled(quiet, change)",
                arg=[QUIET_MS, needs_change],
                polling=100,
                timeout=self._patience_ms,
            )
        except PlaywrightTimeout as error:
            raise NotSettledError(f"not drawn within {self._patience_ms / 1000:g} s") from error


class OurWindow(Window):
    """A window on our overview: a filter with several choices, empty for everything."""

    def choose(self, choice: Choice) -> Answer:
        self._used = ours_box(self.page, choice.filter)
        # With the bracket of the count one label fits, and no "Select all matches" comes first.
        return self._pick(self._used, f"{choice.words} (")

    def clear(self) -> Answer:
        self._used.focus()
        return self._answer_to(lambda: self._used.press("Backspace"))


class GrownWindow(OurWindow):
    """A window on our overview with the grown record: a person asked for is one of those offered.

    A list of thousands offers the people with most events, and those of the shipped record
    are not among them; the ones that are have as many events as the largest of these.
    """

    def open(self, address: str) -> None:
        """Go to an address, and read who is offered there."""
        super().open(address)
        box = ours_box(self.page, "person")
        box.focus()
        box.press("ArrowDown")
        # "Select all" is an option too; what can be chosen says how many events it leaves.
        offered = self.page.get_by_role("option").filter(has_text=re.compile(r" \([\d,]+\)$"))
        offered.first.wait_for()
        self._people = [label.rpartition(" (")[0] for label in offered.all_inner_texts()]
        self._asked_for: list[str] = []
        self._close_list()

    def choose(self, choice: Choice) -> Answer:
        if choice.filter == "person":
            if choice.choice_id not in self._asked_for:
                self._asked_for.append(choice.choice_id)
            place = self._asked_for.index(choice.choice_id)
            choice = replace(choice, words=self._people[place % len(self._people)])
        return super().choose(choice)


class BareWindow(Window):
    """A window on the bare page: one list in which everything is a choice too."""

    def choose(self, choice: Choice) -> Answer:
        return self._pick(bare_box(self.page), choice.bare_label)

    def clear(self) -> Answer:
        return self._pick(bare_box(self.page), EVERYTHING)


def _answer(notes: dict[str, Any], since: float) -> Answer:
    def after(name: str) -> float | None:
        at = notes[name]
        return None if at is None else round(at - since, 1)

    return Answer(
        seconds=(notes["painted"] - since) / 1000,
        websocket_bytes=notes["bytes"],
        parts_ms={
            "sent": after("sent"),
            "first message": after("firstFrame"),
            "last message": after("lastFrame"),
            "script ended": after("scriptEnd"),
            "timeline drawn": after("plotLast"),
            "map drawn": after("deckLast"),
            "painted": after("painted"),
            "long tasks": round(notes["longTasks"], 1),
        },
        largest_frames=tuple(sorted(notes["sizes"], reverse=True)[:6]),
    )


def painted_at(notes: dict[str, Any]) -> float:
    """When the charts of a page just opened stood, in seconds since the epoch."""
    at: float = (notes["origin"] + notes["painted"]) / 1000
    return at


class Wire:
    """Bytes that one page received: answers as they came, headers included, and messages."""

    def __init__(self, page: Page) -> None:
        self.answer_bytes = 0
        self.answers = 0
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.on("Network.loadingFinished", self._finished)
        self._session.send("Network.enable")

    def _finished(self, event: dict[str, Any]) -> None:
        self.answer_bytes += int(event["encodedDataLength"])
        self.answers += 1


@contextmanager
def chromium(*, has_webgl: bool = True) -> Iterator[Browser]:
    """A headless Chromium of this machine.

    Maps need WebGL, which here is a graphics card imitated in software. That also draws
    whatever else is on a page, at several times the cost of drawing it outright: pages that
    need no WebGL are measured without.
    """
    # Chromium refuses to run its sandbox as root, which is what containers run as.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    named = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium") or shutil.which("chrome")
    flags = [
        *_FLAGS,
        *(_SOFTWARE_WEBGL if has_webgl else ()),
        *(["--no-sandbox"] if as_root else []),
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=named, args=flags)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def new_page(browser: Browser) -> Iterator[Page]:
    """A window that remembers nothing."""
    context = browser.new_context(viewport=_VIEWPORT, service_workers="block")  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()
