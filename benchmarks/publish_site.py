"""What an item of a published site costs, in a small record and in a large one.

    uv run python benchmarks/publish_site.py --cases 100,1000

For each number of cases a record is grown in the likeness of the shipped one. The shipped
cases stand in all of them as they are; these are published in every format, and then
looked at again with nothing changed. So the same items are timed, among few others and
among many. The time is that of one process, without its start. With --whole all items of
each record are published too, in one small format, so that index, feed and the ledgers of
all items are in it; that takes minutes. The last line gives the cost in the largest record
by that in the smallest; the exit status is 1 where it is more than --most.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from grow_record import SEED, SHIPPED, grow

from timeline.assembly.assemble import up_to_date_store
from timeline.exports.style import Style
from timeline.i18n.catalog import DEFAULT
from timeline.intake.folder import CASES
from timeline.publishing.asking import asking
from timeline.publishing.items import Unit, units
from timeline.publishing.land import boundaries_folder
from timeline.publishing.site import Order, publish
from timeline.publishing.work import Desk, done
from timeline.store import read

INSTANT = "2026-11-20T08:00:00Z"
SMALL = ("alt",)
EVENTS_A_CASE = 30
"""About as many as the shipped cases have."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What publishing took, in one record; seconds an item."""

    cases: int
    items: int
    """Of the shipped cases: those that were timed."""
    first_s: float
    """With every file drawn and written."""
    unchanged_s: float
    """With its rows asked for, compared, and nothing written."""
    whole_s: float | None
    """Of all items of the record, in one small format."""
    whole_again_s: float | None


def measured(folder: Path, cases: int, *, is_whole: bool) -> Cost:
    """Grow a record of so many cases and publish from it."""
    data = folder / f"data-{cases}"
    data.mkdir(parents=True, exist_ok=True)
    if not (data / CASES).is_dir():
        grow(SHIPPED, data, cases * EVENTS_A_CASE, SEED, _tell)
    store, land = up_to_date_store(data), boundaries_folder(data)
    ask = asking(store)
    shipped = {one.name for one in (SHIPPED / CASES).iterdir() if one.is_dir()}
    work = [one for one in units(ask) if one.views[0].case_id in shipped]
    site, all_of_it = folder / f"site-{cases}", folder / f"whole-{cases}"
    for one in (site, all_of_it):
        shutil.rmtree(one, ignore_errors=True)
    desk = Desk(store, land, site, DEFAULT, Style(), "benchmark", INSTANT, None)
    count = sum(len(unit.views) for unit in work)
    first = _seconds(lambda: _published(desk, work))
    again = _seconds(lambda: _published(desk, work))
    whole = _whole(store, land, all_of_it) if is_whole else (None, None)
    return Cost(len(ask(read.cases)), count, first / count, again / count, *whole)


def _published(desk: Desk, work: Sequence[Unit]) -> None:
    failed = [one for outcomes in done(desk, work, jobs=1) for one in outcomes if one.failed]
    if failed:
        raise SystemExit(failed[0].failed)


def _whole(store: Path, land: Path, site: Path) -> tuple[float, float]:
    """Seconds an item for a new site of all items, and for a run that finds nothing changed."""
    order = Order(store, land, site, INSTANT, formats=SMALL)
    began = time.perf_counter()
    count = publish(order).item_count
    first = time.perf_counter() - began
    return first / count, _seconds(lambda: publish(order)) / count


def _seconds(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each record, and compare the largest with the smallest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", default="100,1000", help="sizes, separated by commas")
    parser.add_argument("--whole", action="store_true", help="also all items, in one small format")
    parser.add_argument("--most", type=float, default=1.5, help="largest cost by smallest")
    parser.add_argument("--folder", type=Path, help="where to keep the records (default: nowhere)")
    parser.add_argument("--json", type=Path, help="also write what was measured to this file")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        costs = []
        for cases in sorted(int(one) for one in asked.cases.split(",")):
            cost = measured(asked.folder or Path(scratch), cases, is_whole=asked.whole)
            _say(cost)
            costs.append(cost)
    if asked.json:
        asked.json.write_text(json.dumps([asdict(one) for one in costs], indent=1) + "\n")
    ratio = costs[-1].first_s / costs[0].first_s
    print(
        f"an item among {costs[-1].cases} cases costs {ratio:.2f} times what it costs among {costs[0].cases}"
    )
    return 0 if ratio <= asked.most else 1


def _say(cost: Cost) -> None:
    print(
        f"{cost.cases:>5} cases: {cost.first_s:.2f} s an item new, "
        f"{cost.unchanged_s * 1000:.0f} ms unchanged ({cost.items} items)"
    )
    if cost.whole_s is not None and cost.whole_again_s is not None:
        print(
            f"             whole site in one format: {cost.whole_s * 1000:.0f} ms an item new, "
            f"{cost.whole_again_s * 1000:.1f} ms unchanged"
        )


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
