"""Say what we make of dates: one JSON line for each, from arguments or standard input."""

from __future__ import annotations

import argparse
import json
import sys

from timeline.model.edtf import describe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The dates."""
    parser.add_argument(
        "text",
        nargs="*",
        help="dates in EDTF (ISO 8601-2); without any, one a line on standard input",
    )


def run(options: argparse.Namespace) -> int:
    """Print a line for each date; a refused date is an answer, not a failure."""
    texts = options.text or (line.rstrip("\r\n") for line in sys.stdin)
    for text in texts:
        print(json.dumps(describe(text), ensure_ascii=False))
    return 0
