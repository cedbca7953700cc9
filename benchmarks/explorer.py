"""How quick the explorer is: beside a bare Streamlit page, with 100,000 events, with 40 readers.

    uv run python benchmarks/explorer.py                          # everything, about an hour
    uv run python benchmarks/explorer.py --only filter --interactions 6

One run measures everything, turn and turn about, so that whatever else the machine does
hits both sides of a ratio; the verdict is the ratio, never the seconds. What each row
means stands in docs/benchmarks.md. The exit status is 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from measuring import filter_change, load
from measuring.choices import Choice, put_up_bare_page, read_choices
from measuring.first_page import FirstPage, first_page
from measuring.servers import Server, start_bare, start_ours
from measuring.verdict import Row, by_ratio, by_size, median, p95, table, write_table
from measuring.window import (
    Answer,
    BareWindow,
    GrownWindow,
    OurWindow,
    Window,
    chromium,
    new_page,
)

from timeline.assembly.assemble import assemble

REPOSITORY = Path(__file__).resolve().parents[1]
BENCHMARKS = Path(__file__).resolve().parent
PAPER = REPOSITORY / "docs" / "benchmarks.md"
PARTS = ("filter", "first", "bytes", "load")
LEVELS = ((20, 2.5), (40, 4.0))
"""People at once, and how many times the answer time of one person theirs may be."""
SEED = 20170401


@dataclass(slots=True)
class Run:
    """What is measured, and what was found."""

    ours: functools.partial[Server]
    bare: functools.partial[Server]
    grown: functools.partial[Server] | None
    choices: list[Choice]
    asked: argparse.Namespace
    rows: list[Row] = field(default_factory=list)
    raw: dict[str, Any] = field(default_factory=dict)


def main() -> int:
    """Measure what was asked for, print the table."""
    asked = _arguments()
    parts = asked.only.split(",") if asked.only else list(PARTS)
    with tempfile.TemporaryDirectory(prefix="explorer-") as temporary:
        run = _prepared(Path(temporary), asked, needs_grown=bool({"filter", "bytes"} & set(parts)))
        if {"filter", "bytes"} & set(parts):
            _filter(run, parts)
        if {"first", "bytes"} & set(parts):
            _first(run, parts)
        if "load" in parts:
            _load(run)
    print(table(run.rows))
    if asked.write:
        write_table(PAPER, table(run.rows))
    if asked.json:
        found = {"rows": [dataclasses.asdict(row) for row in run.rows], **run.raw}
        asked.json.write_text(json.dumps(found, indent=1, default=_plain), encoding="utf-8")
    return int(any(row.is_ok is False for row in run.rows))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", help=f"some of {','.join(PARTS)}, separated by commas")
    parser.add_argument("--interactions", type=int, default=40, help="filter changes in each app")
    parser.add_argument("--starts", type=int, default=7, help="starts of each server")
    parser.add_argument("--minutes", type=float, default=3.0, help="at each number of readers")
    parser.add_argument("--events", type=int, default=100_000, help="in the grown record")
    parser.add_argument("--grown", type=Path, help="a grown record that is there already")
    parser.add_argument("--app", type=Path, default=REPOSITORY / "app.py")
    parser.add_argument("--patience", type=float, default=90.0, help="seconds before giving up")
    parser.add_argument("--json", type=Path, help="also write everything measured to this file")
    parser.add_argument("--write", action="store_true", help="put the table into the paper")
    return parser.parse_args()


def _prepared(folder: Path, asked: argparse.Namespace, *, needs_grown: bool) -> Run:
    """Everything that may take its time: both records built, the figures recorded."""
    log = folder / "servers.log"
    data = folder / "shipped"
    shutil.copytree(asked.app.parent / "data", data, ignore=shutil.ignore_patterns("build"))
    _tell("building the shipped record, recording what the page draws")
    assemble(data)
    figures = folder / "bare"
    os.environ["TIMELINE_DATA"] = str(data)
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(BENCHMARKS), os.environ.get("PYTHONPATH")])
    )
    _python("-m", "measuring.record_figures", str(asked.app), str(figures))
    ours = functools.partial(start_ours, asked.app, data, log)
    with _serving(ours) as server:
        addresses = json.loads((figures / "land.json").read_text(encoding="utf-8"))
        script = put_up_bare_page(figures, {one: server.get(one) for one in addresses})
    grown = None
    if needs_grown:
        record = asked.grown
        if record is None:
            record = folder / "grown"
            _tell(f"growing a record of {asked.events:,} events")
            _python(
                str(BENCHMARKS / "grow_record.py"),
                *(str(record), "--events", str(asked.events), "--build"),
            )
        grown = functools.partial(start_ours, asked.app, _store_only(record, folder), log)
    return Run(
        ours, functools.partial(start_bare, script, log), grown, read_choices(figures), asked
    )


def _store_only(record: Path, folder: Path) -> Path:
    """A folder with the built store of a record and no sheets, as for a public server."""
    served = folder / "served"
    shutil.copytree(record / "build", served / "build")
    shutil.copytree(record / "frozen", served / "frozen")
    return served


def _filter(run: Run, parts: list[str]) -> None:
    asked = run.asked
    with contextlib.ExitStack() as open_:
        browser = open_.enter_context(chromium())
        windows: dict[str, Window] = {}
        kinds: list[tuple[str, functools.partial[Server], type[Window]]] = [
            ("ours", run.ours, OurWindow),
            ("bare", run.bare, BareWindow),
        ]
        if run.grown is not None:
            kinds.append(("grown", run.grown, GrownWindow))
        for name, start, window_of in kinds:
            server = open_.enter_context(_serving(start))
            page = open_.enter_context(new_page(browser))
            windows[name] = window_of(page, asked.patience)
            windows[name].open(server.url + "/")
            _tell(f"{name} opened")
        found = filter_change.measure(
            windows, run.choices, asked.interactions, asked.patience, _tell
        )
    for name, answers in found.items():
        if answers.gave_up:
            _tell(f"{name}: {answers.gave_up} choices were not drawn in {asked.patience:g} s")
    run.raw["filter"] = {name: dataclasses.asdict(answers) for name, answers in found.items()}
    seconds = {name: [one.seconds for one in answers.all] for name, answers in found.items()}
    if "filter" in parts:
        _compare(run, "filter change", seconds["ours"], seconds["bare"], 1.5)
        for kind in found["ours"].by_kind:
            _compare_kind(run, found, kind, "bare", "")
        if "grown" in found:
            _compare(run, "filter change, grown ÷ shipped", seconds["grown"], seconds["ours"], 2.0)
            for kind in found["ours"].by_kind:
                _compare_kind(run, found, kind, "ours", ", grown ÷ shipped", ours="grown")
    if "bytes" in parts:
        for name in ("ours", "grown"):
            if name in found:
                _frames(run, name, found[name].all, found["bare"].all)


def _compare(run: Run, what: str, ours: list[float], base: list[float], bar: float) -> None:
    run.rows.append(by_ratio(f"{what}, median", median(ours), median(base), bar))
    run.rows.append(by_ratio(f"{what}, p95", p95(ours), p95(base), None))


def _compare_kind(
    run: Run,
    found: dict[str, filter_change.Answers],
    kind: str,
    baseline: str,
    suffix: str,
    *,
    ours: str = "ours",
) -> None:
    run.rows.append(
        by_ratio(
            f"· to {'a ' * (kind != 'everything')}{kind}{suffix}, median",
            median([one.seconds for one in found[ours].by_kind[kind]]),
            median([one.seconds for one in found[baseline].by_kind[kind]]),
            None,
        )
    )


def _frames(run: Run, name: str, answers: list[Answer], bare: list[Answer]) -> None:
    record = "shipped" if name == "ours" else "grown"
    for said, of in (("median", median), ("largest", max)):
        run.rows.append(
            by_size(
                f"websocket bytes at a filter change, {record}, {said}",
                of([one.websocket_bytes for one in answers]) / 1000,
                of([one.websocket_bytes for one in bare]) / 1000,
                100,
                "kB",
            )
        )


def _first(run: Run, parts: list[str]) -> None:
    found: dict[str, list[FirstPage]] = {"ours": [], "bare": []}
    starts: dict[str, tuple[functools.partial[Server], type[Window]]] = {
        "ours": (run.ours, OurWindow),
        "bare": (run.bare, BareWindow),
    }
    with chromium() as browser:
        for turn in range(run.asked.starts + 1):
            for name, (start, window_of) in starts.items():
                page = first_page(browser, start, window_of, run.asked.patience)
                # The first turn reads programs from disk into memory and is not counted.
                if turn:
                    found[name].append(page)
                _tell(f"start {turn}: {name} {page.seconds:.2f} s, {page.total_bytes / 1e6:.2f} MB")
    run.raw["first"] = {
        name: [dataclasses.asdict(page) for page in pages] for name, pages in found.items()
    }
    ours, bare = found["ours"], found["bare"]
    if "first" in parts:
        _compare(
            run,
            "first page from the start of the server",
            [page.seconds for page in ours],
            [page.seconds for page in bare],
            1.5,
        )
    if "bytes" in parts:
        run.rows.append(
            by_size(
                "first visit, everything received, median",
                median([page.total_bytes for page in ours]) / 1e6,
                median([page.total_bytes for page in bare]) / 1e6,
                3.7,
                "MB",
            )
        )
        run.rows.append(
            by_size(
                "· of it over the websocket",
                median([page.websocket_bytes for page in ours]) / 1000,
                median([page.websocket_bytes for page in bare]) / 1000,
                None,
                "kB",
            )
        )


def _load(run: Run) -> None:
    minutes = run.asked.minutes
    with _serving(run.ours) as server:
        load.warm_up(server.url, run.choices)
        alone = load.answer_times(server.url, 1, minutes, run.choices, SEED, _tell)
        crowds = {}
        for people, _ in LEVELS:
            crowds[people] = load.answer_times(
                server.url, people, minutes, run.choices, SEED, _tell
            )
            _tell(f"{people} people: {len(crowds[people])} answers")
        # Once more at the end: what slowed the machine down meanwhile slowed this down too.
        alone += load.answer_times(server.url, 1, minutes, run.choices, SEED + 1, _tell)
    run.raw["load"] = {1: alone, **crowds}
    for people, bar in LEVELS:
        run.rows.append(
            by_ratio(
                f"{people} people, a click each every 10 s, p95 of the answer",
                p95(crowds[people]),
                p95(alone),
                bar,
            )
        )
        run.rows.append(by_ratio("· median", median(crowds[people]), median(alone), None))


@contextlib.contextmanager
def _serving(start: functools.partial[Server]) -> Iterator[Server]:
    server = start()
    try:
        yield server
    finally:
        server.stop()


def _python(*command: str) -> None:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr[-3000:]}")


def _plain(value: object) -> object:
    return str(value)


def _tell(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
