"""Kill builds at random moments and look at what is left: the old store or the new one, whole.

    uv run python benchmarks/kill_build.py --kills 200

Two versions of one record take turns, so that every build has something to do. Each
build is a process of its own and gets SIGKILL at a moment drawn uniformly from the whole
of its usual duration. After each kill the store that the pointer names is opened and
every row in it is compared with the old and with the new content. The last line says
how it went; the exit status is 1 if a single store was neither.

Most of a build is the start of Python. With --warm the builds are forked from a process
that has everything imported, so that every kill falls into reading, cutting or writing.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import hashlib
import io
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from timeline.store.location import build_folder, current_store

REPOSITORY = Path(__file__).resolve().parents[1]
COLD = "import sys; from timeline.cli import main; sys.exit(main())"
WARM = """
import os, sys
import timeline.assembly.assemble
from timeline.cli import main
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os._exit(main(["--data", line.rstrip("\\n"), "build"]))
    print(child, flush=True)
    sys.stdin.readline()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@dataclass
class Tally:
    """What the kills left behind."""

    kills: int = 0
    old: int = 0
    new: int = 0
    neither: int = 0
    unreadable: int = 0
    ended_before: int = 0
    """Builds that were done before their moment came."""
    with_leftovers: int = 0
    left_at_the_end: int = 0
    """Half-written files that a last undisturbed build did not clear away."""

    @property
    def is_sound(self) -> bool:
        """Whether every kill left exactly the old or the new content."""
        return self.neither == self.unreadable == self.left_at_the_end == 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills: {self.old} left the old store, {self.new} the new one, "
            f"{self.neither} something else, {self.unreadable} nothing readable; "
            f"{self.ended_before} builds ended before their kill, {self.with_leftovers} left "
            f"half-written files, {self.left_at_the_end} of them after the next whole build"
        )


def content_of(store: Path) -> str:
    """SHA-256 over every row of every table, in a fixed order."""
    digest = hashlib.sha256()
    with duckdb.connect(str(store), read_only=True) as connection:
        tables = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        for (table,) in tables:
            rows = connection.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall()
            digest.update(repr((table, rows)).encode())
    return digest.hexdigest()


def kill_builds(
    record: Path,
    kills: int,
    seed: int,
    *,
    is_warm: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> Tally:
    """Kill that many builds of a copy of the record and say what they left behind.

    *record* is a folder of sheets in which everything is in order; it is only read.
    """
    chance = random.Random(seed)
    tally = Tally()
    builds = WarmBuilds() if is_warm else ColdBuilds()
    with contextlib.closing(builds), tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary) / "data"
        shutil.copytree(record, data, ignore=shutil.ignore_patterns("build", "frozen"))
        sheet = min(data.glob("cases/*/case.csv"))
        versions = [sheet.read_text(encoding="utf-8"), _other_version(sheet)]
        contents, durations = [], []
        for version in versions * 2:
            sheet.write_text(version, encoding="utf-8")
            durations.append(_whole_build(builds, data))
            contents.append(_current_content(data))
        if contents[0] == contents[1] or contents[:2] != contents[2:]:
            raise RuntimeError("the two versions of the record cannot be told apart")
        duration = statistics.median(durations)
        tell(f"a whole build takes {duration:.2f} s")
        for _ in range(kills):
            before = _current_content(data)
            wanted = 1 - contents.index(before) if before in contents else 0
            sheet.write_text(versions[wanted], encoding="utf-8")
            status = builds.run(data, duration * chance.random())
            after = _current_content(data)
            tally.kills += 1
            tally.ended_before += status == 0
            tally.with_leftovers += bool(list(build_folder(data).glob(".*part*")))
            tally.unreadable += after is None
            tally.old += after == contents[1 - wanted]
            tally.new += after == contents[wanted]
            tally.neither += after is not None and after not in contents
            if tally.kills % 20 == 0:
                tell(str(tally))
        _whole_build(builds, data)
        tally.left_at_the_end = len(list(build_folder(data).glob(".*part*")))
    return tally


def _other_version(sheet: Path) -> str:
    """The case sheet with another state of the case."""
    lines = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    rows = [line for line in lines if not line.startswith("#")]
    header, row = csv.reader(rows)
    row[header.index("state")] = "A state that only this version of the record has."
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, row])
    return out.getvalue()


class ColdBuilds:
    """Builds from the command line, each starting Python anew."""

    def run(self, data: Path, moment: float | None = None) -> int:
        """Exit status of a build, negative when it was killed *moment* seconds after its start."""
        begun = time.perf_counter()
        running = subprocess.Popen(
            [sys.executable, "-c", COLD, "--data", str(data), "build"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if moment is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return running.wait(timeout=max(0.0, moment - (time.perf_counter() - begun)))
            running.kill()
        return running.wait()

    def close(self) -> None:
        """Nothing is kept."""


class WarmBuilds:
    """Builds forked from a process that has everything imported and no store open."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", WARM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._ask, self._answer = self._process.stdin, self._process.stdout

    def run(self, data: Path, moment: float | None = None) -> int:
        """Exit status of a build, negative when it was killed *moment* seconds after its start."""
        print(data, file=self._ask, flush=True)
        child = int(self._answer.readline())
        if moment is not None:
            # The child is not waited for before the next line, so its number is still its own.
            time.sleep(moment)
            os.kill(child, signal.SIGKILL)
        print("wait", file=self._ask, flush=True)
        return int(self._answer.readline())

    def close(self) -> None:
        """End the process."""
        self._ask.close()
        self._process.wait()


def _whole_build(builds: ColdBuilds | WarmBuilds, data: Path) -> float:
    """Seconds that an undisturbed build takes."""
    begun = time.perf_counter()
    if builds.run(data) != 0:
        raise RuntimeError("the record cannot be built; run `timeline check`")
    return time.perf_counter() - begun


def _current_content(data: Path) -> str | None:
    """What the store that is being served holds; None when it cannot be read."""
    store = current_store(data)
    if store is None:
        return None
    try:
        return content_of(store)
    except duckdb.Error:
        return None


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--warm", action="store_true", help="leave out the start of Python")
    parser.add_argument("--data", type=Path, default=REPOSITORY / "data")
    options = parser.parse_args()
    begun = time.perf_counter()
    tally = kill_builds(options.data, options.kills, options.seed, is_warm=options.warm, tell=print)
    print(f"{time.perf_counter() - begun:.0f} s, seed {options.seed}: {tally}")
    return 0 if tally.is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
