"""List every problem of the record at once; exit 1 if there is any."""

from __future__ import annotations

import argparse
import sys

from timeline.intake.read import read


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--quiet", action="store_true", help="leave out the notices and the counts")


def run(options: argparse.Namespace) -> int:
    """Read the record and print what is wrong with it."""
    reading = read(options.data)
    for problem in reading.problems:
        print(problem)
    if not options.quiet:
        for notice in reading.notices:
            print(f"notice: {notice}", file=sys.stderr)
    if reading.record is None:
        print(f"{len(reading.problems)} problems", file=sys.stderr)
        return 1
    if not options.quiet:
        record = reading.record
        counts = {
            "cases": len(record.case_files),
            "events": sum(len(one.events) for one in record.case_files),
            "claims": sum(len(one.claims) for one in record.case_files),
            "involvements": sum(len(one.involvements) for one in record.case_files),
            "legs": sum(len(one.legs) for one in record.case_files),
            "proceedings": sum(len(one.proceedings) for one in record.case_files),
            "figures": sum(len(one.figures) for one in record.case_files),
            "places": len(record.places),
            "actors": len(record.actors),
            "sources": len(record.sources),
        }
        print("no problems: " + ", ".join(f"{count} {noun}" for noun, count in counts.items()))
    return 0
