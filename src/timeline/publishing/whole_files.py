"""Files that appear whole or not at all, and are left alone when they are right already."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

_PART = ".part"
"""Ends what is still being written. A reader never meets it, and the next run clears it away."""


def put(path: Path, content: bytes) -> int:
    """Give a file this content; 1 when it was written, 0 when it had it already."""
    if _has(path, content):
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _part_of(path)
    part.write_bytes(content)
    part.replace(path)
    return 1


def put_folder(folder: Path, contents: Mapping[str, bytes]) -> int:
    """Give a folder these files and no others; how many were written.

    A folder that is new appears with all of its files at once.
    """
    if folder.is_dir():
        drop_all_but(folder, contents)
        return sum(put(folder / name, content) for name, content in contents.items())
    part = _part_of(folder)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name, content in contents.items():
        (part / name).write_bytes(content)
    part.replace(folder)
    return len(contents)


def put_same(source: Path, path: Path) -> int:
    """Give a file the content of another; 1 when it was written, 0 when it had it already.

    Both names lead to one file where the disk allows that, so that an item and its newest
    version take the room of one. Whatever replaces either later replaces only that name.
    """
    if path.is_file() and (path.samefile(source) or _has(path, source.read_bytes())):
        return 0
    part = _part_of(path)
    part.unlink(missing_ok=True)
    try:
        os.link(source, part)
    except OSError:
        shutil.copyfile(source, part)
    part.replace(path)
    return 1


def drop_all_but(folder: Path, kept: Mapping[str, object] | set[str]) -> int:
    """Remove the files of a folder that are not named; its folders stay. How many went."""
    gone = [one for one in folder.iterdir() if one.is_file() and one.name not in kept]
    for file in gone:
        file.unlink()
    return len(gone)


def drop_parts(folder: Path) -> None:
    """Clear away what a run that was killed left half written."""
    for part in folder.glob(f".*{_PART}"):
        if part.is_dir():
            shutil.rmtree(part)
        else:
            part.unlink()


def are_whole(folder: Path, sizes: Mapping[str, int]) -> bool:
    """Whether a folder has files of these names and sizes in bytes."""
    try:
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (FileNotFoundError, NotADirectoryError):
        return False


def _has(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError):
        return False


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name}{_PART}")
