"""The sentences that say how contested ground is drawn, from the file that decides it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = "policy.toml"


@dataclass(frozen=True, slots=True)
class BoundaryPolicy:
    """What is said of boundaries."""

    general: str
    """Empty when there is no policy."""
    decisions: tuple[str, ...]
    """In the order of the file."""


def boundary_policy(folder: Path) -> BoundaryPolicy:
    """The policy beside the boundary files of a folder; an empty one when there is none."""
    file = folder / FILE
    if not file.is_file():
        return BoundaryPolicy("", ())
    policy = tomllib.loads(file.read_text(encoding="utf-8"))
    return BoundaryPolicy(
        general=str(policy["general"]["says"]),
        decisions=tuple(str(decision["says"]) for decision in policy["decision"]),
    )
