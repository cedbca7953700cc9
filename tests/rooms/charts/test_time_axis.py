"""The words of a time axis: as many as there is room for, at even steps."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from timeline.charts.timeline.time_axis import axis_ticks
from timeline.charts.timeline.time_scale import time_scale
from timeline.i18n.catalog import catalog

SPANS = """
from       | to         | width | first words
1900-01-01 | 2041-03-01 | 600   | 1900
1995-06-01 | 2026-02-01 | 600   | 2000
2015-11-04 | 2023-08-31 | 600   | 2016
2021-12-20 | 2022-11-30 | 600   | Jan 2022
2019-01-10 | 2021-09-30 | 600   | Jan 2019
2019-01-10 | 2021-09-30 | 300   | Jan 2019
"""


@pytest.mark.parametrize("row", SPANS.strip().splitlines()[1:])
def test_every_hairline_has_words_at_even_steps(row: str) -> None:
    start, end, width, first = (cell.strip() for cell in row.split("|"))
    days = (dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    ticks = axis_ticks(time_scale([days]), catalog(), width_px=float(width), kept_inside=True)

    assert 2 <= len(ticks) <= float(width) / 30
    assert all(tick.words for tick in ticks)
    assert first in {tick.words for tick in ticks[:2]}
    steps = [later.place - earlier.place for earlier, later in pairwise(ticks)]
    assert max(steps) - min(steps) <= 5, "months and years differ by a few days, steps by no more"
