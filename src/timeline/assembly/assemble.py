"""Read the sheets, cut what is not public, build the store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from timeline.assembly.freshness import fresh_store, input_digest, remember
from timeline.evidence.disclosure import public
from timeline.intake.folder import CASES
from timeline.intake.problem import Problem
from timeline.intake.read import read
from timeline.store.build import build
from timeline.store.location import current_store


class RecordNotCleanError(Exception):
    """The record has problems, so nothing was built; the store that was there still is."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"the record has {len(problems)} problems")
        self.problems = problems


def assemble(data_folder: Path, progress: Callable[[float], None] = lambda _: None) -> Path:
    """Build the store from the sheets and return its path; *progress* is told 0 to 1.

    Raises RecordNotCleanError when there is a single problem.
    """
    digest = input_digest(data_folder)
    reading = read(data_folder, lambda share: progress(0.5 * share))
    if reading.record is None:
        raise RecordNotCleanError(reading.problems)
    store = build(public(reading.record), data_folder, lambda share: progress(0.5 + 0.5 * share))
    remember(data_folder, digest, store)
    return store


def up_to_date_store(data_folder: Path, progress: Callable[[float], None] = lambda _: None) -> Path:
    """The current store, built first when it is missing or stale.

    Where there are no sheets, as on a server that was given only a built store, the
    store that is there is the current one.

    Raises RecordNotCleanError when it would have to be built and the record has problems.
    """
    store = current_store(data_folder)
    if store is not None and not (data_folder / CASES).is_dir():
        return store
    fresh = fresh_store(data_folder, input_digest(data_folder))
    return fresh if fresh is not None else assemble(data_folder, progress)
