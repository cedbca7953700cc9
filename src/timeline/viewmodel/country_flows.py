"""Who came to a country and who went: legs of followed cases, never a measure of migration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model.vocabulary import LegStatus
from timeline.store.rows import FlowCount
from timeline.viewmodel.country_soil import Bar

DIRECTIONS = ("in", "out", "within")
MOST_ROWS = 30
"""Rows listed for one direction."""


@dataclass(frozen=True, slots=True)
class FlowRow:
    """Legs of one kind between a country and one other."""

    other_country_code: str | None
    """None when the other end is undisclosed."""
    leg_status: str
    leg_kind: str
    leg_count: int
    person_count: int
    group_count: int
    contested_count: int
    """Of the legs: sources differ on whether what they rest on happened."""
    bar: Bar
    """Legs documented at both ends, contested ones, and the others."""

    @property
    def took_place(self) -> bool:
        """Whether anybody moved."""
        return self.leg_status == LegStatus.TRAVELLED


@dataclass(frozen=True, slots=True)
class FlowSide:
    """All legs of one direction: those that took place first, the most frequent first."""

    direction: str
    """One of DIRECTIONS."""
    rows: tuple[FlowRow, ...]
    """Empty when nobody came, or nobody went."""
    row_count: int
    """Listed or not."""
    travelled_count: int
    """Legs that took place."""
    other_count: int
    """Legs that were only asked for, threatened, offered or stopped."""


def country_flows(counts: Sequence[FlowCount]) -> tuple[FlowSide, ...]:
    """In and out, and within where there is anything, with bars on one scale; nothing without legs."""
    most = max((one.leg_count for one in counts), default=0)
    directions = {one.direction for one in counts}
    return tuple(
        _side(direction, [one for one in counts if one.direction == direction], most)
        for direction in DIRECTIONS
        if direction in directions or (counts and direction != "within")
    )


def _side(direction: str, counts: Sequence[FlowCount], most: int) -> FlowSide:
    ordered = sorted(
        counts,
        key=lambda one: (
            one.leg_status != LegStatus.TRAVELLED,
            -one.leg_count,
            one.other_country_code or "~",
            one.leg_status,
            one.leg_kind,
        ),
    )
    travelled = sum(one.leg_count for one in counts if one.leg_status == LegStatus.TRAVELLED)
    return FlowSide(
        direction=direction,
        rows=tuple(_row(one, most) for one in ordered[:MOST_ROWS]),
        row_count=len(ordered),
        travelled_count=travelled,
        other_count=sum(one.leg_count for one in counts) - travelled,
    )


def _row(one: FlowCount, most: int) -> FlowRow:
    return FlowRow(
        other_country_code=one.other_country_code,
        leg_status=one.leg_status,
        leg_kind=one.leg_kind,
        leg_count=one.leg_count,
        person_count=one.person_count,
        group_count=one.group_count,
        contested_count=one.contested_count,
        bar=Bar(
            certain=one.documented_count / most,
            possible=(one.leg_count - one.documented_count - one.contested_count) / most,
            contested=one.contested_count / most,
        ),
    )
