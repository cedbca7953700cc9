"""The listener of the snippets in a page: it hears whom it should, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from timeline.exports.snippets import listener

pytestmark = pytest.mark.browser

CHILD = "<script>parent.postMessage({message}, '*')</script>"
HEARD = {
    "Datawrapper's": '{"datawrapper-height": {"case-x": 777}}',
    "AMP's": '{sentinel: "amp", type: "embed-size", height: 777}',
    "that of iframe.resize": 'JSON.stringify({src: "x", context: "iframe.resize", height: 777})',
}
UNHEARD = {
    "too low": '{"datawrapper-height": {"x": 99}}',
    "too high": '{"datawrapper-height": {"x": 50001}}',
    "no number": '{"datawrapper-height": {"x": "777"}}',
    "no size": '{sentinel: "amp", type: "other", height: 777}',
    "no JSON": '"{"',
    "nothing": "null",
}


@pytest.mark.parametrize("message", HEARD.values(), ids=HEARD)
def test_a_frame_gets_the_height_that_it_tells(page: Page, tmp_path: Path, message: str) -> None:
    heights = _heights(page, tmp_path, message)

    assert heights == [777, 200, 200]


@pytest.mark.parametrize("message", UNHEARD.values(), ids=UNHEARD)
def test_what_is_no_height_changes_nothing(page: Page, tmp_path: Path, message: str) -> None:
    assert _heights(page, tmp_path, message) == [200, 200, 200]


def test_the_height_of_our_longest_table_is_believed(page: Page, tmp_path: Path) -> None:
    # As `case-mansur-movlaev` is in a phone's column once its table is open.
    heights = _heights(page, tmp_path, '{"datawrapper-height": {"case-x": 11767}}')

    assert heights == [11767, 200, 200]


def test_a_frame_that_is_not_ours_is_left_alone(page: Page, tmp_path: Path) -> None:
    assert _heights(page, tmp_path, HEARD["AMP's"], teller=2) == [200, 200, 200]


def _heights(page: Page, folder: Path, message: str, *, teller: int = 0) -> list[int]:
    """Of two frames of ours and a stranger's, of which one tells something."""
    (folder / "quiet.html").write_text("quiet")
    (folder / "teller.html").write_text(CHILD.replace("{message}", message))
    frames = [
        f'<iframe src="{"teller" if place == teller else "quiet"}.html" sandbox="allow-scripts" '
        f'height="200" style="border:0" {"data-timeline" if place < 2 else ""}></iframe>'
        for place in range(3)
    ]
    # Twice: as it is when two snippets stand in one article.
    host = folder / "host.html"
    host.write_text(f"<!DOCTYPE html>{listener() * 2}{''.join(frames)}")
    page.goto(host.as_uri())
    page.wait_for_timeout(200)
    found: list[int] = page.evaluate(
        "Array.from(document.querySelectorAll('iframe'), (one) => one.clientHeight)"
    )
    return found
