"""Measure the pages with axe-core and write what it finds into docs/accessibility.md.

    uv run python docs/make_accessibility.py

Starts the app on a free port and opens every page in headless Chromium, at a desk and on a
phone, light and dark. What stands above the heading of the table is written by hand.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # The tests are no package of the project's own.

from tests.pages import axe  # noqa: E402
from tests.pages.browser import chromium_executable, chromium_flags, start_server  # noqa: E402
from tests.pages.visit import PHONE, WIDE, show, sized, window  # noqa: E402
from timeline.ui.navigation import PAGES  # noqa: E402

PAPER = ROOT / "docs" / "accessibility.md"
HEADING = "## What axe-core finds\n"


def measured() -> Iterator[tuple[str, str, axe.Finding]]:
    """Every finding with its page and the window it was made in."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "log.txt")
        try:
            chromium = playwright.chromium.launch(
                executable_path=chromium_executable(playwright), args=chromium_flags()
            )
            for ground in ("light", "dark"):
                page = window(chromium, ground)
                for which in PAGES:
                    show(page, server, which)
                    for size in (WIDE, PHONE):
                        sized(page, size)
                        for found in axe.findings(page):
                            yield which.name, f"{ground} {size['width']}", found
                    sized(page, WIDE)
        finally:
            server.stop()


def table(findings: list[tuple[str, str, axe.Finding]]) -> str:
    """Rule by page: in how many elements, in the window with the most of them."""
    counts = Counter((found.rule, name, where) for name, where, found in findings)
    impacts = {found.rule: found.impact for _, _, found in findings}
    names = [page.name for page in PAGES]
    lines = [
        f"axe-core {axe.version()}, all rules that are on by default and `target-size`. A number is "
        "how many elements break the rule,\nin the worst of four windows: "
        f"{WIDE['width']} and {PHONE['width']} px, light and dark.\n",
        "| rule | weight | " + " | ".join(names) + " |",
        "| --- | --- |" + " --- |" * len(names),
    ]
    for rule, impact in sorted(impacts.items()):
        worst = [
            max(
                (n for (one, page, _), n in counts.items() if (one, page) == (rule, name)),
                default=0,
            )
            for name in names
        ]
        lines.append(f"| {rule} | {impact} | " + " | ".join(str(n or "") for n in worst) + " |")
    if not impacts:
        lines.append("| none broken | |" + " 0 |" * len(names))
    lines += ["", "Excused as Streamlit's own:", ""]
    lines += [f"- {one.rule} in `{one.selector}`: {one.reason}" for one in axe.EXCUSED] or [
        "- nothing"
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure and write; whatever is found is printed with its selector."""
    findings = list(measured())
    for name, where, found in findings:
        print(f"{name} ({where}): {found}")
    by_hand, _, _ = PAPER.read_text("utf-8").partition(HEADING)
    PAPER.write_text(f"{by_hand}{HEADING}\n{table(findings)}", encoding="utf-8")


if __name__ == "__main__":
    main()
