"""The server and the browser that the page tests share."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .browser import (
    RunningServer,
    Traffic,
    chromium_executable,
    chromium_flags,
    fetch_chromium,
    start_server,
)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """The app, started once and shared; a test that needs one untouched takes `fresh_server`."""
    running = start_server(tmp_path_factory.mktemp("server") / "log.txt")
    yield running
    running.stop()


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Callable[..., RunningServer]]:
    """Starts servers that nobody has visited: `start_server` with the log already chosen."""
    started: list[RunningServer] = []

    @functools.wraps(start_server)
    def start(**how: object) -> RunningServer:
        log = tmp_path / f"server-{len(started)}.log"
        started.append(start_server(log, **how))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for running in started:
        running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine; where none can be had, the tests that need it are skipped."""
    with sync_playwright() as playwright:
        executable = chromium_executable(playwright)
        if executable is None:
            fetch_chromium()
            executable = chromium_executable(playwright)
        if executable is None:
            pytest.skip(
                "no Chromium on this machine and none could be fetched; "
                "install one or name it in CHROMIUM_PATH"
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
    """A new window that remembers nothing, watched by `traffic`."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        service_workers="block",
    )
    window = context.new_page()
    traffic.watch(window)
    yield window
    context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in a browser last.

    Once a browser runs, so does a loop in this thread, and what starts a loop of its own
    would be refused.
    """
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
