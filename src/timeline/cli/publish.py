"""Write every view of the record as a static site, or bring one up to date."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from timeline.assembly.assemble import RecordNotCleanError, up_to_date_store
from timeline.exports.style import THEMES
from timeline.i18n.catalog import DEFAULT
from timeline.publishing.land import boundaries_folder
from timeline.publishing.languages import languages
from timeline.publishing.ledger import SiteError
from timeline.publishing.site import Order, Report, publish

_BAR = 30
CLOCK = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 to take for now, as reproducible builds agree on."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and how it is to look."""
    parser.add_argument("out", type=Path, metavar="OUT", help="folder of the site")
    parser.add_argument(
        "--site", default="", metavar="URL", help="address that the folder will have"
    )
    parser.add_argument(
        "--lang",
        default=DEFAULT,
        metavar="LANG[,LANG…]",
        help="languages; the first lies at the root, each other in a folder of its own",
    )
    parser.add_argument(
        "--jobs", type=int, default=0, metavar="N", help="workers (default: one a core)"
    )
    parser.add_argument("--theme", choices=THEMES, default="auto")
    parser.add_argument(
        "--withdraw",
        action="append",
        default=[],
        metavar="VIEW[/VERSION]",
        help="also withdraw an earlier version of a view, or all of them but the newest",
    )


def run(options: argparse.Namespace) -> int:
    """Publish, with a progress line on a terminal; the last line printed says what was done."""
    asked = tuple(part for part in options.lang.split(",") if part)
    unknown = [one for one in asked if one not in languages()]
    if unknown or not asked:
        known = ", ".join(languages())
        print(f"no language {options.lang!r}; there are: {known}", file=sys.stderr)
        return 1
    if options.site and urlsplit(options.site).scheme not in ("http", "https"):
        print(f"{options.site!r} is no address that begins with https://", file=sys.stderr)
        return 1
    try:
        report = publish(
            Order(
                store=up_to_date_store(options.data),
                land=boundaries_folder(options.data),
                out=options.out.resolve(),
                instant=_now(),
                site=options.site.rstrip("/"),
                theme=options.theme,
                languages=tuple(dict.fromkeys(asked)),
                jobs=options.jobs if options.jobs > 0 else _cores(),
                withdraw=tuple(options.withdraw),
            ),
            _show_progress,
        )
    except RecordNotCleanError as refusal:
        for problem in refusal.problems:
            print(problem, file=sys.stderr)
        print(f"nothing published: {refusal}", file=sys.stderr)
        return 1
    except SiteError as refusal:
        print(f"nothing published: {refusal}", file=sys.stderr)
        return 1
    except OSError as failure:
        print(f"cannot write: {failure.strerror or failure}: {failure.filename}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; the next run carries on from here", file=sys.stderr)
        return 1
    _tell(report)
    return 1 if report.failed else 0


def _tell(report: Report) -> None:
    for one in report.skipped:
        print(f"left out {one.view_id}: {one.skipped}", file=sys.stderr)
    for one in report.failed:
        print(f"failed {one.view_id}: {one.failed}", file=sys.stderr)
    for view_id in report.withdrawn:
        print(f"withdrawn {view_id}", file=sys.stderr)
    print(
        f"{report.item_count} items: {len(report.changed)} written, "
        f"{report.item_count - len(report.changed)} unchanged, {len(report.withdrawn)} withdrawn, "
        f"{len(report.failed)} failed; {report.file_count} files written"
    )


def _now() -> str:
    seconds = os.environ.get(CLOCK, "")
    now = (
        dt.datetime.fromtimestamp(int(seconds), dt.UTC)
        if seconds.isdigit()
        else dt.datetime.now(dt.UTC)
    )
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")


def _cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _show_progress(number: int, total: int, view_id: str) -> None:
    if not sys.stderr.isatty():
        return
    filled = _BAR * number // total if total else _BAR
    end = "\n" if number == total else ""
    bar = f"{'#' * filled}{'.' * (_BAR - filled)}"
    print(f"\r[{bar}] {number}/{total} {view_id:<40.40}", end=end, file=sys.stderr, flush=True)
