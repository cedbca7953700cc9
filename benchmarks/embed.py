"""How soon a reader sees the embed: beside Plotly's own page and TimelineJS with the same events.

    uv run python benchmarks/embed.py               # some minutes
    uv run python benchmarks/embed.py --write       # also into docs/benchmarks.md

One run, one server, one browser with its CPU slowed four times; the pages are loaded turn
and turn about, each time in a window that holds nothing. TimelineJS is fetched from npm
into a cache folder outside the repository. The exit status is 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from measuring import timelinejs
from measuring.first_paint import Load, load
from measuring.gzip_server import serving
from measuring.verdict import Row, median, table, write_table
from measuring.window import chromium
from playwright.sync_api import Browser

from timeline.assembly.assemble import up_to_date_store
from timeline.charts.timeline.case_timeline import figure
from timeline.exports.edition import Edition
from timeline.exports.embed.document import write as write_embed
from timeline.exports.formats import formats_of
from timeline.i18n.catalog import catalog
from timeline.intake.folder import data_folder
from timeline.model.selection import Selection
from timeline.model.view import View, ViewKind
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import Ask, asking
from timeline.publishing.land import outlines
from timeline.store import read
from timeline.theme import LIGHT

REPOSITORY = Path(__file__).resolve().parents[1]
PAPER = REPOSITORY / "docs" / "benchmarks.md"
OURS, PLOTLY, FLOOR = "embed", "plotly", "floor"
KNIGHT, KNIGHT_WITHIN = "timelinejs", "timelinejs-within"
SENTENCE = b"<!DOCTYPE html><html lang=en><title>A sentence</title><p>A sentence."
"""What no page can beat: the more of a paint this takes, the less a ratio says."""
SOONER = {PLOTLY: 15.0, KNIGHT: 3.0, KNIGHT_WITHIN: 3.0}
"""How many times sooner ours has to be there."""
MOST_BYTES, MOST_WIRE_BYTES = 60_000, 20_000
FEWEST_LOADS = 9
WORDS = {
    OURS: "our embed: timeline, route map and table",
    PLOTLY: "Plotly's own page: the timeline",
    FLOOR: "a page of one sentence",
    KNIGHT: f"TimelineJS {timelinejs.VERSION}: the same events, fetched",
    KNIGHT_WITHIN: f"TimelineJS {timelinejs.VERSION}: the same events, in the page",
}


def main() -> int:
    """Measure, print, and tell whether the bars are met."""
    asked = _arguments()
    edition = _largest(asking(up_to_date_store(data_folder())))
    pages = _pages(edition, asked.cache)
    served = {f"page/{of}/{name}": body for of, one in pages.items() for name, body in one.items()}
    with serving(served) as address, chromium(has_webgl=False) as browser:
        addresses = {name: f"{address}/page/{name}/index.html" for name in pages}
        _check_round_trip(edition, browser, addresses[KNIGHT])
        loads = _loads(browser, addresses, asked.loads, asked.slower)
    rows = _rows(loads, {name: one["index.html"] for name, one in pages.items()})
    markdown = table(rows)
    print(markdown)
    if asked.write:
        write_table(PAPER, markdown, script="embed.py")
    return 0 if all(row.is_ok is not False for row in rows) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--loads",
        type=int,
        default=FEWEST_LOADS,
        help="of each page, after one that is not counted",
    )
    parser.add_argument(
        "--slower", type=float, default=4.0, help="how many times the CPU is slowed"
    )
    parser.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "timeline-benchmarks"
    )
    parser.add_argument(
        "--write", action="store_true", help="put the table into docs/benchmarks.md"
    )
    return parser.parse_args()


def _largest(ask: Ask) -> Edition:
    """The case with most events, as an embed has it."""
    cases = [Selection(case_ids=(one.case_id,)) for one in ask(read.cases)]
    largest = max(cases, key=lambda one: ask(read.table_totals, one).event_count)
    land = outlines()
    return Edition(article_of(View(ViewKind.CASE, largest), ask, land), catalog(), land)


def _pages(edition: Edition, cache: Path) -> dict[str, Mapping[str, bytes]]:
    formats = formats_of(ViewKind.CASE)
    drawn = figure(edition.article.timeline, edition.say, LIGHT)
    events = formats["timelinejs"].write(edition)
    return {
        OURS: {"index.html": write_embed(edition)},
        FLOOR: {"index.html": SENTENCE},
        PLOTLY: {"index.html": drawn.to_html(include_plotlyjs=True, full_html=True).encode()},
        KNIGHT: timelinejs.files(cache, events),
        KNIGHT_WITHIN: timelinejs.files(cache, events, are_within=True),
    }


def _check_round_trip(edition: Edition, browser: Browser, address: str) -> None:
    """A page that drew fewer events would be no fair match, nor our file a true one."""
    dated = {mark.title for mark in edition.article.timeline.marks}
    shown = timelinejs.shown_events(browser, address, patience_s=60)
    if len(shown) != len(edition.article.timeline.marks) or set(shown) != dated:
        raise SystemExit(f"TimelineJS shows {len(shown)} events, and {len(dated)} are dated")


def _loads(
    browser: Browser, addresses: Mapping[str, str], times: int, slower: float
) -> dict[str, list[Load]]:
    """Each page *times* times, in turn, after one load that only warms the browser."""
    found: dict[str, list[Load]] = {name: [] for name in addresses}
    order = list(addresses)
    for turn in range(-1, times):
        for name in order[turn % len(order) :] + order[: turn % len(order)]:
            one = load(browser, addresses[name], slower=slower, patience_s=120, quiet_ms=1500)
            if turn >= 0:
                found[name].append(one)
        print(f"load {turn + 1} of {times}", file=sys.stderr)
    return found


def _rows(loads: Mapping[str, list[Load]], pages: Mapping[str, bytes]) -> list[Row]:
    paints = {name: median([one.paint_ms for one in of]) for name, of in loads.items()}
    rows = []
    for other, bar in SOONER.items():
        sooner = paints[other] / paints[OURS]
        rows.append(
            Row(
                f"first contentful paint, against {WORDS[other]}",
                f"{paints[OURS]:,.0f} ms",
                f"{paints[other]:,.0f} ms",
                sooner,
                f"≥ {bar:g} × sooner",
                sooner >= bar,
            )
        )
    rows.append(
        Row(
            f"· the same, against {WORDS[FLOOR]}",
            f"{paints[OURS]:,.0f} ms",
            f"{paints[FLOOR]:,.0f} ms",
            paints[FLOOR] / paints[OURS],
            "",
            None,
        )
    )
    largest = {name: median([one.largest_ms for one in of]) for name, of in loads.items()}
    rows += [
        Row(
            f"· largest contentful paint, against {WORDS[other]}",
            f"{largest[OURS]:,.0f} ms",
            f"{largest[other]:,.0f} ms",
            largest[other] / largest[OURS],
            "",
            None,
        )
        for other in SOONER
    ]
    last = {name: of[-1] for name, of in loads.items()}
    for name, one in last.items():
        is_ours = name == OURS
        rows.append(
            Row(
                f"· {WORDS[name]}: bytes, as they come compressed, requests, of them elsewhere",
                f"{one.body_bytes:,} · {one.wire_bytes:,} · {one.requests} · {one.outside}"
                if is_ours
                else "",
                ""
                if is_ours
                else f"{one.body_bytes:,} · {one.wire_bytes:,} · {one.requests} · {one.outside}",
                None,
                f"≤ {MOST_BYTES:,} · {MOST_WIRE_BYTES:,} · 1 · 0" if is_ours else "",
                len(pages[name]) <= MOST_BYTES
                and one.wire_bytes <= MOST_WIRE_BYTES
                and (one.requests, one.outside) == (1, 0)
                if is_ours
                else None,
            )
        )
    return rows


if __name__ == "__main__":
    raise SystemExit(main())
