"""Whether the current store was made from the sheets and the code as they are now.

The digest of the inputs stays in the build folder and never enters the store: it
changes with restricted rows, and nothing public may tell whether there are any.
"""

from __future__ import annotations

import hashlib
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from timeline.intake.folder import CASES, SHARED
from timeline.store.location import build_folder, build_lock, current_store, write_whole

_INPUTS = "inputs"
_MAKING = ("model", "evidence", "intake", "store", "assembly")
"""Rooms whose code decides what the store holds."""


def input_digest(data_folder: Path) -> str:
    """SHA-256 over every sheet and every line of code that makes the store of them."""
    digest = hashlib.sha256()
    for home in (CASES, SHARED):
        for path in sorted((data_folder / home).rglob("*")):
            if path.is_file() and path.suffix in (".csv", ".xlsx"):
                digest.update(path.relative_to(data_folder).as_posix().encode())
                digest.update(path.read_bytes())
    package = resources.files("timeline")
    for room in _MAKING:
        _add_code(digest, package / room)
    return digest.hexdigest()


def _add_code(digest: hashlib._Hash, entry: Traversable) -> None:
    for child in sorted(entry.iterdir(), key=lambda child: child.name):
        if child.is_dir():
            _add_code(digest, child)
        elif child.name.endswith((".py", ".sql")):
            digest.update(child.name.encode())
            digest.update(child.read_bytes())


def fresh_store(data_folder: Path, digest: str) -> Path | None:
    """The current store if it was made from inputs with this digest, else None."""
    store = current_store(data_folder)
    if store is None:
        return None
    try:
        made_from = (build_folder(data_folder) / _INPUTS).read_text(encoding="utf-8").split()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return store if made_from == [digest, store.name] else None


def remember(data_folder: Path, digest: str, store: Path) -> None:
    """Write down which inputs the current store was made from."""
    # A build that starts meanwhile clears away half-written files; it must not find this one.
    with build_lock(data_folder):
        write_whole(build_folder(data_folder) / _INPUTS, f"{digest} {store.name}\n")
