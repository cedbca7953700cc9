"""Take the pictures of the README from the running app.

    uv run python docs/make_pictures.py

Starts the app on a free port, opens it in headless Chromium and writes
`docs/pictures/*.png`. Nothing in a picture is drawn by hand.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SHOTS = (
    ("overview.png", "/", 1280, 900),
    ("case.png", "/case?case=mansur-movlaev", 1280, 1180),
    ("export.png", "/export?kind=case&case=mansur-movlaev", 1280, 1180),
    ("embed.png", "/embed/case-mansur-movlaev/", 760, 1000),
)


def main() -> int:
    executable = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        wait_until_up(port)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=executable,
                args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
            )
            for name, path, width, height in SHOTS:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(f"http://127.0.0.1:{port}{path}")
                settle(page)
                page.screenshot(path=PICTURES / name)
                print(PICTURES / name)
            browser.close()
    finally:
        server.terminate()
        server.wait()
    return 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(port: int) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise TimeoutError("the app did not start within a minute")


def settle(page: Page) -> None:
    page.wait_for_selector("h1", timeout=60_000)
    if "/embed/" in page.url:
        return
    if "/export" in page.url:
        page.wait_for_selector("iframe", timeout=60_000)
        page.wait_for_timeout(6_000)
        return
    page.wait_for_selector(".js-plotly-plot .xtick", timeout=60_000)
    page.wait_for_selector("canvas", timeout=60_000)
    page.wait_for_selector("[data-testid='stStatusWidget']", state="detached", timeout=60_000)
    # The map draws its land after its canvas is there, and nothing in the page says when.
    page.wait_for_timeout(6_000)


if __name__ == "__main__":
    sys.exit(main())
