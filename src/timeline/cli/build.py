"""Build the store from the record; the last line printed is its path."""

from __future__ import annotations

import argparse
import sys

from timeline.assembly.assemble import RecordNotCleanError, assemble


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """This command has no options of its own."""


def run(options: argparse.Namespace) -> int:
    """Build, with a progress line on a terminal."""
    try:
        store = assemble(options.data, _show_progress)
    except RecordNotCleanError as refusal:
        for problem in refusal.problems:
            print(problem, file=sys.stderr)
        print(f"nothing built: {len(refusal.problems)} problems in the record", file=sys.stderr)
        return 1
    print(store)
    return 0


def _show_progress(share: float) -> None:
    if not sys.stderr.isatty():
        return
    filled = round(30 * share)
    end = "\n" if share >= 1 else ""
    print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {share:4.0%}", end=end, file=sys.stderr)
