"""Print the path of the current store, and nothing else."""

from __future__ import annotations

import argparse
import sys

from timeline.store.location import current_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """This command has no options of its own."""


def run(options: argparse.Namespace) -> int:
    """Print the path; exit 1 when nothing has been built yet."""
    store = current_store(options.data)
    if store is None:
        print("no store has been built yet; run: timeline build", file=sys.stderr)
        return 1
    print(store)
    return 0
