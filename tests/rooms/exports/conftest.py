"""Views that the tests of files of data are written from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data_builders import (
    OUR_PAYLOADS,
    Saying,
    edition_from,
    payloads_beside,
    saying,
)
from timeline.exports.edition import Edition


@pytest.fixture(scope="session")
def everything(shipped_store: Path) -> Edition:
    """The whole shipped record as one view."""
    return edition_from(shipped_store)


@pytest.fixture(scope="session", params=["ours", "corpora"])
def hostile(request: pytest.FixtureRequest) -> Saying:
    """A fictional view in which every text is one that bites, and those texts."""
    if request.param == "ours":
        return saying(OUR_PAYLOADS)
    payloads = payloads_beside()
    if not payloads:
        pytest.skip("the corpora lie beside the repository, and are not there")
    return saying(payloads)
