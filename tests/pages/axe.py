"""axe-core in a page of ours: what it finds, and what of it is Streamlit's and not ours.

The rules come from the lock file, inside `axe-playwright-python`, for tests only. They are
evaluated through the browser's own debugging door, which the policy of the page leaves open.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from importlib import resources

from playwright.sync_api import Page

GRAVE = ("serious", "critical")


@dataclass(frozen=True, slots=True)
class Excused:
    """One thing that Streamlit draws and we cannot mend from here."""

    rule: str
    selector: str
    """The part of a page it is excused in; the rule holds everywhere else."""
    reason: str


EXCUSED: tuple[Excused, ...] = ()
"""Nothing has to be excused with Streamlit 1.67."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One element that breaks one rule."""

    rule: str
    impact: str
    """minor, moderate, serious or critical."""
    advice: str
    element: str
    """A selector for it, and the beginning of its HTML."""
    summary: str
    excused: bool

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}) {self.element}: {self.summary}"


_RUN = """async (excused) => {
  const found = await axe.run(document, {
    resultTypes: ['violations'], elementRef: true,
    rules: {'target-size': {enabled: true}},
  });
  return found.violations.flatMap(broken => broken.nodes.map(node => ({
    rule: broken.id, impact: broken.impact, advice: broken.help,
    element: node.target.join(' ') + ' ' + node.html.replace(/\\s+/g, ' ').slice(0, 120),
    summary: (node.any.concat(node.all, node.none)[0]?.message || ''),
    excused: excused.some(one => one.rule === broken.id && node.element?.closest(one.selector)),
  })));
}"""


def script() -> str:
    """The source of axe-core."""
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def version() -> str:
    """Which axe-core it is, such as 4.12.1."""
    return script()[:40].partition("axe v")[2].split()[0]


def findings(page: Page) -> list[Finding]:
    """Everything that axe-core objects to in the page as it stands, the excused included.

    Beyond its defaults it measures the size of targets (WCAG 2.2, 2.5.8).
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"{script()};0")
    found = page.evaluate(_RUN, [asdict(one) for one in EXCUSED])
    return [Finding(**one) for one in found]


def grave(found: list[Finding]) -> list[str]:
    """Those of them that bar somebody's way and are ours to mend, in words."""
    return [str(one) for one in found if one.impact in GRAVE and not one.excused]
