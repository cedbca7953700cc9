"""Files to take away, as a list of links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Download:
    """One file."""

    label: str
    address: str
    """On this server."""
    about: str
    """What it is good for, in a sentence."""


def download_list(files: Sequence[Download]) -> str:
    """The list; every text escaped."""
    items = "".join(
        f'<li><a href="{escape(file.address, quote=True)}" download>{escape(file.label)}</a>'
        f'<br><span class="tl-when">{escape(file.about)}</span></li>'
        for file in files
    )
    return f'<ul class="tl-downloads">{items}</ul>'
