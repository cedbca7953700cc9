"""The rows of the report: what was measured, beside what, and whether it is good enough."""

from __future__ import annotations

import datetime as dt
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BEGIN = "<!-- table: written by benchmarks/{script} --write -->"
_END = "<!-- end of table -->"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    baseline: str
    ratio: float | None
    """None where the bar is a number of its own and not a multiple of the baseline."""
    bar: str
    is_ok: bool | None
    """None: told, not judged."""


def by_ratio(what: str, ours: float, baseline: float, bar: float | None, *, unit: str = "s") -> Row:
    """A row whose verdict is how many times the baseline ours is."""
    ratio = ours / baseline if baseline else float("inf")
    return Row(
        what,
        _said(ours, unit),
        _said(baseline, unit),
        ratio,
        "" if bar is None else f"≤ {bar:g} ×",
        None if bar is None else ratio <= bar,
    )


def by_size(what: str, ours: float, baseline: float | None, bar: float | None, unit: str) -> Row:
    """A row whose verdict is a size."""
    return Row(
        what,
        _said(ours, unit),
        "" if baseline is None else _said(baseline, unit),
        None if not baseline else ours / baseline,
        "" if bar is None else f"≤ {bar:g} {unit}",
        None if bar is None else ours <= bar,
    )


def median(values: Sequence[float]) -> float:
    """The middle of the values. Raises StatisticsError when there are none."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty exceeds, interpolated within what was seen."""
    if len(values) == 1:
        return values[0]
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    lines = [
        "| what | ours | baseline | ratio | bar | ok |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        verdict = {True: "yes", False: "**no**", None: ""}[row.is_ok]
        cells = (row.what, row.ours, row.baseline, ratio, row.bar, verdict)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def write_table(paper: Path, markdown: str, *, script: str = "explorer.py") -> None:
    """Put a table where a paper has the last one of a script, with the day and the kind of machine.

    Raises ValueError when the paper has no place for it.
    """
    text = paper.read_text(encoding="utf-8")
    before, begin, rest = text.partition(_BEGIN.format(script=script))
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{paper} has no place for a table")
    machine = (
        f"{dt.date.today().isoformat()}, {os.cpu_count()} cores, {platform.machine()},"
        " software graphics."
    )
    paper.write_text(f"{before}{begin}\n{machine}\n\n{markdown}\n{end}{after}", encoding="utf-8")


def _said(value: float, unit: str) -> str:
    digits = 0 if unit == "kB" else 2
    return f"{value:,.{digits}f} {unit}"
