"""The choices that are made in both apps, and the bare page that is put up to make them in."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

EVERYTHING = "Everything"
LAND = re.compile('"(/geo/[^"]+)"')
"""The addresses in a deck at which our own server has the land."""
STATIC = "/app/static"
"""Where Streamlit serves the folder `static` beside a script."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of one filter, as it is found in both apps."""

    filter: str
    """`person` or `country`, the name in our addresses."""
    choice_id: str
    words: str
    """What a reader types to find it."""

    @property
    def bare_label(self) -> str:
        """What it is called in the one list of the bare page."""
        return f"{self.filter}: {self.words}"


def read_choices(folder: Path) -> list[Choice]:
    """The choices for which figures were recorded in a folder."""
    return [
        Choice(**one) for one in json.loads((folder / "choices.json").read_text(encoding="utf-8"))
    ]


def put_up_bare_page(folder: Path, land: dict[str, bytes]) -> Path:
    """Make the folder of figures one that Streamlit can serve; returns the script in it.

    *land* is what the recorded addresses answer, by address.
    """
    for address, content in land.items():
        file = folder / "static" / address.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    script = folder / "bare_page.py"
    shutil.copyfile(Path(__file__).resolve().parents[1] / "bare_page.py", script)
    return script
