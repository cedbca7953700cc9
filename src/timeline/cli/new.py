"""Write the empty, commented folder of a new case."""

from __future__ import annotations

import argparse
import sys

from timeline.intake.cell import LONGEST_ID, is_id
from timeline.intake.template import write_template


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The id of the case."""
    parser.add_argument("case_id", help="lower-case letters, digits and single hyphens")


def run(options: argparse.Namespace) -> int:
    """Write the folder and print its path."""
    if not is_id(options.case_id):
        print(
            f"'{options.case_id}' cannot be a case id: use lower-case letters, digits and "
            f"single hyphens, at most {LONGEST_ID} characters, such as salman-mukaev",
            file=sys.stderr,
        )
        return 1
    try:
        home = write_template(options.data, options.case_id)
    except FileExistsError as existing:
        print(f"there is such a case already: {existing}", file=sys.stderr)
        return 1
    print(home)
    return 0
