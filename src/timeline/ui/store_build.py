"""Building the store once a process, in a thread of its own.

A page's script is cut off by any click and by a closed tab; a build must not be. The
server starts it, pages watch it, and a page without a server starts it itself.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from pathlib import Path

from timeline.assembly.assemble import RecordNotCleanError, up_to_date_store

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class StoreBuild:
    """How far bringing the store of one data folder up to date has come."""

    share: float = 0.0
    """0 to 1."""
    problem_count: int = 0
    """Above 0 when the record is not clean; the store that was there is still served."""
    finished: threading.Event = field(default_factory=threading.Event)

    def run(self, data_folder: Path) -> None:
        """Build if the store is missing or stale; never raises, the log has what went wrong."""
        try:
            up_to_date_store(data_folder, self._progress)
        except RecordNotCleanError as refusal:
            self.problem_count = len(refusal.problems)
            for problem in refusal.problems:
                _LOG.warning("%s", problem)
        except Exception:
            _LOG.exception("the store could not be built")
        finally:
            self.finished.set()

    def _progress(self, share: float) -> None:
        self.share = min(max(share, 0.0), 1.0)


_started: dict[Path, StoreBuild] = {}
_starting = threading.Lock()


def store_build(data_folder: Path) -> StoreBuild:
    """The build of this process for a data folder, started by the first who asks."""
    with _starting:
        if data_folder not in _started:
            build = _started[data_folder] = StoreBuild()
            threading.Thread(
                target=build.run, args=(data_folder,), name="build store", daemon=True
            ).start()
        return _started[data_folder]
