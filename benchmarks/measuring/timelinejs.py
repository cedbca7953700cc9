"""TimelineJS as a newsroom would host it, fetched from npm at run time and never kept in the repository."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path

from playwright.sync_api import Browser

from measuring.window import new_page

PACKAGE, VERSION = "@knight-lab/timelinejs", "3.9.11"
_ARCHIVE = f"knight-lab-timelinejs-{VERSION}.tgz"
_DIST = "package/dist/"

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>TimelineJS</title>
<link rel="stylesheet" href="css/timeline.css"></head>
<body><div id="timeline" style="width:100%;height:600px"></div>
<script src="js/timeline.js"></script>
<script>
window.timeline = new TL.Timeline("timeline", EVENTS, {script_path: new URL("js/", location).href});
</script>
</body></html>
"""
"""As its documentation says to put it into a page, but with everything from the same server: left to
itself it fetches its typefaces from that of its makers. Its events are an address or an object."""


class NotFetchedError(Exception):
    """npm is not there, or did not get the package."""


def files(cache: Path, events: bytes, *, are_within: bool = False) -> dict[str, bytes]:
    """Everything that the page may ask for, by path.

    *events* are those of `timelinejs.json`, which the page fetches, or holds within.
    """
    archive = cache / _ARCHIVE
    if not archive.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--silent"]
        try:
            subprocess.run(command, cwd=cache, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise NotFetchedError(f"npm pack {PACKAGE}@{VERSION} failed") from error
    # A closing tag in a text would end the script; in JSON the sign may be told as an escape.
    told = events.replace(b"<", rb"\u003c") if are_within else b'"timelinejs.json"'
    found = {"index.html": PAGE.encode().replace(b"EVENTS", told), "timelinejs.json": events}
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if member.isfile() and member.name.startswith((f"{_DIST}js/", f"{_DIST}css/")):
                content = tar.extractfile(member)
                assert content is not None
                found[member.name.removeprefix(_DIST)] = content.read()
    return found


def shown_events(browser: Browser, address: str, patience_s: float) -> tuple[str, ...]:
    """The headlines of the markers that TimelineJS draws: what it made of our file."""
    with new_page(browser) as page:
        page.goto(address)
        page.locator(".tl-timemarker").last.wait_for(state="attached", timeout=patience_s * 1000)
        page.wait_for_timeout(1000)
        return tuple(page.locator(".tl-timemarker .tl-headline").all_text_contents())
