"""A build that is killed leaves the old store or the new one, whole; never half of one.

This is the short form; `benchmarks/kill_build.py --kills 200` is the long one.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.builders import fictional_sheets
from timeline.assembly.assemble import assemble

DIES_AT_A_STEP = """
import os, signal, sys
from pathlib import Path
import timeline.assembly.assemble
from timeline.cli import main

def dying(function, count, fatal):
    def stepped(*given, **named):
        for _ in range(2):  # once before the step and once after it
            count[0] += 1
            if count[0] == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
            if _ == 0:
                answer = function(*given, **named)
        return answer
    return stepped

for line in sys.stdin:
    fatal, data = line.rstrip().split(" ", 1)
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        count = [0]
        os.fsync = dying(os.fsync, count, int(fatal))
        for name in ("replace", "unlink", "mkdir"):
            setattr(Path, name, dying(getattr(Path, name), count, int(fatal)))
        os._exit(main(["--data", data, "build"]))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "kill_build.py"


@pytest.fixture(scope="module")
def kill_build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kill_build", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["kill_build"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_twelve_kills_leave_the_old_store_or_the_new_one(
    kill_build: ModuleType, tmp_path: Path
) -> None:
    record = fictional_sheets().write(tmp_path)
    tally = kill_build.kill_builds(record, kills=12, seed=12, is_warm=True)
    assert tally.kills == 12
    assert tally.old + tally.new == 12, str(tally)
    assert tally.is_sound, str(tally)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_death_before_and_after_every_step_leaves_the_old_store_or_the_new_one(
    kill_build: ModuleType, tmp_path: Path
) -> None:
    """A step is whatever the file system remembers: flushing, renaming, removing."""
    sheets = fictional_sheets()
    contents = []
    for title in ("One title", "Another title"):
        sheets.row("case", "fictional-case-a")["title"] = title
        contents.append(kill_build.content_of(assemble(sheets.write(tmp_path / title))))
    data = tmp_path / "data"
    title = sheets.row("case", "fictional-case-a")
    title["title"] = "One title"
    assemble(sheets.write(data))
    outcomes = []
    with subprocess.Popen(
        [sys.executable, "-c", DIES_AT_A_STEP],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as builder:
        assert builder.stdin is not None
        assert builder.stdout is not None
        for fatal in range(1, 60):
            before = contents.index(kill_build._current_content(data))
            title["title"] = ("Another title", "One title")[before]
            sheets.write(data)
            print(fatal, data, file=builder.stdin, flush=True)
            status = int(builder.stdout.readline())
            after = kill_build._current_content(data)
            assert after in contents, f"step {fatal}"
            outcomes.append("old" if after == contents[before] else "new")
            if status == 0:
                break
        builder.stdin.close()
    assert status == 0, "it came to its end"
    assert len(outcomes) > 12
    assert set(outcomes[:3]) == {"old"}
    assert outcomes[-1] == "new"
    turned = outcomes.index("new")
    assert set(outcomes[turned:]) == {"new"}, "there is one moment at which it turns"
    assert not list((data / "build").glob(".*part*"))


def test_half_a_store_would_be_noticed(kill_build: ModuleType, tmp_path: Path) -> None:
    data = fictional_sheets().write(tmp_path)
    store = assemble(data)
    whole = kill_build._current_content(data)
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])
    assert kill_build._current_content(data) != whole
    store.unlink()
    assert kill_build._current_content(data) is None
