"""Most tests of publishing look at the two cases and leave out what is of several cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from timeline.publishing import items, site
from timeline.publishing.asking import Ask
from timeline.publishing.items import Unit


def _limited(
    monkeypatch: pytest.MonkeyPatch, wanted: Callable[[Sequence[Unit]], Sequence[Unit]]
) -> None:
    def units(ask: Ask) -> tuple[Unit, ...]:
        return tuple(wanted(items.units(ask)))

    monkeypatch.setattr(site, "units", units)


@pytest.fixture(autouse=True)
def _only_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """The views of each case."""
    _limited(monkeypatch, lambda found: [one for one in found if one.views[0].case_id])


@pytest.fixture
def only_case_a(monkeypatch: pytest.MonkeyPatch) -> None:
    """The views of one case."""
    _limited(
        monkeypatch,
        lambda found: [one for one in found if one.views[0].case_id == "fictional-case-a"],
    )


@pytest.fixture
def every_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that a site has."""
    _limited(monkeypatch, lambda found: found)
