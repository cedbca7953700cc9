"""Print the codebook: every table and column of the store with its meaning."""

from __future__ import annotations

import argparse
from pathlib import Path

from timeline.intake.datapackage import write_datapackage
from timeline.store.dictionary import codebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where else to write it."""
    parser.add_argument(
        "--write",
        type=Path,
        metavar="FOLDER",
        help="also write codebook.md there and datapackage.json into the data folder",
    )


def run(options: argparse.Namespace) -> int:
    """Print the codebook from the comments of the schema."""
    text = codebook()
    if options.write is not None:
        (options.write / "codebook.md").write_text(text, encoding="utf-8")
        write_datapackage(options.data)
    else:
        print(text, end="")
    return 0
