"""A real server and a real browser for the page tests, and what they were seen to do.

The browser is one that is installed already; only where there is none is one fetched,
by Playwright, once. Every name it might look up except 127.0.0.1 is made unknown to it.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Playwright, Request, WebSocket

REPOSITORY = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60.0
SECONDS_TO_FETCH = 300.0

# Chromium makes calls of its own (updates, sync, field trials). These switch them off,
# so that every request seen in a test was made by the page.
QUIET_FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP response as it came over the wire: not decompressed, redirects not followed."""

    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes


@dataclass(frozen=True, slots=True)
class RunningServer:
    """The app, served by a process of its own on a port of its own."""

    url: str
    """Without a closing slash."""
    process: subprocess.Popen[bytes]
    log: Path

    def get(
        self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET"
    ) -> Answer:
        """Ask for one path, sent exactly as written."""
        connection = http.client.HTTPConnection(
            urllib.parse.urlsplit(self.url).netloc, timeout=SECONDS_TO_START
        )
        try:
            connection.request(method, path, headers=dict(headers or {}))
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read())
        finally:
            connection.close()

    def stop(self) -> None:
        """End the process and wait until it is gone."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_server(
    log: Path, *, app: Path = REPOSITORY / "app.py", environment: Mapping[str, str] | None = None
) -> RunningServer:
    """Serve the app as a reader's own `streamlit run app.py` would, and wait until it answers.

    Waiting asks only for the health address, which opens no session: the first page
    a test opens is the first page this server ever shows. TIMELINE_DATA is inherited.
    """
    port = _free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}"],
            cwd=app.parent,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = RunningServer(f"http://127.0.0.1:{port}", process, log)
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if server.get("/_stcore/health").status == 200:
                return server
        except OSError:
            pass
        time.sleep(0.05)
    server.stop()
    raise RuntimeError(f"the app did not start:\n{log.read_text(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def chromium_executable(playwright: Playwright) -> Path | None:
    """A Chromium that is installed on this machine, or None."""
    named = os.environ.get("CHROMIUM_PATH")
    candidates = [
        *([named] if named else []),
        *filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
        playwright.chromium.executable_path,
    ]
    return next((Path(path) for path in candidates if Path(path).is_file()), None)


def fetch_chromium() -> None:
    """Let Playwright try to fetch its own Chromium; where that cannot be had, nothing changes."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, timeout=SECONDS_TO_FETCH, capture_output=True, check=False)


def chromium_flags() -> list[str]:
    """The command line for a browser that makes no calls of its own."""
    # Chromium refuses to run its sandbox as root, which is what containers run as.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET_FLAGS, *(["--no-sandbox"] if as_root else [])]


@dataclass(slots=True)
class Traffic:
    """What one page asked for and complained about, in order."""

    requests: list[str] = field(default_factory=list)
    """Every address, websockets included, also those the browser then refused to load."""
    console_errors: list[str] = field(default_factory=list)
    """Errors written to the console, and exceptions nobody caught."""

    def watch(self, page: Page) -> None:
        """Record what this page does from now on."""

        def on_request(request: Request) -> None:
            self.requests.append(request.url)

        def on_websocket(websocket: WebSocket) -> None:
            self.requests.append(websocket.url)

        def on_console(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.console_errors.append(f"{message.text} ({message.location.get('url')})")

        page.on("request", on_request)
        page.on("websocket", on_websocket)
        page.on("console", on_console)
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))


def third_party_requests(requests: Iterable[str], own: str) -> list[str]:
    """The addresses that lie outside the server's own origin.

    Addresses that reach no server (`data:`, `blob:`, `about:`) are nobody's.
    """
    own_host = urllib.parse.urlsplit(own).netloc
    return [
        address
        for address in requests
        if urllib.parse.urlsplit(address).scheme not in {"data", "blob", "about"}
        and urllib.parse.urlsplit(address).netloc != own_host
    ]


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until its script has run to the end and drawn something."""
    page.goto(address)
    page.locator("[data-testid='stMain'] [data-testid='stElementContainer']").first.wait_for()
    page.locator("[data-testid='stApp'][data-test-script-state='notRunning']").wait_for()
