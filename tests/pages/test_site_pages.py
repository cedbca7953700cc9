"""The pages of a published site in a browser: at every width, in both grounds, for assistive technology."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.builders import fictional_sheets
from tests.site_builders import SECOND, THIRD, published

from .axe import findings

pytestmark = pytest.mark.browser

CASE = "case-fictional-case-a"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published three times: whole, with a change, and with a case withdrawn."""
    folder, sheets = tmp_path_factory.mktemp("published"), fictional_sheets()
    published(sheets, folder)
    sheets.row("events", "person-a-left")["title"] = "Left" + "withoutabreak" * 4
    published(sheets, folder, SECOND)
    sheets.row("case", "fictional-case-b")["disclosure"] = "restricted"
    published(sheets, folder, THIRD)
    return folder / "site"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [280, 720])
@pytest.mark.parametrize(
    "path",
    ["index.html", f"embed/{CASE}/versions.html", "embed/case-fictional-case-b/index.html"],
)
def test_a_page_can_be_read_by_everyone(
    path: str, width: int, scheme: str, site: Path, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))
    page.goto((site / path).as_uri())

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page) == []
    assert said == [], "the policy of the page forbids nothing that it needs"
    page.close()
