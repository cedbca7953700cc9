"""The command `timeline` and its parts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from timeline.cli import build, check, date, dictionary, new, where
from timeline.intake.folder import data_folder

COMMANDS = (check, build, where, new, dictionary, date)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all is well, 1 when the record is not."""
    parser = argparse.ArgumentParser(prog="timeline", description="The record and its store.")
    parser.add_argument(
        "--data",
        type=Path,
        default=None,
        help="folder of the record (default: $TIMELINE_DATA, else ./data)",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        name = command.__name__.rsplit(".", maxsplit=1)[-1]
        summary = (command.__doc__ or "").strip().splitlines()[0]
        own = commands.add_parser(name, help=summary, description=command.__doc__)
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    options.data = options.data.resolve() if options.data else data_folder()
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # The reader of a pipe has seen enough, as in `timeline dictionary | head`.
        sys.stderr.close()
        return 0
