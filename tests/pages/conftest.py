"""The server and the browser that the page tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .browser import (
    RunningServer,
    Traffic,
    chromium_executable,
    chromium_flags,
    start_server,
)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """The app, started once and shared; whoever needs one untouched asks for `fresh_server`."""
    running = start_server(tmp_path_factory.mktemp("server") / "log.txt")
    yield running
    running.stop()


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Callable[..., RunningServer]]:
    """Starts servers nobody has visited; takes the arguments of `start_server` after the log."""
    started: list[RunningServer] = []

    def start(**how: object) -> RunningServer:
        started.append(start_server(tmp_path / f"server-{len(started)}.txt", **how))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for running in started:
        running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine; without one, the tests that need it are skipped."""
    with sync_playwright() as playwright:
        executable = chromium_executable(playwright)
        if executable is None:
            pytest.skip(
                "no Chromium on this machine: install one, or name it in CHROMIUM_PATH "
                "(the tests never download a browser)"
            )
        chromium = playwright.chromium.launch(executable_path=executable, args=chromium_flags())
        yield chromium
        chromium.close()


@pytest.fixture
def traffic() -> Traffic:
    """What `page` asked for and complained about."""
    return Traffic()


@pytest.fixture
def page(browser: Browser, traffic: Traffic) -> Iterator[Page]:
    """A new window with nothing remembered, watched by `traffic`."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, service_workers="block"
    )
    opened = context.new_page()
    traffic.watch(opened)
    yield opened
    context.close()
