"""The command `timeline` and its parts."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from timeline.intake.folder import data_folder

COMMANDS = {
    "check": "list every problem of the record at once; exit 1 if there is any",
    "build": "build the store from the record; the last line printed is its path",
    "where": "print the path of the current store, and nothing else",
    "new": "write the empty, commented folder of a new case",
    "dictionary": "print the codebook: every table and column of the store with its meaning",
    "export": "write one view in the formats asked for",
    "publish": "write every view of the record as a static site, or bring one up to date",
    "date": "say what we make of dates: one JSON line for each",
}
"""Every command, with its line in the help. Each is a file of its own in this folder."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all is well, 1 when the record is not."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="timeline", description="The record and its store.")
    parser.add_argument(
        "--data",
        type=Path,
        default=None,
        help="folder of the record (default: $TIMELINE_DATA, else ./data)",
    )
    commands = parser.add_subparsers(
        title="commands", required=True, metavar="COMMAND", dest="command"
    )
    asked = _asked(given)
    for name, summary in COMMANDS.items():
        own = commands.add_parser(
            name, help=summary, description=summary[0].upper() + summary[1:] + "."
        )
        # Only the command asked for is imported: `where` should not wait for a spreadsheet reader.
        if name == asked:
            module = importlib.import_module(f"timeline.cli.{name}")
            module.add_arguments(own)
            own.set_defaults(run=module.run)
    if asked == "date":
        given = _dates_are_not_options(given)
    options = parser.parse_args(given)
    options.data = options.data.resolve() if options.data else data_folder()
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # The reader of a pipe has seen enough, as in `timeline dictionary | head`.
        sys.stderr.close()
        return 0


def _asked(given: list[str]) -> str | None:
    """The command among the words; a data folder may bear the name of one."""
    values = {place + 1 for place, word in enumerate(given) if word == "--data"}
    words = (word for place, word in enumerate(given) if place not in values)
    return next((word for word in words if not word.startswith("-")), None)


def _dates_are_not_options(given: list[str]) -> list[str]:
    """Put `--` before dates, since years before our era begin with a minus sign."""
    start = 2 if given[0] == "--data" else 0
    place = given.index("date", start) + 1
    if any(word in ("-h", "--help", "--") for word in given[place:]):
        return given
    return [*given[:place], "--", *given[place:]]
