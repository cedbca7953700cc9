"""Reports of one origin count once, however often they are printed."""

from __future__ import annotations

import itertools

import pytest

from tests.builders import source
from timeline.evidence.independence import independent_source_count, origin_groups, roots_of
from timeline.model.source import Source

SOURCES: dict[str, Source] = {
    one.source_id: one
    for one in (
        source("daily"),
        source("weekly"),
        source("daily-again", publisher="Publisher of daily"),
        source("reprint", derived_from=("daily",)),
        source("reprint-of-reprint", derived_from=("reprint",)),
        source("other-reprint", derived_from=("daily",)),
        source("two-origins", derived_from=("daily", "weekly")),
        source("rests-on-unread", derived_from=("never-read",)),
        source("also-on-unread", derived_from=("never-read",)),
        source("circle-a", derived_from=("circle-b",)),
        source("circle-b", derived_from=("circle-a",)),
        source("on-circle", derived_from=("circle-a",)),
        source("circle-with-root-a", derived_from=("circle-with-root-b",)),
        source("circle-with-root-b", derived_from=("circle-with-root-a", "weekly")),
    )
}

COUNTS = """
sources                              | count | because
daily                                | 1     | one report
daily daily                          | 1     | cited twice
daily weekly                         | 2     | two publishers, neither rests on the other
daily daily-again                    | 1     | one publisher
daily reprint                        | 1     | a reprint adds nothing
reprint other-reprint                | 1     | both rest on the same third, even when it is not cited
reprint reprint-of-reprint           | 1     | a reprint of a reprint
reprint-of-reprint daily-again       | 1     | its origin is of the same publisher
reprint weekly                       | 2     | one rests on the daily, one stands alone
two-origins                          | 1     | one report, whatever it rests on
two-origins daily                    | 1     | shares an origin
daily weekly two-origins             | 1     | it ties the two together
rests-on-unread also-on-unread       | 1     | the same origin, never read by us
rests-on-unread daily                | 2     | different origins
circle-a circle-b                    | 1     | they rest on each other
circle-a on-circle                   | 1     | rests on one that rests on the other
circle-a daily                       | 2     | the circle touches nothing else
circle-with-root-a weekly            | 1     | the circle rests on the weekly
not-in-the-record daily              | 2     | what is not known is an origin of its own
"""


@pytest.mark.parametrize(
    ("source_ids", "count", "because"),
    [[cell.strip() for cell in line.split("|")] for line in COUNTS.strip().splitlines()[1:]],
)
def test_one_origin_counts_once(source_ids: str, count: str, because: str) -> None:
    for order in itertools.permutations(source_ids.split()):
        assert independent_source_count(order, SOURCES) == int(count), because


def test_no_source_is_no_origin() -> None:
    assert independent_source_count([], SOURCES) == 0
    assert origin_groups([], SOURCES) == []


def test_the_groups_hold_every_source_once_in_order_of_their_ids() -> None:
    groups = origin_groups(SOURCES, SOURCES)
    assert sorted(one for group in groups for one in group) == sorted(SOURCES)
    assert [min(group) for group in groups] == sorted(min(group) for group in groups)


def test_the_roots_are_what_rests_on_nothing() -> None:
    assert roots_of("daily", SOURCES) == {"daily"}
    assert roots_of("reprint-of-reprint", SOURCES) == {"daily"}
    assert roots_of("two-origins", SOURCES) == {"daily", "weekly"}
    assert roots_of("rests-on-unread", SOURCES) == {"never-read"}
    assert roots_of("circle-with-root-a", SOURCES) == {"weekly"}
    assert roots_of("circle-a", SOURCES) == roots_of("circle-b", SOURCES) != frozenset()


def test_a_long_chain_is_no_difficulty() -> None:
    chain = {
        f"s{n}": source(f"s{n}", derived_from=(f"s{n + 1}",) if n < 5_000 else ())
        for n in range(5_001)
    }
    assert roots_of("s0", chain) == {"s5000"}
