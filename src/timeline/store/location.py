"""Where the store lies, and which of the built files is the current one."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock

POINTER = "current"
"""File that holds the name of the store being served, one line."""


def build_folder(data_folder: Path) -> Path:
    """The folder of built files; everything in it can be thrown away and built again."""
    return data_folder / "build"


def build_lock(data_folder: Path) -> FileLock:
    """Held by whoever writes into the build folder; a second writer waits."""
    return FileLock(build_folder(data_folder) / ".lock")


def store_name(fingerprint: str) -> str:
    """Name of the store that holds the content with this fingerprint."""
    return f"timeline-{fingerprint}.duckdb"


def current_store(data_folder: Path) -> Path | None:
    """The store that the pointer names, or None when there is none to open.

    A pointer that is damaged names nothing, so that the next build mends it.
    """
    folder = build_folder(data_folder)
    try:
        name = (folder / POINTER).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None
    path = folder / name
    return path if name and path.is_file() and path.parent == folder else None


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that readers see the old or the new text and never a part."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with part.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Make a rename in the folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
