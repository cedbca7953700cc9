"""The languages that a view can be written in."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from timeline.i18n.catalog import DEFAULT


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Those that there is a catalog of, English first."""
    folder = resources.files("timeline.i18n") / "catalogs"
    found = sorted(one.name for one in folder.iterdir() if one.is_dir() and one.name.isalpha())
    return (DEFAULT, *(one for one in found if one != DEFAULT))
