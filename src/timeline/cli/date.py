"""Say what we make of dates: one JSON line for each, from arguments or standard input."""

from __future__ import annotations

import argparse
import io
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
    # Whatever bytes come in, each line gets an answer and not a traceback.
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    texts = options.text or (line.rstrip("\r\n") for line in sys.stdin)
    for text in texts:
        print(json.dumps(describe(text), ensure_ascii=False))
    return 0
